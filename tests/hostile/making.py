"""How the corpus of hostile input is written: one entry for each way to harm.

An entry is a project in which one file (or a few) is made to harm. What is large is made by a
function when it is needed; no large file is kept.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.cases.reading import Case

SITE, SOURCES = "content/site.yaml", "content/sources.yaml"
PEOPLE, TOPICS = "content/people.yaml", "content/topics.yaml"
FACTS, PAGE = "content/facts/letter.yaml", "content/pages/crossing.md"
ARTICLE = "seeds/letter.txt"
MB = 1024 * 1024

LETTER = """\
To the editor

The bridge was opened on Monday. About 60,000 people came, the mayor said.
“It’s a good day,” said Ada Lovelace, “and it may not come again.”
"""

Written = str | bytes | None | Callable[[], str | bytes]


class Hostile(NamedTuple):
    """One entry: files in place of the sound project's. Its errors stand in `expected.txt`.

    `arrange` does what files cannot say, such as making a link. `large`: it is left to
    `benchmarks/hostile`, as the ordinary tests have a small one of its kind.
    """

    name: str
    files: Mapping[str, Written]
    arrange: Callable[[Path], None] | None = None
    large: bool = False

    def write(self, folder: Path) -> None:
        """The project of the entry, below `folder`."""
        Case("hostile", self.name, {}, []).write(folder)
        for path, written in self.files.items():
            content = written() if callable(written) else written
            file = folder / path
            if content is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            raw = content if isinstance(content, bytes) else _bytes(content)
            file.write_bytes(raw)
        if self.files.get(ARTICLE) is not None and SOURCES not in self.files:
            (folder / SOURCES).write_bytes(sources(pinned(folder / ARTICLE)).encode())
        if self.arrange:
            self.arrange(folder)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def pinned(file: Path) -> str:
    """The digest of a file."""
    import hashlib

    return hashlib.sha256(file.read_bytes()).hexdigest()


def sources(digest: str = "0" * 64, fields: str = "") -> str:
    """A sources.yaml with one source."""
    return (
        f"sources:\n  letter:\n    text: {ARTICLE}\n    sha256: '{digest}'\n"
        f"    title: A letter\n{fields}"
    )


def fact(fields: str, cite: str = "lines: 3, exact: The bridge was opened") -> str:
    """A file with one fact of these fields."""
    return f"source: letter\nfacts:\n  a:\n    {fields}\n    cite: {{{cite}}}\n"


def claim(cite: str) -> str:
    """A claim with this citation."""
    return fact("kind: claim\n    claim: The bridge was opened.", cite)


def prose(text: str) -> str:
    """A page with this text."""
    return f"---\ntitle: T\n---\n\n{text}"
