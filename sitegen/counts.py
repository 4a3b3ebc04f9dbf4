"""What the counts of facts are worth as numbers, and which of one measure exclude one another.

The check and the pages ask here, so that they agree.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from heapq import heappop, heappush
from typing import Any

from sitegen import recognise
from sitegen.edtf import Day
from sitegen.frozen import NamedTuple
from sitegen.linked import reading_order
from sitegen.model import Fact, FactKind
from sitegen.recognise import Measure, Sort

_SHARE = "share"
_EVER: tuple[Day, Day] = ((0, 0, 0), (10000, 1, 1))
_INFINITE = Decimal("Infinity")


class Given(NamedTuple):
    """The value of a fact as a number: its scale may stand in the unit ("74", "million votes").

    `factor` is the scale that it is written with; `measure` is that of its own mark, `units` what
    the unit names.
    """

    number: Decimal
    factor: int
    measure: Measure | None
    units: tuple[Measure, ...]
    unit: str
    rank: bool


class Bound(NamedTuple):
    """One end of a range; `beyond` 1 or -1: not the number itself, but what is above or below."""

    number: Decimal
    beyond: int = 0


class Counted(NamedTuple):
    """A count as a range of numbers, over a range of days; `source` is the first that it cites."""

    fact: Fact
    given: Given
    low: Bound
    high: Bound
    first: Day
    last: Day
    source: str | None

    @property
    def is_dated(self) -> bool:
        """Whether it says of when it is."""
        return self.first != _EVER[0]


def given(fact: Fact) -> Given | None:
    """What a fact gives as its value; None where that is no number."""
    if fact.value is None:
        return None
    plain = recognise.plain_number(fact.value.text)
    if plain is not None:
        return _given(fact, plain, 1, None)
    figure = recognise.written(fact.value.text)
    if figure is None or figure.every[0].value is None:
        return None
    amount = figure.every[0]
    number, factor = figure.every[0].value, amount.factor
    if amount.other is not None and is_length(recognise.unit_measures(fact.unit or "")):  # 300m
        number, factor = amount.other, 1
    own = recognise.measure(figure, amount) if amount.sort is not Sort.RANK else None
    if own and own.dimension != _SHARE and amount.sort in {Sort.PERCENT, Sort.FACTOR}:
        return None  # "$5%", "$twice"
    return _given(fact, number, factor, own)


def _given(fact: Fact, number: Decimal, factor: int, own: Measure | None) -> Given:
    """A value with what its unit says."""
    unit = fact.unit or ""
    scale = recognise.unit_scale(unit)
    if factor == 1 < scale:
        number, factor = recognise.product(number, scale), scale
    units = recognise.unit_measures(unit)
    return Given(number, factor, own, units, unit, fact.kind is FactKind.RANK)


def is_length(units: Iterable[Measure]) -> bool:
    """Whether a unit names a length."""
    return any(unit.dimension == "length" for unit in units)


def last_place(number: Decimal, factor: int) -> Decimal:
    """The place of the last digit that a figure gives: 100,000 in "1.2 million", 1 in "74"."""
    exponent = number.as_tuple().exponent
    written = Decimal(1).scaleb(min(int(exponent), 0))
    if factor < recognise.ROUND_SCALE:
        return written
    last = number.normalize().as_tuple().exponent
    return min(Decimal(1).scaleb(int(last)), Decimal(factor))


def counted(fact: Fact) -> Counted | None:
    """A fact's count; None where its value is no number."""
    value = given(fact)
    if value is None:
        return None
    low, high = _range(value, fact.modifier)
    first, last = (fact.as_of.earliest, fact.as_of.latest) if fact.as_of else _EVER
    source = fact.cite[0].source if fact.cite else None
    return Counted(fact, value, low, high, first, last, source)


def differ(one: Fact, other: Fact) -> bool:
    """Whether two facts of one measure cannot both be so; of values that are no numbers, never."""
    if one.value == other.value and one.unit == other.unit and one.modifier == other.modifier:
        return False
    return bool(differing((one, other)))


def differing(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts of one measure that cannot all be so, in their order."""
    every = tuple(facts)
    counts = [count for fact in every if (count := counted(fact))]
    units = of_different_units(counts, lambda count: reading_order(count.fact))
    found = {count.fact.id for count in units or excluding(counts)}
    return tuple(fact for fact in every if fact.id in found)


def excluding(counts: Sequence[Counted]) -> list[Counted]:
    """Counts that exclude one another at some time.

    One of no day is held against those of any, but for those of its own source: this tells how a
    figure changed, and does not differ from itself.
    """
    found: dict[str, Counted] = {}

    def compare(one: Counted, other: Counted) -> None:
        if one.high < other.low or other.high < one.low:
            found[one.fact.id] = one
            found[other.fact.id] = other

    undated = [count for count in counts if not count.is_dated]
    dated = [count for count in counts if count.is_dated]
    ends = _ends(undated)
    for count in dated:
        for other in ends:
            if other.source != count.source:
                compare(count, other)
    for one, other in (*_at_one_time(undated), *_at_one_time(dated)):
        compare(one, other)
    return list(found.values())


def of_different_units(counts: Sequence[Counted], order: Callable[[Counted], Any]) -> list[Counted]:
    """The first count in an order, and those that measure something else: dollars and euros."""
    known = sorted((count for count in counts if _measure(count)), key=order)
    other = [count for count in known if not _alike(_measure(count), _measure(known[0]))]
    return [known[0], *other] if other else []


def place(count: Counted) -> tuple[str, int, int]:
    """Where a count's fact stands, for an editor; a page must not depend on it."""
    span = count.fact.places()
    return span.path, span.line, span.column


def _range(value: Given, modifier: str | None) -> tuple[Bound, Bound]:
    """What a figure may stand for: about 60,000 is from 55,000 to 65,000, as it has one digit."""
    number = value.number
    whole = number.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(int(whole)) if number else Decimal(1)
    at, least, most = Bound(number), Bound(-_INFINITE), Bound(_INFINITE)
    match modifier:
        case "about":
            return Bound(number - step / 2), Bound(number + step / 2, -1)
        case "nearly":
            return Bound(number - step), Bound(number, -1)
        case "more-than":
            return Bound(number, 1), most
        case "at-least":
            return at, most
        case "less-than":
            return least, Bound(number, -1)
        case "at-most":
            return least, at
        case _:
            if value.factor == 1:
                return at, at
            half = last_place(number, value.factor) / 2
            return Bound(number - half), Bound(number + half, -1)


def _ends(counts: Sequence[Counted]) -> list[Counted]:
    """Of counts of no day the outermost, two at each end of different sources."""
    ends = []
    for ordered in (
        sorted(counts, key=lambda count: count.low, reverse=True),
        sorted(counts, key=lambda count: count.high),
    ):
        ends += ordered[:1]
        ends += [count for count in ordered if count.source != ordered[0].source][:1]
    return ends


def _at_one_time(counts: Iterable[Counted]) -> Iterable[tuple[Counted, Counted]]:
    """Pairs of counts of one time, found in one sweep through the days.

    A new one is paired with two of those that still hold: the one of the highest lower bound, and
    the one of the lowest upper bound.
    """
    lows: list[tuple[Decimal, int, int]] = []
    highs: list[tuple[Decimal, int, int]] = []
    ordered = sorted(counts, key=lambda count: (count.first, count.last, count.fact.id))
    for at, count in enumerate(ordered):
        for heap in (lows, highs):
            while heap and ordered[heap[0][-1]].last < count.first:
                heappop(heap)
            if heap:
                yield count, ordered[heap[0][-1]]
        heappush(lows, (-count.low.number, -count.low.beyond, at))
        heappush(highs, (*count.high, at))


def _measure(count: Counted) -> Measure | None:
    return count.given.measure or next(iter(count.given.units), None)


def _alike(one: Measure | None, other: Measure | None) -> bool:
    return one is None or other is None or one.agrees(other)
