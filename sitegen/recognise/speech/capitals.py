"""Words as names compare them, and runs of words that stand as names do.

Curly and straight apostrophes, and hyphens of any kind, are the same.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, repeat

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language

# A mark that joins two parts of a word is followed by the next part, so that nothing is tried
# twice. Combining accents belong to their letter. In a group, so that `split` gives the words too.
_WORD = re.compile(r"(@\w++|[^\W_]++(?:[\u0300-\u036f]++[^\W_]*+|['’‐‑-][^\W_]++)*)")
# The same of a text whose letters are all ASCII; a plain set of characters is found faster.
_PLAIN_WORD = re.compile(r"(@[0-9A-Za-z_]++|[0-9A-Za-z]++(?:['-][0-9A-Za-z]++)*)")
_SAME = str.maketrans("’‐‑", "'--")
_ENDS_SENTENCE = re.compile(r"[.!?…:\"“”‘«»()—*]|--")
_APOSTROPHE = re.compile("['’]")


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


class Columns(NamedTuple):
    """The words of a text by what is known of them: a list for each field of a `NameWord`.

    Many a text is only asked whether it has a word. Then none of its words need be made.
    """

    forms: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    possessive: list[bool]
    gaps: list[str]

    def words(self) -> tuple[NameWord, ...]:
        """The words one by one."""
        return tuple(map(tuple.__new__, repeat(NameWord), zip(*self, strict=False)))


def name_words(text: str, *, plain: bool | None = None) -> tuple[NameWord, ...]:
    """The words of a text as names compare them. `plain` as in `columns`."""
    return columns(text, plain=plain).words()


def columns(text: str, *, plain: bool | None = None) -> Columns:
    """The words of a text as names compare them, by column; `starts` and `gaps` have one more.

    `plain`: nothing in it but ASCII and marks that are no part of a word, where somebody knows.
    """
    # Most of the work is done by functions written in C, over all words at once.
    plain = text.isascii() if plain is None else plain
    parts = (_PLAIN_WORD if plain else _WORD).split(text)  # what is between words, and words
    offsets = list(accumulate(map(len, parts)))
    gaps, forms, starts, ends = parts[::2], parts[1::2], offsets[::2], offsets[1::2]
    if not plain:
        forms = [form if form.isascii() else _composed(form) for form in forms]
    lows = [form.lower() for form in forms]
    possessive = [False] * len(forms)
    if "'" in text or "’" in text:
        for mark in _APOSTROPHE.finditer(text):
            at = mark.start()
            index = bisect_right(starts, at, hi=len(forms)) - 1
            if index >= 0 and _owns(text, at, forms[index], ends[index]):
                possessive[index] = True
                if at < ends[index]:  # the word itself is what stands before it
                    forms[index], lows[index] = forms[index][:-2], lows[index][:-2]
                    ends[index] = at
    return Columns(forms, lows, starts, ends, possessive, gaps)


def _owns(text: str, at: int, form: str, end: int) -> bool:
    """Whether the apostrophe at an offset makes a word a possessive: Jack’s; the boys’ toys."""
    if at == end:
        return form[-1] == "s" and text[at + 1 : at + 2].isspace()
    return at == end - 2 and text[at + 1] in {"s", "S"}


def _composed(form: str) -> str:
    return unicodedata.normalize("NFC", form).translate(_SAME)


def proper_names(text: str, language: Language) -> tuple[Proper, ...]:
    """The runs of words that stand as names do, with their titles; handles are names too."""
    return proper_among(name_words(text), language)


def proper_among(words: tuple[NameWord, ...], language: Language) -> tuple[Proper, ...]:
    """The same of words that were read already."""
    return tuple(_proper(words, language))


def _proper(words: tuple[NameWord, ...], language: Language) -> Iterator[Proper]:
    index = 0
    for first, word in enumerate(words):
        letter = word.form[0]
        if first < index or not (letter.isupper() or letter == "@"):
            continue  # as most words
        if letter != "@" and word.low.partition("'")[0] in language.no_names:
            continue
        index = first + 1
        while index < len(words) and _goes_on(words, index, language):
            index += 1
        while index > first + 1 and words[index - 1].low in language.name_particles:
            index -= 1
        run = words[first:index]
        titles, sex = 0, ""
        while titles < len(run) and is_title(run[titles], language):
            titles += 1
        if titles:
            sexes = {language.titles.get(last_part(word.low), "") for word in run[:titles]}
            sex = next(iter(sexes - {"anybody"}), "")
        sure = len(run) > 1 or not begins_sentence(words, first, language)
        names = tuple([word.form for word in run[titles:]])
        last = run[-1]
        yield Proper(word.start, last.end, names, sex, sure, last.possessive)


def _goes_on(words: tuple[NameWord, ...], index: int, language: Language) -> bool:
    word, before = words[index], words[index - 1]
    if word.form[0].isupper():
        may = word.low not in language.speaking_pronouns
    else:
        may = word.low in language.name_particles  # those at the end are taken off again
    return may and not before.possessive and name_joined(before, word, language)


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
    gap = word.gap
    if gap == " " or not (gap := gap.strip()):
        return True
    if gap == ".":
        glued = word.gap == "."
        short = len(before.form) == 1 or before.low in language.abbreviations
        return glued or short
    return gap == "&" or (gap == "," and word.low in language.name_suffixes)
