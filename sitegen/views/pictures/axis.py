"""A line of time: drawn to scale, but that long runs of years without a fact are cut out."""

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sitegen.edtf import Day
from sitegen.frozen import NamedTuple, dataclass

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CUT = 5.0  # per cent that a cut takes
_ALL_CUTS = 30.0
_LONGEST_KEPT = 4  # years without a fact that are drawn to scale all the same
_YEARS_BY_MONTH = 2  # a time as short as this has its months on the axis, not its years
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
_MONTH_STEPS = (1, 2, 3, 6, 12)
_DAY_STEPS = (7, 14)
_YEAR_WORD, _MONTH_WORD = 36, 62  # pixels
_EDGE = 100.0


class Tick(NamedTuple):
    """A place on the axis, and its words where there is room for them."""

    place: float
    words: str


class Cut(NamedTuple):
    """Years left out, first and last, and where the cut stands, in per cent."""

    first: int
    last: int
    left: float
    right: float


class _Stretch(NamedTuple):
    """Days drawn to scale, from the first to before the last, and where they stand."""

    first: int
    last: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Axis:
    """Where each day stands, in per cent of the width. Days are numbers, as `ordinal` gives."""

    stretches: tuple[_Stretch, ...]
    cuts: tuple[Cut, ...]

    def place(self, day: float) -> float:
        """Where a moment stands; one of a year that is cut out stands in the cut."""
        at = max(0, bisect_right(self.stretches, day, key=lambda stretch: stretch.first) - 1)
        here = self.stretches[at]
        if day > here.last and at + 1 < len(self.stretches):
            after = self.stretches[at + 1]
            return _between(day, here.last, after.first, here.right, after.left)
        return _between(min(day, here.last), here.first, here.last, here.left, here.right)

    def ticks(self, width: float) -> tuple[Tick, ...]:
        """Years, or months of a short time, as many as have room in `width` pixels."""
        if len(self.stretches) == 1 and self._days() < _YEARS_BY_MONTH * 366:
            return tuple(self._months(width))
        return tuple(self._years(width))

    def _days(self) -> int:
        return sum(stretch.last - stretch.first for stretch in self.stretches)

    def _years(self, width: float) -> Iterator[Tick]:
        drawn = sum(stretch.right - stretch.left for stretch in self.stretches)
        year = width / 100 * drawn / self._days() * 365.25
        step = next((step for step in _YEAR_STEPS if step * year >= _YEAR_WORD), _YEAR_STEPS[-1])
        room = _YEAR_WORD / width * 100
        free = -room
        for at, stretch in enumerate(self.stretches):
            first, last = _year(stretch.first), _year(stretch.last - 1)
            after = self.stretches[at + 1].left if at + 1 < len(self.stretches) else 100.0
            for number in range(first, last + 1):
                if number != first and number % step:
                    continue
                place = self.place(ordinal((number, 1, 1)))
                fits = place >= free and (number == first or place + room <= after)
                yield Tick(place, str(number) if fits and place + room <= _EDGE else "")
                free = place + room if fits else free

    def _months(self, width: float) -> Iterator[Tick]:
        stretch = self.stretches[0]
        months = list(_firsts_of_months(stretch))
        room = _MONTH_WORD / width * 100
        across = (stretch.right - stretch.left) / len(months)
        step = next((step for step in _MONTH_STEPS if step * across >= room), _MONTH_STEPS[-1])
        for number, (year, month) in enumerate(months):
            if (month - 1) % step and number:
                continue
            place = self.place(ordinal((year, month, 1)))
            with_year = f"{_MONTHS[month - 1]} {year}"
            words = with_year if number == 0 or month == 1 else _MONTHS[month - 1]
            yield Tick(place, words if place + room / 2 <= _EDGE else "")
        if len(months) == 1:
            yield from self._dates(months[0], room)

    def _dates(self, month: tuple[int, int], room: float) -> Iterator[Tick]:
        first = ordinal((*month, 1))
        for day in range(first + _DAY_STEPS[0], self.stretches[0].last - 3, _DAY_STEPS[0]):
            place = self.place(day)
            yield Tick(place, str(day - first + 1) if place + room / 3 <= _EDGE else "")


def axis(spans: Iterable[tuple[Day, Day]], left: float = 0.0, right: float = 100.0) -> Axis:
    """The axis for dates, each from its first to its last day, between two places in per cent."""
    ends = [end for span in spans for end in span]
    years = sorted({year for year, _, _ in ends})
    runs = _runs(years)
    if len(runs) == 1 and years[-1] - years[0] < _YEARS_BY_MONTH:
        first, last = min(ends), max(ends)
        whole = (ordinal((*first[:2], 1)), _after_month(*last[:2]))
        return Axis((_Stretch(*whole, left, right),), ())
    cut = min(_CUT, _ALL_CUTS / len(runs))
    lengths = [(ordinal((first, 1, 1)), ordinal((last, 12, 31)) + 1) for first, last in runs]
    days = sum(last - first for first, last in lengths)
    scale = (right - left - cut * (len(runs) - 1)) / days
    stretches: list[_Stretch] = []
    reached = left
    for first_day, last_day in lengths:
        end = reached + (last_day - first_day) * scale
        stretches.append(_Stretch(first_day, last_day, reached, end))
        reached = end + cut
    cuts = tuple(
        Cut(runs[at][1] + 1, runs[at + 1][0] - 1, here.right, stretches[at + 1].left)
        for at, here in enumerate(stretches[:-1])
    )
    return Axis(tuple(stretches), cuts)


def year_axis(left: float = 0.0, right: float = 100.0) -> Axis:
    """The months of a year that is not given; its days are those of the year 1."""
    return Axis((_Stretch(ordinal((1, 1, 1)), ordinal((1, 12, 31)) + 1, left, right),), ())


def year_ticks(of: Axis) -> tuple[Tick, ...]:
    """The quarters of such a year."""
    return tuple(
        Tick(of.place(ordinal((1, month, 1))), _MONTHS[month - 1]) for month in (1, 4, 7, 10)
    )


def ordinal(day: Day) -> int:
    """The number of a day. 29 February of a year that is not given counts as 1 March."""
    year, month, number = day
    return datetime.date(year, month, 1).toordinal() + number - 1


def _runs(years: Sequence[int]) -> list[tuple[int, int]]:
    """Years that are drawn together: the first and the last of each run."""
    kept = max(_LONGEST_KEPT, len(years) // 2)
    runs: list[tuple[int, int]] = []
    for year in years:
        if runs and year - runs[-1][1] - 1 <= kept:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return runs


def _firsts_of_months(stretch: _Stretch) -> Iterator[tuple[int, int]]:
    first = datetime.date.fromordinal(stretch.first)
    year, month = first.year, first.month
    while ordinal((year, month, 1)) < stretch.last:
        yield year, month
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004 (December)
        if year > datetime.MAXYEAR:
            return


def _after_month(year: int, month: int) -> int:
    last = 31 if month == 12 else ordinal((year, month + 1, 1)) - ordinal((year, month, 1))  # noqa: PLR2004
    return ordinal((year, month, last)) + 1


def _year(day: int) -> int:
    return datetime.date.fromordinal(day).year


def _between(day: float, first: int, last: int, left: float, right: float) -> float:
    return left + (day - first) / ((last - first) or 1) * (right - left)
