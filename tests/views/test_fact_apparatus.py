"""What stands below a fact: the way of its words, facts of the same lines, how to cite it."""

import json

from sitegen.views.kinds import FactPage
from tests.factory import cite, date, fact, person, settings, source, unnamed
from tests.views.making import page_of, words_of

LETTER = source(
    "s",
    "“It is late,” said Ann Lee.\nFifty people stayed.\nNobody left.",
    title="A late meeting",
    publisher="The Paper",
    published=date("2020-05-04"),
    retrieved=date("2021-02"),
)
ANN, BOB = person("ann", "Ann Lee"), person("bob", "Bob Roe")


def chain_of(page: FactPage) -> list[tuple[str, str]]:
    return [(step.label, words_of(str(step.words))) for step in page.chain]


def test_the_way_of_a_quotation_is_told_from_who_said_it_to_our_copy() -> None:
    said = fact(
        "f",
        cite("s", 1, "It is late,"),
        kind="quote",
        speaker="ann",
        addressee="bob",
        said=date("2020-05-03"),
        via="the radio",
    )
    page = page_of("facts/f.html", FactPage, LETTER, ANN, BOB, said)
    assert chain_of(page) == [
        ("Said by", "Ann Lee to Bob Roe (3 May 2020)"),
        ("By way of", "the radio"),
        ("Published by", "The Paper, in A late meeting (4 May 2020)"),
        ("Our copy", "the text, line by line, made February 2021"),
    ]
    assert 'href="../sources/s.html#L1"' in str(page.chain[3].words)


def test_a_claim_tells_whose_statement_it_is_and_what_is_not_known() -> None:
    records = (
        source("s", "A man said that fifty stayed.", title="Fifty"),
        source("gone", None, title="Lost"),
        fact("f", cite("s", 1, "fifty"), cite("gone", 1), according_to=unnamed("a man")),
    )
    assert chain_of(page_of("facts/f.html", FactPage, *records)) == [
        ("Stated by", "a man"),
        ("Published by", "a publisher that is not known, in Fifty"),
        ("Our copy", "the text, line by line"),
        ("Published by", "a publisher that is not known, in Lost"),
        ("Our copy", "We have no copy of the text"),
    ]


def test_facts_of_the_same_lines_stand_beside_but_not_those_that_are_named_already() -> None:
    records = (
        LETTER,
        ANN,
        fact("f", cite("s", 2, "Fifty"), claim="See {fact}`named`."),
        fact("named", cite("s", 2, "people")),
        fact("same", cite("s", 2, "stayed")),
        fact("other", cite("s", 3, "Nobody")),
    )
    page = page_of("facts/f.html", FactPage, *records)
    assert [ref.id for ref in page.beside] == ["same"]


def test_of_many_facts_on_a_line_the_first_stand_beside() -> None:
    many = tuple(fact(f"f{number:03}", cite("s", 2, "Fifty")) for number in range(300))
    page = page_of("facts/f299.html", FactPage, LETTER, *many)
    assert [ref.id for ref in page.beside] == [f"f00{number}" for number in range(6)]


def test_a_reference_has_the_words_the_site_the_source_and_the_address() -> None:
    said = fact(
        "f", cite("s", 1, "It is late,"), kind="quote", speaker="ann", added=date("2022-03-01")
    )
    given = settings(title="The {site} & more", base_url="https://facts.example/")
    citing = page_of("facts/f.html", FactPage, LETTER, ANN, said, settings=given).citing
    rests = "The Paper, A late meeting, 4 May 2020, line 1 of our copy"
    assert citing.text == (
        "“It is late,” In: The {site} & more, 1 March 2022, fact “f”. "
        f"Rests on: {rests}. https://facts.example/facts/f.html"
    )
    assert citing.bibtex == (
        "@misc{f,\n"
        "  title = {“It is late,”},\n"
        "  howpublished = {The \\{site\\} \\& more},\n"
        "  year = {2022},\n"
        "  url = {https://facts.example/facts/f.html},\n"
        f"  note = {{Rests on: {rests}}},\n"
        "}"
    )
    assert json.loads(citing.csl) == [
        {
            "id": "f",
            "type": "webpage",
            "title": "“It is late,”",
            "container-title": "The {site} & more",
            "issued": {"date-parts": [[2022, 3, 1]]},
            "URL": "https://facts.example/facts/f.html",
            "note": f"Rests on: {rests}",
            "language": "en",
        }
    ]


def test_a_reference_tells_no_day_and_no_address_that_nobody_gave() -> None:
    citing = page_of("facts/f.html", FactPage, LETTER, fact("f", cite("s", 2, "Fifty"))).citing
    assert "year" not in citing.bibtex
    assert "url" not in citing.bibtex
    assert json.loads(citing.csl)[0].keys() == {
        "id", "type", "title", "container-title", "note", "language",
    }  # fmt: skip
