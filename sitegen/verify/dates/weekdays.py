"""Days of the week beside an inferred date: whether they bear it out, or it fell on another."""

from collections.abc import Iterator, Sequence
from datetime import date

from sitegen import edtf, recognise
from sitegen.diagnostics import Diagnostic, warning
from sitegen.edtf import Edtf
from sitegen.recognise import Reading
from sitegen.verify.dates.stated_dates import DateClaim, StatedDate, named_dates

_REFORM = 1800  # an earlier weekday may be of the Julian calendar
_WEEK = 7
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekdays_given(
    field: str, because: str, words: list[tuple[str, Reading]], named: list[StatedDate]
) -> frozenset[int]:
    """The days of the week that the words give for a date, else its reason."""
    beside = frozenset(
        day for stated in named for day in (stated.around.weekday,) if day is not None
    )
    if beside or field != "date":
        return beside
    told = frozenset[int]().union(
        *(recognise.weekdays(text, r.language) - _of_dates(text, r) for text, r in words)
    )
    reading = words[0][1]
    return told or recognise.weekdays(because, reading.language) - _of_dates(because, reading)


def other_weekday(claim: DateClaim, days: frozenset[int]) -> Iterator[Diagnostic]:
    """The words name a weekday, and the date was on another one."""
    day = _whole_day(claim.date)
    if day is None or day.year < _REFORM or day.weekday() in days:
        return
    told = " or ".join(_WEEKDAYS[day] for day in sorted(days))
    yield warning(
        "date-mismatch",
        f"{claim.date.text} was a {_WEEKDAYS[day.weekday()]}, and the words say {told}",
        claim.span,
        fact=claim.fact.id,
        hints=("is it another day, or of another year?",),
    )


def is_the_day_near(claim: DateClaim, told: Sequence[tuple[str, Reading]]) -> bool:
    """Whether the words say “on Tuesday” beside a dateline, and the date is the Tuesday before it.

    So where the reason dates the article, and the date is the Tuesday of its week. A day of the
    week that belongs to a whole date says nothing of another.
    """
    day = _whole_day(claim.date)
    apart = (recognise.weekdays(text, r.language) - _of_dates(text, r) for text, r in told)
    if day is None or not any(day.weekday() in days for days in apart):
        return False
    if any(0 < (one - day).days < _WEEK for text, r in told for one in _whole_days(text, r)):
        return True
    given = _whole_days(claim.because, told[0][1])
    return any(abs((one - day).days) < _WEEK for one in given)


def is_a_weekday_near(claim: DateClaim, reading: Reading) -> bool:
    """Whether a reason gives a day of the week and a date in the same week: Wednesday, May 10.

    A few days in that week, as “over the weekend”, need no day of the week.
    """
    if claim.date.interval:
        days = [day for end in edtf.ends(claim.date) if (day := _whole_day(end))]
        given = list(_whole_days(claim.because, reading))
        return bool(days) and any(all(abs((d - one).days) < _WEEK for d in days) for one in given)
    day = _whole_day(claim.date)
    if day is None or day.weekday() not in recognise.weekdays(claim.because, reading.language):
        return False
    return any(abs((day - told).days) <= _WEEK for told in _whole_days(claim.because, reading))


def _whole_day(given: Edtf) -> date | None:
    """The day of a date that has a year, a month and a day."""
    if given.interval or not (given.year and given.day):
        return None
    return date(*given.earliest)


def _whole_days(text: str, reading: Reading) -> Iterator[date]:
    """The dates in a text that have a year, a month and a day."""
    return filter(None, map(_whole_day, named_dates(text, reading)))


def _of_dates(text: str, reading: Reading) -> frozenset[int]:
    """The days of the week of the whole dates in a text: they are said of these."""
    return frozenset(day.weekday() for day in _whole_days(text, reading))
