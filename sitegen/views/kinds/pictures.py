"""Facts set side by side: by measure, along time."""

from dataclasses import dataclass

from markupsafe import Markup

from sitegen.views.kinds.basics import DateView
from sitegen.views.kinds.facts import FactCard


@dataclass(frozen=True, slots=True)
class Measure:
    """Facts with figures of one measure, or of one unit where they have no measure.

    `differ` holds words when sources give different figures for one measure. `chart` compares the
    figures where there are several that can be drawn. `id` is for the heading's element.
    """

    id: str
    title: str
    differ: str | None
    facts: tuple[FactCard, ...]
    chart: Markup | None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """The facts of one date."""

    date: DateView
    facts: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """The dates that begin in one year, in order. `id` is for the heading's element."""

    id: str
    title: str
    entries: tuple[TimelineEntry, ...]
