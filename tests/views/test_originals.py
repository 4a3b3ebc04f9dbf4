"""Links to the very words where a source was published, and in an archive."""

import pytest

from sitegen.views.kinds import EvidenceView, FactPage
from tests.factory import cite, fact, redaction, source
from tests.views.making import page_of

PAPER = "https://paper.example/a?b=1"
LONG = (
    "The council voted on Tuesday night to keep the library open through the winter, "
    "and its members thanked the readers who had come."
)


def evidence(text: str, *pieces: str, **fields: object) -> EvidenceView:
    given = {"url": PAPER, **fields}
    records = (source("s", text, **given), fact("f", cite("s", 1, *pieces)))
    return page_of("facts/f.html", FactPage, *records).evidence[0]


@pytest.mark.parametrize(
    ("text", "pieces", "fragment"),
    [
        ("It is late.", ["is late"], "text=is%20late"),
        ("A, b & c-d at 5%.", ["A, b & c-d at 5%"], "text=A%2C%20b%20%26%20c%2Dd%20at%205%25"),
        ("“Yes,” she said, “I do.”", ["Yes,", "I do."], "text=Yes%2C&text=I%20do."),
        (LONG, [LONG], "text=The%20council%20voted%20on,readers%20who%20had%20come."),
    ],
)
def test_the_address_holds_the_words_or_both_their_ends(
    text: str, pieces: list[str], fragment: str
) -> None:
    # 3.3 of the specification: a comma parts the ends, a hyphen a prefix, & the directives.
    found = evidence(text, *pieces).original
    assert found == f"{PAPER}#:~:{fragment}"


def test_an_address_that_leads_to_a_part_keeps_it() -> None:
    found = evidence("It is late.", "late", url="https://paper.example/a#part").original
    assert found == "https://paper.example/a#part:~:text=late"


def test_the_archive_has_the_words_too() -> None:
    kept = evidence("It is late.", "late", archive_url="https://archive.example/x").archived
    assert kept == "https://archive.example/x#:~:text=late"


def test_where_nothing_is_published_nothing_leads_there() -> None:
    found = evidence("It is late.", "late", url=None)
    assert (found.original, found.archived) == (None, None)


def test_words_that_a_redaction_replaced_are_in_no_address() -> None:
    found = evidence(
        "Cy Doe is late.", "Cy Doe is late", redact=(redaction("Cy Doe", "[a neighbour]"),)
    )
    assert found.original == PAPER
