"""The page of counts and ranks."""

from collections.abc import Sequence

from sitegen import urls
from sitegen.counts import differing as differing_facts
from sitegen.model import Fact
from sitegen.views.cards import Cards
from sitegen.views.frame import Frame
from sitegen.views.kinds import Measure, NumbersPage, PageView
from sitegen.views.look import Reader
from sitegen.views.pictures.charts import charts_of
from sitegen.views.pictures.compare import MOST_BESIDE, difference, side_by_side

_MEASURED, _COUNTED, _RANKED = range(3)  # the order of the groups on the page of numbers


def numbers_page(order: Sequence[Fact], cards: Cards, frame: Frame) -> PageView:
    """Counts and ranks: those of one measure together, then the others by what they count.

    Only figures of one measure, or ranks in one order, are drawn beside each other: years of age
    are not years in jail.
    """
    path = urls.NUMBERS
    facts = [fact for fact in order if fact.value is not None]
    groups: dict[tuple[int, str], list[Fact]] = {}
    for fact in facts:
        groups.setdefault(_measure_of(fact), []).append(fact)
    reader = frame.look.reader("numbers.html")
    measures = tuple(
        _measure(number, kind, name, group, cards, reader)
        for number, ((kind, name), group) in enumerate(sorted(groups.items()), start=1)
    )
    view = NumbersPage(frame.chrome(path, "Numbers"), len(facts), measures)
    return PageView(path, "numbers.html", "the list of numbers", view)


def _measure_of(fact: Fact) -> tuple[int, str]:
    """What a figure belongs with: its measure, else its unit, else other ranks."""
    if fact.measure is not None:
        return _MEASURED, fact.measure.replace("-", " ")
    return (_COUNTED, fact.unit) if fact.unit is not None else (_RANKED, "ranks")


def _title(name: str) -> str:
    return name[:1].upper() + name[1:]


def _measure(
    number: int, kind: int, name: str, facts: Sequence[Fact], cards: Cards, reader: Reader
) -> Measure:
    path, title = urls.NUMBERS, _title(name)
    several = len(facts) > 1  # a single figure differs from none
    differing = differing_facts(facts) if several and kind == _MEASURED else ()
    comparable = facts if kind in {_MEASURED, _RANKED} else ()
    drawn = reader.maker(charts_of, "chart", instead=None)
    beside = reader.maker(side_by_side, "beside", instead=None)
    shown = {fact.id for fact in differing[:MOST_BESIDE]}
    return Measure(
        id=f"Measure-{number}",
        title=title,
        differ=difference(differing, cards) if differing else None,
        facts=cards.cards(tuple(fact.id for fact in facts), path),
        chart=drawn(comparable, cards, path, title, f"Chart-{number}"),
        beside=beside(differing, cards, path) if differing else None,
        rest=cards.cards(tuple(fact.id for fact in facts if fact.id not in shown), path),
    )
