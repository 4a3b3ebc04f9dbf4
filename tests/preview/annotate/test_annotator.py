"""From a form to a checked fact in its file, and back."""

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.preview.annotate import Annotator
from sitegen.preview.state import State
from tests.preview.annotate.making import Desk, Json, demonstration, project, state_of

TEXT = "A letter\n\nThe harbour had 41 boats. “We saw nothing,” said Ada Finch.\n\nIt was 1871.\n"
PEOPLE = "people:\n  ada-finch:\n    name: Ada Finch\n"
CITATION = {"source": "letter", "lines": "3", "exact": "The harbour had 41 boats"}
FIELDS = {"id": "boats", "kind": "count", "value": 41, "unit": "boats", "claim": "There were 41."}
FILE = "content/facts/letter.yaml"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(project(tmp_path, TEXT, people=PEOPLE))


def test_a_fact_is_written_and_told_where(desk: Desk) -> None:
    made = desk.fact({"citation": CITATION, "file": FILE, "fields": FIELDS})

    assert made["ok"], made
    assert (made["id"], made["path"], made["place"]) == ("boats", "facts/boats.html", f"{FILE}:3")
    assert made["warnings"] == []
    assert (desk.root / FILE).read_text() == (
        "source: letter\nfacts:\n  boats:\n    kind: count\n    value: 41\n    unit: boats\n"
        "    claim: There were 41.\n    cite:\n      lines: 3\n"
        "      exact: The harbour had 41 boats\n"
    )


def test_every_file_of_the_demonstration_takes_a_fact_and_a_skip(tmp_path: Path) -> None:
    desk = Desk(demonstration(tmp_path))
    before = {path: path.read_bytes() for path in (tmp_path / "content/facts").iterdir()}
    undo = []
    for source in desk.known.checked.checked.factsheet.sources:  # type: ignore[union-attr]  # it was just read
        citation = desk.points(source, (5, 0), (5, 40))["citation"]
        fields = {"id": f"new-{source}", "kind": "claim", "claim": "The article says so."}
        for made in (
            desk.fact({"citation": citation, "fields": fields}),
            desk.skip({"citation": citation, "because": "It: says “no”."}),
        ):
            assert made["ok"], made
            undo.append(made["undo"])
    assert not state_of(tmp_path).checked.has_errors  # type: ignore[union-attr]  # it was just read

    assert all(desk.undo({"undo": token})["ok"] for token in reversed(undo))
    assert {path: path.read_bytes() for path in before} == before


def test_an_error_is_told_as_the_check_tells_it_and_nothing_is_written(desk: Desk) -> None:
    before = (desk.root / FILE).read_bytes()

    made = desk.fact({"citation": CITATION, "file": FILE, "fields": {**FIELDS, "value": "42"}})

    assert made["ok"] is False
    assert [one["code"] for one in made["diagnostics"]][:1] == ["number-mismatch"]
    assert made["diagnostics"][0]["place"]["path"] == FILE
    assert made["diagnostics"][0]["frame"]
    assert (desk.root / FILE).read_bytes() == before


def test_a_warning_is_told_and_the_fact_is_written(desk: Desk) -> None:
    fields = {**FIELDS, "claim": "Mary Stone had 41 boats."}

    made = desk.fact({"citation": CITATION, "fields": fields})

    assert made["ok"]
    assert [one["code"] for one in made["warnings"]] == ["claim-name"]
    assert "Mary Stone" in (desk.root / FILE).read_text()


def test_a_project_that_is_broken_elsewhere_can_be_annotated(tmp_path: Path) -> None:
    facts = (
        "source: letter\nfacts:\n  old:\n    kind: claim\n    claim: C.\n    cite:\n"
        "      lines: 3\n      exact: no such words\nskip:\n  - lines: 5\n    exact: It was 1872\n"
        "    because: It is wrong.\n"
    )
    desk = Desk(project(tmp_path, TEXT, people=PEOPLE, facts=facts))
    assert desk.known.checked is not None
    assert desk.known.checked.has_errors

    made = desk.fact({"citation": CITATION, "fields": FIELDS})

    assert made["ok"], made
    assert made["warnings"] == []


def test_words_can_be_selected_while_a_file_of_facts_cannot_be_read(tmp_path: Path) -> None:
    """It may have a fact of any id; a search for one that is free would never end."""
    desk = Desk(project(tmp_path, TEXT, people=PEOPLE, facts="facts: [\n"))
    assert desk.known.checked is not None
    assert desk.known.checked.checked.factsheet.may_have("fact", "anything")

    assert desk.select("The harbour had 41 boats")["suggestions"]["id"] == "harbour-41-boats"


def test_a_skip_is_written_with_its_reason(desk: Desk) -> None:
    made = desk.skip({"citation": CITATION, "because": "Nobody asks."})

    assert made["ok"]
    assert made["place"] == f"{FILE}:5"
    assert (
        (desk.root / FILE)
        .read_text()
        .endswith(
            "skip:\n  - lines: 3\n    exact: The harbour had 41 boats\n    because: Nobody asks.\n"
        )
    )


def test_a_new_file_is_begun_where_a_source_has_none(desk: Desk) -> None:
    path = "content/facts/new.yaml"

    made = desk.fact({"citation": CITATION, "file": path, "fields": FIELDS})

    assert made["ok"]
    assert (desk.root / path).read_text().startswith("source: letter\n\nfacts:\n  boats:\n")
    assert desk.undo({"undo": made["undo"]})["ok"]
    assert not (desk.root / path).exists()


def test_what_somebody_has_changed_since_is_not_taken_back(desk: Desk) -> None:
    made = desk.fact({"citation": CITATION, "fields": FIELDS})
    (desk.root / FILE).write_text("facts: {}\n")

    answer = desk.undo({"undo": made["undo"]})

    assert answer["ok"] is False
    assert "changed since" in answer["problem"]
    assert (desk.root / FILE).read_text() == "facts: {}\n"


def test_taken_back_once_is_enough(desk: Desk) -> None:
    made = desk.fact({"citation": CITATION, "fields": FIELDS})

    assert desk.undo({"undo": made["undo"]})["ok"]
    assert desk.undo({"undo": made["undo"]})["problem"] == "there is nothing to take back here"


def test_a_speaker_is_known_by_name_too(desk: Desk) -> None:
    citation = {"source": "letter", "lines": 3, "exact": "We saw nothing,"}

    made = desk.fact(
        {"citation": citation, "fields": {"id": "a", "kind": "quote", "speaker": "ada finch"}}
    )

    assert made["ok"], made
    assert "speaker: ada-finch\n" in (desk.root / FILE).read_text()


def test_who_is_not_in_the_register_may_be_unnamed(desk: Desk) -> None:
    fields = {"id": "a", "kind": "quote", "speaker": "an old man"}

    made = desk.fact({"citation": CITATION, "fields": fields})

    assert made["ok"] is False
    assert made["diagnostics"][0]["code"] == "unknown-person"
    assert made["offer"] == {"speaker": {"unnamed": "an old man"}}


REFUSED: list[tuple[Json, str]] = [
    ({}, "citation: field required"),
    ({"citation": CITATION, "fields": []}, "fields: input should be"),
    ({"citation": CITATION, "fields": {"kind": "claim"}}, "the fact needs an id"),
    ({"citation": CITATION, "fields": {**FIELDS, "colour": "red"}}, "fields.colour: extra"),
    ({"citation": CITATION, "fields": {**FIELDS, "claim": 7}}, "fields.claim: input should be"),
    ({"citation": CITATION, "fields": {**FIELDS, "claim": "a" * 30_000}}, "at most 20000"),
    ({"citation": CITATION, "fields": {**FIELDS, "kind": "rumour"}}, "not one of quote"),
    ({"citation": CITATION, "fields": {**FIELDS, "id": "Bad Id"}}, "bad-id"),
    ({"citation": CITATION, "fields": {**FIELDS, "speaker": "x"}}, "unknown-field"),
    ({"citation": CITATION, "fields": {**FIELDS, "topics": ["none"]}}, "unknown-topic"),
    ({"citation": CITATION, "fields": FIELDS, "file": "content/site.yaml"}, "facts are kept in"),
    ({"citation": CITATION, "fields": FIELDS, "file": "content/facts/../x.yaml"}, "facts are kept"),
    ({"citation": {**CITATION, "source": "none"}, "fields": FIELDS}, "unknown-source"),
    ({"citation": {**CITATION, "exact": ""}, "fields": FIELDS}, "the citation needs “exact”"),
    ({"citation": CITATION, "fields": {**FIELDS, "claim": "a\u202eb"}}, "invisible character"),
    ({"citation": CITATION, "fields": {**FIELDS, "claim": "a\ud800b"}}, "unicode"),
]


@pytest.mark.parametrize(("body", "problem"), REFUSED)
def test_what_is_wrong_is_said_in_one_line(desk: Desk, body: Json, problem: str) -> None:
    before = (desk.root / FILE).read_bytes()

    answer = desk.fact(body)

    assert answer["ok"] is False
    assert problem in answer["problem"]
    assert "\n" not in answer["problem"]
    assert (desk.root / FILE).read_bytes() == before


def test_an_id_that_is_taken_says_where(desk: Desk) -> None:
    assert desk.fact({"citation": CITATION, "fields": FIELDS})["ok"]

    answer = desk.fact({"citation": CITATION, "fields": FIELDS})

    assert answer["problem"] == f"there is a fact “boats” already, in {FILE}:3"
    assert answer["field"] == "id"


@pytest.mark.parametrize("name", ["selection", "fact", "skip", "undo"])
@pytest.mark.parametrize("body", [{}, {"source": []}, {"undo": 1}, {"a": None}])
def test_bodies_of_any_shape_get_an_answer(desk: Desk, name: str, body: Json) -> None:
    answer = getattr(desk, name)(body)

    assert answer["ok"] is False
    assert answer["problem"]


def test_before_the_first_run_nothing_can_be_annotated(tmp_path: Path) -> None:
    annotator = Annotator(project(tmp_path, TEXT), lambda: State("0"))
    point = {"line": 1, "column": 0}

    answer = annotator.selection({"source": "letter", "start": point, "end": point})

    assert "could not be read" in answer["problem"]
    assert annotator.coverage("letter") is None


def test_a_text_that_the_page_does_not_show_yet_is_not_cited(desk: Desk) -> None:
    assert desk.select("41 boats")["ok"]
    (desk.root / "seeds/letter.txt").write_text(TEXT.replace("A letter", "A\n\nletter"))
    desk.look_again()  # the text is not the pinned one, which is an error
    desk.known = replace(desk.known, broken=True)

    answer = desk.points("letter", (3, 16), (3, 24))

    assert answer["problem"] == "this page shows an older text of the source"


def test_coverage_stands_in_columns_of_the_page(tmp_path: Path) -> None:
    facts = (
        "source: letter\nfacts:\n  boats:\n    kind: claim\n    claim: It had boats.\n"
        "    cite:\n      lines: 3\n      exact: had 41 boats\nskip:\n  - lines: 5\n"
        "    exact: It was 1871\n    because: No matter.\n"
    )
    redact = "redact:\n      - exact: harbour\n        shown_as: '[withheld]'\n"
    source = f"display: full\n    because: A test.\n    {redact}"
    desk = Desk(project(tmp_path, TEXT, source, people=PEOPLE, facts=facts))

    answer = desk.coverage("letter")

    assert answer is not None
    lines = desk.lines()
    found = [
        (lines[one["line"] - 1][one["start"] : one["end"]], one["state"], one["because"])
        for one in answer["tokens"]
    ]
    assert found == [
        ("41", "covered", None),
        ("“We saw nothing,”", "open", None),
        ("1871", "skipped", "No matter."),
    ]
    assert answer["summary"] == {"covered": 1, "skipped": 1, "open": 1, "percent": 66.7}
    assert desk.coverage("none") is None
