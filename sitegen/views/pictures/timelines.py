"""Timelines of facts."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from sitegen.edtf import Edtf
from sitegen.linked import dated, has_year, reading_order
from sitegen.model import Fact
from sitegen.views.cards import Cards
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
    events = [event_of(one, cards, path) for one in in_time(facts)]
    if len(events) < 2:  # noqa: PLR2004 (one date is no course of time)
        return None
    title = _title(events)
    many = len(events) > MOST_EVENTS
    drawn = by_year(events, title, name, list_at) if many else timeline(events, title, name)
    return Markup(drawn)  # noqa: S704 (made of escaped texts)


def event_of(dated_fact: Dated, cards: Cards, path: str) -> Event:
    """A fact as the timeline draws it."""
    date, field, fact = dated_fact
    ref = cards.ref(fact.id, path)
    reason = reason_of(fact, field, cards)
    return Event(ref.href, ref.label, date, date_words(date), reason)


def _order(date: Edtf) -> tuple[bool, int, tuple[object, ...]]:
    return (not has_year(date), begins(date), date.sort_key)


def _title(events: Sequence[Event]) -> str:
    years = [begins(event.date) for event in events if has_year(event.date)]
    words = f"{count(len(events), 'fact')} by date"
    if not years:
        return words
    ends = [event.date.end.year or 0 for event in events if event.date.end and has_year(event.date)]
    first, last = min(years), max(*years, *ends) if ends else max(years)
    return f"{words}, {first}" if first == last else f"{words}, {first} to {last}"
