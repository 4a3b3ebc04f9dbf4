"""Charts of facts."""

from collections.abc import Sequence

from markupsafe import Markup

from sitegen.linked import dated
from sitegen.model import Fact
from sitegen.views.cards import Cards
from sitegen.views.kinds import Link
from sitegen.views.pictures.chart import Bar, chart
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.words import unit_words, value_words


def chart_of(
    facts: Sequence[Fact], cards: Cards, path: str, title: str, name: str
) -> Markup | None:
    """Facts' figures as bars; None where fewer than two can be drawn to compare."""
    bars = [bar for fact in facts if (bar := bar_of(fact, cards, path))]
    if len(bars) < 2:  # noqa: PLR2004 (one bar compares nothing)
        return None
    return Markup(chart(bars, title, name))  # noqa: S704 (made of escaped texts)


def bar_of(fact: Fact, cards: Cards, path: str) -> Bar | None:
    """A fact's figure as a bar, where it has a number."""
    if fact.value is None or fact.value.number is None:
        return None
    ref = cards.ref(fact.id, path)
    date = dated(fact)
    cited = cards.leading(fact.id)
    source = fact.cite[cited.number - 1].source
    evidence = cards.shown.facts[fact.id].evidence[cited.number - 1]
    return Bar(
        label=Link(ref.label, ref.href),
        number=fact.value.number,
        words=" ".join(filter(None, (value_words(fact, fact.value), unit_words(fact)))),
        date=date_view(date[1]) if date else None,
        source=cards.source(source, path),
        lines=cards.lines(cited, evidence),
    )
