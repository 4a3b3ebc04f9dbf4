"""Reads all of a project's content, in one pass over its folder."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.load import texts
from sitegen.load.facts import read_facts
from sitegen.load.pages import read_page
from sitegen.load.prose import cut_sentences
from sitegen.load.registers import REGISTERS, Register, RegisterRead, read_register
from sitegen.model import Article, Asset
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
_YAML = ".yaml"


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
        self.unread: dict[str, frozenset[str]] = {}
        self.unlisted: set[str] = set()

    def records(self) -> Records:
        return Records(
            site=self.site_record,
            sources=self.registers["sources"].records,
            people=self.registers["people"].records,
            topics=self.registers["topics"].records,
            facts=tuple(self.facts),
            skips=tuple(self.skips),
            pages=tuple(self.pages),
            articles=self.articles,
            assets=tuple(self.assets),
            unread=self.unread,
            unlisted=frozenset(self.unlisted),
        )

    def add(self, problems: Iterable[Diagnostic]) -> None:
        """Collect what is wrong with records, but not twice what YAML refused at the same place."""
        refused = {d.span for d in self.diagnostics if d.code == "forbidden-yaml"}
        self.diagnostics += (problem for problem in problems if problem.span not in refused)

    def tree(self, path: str) -> Node | None:
        root, problems = texts.tree(self.snapshot, path)
        self.diagnostics += problems
        if root is not None:
            content = self.snapshot.read(path)
            if isinstance(content, bytes):
                self.diagnostics += cut_sentences(root, content.decode(), path)
        return root

    def site(self, listed: list[str]) -> None:
        if _SITE not in listed:
            self.diagnostics.append(texts.missing(_SITE, "the project has no site.yaml"))
            return
        root = self.tree(_SITE)
        if root is None:
            if not any(d.span and d.span.path == _SITE for d in self.diagnostics):
                place = Span(_SITE, 1, 1, 1, 1)
                self.diagnostics.append(error("missing-field", "site.yaml needs “title”", place))
            return
        self.site_record, problems = validate(SiteRecord, root, _SITE, what="site.yaml")
        self.add(problems)

    def register(self, register: Register, listed: list[str]) -> None:
        if register.path not in listed:
            if register.name == "sources":
                message = "the project has no sources.yaml"
                self.diagnostics.append(texts.missing(register.path, message))
                self.unlisted.add(register.kind)
            return
        root = self.tree(register.path)
        if root is None:
            self.unlisted.add(register.kind)
            return
        read = read_register(root, register)
        self.registers[register.name] = read
        self.unread[register.kind] = read.unread
        self.add(read.diagnostics)

    def file(self, path: str) -> None:
        """A file that is neither site.yaml nor a register."""
        parts = PurePosixPath(path).parts[1:]
        if path == _SITE or any(path == register.path for register in REGISTERS):
            return
        if parts[0] == "facts" and path.endswith(_YAML):
            self.facts_file(path)
        elif parts[0] == "pages" and len(parts) == 2 and path.endswith(".md"):  # noqa: PLR2004 - the folder and the file
            self.page(path)
        elif parts[0] == "assets" and len(parts) > 1:
            self.asset(path, "/".join(parts[1:]))
        else:
            self.diagnostics.append(_stray(path))

    def facts_file(self, path: str) -> None:
        root = self.tree(path)
        if root is None:
            self.unlisted.add("fact")
            return
        read = read_facts(root, path)
        self.facts += read.facts
        self.skips += read.skips
        self.unread["fact"] = self.unread.get("fact", frozenset()) | read.unread
        self.add(read.diagnostics)

    def page(self, path: str) -> None:
        text, problems = texts.page(self.snapshot, path)
        self.diagnostics += problems
        page = None
        if text is not None:
            page, found = read_page(text, path)
            self.diagnostics += found
        if page:
            self.pages.append(page)
        else:
            name = frozenset({PurePosixPath(path).stem})
            self.unread["page"] = self.unread.get("page", frozenset()) | name

    def asset(self, path: str, name: str) -> None:
        content = self.snapshot.read(path)
        if isinstance(content, Refusal):
            self.diagnostics.append(
                error("path-outside", f"{path} cannot be read: {content}", Span(path, 1, 1, 1, 1))
            )
        else:
            self.assets.append(Asset(name, content))

    def texts_of_sources(self) -> None:
        for record in self.registers["sources"].records:
            path = record.fields.text
            article, problems = texts.article(self.snapshot, path, record.places("text"))
            self.diagnostics += problems
            if article:
                self.articles[path] = article


def _stray(path: str) -> Diagnostic:
    if path.endswith(".yml"):
        hint = f"rename it to {path[:-4]}{_YAML}"
    elif path.startswith("content/pages/"):
        hint = "pages are .md files directly in content/pages/; pictures belong in content/assets/"
    elif path.startswith("content/facts/"):
        hint = "facts are .yaml files"
    else:
        hint = "content/ holds site.yaml, {}.yaml, facts/, pages/ and assets/".format(
            ".yaml, ".join(register.name for register in REGISTERS)
        )
    return error("stray-file", f"nothing reads {path}", Span(path, 1, 1, 1, 1), hints=(hint,))
