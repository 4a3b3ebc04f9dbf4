"""`data/facts.csv` as a spreadsheet and the csv module read it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.views.exports.facts_csv import COLUMNS, cell
from tests.exports.making import BASE, files_of
from tests.factory import Record, cite, fact, person, source, topic, unnamed

SOURCE = source("s", "“Yes,” said Ann Lee, “I think so.”\n60,000 people, −5 and “more”\nvoted.")


def rows_of(*records: Record, base_url: str | None = BASE) -> list[dict[str, str]]:
    content = files_of(SOURCE, *records, base_url=base_url)["data/facts.csv"]
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_quotation_with_names_and_words() -> None:
    (row,) = rows_of(
        person("ann", "Ann Lee"),
        person("bo", "Bo Ray"),
        topic("t", "Votes, and more"),
        fact(
            "a", cite("s", 1, "Yes,", "I think so."), kind="quote", speaker="ann", addressee="bo",
            people=("ann", "bo"), topics=("t",), said="2018-04", status="denied",
            added="2024-01-02",
        ),
    )  # fmt: skip
    assert {name: value for name, value in row.items() if value} == {
        "id": "a",
        "kind": "quote",
        "quotation": "Yes, … I think so.",
        "speaker": "Ann Lee",
        "addressee": "Bo Ray",
        "said": "2018-04",
        "people": "Ann Lee; Bo Ray",
        "topics": "Votes, and more",
        "status": "Denied",
        "verdict": "matches our copy of the source",
        "not_checked": "speaker; said",
        "source": "s",
        "source_title": "Title of s",
        "lines": "1",
        "words": "Yes, … I think so.",
        "added": "2024-01-02",
        "page": f"{BASE}facts/a.html",
    }


def test_a_fact_is_one_row_however_many_passages_it_cites() -> None:
    rows = rows_of(
        fact(
            "a", cite("s", 1, "Yes,", contradicts=True), cite("s", (2, 3), "voted."), cite("s", 3)
        ),
        fact("b", cite("s", 3, "voted")),
    )
    assert [row["id"] for row in rows] == ["a", "b"]
    assert (rows[0]["lines"], rows[0]["words"]) == ("2–3", "voted.")
    assert rows[0]["further_citations"] == "s, line 1 (contradicts); s, line 3"
    assert rows[1]["further_citations"] == ""


@pytest.mark.parametrize(
    ("written", "number", "words"),
    [
        ("60000", "60000", "nearly 60,000"),
        ("-5", "-5", "nearly −5"),
        ("a few", "a few", "nearly a few"),
    ],
)
def test_a_figure_is_a_number_that_can_be_summed(written: str, number: str, words: str) -> None:
    (row,) = rows_of(
        fact("a", cite("s", 2, "60,000"), kind="count", claim="x", value=written, unit="people",
             modifier="nearly", according_to=unnamed("an official")),
    )  # fmt: skip
    assert (row["value"], row["value_in_words"]) == (number, words)
    assert row["according_to"] == "an official"


def test_without_an_address_a_page_is_named_from_the_file() -> None:
    (row,) = rows_of(fact("a", cite("s", 1, "Yes")), base_url=None)
    assert row["page"] == "../facts/a.html"


def test_the_bytes_are_those_of_rfc_4180_with_a_mark_for_spreadsheets() -> None:
    content = files_of(SOURCE, fact("a", cite("s", 2, "and “more”"), claim='“A”, "B"'))
    data = content["data/facts.csv"]
    assert data.startswith(b"\xef\xbb\xbfid,kind,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 2
    assert ',"“A”, ""B""",' in data.decode()


def test_a_sheet_without_facts_has_its_columns() -> None:
    content = files_of()["data/facts.csv"].decode("utf-8-sig")
    assert content == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "-", "-5 %", "'=1", "''+x"],
)
def test_what_begins_like_a_formula_gets_one_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["-5", "-5.25", "−5", "5", "a=1", "", "'Cause", "–5", "“=1”", "2018-04", " =1"]
)
def test_what_is_no_formula_stays(text: str) -> None:
    assert cell(text) == text


def test_formulas_of_sources_and_editors_are_disarmed_in_every_column() -> None:
    evil = source("s", "=1+1 and so on", title="=HYPERLINK(1)")
    content = files_of(
        evil,
        person("ann", "@ann"),
        topic("t", "+t"),
        fact("a", cite("s", 1, "=1+1"), claim="\\-1+2", people=("ann",), topics=("t",), via="-x"),
    )["data/facts.csv"].decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(content, newline=""), strict=True)
    assert (row["claim"], row["words"], row["source_title"]) == ("'-1+2", "'=1+1", "'=HYPERLINK(1)")
    assert (row["people"], row["topics"], row["via"]) == ("'@ann", "'+t", "'-x")


@given(st.text(st.sampled_from("'=+-@\t\r\n5.aé\x00"), max_size=8))
def test_no_cell_begins_like_a_formula_and_each_can_be_read_back(text: str) -> None:
    made = cell(text)
    is_number = made.removeprefix("-").replace(".", "", 1).isdecimal()
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) or is_number
    guarded = made.lstrip("'")[:1] in tuple("=+-@\t\r\n") and made.startswith("'")
    assert (made[1:] if guarded else made) == text.replace("\x00", "\ufffd")
