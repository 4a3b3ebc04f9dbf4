"""Spans of time that lie between two dates: two months, of August and October."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, islice, permutations

from sitegen.edtf import Day, Edtf, Moment
from sitegen.recognise import months, weekdays
from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.measures import length
from sitegen.verify.sentences.stated import Grounds
from sitegen.verify.sentences.worked_out import tells_a_gap

_MOST = 12
_MONTHS = 12
_DAY = 1440  # minutes
_WEEK = 7


def lies_between(ours: Amounts, amount: Amount, grounds: Grounds) -> bool:
    """Whether a span of time lies between two dates of the words or fields, to a unit of it."""
    claimed = length(ours, amount)
    if claimed is None or not amount.value:
        return False
    kind, size = claimed
    unit = size / amount.value
    exact = unit == _DAY and tells_a_gap(ours.words, ours.next_word(amount) + 1)
    gaps = _months(grounds) if kind == "month" else _minutes(grounds)
    return any(abs(gap - size) <= (0 if exact else unit) for gap in gaps)


def _months(grounds: Grounds) -> Iterator[int]:
    """The months between any two dates, those of articles too; by years, where one is a year."""
    dates = (*grounds.dates(), *grounds.published())
    for one, other in combinations(_starts(dates), 2):
        if one.year and other.year:
            finer = one.month - other.month if one.month and other.month else 0
            yield abs((one.year - other.year) * _MONTHS + finer)
    named = set[int]().union(*(months(text, grounds.language) for text in grounds.texts))
    for first, last in permutations(named, 2):
        yield (last - first) % _MONTHS


def _minutes(grounds: Grounds) -> Iterator[int]:
    """The time between any two days, of a date or of the week."""
    days = [_number(one.earliest) for one in _starts(grounds.dates()) if one.day]
    for first, last in combinations(days, 2):
        yield abs(first - last) * _DAY
    named = set[int]().union(*(weekdays(text, grounds.language) for text in grounds.texts))
    for first, last in permutations(named, 2):
        yield (last - first) % _WEEK * _DAY


def _starts(dates: Iterable[Edtf]) -> list[Moment]:
    moments = dict.fromkeys(one.start for one in dates if one.start)
    return list(islice(moments, _MOST))


def _number(day: Day) -> int:
    year, month, number = day
    return date(year, month, 1).toordinal() + number - 1
