"""Whether the cited words bear a number of a claim: as it is, as a share, in another unit."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import islice
from operator import attrgetter

from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.measures import length, measure, span
from sitegen.recognise.lazily import lazily
from sitegen.recognise.tokens import Sort
from sitegen.verify.sentences.claim_modifiers import modifiers, rounded
from sitegen.verify.sentences.stated import Grounds, Stated

MOST_ALIKE = 50
"""Amounts of the source that a message or a comparison looks at."""
_PERCENT = 100
_SMALL_MONEY = frozenset({"cent", "penny"})
_start = attrgetter("start")
_SHARES = frozenset({Sort.PERCENT, Sort.FRACTION})


class There:
    """The amounts of the cited words, by value; looked through whole only for a message."""

    def __init__(self, stated: Iterable[Stated]) -> None:
        self.every = tuple(stated)

    @lazily
    def shares_percent(self) -> bool:
        """Whether one of them is a percentage."""
        return any(one.amount.sort is Sort.PERCENT for one in self.every)

    def of(self, amount: Amount) -> list[Stated]:
        """Those of the value of a claimed amount, a share as a percentage or a fraction."""
        values = [value for value in (amount.value, amount.other) if value is not None]
        if amount.sort is Sort.PERCENT:
            values += [value / _PERCENT for value in values]
        elif amount.sort is Sort.FRACTION:
            values += [value * _PERCENT for value in values]
        return [one for value in values for one in self._by_value.get(value, ())][:MOST_ALIKE]

    @lazily
    def _by_value(self) -> dict[Decimal | None, list[Stated]]:
        table: dict[Decimal | None, list[Stated]] = {}
        for one in self.every:
            for value in {one.amount.value, one.amount.other}:
                table.setdefault(value, []).append(one)
        return table

    @lazily
    def flat(self) -> dict[Sort, list[Decimal]]:
        """By their sort the values, in order, of those that the words do not call rough."""
        table: dict[Sort, list[Decimal]] = {}
        for one in self.every:
            if one.amount.value is not None and not modifiers(one.amounts, one.amount):
                table.setdefault(one.amount.sort, []).append(one.amount.value)
        return {sort: sorted(values) for sort, values in table.items()}


def as_long(ours: Amounts, amount: Amount, there: There) -> list[Stated]:
    """The spans of time that are as long, in another unit: fourteen days for two weeks."""
    claimed = _whole_length(ours, amount)
    if claimed is None:
        return []
    every = islice(there.every, MOST_ALIKE)
    return [one for one in every if _whole_length(one.amounts, one.amount) == claimed]


def _whole_length(amounts: Amounts, amount: Amount) -> tuple[str, Decimal] | None:
    """A span of time with its other part, before it or behind: two hours and 30 minutes."""
    own = length(amounts, amount)
    for step in (-1, 1):
        other = amounts.neighbour(amount, step)
        if other is None or not _goes_on(amounts, *sorted((amount, other), key=_start)):
            continue
        part = length(amounts, other)
        if own and part and own[0] == part[0]:
            return own[0], own[1] + part[1]
    return own


def in_small_money(ours: Amounts, amount: Amount, there: There) -> list[Stated]:
    """The sums of money that are as much, in hundredths: thirty cents for $0.30."""
    known = measure(ours, amount)
    if known is None or known.dimension != "money" or amount.value is None:
        return []
    small, value = known.name in _SMALL_MONEY, amount.value
    wanted = value / _PERCENT if small else value * _PERCENT
    return [
        one
        for one in islice(there.every, MOST_ALIKE)
        for other in (measure(one.amounts, one.amount),)
        if other and one.amount.value == wanted and other.dimension == "money"
        if (other.name in _SMALL_MONEY) is not small
    ]


def _goes_on(amounts: Amounts, first: Amount, second: Amount) -> bool:
    """Whether one span of time goes on in another: two hours and 30 minutes, 2 hours 30 minutes."""
    words, at = amounts.words, amounts.first_word(second)
    joint = words.role(at - 1) == "and"
    return at - 1 - joint == amounts.next_word(first) and "." not in words.gap(at - 1)


def bears(stated: Amount, claimed: Amount, ours: Amounts, there: There) -> bool:
    """Whether an amount of the source is what the claim says."""
    if stated.is_below or claimed.is_below:
        return stated.value == claimed.value
    values = [v for v in (claimed.value, claimed.other) if v is not None]
    if {claimed.sort, stated.sort} == _SHARES:
        values = [_as_share(v, claimed.sort) for v in values]
        return stated.value is not None and _as_share(stated.value, stated.sort) in values
    return any(stated.has(v) for v in values) and _is_alike(stated.sort, claimed, ours, there)


def rounds(ours: Amounts, amount: Amount, there: There) -> bool:
    """Whether a claim rounds a number of the source that is of its kind, and says so."""
    return any(
        rounded(ours, amount, values)
        for sort, values in there.flat.items()
        if _is_alike(sort, amount, ours, there)
    )


def _is_alike(sort: Sort, claimed: Amount, ours: Amounts, there: There) -> bool:
    """Whether an amount of some sort in the source may be what a claim gives by its number."""
    if Sort.RANK in (claimed.sort, sort):
        return claimed.sort is sort
    if claimed.sort is Sort.PERCENT:
        return sort is Sort.PERCENT or (there.shares_percent and sort is Sort.COUNT)
    if sort is Sort.PERCENT:
        known = measure(ours, claimed)
        return known is None or known.name in {"percent", "percentage", "point"}
    return True


def _as_share(value: Decimal, sort: Sort) -> Decimal:
    return value / _PERCENT if sort is Sort.PERCENT else value


def is_a_span(ours: Amounts, amount: Amount, grounds: Grounds) -> bool:
    """Whether a span of time is one of a larger unit in the words: ten years, of a decade."""
    claimed = length(ours, amount)
    if claimed is None:
        return False
    return any(span(one, at) == claimed for one in grounds.read for at in range(1, len(one)))
