"""The edits whose builds are measured; each is made to a tool's own copy of the project.

Each puts `marker(number)` into the project and returns the page that must show it.
"""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from benchmarks.peers.tools import Tool
from benchmarks.preview.edits import Note, first_without_note, marker

_TOPICS = "Topics: "  # stands in the template of a fact, whatever the tool


def fact(tool: Tool, folder: Path, number: int) -> str:
    """Another note for one fact in the middle of the project."""
    file = _middle(folder / tool.facts)
    changed = first_without_note(file)
    Note(file, changed).write(marker(number))
    return f"facts/{changed}.html"


def source(tool: Tool, folder: Path, number: int) -> str:
    """Other words at the end of one article, which no fact cites, and its new digest.

    The digest is written as `sitegen check --accept-source` would, but without running it: so
    nothing of the changed article has been read when the clock starts.
    """
    names = {_middle(folder / place).name for place in tool.seeds}
    (name,) = names
    for place in tool.seeds:
        article = folder / place / name
        lines = article.read_text("utf-8").split("\n")
        last = max(index for index, line in enumerate(lines) if line)
        kept = lines[last].partition(" Then it was called")[0]
        lines[last] = f"{kept} Then it was called {marker(number)}."
        _replace(article, "\n".join(lines))
    digest = hashlib.sha256((folder / tool.seeds[0] / name).read_bytes()).hexdigest()
    sources = folder / tool.sources
    pinned = re.compile(rf'(?<=text: seeds/{re.escape(name)}\n    sha256: ")\w+')
    _replace(sources, pinned.sub(digest, sources.read_text("utf-8"), count=1))
    return f"sources/{name.removesuffix('.txt')}.html"


def template(tool: Tool, folder: Path, number: int) -> str:
    """Another word in the template of a fact's page."""
    file = folder / tool.template
    text = file.read_text("utf-8")
    if _TOPICS in text:
        _replace(file, re.sub(rf"(zq\w+ )?{_TOPICS}", f"{marker(number)} {_TOPICS}", text, count=1))
    else:
        _replace(file, re.sub(r"<dt>\w+</dt>", f"<dt>{marker(number)}</dt>", text, count=1))
    return f"facts/{first_without_note(_middle(folder / tool.facts))}.html"


EDITS: dict[str, Callable[[Tool, Path, int], str]] = {
    "one fact": fact,
    "one source": source,
    "one template": template,
}


def _middle(folder: Path) -> Path:
    files = sorted(file for file in folder.iterdir() if file.is_file())
    return files[len(files) // 2]


def _replace(file: Path, text: str) -> None:
    new = file.with_name(f".{file.name}.new")
    new.write_text(text, "utf-8")
    new.replace(file)
