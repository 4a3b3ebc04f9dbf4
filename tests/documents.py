"""Reads the project's own documents: their headings, tables, links and blocks of code."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_MADE = frozenset({".git", ".venv", "site", "dist", "build", "node_modules", "__pycache__"})
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])

_HEADING = re.compile(r"(#+) (.*)")
_FENCE = "```"
_NOTE = re.compile(r"<!-- test: (.+) -->")
_CODE = re.compile(r"`` ?(.+?) ?``|`([^`\n]+)`")
_LINK = re.compile(r"\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]\(([^()\s]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, and the paragraph right above it.

    `note`: what a comment between the two tells the tests (tests/manual); `line`: of the fence.
    """

    language: str
    text: str
    above: str
    heading: str
    note: str | None = None
    line: int = 0

    @property
    def path(self) -> str | None:
        """The file that the paragraph above names last, where it ends with that."""
        found = re.search(r"`([^`]+)`(?: ends)?[:,]$", self.above)
        return found[1] if found else None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading of any level."""

    heading: str
    level: int
    text: str

    @property
    def rows(self) -> list[list[str]]:
        """The rows of its tables, without their heads."""
        rows: list[list[str]] = []
        head = True
        for line in self.text.splitlines():
            if not line.startswith("|"):
                head = True
            elif set(line) <= set("|- "):
                head = False
            elif not head:
                rows.append([cell.strip() for cell in line.strip("|").split(" | ")])
        return rows

    @property
    def words(self) -> set[str]:
        """What the section has as code, outside fenced blocks."""
        return code(self.text)


def code(text: str) -> set[str]:
    """What stands in backticks."""
    return {match[1] or match[2] for match in _CODE.finditer(text)}


def sections(path: Path) -> list[Section]:
    """A document by its headings, without its fenced blocks."""
    found = [Section("", 0, "")]
    for line in _without_blocks(path.read_text(encoding="utf-8")).splitlines():
        heading = _HEADING.fullmatch(line)
        if heading:
            found.append(Section(heading[2], len(heading[1]), ""))
        else:
            last = found[-1]
            found[-1] = Section(last.heading, last.level, f"{last.text}{line}\n")
    return found


def section(path: Path, heading: str) -> Section:
    """The one section with this heading."""
    (found,) = (part for part in sections(path) if part.heading == heading)
    return found


def blocks(path: Path) -> list[Block]:
    """The fenced blocks of a document, in order."""
    found: list[Block] = []
    heading, language, note = "", None, None
    paragraph: list[str] = []
    ended = False
    lines: list[str] = []
    begin = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if language is not None and line == _FENCE:
            above = " ".join(paragraph)
            found.append(Block(language, "".join(lines), above, heading, note, begin))
            language, note, paragraph = None, None, []
        elif language is not None:
            lines.append(f"{line}\n")
        elif line.startswith(_FENCE):
            language, lines, begin = line.removeprefix(_FENCE), [], number
        elif told := _NOTE.fullmatch(line):
            note = told[1]
            continue
        elif match := _HEADING.fullmatch(line):
            heading, paragraph, note = match[2], [], None
        elif line:
            paragraph = [line] if ended else [*paragraph, line]
        if language is None:
            note = None  # a comment stands right above its block
        ended = not line
    return found


def links(path: Path) -> list[str]:
    """Where a document's links and pictures lead."""
    text = re.sub(r"`[^`\n]*`", "", _without_blocks(path.read_text(encoding="utf-8")))
    return _LINK.findall(" ".join(text.split()))


def anchors(path: Path) -> set[str]:
    """The ids that a document's headings get where it is read (GitHub's rule)."""
    found: set[str] = set()
    for part in sections(path):
        slug = re.sub(r"[^\w\- ]", "", part.heading.lower()).replace(" ", "-")
        number = 1
        unique = slug
        while unique in found:
            unique = f"{slug}-{number}"
            number += 1
        found.add(unique)
    return found


def _without_blocks(text: str) -> str:
    kept, inside = [], False
    for line in text.splitlines():
        if line.startswith(_FENCE):
            inside = not inside
        elif not inside:
            kept.append(line)
    return "\n".join(kept)


def tracked_files() -> list[Path]:
    """The files of the project that git knows or would; without git, all but what is made here."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        command = [git, "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
        names = [name for name in listed.decode().split("\0") if name]
    else:
        names = [
            path.relative_to(ROOT).as_posix()
            for path in ROOT.rglob("*")
            if not _MADE.intersection(path.relative_to(ROOT).parts)
        ]
    return sorted(path for name in names if (path := ROOT / name).is_file())
