"""Charts of facts: which figures may stand on one scale, and what is said of the others."""

from collections.abc import Sequence

from markupsafe import Markup

from sitegen import recognise
from sitegen.counts import Given, given
from sitegen.edtf import Edtf
from sitegen.frozen import NamedTuple
from sitegen.linked import dated
from sitegen.model import Amount, Fact, FactKind
from sitegen.recognise import Sort
from sitegen.views.card_html import link
from sitegen.views.cards import Cards
from sitegen.views.kinds import DateView, Link
from sitegen.views.pictures.chart import Bar, chart
from sitegen.views.pictures.ranks import ranks
from sitegen.views.pictures.reasons import reason_of
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.escaping import escaped
from sitegen.views.wording.words import unit_words, value_words

_MOST_BARS = 60
_OWN_SCALE = frozenset({Sort.FRACTION, Sort.FACTOR})


def charts_of(
    facts: Sequence[Fact], cards: Cards, path: str, title: str, name: str, fewest: int = 2
) -> Markup | None:
    """Facts' figures drawn, each unit on a scale of its own; None where nothing can be compared.

    A chart has `fewest` figures at least, and the first sixty of them; a note says what is left
    out, and why. `name` begins the ids within the page.
    """
    if len(facts) < fewest:
        return None
    scales: dict[tuple[str, ...], list[_Figure]] = {}
    undrawn = []
    for fact in facts:
        figure = _figure(fact)
        if figure is None:
            undrawn.append(fact)
        else:
            scales.setdefault(scale_of(figure), []).append(figure)
    groups = [group for group in scales.values() if len(group) >= fewest]
    drawn = []
    for at, group in enumerate(groups):
        is_alone = len(scales) == 1 and group[0].fact.kind is not FactKind.RANK
        whole = title if is_alone else f"{title}, {_unit(group[0].fact)}"
        notes = _beyond(group) + (_undrawn(undrawn, cards, path) if at == 0 else "")
        drawn.append(_chart(group, cards, path, whole, f"{name}-{at + 1}", notes))
    return Markup("".join(drawn)) if drawn else None  # noqa: S704 (made of escaped texts)


class _Figure(NamedTuple):
    """A fact with what its value is worth."""

    fact: Fact
    amount: Amount
    given: Given


def _figure(fact: Fact) -> _Figure | None:
    # A value without a number may be one of which a redaction has taken a part.
    value = given(fact) if fact.value and fact.value.number is not None else None
    return _Figure(fact, fact.value, value) if value and fact.value else None


def scale_of(figure: _Figure) -> tuple[str, ...]:
    """What a figure is measured in: those of one scale can be compared.

    "74" with the unit "million votes" and "60,000" with "votes" are of one scale; percentages,
    halves and multiples are not.
    """
    fact, amount, value = figure
    if fact.kind is FactKind.RANK:
        return "rank", fact.of or ""
    own = ""
    if recognise.plain_number(amount.text) is None:  # one in digits alone is a count
        read = recognise.written(amount.text)
        sort = read.every[0].sort if read else Sort.COUNT
        own = sort.value if sort in _OWN_SCALE else ""
    mark = value.measure.name if value.measure else ""
    return own, mark, _without_scale(fact.unit or "").casefold()


def _without_scale(unit: str) -> str:
    _, _, rest = unit.partition(" ")
    return rest if rest and recognise.unit_scale(unit) != 1 else unit


def _unit(fact: Fact) -> str:
    return f"in {fact.of}" if fact.kind is FactKind.RANK else _without_scale(fact.unit or "")


def _chart(
    figures: Sequence[_Figure], cards: Cards, path: str, title: str, name: str, notes: str
) -> str:
    measures = {figure.fact.measure for figure in figures}
    alike = len(measures) == 1 and None not in measures
    bars = [_bar(figure, cards, path, by_source=alike) for figure in figures[:_MOST_BARS]]
    draw = ranks if figures[0].fact.kind is FactKind.RANK else chart
    return draw(bars, title, name, notes)


def _bar(figure: _Figure, cards: Cards, path: str, *, by_source: bool) -> Bar:
    """A fact's figure. Figures of one measure are told apart by their source."""
    fact = figure.fact
    ref = cards.ref(fact.id, path)
    cited = cards.leading(fact.id)
    evidence = cards.shown.facts[fact.id].evidence[cited.number - 1]
    source = cards.source(fact.cite[cited.number - 1].source, path)
    lines = cards.lines(evidence)
    date, reason = dated(fact), reason_of(fact, "value", cards)
    is_rank = fact.kind is FactKind.RANK  # whose title says in what order
    words = value_words(fact, figure.amount) if is_rank else figure_words(fact)
    return Bar(
        label=Link(ref.label, ref.href),
        number=figure.given.number,
        words=words + (f", {reason}" if reason else ""),
        date=_date(fact, *date, cards) if date else None,
        source=source,
        lines=lines,
        modifier=fact.modifier,
        caption=f"{source.text}, {lines}" if by_source else None,
    )


def _date(fact: Fact, field: str, date: Edtf, cards: Cards) -> DateView:
    reason = reason_of(fact, field, cards)
    view = date_view(date)
    return DateView(f"{view.words}, {reason}", view.machine) if reason else view


def figure_words(fact: Fact) -> str:
    """A figure with its modifier and its unit."""
    words = value_words(fact, fact.value) if fact.value else ""
    return " ".join(filter(None, (words, unit_words(fact))))


def _beyond(facts: Sequence[_Figure]) -> str:
    left = len(facts) - _MOST_BARS
    if left <= 0:
        return ""
    return f'<p class="chart-note">The first {_MOST_BARS} are drawn; {left:,} more are not.</p>\n'


def _undrawn(facts: Sequence[Fact], cards: Cards, path: str) -> str:
    """The figures that give no number, with links to their facts."""
    if not facts:
        return ""
    named = "; ".join(
        link(Link(figure_words(fact), cards.ref(fact.id, path).href)) for fact in facts[:_MOST_BARS]
    )
    words = escaped("Not drawn, for the source gives no number:")
    return f'<p class="chart-note">{words} {named}.</p>\n'
