"""Each content file by itself: from its bytes to what it holds, and what is wrong with it.

Nothing here looks at another file, so that what was read can be remembered by path and bytes.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from sitegen import yamltree
from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.frozen import dataclass
from sitegen.load import texts
from sitegen.load.facts import read_facts
from sitegen.load.pages import read_page
from sitegen.load.places import FileText
from sitegen.load.prose import cut_sentences
from sitegen.load.registers import Register, read_register
from sitegen.markdown import is_plain, parse
from sitegen.model import FACT_PROSE, Asset
from sitegen.pictures import danger
from sitegen.schema import FileRecords, PageEntry, Record, SiteRecord, validate
from sitegen.snapshot import Refusal
from sitegen.yamltree import Node

SITE = "content/site.yaml"
FACTS = "facts"
REFUSED = frozenset({"forbidden-yaml", "quote-invisible-character"})
"""What YAML or a page tells of a place; what else is wrong there follows from it."""

HeldT_co = TypeVar("HeldT_co", covariant=True)
_Start = tuple[str, int, int]  # a path, a line and a column


@dataclass(frozen=True, slots=True)
class FileRead(Generic[HeldT_co]):
    """What a content file holds, and everything that is wrong with it, in order.

    `unread`: the ids of records that are not well-formed. Not `listed`: there may be records whose
    ids are not known.
    """

    held: HeldT_co
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[str] = frozenset()
    listed: bool = True


def site_file(content: bytes | Refusal) -> FileRead[Record[SiteRecord] | None]:
    """The record of site.yaml."""
    tree = _tree(SITE, content)
    if tree.root is None:
        return FileRead(None, tree.problems)
    record, problems = validate(SiteRecord, tree.root, SITE, what="site.yaml")
    return FileRead(record, tree.with_problems(problems))


def register_file(
    register: Register, content: bytes | Refusal
) -> FileRead[tuple[Record[Any], ...]]:
    """The records of sources.yaml, people.yaml or topics.yaml."""
    tree = _tree(register.path, content)
    if tree.root is None:
        return FileRead((), tree.problems, listed=False)
    read = read_register(tree.root, register, tree.file)
    diagnostics = tree.with_problems(read.diagnostics)
    return FileRead(tuple(read.records), diagnostics, frozenset(read.unread), read.listed)


def facts_file(path: str, content: bytes | Refusal) -> FileRead[FileRecords]:
    """The facts and skipped passages of a file below content/facts."""
    tree = _tree(path, content)
    if tree.root is None:
        return FileRead(FileRecords(path), tree.problems, listed=False)
    read = read_facts(tree.root, tree.file)
    texts_ = (getattr(entry.record.fields, name) for entry in read.facts for name in FACT_PROSE)
    prose = {text: parse(text) for text in texts_ if text is not None and not is_plain(text)}
    held = FileRecords(path, tuple(read.facts), tuple(read.skips), prose)
    diagnostics = tree.with_problems(read.diagnostics)
    return FileRead(held, diagnostics, frozenset(read.unread), read.listed)


def page_file(path: str, content: bytes | Refusal) -> FileRead[PageEntry | None]:
    """An explainer page; its id, which is the name of its file, is `unread` where it is not."""
    text, problems = texts.content(content, path)
    if text is None:
        return FileRead(None, problems, unread=_stem(path))
    page, found = read_page(text, path)
    told = (*problems, *(d for d in found if d.code in REFUSED))
    others = unrefused((d for d in found if d.code not in REFUSED), refused_places(told))
    return FileRead(page, (*told, *others), unread=frozenset() if page else _stem(path))


def asset_file(path: str, name: str, content: bytes | Refusal) -> FileRead[Asset | None]:
    """A file of content/assets; `name` is its path below that folder."""
    if isinstance(content, Refusal):
        return FileRead(None, (texts.refused(path, content),))
    asset, found = Asset(name, content), danger(path, content)
    if found is None:
        return FileRead(asset, ())
    place = Span(path, found.line, 1, found.line, 1)
    hints = ("give readers a picture, a PDF or a table of text instead",)
    return FileRead(asset, (error("unsafe-asset", found.message, place, hints=hints),))


def refused_places(diagnostics: Iterable[Diagnostic]) -> frozenset[_Start]:
    """Where YAML has refused what stands there."""
    return frozenset(_start(d) for d in diagnostics if d.code in REFUSED)


def unrefused(problems: Iterable[Diagnostic], refused: frozenset[_Start]) -> tuple[Diagnostic, ...]:
    """The problems but for those where YAML has refused what stands there."""
    return tuple(d for d in problems if d.span is None or _start(d) not in refused)


@dataclass(frozen=True, slots=True)
class _Tree:
    """The tree of a file, what is wrong with its YAML, and the sentences in it that are cut."""

    file: FileText
    root: Node | None
    problems: tuple[Diagnostic, ...]
    cut: tuple[Diagnostic, ...] = ()

    def with_problems(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """What is wrong with the file, `found` being what is wrong with its records.

        A cut sentence is told where no error tells of the same line.
        """
        found = tuple(found)
        told = {(d.span.path, d.span.line) for d in found if d.span}
        cut = (d for d in self.cut if d.span and (d.span.path, d.span.line) not in told)
        return (*self.problems, *unrefused((*found, *cut), refused_places(self.problems)))


def _tree(path: str, content: bytes | Refusal) -> _Tree:
    """An empty file has no tree, which is told."""
    text, problems = texts.content(content, path)
    file = FileText(path, content if isinstance(content, bytes) else b"")
    if text is None:
        return _Tree(file, None, problems)
    root, found = yamltree.parse(text, path)
    if root is None:
        return _Tree(file, None, tuple(found) or (_empty(path),))
    return _Tree(file, root, tuple(found), tuple(cut_sentences(root, text, path)))


def _start(diagnostic: Diagnostic) -> _Start:
    span = diagnostic.span
    return (span.path, span.line, span.column) if span else ("", 0, 0)


def _stem(path: str) -> frozenset[str]:
    return frozenset({PurePosixPath(path).stem})


def _empty(path: str) -> Diagnostic:
    """An empty YAML file: what it needs, or that it may go."""
    name = PurePosixPath(path).name
    field = name.removesuffix(".yaml")
    if path == SITE:
        what, hint = "“title”", "write title: and the name of the fact sheet"
    elif path.startswith(f"content/{FACTS}/"):
        what, hint = "“facts” or “skip”", "write them, or delete the file"
    elif field == "sources":
        what, hint = "“sources”", "write sources: and below it, indented, the sources by their ids"
    else:
        what, hint = f"“{field}”", f"write {field}: {{}}, or delete the file"
    message = f"{name} is empty and needs {what}"
    return error("missing-field", message, Span(path, 1, 1, 1, 1), hints=(hint,))
