"""Whether a claim says of a number how exact it is, as the cited words do."""

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.hedges import hedges, limits
from sitegen.verify.sentences.misstated import Misstated
from sitegen.verify.sentences.stated import Grounds, Stated

_QUARTER = 4
_TENTH = 10
_BELOW = frozenset({"nearly", "less-than", "at-most"})
_ABOVE = frozenset({"more-than", "at-least"})
_STRICT = frozenset({"nearly", "less-than", "more-than"})
"""What cannot be said of a number that is just so: 60 are neither more than 60 nor nearly 60."""
_NONE = frozenset[str]()
_LINKS = frozenset({"range", "dash"})


def modifiers(amounts: Amounts, amount: Amount, *, needed: bool = False) -> frozenset[str]:
    """How exact an amount is said to be; `needed`: by hedges that a claim has to keep alone."""
    found = (hedge for hedge in hedges(amounts, amount) if hedge.needed or not needed)
    return frozenset(name for hedge in found for name in hedge.modifiers)


def hedged_otherwise(
    ours: Amounts, amount: Amount, same: list[Stated], grounds: Grounds, *, in_field: bool
) -> Iterator[Misstated]:
    """`modifier-dropped`: the words say “nearly”, and the claim says it flat or the other way.

    So where the claim alone says so of a number that stands there: that may rest on other words.
    """
    claimed = modifiers(ours, amount)
    if not claimed:
        two = [s for s in same if _is_one_of_two(s.amounts, s.amount)]
        about = any("about" in modifiers(s.amounts, s.amount) for s in two)
        if about and _is_one_of_two(ours, amount):
            return  # some eight or ten million, in the claim eight or ten
        if any(not modifiers(s.amounts, s.amount, needed=True) for s in same):
            return  # flat there as well, as most are
        told = any(modifiers(s.amounts, s.amount) & limits(ours) for s in same)
        if not (told or _points(ours, amount)):
            yield _modified(ours, amount, same[0], ending=" alone")
        return
    field = {grounds.fact.modifier} if in_field and grounds.fact.modifier else _NONE
    there = [modifiers(s.amounts, s.amount) | field for s in same]
    if not any(_agree(claimed, hedged) for hedged in there):
        yield _modified(ours, amount, same[0], is_error=True)
    elif (
        modifiers(ours, amount, needed=True)
        and claimed <= _STRICT
        and not any(there)
        and not any(claimed & limits(s.amounts, s.amount) for s in same)
    ):
        yield _modified(ours, amount, same[0])


def _is_one_of_two(ours: Amounts, amount: Amount) -> bool:
    """Whether a number is one end of two, and rough by itself: eight or ten."""
    previous = ours.neighbour(amount, -1)
    return any(one is not None and one.link in _LINKS for one in (amount, previous))


def _points(ours: Amounts, amount: Amount) -> bool:
    """Whether a claim speaks of a number again: those 60 people."""
    before = ours.words.low(ours.first_word(amount) - 1)
    evidence = ours.words.language.evidence
    return evidence.get(before) == "pointing" or before in {"those", "these"}


def _agree(claimed: frozenset[str], there: frozenset[str]) -> bool:
    """Whether two ways to say how exact a number is may mean the same."""
    if not there or "about" in claimed | there:
        return True
    return bool((claimed & _BELOW and there & _BELOW) or (claimed & _ABOVE and there & _ABOVE))


def _modified(
    ours: Amounts, amount: Amount, stated: Stated, *, is_error: bool = False, ending: str = ""
) -> Misstated:
    said, words = _with_hedge(stated.amounts, stated.amount), _with_hedge(ours, amount)
    return Misstated(
        amount.start,
        amount.end,
        ours.text(amount),
        "modifier-dropped",
        is_error,
        f"the cited words say “{said}”, and the claim says “{words}”{ending}",
        stated,
        said,
    )


def _with_hedge(amounts: Amounts, amount: Amount) -> str:
    """An amount with the words beside it that say how exact it is."""
    found = hedges(amounts, amount)
    start = min((hedge.start for hedge in found), default=amount.start)
    end = max((hedge.end for hedge in found), default=amount.end)
    return amounts.words.text[min(start, amount.start) : max(end, amount.end)]


def rounded(ours: Amounts, amount: Amount, exact: list[Decimal]) -> bool:
    """Whether a claim says roughly what the words say exactly: about 61,000 of 61,234.

    It has to say so, and the right way: 61,234 are more than 61,000, and not nearly.
    """
    if amount.value is None:
        return False
    claimed = modifiers(ours, amount)
    at = bisect_left(exact, amount.value)
    nearest = exact[max(0, at - 1) : at + 1]
    return any(_rounds(one, amount.value, claimed) for one in nearest)


def roughly(exact: Decimal, rough: Decimal, claimed: frozenset[str]) -> bool:
    """Whether a claim that says so may call a share by another: nearly a quarter of 24 percent."""
    if abs(exact - rough) * _TENTH > abs(rough):
        return False
    return "about" in claimed or bool(claimed & (_ABOVE if exact > rough else _BELOW))


def _rounds(exact: Decimal, rough: Decimal, claimed: frozenset[str]) -> bool:
    """Whether a number is another one in fewer figures, and near: by a tenth, or half its step."""
    step = Decimal(1).scaleb(int(rough.normalize().as_tuple().exponent))
    away = abs(exact - rough)
    within_half = away * 2 <= step and away * _QUARTER <= abs(rough)
    within_tenth = away * _TENTH <= abs(rough)
    if not away < step or not (within_half or within_tenth):
        return False
    if "about" in claimed:
        return within_half and within_tenth
    return bool(claimed & (_ABOVE if exact > rough else _BELOW))
