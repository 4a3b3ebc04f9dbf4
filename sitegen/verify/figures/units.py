"""Checks of units: what a figure counts or measures in the words is what the fact says."""

from collections.abc import Iterator

from sitegen import recognise
from sitegen.counts import Given
from sitegen.diagnostics import Diagnostic, warning
from sitegen.model import Verdict
from sitegen.recognise import Amount, Amounts, Sort
from sitegen.verify.figures.stated_amounts import Read, StatedAmount, alike, unit_words
from sitegen.verify.findings import Findings, Judged
from sitegen.verify.passages import passage

_SHORTEST_PLURAL = 4


def money_is_named(read: Read, findings: Findings) -> Iterator[Diagnostic]:
    """`number-mismatch`, a warning: the words say $5 million, and the fact has 5 million of it."""
    value = read.value
    if value is None or value.measure or value.units:
        return
    marked = [one for one in read.borne if one.amount.sort is Sort.MONEY]
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

    Where the words and the claim count one thing, and the unit is another that neither they nor the
    cited lines have, this gives `number-mismatch`, a warning.
    """
    if not read.fact.unit or read.value is None:
        return
    if any(_names(one, read.value) for one in read.borne):
        yield Judged(read.fact.id, "unit", Verdict.FOUND)
    elif read.is_english and "unit" not in read.fact.basis:
        yield from _of_another_thing(read, findings)


def _names(stated: StatedAmount, value: Given) -> bool:
    """Whether the words of a figure name its unit: by their measure, or by its chief word."""
    there = stated.measure
    if there and any(there.name == unit.name for unit in value.units):
        return True
    chief = _chief(stated, value.unit)
    words, stretch = stated.amounts.words, stated.quoted
    first, last = stated.amounts.word_at(stretch.start), stated.amounts.word_at(stretch.end)
    return any(alike(words.low(at), chief) for at in range(first, last))


def _chief(stated: StatedAmount, unit: str) -> str:
    """The last word of a unit before an "of", "in" or "on": the miles of "square miles of land"."""
    chief = ""
    for low in unit_words(unit):
        if low in stated.amounts.words.language.particles:
            break
        chief = low
    return chief


def _of_another_thing(read: Read, findings: Findings) -> Iterator[Diagnostic]:
    counted = [_counted(one.amounts, one.amount) for one in read.borne]
    first = counted[0]
    if first is None or any(one != first for one in counted) or read.value is None:
        return
    claim = recognise.amounts(read.fact.claim or "")
    same = [one for one in claim.every if one.has(read.value.number)]
    if not any(_counted(claim, one) == first for one in same) or _stands(read, claim, findings):
        return
    told, place = read.borne[0], read.fact.places("unit")
    yield warning(
        "number-mismatch",
        f"the words count {first}, and the fact {read.fact.unit}",
        place,
        fact=read.fact.id,
        hints=(f"unit: {first}",),
        related=(told.related(findings, "the figure in the source"),),
    )


def _counted(amounts: Amounts, amount: Amount) -> str | None:
    """The plural noun right after a figure."""
    words, at = amounts.words, amounts.next_word(amount)
    low = words.low(at)
    if words.gap(at - 1) != " ":
        return None
    plural = low.endswith("s") and len(low) >= _SHORTEST_PLURAL
    return low if plural or words.language.unit(low) else None


def _stands(read: Read, claim: Amounts, findings: Findings) -> bool:
    """Whether any word of the unit stands in the claim or in the cited paragraphs."""
    readings = [findings.readings[one.citation.source] for one in read.found]
    paragraphs = {
        id(words): words
        for reading, one in zip(readings, read.found, strict=True)
        for index in passage(reading, one.citation.selector.lines).own
        if (words := reading.words(index))
    }
    unit = unit_words(read.fact.unit or "")
    return any(
        low == word or alike(low, word)
        for words in (claim.words, *paragraphs.values())
        for low in words.lows
        for word in unit
    )
