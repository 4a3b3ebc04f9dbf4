"""Facts under headings: one list, or groups by year where a list would be too long to look over."""

from collections.abc import Sequence

from sitegen.linked import dated, has_year
from sitegen.model import Fact
from sitegen.views.cards import Cards
from sitegen.views.kinds import Group, Link, Section

MANY = 40
"""Facts that one list holds at most; more are parted by year."""


def section(
    identifier: str,
    title: Link,
    facts: Sequence[str],
    cards: Cards,
    path: str,
    note: str | None = None,
) -> Section:
    """Facts by id, in reading order, under a heading of the page at `path`."""
    many = len(facts) > MANY
    return Section(
        id=identifier,
        title=title,
        count=len(facts),
        note=note,
        facts=() if many else cards.cards(tuple(facts), path),
        groups=_by_year(identifier, facts, cards, path) if many else (),
    )


def _by_year(identifier: str, facts: Sequence[str], cards: Cards, path: str) -> tuple[Group, ...]:
    """The years in order, then dates without a year, then no date."""
    records = cards.shown.factsheet.facts
    found: dict[tuple[int, int], list[str]] = {}
    for name in facts:
        found.setdefault(_year(records[name]), []).append(name)
    return tuple(
        Group(f"{identifier}-{_YEARLESS.get(key, (key[1],))[0]}", Link(_title(key)), members)
        for key, members in (
            (key, cards.cards(tuple(names), path)) for key, names in sorted(found.items())
        )
    )


_YEARLESS = {(1, 0): ("Yearless", "Year not given"), (2, 0): ("Undated", "No date")}


def _title(key: tuple[int, int]) -> str:
    return _YEARLESS[key][1] if key in _YEARLESS else str(key[1])


def _year(fact: Fact) -> tuple[int, int]:
    """Where a fact stands among the years; an open beginning has the year of its end."""
    date = dated(fact)
    if date is None:
        return 2, 0
    if not has_year(date[1]):
        return 1, 0
    moment = date[1].start or date[1].end
    return 0, (moment.year if moment else None) or 0
