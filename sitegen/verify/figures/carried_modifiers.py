"""Checks of a calculated figure's modifier: it is that of what it is calculated from."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from sitegen import calculation, recognise
from sitegen.calculation import Fault
from sitegen.counts import given
from sitegen.diagnostics import Diagnostic, Related, error, warning
from sitegen.model import Basis, BasisKind, Fact, Verdict
from sitegen.recognise import Amount
from sitegen.verify.dates.stated_dates import in_words
from sitegen.verify.figures.calculations import NUMBERS, cited_amounts, worth_of
from sitegen.verify.findings import Findings, Judged


def modifiers_are_carried(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """`modifier-dropped`: “about” comes into a calculation with a figure, or goes out of it.

    An error where nothing that was added up has a modifier and nothing was rounded, so that the
    words bear none; a warning where a figure has one and the result does not.
    """
    facts = findings.within.facts
    for fact in findings.judged:
        basis = fact.basis.get("value")
        if basis is None or basis.kind is not BasisKind.DERIVED or "modifier" in fact.basis:
            continue
        named = [facts[name] for name in basis.rests_on if name in facts]
        hedged = [(one, one.modifier) for one in named if one.modifier]
        if hedged and not fact.modifier:
            first, rough = hedged[0]
            other = "" if rough == "about" else ", or about"
            yield warning(
                "modifier-dropped",
                f"“{first.id}” is “{rough.replace('-', ' ')}” so many, and what is calculated "
                "from it does not say so",
                fact.places("value"),
                fact=fact.id,
                hints=(f"modifier: {rough}{other}",),
                related=(Related(first.places("modifier"), "here"),),
            )
        elif (
            fact.modifier
            and not (hedged or _is_borne(fact, findings))
            and _is_exact(fact, basis, findings)
        ):
            problem = warning if _may_be_borne(fact, findings) else error
            yield problem(
                "modifier-dropped",
                f"nothing in the calculation is “{fact.modifier.replace('-', ' ')}”",
                fact.places("modifier"),
                fact=fact.id,
                hints=(f"leave out modifier: {fact.modifier}",),
            )
            yield Judged(fact.id, "modifier", Verdict.MISMATCH)


def _is_borne(fact: Fact, findings: Findings) -> bool:
    """Whether the cited words say it of a number that is reckoned with: from about 1839 to 1859."""
    numbers = {Decimal(found) for found in NUMBERS.findall(fact.basis["value"].because)}
    if any(amount.value in numbers for amount in _hedged_so(fact, findings)):
        return True
    return _is_dated_so(fact, findings, numbers)


def _may_be_borne(fact: Fact, findings: Findings) -> bool:
    """Whether the words say it of a time of day, which may be reckoned with in minutes."""
    return any(amount.sort is recognise.Sort.CLOCK for amount in _hedged_so(fact, findings))


def _hedged_so(fact: Fact, findings: Findings) -> Iterator[Amount]:
    """The amounts of the cited words of which these say what the fact's modifier says."""
    for amounts, amount in cited_amounts(fact, findings):
        hedges = recognise.hedges(amounts, amount)
        if any(fact.modifier in hedge.modifiers for hedge in hedges):
            yield amount


def _is_dated_so(fact: Fact, findings: Findings, numbers: set[Decimal]) -> bool:
    """The same of a year: about 1839 is a date."""
    for finding in findings.speaking[fact.id]:
        for stated in in_words(finding, findings):
            start = stated.date.start
            doubt = stated.around.doubt
            if start and start.year in numbers and doubt and fact.modifier == "about":
                return True
    return False


def _is_exact(fact: Fact, basis: Basis, findings: Findings) -> bool:
    """Whether a calculation gives the value itself, and no other figure that is rounded to it."""
    if any(name not in findings.within.facts for name in basis.rests_on):
        return False
    read = calculation.parse(basis.because)
    if isinstance(read, Fault) or "round" in basis.because:
        return False
    result = calculation.evaluate(read, lambda name, dated: worth_of(findings, name, dated=dated))
    value = given(fact)
    return value is not None and result == Fraction(value.number)
