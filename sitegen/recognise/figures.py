"""A figure at a place: its digits or words with the marks, scales and signs that belong to it."""

from decimal import Decimal
from typing import NamedTuple

from sitegen.recognise import numerals
from sitegen.recognise.words import Words

_TEN = 10
_DOZEN = 12
_SCORE = 20
_HOURS = 12
_HALF_AND_QUARTER = frozenset({2, 4})
_OPENING = frozenset("([{“‘\"'«„\N{NO-BREAK SPACE}")


class Figure(NamedTuple):
    """A figure from offset `start` to `end`; `next` is the word after it.

    `factor` is the scale it was multiplied by (1: none), which a range may share: "5–10 million".
    """

    start: int
    end: int
    next: int
    value: Decimal | None
    factor: int = 1


class _Head(NamedTuple):
    start: int
    money: bool
    negative: bool


class _Body(NamedTuple):
    value: Decimal | None
    start: int
    end: int
    next: int
    open: bool = True  # whether a scale, a fraction or a unit may follow
    factor: int = 1


def figure(words: Words, index: int) -> Figure | None:
    """The figure whose first digits or number word is at `index`, however it is meant."""
    if numerals.begins_with_digit(words.low(index)):
        head = _head(words, index, words.start(index) - _point(words, index))
        body = _digits(words, index, money=head.money)
    else:
        body = _words(words, index)
        head = _head(words, index, body.start if body else 0)
    if body is None:
        return None
    start = min(head.start, body.start)
    if body.open:
        body = _with_unit(words, _with_scale(words, body, money=head.money))
    value = -body.value if head.negative and body.value is not None else body.value
    return Figure(start, body.end, body.next, value, body.factor)


def _head(words: Words, index: int, start: int) -> _Head:
    """The rank mark, sign and currency mark before a figure."""
    currencies, text = words.language.currencies, words.text
    money = False
    space = 1 if text[start - 2 : start - 1] in currencies and text[start - 1] == " " else 0
    if start > space and currencies.get(text[start - 1 - space]) in {"mark", "either"}:
        start, money = start - 1 - space, True
        if index and words.end(index - 1) == start and _currency(words, index - 1) == "country":
            start = words.start(index - 1)
    elif index and words.gap(index - 1) == " " and _currency(words, index - 1) == "code":
        start, money = words.start(index - 1), True
    signs = words.language.signs
    sign = signs.get(text[start - 1 : start])
    if sign and (start == 1 or text[start - 2].isspace() or text[start - 2] in _OPENING):
        return _Head(start - 1, money, sign == "minus")
    if index and words.gap(index - 1) == " " and words.low(index - 1) in signs:
        return _Head(words.start(index - 1), money, signs[words.low(index - 1)] == "minus")
    return _Head(start if money else _ranked(words, index, start), money, negative=False)


def _currency(words: Words, index: int) -> str | None:
    return words.language.currencies.get(words.raw(index))


def _ranked(words: Words, index: int, start: int) -> int:
    """Where "No. 1", "#1" or "number one" begins."""
    ranks = words.language.ranks
    if words.text[start - 1 : start] in ranks:
        return start - 1
    meaning = ranks.get(words.low(index - 1))
    gap = words.gap(index - 1)
    dotted = meaning == "dotted" and gap in {". ", "."}
    capital = meaning == "dotted" and gap == " " and words.raw(index - 1) != words.low(index - 1)
    if dotted or (capital and words.gap(index - 2) == " ") or (meaning == "word" and gap == " "):
        return words.start(index - 1)
    return start


def _point(words: Words, index: int) -> int:
    """The length of a decimal point that begins the figure: .5"""
    start = words.start(index)
    after_word = words.text[max(start - 2, 0) : start - 1].isalnum()
    return int(words.before(index) == "." and not after_word)


def _digits(words: Words, index: int, *, money: bool) -> _Body | None:
    run, letters = numerals.split(words.raw(index))
    start, end = words.span(index)
    if _point(words, index):
        run, start = f"0.{run}", start - 1
    if ":" in run:  # a time of day or a ratio, neither of which is one amount
        known = not letters or words.language.glued.get(letters.lower()) == "clock"
        return _clocked(words, _Body(None, start, end, index + 1)) if known else None
    value = numerals.plain(run)
    if value is None:
        return None
    body = _Body(value, start, end, index + 1)
    if not letters:
        ratio = numerals.in_digits(words, index)
        if ratio is None:
            return body
        return _Body(ratio.value, start, words.end(ratio.next - 1), ratio.next)
    return _glued(words, body, letters, money=money)


def _glued(words: Words, body: _Body, letters: str, *, money: bool) -> _Body | None:
    """What letters right after the digits make of them: 5th, 20s, 1.2bn, 5pm, 10km."""
    value = body.value
    part = numerals.glyph(words, letters)
    if value is None:
        return None
    if part is not None:
        return body._replace(value=numerals.total(value, part))
    glued = words.language.glued
    meaning = glued.get(letters) or (glued.get(letters.lower()) if len(letters) > 1 else None)
    kind, _, factor = (meaning or "").partition(" ")
    match kind:
        case "ordinal" | "unit" | "percent":
            return body._replace(open=False)
        case "plural":  # "in his 20s" is a range of ages, "the 18s" are 18
            ages = value == value.to_integral_value() and value % _TEN == 0
            return body._replace(value=None if ages else value, open=False)
        case "scale":
            value = numerals.product(value, int(factor))
            return body._replace(value=value, factor=int(factor))
        case "money":  # "£5m" is five million, "5m" is five metres or five million
            scaled = numerals.product(value, int(factor)) if money else None
            return body._replace(value=scaled, open=money, factor=int(factor) if money else 1)
        case "clock":
            return body._replace(value=None, open=False)
        case _:
            return None


def _words(words: Words, index: int) -> _Body | None:
    low, language = words.low(index), words.language
    start, end = words.span(index)
    if low in language.vague:
        return _vague(words, index)
    value = numerals.glyph(words, low) or language.factors.get(low)
    if value is not None:
        return _Body(Decimal(value), start, end, index + 1, open=False)
    if low in language.tens_plural:
        return _Body(None, start, end, index + 1, open=False)
    rank = numerals.ordinal(words, index)
    part = _fraction(words, index)
    if part is not None:
        return part
    if rank is not None:
        known = rank.value >= _TEN
        last = words.end(rank.next - 1)
        return _Body(Decimal(rank.value), start, last, rank.next, open=False) if known else None
    number = numerals.cardinal(words, index)
    if number is None:
        return None
    last = words.end(number.next - 1)
    factor = language.scales.get(words.low(number.next - 1), 1)
    body = _Body(Decimal(number.value), start, last, number.next, factor=factor)
    return _after_article(words, index, body) if low in language.scales else body


def _after_article(words: Words, index: int, body: _Body) -> _Body:
    """A scale that no number multiplies: "a hundred" has its article, "several hundred" no value."""
    if words.role(index - 1) == "article" and words.gap(index - 1) == " ":
        return body._replace(start=words.start(index - 1))
    if words.joined(index - 1) and words.low(index - 1) in words.language.vague_before:
        return body._replace(start=words.start(index - 1), value=None, open=False)
    return body


def _vague(words: Words, index: int) -> _Body:
    """Dozens, tens of thousands, several hundreds: figures without a value."""
    start, last = words.start(index), index
    while words.role(last + 1) == "of" and words.low(last + 2) in words.language.vague:
        last += 2
    if words.gap(index - 1) == " " and words.low(index - 1) in words.language.vague_before:
        start = words.start(index - 1)
    return _Body(None, start, words.end(last), last + 1, open=False)


def _fraction(words: Words, index: int) -> _Body | None:
    """A fraction in words, with its article: half a million, a third, half past ten."""
    article = words.role(index - 1) == "article" and words.gap(index - 1) == " "
    start = words.start(index - 1 if article else index)
    past = _past(words, index)
    if past is not None:
        hour = _Body(None, start, words.end(past), past + 1, open=False)
        return _clocked(words, hour)
    reading = numerals.fraction(words, index - 1) if article else None
    reading = reading or numerals.fraction(words, index)
    if reading is None:
        return None
    at = reading.next
    at += words.role(at) == "of" and words.gap(at - 1) == " "
    at += words.role(at) == "article" and words.joined(at - 1)
    factor = numerals.scale(words, at)
    if factor >= _DOZEN and factor != _SCORE:
        value = numerals.product(reading.value, factor)
        return _Body(value, start, words.end(at), at + 1, factor=factor)
    return _Body(reading.value, start, words.end(reading.next - 1), reading.next, open=False)


def _past(words: Words, index: int) -> int | None:
    """The index of the hour in "half past ten" and "a quarter to five"."""
    if words.language.fractions.get(words.low(index)) not in _HALF_AND_QUARTER:
        return None
    if words.language.clock.get(words.low(index + 1)) != "past" or not words.joined(index):
        return None
    hour = words.low(index + 2)
    number = words.language.cardinals.get(hour, 0) or (int(hour) if hour in _CLOCK_HOURS else 0)
    return index + 2 if 0 < number <= _HOURS and words.joined(index + 1) else None


_CLOCK_HOURS = frozenset(str(hour) for hour in range(1, _HOURS + 1))


def _with_scale(words: Words, body: _Body, *, money: bool) -> _Body:
    """The scales and fractions that multiply or add to a value: million, bn, and a half, ½."""
    if body.value is None:
        return body
    body = _with_fraction(words, body)
    for _ in range(2):  # "3 hundred million"
        factor = _scale_after(words, body.next, money=money)
        if factor <= 1 or body.value is None:
            break
        value = numerals.product(body.value, factor)
        body = _Body(value, body.start, words.end(body.next), body.next + 1, factor=factor)
    return _with_fraction(words, body)


def _scale_after(words: Words, index: int, *, money: bool) -> int:
    factor = numerals.scale(words, index)
    if factor or not words.joined(index - 1):
        return factor
    kind, _, meaning = words.language.glued.get(_raw(words, index), "").partition(" ")
    if kind == "money" and (money or len(words.raw(index)) > 1):
        return int(meaning)
    if kind == "scale" and words.gap(index - 1) == " ":
        return int(meaning)
    return words.language.vague.get(words.low(index), 0)


def _raw(words: Words, index: int) -> str:
    return words.raw(index) if index < len(words) else ""


def _with_fraction(words: Words, body: _Body) -> _Body:
    """What a fraction adds: two and a half, 2 1/2, a million and a half."""
    if body.value is None:
        return body
    at = body.next
    if numerals.follows_and(words, at):
        part = numerals.fraction(words, at + 1, added=True)
        bare = words.low(at + 1) in words.language.fractions
        plain = not bare or words.language.unit(words.low(at + 2)) == "measure"
    else:
        part = numerals.in_digits(words, at) if words.gap(at - 1) == " " else None
        sign = numerals.glyph(words, words.low(at)) if words.gap(at - 1) == " " else None
        part = numerals.Reading(sign, at + 1) if sign is not None else part
        plain = body.factor == 1
    if part is None or not plain:
        return body
    more = numerals.product(part.value, body.factor)
    value = numerals.total(body.value, more)
    end = words.end(part.next - 1)
    return body._replace(value=value, end=end, next=part.next)


def _with_unit(words: Words, body: _Body) -> _Body:
    """The percent sign, currency mark or time of day that belongs to a figure."""
    text, end, language = words.text, body.end, words.language
    sign = text[end : end + 1]
    if language.currencies.get(sign) in {"after", "either"}:
        return body._replace(end=end + 1)
    if sign == " ":
        sign = text[end + 1 : end + 2]
    if sign in language.percents:
        return body._replace(end=text.index(sign, end) + 1)
    for words_used in (2, 1):
        last = body.next + words_used - 1
        if last >= len(words) or not all(words.joined(at - 1) for at in range(body.next, last + 1)):
            continue
        if " ".join(words.lows[body.next : last + 1]) in language.percents:
            return body._replace(end=words.end(last), next=last + 1)
    return _clocked(words, body)


def _clocked(words: Words, body: _Body) -> _Body:
    """A time of day has no amount: 5 p.m., 9:30 am, ten o'clock."""
    at = body.next
    if words.gap(at - 1) not in {" ", ""}:
        return body
    if words.language.clock.get(words.low(at)) == "after":
        return body._replace(value=None, end=words.end(at), next=at + 1)
    start = words.start(at)
    for form, meaning in words.language.clock.items():
        if meaning == "dotted" and words.text[start : start + len(form)].lower() == form:
            return body._replace(value=None, end=start + len(form), next=at + form.count("."))
    return body
