"""`sitegen check --fix` and `--accept-source`."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import FACTS, LETTER, PROJECT, Sitegen, write_project

MOVED = PROJECT[FACTS].replace("lines: 3", "lines: 1").replace("lines: 4", "lines: 2-3 ")
SOURCES = "content/sources.yaml"
LATER = f"A line more.\n{LETTER}"


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """The project with two citations whose lines are wrong."""
    return write_project(tmp_path / "moved", **{FACTS: MOVED})


@pytest.fixture
def changed(project: Path) -> Path:
    """The project with an article that has got a line more."""
    (project / "seeds" / "letter.txt").write_text(LATER, encoding="utf-8")
    return project


def written(project: Path) -> str:
    return (project / FACTS).read_text(encoding="utf-8")


def test_what_can_be_corrected_is_offered(sitegen: Sitegen, moved: Path) -> None:
    ran = sitegen("-C", moved, "check")
    assert ran.code == 1
    assert ran.out.endswith("\n2 can be corrected by: sitegen check --fix\n")
    assert written(moved) == MOVED


def test_a_fix_tells_what_it_wrote_and_what_remains(sitegen: Sitegen, moved: Path) -> None:
    ran = sitegen("-C", moved, "check", "--fix")
    assert (ran.code, ran.err) == (0, "")
    *changes, empty, figures, corrected = ran.out.splitlines()
    assert changes == [f"{FACTS}:7: lines: 1 → 3", f"{FACTS}:12: lines: 2-3 → 4"]
    assert (empty, corrected) == ("", "2 corrections written.")
    assert figures.startswith("2 facts, 2 citations (2 found), ")
    assert written(moved) == PROJECT[FACTS].replace("lines: 4", "lines: 4 ")


def test_the_second_time_there_is_nothing_to_do(sitegen: Sitegen, moved: Path) -> None:
    sitegen("-C", moved, "check", "--fix")
    before = (moved / FACTS).stat()
    ran = sitegen("-C", moved, "check", "--fix")
    assert ran.out.startswith("2 facts, 2 citations (2 found), ")
    assert ran.out.endswith(".\n0 corrections written.\n")
    after = (moved / FACTS).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_no_program_can_correct_stays_an_error(sitegen: Sitegen, tmp_path: Path) -> None:
    facts = MOVED.replace("exact: The bridge was opened", "exact: The bridge was mended")
    ran = sitegen("-C", write_project(tmp_path, **{FACTS: facts}), "check", "--fix")
    assert ran.code == 1
    assert ran.out.startswith(f"{FACTS}:12: lines: 2-3 → 4\n\n{FACTS}:7:")
    assert ran.out.endswith("\n1 correction written.\n")
    assert "error[quote-mismatch]" in ran.out


def test_quiet(sitegen: Sitegen, moved: Path) -> None:
    ran = sitegen("-C", moved, "check", "--fix", "-q")
    assert ran.out == f"{FACTS}:7: lines: 1 → 3\n{FACTS}:12: lines: 2-3 → 4\n\n"


# the other forms


def test_as_json(sitegen: Sitegen, moved: Path) -> None:
    ran = sitegen("-C", moved, "check", "--fix", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["diagnostics"] == []
    assert ran.json["fixed"][0] == {
        "path": FACTS, "line": 7, "column": 19, "key": "lines", "was": "1", "now": "3",
    }  # fmt: skip
    again = sitegen("-C", moved, "check", "--fix", "--format", "json")
    assert again.json["fixed"] == []


def test_as_sarif(sitegen: Sitegen, moved: Path) -> None:
    ran = sitegen("-C", moved, "check", "--fix", "--format", "sarif")
    assert json.loads(ran.out)["runs"][0]["results"] == []
    assert ran.err == f"{FACTS}:7: lines: 1 → 3\n{FACTS}:12: lines: 2-3 → 4\n"


def test_for_github_what_was_written_commands_nothing(sitegen: Sitegen, moved: Path) -> None:
    ran = sitegen("-C", moved, "check", "--fix", "--format", "github")
    lines = ran.out.splitlines()
    assert lines[0].startswith("::stop-commands::")
    assert lines[1] == f"{FACTS}:7: lines: 1 → 3"
    assert lines[3].startswith("::")
    assert ran.err == ""


# a source that has changed


def test_a_changed_source_holds_its_corrections_back(sitegen: Sitegen, changed: Path) -> None:
    ran = sitegen("-C", changed, "check", "--fix")
    assert ran.code == 1
    assert ran.out.endswith("\n0 corrections written.\n")
    assert ran.out.count("  fix, with --accept-source letter:\n") == 3
    assert written(changed) == PROJECT[FACTS]


def test_an_accepted_source_with_its_citations(sitegen: Sitegen, changed: Path) -> None:
    ran = sitegen("-C", changed, "check", "--fix", "--accept-source", "letter")
    assert ran.code == 0
    assert ran.out.startswith(
        f"{FACTS}:7: lines: 3 → 4\n{FACTS}:12: lines: 4 → 5\n{SOURCES}:4: sha256: "
    )
    assert hashlib.sha256(LATER.encode()).hexdigest() in (changed / SOURCES).read_text()


def test_a_source_may_be_accepted_without_correcting_its_citations(
    sitegen: Sitegen, changed: Path
) -> None:
    ran = sitegen("-C", changed, "check", "--accept-source", "letter")
    assert ran.code == 1
    assert ran.out.count("error[quote-moved]") == 2
    assert "source-changed" not in ran.out
    assert written(changed) == PROJECT[FACTS]


def test_a_source_that_there_is_not_is_a_slip_and_nothing_is_written(
    sitegen: Sitegen, changed: Path
) -> None:
    words = ("--accept-source", "leter", "--accept-source", "letter")
    ran = sitegen("-C", changed, "check", "--fix", *words)
    assert ran == (2, "", "sitegen: there is no source “leter”\n  hint: did you mean “letter”?\n")
    assert sitegen("-C", changed, "check").out.count("error[source-changed]") == 1


# the world


def test_a_read_only_file_is_told_in_a_line_and_left_alone(sitegen: Sitegen, moved: Path) -> None:
    (moved / FACTS).chmod(0o444)
    ran = sitegen("-C", moved, "check", "--fix")
    assert (ran.code, ran.out) == (3, "")
    told = "it is read-only, so nothing was changed"
    assert ran.err == f"sitegen: {(moved / FACTS).resolve()}: {told}\n"
    assert written(moved) == MOVED


# formats


def test_github_annotates_paths_of_the_repository(
    sitegen: Sitegen, moved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(moved.parent))
    for command in ("check", "build"):
        ran = sitegen("-C", moved, command, "--format", "github")
        assert ran.code == 1
        assert ran.out.startswith(f"::error file=moved/{FACTS},line=7,")
    run = json.loads(sitegen("-C", moved, "build", "--format", "sarif").out)["runs"][0]
    file = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert file == {"uri": f"moved/{FACTS}", "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize("workspace", ["", "/nowhere", "relative"])
def test_without_a_repository_around_it_paths_are_those_of_the_project(
    sitegen: Sitegen, moved: Path, monkeypatch: pytest.MonkeyPatch, workspace: str
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", workspace)
    ran = sitegen("-C", moved, "check", "--format", "github")
    assert ran.out.startswith(f"::error file={FACTS},line=7,")


def test_a_project_that_is_the_repository(
    sitegen: Sitegen, moved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(moved) + os.sep)
    ran = sitegen("-C", moved, "check", "--format", "github")
    assert ran.out.startswith(f"::error file={FACTS},line=7,")


def test_a_build_for_github_ends_with_the_page(sitegen: Sitegen, project: Path) -> None:
    ran = sitegen("-C", project, "build", "--format", "github")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(f"{Path('site', 'index.html')}\n")


def test_coverage_has_neither(sitegen: Sitegen, project: Path) -> None:
    for form in ("github", "sarif"):
        assert sitegen("-C", project, "coverage", "--format", form).code == 2
