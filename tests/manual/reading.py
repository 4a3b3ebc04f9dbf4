"""What a document asks to be done, step by step; a block that asks for nothing known is refused."""

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import yaml

from tests.documents import ROOT, Block, blocks

FILES = frozenset({"yaml", "text", "markdown", "json", "css", "html", "toml", "txt", "ini"})
OUTPUTS = frozenset({"text", "json"})
PARTS = {
    "fact": ("facts", ("quote", "count", "rank", "date", "claim")),
    "citation": ("facts", ("citation",)),
    "source": ("sources", ("source",)),
    "person": ("people", ("person",)),
    "site": ("site", ()),
    "theme": ("theme", ()),
    "page": ("page", ()),
}
"""What a block may be part of: the schema, and the definitions in it; none is the whole file."""
_COMMANDS = "sitegen|python3?|pip|pipx|uv|git|cd|mkdir|cp|rsync|ssh|curl|npx|pre-commit|eval"
_COMMAND = re.compile(
    rf" {{4,}}(?:\$ )?(?:[A-Z_]+=\S+ )*(?:\S*/)?(?:{_COMMANDS}) (?!.*\S {{2,}}\S)"
)
_WRONG_NAME = re.compile(r"install (?:-\S+ )*['\"]?sitegen(?![\w-])")
"""sitegen by a name that the package index has given to something else."""
_HELD = "<!-- test: held by "
_HOW = {"writes": "whole", "adds": "more", "replaces": "entry"}
_FENCE = re.compile(r"\s*(?:[-*>]\s+)?(```|~~~)")


class RefusedError(Exception):
    """A block that the runner does not know; its message names the place."""


@dataclass(frozen=True, slots=True)
class Run:
    """A block of commands, and the code with which it ends."""

    text: str
    code: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What the commands before have printed."""

    text: str


@dataclass(frozen=True, slots=True)
class Write:
    """A file. `how`: `whole`, `end` (its last lines), `more` (added), or a key that it replaces."""

    path: str
    text: str
    how: str = "whole"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """Content that no command reads: a file of this schema, or a part of one (`PARTS`)."""

    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """One block: where it stands, and what it asks for; None: another test holds it."""

    place: str
    what: Run | Printed | Write | Fit | None


def begins(document: Path) -> str:
    """Where a document begins, by its comment."""
    found = re.findall(
        r"^<!-- test: begins in (.+) -->$", document.read_text("utf-8"), re.MULTILINE
    )
    if len(found) > 1:
        raise RefusedError(f"{document.name}: begins in {len(found)} places")
    return found[0] if found else "an empty folder"


def steps(document: Path) -> list[Step]:
    """The blocks of a document as steps."""
    refuse_hidden(document)
    found: list[Step] = []
    unread = False  # a command has run whose output may be shown
    for block in blocks(document):
        place = f"{document.name}:{block.line}"
        what = _what(document, block, place, unread=unread)
        unread = isinstance(what, Run) or (unread and not isinstance(what, Printed))
        found.append(Step(place, what))
    return found


def refuse_hidden(document: Path) -> None:
    """Refuses commands in indented blocks, unseen fences, unused notes, and another's name."""
    inside = held = False
    lines = document.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        place = f"{document.name}:{number}"
        if _WRONG_NAME.search(line):
            raise RefusedError(f"{place}: the distribution is called sitegen-factsheets")
        fence = _FENCE.match(line)
        if fence and not line.startswith("```"):
            raise RefusedError(f"{place}: a fence must begin its line, and be made of ```")
        if fence:
            inside = not inside
        elif inside:
            continue
        elif "<!-- test:" in line:
            held = _holds_indented(document, lines, number, place)
        elif line and not line.startswith("    "):
            held = False
        elif not held and _COMMAND.match(line):
            raise RefusedError(f"{place}: write this command in a block of ```sh")
    if inside:
        raise RefusedError(f"{document.name}: its last block has no end")


def _holds_indented(document: Path, lines: list[str], number: int, place: str) -> bool:
    """Whether a comment stands above an indented block; refused where it stands above nothing."""
    line, below = lines[number - 1], "".join(lines[number : number + 1])
    if below.startswith("    ") and line.startswith(_HELD):
        _refuse_unheld(document, line.removeprefix(_HELD).removesuffix(" -->"), place)
        return True
    if not (below.startswith("```") or line.startswith("<!-- test: begins in ")):
        raise RefusedError(f"{place}: this comment stands above no block")
    return False


def _what(
    document: Path, block: Block, place: str, *, unread: bool
) -> Run | Printed | Write | Fit | None:
    if block.note is not None:
        return _noted(document, block, place)
    if block.language == "sh":
        return Run(block.text, 0)
    if block.path is not None and block.language in FILES:
        return Write(block.path, block.text, _manner(block))
    if block.language in OUTPUTS and unread:
        return Printed(block.text)
    if block.language == "yaml":
        return Fit(block.text, _whole_file(block.text, place))
    raise RefusedError(f"{place}: nobody knows what to do with this block of {block.language!r}")


def _manner(block: Block) -> str:
    if block.above.endswith("ends:"):
        return "end"
    return "more" if re.search(r"the end of `[^`]+`[:,]$", block.above) else "whole"


def _whole_file(text: str, place: str) -> str:
    """The schema of a content file, by its first field."""
    keys = re.findall(r"^([a-z_]+):", text, re.MULTILINE)
    first = keys[0] if keys else ""
    name = {"source": "facts", "skip": "facts", "title": "site"}.get(first, first)
    if name not in {"sources", "people", "topics", "facts", "site"}:
        raise RefusedError(f"{place}: this is no whole content file; say what it is part of")
    return name


def _noted(document: Path, block: Block, place: str) -> Run | Printed | Write | Fit | None:
    note = block.note or ""
    verb, _, rest = note.partition(" ")
    if found := re.fullmatch(r"exits with (\d+)", note):
        if block.language == "sh":
            return Run(block.text, int(found[1]))
    elif found := re.fullmatch(r"(writes|adds to|replaces ([\w-]+) in) (\S+)", note):
        return Write(found[3], block.text, _HOW[verb], found[2] or "")
    elif found := re.fullmatch(r"part of an? ([a-z]+)", note):
        if found[1] in PARTS and block.language in {"yaml", "markdown"}:
            return Fit(block.text, f"part of {found[1]}")
    elif note == "for another program" and block.language in {"yaml", "json"}:
        return Fit(block.text, note)
    elif verb == "held":
        _refuse_unheld(document, rest.removeprefix("by "), place)
        return None
    elif verb == "says":
        _refuse_other_facts(block.text, ROOT / rest.removeprefix("the same as "), place)
        return None
    elif verb == "stands":
        _refuse_elsewhere(block.text, ROOT / rest.removeprefix("in "), place)
        return None
    raise RefusedError(f"{place}: nobody knows what “{note}” means for a block of {block.language}")


def _refuse_unheld(document: Path, test: str, place: str) -> None:
    file = ROOT / test
    if not file.is_file() or document.name not in file.read_text(encoding="utf-8"):
        raise RefusedError(f"{place}: {test} does not name {document.name}")


def _refuse_elsewhere(text: str, file: Path, place: str) -> None:
    """Refuses a block that no file of the project has, whatever its indentation there."""
    lines = file.read_text(encoding="utf-8").splitlines()
    shown = text.splitlines()
    for begin in range(len(lines) - len(shown) + 1):
        part = dedent("\n".join(lines[begin : begin + len(shown)]))
        if part == "\n".join(shown):
            return
    raise RefusedError(f"{place}: these lines do not stand in {file.name}")


def _refuse_other_facts(text: str, file: Path, place: str) -> None:
    """Refuses facts that a file of the project has not, however their lines are broken there."""
    facts = yaml.safe_load(file.read_text(encoding="utf-8"))["facts"]
    for name, fact in yaml.safe_load(text).items():
        if facts.get(name) != fact:
            raise RefusedError(f"{place}: {name} stands otherwise in {file.name}")
