"""The examples of the documents are run: what is shown as wrong is refused for the named reason,
what is shown as right is accepted. What else the documents show is run by tests/manual."""

import json
import os
from pathlib import Path

import pytest

from sitegen.cli import main
from tests.cases.reading import read_cases
from tests.diagnostic_pages import (
    ACCEPTED,
    FAILS,
    INDEX,
    PASSES,
    Example,
    examples,
    lay_out,
    pages,
    printed,
    told,
)
from tests.documents import ROOT, blocks, code, section, sections

COMMAND_LINE = ROOT / "docs" / "command-line.md"
ALL = [example for page in pages().values() for example in examples(page)]
SEVERITIES = {
    plain_name: row[1]
    for part in sections(INDEX)
    for row in part.rows
    for plain_name in code(row[0])
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project that the examples are pieces of."""
    lay_out(tmp_path)
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX: some examples are commands for sh")
@pytest.mark.parametrize("example", ALL, ids=lambda example: f"{example.code}: {example.heading}")
def test_an_example_of_a_diagnostic_gives_it_or_nothing(example: Example, tmp_path: Path) -> None:
    lay_out(tmp_path, example.changes)
    status, found = told(tmp_path, example)
    if example.heading != FAILS:
        assert (status, found) == (0, set())
        return
    assert {name for name, _ in found} == {example.code}
    assert {severity for _, severity in found} <= set(SEVERITIES[example.code].split(" or "))
    assert (status == 0) == (found == {(example.code, "warning")})
    assert printed(tmp_path, example) == example.printed, "run: python -m tests.diagnostic_pages"


def test_the_index_names_every_severity_that_a_case_shows() -> None:
    shown = {
        (expected.code, expected.severity) for case in read_cases() for expected in case.expected
    }
    assert shown <= {
        (name, kind) for name, kinds in SEVERITIES.items() for kind in kinds.split(" or ")
    }


def test_the_project_of_the_examples_is_sound(project: Path) -> None:
    sound = Example("", "", (), ("check",), "")
    assert told(project, sound) == (0, set())


@pytest.mark.parametrize("name", pages())
def test_a_page_has_an_example_of_either_kind(name: str) -> None:
    headings = [example.heading for example in ALL if example.code == name]
    assert {FAILS, PASSES} <= set(headings)
    settled = [e for e in ALL if e.code == name and e.heading == ACCEPTED]
    for example in settled:
        assert f"{name}:" in "".join(block.text for block in example.changes)


# what the manual of the command line shows


@pytest.fixture
def moved(project: Path) -> Path:
    """The project with the example of `quote-moved`."""
    (wrong,) = (e for e in ALL if e.code == "quote-moved" and e.heading == FAILS)
    lay_out(project, wrong.changes)
    return project


def test_a_diagnostic_looks_as_the_manual_shows(
    moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shown,) = (
        block
        for block in blocks(COMMAND_LINE)
        if (block.heading, block.language) == ("`sitegen check`", "text")
    )
    assert main(["-C", str(moved), "check", "-q"]) == 1
    assert capsys.readouterr().out.strip() == shown.text.strip()


def keys(value: object) -> set[str]:
    """The keys of an object and of all objects in it."""
    if isinstance(value, list):
        return set[str]().union(*map(keys, value))
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set()


@pytest.mark.parametrize("command", ["check", "coverage", "build"])
def test_the_json_of_a_command_has_the_keys_that_the_manual_lists(
    command: str, moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["-C", str(moved), command, "--format", "json"])
    given = keys(json.loads(capsys.readouterr().out))
    manual = section(COMMAND_LINE, f"`sitegen {command}`")
    listed = {key for row in manual.rows if "`-" not in row[0] for key in code(row[0])}
    assert listed
    assert listed <= given
    shared = section(COMMAND_LINE, "`sitegen check`").words if command == "build" else set()
    assert given <= manual.words | shared
