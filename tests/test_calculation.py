"""Calculations over facts: what is read, what is refused, and that the sums come out."""

import operator
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.calculation import (
    MAX_LENGTH,
    Calculation,
    Fault,
    Worth,
    evaluate,
    parse,
    rounded,
)

FACTS: dict[str, Worth] = {
    "votes-a": Fraction(60000),
    "votes-b": Fraction(1200),
    "2020-votes": Fraction(7),
    "election": date(2020, 11, 3),
}


def look(name: str, _dated: bool) -> Worth | Fault:
    return FACTS.get(name, Fault(f"no {name}"))


def worth(text: str) -> Worth | Fault:
    read = parse(text)
    return read if isinstance(read, Fault) else evaluate(read, look)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("votes-a + votes-b", 61200),
        ("votes-a - votes-b - 1", 58799),
        ("votes-a - votes-b * 2", 57600),
        ("(votes-a - votes-b) / 2", 29400),
        ("1 / 3", Fraction(1, 3)),
        ("1.5 * 2020-votes", Fraction(21, 2)),
        ("-5 + 2020-votes", 2),
        ("sum(1, votes-b, 2020-votes)", 1208),
        ("round(votes-a / 7)", 8571),
        ("round(votes-a / 7, 1)", Fraction(85714, 10)),
        ("round(2.5) + round(-2.5)", 0),
        ("round(1250, -2)", 1300),
        ("votes-a\n  + votes-b", 61200),
        ("days(election, election + 7)", 7),
        ("days(election + 7, election)", 7),
        ("election + 2020-votes", date(2020, 11, 10)),
        ("election - 3", date(2020, 10, 31)),
    ],
)
def test_a_calculation_comes_out(text: str, expected: Worth) -> None:
    assert worth(text) == expected


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("", 1, "it ends"),
        ("votes-a +", 10, "it ends"),
        ("votes-a+votes-b", 8, "between spaces"),
        ("votes-a +votes-b", 9, "between spaces"),
        ("votes-a votes-b", 9, "stands where"),
        ("(votes-a", 9, "“)” belongs"),
        ("votes-a)", 8, "closes no bracket"),
        ("Votes", 1, "“V” stands"),
        ("votes-a ** 2", 9, "between spaces"),
        ("votes-a ÷ 2", 9, "write /"),
        ("min(1, 2)", 1, "no function"),
        ("round(1, 2, 3)", 1, "takes one or two"),
        ("days(election)", 1, "takes 2"),
        ("round(1, 0.5)", 1, "whole number of places"),
        ("round(1, 99)", 1, "whole number of places"),
        ("votes-a / (1 - 1)", 9, "divides by 0"),
        ("election + election", 10, "days("),
        ("election * 2", 10, "is a date"),
        ("sum(election, 1)", 1, "is a date"),
        ("days(votes-a, election)", 1, "have a date"),
        ("election + 0.5", 10, "part of a day"),
        ("election + 99999999", 10, "beyond the calendar"),
        ("election + 1" + "0" * 90, 10, "beyond the calendar"),
        ("unknown + 1", 1, "no unknown"),
        ("1" * 101, 1, "digits"),
        ("(" * 30 + "1" + ")" * 30, 22, "nested"),
        ("1 + " * MAX_LENGTH, 0, "longer"),
        (" * ".join(["9" * 90] * 10), 0, "grow too long"),
    ],
)
def test_what_cannot_be_worked_out_says_where_and_why(text: str, column: int, reason: str) -> None:
    fault = worth(text)
    assert isinstance(fault, Fault)
    assert reason in fault.message
    if column:
        assert fault.column == column


NUMBERS = st.decimals(0, 1000, places=2).map(lambda number: (f"{number:f}", Fraction(number)))
SIGNS: dict[str, Callable[[Fraction, Fraction], Fraction | None]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": lambda one, other: one / other if other else None,
}
Sum = tuple[str, Fraction | None]


def joined(parts: tuple[Sum, str, Sum]) -> Sum:
    (left, one), sign, (right, other) = parts
    result = None if one is None or other is None else SIGNS[sign](one, other)
    return f"({left} {sign} {right})", result


SUMS = st.recursive(
    NUMBERS,
    lambda inner: st.tuples(inner, st.sampled_from(sorted(SIGNS)), inner).map(joined),
    max_leaves=8,
)


@given(SUMS)
def test_a_calculation_is_exact(made: Sum) -> None:
    text, expected = made
    found = worth(text)
    assert isinstance(found, Fault) if expected is None else found == expected


@given(st.text("ab-1 .+*/(),days", max_size=40) | st.text(max_size=20))
def test_any_text_is_a_calculation_or_a_fault_in_it(text: str) -> None:
    read = parse(text)
    if isinstance(read, Calculation):
        assert all(text[n.column - 1 :].startswith(n.id) for n in read.names)
        evaluate(read, lambda name, _dated: Fraction(len(name)))
    else:
        assert read.message
        assert 0 <= read.column <= len(text) + 1


@given(st.fractions(), st.integers(-5, 5))
def test_rounding_goes_to_the_nearest(value: Fraction, places: int) -> None:
    near = rounded(value, places)
    assert abs(near - value) <= Fraction(1, 2) / Fraction(10) ** places
    assert rounded(near, places) == near
    assert rounded(-value, places) == -near


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 10000))
def test_days_are_what_was_added(day: date, count: int) -> None:
    def known(_name: str, _dated: bool) -> Worth:
        return day

    later = parse(f"d + {count}")
    between = parse(f"days(d, d + {count})")
    assert isinstance(later, Calculation)
    assert isinstance(between, Calculation)
    assert evaluate(later, known) == day + timedelta(days=count)
    assert evaluate(between, known) == count
