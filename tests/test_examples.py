"""The examples of the documents are run: what is shown as wrong is refused for the named reason,
what is shown as right is accepted, and the first ten minutes go as the README says."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.diagnostics import CODES
from tests.documents import ROOT, Block, blocks, code, section, sections

COMMAND_LINE = ROOT / "docs" / "command-line.md"
DIAGNOSTICS = ROOT / "docs" / "diagnostics.md"
README = ROOT / "README.md"
WITHOUT_EXAMPLE = {"bad-encoding"}  # a document in UTF-8 cannot show one

EXAMPLES = [block for block in blocks(DIAGNOSTICS) if block.heading.strip("`") in CODES]


def write(project: Path, path: str, text: str) -> None:
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project that the examples are pieces of."""
    for block in blocks(DIAGNOSTICS):
        if block.heading == "Diagnostics" and block.path:
            write(tmp_path, block.path, block.text)
    return tmp_path


def found(
    project: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> tuple[int, set[str]]:
    """The exit code of a command in the project, and the codes that it gives."""
    status = main(["-C", str(project), *command, "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    return status, {diagnostic["code"] for diagnostic in report["diagnostics"]}


def examples() -> Iterator[tuple[str, bool, str, Block]]:
    """Each example: its code, whether it is right, the file that it shows, and the block."""
    path = ""
    for block in EXAMPLES:
        path = block.path or path
        name = block.heading.strip("`")
        yield name, block.above.startswith("Right"), path, block


@pytest.mark.parametrize(
    ("name", "is_right", "path", "block"),
    [
        pytest.param(*example, id=f"{example[0]}-{'right' if example[1] else 'wrong'}")
        for example in examples()
    ],
)
def test_an_example_of_a_diagnostic_gives_it_or_nothing(
    name: str,
    is_right: bool,
    path: str,
    block: Block,
    project: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if block.language == "sh":
        command = block.text.split()[1:]
    else:
        command = ["build"] if block.language == "html" else ["check"]
        write(project, path, block.text)
    status, codes = found(project, command, capsys)
    assert codes == (set() if is_right else {name})
    assert (status == 0) == (is_right or name == "prose-cut")


def test_the_project_of_the_examples_is_sound(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert found(project, ["check"], capsys) == (0, set())


def test_every_diagnostic_has_an_example() -> None:
    shown = {block.heading.strip("`") for block in EXAMPLES}
    described = {part.heading.strip("`") for part in sections(DIAGNOSTICS) if part.level == 3}
    assert described - shown == WITHOUT_EXAMPLE


# what the manual of the command line shows


@pytest.fixture
def moved(project: Path) -> Path:
    """The project with the example of `quote-moved`."""
    (wrong,) = (b for name, is_right, _, b in examples() if name == "quote-moved" and not is_right)
    write(project, "content/facts/gazette.yaml", wrong.text)
    return project


def test_a_diagnostic_looks_as_the_manual_shows(
    moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shown,) = (block for block in blocks(COMMAND_LINE) if block.language == "text")
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


# the first ten minutes


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """An environment in which `sitegen` is this checkout's, as it is once it is installed."""
    binaries = tmp_path / "bin"
    binaries.mkdir()
    command = binaries / "sitegen"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sitegen "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    if shutil.which("sha256sum") is None:  # older releases of macOS call it by another name
        (binaries / "sha256sum").write_text('#!/bin/sh\nexec shasum -a 256 "$@"\n')
        (binaries / "sha256sum").chmod(0o755)
    path = os.pathsep.join([str(binaries), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}


def replace_end(file: Path, end: str) -> None:
    """The file with its last lines replaced by as many others."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    new = end.splitlines(keepends=True)
    file.write_text("".join([*lines[: -len(new)], *new]), encoding="utf-8")


def timeless(text: str) -> str:
    return re.sub(r"[0-9.]+ s\.", "0.00 s.", text)


@pytest.mark.skipif(os.name == "nt", reason="only on POSIX: the README's blocks are for sh")
def test_the_first_ten_minutes_go_as_the_readme_says(tmp_path: Path, shell: dict[str, str]) -> None:
    steps = [block for block in blocks(README) if block.heading == "The first ten minutes"]
    folder, printed = tmp_path, ""
    assert steps[0].text.startswith(".venv/bin/pip install")  # tests/packaging does that
    for step in steps[1:]:
        if step.language == "sh":
            done = subprocess.run(
                ["/bin/sh", "-c", f"{step.text}\npwd"],
                cwd=folder,
                env=shell,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
            assert done.stderr == ""
            output, _, place = done.stdout.rstrip("\n").rpartition("\n")
            folder, printed = Path(place), f"{output}\n"
        elif step.path is None:
            assert timeless(printed) == timeless(step.text), f"after {step.above}"
            printed = ""
        elif step.above.endswith("ends:"):
            replace_end(folder / step.path, step.text)
        else:
            write(folder, step.path, step.text)
    assert (folder / "site" / "index.html").is_file()
