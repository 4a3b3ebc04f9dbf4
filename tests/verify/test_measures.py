"""Counts of one measure: the sweep through the days finds what comparing all pairs would."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.diagnostics import Diagnostic
from sitegen.model import CheckedFactsheet, Fact
from sitegen.verify.figures.measures import measures_agree
from sitegen.verify.lookup import held_together
from tests import factory

VALUES = st.sampled_from(["50", "60", "61", "60 million", "61 million", "60,400,000"])
MODIFIERS = st.sampled_from([None, "about", "nearly", "more-than", "at-least", "at-most"])
MOMENTS = st.sampled_from([None, "2019", "2020", "2020-05", "2020/2021", "2021-03"])


def told(facts: list[Fact]) -> list[Diagnostic]:
    checked: CheckedFactsheet = factory.checked(*facts)
    return list(measures_agree(held_together(tuple(checked.factsheet.facts.values()), ())))


def count(index: int, value: str, modifier: str | None, as_of: str | None) -> Fact:
    moment = factory.date(as_of) if as_of else None
    return factory.fact(
        f"f{index}", value=value, unit="votes", measure="m", modifier=modifier, as_of=moment
    )


@given(st.lists(st.tuples(VALUES, MODIFIERS, MOMENTS), max_size=7))
def test_a_measure_differs_where_two_of_its_facts_do(
    written: list[tuple[str, str | None, str | None]],
) -> None:
    facts = [count(index, *parts) for index, parts in enumerate(written)]
    pairs = [told([one, other]) for one, other in combinations(facts, 2)]
    assert len(told(facts)) == any(pairs)


@given(st.tuples(VALUES, MODIFIERS, MOMENTS))
def test_a_count_does_not_differ_from_itself(parts: tuple[str, str | None, str | None]) -> None:
    assert not told([count(1, *parts), count(2, *parts)])
