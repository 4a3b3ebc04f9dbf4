"""Small projects whose citations have moved, and what `--fix` makes of them."""

from pathlib import Path

from sitegen.build import check
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.digest import sha256
from sitegen.drafts import Change, fix
from sitegen.snapshot import Snapshot

FACTS = "content/facts/letter.yaml"
SOURCES = "content/sources.yaml"
LETTER = "".join(f"Line {n} tells of word{n} alone.\n" for n in range(1, 41))


def write_project(root: Path, facts: str | bytes, sources: str | None = None) -> Path:
    """A project with one file of facts; `@` in `sources` stands for the digest of the letter."""
    pinned = sources or "sources:\n  letter:\n    text: seeds/letter.txt\n    sha256: @\n"
    contents = {
        "content/site.yaml": "title: A\n",
        SOURCES: pinned.replace("@", sha256(LETTER.encode())),
        FACTS: facts,
        "seeds/letter.txt": LETTER,
    }
    for path, text in contents.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def diagnostics_of(project: Path) -> tuple[Diagnostic, ...]:
    return check(Snapshot(project)).diagnostics


def codes_of(project: Path) -> list[str]:
    """The codes of the errors."""
    found = diagnostics_of(project)
    return [diagnostic.code for diagnostic in found if diagnostic.severity is Severity.ERROR]


def fixed(project: Path, *accepted: str, pins_only: bool = False) -> tuple[Change, ...]:
    """Check a project and make the edits."""
    snapshot = Snapshot(project)
    return fix(snapshot, check(snapshot).diagnostics, accepted, pins_only=pins_only)


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
