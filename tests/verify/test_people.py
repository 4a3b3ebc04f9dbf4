"""The verdicts of the fields that name people."""

import pytest

from sitegen.model import Attribution, FactKind, Verdict
from sitegen.verify import verify
from tests import factory

LETTER = """To the editor

“The bridge holds,” said Ada Lovelace to Bob Hill. The Daily Post had it first.

“It is new,” she said."""


def _verdict(field: str, lines: int, exact: str, **fields: object) -> Verdict:
    fact = factory.fact("one", factory.cite("letter", lines, exact), kind=FactKind.QUOTE, **fields)
    factsheet = factory.checked(
        factory.source("letter", LETTER),
        factory.person("ada", "Ada Lovelace"),
        factory.person("bob", "Bob Hill"),
        fact,
    ).factsheet
    return verify(factsheet)[0].facts["one"].fields[field]


@pytest.mark.parametrize(
    ("speaker", "lines", "exact", "verdict"),
    [
        ("ada", 3, "The bridge holds,", Verdict.FOUND),
        ("bob", 3, "The bridge holds,", Verdict.MISMATCH),
        ("ada", 5, "It is new,", Verdict.FOUND),
        ("ada", 3, "The Daily Post had it first", Verdict.MISMATCH),
    ],
)
def test_a_speaker_has_the_verdict_of_the_clause(
    speaker: str, lines: int, exact: str, verdict: Verdict
) -> None:
    assert _verdict("speaker", lines, exact, speaker=Attribution(person=speaker)) is verdict


def test_words_that_stand_nowhere_leave_the_speaker_unchecked() -> None:
    speaker = Attribution(person="ada")
    assert _verdict("speaker", 3, "The bridge fell,", speaker=speaker) is Verdict.UNCHECKED


def test_an_addressee_is_found_where_the_clause_names_them() -> None:
    fields = {"speaker": Attribution(person="ada"), "addressee": "bob"}
    assert _verdict("addressee", 3, "The bridge holds,", **fields) is Verdict.FOUND


@pytest.mark.parametrize(
    ("via", "verdict"),
    [
        ("a report of the Daily Post", Verdict.FOUND),
        ("the Daily Mail", Verdict.UNCHECKED),
        ("Daily", Verdict.FOUND),
        ("a letter", Verdict.UNCHECKED),
    ],
)
def test_a_way_is_found_where_its_names_stand(via: str, verdict: Verdict) -> None:
    speaker = Attribution(person="ada")
    assert _verdict("via", 3, "The bridge holds,", speaker=speaker, via=via) is verdict
