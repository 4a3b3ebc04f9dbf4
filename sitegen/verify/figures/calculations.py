"""Checks of calculations: a derived value or date is worked out again from the facts it names."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from sitegen import calculation, recognise
from sitegen.calculation import Calculation, Fault, Worth
from sitegen.counts import given, last_place
from sitegen.diagnostics import Diagnostic, Related, Span, error
from sitegen.edtf import Edtf, Precision
from sitegen.model import FACT_PROSE, Basis, BasisKind, Fact, Verdict
from sitegen.recognise import Amount, Amounts
from sitegen.verify.figures.worked_out_hints import Owner, instead, shortened, shown
from sitegen.verify.findings import Findings, Judged

_DATES = ("date", "said", "as_of")
_HARDLY = Fraction(1, 10**20)  # between a third and 28 digits of it

NUMBERS = re.compile(r"(?<![\w-])\d+(?:\.\d+)?(?![\w-])")
"""The plain numbers of a calculation."""
Node = tuple[str, bool]  # a fact's id, and whether its date is meant, not its value


def calculations_hold(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """`calc-mismatch`: a calculation that cannot be read or worked out, or gives something else.

    A result counts as the value when it is the same to the last digit that the value gives. One
    that rests on numbers alone, and no fact, is no evidence: its field stays unchecked.
    """
    facts = findings.within.facts
    owners: list[Owner] = [*findings.judged, *findings.sources]
    for owner in owners:
        for field, basis in owner.basis.items():
            if basis.kind is not BasisKind.DERIVED or getattr(owner, field) is None:
                continue
            if any(name not in facts for name in basis.rests_on):
                continue  # unknown-fact, or a fact that could not be read
            wrong = _wrong(owner, field, basis, findings)
            if wrong:
                yield wrong
            kind: Literal["fact", "source"] = "fact" if isinstance(owner, Fact) else "source"
            if wrong or basis.rests_on:
                verdict = Verdict.MISMATCH if wrong else Verdict.FOUND
                yield Judged(owner.id, field, verdict, kind)


def cited_amounts(fact: Fact, findings: Findings) -> Iterator[tuple[Amounts, Amount]]:
    """The amounts of a fact's cited words, each with those around it."""
    for finding in findings.speaking[fact.id]:
        reading = findings.readings[finding.citation.source]
        for index, start, end in findings.stretches(finding):
            amounts = reading.amounts(index)
            yield from ((amounts, amount) for amount in amounts.within(start, end))


def calculations_end(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """`calc-mismatch`: a fact that is calculated from itself, by way of others."""
    edges = dict(_edges(findings))
    for node, named in _circular(edges).items():
        identifier, dated = node
        fact = findings.within.facts[identifier]
        field = next(name for name in derived(fact) if (name in _DATES) is dated)
        by_way = next((name for name, _ in named if name != identifier), None)
        rest = f" by way of “{by_way}”" if by_way else ""
        yield error(
            "calc-mismatch",
            f"“{identifier}” is calculated from itself{rest}",
            fact.places("basis", field, "derived"),
            fact=identifier,
            hints=("one of these facts must rest on a source's words",),
        )
        yield Judged(identifier, field, Verdict.MISMATCH)


def _wrong(owner: Owner, field: str, basis: Basis, findings: Findings) -> Diagnostic | None:
    """What is wrong with a calculation; None where it holds."""
    place = owner.places("basis", field, "derived")
    fact = owner.id if isinstance(owner, Fact) else None
    if field not in {"value", *_DATES, "published", "retrieved"}:
        message = f"“{field}” is nothing that can be calculated; a value or a date is"
        hints = [f"basis: {{{field}: {{inferred: why}}}}"]
        if field in FACT_PROSE:
            hints.append("or make a count of the figure, and name it there: {value}`ID`")
        return error("calc-mismatch", message, place, fact=fact, hints=tuple(hints))
    read = calculation.parse(basis.because)
    if isinstance(read, Fault):
        return _fault(read, read, fact, place, basis.because)
    result = calculation.evaluate(read, lambda name, dated: worth_of(findings, name, dated=dated))
    if isinstance(result, Fault):
        return _fault(result, read, fact, place, basis.because)
    if _holds(result, owner, field, findings):
        return None
    return error(
        "calc-mismatch",
        f"{shortened(basis.because)} is {shown(result)}, not {_claimed(owner, field)}",
        owner.places(field),
        fact=fact,
        hints=instead(result, owner, field, basis.because),
        related=tuple(_operand(findings.within.facts[name.id]) for name in read.names),
    )


def _claimed(owner: Owner, field: str) -> str:
    """What a field says, with the scale that its unit begins with: 74 million."""
    text: str = getattr(owner, field).text
    unit = owner.unit if isinstance(owner, Fact) and field == "value" else None
    return f"{text} {unit.split()[0]}" if unit and recognise.unit_scale(unit) > 1 else text


def _holds(result: Worth, owner: Owner, field: str, findings: Findings) -> bool:
    """Whether a field says what its calculation gives."""
    claimed = getattr(owner, field)
    if isinstance(claimed, Edtf):
        if isinstance(result, Fraction):  # “2023 - 7” gives a year
            return claimed.text.isdecimal() and result == int(claimed.text)
        return _is_day(result, claimed)
    if not isinstance(owner, Fact) or not isinstance(result, Fraction):
        return False
    value = given(owner)
    if value is None:
        return False
    if _is_value(result, value.number, value.factor):
        return True
    return _is_value(result, claimed.number, 1) and _is_in_scale(owner, findings)


def _is_in_scale(fact: Fact, findings: Findings) -> bool:
    """Whether plain numbers are counted in the scale that the unit begins with, as the words are.

    963 - 777 with the unit “million dollars”, of $963 million and $777 million.
    """
    basis, scale = fact.basis["value"], recognise.unit_scale(fact.unit or "")
    numbers = [Decimal(found) * scale for found in NUMBERS.findall(basis.because)]
    if basis.rests_on or "*" in basis.because or "/" in basis.because:
        return False
    there = [
        (amounts, one) for amounts, one in cited_amounts(fact, findings) if one.value in numbers
    ]
    measured = {recognise.measure(amounts, one) for amounts, one in there}
    return {one.value for _, one in there}.issuperset(numbers) and len(measured) == 1


def _fault(
    fault: Fault, read: Calculation | Fault, fact: str | None, place: Span, text: str
) -> Diagnostic:
    hints: tuple[str, ...] = ()
    if isinstance(read, Fault):
        hints = ("a calculation is made of facts' ids, numbers, + - * / between spaces, ( )",)
    one_line = place.line == place.end_line
    if fault.column and one_line and place.end_column - place.column == len(text):
        column = min(place.column + fault.column - 1, place.end_column)
        place = Span(place.path, place.line, column, place.line, place.end_column)
    where = f", at its column {fault.column}" if fault.column else ""
    message = f"the calculation cannot be worked out{where}: {fault.message}"
    return error("calc-mismatch", message, place, fact=fact, hints=hints)


def worth_of(findings: Findings, name: str, *, dated: bool) -> Worth | Fault:
    """What a fact is worth in a calculation: its value, else its day; within days() its day."""
    fact = findings.within.facts[name]
    if fact.value is not None and not dated:
        value = given(fact)
        if value is None:
            return Fault(f"the value of “{name}”, {fact.value.text}, is no number")
        return Fraction(value.number)
    moment = fact.date or fact.said or fact.as_of
    if moment is None:
        return Fault(f"“{name}” has no {'date' if dated else 'value'}")
    start = moment.start
    exact = start and start.precision is Precision.DAY and start.year and not moment.interval
    return date(*moment.earliest) if exact else Fault(f"“{name}” has no exact day: {moment.text}")


def _is_day(result: date, claimed: Edtf) -> bool:
    """Whether a day is the date, or lies within one that names no day."""
    day = (result.year, result.month, result.day)
    if claimed.start and claimed.start.year is None:
        day = (1, result.month, result.day)
    return claimed.earliest <= day <= claimed.latest


def _is_value(result: Fraction, number: Decimal, factor: int) -> bool:
    """Whether a result is a figure, to the last digit that this gives."""
    if abs(result - Fraction(number)) < _HARDLY:
        return True
    last = last_place(number, factor).as_tuple().exponent
    return calculation.rounded(result, -int(last)) == Fraction(number)


def _operand(fact: Fact) -> Related:
    field = next(name for name in ("value", *_DATES) if getattr(fact, name))
    return Related(fact.places(field), f"{fact.id} is {getattr(fact, field).text}")


def derived(fact: Fact) -> Iterator[str]:
    """The fields of a fact that are calculated."""
    for field, basis in fact.basis.items():
        if basis.kind is BasisKind.DERIVED and (field == "value" or field in _DATES):
            yield field


def _edges(findings: Findings) -> Iterator[tuple[Node, list[Node]]]:
    """What each calculated value or date rests on."""
    facts = findings.within.facts
    for fact in findings.judged:
        for field in derived(fact):
            read = calculation.parse(fact.basis[field].because)
            asked = () if isinstance(read, Fault) else calculation.asked(read.term)
            named = [
                (name, dated or facts[name].value is None) for name, dated in asked if name in facts
            ]
            yield (fact.id, field in _DATES), named


def _circular(edges: dict[Node, list[Node]]) -> dict[Node, list[Node]]:
    """The nodes that lie in a circle (or between two): what is left when all ends are taken off."""
    left = {node: [name for name in named if name in edges] for node, named in edges.items()}
    into: dict[Node, list[Node]] = {node: [] for node in left}
    for node, named in left.items():
        for name in named:
            into[name].append(node)
    for forwards, backwards in ((left, into), (into, left)):
        degree = {node: sum(name in left for name in forwards[node]) for node in left}
        ends = [node for node, count in degree.items() if not count]
        while ends:
            end = ends.pop()
            for node in backwards[end]:
                if node in degree:
                    degree[node] -= 1
                    if not degree[node]:
                        ends.append(node)
            del degree[end]
        left = {node: named for node, named in left.items() if node in degree}
    return {node: [name for name in named if name in left] for node, named in left.items()}
