"""Words as names compare them, and runs of words that stand as names do.

Curly and straight apostrophes, and hyphens of any kind, are the same.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.recognise.language import Language

# A mark that joins two parts of a word is followed by the next part, so that nothing is tried
# twice. Combining accents belong to their letter.
_WORD = re.compile(r"@\w++|[^\W_]++(?:[\u0300-\u036f]++[^\W_]*+|['’‐‑-][^\W_]++)*")
_SAME = str.maketrans("’‐‑", "'--")
_ENDS_SENTENCE = re.compile(r"[.!?…:\"“”‘«»()—*]|--")
_POSSESSIVE = "'s"
_APOSTROPHES = frozenset("'’")


class NameWord(NamedTuple):
    """A word of a text: as names compare it, its place without a possessive, what is before it."""

    form: str
    low: str
    start: int
    end: int
    possessive: bool
    gap: str  # what stands between it and the word before


class Proper(NamedTuple):
    """A run of words with capitals as a name has them. `title` is the sex that its title tells.

    `sure` is False for a single word at the start of a sentence, where every word has a capital.
    """

    start: int
    end: int
    words: tuple[str, ...]  # without the titles before them
    title: str
    sure: bool
    possessive: bool


def name_words(text: str) -> tuple[NameWord, ...]:
    """The words of a text as names compare them."""
    words: list[NameWord] = []
    end = 0
    plain = text.isascii()  # nothing to compose, and no mark to replace
    for match in _WORD.finditer(text):
        start, stop = match.span()
        gap, end = text[end:start], stop
        form = text[start:stop]
        if not plain:
            form = unicodedata.normalize("NFC", form).translate(_SAME)
        low = form.lower()
        possessive = low.endswith(_POSSESSIVE) and len(form) > len(_POSSESSIVE)
        if possessive:
            form, low, stop = form[:-2], low[:-2], stop - 2
        if form[-1] == "s" and text[stop : stop + 1] in _APOSTROPHES:
            possessive |= text[stop + 1 : stop + 2].isspace()
        words.append(NameWord(form, low, start, stop, possessive, gap))
    return tuple(words)


def proper_names(text: str, language: Language) -> tuple[Proper, ...]:
    """The runs of words that stand as names do, with their titles; handles are names too."""
    return tuple(_proper(name_words(text), language))


def _proper(words: tuple[NameWord, ...], language: Language) -> Iterator[Proper]:
    index = 0
    while index < len(words):
        first = index
        index += 1
        if not _may_begin(words, first, language):
            continue
        while index < len(words) and _goes_on(words, index, language):
            index += 1
        while index > first + 1 and words[index - 1].low in language.name_particles:
            index -= 1
        run = words[first:index]
        titles = 0
        while titles < len(run) and is_title(run[titles], language):
            titles += 1
        sexes = {language.titles.get(last_part(word.low), "") for word in run[:titles]}
        sure = len(run) > 1 or not begins_sentence(words, first, language)
        names = tuple(word.form for word in run[titles:])
        sex = next(iter(sexes - {"anybody"}), "")
        yield Proper(run[0].start, run[-1].end, names, sex, sure, run[-1].possessive)


def _may_begin(words: tuple[NameWord, ...], index: int, language: Language) -> bool:
    word = words[index]
    if word.form.startswith("@"):
        return True
    low = word.low.partition("'")[0]
    return word.form[0].isupper() and low not in language.no_names


def _goes_on(words: tuple[NameWord, ...], index: int, language: Language) -> bool:
    word, before = words[index], words[index - 1]
    if before.possessive or not name_joined(before, word, language):
        return False
    if word.form[0].isupper():
        return word.low not in language.speaking_pronouns
    return word.low in language.name_particles  # those at the end are taken off again


def is_title(word: NameWord, language: Language) -> bool:
    """Whether a word is a title: Mrs, President, then-President."""
    return last_part(word.low) in language.titles


def begins_sentence(words: tuple[NameWord, ...], index: int, language: Language) -> bool:
    """Whether a word stands where every word has a capital: after a full stop or a mark."""
    if index == 0:
        return True
    before = words[index - 1]
    if len(before.form) == 1 or before.low in language.abbreviations:
        return False
    return _ENDS_SENTENCE.search(words[index].gap) is not None


def last_part(low: str) -> str:
    """The last part of a compound: of then-president, president."""
    return low.rpartition("-")[2]


def name_joined(before: NameWord, word: NameWord, language: Language) -> bool:
    """Whether two words may belong to one name: a space between them, a full stop after a title."""
    gap = word.gap.strip()
    if not gap:
        return True
    if gap == ".":
        glued = word.gap == "."
        short = len(before.form) == 1 or before.low in language.abbreviations
        return glued or short
    return gap == "&" or (gap == "," and word.low in language.name_suffixes)
