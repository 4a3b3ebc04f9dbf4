"""Small numbers in words, to which a sentence of ours may come by counting: all three of them."""

from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal
from itertools import permutations

from sitegen.recognise.figures import numerals
from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.measures import length, measure
from sitegen.recognise.figures.things import counted
from sitegen.recognise.tokens import Sort
from sitegen.verify.sentences.claim_modifiers import modifiers, roughly
from sitegen.verify.sentences.stated import Stated

MEASURED = frozenset({"measure", "money"})
"""Sorts of things that nobody counts by looking."""
_SMALL = 10
_LARGEST = 20  # below it stand the numbers that a small one may have replaced
_PERCENT = 100
_OTHERS = 2  # words beside a number in which “other” stands
_HUNDREDTH = Decimal("0.01")
_PARTS = frozenset({Sort.PERCENT, Sort.FRACTION})
_SHARES = _PARTS | {Sort.FACTOR}
_COUNTED = frozenset({Sort.COUNT, Sort.MONEY})
_MOST_BETWEEN = 3  # words of “one dollar in eight” between its numbers
_MOST_PAIRED = 8  # numbers of the words of which one may be a share of another


def is_small(amounts: Amounts, amount: Amount) -> bool:
    """Whether a number is a small one in words."""
    low = amount.value is not None and abs(amount.value) < _SMALL
    return low and not any(map(str.isdigit, amounts.text(amount)))


def is_a_share(ours: Amounts, amount: Amount, there: Iterable[Stated]) -> bool:
    """Whether a small number says, or is one of the two that say, a share that the words have."""
    ratio = _ratio(ours, amount)
    share = ratio.value if ratio else _share(ours, amount)
    one, every = ratio or amount, tuple(there)
    if ratio and is_quotient(ours, ratio, every):
        return True
    return share is not None and any(_has_share(ours, one, share, other) for other in every)


def begins_a_share(ours: Amounts, amount: Amount) -> bool:
    """Whether a number is the three of three quarters."""
    return _share(ours, amount) is not None


def may_be_counted(ours: Amounts, amount: Amount, there: Iterable[Stated]) -> bool:
    """Whether a small number of a claim may be its own count of what the words have.

    Not where the words have a number of the kind that the claim lacks: ours may stand in its place.
    """
    return not _ratio(ours, amount) and not any(_replaced(ours, amount, one) for one in there)


def counts_otherwise(ours: Amounts, amount: Amount, stated: Stated) -> bool:
    """Whether the words count the same things with another number: two match points, not six."""
    if stated.amount.sort is not Sort.COUNT:
        return False
    claimed, there = counted(ours, amount), counted(stated.amounts, stated.amount)
    return claimed is not None and there is not None and claimed.low == there.low


def is_quotient(ours: Amounts, amount: Amount, there: Iterable[Stated]) -> bool:
    """Whether a share is what one number of the words is of another: seven in ten, of 70 and 100.

    Both count the same, as far as the words beside them tell. Percents may be rounded to their last
    digit where the words themselves have one number “of” the other.
    """
    percents = amount.value if amount.sort is Sort.PERCENT else None
    share = percents / _PERCENT if percents else _share(ours, amount)
    if share is None:
        return False
    counts = [(one, one.amount.value) for one in there if one.amount.sort in _COUNTED]
    known = [(one, value) for one, value in counts if value][:_MOST_PAIRED]
    claimed = modifiers(ours, amount)
    return any(
        _may_count_alike(one, other)
        and (
            part / whole == share
            or roughly(part / whole, share, claimed)
            or (percents and _is_rounded(part / whole, percents) and _is_of(one, other))
        )
        for (one, part), (other, whole) in permutations(known, 2)
    )


def is_of_a_ratio(ours: Amounts, amount: Amount, share: Decimal) -> bool:
    """Whether a number is one of the two that a share is told with: one dollar in eight."""
    before, after = ours.neighbour(amount, -1), ours.neighbour(amount, 1)
    for first, second in ((amount, after), (before, amount)):
        if first and second and second.value is not None:
            at, last = ours.next_word(first), ours.first_word(second)
            joint = ours.words.role(last - 1) in {"in", "of"}
            parted = 1 <= last - at <= _MOST_BETWEEN and joint
            if parted and first.value in (
                share * second.value,
                share * second.value / _PERCENT,
            ):
                return True
    return False


def _ratio(ours: Amounts, amount: Amount) -> Amount | None:
    """The share of which a number is one part: one in four."""
    return next(
        (
            one
            for one in ours.every
            if one.sort is Sort.FRACTION
            and one.start <= amount.start
            and amount.end <= one.end
            and (one.start, one.end) != (amount.start, amount.end)
        ),
        None,
    )


def _is_rounded(exact: Decimal, percents: Decimal) -> bool:
    """Whether percents are a fraction to the last digit that they give: 47 percent, of 28/60."""
    step = Decimal(1).scaleb(min(int(percents.as_tuple().exponent), 0))
    return abs(exact * _PERCENT - percents) * 2 <= step


def _is_of(one: Stated, other: Stated) -> bool:
    """Whether the words have one amount “of” another: 28 of the 60 men."""
    if one.amounts is not other.amounts:
        return False
    first, last = one.amounts.next_word(one.amount), one.amounts.first_word(other.amount)
    few = last - first <= _MOST_BETWEEN
    return few and any(one.amounts.words.role(at) == "of" for at in range(first, last))


def _may_count_alike(one: Stated, other: Stated) -> bool:
    """Whether nothing says that two amounts measure different things."""
    known, there = measure(one.amounts, one.amount), measure(other.amounts, other.amount)
    return known is None or there is None or known.agrees(there)


def unaccounted(ours: Amounts, stated: Stated) -> bool:
    """Whether the words have a number that the claim has not: ours may stand in its place."""
    one = stated.amount
    if one.value is None:
        return False
    plain = one.stated and one.sort is not Sort.YEAR
    several = one.sort is Sort.COUNT and one.value > 1
    apart = Sort.FRACTION if _is_in_percents(stated) else None  # half is no 0.5 percent
    alike = (claimed for claimed in ours.every if claimed.sort is not apart)
    return (plain or several) and not any(claimed.has(one.value) for claimed in alike)


def measures_alike(ours: Amounts, amount: Amount, stated: Stated) -> bool:
    """Whether two amounts measure or count the same, as far as the words beside them tell."""
    known, other = measure(ours, amount), measure(stated.amounts, stated.amount)
    return known is not None and other is not None and known.name == other.name


def measures_otherwise(ours: Amounts, amount: Amount, stated: Stated) -> bool:
    """Whether one of two amounts is of a length, a time or money, and the other counts things."""
    claimed, there = counted(ours, amount), counted(stated.amounts, stated.amount)
    if claimed is None or there is None:
        return False
    return (claimed.sort in MEASURED) != (there.sort in MEASURED)


def _share(ours: Amounts, amount: Amount) -> Decimal | None:
    """The fraction that a number is, or begins: four fifths, three quarters, and a sixth."""
    if amount.value is None:
        return None
    if amount.sort is Sort.FRACTION:
        return amount.value / _PERCENT if _is_of_a_percent(ours, amount) else amount.value
    words, fractions = ours.words, ours.words.language.fractions
    if amount.sort is Sort.RANK:
        is_part = words.role(ours.first_word(amount) - 1) == "article"
        whole, parts = 1, fractions.get(ours.text(amount).lower(), 0) if is_part else 0
    else:
        whole, parts = int(amount.value), fractions.get(words.low(ours.next_word(amount)), 0)
    return numerals.quotient(whole, parts) if parts else None


def _is_of_a_percent(ours: Amounts, amount: Amount) -> bool:
    """Whether a fraction is one of a percent: half a percent, three quarters of a percent."""
    words, at = ours.words, ours.next_word(amount)
    at += words.role(at) == "of"
    return words.role(at) == "article" and words.low(at + 1) in words.language.percents


def _has_share(ours: Amounts, amount: Amount, share: Decimal, stated: Stated) -> bool:
    """Whether an amount is a share: of a hundred, beside a whole number, or nearly.

    Half of them are no 0.5 percent.
    """
    one, percents = stated.amount, _is_in_percents(stated)
    for value in (one.value, one.other):
        if value is None:
            continue
        beside = value - value.to_integral_value(ROUND_DOWN)  # 3½ tons, of any size
        if share * _PERCENT == value or (share in (value, beside) and not percents):
            return True
        exact = value / _PERCENT if one.sort is Sort.PERCENT else value
        near = abs(exact - share) < _HUNDREDTH  # two in three, of 66 percent
        if one.sort in _SHARES and (near or roughly(exact, share, modifiers(ours, amount))):
            return True
    return False


def _is_in_percents(stated: Stated) -> bool:
    known = measure(stated.amounts, stated.amount)
    return known is not None and known.dimension == "share"


def _replaced(ours: Amounts, amount: Amount, stated: Stated) -> bool:
    """Whether a small number may stand in the place of one of the words."""
    one = stated.amount
    if one.value is None:
        return False
    alike = _followed_alike(ours, amount, stated)
    if not unaccounted(ours, stated):
        return alike and one.stated
    if one.value + 1 == amount.value and speaks_of_others(stated):
        return False
    if amount.sort in _PARTS or one.sort in _PARTS:
        return amount.sort in _SHARES and one.sort in _SHARES
    if (amount.sort is Sort.RANK) != (one.sort is Sort.RANK):
        return False
    return one.value < _LARGEST or alike or _measure_alike(ours, amount, stated)


def _measure_alike(ours: Amounts, amount: Amount, stated: Stated) -> bool:
    """Whether two amounts measure the same, in whatever units of time: 20 years, seven decades."""
    known, other = length(ours, amount), length(stated.amounts, stated.amount)
    in_time = known is not None and other is not None and known[0] == other[0]
    return in_time or measures_alike(ours, amount, stated)


def _followed_alike(ours: Amounts, amount: Amount, stated: Stated) -> bool:
    """Whether the same word follows two numbers: the three most watched, the most watched three."""
    low = ours.words.low(ours.next_word(amount))
    return bool(low) and low == stated.amounts.words.low(stated.amounts.next_word(stated.amount))


def speaks_of_others(stated: Stated) -> bool:
    """Whether a number counts those beside somebody: he and the other seven are eight."""
    words = stated.amounts.words
    first, after = stated.amounts.first_word(stated.amount), stated.amounts.next_word(stated.amount)
    beside = (*range(first - _OTHERS, first), *range(after, after + _OTHERS))
    return any(words.low(at) in {"other", "others"} for at in beside)
