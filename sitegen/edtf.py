"""Dates as an editor may write them: the part of EDTF that a fact sheet needs.

The forms are level 0 of the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2
annex A) without times of day, the level 1 forms for uncertain and approximate dates, unspecified
digits, seasons and open intervals, and `XXXX-MM-DD` for a day whose year is not given.
"""

import calendar
import re
from collections.abc import Iterator
from enum import Enum, StrEnum, auto
from functools import lru_cache

from sitegen.frozen import dataclass

_DATE = re.compile(r"(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)", re.ASCII)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_MONTHS = 12
_FEBRUARY = 2
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # of a common year
_LEAP_YEAR = 2000
_FIRST = (1, 1, 1)
_LAST = (9999, 12, 31)
_KEPT = 4096  # dates that are kept as read: a project names each of its own many times

Day = tuple[int, int, int]


class Precision(StrEnum):
    """The finest part that a date names."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Moment:
    """One date, as fine as it was given. `year` is None in `XXXX-01-20`; `season` is 21 to 24.

    For a decade or a century, `year` is the first year of it.
    """

    precision: Precision
    year: int | None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    uncertain: bool = False
    approximate: bool = False

    @property
    def earliest(self) -> Day:
        """The first day that it may mean. A date without a year sorts before all others."""
        if self.season is not None:
            return (self.year or 1, _SEASONS[self.season][0], 1)
        return (self.year or 1, self.month or 1, self.day or 1)

    @property
    def latest(self) -> Day:
        """The last day that it may mean."""
        year = self.year or 1
        match self.precision:
            case Precision.CENTURY:
                return (year + 99, 12, 31)
            case Precision.DECADE:
                return (year + 9, 12, 31)
            case _ if self.season is not None:
                month = _SEASONS[self.season][1]
            case _:
                month = self.month or _MONTHS
        return (year, month, self.day or days_in(year, month))


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval. An end of an interval that is open (`..`) is None."""

    text: str
    start: Moment | None
    end: Moment | None
    interval: bool = False

    @property
    def year(self) -> int | None:
        """The year in which it begins; of a decade or a century, the first."""
        return self.start.year if self.start else None

    @property
    def month(self) -> int | None:
        """The month in which it begins."""
        return self.start.month if self.start else None

    @property
    def day(self) -> int | None:
        """The day of the month on which it begins."""
        return self.start.day if self.start else None

    @property
    def earliest(self) -> Day:
        """The first day that it may mean, for sorting and for drawing."""
        return self.start.earliest if self.start else _FIRST

    @property
    def latest(self) -> Day:
        """The last day that it may mean."""
        return self.end.latest if self.end else _LAST

    @property
    def sort_key(self) -> tuple[Day, Day, str]:
        """Chronological order; of two that begin together, the shorter first."""
        return (self.earliest, self.latest, self.text)


@lru_cache(maxsize=_KEPT)
def parse(text: str) -> Edtf | str:
    """Read a date; a text that is none gives the reason, as the end of a sentence."""
    if "/" not in text:
        moment = _moment(text)
        return moment if isinstance(moment, str) else Edtf(text, moment, moment)
    first, _, last = text.partition("/")
    ends: list[Moment | None] = []
    for part in (first, last):
        if part == "..":
            ends.append(None)
            continue
        moment = _moment(part)
        if isinstance(moment, str):
            return moment
        ends.append(moment)
    start, end = ends
    if start is None and end is None:
        return "an interval needs at least one end"
    if start and end and start.earliest > end.latest:
        return "the interval ends before it begins"
    return Edtf(text, start, end, interval=True)


def ends(date: Edtf) -> Iterator[Edtf]:
    """A date; of an interval each end as well."""
    yield date
    if date.interval:
        for text, end in zip(date.text.split("/"), (date.start, date.end), strict=True):
            if end is not None:
                yield Edtf(text, end, end)


def days_in(year: int, month: int) -> int:
    """The days of a month; `calendar.monthrange` works out a day of the week besides."""
    return _DAYS[month - 1] + (month == _FEBRUARY and calendar.isleap(year))


def _moment(text: str) -> Moment | str:
    match = _DATE.fullmatch(text)
    if match is None:
        return "a date is written as 2018, 2018-04 or 2018-04-25"
    year, month, day, mark = match.groups()
    uncertain, approximate = mark in {"?", "%"} and bool(mark), mark in {"~", "%"} and bool(mark)
    if "X" in year and year != "XXXX":
        if month is not None:
            return "a decade or a century has no month"
        precision = Precision.CENTURY if year.endswith("XX") else Precision.DECADE
        first = int(year.replace("X", "0"))
        return Moment(precision, first, uncertain=uncertain, approximate=approximate)
    if year == "XXXX" and month in (None, "XX"):
        return "a date without a year needs its month"
    number = None if year == "XXXX" else int(year)
    if number == 0:
        return "there is no year 0000 in a fact sheet"
    if month in (None, "XX"):
        if day not in (None, "XX"):
            return "a day needs its month"
        return Moment(Precision.YEAR, number, uncertain=uncertain, approximate=approximate)
    return _within_year(number, int(month), day, uncertain=uncertain, approximate=approximate)


def _within_year(
    year: int | None, month: int, day: str | None, *, uncertain: bool, approximate: bool
) -> Moment | str:
    if month in _SEASONS and year is not None:
        if day is not None:
            return "a season has no day"
        return Moment(
            Precision.SEASON, year, season=month, uncertain=uncertain, approximate=approximate
        )
    if not 1 <= month <= _MONTHS:
        return f"there is no month {month:02}"
    if day in (None, "XX"):
        return Moment(Precision.MONTH, year, month, uncertain=uncertain, approximate=approximate)
    if not 1 <= int(day) <= days_in(year or _LEAP_YEAR, month):
        return f"month {month:02} has no day {day}"
    return Moment(
        Precision.DAY, year, month, int(day), uncertain=uncertain, approximate=approximate
    )


class Support(Enum):
    """What stated words do for a date: from best to worst."""

    STATED = auto()  # it says no more than they do
    YEARLESS = auto()  # they give its month or day, and no year
    FINER = auto()  # it lies within what they say, and says more
    NONE = auto()  # they speak of another time


def support(stated: Edtf, claimed: Edtf) -> Support:
    """How far a date that words state bears out one that is claimed.

    A claim may be coarser than the words, never finer. Marks of doubt (`?`, `~`, `%`) do not count.
    """
    if stated.interval or claimed.interval:
        within = claimed.earliest <= stated.earliest and stated.latest <= claimed.latest
        return Support.STATED if within and stated.text == claimed.text else Support.NONE
    there, ours = stated.start, claimed.start
    if there is None or ours is None:
        return Support.NONE
    if there.year is None or ours.year is None:
        return _without_years(there, ours)
    if ours.earliest <= there.earliest and there.latest <= ours.latest:
        return Support.STATED
    if there.earliest <= ours.earliest and ours.latest <= there.latest:
        return Support.FINER
    return Support.NONE


def _without_years(there: Moment, ours: Moment) -> Support:
    """How far words that give a month or day bear out a date, one of them having no year."""
    if ours.month is None or ours.month != there.month:
        return Support.NONE
    if ours.day is not None and there.day is None:
        return Support.FINER
    if ours.day not in (None, there.day):
        return Support.NONE
    return Support.STATED if ours.year is None else Support.YEARLESS
