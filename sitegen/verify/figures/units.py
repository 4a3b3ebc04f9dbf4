"""Checks of units: what a figure counts or measures in the words is what the fact says."""

from collections.abc import Iterator

from sitegen import recognise
from sitegen.counts import Given
from sitegen.diagnostics import Diagnostic, warning
from sitegen.model import Verdict
from sitegen.recognise import Measure, Sort, Thing
from sitegen.verify.figures.forms import alike, unit_words
from sitegen.verify.figures.nearby import lows_around, may_stand
from sitegen.verify.figures.stated_amounts import (
    Read,
    StatedAmount,
    amounts_to,
    money_unit,
)
from sitegen.verify.findings import Findings, Judged

_OCCASION = "occasion"
_MONEY = "money"
_UNKNOWN_MONEY = Measure(_MONEY, "")
_SPEED = "speed"
_MOST_TO_TIME = 3  # words from a figure: miles an hour
_PLURAL = ("s", "men", "people")
_OF_PEOPLE = frozenset({"people", "event"})


def money_is_named(read: Read, findings: Findings) -> Iterator[Diagnostic]:
    """`number-mismatch`, a warning: the words say $5 million, and the fact has 5 million of it."""
    value = read.value
    if value is None or value.measure or value.units:
        return
    marked = [one for one in read.borne if one.amount.sort is Sort.MONEY]
    if all(one.measure == _UNKNOWN_MONEY for one in marked):
        return  # which money K4bn are nobody here knows
    if len(marked) == len(read.borne):
        yield warning(
            "number-mismatch",
            f"the words say “{marked[0].text}”, and the fact does not say in what money",
            read.fact.places("value"),
            fact=read.fact.id,
            hints=(f"value: {marked[0].text}",),
            related=(marked[0].related(findings, "the figure in the source"),),
        )


def units_stand(read: Read, findings: Findings) -> Iterator[Diagnostic | Judged]:
    """A `unit` of which the words have the chief word, or the sign, is found; else unchecked.

    Where the words count one thing, and the unit is another of which neither the words nor the
    claim have any, this gives `number-mismatch`, a warning.
    """
    value = read.value
    if value is None or not value.unit:
        return
    if any(_names(one, value) or amounts_to(one, value) for one in read.borne):
        yield Judged(read.fact.id, "unit", Verdict.FOUND)
    elif read.is_english and "unit" not in read.fact.basis:
        yield from _of_another_thing(read, value, findings)


def _names(stated: StatedAmount, value: Given) -> bool:
    """Whether the words of a figure name its unit: by their measure, or by its chief word."""
    there = recognise.measure_named(stated.amounts, stated.amount)
    same = [unit for unit in value.units if there and there.name == unit.name]
    if any(unit.dimension != _SPEED or _is_in_time(stated) for unit in same):
        return True
    chief = _chief(stated, value.unit)
    words, stretch = stated.amounts.words, stated.quoted
    first, last = stated.amounts.word_at(stretch.start), stated.amounts.word_at(stretch.end)
    return any(alike(low, chief) for low in words.lows[first:last])


def _is_in_time(stated: StatedAmount) -> bool:
    """Whether a time stands behind what a figure measures: 112 kilometres an hour, 70mph."""
    words, at = stated.amounts.words, stated.amounts.next_word(stated.amount)
    near = [words.low(after) for after in range(at - 1, at + _MOST_TO_TIME)]
    known = [words.language.measures.get(low.lstrip("0123456789.,"), "") for low in near]
    return any(meaning.startswith(("time", _SPEED)) for meaning in known)


def _chief(stated: StatedAmount, unit: str) -> str:
    """The last word of a unit before an "of", "in" or "on": the miles of "square miles of land"."""
    chief = ""
    for low in unit_words(unit):
        if low in stated.amounts.words.language.particles:
            break
        chief = low
    return chief


def _of_another_thing(read: Read, value: Given, findings: Findings) -> Iterator[Diagnostic]:
    # Of 30m the letter may be the unit itself.
    every = [
        recognise.counted(one.amounts, one.amount) for one in read.borne if not one.amount.other
    ]
    counted = [thing for thing in every if thing and not _akin(thing, value)]
    if not every or len(counted) < len(every) or _stands(read, value, findings):
        return
    first = counted[0]
    yield warning(
        "number-mismatch",
        f"the words count {first.low}, and the fact {value.unit}",
        read.fact.places("unit"),
        fact=read.fact.id,
        hints=(
            f"unit: {_named(read.borne[0], first)}",
            "or say why it is so: basis: {unit: {inferred: why}}",
        ),
        related=(read.borne[0].related(findings, "the figure in the source"),),
    )


def _named(stated: StatedAmount, counted: Thing) -> str:
    """What the words count, as a unit gives it: of $60 the dollars."""
    money = stated.measure if counted.sort == _MONEY else None
    return money_unit(money) if money else counted.low


def _akin(counted: Thing, value: Given) -> bool:
    """Whether an editor may rightly call what the words count by the unit: people are deaths."""
    ours = recognise.unit_sorts(value.unit)
    if counted.sort == _OCCASION or _OCCASION in ours:
        return True
    if counted.sort == _MONEY:
        people = ours == {"people"} and value.unit.endswith(_PLURAL)
        return not people and all(unit.dimension in {_MONEY, "count"} for unit in value.units)
    return counted.sort in _OF_PEOPLE and bool(ours & _OF_PEOPLE)


def _stands(read: Read, value: Given, findings: Findings) -> bool:
    """Whether any word of the unit stands in the claim, or in the exact words or around them."""
    claim = recognise.amounts(read.fact.claim or "").words
    near = (claim.lows, *lows_around(findings, read.found))
    unit = unit_words(value.unit)
    return any(may_stand(word, near) for word in unit if word not in claim.language.particles)
