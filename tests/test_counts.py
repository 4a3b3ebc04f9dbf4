"""Which counts of one measure exclude one another."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.counts import differ, differing
from sitegen.model import Fact
from tests.factory import cite, fact

_MODIFIERS = st.sampled_from([None, "about", "at-least", "less-than"])
_DAYS = st.sampled_from([None, "2019", "2020", "2020-05", "2019/2021"])


@st.composite
def counts(draw: st.DrawFn) -> list[Fact]:
    """Facts of one measure, of two sources and several days."""
    return [
        fact(
            f"f{number}",
            cite(draw(st.sampled_from("st")), 1, "x"),
            kind="count",
            measure="m",
            value=draw(st.sampled_from(["5", "50", "51", "60", "some", "5 million"])),
            unit=draw(st.sampled_from(["people", "dollars", "euros", "km", "million votes"])),
            modifier=draw(_MODIFIERS),
            as_of=draw(_DAYS),
        )
        for number in range(draw(st.integers(2, 5)))
    ]


@given(counts())
def test_where_all_can_be_so_no_two_differ(facts: list[Fact]) -> None:
    # Pages of facts lean on it: they look for those that differ only where the whole measure does.
    if not differing(facts):
        assert not any(differ(one, other) for one, other in combinations(facts, 2))
