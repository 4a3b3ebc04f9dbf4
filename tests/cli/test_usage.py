"""What may be written after `sitegen`, and what each exit code answers."""

import errno
import os
from pathlib import Path

import pytest

from sitegen import __version__
from sitegen.cli import build, check, commands
from tests.cli.conftest import FACTS, PROJECT, Sitegen, spawn, write_project

WARNED = PROJECT[FACTS].replace("was opened.", "was opened # and closed")

NOT_UNDERSTOOD = [
    ((), "the following arguments are required: COMMAND"),
    (("biuld",), "invalid choice: 'biuld'"),
    (("check", "--wrong"), "unrecognized arguments: --wrong"),
    (("check", "--form", "json"), "unrecognized arguments: --form json"),
    (("check", "--format", "xml"), "argument --format: invalid choice: 'xml'"),
    (("check", "extra"), "unrecognized arguments: extra"),
    (("coverage", "--fail-under", "101"), "“101” is not a percentage from 0 to 100"),
    (("coverage", "--fail-under", "-1"), "“-1” is not a percentage from 0 to 100"),
    (("coverage", "--fail-under", "nan"), "“nan” is not a percentage from 0 to 100"),
    (("coverage", "--fail-under", "half"), "“half” is not a percentage from 0 to 100"),
    (("build", "--base-url", "example.org"), "is not a link such as https://example.org"),
    (("build", "--base-url", "https://"), "is not a link such as https://example.org"),
    (("build", "--base-url", "javascript:alert(1)"), "is not a link such as https://example.org"),
    (("build", "-o"), "argument -o/--output: expected one argument"),
    (("explain",), "the following arguments are required: ID"),
    (("-C",), "argument -C: expected one argument"),
]


@pytest.mark.parametrize(("words", "reason"), NOT_UNDERSTOOD)
def test_what_is_not_understood_is_refused_in_one_clear_line(
    sitegen: Sitegen, words: tuple[str, ...], reason: str
) -> None:
    ran = sitegen(*words)
    assert (ran.code, ran.out) == (2, "")
    assert reason in ran.err.splitlines()[-1]
    assert ran.err.count("error:") == 1


def test_help_and_version_answer_on_standard_output(sitegen: Sitegen) -> None:
    assert sitegen("--version") == (0, f"sitegen {__version__}\n", "")
    assert sitegen("check", "--version") == (0, f"sitegen {__version__}\n", "")
    assert "exit codes:" in sitegen("--help").out
    assert "exit codes:" in sitegen("build", "--help").out


def test_all_is_well(sitegen: Sitegen, project: Path) -> None:
    ran = sitegen("-C", project, "check")
    assert ran == (0, "2 facts, 2 citations (2 found), 3 fields (2 found, 1 not checked).\n", "")


def test_errors_of_the_content(sitegen: Sitegen, broken: Path) -> None:
    for command in ("check", "build"):
        ran = sitegen("-C", broken, command)
        assert ran.code == 1
        assert "error[wrong-type]" in ran.out
    assert not (broken / "site").exists()
    assert ran.err == "Nothing was published; the site is as it was.\n"


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("strict", ["-s", "--strict"])
def test_warnings_count_only_when_strict(
    sitegen: Sitegen, tmp_path: Path, command: str, strict: str
) -> None:
    project = write_project(tmp_path, **{FACTS: WARNED})
    refused = sitegen("-C", project, command, strict)
    assert refused.code == 1
    assert "warning[prose-cut]" in refused.out
    assert not (project / "site").exists()
    assert sitegen("-C", project, command).code == 0
    assert (project / "site").exists() == (command == "build")


COMMON = [
    (("-C", "{}", "-q"), (), ""),
    ((), ("-C", "{}", "-q"), ""),
    (("-q",), ("-C", "{}"), ""),
    (("-C", "{}"), ("--quiet",), ""),
    (("-C", "/nowhere", "-q"), ("-C", "{}"), ""),  # the last word counts
]


@pytest.mark.parametrize(("before", "after", "printed"), COMMON)
def test_common_options_stand_before_or_after_the_command(
    sitegen: Sitegen, project: Path, before: tuple[str, ...], after: tuple[str, ...], printed: str
) -> None:
    words = (*before, "check", *after)
    assert sitegen(*(word.format(project) for word in words)) == (0, printed, "")


def test_the_project_is_the_nearest_folder_upward(
    sitegen: Sitegen, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = write_project(project / "inner", **{"content/site.yaml": "nothing: here\n"})
    (inner / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(inner / "a" / "b")
    assert "site.yaml has no field “nothing”" in sitegen("check").out
    monkeypatch.chdir(project / "content" / "facts")
    assert sitegen("check").code == 0


def test_a_folder_called_site_yaml_makes_no_project(
    sitegen: Sitegen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content" / "site.yaml").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    ran = sitegen("check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "sitegen: there is no content/site.yaml here or in a folder above\n"
        "  hint: sitegen init DIR makes one; -C DIR names one\n"
    )


def test_a_project_that_is_named_is_not_looked_for_elsewhere(
    sitegen: Sitegen, project: Path
) -> None:
    ran = sitegen("-C", project / "seeds", "check")
    assert ran.code == 1
    assert "content/site.yaml:1:1: error[missing-file]" in ran.out


@pytest.mark.parametrize(
    "name", ["nowhere", "seeds/letter.txt", "seeds/letter.txt/deeper", "x" * 400]
)
def test_a_project_that_is_no_folder(sitegen: Sitegen, project: Path, name: str) -> None:
    ran = sitegen("-C", project / name, "check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"sitegen: there is no folder {project / name}\n"


def test_a_disk_that_fails_is_the_world(
    sitegen: Sitegen, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), "seeds/letter.txt")

    monkeypatch.setattr(Path, "read_bytes", failing)
    ran = sitegen("-C", project, "check")
    assert ran == (3, "", "sitegen: seeds/letter.txt: Input/output error\n")


@pytest.mark.parametrize("command", [("check",), ("build",), ("coverage",), ("explain", "x")])
def test_ctrl_c_ends_with_one_line(
    sitegen: Sitegen, project: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    for module in (build, check, commands):
        monkeypatch.setattr(module, "Snapshot", interrupted)
    ran = sitegen("-C", project, *command)
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.startswith("sitegen: interrupted")
    assert ran.err.count("\n") == 1


def test_the_module_runs_as_the_command_does(project: Path) -> None:
    ran = spawn(["check"], project / "content")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "2 facts, 2 citations (2 found), 3 fields (2 found, 1 not checked).\n"
