"""Small projects to which articles are added, and their drafts with the comments taken away."""

import re
from pathlib import Path

from sitegen.build import check
from sitegen.cli import main
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.snapshot import Snapshot

SITE = "content/site.yaml"
SOURCES = "content/sources.yaml"
PEOPLE = "content/people.yaml"
_DRAFT = "  # "
_SPEAKERS = re.compile(r"These speakers.*\n##\n((?:##   .*\n)+)")


def empty(root: Path, **files: str) -> Path:
    """A project with a title and, by the last word of their path, these files of content."""
    for path, text in {"site": "title: A\n", **files}.items():
        file = root / "content" / f"{path}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def add(root: Path, file: Path | str, *options: str) -> int:
    return main(["add", str(file), "-C", str(root), *options])


def files_of(root: Path) -> dict[str, bytes | None]:
    """Everything below a folder: files with what they hold, and folders."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in root.rglob("*")
    }


def taken(text: str) -> str:
    """A file of drafts with every comment taken away, as an editor does it."""
    lines = text.split("\n")
    return "\n".join(f"  {one[4:]}" if one.startswith(_DRAFT) else one for one in lines)


def one_by_one(text: str) -> list[str]:
    """The file with one draft taken at a time."""
    lines = text.split("\n")
    blocks: list[list[int]] = []
    for number, line in enumerate(lines):
        if line.startswith(_DRAFT):
            if not number or not lines[number - 1].startswith(_DRAFT):
                blocks.append([])
            blocks[-1].append(number)
    return [
        "\n".join(f"  {line[4:]}" if number in block else line for number, line in enumerate(lines))
        for block in blocks
    ]


def speakers(text: str) -> str:
    """The people that a file of drafts asks for, as content/people.yaml has them."""
    found = _SPEAKERS.search(text)
    every = found[1].splitlines() if found else ()
    return "people:\n" + "".join(f"{line[3:]}\n" for line in every) if every else "people: {}\n"


def told(root: Path, **replacing: str) -> tuple[Diagnostic, ...]:
    """What the check says of a project in which these files hold something else."""
    files = {f"content/{path}.yaml": text.encode() for path, text in replacing.items()}
    return check(Snapshot(root, files)).diagnostics


def errors(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{d.code}: {d.message}" for d in diagnostics if d.severity is Severity.ERROR]
