"""Amounts that several words of a text make together: one in ten, two feet and a half."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from sitegen.recognise.figures import numerals
from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Sort

_LARGEST_SHARE = 1_000_000_000  # one in so many
_PAIR = 2  # words: out of, in every


def composed(words: Words, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts that those of a paragraph make with each other, or with the words around them.

    None is a figure of the text (`stated`): a value that is there already is compared with them.
    """
    for first, second in pairwise((*amounts, None)):
        made = (_of_a_percent(words, first, second) or _and_a_half(words, first)) if first else None
        if made is None and first and second:
            made = _ratio(words, first, second) or _added(words, first, second)
        if made:
            yield made


def _of_a_percent(words: Words, first: Amount, second: Amount | None) -> Amount | None:
    """Half a percent, three quarters of one percent, half a percentage point."""
    if first.sort is not Sort.FRACTION or first.value is None or first.value >= 1:
        return None
    at = _word_at(words, first.end)
    at += words.role(at) == "of"
    if second and second.sort is Sort.PERCENT and second.value == 1:
        is_whole = words.start(at) == second.start
        return (
            Amount(first.start, second.end, first.value, Sort.PERCENT, stated=False)
            if is_whole
            else None
        )
    if words.role(at) != "article" or words.low(at + 1) not in words.language.percents:
        return None
    return Amount(first.start, words.end(at + 1), first.value, Sort.PERCENT, stated=False)


def _ratio(words: Words, first: Amount, second: Amount) -> Amount | None:
    """One in five, two out of three, one in every ten: a fraction of its own."""
    if first.value is None or not second.value or second.sort is not Sort.COUNT:
        return None
    if first.sort is not Sort.COUNT or not (first.stated or first.value == 1):
        return None
    begin = _word_at(words, first.end)
    between = _word_at(words, second.start) - begin
    of = between == _PAIR and words.role(begin + 1) == "of"
    if not of and not (1 <= between <= _PAIR and words.role(begin) == "in"):
        return None
    if not 0 < first.value < second.value <= _LARGEST_SHARE:
        return None
    if not (numerals.is_whole(first.value) and numerals.is_whole(second.value)):
        return None
    value = numerals.quotient(int(first.value), int(second.value))
    return Amount(first.start, second.end, value, Sort.FRACTION, stated=False)


def _added(words: Words, first: Amount, second: Amount) -> Amount | None:
    """A number whose fraction stands behind its unit: two feet and a half, a year and a half."""
    if first.value is None or second.value is None or not second.stated:
        return None
    if not numerals.is_whole(first.value):
        return None
    if first.sort is not Sort.COUNT or second.sort is not Sort.FRACTION or second.value >= 1:
        return None
    unit, joint = _word_at(words, first.end), _word_at(words, second.start) - 1
    alone = unit + 1 == joint and words.gap(unit - 1) in {" ", "-"} and words.gap(unit) == " "
    if not alone or words.role(joint) != "and" or words.language.unit(words.low(unit)) is None:
        return None
    after = _word_at(words, second.end)
    of = words.role(after) == "of"  # six inches and an half of rain
    goes_on = words.gap(after - 1) == " " and words.role(after + of) in {"the", "article"}
    if goes_on or words.role(joint + 1) != "article":  # and half the crew, and a quarter of it
        return None
    value = numerals.total(first.value, second.value)
    return Amount(first.start, second.end, value, Sort.COUNT, stated=False)


def _and_a_half(words: Words, part: Amount) -> Amount | None:
    """One of a unit and a fraction of it: an hour and a half."""
    at = _word_at(words, part.start)  # its own article
    first = at - 3
    roles = [words.role(one) for one in (first, at - 1, at)]
    joined = all(words.gap(one) == " " for one in range(first, at))
    if part.sort is not Sort.FRACTION or roles != ["article", "and", "article"] or not joined:
        return None
    if part.value is None or part.value >= 1 or words.language.unit(words.low(first + 1)) is None:
        return None
    value = numerals.total(Decimal(1), part.value)
    return Amount(words.start(first), part.end, value, Sort.COUNT, stated=False)


def _word_at(words: Words, offset: int) -> int:
    """The index of the first word from an offset on."""
    return bisect_left(words.spans, (offset, 0))
