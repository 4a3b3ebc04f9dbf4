"""Reads all of a project's content, in one pass over its folder."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from sitegen import yamltree
from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.load import texts
from sitegen.load.facts import read_facts
from sitegen.load.pages import read_page
from sitegen.load.prose import cut_sentences
from sitegen.load.registers import REGISTERS, Register, RegisterRead, read_register
from sitegen.load.stray import stray
from sitegen.model import Article, Asset
from sitegen.pictures import danger
from sitegen.schema import (
    FactEntry,
    PageEntry,
    Record,
    Records,
    SiteRecord,
    SkipEntry,
    validate,
)
from sitegen.snapshot import Refusal, Snapshot
from sitegen.yamltree import Node

_SITE = "content/site.yaml"
_FACTS = "facts"
_YAML, _YML = ".yaml", ".yml"
_MOST_HINTED = 20  # missing texts whose folder is searched for the one that may be meant
_REFUSED = frozenset({"forbidden-yaml", "quote-invisible-character"})


def load(snapshot: Snapshot) -> tuple[Records, tuple[Diagnostic, ...]]:
    """Every record of the project, and everything that is wrong with its files."""
    reading = _Reading(snapshot)
    listed = [
        path
        for path in snapshot.files_below("content")
        if not any(part.startswith(".") for part in path.split("/"))
    ]
    reading.site(listed)
    for register in REGISTERS:
        reading.register(register, listed)
    for path in listed:
        reading.file(path)
    if not any(path.startswith("content/facts/") for path in listed):
        hint = "facts are read from the .yaml files in content/facts/"
        reading.diagnostics.append(texts.missing("content/facts", "there are no facts", hint))
        reading.unlisted.add("fact")
    reading.texts_of_sources()
    return reading.records(), tuple(reading.diagnostics)


class _Reading:
    """What has been read so far; lives only within one call of `load`."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.diagnostics: list[Diagnostic] = []
        self.site_record: Record[SiteRecord] | None = None
        self.registers = {register.name: RegisterRead() for register in REGISTERS}
        self.facts: list[FactEntry] = []
        self.skips: list[SkipEntry] = []
        self.pages: list[PageEntry] = []
        self.assets: list[Asset] = []
        self.articles: dict[str, Article] = {}
        self.unread: dict[str, set[str]] = {"fact": set(), "page": set()}
        self.unlisted: set[str] = set()

    def records(self) -> Records:
        return Records(
            site=self.site_record,
            sources=tuple(self.registers["sources"].records),
            people=tuple(self.registers["people"].records),
            topics=tuple(self.registers["topics"].records),
            facts=tuple(self.facts),
            skips=tuple(self.skips),
            pages=tuple(self.pages),
            articles=self.articles,
            assets=tuple(self.assets),
            unread={kind: frozenset(ids) for kind, ids in self.unread.items()},
            unlisted=frozenset(self.unlisted),
        )

    def add(self, problems: Iterable[Diagnostic]) -> None:
        """Collect problems, but none where YAML has already refused what stands there."""
        refused = {_start(d) for d in self.diagnostics if d.code in _REFUSED}
        self.diagnostics += (d for d in problems if d.span is None or _start(d) not in refused)

    def yaml(self, path: str) -> tuple[Node | None, list[Diagnostic]]:
        """The tree of a file, and the sentences in it that are cut; an empty file is told."""
        text, problems = texts.content(self.snapshot, path)
        self.diagnostics += problems
        if text is None:
            return None, []
        root, problems = yamltree.parse(text, path)
        self.diagnostics += problems
        if root is None:
            if not problems:
                self.diagnostics.append(_empty(path))
            return None, []
        return root, cut_sentences(root, text, path)

    def site(self, listed: list[str]) -> None:
        if self.is_folder(_SITE):
            return
        if _SITE not in listed:
            if f"{_SITE.removesuffix(_YAML)}{_YML}" not in listed:
                self.diagnostics.append(texts.missing(_SITE, "the project has no site.yaml"))
            return
        root, cut = self.yaml(_SITE)
        if root is not None:
            self.site_record, problems = validate(SiteRecord, root, _SITE, what="site.yaml")
            self.add((*problems, *_not_worse(cut, problems)))

    def register(self, register: Register, listed: list[str]) -> None:
        path = register.path
        if self.is_folder(path):
            self.unlisted.add(register.kind)
            return
        if path not in listed:
            misnamed = f"{path.removesuffix(_YAML)}{_YML}" in listed
            if register.name == "sources" and not misnamed:
                message = "the project has no sources.yaml"
                self.diagnostics.append(texts.missing(path, message))
            if register.name == "sources" or misnamed:
                self.unlisted.add(register.kind)
            return
        root, cut = self.yaml(path)
        if root is None:
            self.unlisted.add(register.kind)
            return
        read = read_register(root, register)
        self.registers[register.name] = read
        self.unread[register.kind] = read.unread
        self.add((*read.diagnostics, *_not_worse(cut, read.diagnostics)))
        if not read.listed:
            self.unlisted.add(register.kind)

    def is_folder(self, path: str) -> bool:
        """Whether a folder stands where a file should be, which is told."""
        if not self.snapshot.has_folder(path):
            return False
        hint = "move what it holds elsewhere, and write a file of this name, if one is needed"
        self.diagnostics.append(texts.missing(path, f"{path} is a folder, not a file", hint))
        return True

    def file(self, path: str) -> None:
        """A file that is neither site.yaml nor a register."""
        parts = PurePosixPath(path).parts[1:]
        if path == _SITE or any(path == register.path for register in REGISTERS):
            return
        if parts[0] == _FACTS and path.endswith(_YAML):
            self.facts_file(path)
        elif parts[0] == "pages" and len(parts) == 2 and path.endswith(".md"):  # noqa: PLR2004 - the folder and the file
            self.page(path)
        elif parts[0] == "assets" and len(parts) > 1:
            self.asset(path, "/".join(parts[1:]))
        else:
            self.diagnostics.append(stray(path))
            if parts[0] == _FACTS:
                self.unlisted.add("fact")

    def facts_file(self, path: str) -> None:
        root, cut = self.yaml(path)
        if root is None:
            self.unlisted.add("fact")
            return
        read = read_facts(root, path)
        self.facts += read.facts
        self.skips += read.skips
        self.unread["fact"] |= read.unread
        self.add((*read.diagnostics, *_not_worse(cut, read.diagnostics)))
        if not read.listed:
            self.unlisted.add("fact")

    def page(self, path: str) -> None:
        text, problems = texts.content(self.snapshot, path)
        self.diagnostics += problems
        page = None
        if text is not None:
            page, found = read_page(text, path)
            self.diagnostics += (d for d in found if d.code in _REFUSED)
            self.add(d for d in found if d.code not in _REFUSED)
        if page:
            self.pages.append(page)
        else:
            self.unread["page"].add(PurePosixPath(path).stem)

    def asset(self, path: str, name: str) -> None:
        content = self.snapshot.read(path)
        if isinstance(content, Refusal):
            self.diagnostics.append(texts.refused(path, content))
        else:
            self.assets.append(Asset(name, content))
            if (found := danger(path, content)) is not None:
                place = Span(path, found.line, 1, found.line, 1)
                hints = ("give readers a picture, a PDF or a table of text instead",)
                self.diagnostics.append(error("unsafe-asset", found.message, place, hints=hints))

    def texts_of_sources(self) -> None:
        missing = 0
        for record in self.registers["sources"].records:
            path = record.fields.text
            hinted = missing < _MOST_HINTED
            named_at = record.places("text")
            article, problems = texts.article(self.snapshot, path, named_at, hinted=hinted)
            missing += article is None
            self.add(problems)
            if article:
                self.articles[path] = article


def _start(diagnostic: Diagnostic) -> tuple[str, int, int]:
    span = diagnostic.span
    return (span.path, span.line, span.column) if span else ("", 0, 0)


def _not_worse(cut: list[Diagnostic], problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The warnings of cut sentences where no error tells of the same line."""
    told = {(d.span.path, d.span.line) for d in problems if d.span}
    return [d for d in cut if d.span and (d.span.path, d.span.line) not in told]


def _empty(path: str) -> Diagnostic:
    """An empty YAML file: what it needs, or that it may go."""
    name = PurePosixPath(path).name
    field = name.removesuffix(_YAML)
    if path == _SITE:
        what, hint = "“title”", "write title: and the name of the fact sheet"
    elif path.startswith(f"content/{_FACTS}/"):
        what, hint = "“facts” or “skip”", "write them, or delete the file"
    elif field == "sources":
        what, hint = "“sources”", "write sources: and below it, indented, the sources by their ids"
    else:
        what, hint = f"“{field}”", f"write {field}: {{}}, or delete the file"
    message = f"{name} is empty and needs {what}"
    return error("missing-field", message, Span(path, 1, 1, 1, 1), hints=(hint,))
