"""The manual's pages on diagnostics, and their examples as projects that can be checked.

    python -m tests.diagnostic_pages

writes into the pages anew what their failing examples print; read the changes before you keep them.
"""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from sitegen.cli import main
from tests.documents import ROOT, Block, blocks

FOLDER = ROOT / "docs" / "diagnostics"
INDEX = FOLDER / "README.md"
HOME = "/home/ada/lamp"  # where the project lies in what is printed
PROJECT = "The project of the examples"
FAILS, PASSES, ACCEPTED = (
    "An example that fails",
    "An example that passes",
    "An example that is accepted",
)
_PRINTS = re.compile(r"`sitegen ([^`]+)` prints:$")
_OPENING, _CLOSING = "` prints:\n\n```text\n", "```\n"


@dataclass(frozen=True, slots=True)
class Example:
    """What an example changes in the project, the command that it runs, and what that prints."""

    code: str
    heading: str
    changes: tuple[Block, ...]
    command: tuple[str, ...]
    printed: str


def pages() -> dict[str, Path]:
    """The page of each code."""
    return {page.stem: page for page in sorted(FOLDER.glob("*.md")) if page != INDEX}


def examples(page: Path) -> Iterator[Example]:
    """The examples of a page, in order."""
    found: dict[str, list[Block]] = {}
    for block in blocks(page):
        found.setdefault(block.heading, []).append(block)
    for heading, parts in found.items():
        if heading not in {FAILS, PASSES, ACCEPTED}:
            continue
        command: tuple[str, ...] = ("check",)
        printed = ""
        changes: list[Block] = []
        for part in parts:
            said = _PRINTS.search(part.above)
            if said:
                command, printed = tuple(said[1].split()), part.text
            elif part.language == "sh" and part.text.startswith("sitegen "):
                command = tuple(part.text.split()[1:])
            else:
                changes.append(part)
        yield Example(page.stem, heading, tuple(changes), command, printed)


def write(project: Path, path: str, text: str) -> None:
    """A file of a project."""
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def lay_out(project: Path, changes: tuple[Block, ...] = ()) -> None:
    """The project of the examples, with the changes of one of them."""
    for block in blocks(INDEX):
        if block.heading == PROJECT and block.path:
            write(project, block.path, block.text)
    for block in changes:
        if block.language == "sh":
            subprocess.run(["/bin/sh", "-c", block.text], cwd=project, check=True)
        else:
            assert block.path, f"which file is this? {block.text}"
            write(project, block.path, block.text)


def printed(project: Path, example: Example) -> str:
    """What the command of an example prints, without its figures."""
    with redirect_stdout(StringIO()) as output, redirect_stderr(StringIO()):
        main(["-C", str(project), *example.command, "-q"])
    return output.getvalue().strip().replace(str(project), HOME) + "\n"


def told(project: Path, example: Example) -> tuple[int, set[tuple[str, str]]]:
    """The exit code of an example's command, and the codes that it gives with their severities."""
    with redirect_stdout(StringIO()) as output, redirect_stderr(StringIO()):
        status = main(["-C", str(project), *example.command, "--format", "json"])
    report = json.loads(output.getvalue())
    return status, {(d["code"], d["severity"]) for d in report["diagnostics"]}


def _rewrite(page: Path) -> None:
    for example in examples(page):
        if example.heading == FAILS:
            with tempfile.TemporaryDirectory() as folder:
                lay_out(Path(folder), example.changes)
                output = printed(Path(folder), example)
            before, opening, rest = page.read_text(encoding="utf-8").partition(_OPENING)
            after = rest[rest.index(_CLOSING) :]
            page.write_text(f"{before}{opening}{output}{after}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for each in pages().values():
        _rewrite(each)
