"""Checks of the numbers in a claim: each stands in the cited words, or in a field of the fact."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice

from sitegen.recognise import days_alone
from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.measures import is_hour, length, measure, span
from sitegen.recognise.language import Language
from sitegen.recognise.lazily import lazily
from sitegen.recognise.text.words import Words
from sitegen.recognise.text.words import words as words_of
from sitegen.recognise.tokens import Sort
from sitegen.verify.sentences.claim_modifiers import hedged_otherwise, modifiers, rounded
from sitegen.verify.sentences.clock_times import clock
from sitegen.verify.sentences.misstated import MOST_TOLD, Misstated
from sitegen.verify.sentences.small_numbers import (
    is_of_a_ratio,
    is_quotient,
    is_small,
    may_be_counted,
    measures_alike,
    unaccounted,
)
from sitegen.verify.sentences.stated import Grounds, Stated

_MOST_ALIKE = 50  # amounts of the source that a message or a comparison looks at
_FEW = 8
_PERCENT = 100
_SMALL_MONEY = frozenset({"cent", "penny"})
_SHARES = frozenset({Sort.PERCENT, Sort.FRACTION})


class _There:
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
        if len(self.every) <= _FEW:  # as nearly always: no table is worth its making
            found = [one for value in values for one in self.every if one.amount.has(value)]
        else:
            found = [one for value in values for one in self._by_value.get(value, ())]
        return found[:_MOST_ALIKE]

    @lazily
    def _by_value(self) -> dict[Decimal, list[Stated]]:
        table: dict[Decimal, list[Stated]] = {}
        for one in self.every:
            for value in {one.amount.value, one.amount.other}:
                if value is not None:
                    table.setdefault(value, []).append(one)
        return table

    @lazily
    def flat(self) -> list[Decimal]:
        """The values, in order, of those that the words do not call rough."""
        plain = (one for one in self.every if not modifiers(one.amounts, one.amount))
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
    ratios = [one for one in ours.every if _is_ratio(one)]
    ratios = [one for one in ratios if one.value == value or _stands(ours, one, there)]
    if ratios:
        figures = [*ratios, *(one for one in figures if not _is_within(one, ratios))]
    wrong: list[Misstated] = []
    for amount in figures:
        wrong += _judge(ours, amount, there, value, grounds)
        if len(wrong) >= MOST_TOLD:
            break
    return len(figures), wrong


def _is_ratio(amount: Amount) -> bool:
    """Whether an amount is made of two figures, which are judged as one: one in ten."""
    return amount.sort is Sort.FRACTION and not amount.stated


def _stands(ours: Amounts, amount: Amount, there: _There) -> bool:
    return any(_bears(one.amount, amount, ours, there) for one in there.of(amount))


def _is_within(amount: Amount, ratios: list[Amount]) -> bool:
    return any(one.start <= amount.start and amount.end <= one.end for one in ratios)


def _is_judged(amounts: Amounts, amount: Amount, language: Language) -> bool:
    """Whether an amount is a number: a figure, or an ordinal in words from the third on."""
    if amount.stated:
        return True
    low = amounts.text(amount).lower()
    rank = amount.sort is Sort.RANK and amount.value is not None and amount.value > 2  # noqa: PLR2004 (a second is a time as well)
    return rank and low in language.ordinals


def _judge(
    ours: Amounts, amount: Amount, there: _There, value: Decimal | None, grounds: Grounds
) -> Iterator[Misstated]:
    if amount.value is None:
        yield from _without_value(ours, amount, there)
        return
    same = [one for one in there.of(amount) if _bears(one.amount, amount, ours, there)]
    same = same or _as_long(ours, amount, there) or _in_small_money(ours, amount, there)
    in_field = value is not None and amount.has(value)
    if same:
        yield from hedged_otherwise(ours, amount, same, grounds, in_field=in_field)
        return
    if in_field or _is_otherwise_known(ours, amount, there, value, grounds):
        return
    times = list(_hours(there)) if is_hour(ours, amount) or _follows_at(ours, amount) else []
    if amount.value in times:
        return
    if times and is_hour(ours, amount):
        yield _wrong(ours, amount, there)._replace(is_error=True)
        return
    if is_small(ours, amount) and may_be_counted(ours, amount, there.every):
        return
    beside = any(_bears(one.amount, amount, ours, there) for one in grounds.amounts_beside())
    wrong = _wrong(ours, amount, there)
    if _may_be_worked_out(ours, amount, there, value, grounds):
        wrong = wrong._replace(is_error=False)
    if not beside:
        yield wrong
    elif any(unaccounted(ours, one) for one in there.every):
        yield wrong._replace(is_error=False)


def _is_otherwise_known(
    ours: Amounts, amount: Amount, there: _There, value: Decimal | None, grounds: Grounds
) -> bool:
    """Whether the words or a field have a number in another way: roughly, as a day, as a span."""
    exact = [] if grounds.fact.modifier or value is None else [value]
    return (
        rounded(ours, amount, there.flat)
        or rounded(ours, amount, exact)
        or any(_bears(one.amount, amount, ours, there) for one in grounds.field_amounts())
        or grounds.is_label(ours.words.text, amount.start, amount.end)
        or _is_day(ours, amount, grounds)
        or _is_a_span(ours, amount, grounds)
    )


def _may_be_worked_out(
    ours: Amounts, amount: Amount, there: _There, value: Decimal | None, grounds: Grounds
) -> bool:
    """Whether a claim may come to a number that nothing states: a share, a gap of years, a reason.

    What is worked out so is the editor's to show; nothing tells that it is not.
    """
    return (
        _is_a_gap(ours, amount, grounds)
        or is_quotient(ours, amount, there.every)
        or (value is not None and is_of_a_ratio(ours, amount, value))
        or any(amount.value == one.amount.value for one in grounds.reasoned_amounts())
    )


def _is_a_span(ours: Amounts, amount: Amount, grounds: Grounds) -> bool:
    """Whether a span of time is one of a larger unit in the words: ten years, of a decade."""
    claimed = length(ours, amount)
    if claimed is None:
        return False
    read = (words_of(text, grounds.language) for text in grounds.texts)
    return any(span(one, at) == claimed for one in read for at in range(1, len(one)))


def _is_a_gap(ours: Amounts, amount: Amount, grounds: Grounds) -> bool:
    """Whether years lie between two dates, of the words, the fact or a source: 20 years earlier."""
    claimed = length(ours, amount)
    if claimed is None or not _tells_a_gap(ours.words, ours.next_word(amount) + 1):
        return False
    months, per_year = claimed[1], 12
    if claimed[0] != "month" or months % per_year:
        return False
    known = {date.start.year for date in islice(grounds.dates(), _MOST_ALIKE) if date.start}
    years = {year for year in (*known, *grounds.published_years()) if year}
    return any(year + months / per_year in years for year in years)


def _tells_a_gap(words: Words, index: int) -> bool:
    """Whether words lead from a span of time to a date: earlier, before the vote, up to 1840."""
    low, language = words.low(index), words.language
    return (
        low in language.step_directions
        or low in language.relative
        or words.role(index) == "to"
        or (low == "up" and words.role(index + 1) == "to")
    )


def _follows_at(ours: Amounts, amount: Amount) -> bool:
    """Whether a number in words may be an hour: they left at ten, so that it was early."""
    words, last = ours.words, ours.next_word(amount) - 1
    written = not any(map(str.isdigit, ours.text(amount)))
    ends = not words.gap(last)[:1].isspace()
    return written and ends and words.role(ours.first_word(amount) - 1) == "at"


def _hours(there: _There) -> Iterator[int]:
    """The hours of the times of day that the words give: 10 of 10 P.M."""
    stated = (one for one in there.every if one.amount.sort is Sort.CLOCK)
    for one in islice(stated, _MOST_ALIKE):
        time = clock(one.amounts.text(one.amount), one.amounts.words.language)
        if time and not time.minute:
            yield time.hour


def _is_day(ours: Amounts, amount: Amount, grounds: Grounds) -> bool:
    """Whether an ordinal is the day of a date in the words: on the 17th, of January 17."""
    if amount.sort is not Sort.RANK:
        return False
    if amount.value not in days_alone(ours.words.text, ours.words.language):
        return False
    return any(date.start and date.start.day == amount.value for date in grounds.dates())


def _as_long(ours: Amounts, amount: Amount, there: _There) -> list[Stated]:
    """The spans of time that are as long, in another unit: fourteen days for two weeks."""
    claimed = length(ours, amount)
    if claimed is None:
        return []
    every = islice(there.every, _MOST_ALIKE)
    return [
        one
        for one in every
        if length(one.amounts, one.amount) == claimed and not _goes_on(one.amounts, one.amount)
    ]


def _in_small_money(ours: Amounts, amount: Amount, there: _There) -> list[Stated]:
    """The sums of money that are as much, in hundredths: thirty cents for $0.30."""
    known = measure(ours, amount)
    if known is None or known.dimension != "money" or amount.value is None:
        return []
    small, value = known.name in _SMALL_MONEY, amount.value
    wanted = value / _PERCENT if small else value * _PERCENT
    return [
        one
        for one in islice(there.every, _MOST_ALIKE)
        for other in (measure(one.amounts, one.amount),)
        if other and one.amount.value == wanted and other.dimension == "money"
        if (other.name in _SMALL_MONEY) is not small
    ]


def _goes_on(amounts: Amounts, amount: Amount) -> bool:
    """Whether a span of time has a second part: two hours and 30 minutes."""
    following = amounts.neighbour(amount, 1)
    if following is None or length(amounts, following) is None:
        return False
    words = amounts.words
    return words.role(amounts.first_word(following) - 1) == "and"


def _bears(stated: Amount, claimed: Amount, ours: Amounts, there: _There) -> bool:
    """Whether an amount of the source is what the claim says."""
    if stated.is_below or claimed.is_below:
        return stated.value == claimed.value
    if stated.sort is claimed.sort and claimed.value is not None and stated.has(claimed.value):
        return True  # of whatever sort: what follows compares two sorts
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
    """A number that no word bears out: an error, but for one in words that may be ours.

    Who writes a number out tells of it more often: a dozen months, of a year.
    """
    text = ours.text(amount)
    close = _closest(ours, amount, there)
    same_value = any(not one.amount.is_below for one in there.of(amount))
    in_words = not any(map(str.isdigit, text))
    contradicted = close is not None and _contradicts(ours, amount, close)
    is_error = not same_value and (not in_words or contradicted)
    says = f", which say “{close.amounts.text(close.amount)}”" if close else ""
    message = f"“{text}” does not stand in the cited words{says}"
    instead = close.amounts.text(close.amount) if close else None
    code = "claim-number"
    return Misstated(amount.start, amount.end, text, code, is_error, message, close, instead)


def _contradicts(ours: Amounts, amount: Amount, close: Stated) -> bool:
    """Whether another number stands for what the claim counts: of its measure, or both of none."""
    if measures_alike(ours, amount, close):
        return True
    if is_small(ours, amount):
        return False
    known = (measure(ours, amount), measure(close.amounts, close.amount))
    return known == (None, None) and amount.sort is close.amount.sort is Sort.COUNT


def _closest(ours: Amounts, amount: Amount, there: _There) -> Stated | None:
    """A number of the source that the claim may have meant: of its measure, or the only one."""
    stated = [one for one in islice(there.every, _MOST_ALIKE) if one.amount.stated]
    alike = (one for one in stated if measures_alike(ours, amount, one))
    return next(alike, stated[0] if len(stated) == 1 else None)


def _without_value(ours: Amounts, amount: Amount, there: _There) -> Iterator[Misstated]:
    """“Dozens” and times of day have no number: they stand in the words as they are, or nearly."""
    text, language = ours.text(amount).lower(), ours.words.language
    valueless = (s for s in there.every if s.amount.value is None)
    same = list(islice((s for s in valueless if s.amount.sort is amount.sort), _MOST_ALIKE))
    if amount.sort is Sort.CLOCK:
        time = clock(text, language)
        stated = (clock(s.amounts.text(s.amount), language) for s in same)
        if time is None or any(other in (time, None) for other in stated):
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
    if not any(_as_vague(text, s.amounts.text(s.amount).lower(), language) for s in same):
        yield Misstated(
            amount.start,
            amount.end,
            text,
            "claim-number",
            False,
            f"“{text}” does not stand in the cited words",
            same[0] if same else None,
        )


def _as_vague(ours: str, theirs: str, language: Language) -> bool:
    """Whether two figures without a value may be one: thousands, several thousand."""
    known = (language.scales, language.vague, language.tens)
    scales = [
        {low.removesuffix("s") for low in text.split() if any(low in t for t in known)}
        for text in (ours, theirs)
    ]
    return ours == theirs or (bool(scales[0]) and scales[0] == scales[1])
