"""Figures that are meant as numbers: names, labels and figures of speech left out."""

import re
from decimal import Decimal
from functools import lru_cache

from sitegen.recognise.figures import numerals
from sitegen.recognise.figures.figures import Figure, figure
from sitegen.recognise.language import Language
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Found, Step, TokenKind

_BREAK = re.compile(r"[.,;:!?\n]")
_LANGUAGES = 2
_NAME_WORDS = 3
_MOST_OF_DEGREES = 4  # words from a figure to the zero of “20 degrees below zero”
_CODE_GROUPS = 3
_HALF = 2
_SPANS = frozenset({"time", "length"})
_LONGEST_LIST = len("99")


def number_at(words: Words, index: int) -> Step | None:
    """The number whose first digits or number word is at `index`; None where there is none."""
    if _is_sign(words, index):
        return Step((), index + 1)  # the zero of “20 degrees below zero”
    passed = _phrase(words, index) or _code(words, index)
    if passed:
        return Step((), passed)
    read = figure(words, index)
    if read is None:
        return None
    bare = read.next == index + 1 and read.start == words.start(index)
    if bare and words.role(index) == "one" and not _counts(words, index):
        return None
    measured = _measures(words, read.next) and not words.capital(index - 1)
    named = labelled(words, index) and not measured
    if _half(words, index, read) or named or place_name(words, read.next):
        return Step((), read.next)
    value, factor = _shared_scale(words, index, read)
    found = Found(TokenKind.NUMBER, read.start, read.end, value, sort=read.sort, factor=factor)
    return Step((found,), read.next)


def _is_sign(words: Words, index: int) -> bool:
    """Whether a zero makes a sign of itself and the word before it, behind another figure."""
    if f"{words.low(index - 1)} {words.low(index)}" not in words.language.signs_after:
        return False
    for at in range(index - 2, index - 1 - _MOST_OF_DEGREES, -1):
        if _BREAK.search(words.gap(at)):
            return False
        if _number_word(words, at):
            return True
    return False


def counted(words: Words, index: int) -> bool:
    """Whether the figure before the word at `index` counts it: people, miles, percent."""
    return words.gap(index - 1) in {" ", "-"} and words.language.unit(words.low(index)) is not None


def _measures(words: Words, index: int) -> bool:
    """Whether the word at `index` is a measure of the figure before it: the flight 59 seconds."""
    low, table = words.low(index), words.language.measures
    meaning = table.get(low) or table.get(low.removesuffix("s"), "")
    return words.gap(index - 1) == " " and meaning.partition(" ")[0] in _SPANS


def labelled(words: Words, index: int, *, year: bool = False) -> bool:
    """Whether the figure at `index` is a label of the word before: page 12, Billboard 200.

    Where the figure may be a `year`, only the labels that never take one count.
    """
    if words.gap(index - 1) not in {" ", "-"}:
        return False
    meaning = words.language.labels.get(words.low(index - 1))
    if year:
        return meaning == "always"
    return meaning in {"always", "any case"} or (meaning == "name" and words.capital(index - 1))


def place_name(words: Words, index: int) -> bool:
    """Whether the words from `index` on make the figure before them part of a name: 42nd Street."""
    for at in range(index, index + _NAME_WORDS):
        if words.gap(at - 1) != " " or not words.capital(at):
            return False
        if words.low(at) in words.language.named_after:
            return True
    return False


def _phrase(words: Words, index: int) -> int | None:
    """The word after a set phrase that looks like a figure, as 9/11."""
    start = words.start(index)
    if words.text[start].lower()[:1] not in _begin_phrases(words.language):
        return None
    for form in words.language.fixed:
        end = start + len(form)
        if words.text[start:end].lower() == form and not words.text[end : end + 1].isalnum():
            while index < len(words) and words.start(index) < end:
                index += 1
            return index
    return None


@lru_cache(maxsize=_LANGUAGES)
def _begin_phrases(language: Language) -> frozenset[str]:
    """The first characters of the set phrases."""
    return frozenset(form[0] for form in language.fixed)


def _code(words: Words, index: int) -> int | None:
    """The word after digits that name something: F-16, 3-D, 202-555-0147, 538.com, item 1."""
    if not numerals.begins_with_digit(words.low(index)):
        return None
    last = index
    while words.gap(last) == "-" and numerals.begins_with_digit(words.low(last + 1)):
        last += 1
    if last - index >= _CODE_GROUPS - 1:
        return last + 1
    end = words.end(index)
    if words.gap(index - 1) == "-" and words.capital(index - 1):
        return None if words.low(index - 1) in words.language.date_prefixes else index + 1
    if words.gap(index) == "-" and words.capital(index + 1) and len(words.low(index + 1)) == 1:
        return index + 1
    after = words.text[end : end + 2]
    listed = index == 0 and after in {". ", ") "} and not words.text[: words.start(0)].strip()
    if listed and len(words.low(0)) <= _LONGEST_LIST:
        return index + 1
    return index + 1 if after[:1] == "." and after[1:].islower() else None


def _counts(words: Words, index: int) -> bool:
    """Whether "one" is a number: one week after, only one, one in five; not "one of those"."""
    language, after = words.language, words.low(index + 1)
    unit = language.unit(after) if words.joined(index) else None
    if "pointing" in {language.evidence.get(words.low(at)) for at in (index - 1, index - 2)}:
        return False
    if unit == "measure" or _limited(words, index):
        return True
    if unit == "moment":
        return language.evidence.get(words.low(index + 2)) == "after"
    if words.role(index + 1) in {"to", "or", "in"} and _number_word(words, index + 2):
        return True
    ends_range = words.role(index - 1) in {"to", "or"} and _number_word(words, index - 2)
    return ends_range and words.role(index + 1) != "of"


def _limited(words: Words, index: int) -> bool:
    """Whether the words before the one at `index` make a count of it: only one, more than one."""
    evidence, before = words.language.evidence, words.low(index - 1)
    return "before" in {evidence.get(before), evidence.get(f"{words.low(index - 2)} {before}")}


def _number_word(words: Words, index: int) -> bool:
    low = words.low(index)
    known = low in words.language.cardinals or low in words.language.tens
    return known or numerals.begins_with_digit(low)


def _half(words: Words, index: int, read: Figure) -> bool:
    """Whether "half" is a figure of speech: half-hearted, the first half, half forgotten."""
    if words.language.fractions.get(words.low(index)) != _HALF or read.next != index + 1:
        return False
    evidence, first = words.language.half_evidence, index
    if read.start < words.start(index):
        first -= 1
    if counted(words, index + 1):
        return False
    before = words.low(first - 1)
    if words.gap(index) == "-" or before in words.language.ordinals:
        return True
    if evidence.get(before) == "place":
        return True
    if evidence.get(before) == "before":
        return False
    if words.gap(index) == " " and evidence.get(words.low(index + 1)) == "after":
        return False
    return not (first < index and words.role(first - 1) == "and")


def _shared_scale(words: Words, index: int, read: Figure) -> tuple[Decimal | None, int]:
    """The value and scale of a figure; a range shares its scale: the 5 of "5–10 million"."""
    last, other = read.next - 1, None
    link = words.role(read.next) if words.gap(last) == words.gap(last + 1) == " " else ""
    if words.ranged(last):
        other = figure(words, read.next)
    elif link in {"to", "or"} or (link == "and" and words.role(index - 1) == "between"):
        other = figure(words, read.next + 1)
    own = (read.value, read.factor)
    if other is None or other.value is None or read.value is None:
        return own
    if other.factor == 1 or read.factor > 1:
        return own
    shared = numerals.product(read.value, other.factor)
    return (shared, other.factor) if shared < other.value else own
