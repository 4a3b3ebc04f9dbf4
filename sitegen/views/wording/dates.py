"""Dates in words."""

from sitegen.edtf import Edtf, Moment, Precision
from sitegen.views.kinds import DateView

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_YEARS_IN_CENTURY = 100


def date_view(date: Edtf) -> DateView:
    """A date for a page."""
    start = date.start
    if (
        start is not None
        and start.precision is Precision.DAY
        and not (date.interval or start.uncertain or start.approximate)
        and start.year is not None
        and start.month is not None
    ):  # most dates: what the functions below come to, in a third of their time
        year, month, day = start.year, start.month, start.day
        return DateView(f"{day} {_MONTHS[month - 1]} {year}", f"{year:04}-{month:02}-{day:02}")
    return DateView(date_words(date), _machine(date))


def date_words(date: Edtf) -> str:
    """A date as a sentence would have it: “20 January 2021”, “about 2018”, “2018 or earlier”."""
    if not date.interval or date.start == date.end:
        return _moment(date.start) if date.start else ""
    if date.start is None:
        return f"{_moment(date.end)} or earlier" if date.end else ""
    if date.end is None:
        return f"{_moment(date.start)} or later"
    return f"{_moment(date.start)} to {_moment(date.end)}"


def _moment(moment: Moment) -> str:
    words = _plain(moment)
    if moment.approximate:
        words = f"about {words}"
    remarks = []
    if moment.uncertain:
        remarks.append("uncertain")
    if moment.year is None:
        remarks.append("year not given")
    return f"{words} ({', '.join(remarks)})" if remarks else words


def _plain(moment: Moment) -> str:
    year = "" if moment.year is None else f" {moment.year}"
    match moment.precision:
        case Precision.CENTURY:
            first = moment.year or 0
            return f"{first} to {first + _YEARS_IN_CENTURY - 1}"
        case Precision.DECADE:
            return f"{moment.year}s"
        case Precision.SEASON if moment.season is not None:
            return f"{_SEASONS[moment.season]}{year}"
        case Precision.MONTH if moment.month is not None:
            return f"{_MONTHS[moment.month - 1]}{year}"
        case Precision.DAY if moment.month is not None:
            return f"{moment.day} {_MONTHS[moment.month - 1]}{year}"
        case _:
            return year.strip()


def _machine(date: Edtf) -> str | None:
    """The form that HTML's `datetime` takes: a year, a month or a day, and nothing vaguer."""
    moment = date.start
    if date.interval or moment is None or moment.uncertain or moment.approximate:
        return None
    match moment.precision:
        case Precision.YEAR:
            return f"{moment.year:04}"
        case Precision.MONTH:
            return None if moment.year is None else f"{moment.year:04}-{moment.month:02}"
        case Precision.DAY:
            day = f"{moment.month:02}-{moment.day:02}"
            return day if moment.year is None else f"{moment.year:04}-{day}"
        case _:
            return None
