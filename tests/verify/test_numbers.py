"""Verdicts of the fields of a count: its value, its unit, its modifier."""

from typing import Any

import pytest

from sitegen.model import Basis, BasisKind, Verdict
from sitegen.verify import verify
from tests import factory

FOUND, UNCHECKED, MISMATCH, MISSING = (
    Verdict.FOUND,
    Verdict.UNCHECKED,
    Verdict.MISMATCH,
    Verdict.MISSING,
)


def verdicts(text: str, **fields: Any) -> dict[str, Verdict]:
    """The verdicts of a count that cites the whole of a text of one line."""
    count = factory.fact(
        "one", factory.cite("letter", 1, text), kind="count", claim="They came.", **fields
    )
    base = factory.fact("base", factory.cite("letter", 1, text), kind="count", value="30", unit="x")
    checked, _ = verify(factory.checked(factory.source("letter", text), count, base).factsheet)
    found = checked.facts["one"].fields
    return {name: found[name] for name in ("value", "unit", "modifier") if name in found}


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("60 people came", {"value": "60", "unit": "people"}, [FOUND, FOUND]),
        ("60 were voting", {"value": "60", "unit": "votes"}, [FOUND, FOUND]),
        ("60 came", {"value": "60", "unit": "people"}, [FOUND, UNCHECKED]),
        ("they paid $60", {"value": "60", "unit": "dollars"}, [FOUND, FOUND]),
        ("60% came", {"value": "60", "unit": "per cent of them"}, [FOUND, FOUND]),
        ("61 people came", {"value": "60", "unit": "people"}, [MISMATCH, UNCHECKED]),
        ("people came", {"value": "60", "unit": "people"}, [MISSING, UNCHECKED]),
        (
            "about 60 people came",
            {"value": "60", "unit": "people", "modifier": "about"},
            [FOUND, FOUND, FOUND],
        ),
        (
            "about 60 people came",
            {"value": "60", "unit": "people", "modifier": "nearly"},
            [FOUND, FOUND, MISMATCH],
        ),
    ],
)
def test_a_field_has_its_own_verdict(
    text: str, fields: dict[str, Any], expected: list[Verdict]
) -> None:
    assert list(verdicts(text, **fields).values()) == expected


def test_an_inferred_value_that_the_words_do_not_state_is_unchecked() -> None:
    basis = {"value": Basis(BasisKind.INFERRED, "They are counted one by one.")}
    assert verdicts("people came", value="60", unit="x", basis=basis)["value"] is UNCHECKED


@pytest.mark.parametrize(
    ("calculation", "expected"), [("base * 2", FOUND), ("base * 3", MISMATCH), ("base *", MISMATCH)]
)
def test_a_derived_value_has_the_verdict_of_its_calculation(
    calculation: str, expected: Verdict
) -> None:
    basis = {"value": Basis(BasisKind.DERIVED, calculation, ("base",))}
    assert verdicts("30 people came", value="60", unit="x", basis=basis)["value"] is expected


@pytest.mark.parametrize(
    ("text", "of", "expected"),
    [
        ("It was the third song of that week", "songs of the week", FOUND),
        ("It was the third song of that week", "songs of the year", UNCHECKED),
        ("It was the third song of that week", "of the", UNCHECKED),
        ("It was the third", "songs", UNCHECKED),
    ],
)
def test_what_a_rank_is_of_is_found_where_all_its_words_stand(
    text: str, of: str, expected: Verdict
) -> None:
    rank = factory.fact(
        "one", factory.cite("letter", 1, text), kind="rank", value="3", of=of, claim="Third."
    )
    sheet = factory.checked(factory.source("letter", text), rank).factsheet
    assert verify(sheet)[0].facts["one"].fields["of"] is expected
