"""The page of all facts with a date."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sitegen import urls
from sitegen.edtf import Edtf
from sitegen.model import Fact
from sitegen.views.cards import Cards
from sitegen.views.frame import Frame
from sitegen.views.kinds import (
    DateView,
    FactCard,
    PageView,
    TimelineEntry,
    TimelinePage,
    TimelineYear,
)
from sitegen.views.pictures.timelines import Dated, drawn, in_time
from sitegen.views.pictures.years import NO_YEAR, begins
from sitegen.views.wording.dates import date_view


def timeline_page(order: Sequence[Fact], cards: Cards, frame: Frame) -> PageView:
    """Facts with a date, in the order of time, as a picture and as a list."""
    path, dates = urls.TIMELINE, in_time(order)
    years = tuple(
        TimelineYear(
            _heading(year),
            str(year) if year != NO_YEAR else "Year not given",
            tuple(TimelineEntry(view, facts) for _, view, facts in group),
        )
        for year, group in groupby(_entries(dates, cards, path), key=lambda entry: begins(entry[0]))
    )
    count = sum(len(entry.facts) for year in years for entry in year.entries)
    draw = frame.look.reader("timeline.html").maker(drawn, "picture", instead=None)
    picture = draw(dates, cards, path, "Timeline-1", list_at=_list_at)
    view = TimelinePage(frame.chrome(path, "Timeline"), count, picture, years)
    return PageView(path, "timeline.html", "the timeline", view)


def timeline_entries(
    facts: Iterable[Fact], cards: Cards, path: str
) -> Iterator[tuple[Edtf, DateView, tuple[FactCard, ...]]]:
    """The dates of facts in order, each with its facts. Dates without a year come last."""
    return _entries(in_time(facts), cards, path)


def _entries(
    dates: Iterable[Dated], cards: Cards, path: str
) -> Iterator[tuple[Edtf, DateView, tuple[FactCard, ...]]]:
    for date, group in groupby(dates, key=lambda one: one.date):
        yield date, date_view(date), cards.cards(tuple(one.fact.id for one in group), path)


def _heading(year: int) -> str:
    return f"Year-{year if year != NO_YEAR else 'unknown'}"


def _list_at(year: int) -> str:
    return f"#{_heading(year)}"
