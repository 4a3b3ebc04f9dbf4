"""Timelines of facts."""

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from sitegen.edtf import Edtf
from sitegen.frozen import NamedTuple
from sitegen.linked import dated, has_year, reading_order
from sitegen.model import Fact
from sitegen.views.cards import Cards
from sitegen.views.pictures.moments import When
from sitegen.views.pictures.reasons import reason_of
from sitegen.views.pictures.timeline import Event, timeline
from sitegen.views.pictures.years import begins, by_year
from sitegen.views.wording.dates import date_words
from sitegen.views.wording.words import count

MOST_EVENTS = 40
"""More than these are counted by year."""


class Dated(NamedTuple):
    """A fact with its date and the field that holds it."""

    date: Edtf
    field: str
    fact: Fact


def in_time(facts: Iterable[Fact]) -> list[Dated]:
    """Facts with a date by its order; those without a year come last."""
    found = [Dated(date[1], date[0], fact) for fact in facts if (date := dated(fact))]
    found.sort(key=lambda one: (_order(one.date), reading_order(one.fact)))
    return found


def timeline_of(
    facts: Iterable[Fact],
    cards: Cards,
    path: str,
    name: str,
    list_at: Callable[[int], str] | None = None,
) -> Markup | None:
    """Facts in the order of time as a picture; None where fewer than two have a date.

    `list_at` leads from a year to the list of its facts; `name` begins the ids within the page.
    """
    return drawn(in_time(facts), cards, path, name, list_at)


def drawn(
    dates: Sequence[Dated],
    cards: Cards,
    path: str,
    name: str,
    list_at: Callable[[int], str] | None = None,
) -> Markup | None:
    """The same of facts that stand in the order of time."""
    if len(dates) < 2:  # noqa: PLR2004 (one date is no course of time)
        return None
    title = _title([one.date for one in dates])
    if len(dates) > MOST_EVENTS:
        times = [When(one.date, _reason(one, cards) is not None) for one in dates]
        return Markup(by_year(times, title, name, list_at))  # noqa: S704 (made of escaped texts)
    events = [event_of(one, cards, path) for one in dates]
    return Markup(timeline(events, title, name))  # noqa: S704 (as above)


def event_of(dated_fact: Dated, cards: Cards, path: str) -> Event:
    """A fact as the timeline draws it."""
    date = dated_fact.date
    ref = cards.ref(dated_fact.fact.id, path)
    return Event(ref.href, ref.label, date, date_words(date), _reason(dated_fact, cards))


def _reason(dated_fact: Dated, cards: Cards) -> str | None:
    return reason_of(dated_fact.fact, dated_fact.field, cards)


def _order(date: Edtf) -> tuple[bool, int, tuple[object, ...]]:
    return (not has_year(date), begins(date), date.sort_key)


def _title(dates: Sequence[Edtf]) -> str:
    years = [begins(date) for date in dates if has_year(date)]
    words = f"{count(len(dates), 'fact')} by date"
    if not years:
        return words
    ends = [date.end.year or 0 for date in dates if date.end and has_year(date)]
    first, last = min(years), max(*years, *ends) if ends else max(years)
    return f"{words}, {first}" if first == last else f"{words}, {first} to {last}"
