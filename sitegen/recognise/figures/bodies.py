"""The body of a figure: what its digits or words say, before any scale or unit after it."""

import re
from decimal import Decimal
from functools import lru_cache

from sitegen.frozen import NamedTuple
from sitegen.recognise.figures import numerals
from sitegen.recognise.language import Language
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Sort

_PAIR = 2
_TEN = 10
_DOZEN = 12
_LANGUAGES = 2
_SCORE = 20
_HOURS = 12
_OLD_POUNDS = re.compile(r"\. [a-z]")
_BESIDE_HOURS = frozenset({"past", "to"})
_HALF_AND_QUARTER = frozenset({2, 4})
_SORTS = {"ordinal": Sort.RANK, "percent": Sort.PERCENT, "old": Sort.MONEY}
_CLOCK_HOURS = frozenset(str(hour) for hour in range(1, _HOURS + 1))


class Body(NamedTuple):
    """What was read of a figure so far, from offset `start` to `end`; `next` is the word after.

    `factor` is the last scale that the value was multiplied by, 1 for none.
    """

    value: Decimal | None
    start: int
    end: int
    next: int
    open: bool = True  # whether a scale, a fraction or a unit may follow
    factor: int = 1
    sort: Sort = Sort.COUNT


def point(words: Words, index: int) -> int:
    """The length of a decimal point that begins the figure: .5"""
    if words.before(index) != ".":
        return 0
    start = words.start(index)
    return int(not words.text[max(start - 2, 0) : start - 1].isalnum())


def in_digits(words: Words, index: int, *, money: bool) -> Body | None:
    """A figure in digits with the letters glued to it; `money`: a currency mark stands before."""
    run, letters = numerals.split(words.raw(index))
    start, end = words.span(index)
    if point(words, index):
        run, start = f"0.{run}", start - 1
    if ":" in run:  # a time of day or a ratio, neither of which is one amount
        known = not letters or words.language.glued.get(letters.lower()) == "clock"
        return clocked(words, Body(None, start, end, index + 1, sort=Sort.CLOCK)) if known else None
    value = numerals.plain(run)
    if value is None:
        return None
    body = Body(value, start, end, index + 1)
    if not letters:
        ratio = numerals.slashed(words, index)
        if ratio is None:
            return body
        return Body(ratio.value, start, words.end(ratio.next - 1), ratio.next, sort=Sort.FRACTION)
    return _glued(words, body, letters, money=money)


def _glued(words: Words, body: Body, letters: str, *, money: bool) -> Body | None:
    """What letters right after the digits make of them: 5th, 20s, 1.2bn, 5pm, 10km."""
    value = body.value
    part = numerals.glyph(words, letters)
    if value is None:
        return None
    if part is not None:
        return body._replace(value=numerals.total(value, part))
    glued = words.language.glued
    meaning = glued.get(letters) or (glued.get(letters.lower()) if len(letters) > 1 else None)
    if meaning is None and letters.lower() in words.language.scales:  # £51million
        meaning = f"scale {words.language.scales[letters.lower()]}"
    kind, _, factor = (meaning or "").partition(" ")
    if kind == "old" and not _OLD_POUNDS.match(words.text, body.end):
        kind = ""  # no “300l. for it”
    match kind:
        case "ordinal" | "unit" | "percent" | "old":
            return body._replace(open=False, sort=_SORTS.get(kind, Sort.COUNT))
        case "plural":  # "in his 20s" is a range of ages, "the 18s" are 18
            ages = value.as_tuple().exponent == 0 and value.as_tuple().digits[-1] == 0
            sort = Sort.VAGUE if ages else Sort.COUNT
            return body._replace(value=None if ages else value, open=False, sort=sort)
        case "scale":
            value = numerals.product(value, int(factor))
            return body._replace(value=value, factor=int(factor))
        case "money":  # "£5m" is five million, "5m" is five metres or five million
            scaled = numerals.product(value, int(factor)) if money else None
            return body._replace(value=scaled, open=money, factor=int(factor) if money else 1)
        case "clock":
            return body._replace(value=None, open=False, sort=Sort.CLOCK)
        case _:
            return None


def in_words(words: Words, index: int) -> Body | None:
    """A figure in words: a cardinal, an ordinal from ten on, a fraction, a factor, dozens."""
    low, language = words.low(index), words.language
    start, end = words.span(index)
    if low in language.vague:
        return _vague(words, index)
    part = numerals.glyph(words, low)
    value = part or language.factors.get(low)
    if value is not None:
        sort = Sort.FRACTION if part else Sort.FACTOR
        return Body(Decimal(value), start, end, index + 1, open=False, sort=sort)
    if low in language.tens_plural:
        return Body(None, start, end, index + 1, open=False, sort=Sort.VAGUE)
    rank = numerals.ordinal(words, index)
    share = _fraction(words, index)
    if share is not None:
        return share
    if rank is not None:
        known = rank.value >= _TEN
        last = words.end(rank.next - 1)
        body = Body(Decimal(rank.value), start, last, rank.next, open=False, sort=Sort.RANK)
        return body if known else None
    number = numerals.cardinal(words, index)
    if number is None:
        return None
    last = words.end(number.next - 1)
    factor = language.scales.get(words.low(number.next - 1), 1)
    body = Body(Decimal(number.value), start, last, number.next, factor=factor)
    return _after_article(words, index, body) if low in language.scales else body


def _after_article(words: Words, index: int, body: Body) -> Body:
    """A scale without a number: "a hundred" has its article, "several hundred" no value."""
    if words.role(index - 1) == "article" and words.gap(index - 1) == " ":
        return body._replace(start=words.start(index - 1))
    if words.joined(index - 1) and words.low(index - 1) in words.language.vague_before:
        start = words.start(index - 1)
        return body._replace(start=start, value=None, open=False, sort=Sort.VAGUE)
    paired = words.role(index - 1) == "of" and words.joined(index - 2) and words.joined(index - 1)
    if paired and words.language.vague_before.get(words.low(index - 2)) == "pair":
        value = None if body.value is None else numerals.product(body.value, _PAIR)
        return body._replace(start=words.start(index - 2), value=value)
    return body


def _vague(words: Words, index: int) -> Body:
    """Dozens, tens of thousands, several hundreds: figures without a value."""
    start, last = words.start(index), index
    while words.role(last + 1) == "of" and words.low(last + 2) in words.language.vague:
        last += 2
    if words.gap(index - 1) == " " and words.low(index - 1) in words.language.vague_before:
        start = words.start(index - 1)
    return Body(None, start, words.end(last), last + 1, open=False, sort=Sort.VAGUE)


def _fraction(words: Words, index: int) -> Body | None:
    """A fraction in words, with its article: half a million, a third, half past ten."""
    article = words.role(index - 1) == "article" and words.gap(index - 1) == " "
    start = words.start(index - article)
    past = _past(words, index)
    if past is not None:
        hour = Body(None, start, words.end(past), past + 1, open=False, sort=Sort.CLOCK)
        return clocked(words, hour)
    reading = numerals.fraction(words, index - 1) if article else None
    if reading is None:
        reading, start = numerals.fraction(words, index), words.start(index)
    if reading is None:
        return None
    at = reading.next
    at += words.role(at) == "of" and words.gap(at - 1) == " "
    at += words.role(at) == "article" and words.joined(at - 1)
    factor = numerals.scale(words, at)
    if factor >= _DOZEN and factor != _SCORE:
        value = numerals.product(reading.value, factor)
        return Body(value, start, words.end(at), at + 1, factor=factor)
    last = words.end(reading.next - 1)
    return Body(reading.value, start, last, reading.next, open=False, sort=Sort.FRACTION)


def _past(words: Words, index: int) -> int | None:
    """The index of the hour in "half past ten" and "a quarter to five"."""
    if words.language.fractions.get(words.low(index)) not in _HALF_AND_QUARTER:
        return None
    if words.language.clock.get(words.low(index + 1)) not in _BESIDE_HOURS:
        return None
    if not words.joined(index):
        return None
    hour = words.low(index + 2)
    number = words.language.cardinals.get(hour, 0) or (int(hour) if hour in _CLOCK_HOURS else 0)
    return index + 2 if 0 < number <= _HOURS and words.joined(index + 1) else None


@lru_cache(maxsize=_LANGUAGES)
def _begin_dotted(language: Language) -> frozenset[str]:
    """The first two characters of the marks of a time of day that have dots."""
    return frozenset(form[:2] for form, meaning in language.clock.items() if meaning == "dotted")


def clocked(words: Words, body: Body) -> Body:
    """A time of day has no amount: 5 p.m., 9:30 am, ten o'clock."""
    at = body.next
    if words.gap(at - 1) not in {" ", ""}:
        return body
    if words.language.clock.get(words.low(at)) == "after":
        return body._replace(value=None, end=words.end(at), next=at + 1, sort=Sort.CLOCK)
    start = words.start(at)
    if words.text[start : start + 2].lower() not in _begin_dotted(words.language):
        return body
    for form, meaning in words.language.clock.items():
        if meaning == "dotted" and words.text[start : start + len(form)].lower() == form:
            end, after = start + len(form), at + form.count(".")
            return body._replace(value=None, end=end, next=after, sort=Sort.CLOCK)
    return body
