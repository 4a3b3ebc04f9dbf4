"""Spans of time that lie between two dates: two months, of August and October."""

from collections.abc import Iterator
from itertools import combinations, islice, permutations

from sitegen.edtf import Moment
from sitegen.recognise import months, weekdays
from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.measures import length
from sitegen.verify.sentences.stated import Grounds
from sitegen.verify.sentences.worked_out import tells_a_gap

_MOST = 12
_YEAR = 12
_DAYS = 31
_MINUTES = 1440
_WEEK = 7


def lies_between(ours: Amounts, amount: Amount, grounds: Grounds) -> bool:
    """Whether a span of time lies between two dates of the words or fields, to a unit of it."""
    claimed = length(ours, amount)
    if claimed is None or not amount.value:
        return False
    kind, size = claimed
    unit = size / amount.value
    is_months = kind == "month"
    finest = unit == (1 if is_months else _MINUTES)
    exact = finest and tells_a_gap(ours.words, ours.next_word(amount) + 1)
    most = 0 if exact else unit
    gaps = _months(grounds, int(unit)) if is_months else _minutes(grounds)
    return any(abs(gap - size) <= most for gap in gaps)


def _moments(grounds: Grounds) -> list[Moment]:
    moments = dict.fromkeys(date.start for date in grounds.dates() if date.start)
    return list(islice(moments, _MOST))


def _months(grounds: Grounds, unit: int) -> Iterator[int]:
    """The months between any two dates; of years alone, where the claim counts years."""
    dated = _moments(grounds)
    if unit >= _YEAR:
        dated += [date.start for date in grounds.published() if date.start]
    for one, other in combinations(dated, 2):
        years = one.year - other.year if one.year and other.year else None
        if years is not None and one.month and other.month:
            yield abs(years * _YEAR + one.month - other.month)
        elif years is not None and unit >= _YEAR:
            yield abs(years * _YEAR)
    named = set[int]().union(*(months(text, grounds.language) for text in grounds.texts))
    for first, last in permutations(named, 2):
        yield (last - first) % _YEAR


def _minutes(grounds: Grounds) -> Iterator[int]:
    """The time between any two days, of a date or of the week."""
    for one, other in combinations(_moments(grounds), 2):
        if one.day and other.day:
            yield abs(_day(one) - _day(other)) * _MINUTES
    named = set[int]().union(*(weekdays(text, grounds.language) for text in grounds.texts))
    for first, last in permutations(named, 2):
        yield (last - first) % _WEEK * _MINUTES


def _day(one: Moment) -> int:
    return ((one.year or 0) * _YEAR + (one.month or 0)) * _DAYS + (one.day or 0)
