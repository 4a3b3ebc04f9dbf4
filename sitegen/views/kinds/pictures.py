"""Facts set side by side: by measure, along time."""

from markupsafe import Markup

from sitegen.frozen import dataclass
from sitegen.views.kinds.basics import DateView
from sitegen.views.kinds.facts import FactCard


@dataclass(frozen=True, slots=True)
class Measure:
    """Facts with figures of one measure, or of one unit where they have no measure.

    `facts` are all of them, `chart` compares those that can be drawn, a chart for each unit. Where
    figures of one measure cannot all be so, `differ` says it in words, `beside` shows these in
    columns below the same words, and `rest` holds the facts that `beside` does not show. `id` is
    for the heading's element.
    """

    id: str
    title: str
    differ: str | None
    facts: tuple[FactCard, ...]
    chart: Markup | None
    beside: Markup | None
    rest: tuple[FactCard, ...]


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
