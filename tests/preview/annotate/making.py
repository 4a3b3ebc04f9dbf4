"""Annotators of small projects, and the words that somebody selects in them."""

import shutil
from pathlib import Path
from typing import Any

from sitegen.build import check
from sitegen.digest import sha256
from sitegen.preview.annotate import Annotator
from sitegen.preview.state import State
from sitegen.snapshot import Snapshot

DEMONSTRATION = Path(__file__).parents[3]
Json = dict[str, Any]
FULL = "display: full\n    because: A test.\n"


def demonstration(root: Path) -> Path:
    """A copy of the demonstration, to be written to."""
    for folder in ("content", "seeds"):
        shutil.copytree(DEMONSTRATION / folder, root / folder)
    return root


def project(
    root: Path, text: str, source: str = "display: full\n    because: A test.\n", **files: str
) -> Path:
    """A project with one source, `letter`; `files` are further ones by the path's last word."""
    contents = {
        "content/site.yaml": "title: A\n",
        "content/sources.yaml": "sources:\n  letter:\n    text: seeds/letter.txt\n"
        f"    sha256: {sha256(text.encode())}\n    {source}",
        "content/people.yaml": files.get("people", "people: {}\n"),
        "content/facts/letter.yaml": files.get("facts", "source: letter\nfacts: {}\n"),
        "seeds/letter.txt": text,
    }
    for path, content in contents.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode())
    return root


def state_of(root: Path) -> State:
    snapshot = Snapshot(root)
    checked = check(snapshot)
    return State("1", diagnostics=checked.diagnostics, checked=checked, snapshot=snapshot)


class Desk(Annotator):
    """An annotator that reads the project anew when it is told to."""

    def __init__(self, root: Path) -> None:
        self.known = state_of(root)
        super().__init__(root, lambda: self.known)

    def look_again(self) -> None:
        self.known = state_of(self.root)

    def lines(self, source: str = "letter") -> tuple[str, ...]:
        """The lines as the page shows them."""
        of = self._current().text(source)
        return tuple(of.page.line(n, of.parts)[0] for n in range(1, len(of.article.lines) + 1))

    def select(self, start: str, end: str | None = None, source: str = "letter") -> Json:
        """Select from where the first text begins to where the second ends, each as shown."""
        lines = self.lines(source)
        first = next(n for n, line in enumerate(lines) if start in line)
        last = next(n for n, line in enumerate(lines) if (end or start) in line and n >= first)
        column = lines[last].index(end or start) + len(end or start)
        return self.points(source, (first + 1, lines[first].index(start)), (last + 1, column))

    def points(self, source: str, start: tuple[int, int], end: tuple[int, int]) -> Json:
        return self.selection(
            {
                "source": source,
                "start": {"line": start[0], "column": start[1]},
                "end": {"line": end[0], "column": end[1]},
            }
        )
