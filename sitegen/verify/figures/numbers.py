"""Checks of numbers: a value, its modifier and its unit stand in the words."""

from collections.abc import Iterator

from sitegen import recognise
from sitegen.counts import Given, last_place
from sitegen.diagnostics import Diagnostic, warning
from sitegen.model import Basis, BasisKind, Fact, FactKind, Verdict
from sitegen.verify.figures.foreign_numbers import is_borne, is_read, misdigited
from sitegen.verify.figures.forms import alike, unit_words
from sitegen.verify.figures.modifiers import modifiers_survive
from sitegen.verify.figures.refused_numbers import no_number, refused, shown_value
from sitegen.verify.figures.stated_amounts import (
    Read,
    StatedAmount,
    quoted,
    readings,
)
from sitegen.verify.figures.units import money_is_named, units_stand
from sitegen.verify.findings import Findings, Judged

_MOST_BEFORE_UNIT = 3  # words from an article to what it counts


def numbers_stand(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """The `value` of a count or rank, its `modifier` and its `unit`, against the exact words.

    Codes: number-mismatch, number-not-stated, modifier-dropped, false-precision.
    """
    for read in readings(findings):
        yield from values_stand(read, findings)
        if read.borne:
            if not _is_of_hedged(read, findings):
                yield from modifiers_survive(read, findings)
            yield from figures_are_no_finer(read, findings)
            yield from money_is_named(read, findings)
            yield from units_stand(read, findings)


def values_stand(read: Read, findings: Findings) -> Iterator[Diagnostic | Judged]:
    """The value stands in the exact words as a whole figure of its sort.

    Either end of a range or result will do. A derived value is worked out again instead, and one
    that is inferred is not looked for.
    """
    basis = read.fact.basis.get("value")
    if _derivation(read):
        return
    if _is_borne(read, findings) or _single(read, findings):
        yield Judged(read.fact.id, "value", Verdict.FOUND)
    elif basis is None and read.is_english:
        problem = refused(read, read.value, findings) if read.value else no_number(read)
        yield problem
        missing = problem.code == "number-not-stated"
        yield Judged(read.fact.id, "value", Verdict.MISSING if missing else Verdict.MISMATCH)
    elif basis is None and (wrong := misdigited(read, findings)):
        yield wrong
        yield Judged(read.fact.id, "value", Verdict.MISMATCH)


def _is_borne(read: Read, findings: Findings) -> bool:
    """Whether the words have the value, by the rules of their language."""
    if not is_read(read, findings):
        return bool(read.borne)
    return is_borne(read, findings) or (read.fact.kind is FactKind.RANK and bool(read.borne))


def _is_of_hedged(read: Read, findings: Findings) -> bool:
    """Whether a value is calculated from facts that have a modifier: its own goes by theirs."""
    facts, basis = findings.within.facts, _derivation(read)
    named = basis.rests_on if basis else ()
    return any(facts[name].modifier for name in named if name in facts)


def _derivation(read: Read) -> Basis | None:
    """The basis of a value that is calculated."""
    basis = read.fact.basis.get("value")
    return basis if basis and basis.kind is BasisKind.DERIVED else None


def figures_are_no_finer(read: Read, findings: Findings) -> Iterator[Diagnostic]:
    """`false-precision`, a warning: 74,000,000 for “74 million”, or one end of a range for all."""
    value = read.value
    if value is None or not read.is_english:
        return
    finer = [one for one in read.borne if _finer(read.fact, value, one)]
    if len(finer) == len(read.borne):
        yield warning(
            "false-precision",
            f"the words say “{finer[0].text}”, and {shown_value(read.fact)} looks more exact",
            read.fact.places("value"),
            fact=read.fact.id,
            hints=(f"value: {finer[0].text}",),
            related=(finer[0].related(findings, "the figure in the source"),),
        )
    ranges = [one for one in read.borne if _range_end(one)]
    if len(ranges) == len(read.borne) and read.fact.modifier is None:
        yield _half_a_range(read.fact, ranges[0], findings)


# The value


def _single(read: Read, findings: Findings) -> bool:
    """Whether a value of 1 is what an article says just before the unit: a son, an old mill."""
    if read.value is None or read.value.number != 1:
        return False
    unit = unit_words(read.value.unit)
    for _, stretch, amounts in quoted(findings, read.found):
        words = amounts.words
        first, last = amounts.word_at(stretch.start), amounts.word_at(stretch.end)
        for at in range(first, last):
            near = range(at + 1, min(last, at + 1 + _MOST_BEFORE_UNIT))
            if words.role(at) == "article" and any(
                alike(words.low(after), word) for after in near for word in unit
            ):
                return True
    return False


# Precision


def _finer(fact: Fact, value: Given, stated: StatedAmount) -> bool:
    """Whether a value gives more digits than a round figure of the words, such as “74 million”.

    Of one digit and noughts ($500,000 for “half a million”) any reader sees that it is round, where
    a modifier says so or the words give it as a part.
    """
    there, factor = stated.amount.value, stated.amount.factor
    if there is None or factor < recognise.ROUND_SCALE or stated.is_length(value.number):
        return False
    if len(there.normalize().as_tuple().digits) == 1 and (fact.modifier or there < factor):
        return False
    return last_place(value.number, value.factor) < last_place(there, factor)


def _half_a_range(fact: Fact, stated: StatedAmount, findings: Findings) -> Diagnostic:
    lower = stated.amount.link == "range"
    other = stated.amounts.neighbour(stated.amount, 1 if lower else -1) or stated.amount
    first, last = sorted((stated.amount, other))
    told = stated.amounts.words.text[first.start : last.end]
    return warning(
        "false-precision",
        f"the words give a range, “{told}”, and the fact one end of it",
        fact.places("value"),
        fact=fact.id,
        hints=("modifier: at-least" if lower else "modifier: at-most",),
        related=(stated.related(findings, "the figure in the source"),),
    )


def _range_end(stated: StatedAmount) -> bool:
    before = stated.amounts.neighbour(stated.amount, -1)
    return stated.amount.link == "range" or (before is not None and before.link == "range")
