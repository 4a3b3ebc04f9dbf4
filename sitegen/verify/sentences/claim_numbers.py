"""Checks of the numbers in a claim: each stands in the cited words, or in a field of the fact."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from sitegen.recognise import days_alone, unit_measures
from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.measures import is_hour, is_of_a_day, measure
from sitegen.recognise.figures.things import counted
from sitegen.recognise.language import Language
from sitegen.recognise.tokens import Sort
from sitegen.verify.sentences.borne_numbers import (
    MOST_ALIKE,
    There,
    as_long,
    bears,
    in_small_money,
    is_a_span,
    rounds,
)
from sitegen.verify.sentences.claim_modifiers import hedged_otherwise, rounded
from sitegen.verify.sentences.clock_times import clock
from sitegen.verify.sentences.enumerated import may_be_enumerated
from sitegen.verify.sentences.misstated import MOST_TOLD, Misstated
from sitegen.verify.sentences.numbered_names import has_in_a_name
from sitegen.verify.sentences.small_numbers import (
    MEASURED,
    begins_a_share,
    counts_otherwise,
    is_a_share,
    is_small,
    may_be_counted,
    measures_alike,
    measures_otherwise,
    unaccounted,
)
from sitegen.verify.sentences.stated import Grounds, Stated
from sitegen.verify.sentences.valueless import without_value
from sitegen.verify.sentences.worked_out import may_be_worked_out

_FEWEST = 3  # of an ordinal in words that is judged: a second is a time as well


def misstated_numbers(ours: Amounts, grounds: Grounds) -> tuple[int, list[Misstated]]:
    """How many numbers of a claim could be judged, and those that do not hold, the first few.

    Codes: claim-number, modifier-dropped.
    """
    language = grounds.language
    figures = [amount for amount in ours.every if amount.sort is not Sort.YEAR]
    figures = [amount for amount in figures if _is_judged(ours, amount, language)]
    if not figures:
        return 0, []
    there, value = There(grounds.amounts()), grounds.value()
    # Of one in ten both figures are judged as one, where the words or the field have it.
    ratios = [one for one in ours.every if one.sort is Sort.FRACTION]
    ratios = [one for one in ratios if one.value == value or _stands(ours, one, there)]
    figures = [*ratios, *(one for one in figures if not _is_within(one, ratios))]
    wrong: list[Misstated] = []
    for amount in figures:
        wrong += _judge(ours, amount, there, value, grounds)
        if len(wrong) >= MOST_TOLD:
            break
    return len(figures), wrong


def _stands(ours: Amounts, amount: Amount, there: There) -> bool:
    return any(bears(one.amount, amount, ours, there) for one in there.of(amount))


def _is_within(amount: Amount, ratios: list[Amount]) -> bool:
    return any(one.start <= amount.start and amount.end <= one.end for one in ratios)


def _is_judged(amounts: Amounts, amount: Amount, language: Language) -> bool:
    """Whether an amount is a number: a figure, or an ordinal in words from the third on."""
    return amount.stated or language.ordinals.get(amounts.text(amount).lower(), 0) >= _FEWEST


def _judge(
    ours: Amounts, amount: Amount, there: There, value: Decimal | None, grounds: Grounds
) -> Iterator[Misstated]:
    if amount.value is None:
        yield from without_value(ours, amount, there)
        return
    same = [one for one in there.of(amount) if bears(one.amount, amount, ours, there)]
    same = same or as_long(ours, amount, there) or in_small_money(ours, amount, there)
    in_field = value is not None and amount.has(value) and _is_of_the_unit(ours, amount, grounds)
    if same:
        yield from hedged_otherwise(ours, amount, same, grounds, in_field=in_field)
        return
    if in_field or _is_otherwise_known(ours, amount, there, value, grounds):
        return
    of_a_day = is_of_a_day(ours, amount)
    times = list(_hours(there)) if of_a_day or _follows_at(ours, amount) else []
    if amount.value in times:
        return
    if times and of_a_day:
        yield _wrong(ours, amount, there)._replace(is_error=is_hour(ours, amount))
        return
    worked_out = may_be_worked_out(ours, amount, there, value, grounds)
    if is_small(ours, amount) and _may_be_ours(ours, amount, there, grounds, is_known=worked_out):
        return
    beside = any(
        bears(one.amount, amount, ours, there)
        for one in grounds.amounts_beside()
        if not (is_small(ours, amount) and measures_otherwise(ours, amount, one))
    )
    wrong = _wrong(ours, amount, there)
    if worked_out:
        wrong = wrong._replace(is_error=False)
    if not beside:
        yield wrong
    elif any(unaccounted(ours, one) or counts_otherwise(ours, amount, one) for one in there.every):
        yield wrong._replace(is_error=False)


def _may_be_ours(
    ours: Amounts, amount: Amount, there: There, grounds: Grounds, *, is_known: bool
) -> bool:
    """Whether a small number of a claim may say a share of the words, or count what they have."""
    if is_a_share(ours, amount, there.every):
        return True
    if _is_of_what_is_counted(ours, amount, grounds):
        return False
    known = is_known or begins_a_share(ours, amount)
    return may_be_counted(ours, amount, there.every) and (
        known or may_be_enumerated(ours, amount, there.every, grounds)
    )


def _is_of_what_is_counted(ours: Amounts, amount: Amount, grounds: Grounds) -> bool:
    """Whether a number counts the things that the fact's value counts, in the unit's own word."""
    thing, unit = counted(ours, amount), grounds.fact.unit
    if thing is None or thing.sort in MEASURED or amount.sort is not Sort.COUNT:
        return False
    if not unit or grounds.value() is None:
        return False
    partly = ours.words.role(ours.next_word(amount)) == "of"  # three of the fifteen reservations
    return not partly and thing.low == unit.split()[-1].lower()


def _is_of_the_unit(ours: Amounts, amount: Amount, grounds: Grounds) -> bool:
    """Whether a number may be in the unit of its fact: no months, where that is years."""
    known = measure(ours, amount)
    if known is None or known.dimension != "time" or not grounds.fact.unit:
        return True
    units = unit_measures(grounds.fact.unit, grounds.language)
    times = {one.name for one in units if one.dimension == "time"}
    return not times or known.name in times


def _is_otherwise_known(
    ours: Amounts, amount: Amount, there: There, value: Decimal | None, grounds: Grounds
) -> bool:
    """Whether the words or a field have a number in another way: roughly, as a day, as a span."""
    exact = [] if grounds.fact.modifier or value is None else [value]
    return (
        rounds(ours, amount, there)
        or rounded(ours, amount, exact)
        or any(bears(one.amount, amount, ours, there) for one in grounds.field_amounts())
        or bool(in_small_money(ours, amount, There(grounds.valued())))
        or grounds.is_label(ours.words.text, amount.start, amount.end)
        or has_in_a_name(ours.words, amount.start, grounds)
        or _is_day(ours, amount, grounds)
        or is_a_span(ours, amount, grounds)
        or _is_time(ours, amount, there)
        or _is_of_a_birthday(ours, amount, there)
    )


def _is_time(ours: Amounts, amount: Amount, there: There) -> bool:
    """Whether figures with a full stop are a time of day of the words: 8.37, of 8.37 pm."""
    text, language = ours.text(amount), ours.words.language
    return "." in text and any(
        clock(one.amounts.text(one.amount), language) == clock(text, language)
        for one in islice(there.every, MOST_ALIKE)
        if one.amount.sort is Sort.CLOCK
    )


def _is_of_a_birthday(ours: Amounts, amount: Amount, there: There) -> bool:
    """Whether a number is that of a birthday of the words, or the other way round: to turn 93."""
    for one in there.of(amount):
        pair = ((ours, amount), (one.amounts, one.amount))
        ranks = [(text, number) for text, number in pair if number.sort is Sort.RANK]
        if len(ranks) == 1 and one.amount.value == amount.value:
            text, number = ranks[0]
            if text.words.low(text.next_word(number)) in text.words.language.runs:
                return True
    return False


def _follows_at(ours: Amounts, amount: Amount) -> bool:
    """Whether a number may be an hour: they left at ten, so that it was early."""
    words, last = ours.words, ours.next_word(amount) - 1
    ends = not words.gap(last)[:1].isspace()
    return ends and words.role(ours.first_word(amount) - 1) == "at"


def _hours(there: There) -> Iterator[int]:
    """The hours of the times of day that the words give: 10 of 10 P.M."""
    stated = (one for one in there.every if one.amount.sort is Sort.CLOCK)
    for one in islice(stated, MOST_ALIKE):
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


def _wrong(ours: Amounts, amount: Amount, there: There) -> Misstated:
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


def _closest(ours: Amounts, amount: Amount, there: There) -> Stated | None:
    """A number of the source that the claim may have meant: of its measure, or the only one."""
    stated = [one for one in islice(there.every, MOST_ALIKE) if one.amount.stated]
    alike = (one for one in stated if measures_alike(ours, amount, one))
    return next(alike, stated[0] if len(stated) == 1 else None)
