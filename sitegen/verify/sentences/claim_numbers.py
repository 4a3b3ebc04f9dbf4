"""Checks of the numbers in a claim: each stands in the cited words, or in a field of the fact."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from sitegen.recognise.figures.amounts import Amount, Amounts
from sitegen.recognise.figures.hedges import hedges
from sitegen.recognise.figures.measures import measure
from sitegen.recognise.language import Language
from sitegen.recognise.tokens import Sort
from sitegen.verify.sentences.stated import Grounds, Stated

MOST_TOLD = 50
"""Problems of one text that are told; a text with more of them is of another kind."""
_MOST_ALIKE = 50  # amounts of the source that a message or a comparison looks at
_SMALL = 10
_PERCENT = 100
_TENTH = 10
_BELOW = frozenset({"nearly", "less-than", "at-most"})
_ABOVE = frozenset({"more-than", "at-least"})
_SHARES = frozenset({Sort.PERCENT, Sort.FRACTION})
_TIMES = re.compile(r"\d+")
_HOURS = 12


class Misstated(NamedTuple):
    """A number or date of a claim that does not hold, and how.

    `stated` is the nearest number in the source, `instead` what the source's words are.
    """

    start: int
    end: int
    text: str
    code: str
    is_error: bool
    message: str
    stated: Stated | None = None
    instead: str | None = None


class _There:
    """The amounts of the cited words, by value; looked through whole only for a message."""

    def __init__(self, stated: Iterable[Stated]) -> None:
        self.every = tuple(stated)
        self.shares_percent = any(one.amount.sort is Sort.PERCENT for one in self.every)
        self._by_value: dict[Decimal, list[Stated]] = {}
        for one in self.every:
            for value in {one.amount.value, one.amount.other} - {None}:
                if value is not None:
                    self._by_value.setdefault(value, []).append(one)

    def of(self, amount: Amount) -> list[Stated]:
        """Those of the value of a claimed amount, a share as a percentage or a fraction."""
        values = [value for value in (amount.value, amount.other) if value is not None]
        if amount.sort is Sort.PERCENT:
            values += [value / _PERCENT for value in values]
        elif amount.sort is Sort.FRACTION:
            values += [value * _PERCENT for value in values]
        found = (one for value in values for one in self._by_value.get(value, ()))
        return list(islice(found, _MOST_ALIKE))

    @cached_property
    def flat(self) -> list[Decimal]:
        """The values, in order, of those that the words do not call rough."""
        plain = (one for one in self.every if not _modifiers(one.amounts, one.amount))
        return sorted(one.amount.value for one in plain if one.amount.value is not None)


def misstated_numbers(ours: Amounts, grounds: Grounds) -> tuple[int, list[Misstated]]:
    """How many numbers of a claim could be judged, and those that do not hold, the first few.

    Codes: claim-number, modifier-dropped.
    """
    language = grounds.language
    figures = [amount for amount in ours.every if amount.sort is not Sort.YEAR]
    figures = [amount for amount in figures if _is_judged(ours, amount, language)]
    if not figures:
        return 0, []
    there, value = _There(grounds.amounts()), grounds.value()
    wrong: list[Misstated] = []
    for amount in figures:
        wrong += _judge(ours, amount, there, value, grounds)
        if len(wrong) >= MOST_TOLD:
            break
    return len(figures), wrong


def _is_judged(amounts: Amounts, amount: Amount, language: Language) -> bool:
    """Whether an amount is a number: a figure, or an ordinal in words from the third on."""
    if amount.stated:
        return True
    low = amounts.text(amount).lower()
    rank = amount.sort is Sort.RANK and amount.value is not None and amount.value > 2  # noqa: PLR2004 (a second is a time as well)
    return rank and low in language.ordinals


def _judge(
    ours: Amounts, amount: Amount, there: _There, value: Amount | None, grounds: Grounds
) -> Iterator[Misstated]:
    if amount.value is None:
        yield from _without_value(ours, amount, there)
        return
    same = [one for one in there.of(amount) if _bears(one.amount, amount, ours, there)]
    in_field = value is not None and value.value is not None and amount.has(value.value)
    if same:
        yield from _hedged_otherwise(ours, amount, same, grounds, in_field=in_field)
        return
    exact = [] if grounds.fact.modifier or not (value and value.value) else [value.value]
    if in_field or _rounded(ours, amount, there.flat) or _rounded(ours, amount, exact):
        return
    if any(_bears(one.amount, amount, ours, there) for one in grounds.field_amounts()):
        return
    if _small(ours, amount) and not any(_unaccounted(ours, one) for one in there.every):
        return
    if grounds.is_label(ours.words.text, amount.start, amount.end):
        return
    beside = any(_bears(one.amount, amount, ours, there) for one in grounds.amounts_beside())
    wrong = _wrong(ours, amount, there)
    if not beside:
        yield wrong
    elif any(_unaccounted(ours, one) for one in there.every):
        yield wrong._replace(is_error=False)


def _small(amounts: Amounts, amount: Amount) -> bool:
    """Whether a number is a small one in words, which a sentence may come to by counting."""
    low = amount.value is not None and abs(amount.value) < _SMALL
    return low and not any(map(str.isdigit, amounts.text(amount)))


def _unaccounted(ours: Amounts, stated: Stated) -> bool:
    """Whether the words have a number that the claim has not: ours may stand in its place."""
    one = stated.amount
    plain = one.stated and one.sort is not Sort.YEAR
    several = one.sort is Sort.COUNT and one.value is not None and one.value > 1
    if one.value is None or not (plain or several):
        return False
    return not any(claimed.has(one.value) for claimed in ours.every)


def _bears(stated: Amount, claimed: Amount, ours: Amounts, there: _There) -> bool:
    """Whether an amount of the source is what the claim says."""
    values = [v for v in (claimed.value, claimed.other) if v is not None]
    if claimed.sort in _SHARES and stated.sort in _SHARES and claimed.sort is not stated.sort:
        values = [_as_share(v, claimed.sort) for v in values]
        return stated.value is not None and _as_share(stated.value, stated.sort) in values
    if not any(stated.has(v) for v in values):
        return False
    if claimed.sort is Sort.RANK or stated.sort is Sort.RANK:
        return claimed.sort is stated.sort
    if claimed.sort is Sort.PERCENT:
        shared = there.shares_percent and stated.sort is Sort.COUNT
        return stated.sort is Sort.PERCENT or shared
    if stated.sort is Sort.PERCENT:
        known = measure(ours, claimed)
        return known is None or known.name in {"percent", "percentage", "point"}
    return True


def _as_share(value: Decimal, sort: Sort) -> Decimal:
    return value / _PERCENT if sort is Sort.PERCENT else value


def _wrong(ours: Amounts, amount: Amount, there: _There) -> Misstated:
    """A number that no word bears out: an error, but for a small one in words that may be ours."""
    text = ours.text(amount)
    close = _closest(ours, amount, there)
    same_value = bool(there.of(amount))
    small = _small(ours, amount)
    contradicted = close is not None and _measures_alike(ours, amount, close)
    is_error = not same_value and (not small or contradicted)
    says = f", which say “{close.amounts.text(close.amount)}”" if close else ""
    message = f"“{text}” does not stand in the cited words{says}"
    instead = close.amounts.text(close.amount) if close else None
    code = "claim-number"
    return Misstated(amount.start, amount.end, text, code, is_error, message, close, instead)


def _closest(ours: Amounts, amount: Amount, there: _There) -> Stated | None:
    """A number of the source that the claim may have meant: of its measure, or the only one."""
    stated = [one for one in islice(there.every, _MOST_ALIKE) if one.amount.stated]
    alike = (one for one in stated if _measures_alike(ours, amount, one))
    return next(alike, stated[0] if len(stated) == 1 else None)


def _measures_alike(ours: Amounts, amount: Amount, stated: Stated) -> bool:
    known, other = measure(ours, amount), measure(stated.amounts, stated.amount)
    return known is not None and other is not None and known.name == other.name


def _without_value(ours: Amounts, amount: Amount, there: _There) -> Iterator[Misstated]:
    """“Dozens” and times of day have no number: they stand in the words as they are, or nearly."""
    text = ours.text(amount).lower()
    valueless = (s for s in there.every if s.amount.value is None)
    same = list(islice((s for s in valueless if s.amount.sort is amount.sort), _MOST_ALIKE))
    if amount.sort is Sort.CLOCK:
        time = _time(text)
        if time is None or any(_time(s.amounts.text(s.amount)) in (time, None) for s in same):
            return
        if not same:
            return
        yield Misstated(
            amount.start,
            amount.end,
            text,
            "claim-number",
            True,
            f"“{text}” is not the time in the cited words, which say "
            f"“{same[0].amounts.text(same[0].amount)}”",
            same[0],
        )
        return
    if not any(s.amounts.text(s.amount).lower() == text for s in same):
        yield Misstated(
            amount.start,
            amount.end,
            text,
            "claim-number",
            False,
            f"“{text}” does not stand in the cited words",
            same[0] if same else None,
        )


def _time(text: str) -> tuple[int, int] | None:
    """The hour, of twelve, and the minute of a time of day in digits."""
    numbers = [int(found) for found in _TIMES.findall(text)]
    if not 1 <= len(numbers) <= 2:  # noqa: PLR2004 (an hour, perhaps a minute)
        return None
    return numbers[0] % _HOURS, numbers[1] if len(numbers) > 1 else 0


def _modifiers(amounts: Amounts, amount: Amount, *, needed: bool = False) -> frozenset[str]:
    found = hedges(amounts, amount)
    return frozenset(m for hedge in found if hedge.needed or not needed for m in hedge.modifiers)


def _hedged_otherwise(
    ours: Amounts, amount: Amount, same: list[Stated], grounds: Grounds, *, in_field: bool
) -> Iterator[Misstated]:
    """`modifier-dropped`: the words say “nearly”, and the claim says it flat or the other way."""
    claimed = _modifiers(ours, amount)
    field = {grounds.fact.modifier} if in_field and grounds.fact.modifier else set()
    if not claimed:
        flat = [s for s in same if not _modifiers(s.amounts, s.amount, needed=True)]
        if not flat and not _points(ours, amount):
            yield _modified(ours, amount, same[0], is_error=False)
        return
    if not any(_agree(claimed, _modifiers(s.amounts, s.amount) | field) for s in same):
        yield _modified(ours, amount, same[0], is_error=True)


def _points(ours: Amounts, amount: Amount) -> bool:
    """Whether a claim speaks of a number again: those 60 people."""
    before = ours.words.low(ours.first_word(amount) - 1)
    evidence = ours.words.language.evidence
    return evidence.get(before) == "pointing" or before in {"those", "these"}


def _agree(claimed: frozenset[str], there: frozenset[str]) -> bool:
    """Whether two ways to say how exact a number is may mean the same."""
    if not there or claimed & there or "about" in claimed | there:
        return True
    return bool((claimed & _BELOW and there & _BELOW) or (claimed & _ABOVE and there & _ABOVE))


def _modified(ours: Amounts, amount: Amount, stated: Stated, *, is_error: bool) -> Misstated:
    said, words = _with_hedge(stated.amounts, stated.amount), _with_hedge(ours, amount)
    ending = "" if is_error else " alone"
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


def _rounded(ours: Amounts, amount: Amount, exact: list[Decimal]) -> bool:
    """Whether a claim says roughly what the words say exactly: about 61,000 of 61,234.

    It has to say so, and the right way: 61,234 are more than 61,000, and not nearly.
    """
    if not exact or not amount.value:
        return False
    claimed = _modifiers(ours, amount)
    at = bisect_left(exact, amount.value)
    nearest = exact[max(0, at - 1) : at + 1]
    return bool(claimed) and any(_rounds(one, amount.value, claimed) for one in nearest)


def _rounds(exact: Decimal, rough: Decimal, modifiers: frozenset[str]) -> bool:
    """Whether a number is another one in fewer figures, and no more than a tenth away."""
    digits = rough.normalize().as_tuple()
    if len(digits.digits) >= len(exact.normalize().as_tuple().digits):
        return False
    step = Decimal(1).scaleb(int(digits.exponent))
    away = abs(exact - rough)
    if not away < step or away * _TENTH > abs(rough):
        return False
    if "about" in modifiers:
        return away * 2 <= step
    return bool(modifiers & (_ABOVE if exact > rough else _BELOW))
