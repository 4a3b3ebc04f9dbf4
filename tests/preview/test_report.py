"""What the preview tells its pages: the words of the check, in an order, and where to mend."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import prepare
from sitegen.diagnostics import Span, error, warning
from sitegen.preview import editors
from sitegen.preview.report import MOST_SHOWN, diagnostic_objects, page_object, report_object
from sitegen.preview.state import State
from sitegen.report import Style, render_text
from sitegen.snapshot import Snapshot
from tests.documents import ROOT
from tests.report.making import ALL, line_of

EDITOR = editors.editor("zed", ROOT)
LATER, EARLIER = Span("b.yaml", 9, 1, 9, 2), Span("a.yaml", 1, 1, 1, 2)
STATE = State("1")


@pytest.fixture(scope="module")
def demonstration() -> State:
    snapshot = Snapshot(ROOT)
    prepared = prepare(snapshot)
    return State("1", prepared.site, prepared.diagnostics, False, prepared.checked, snapshot)


def all_text(value: Any) -> str:
    """All words of an object, in their order, but for the names of what marks them."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return " ".join(map(all_text, value.values()))
    if isinstance(value, (list, tuple)):
        return " ".join(map(all_text, value))
    return ""


def test_it_has_every_word_that_the_check_prints() -> None:
    for diagnostic, made in zip(ALL, diagnostic_objects(ALL, line_of, EDITOR), strict=True):
        label = f"{made['severity']}[{made['code']}]: "
        where, _, rest = render_text([diagnostic], line_of, Style()).partition(label)
        assert where.rstrip(": ") == (made["place"]["text"] if made["place"] else "")
        said = all_text(made)
        for word in rest.replace("hint: ", "").split():
            assert word.rstrip(":") in said


def test_files_with_errors_come_first_and_in_them_the_errors() -> None:
    found = (
        warning("quote-short", "one", EARLIER),
        warning("quote-short", "two", replace(LATER, line=2)),
        error("bad-id", "three", LATER),
        error("bad-id", "four"),
    )
    made = report_object(replace(STATE, diagnostics=found, broken=True), None)
    told = [
        (file["path"], [diagnostic["message"] for diagnostic in file["diagnostics"]])
        for file in made["files"]
    ]
    assert told == [("b.yaml", ["three", "two"]), (None, ["four"]), ("a.yaml", ["one"])]
    assert (made["errors"], made["warnings"], made["left_out"]) == (2, 2, 0)


def test_of_very_many_it_shows_the_first_and_counts_the_rest() -> None:
    found = (warning("quote-short", "w", EARLIER), *(error("bad-id", f"{n}") for n in range(999)))
    made = report_object(replace(STATE, diagnostics=found), None)
    assert len(made["files"][0]["diagnostics"]) == MOST_SHOWN
    assert (made["errors"], made["warnings"], made["left_out"]) == (999, 1, 1000 - MOST_SHOWN)


def test_a_run_that_could_not_end_says_why() -> None:
    made = report_object(replace(STATE, failure="the disk is\x1b[31m full"), None)
    assert made["failure"] == "the disk is�[31m full"


def test_places_lead_to_the_editor_where_links_are_on() -> None:
    found = [error("bad-id", "no", EARLIER)]
    (linked,) = diagnostic_objects(found, line_of, EDITOR)
    assert linked["place"]["edit"] == f"zed://file{ROOT.as_posix()}/a.yaml:1:1"
    (plain,) = diagnostic_objects(found, line_of, None)
    assert plain["place"] == {
        "path": "a.yaml",
        "line": 1,
        "column": 1,
        "text": "a.yaml:1:1",
        "edit": None,
    }


def test_it_can_be_sent(demonstration: State) -> None:
    found = replace(demonstration, diagnostics=tuple(ALL))
    assert json.loads(json.dumps(report_object(found, EDITOR)))["errors"]


@pytest.mark.parametrize(
    ("path", "noun", "file"),
    [
        ("facts/legend-on-podcast.html", "fact", "content/facts/inquisitr-2018.yaml"),
        ("sources/inquisitr-2018.html", "source", "content/sources.yaml"),
        ("people/john-legend.html", "person", "content/people.yaml"),
        ("topics/run-2024.html", "topic", "content/topics.yaml"),
        ("index.html", "page", "content/pages/index.md"),
    ],
)
def test_a_page_knows_where_it_is_written(
    path: str, noun: str, file: str, demonstration: State
) -> None:
    made = page_object(demonstration, path, EDITOR)
    written, _, line = made["label"].rpartition(":")
    assert (made["noun"], written) == (noun, file)
    identifier = Path(path).stem
    text = (ROOT / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert identifier in text or path == "index.html"
    assert made["edit"].startswith(f"zed://file{ROOT.as_posix()}/{made['label']}:")
    assert page_object(demonstration, path, None) == {**made, "edit": None}


@pytest.mark.parametrize(
    "path",
    ["facts.html", "facts/no-such.html", "facts/legend-on-podcast", "index", "", "/", "a/b/c.html"],
)
def test_other_pages_are_written_nowhere(path: str, demonstration: State) -> None:
    nowhere = {"noun": None, "label": None, "edit": None}
    assert page_object(demonstration, path, EDITOR) == nowhere
    assert page_object(STATE, path, EDITOR) == nowhere
