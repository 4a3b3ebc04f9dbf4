"""Reads all of a project's content, in one pass over its folder."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from sitegen.diagnostics import Diagnostic
from sitegen.jobs import Jobs
from sitegen.load import texts
from sitegen.load.files import (
    FACTS,
    SITE,
    FileRead,
    HeldT_co,
    asset_file,
    facts_file,
    page_file,
    refused_places,
    register_file,
    site_file,
    unrefused,
)
from sitegen.load.kept import KeptFiles
from sitegen.load.places import FileText
from sitegen.load.registers import REGISTERS, Register
from sitegen.load.stray import stray
from sitegen.memory import Memory
from sitegen.model import Article, Asset
from sitegen.schema import FileRecords, PageEntry, Record, Records, SiteRecord, SourceRecord
from sitegen.snapshot import Refusal, Snapshot, is_left_alone
from sitegen.yamltree import MAX_BYTES

WORTH_SHARING = 200_000
"""Bytes of YAML, some 400 facts; with less, another process costs more than it saves, and what is
kept saves little.
"""

_ALONE = Jobs()
_YAML, _YML = ".yaml", ".yml"
_MOST_HINTED = 20  # missing texts whose folder is searched for the one that may be meant
_READ_FIRST = frozenset({SITE, *(register.path for register in REGISTERS)})


def load(
    snapshot: Snapshot,
    memory: Memory | None = None,
    jobs: Jobs = _ALONE,
    kept: KeptFiles | None = None,
) -> tuple[Records, tuple[Diagnostic, ...]]:
    """Every record of the project, and everything that is wrong with its files.

    With a memory, a file with the bytes of the run before gives the same records, not equal ones.
    Where there is much in the files of facts, they are taken from what is `kept`, and with several
    `jobs` they are read in as many processes.
    """
    listed = [path for path in snapshot.files_below("content") if not is_left_alone(path)]
    memory = Memory() if memory is None else memory
    reading = _Reading(snapshot, memory, frozenset(listed))
    reading.site()
    for register in REGISTERS:
        reading.register(register)
    reading.facts_ahead([path for path in listed if _is_of_facts(path)], jobs, kept)
    for path in listed:
        if path not in _READ_FIRST:
            reading.file(path)
    if not any(path.startswith("content/facts/") for path in listed):
        hint = "facts are read from its .yaml files; to begin with, write one that says facts: {}"
        reading.diagnostics.append(texts.missing("content/facts", "there are no facts", hint))
        reading.unlisted.add("fact")
    reading.texts_of_sources()
    return reading.records(), tuple(reading.diagnostics)


def _is_of_facts(path: str) -> bool:
    return path.startswith(f"content/{FACTS}/") and path.endswith(_YAML)


class _Reading:
    """What has been read so far; lives only within one call of `load`."""

    def __init__(self, snapshot: Snapshot, memory: Memory, listed: frozenset[str]) -> None:
        self.snapshot = snapshot
        self.memory = memory
        self.listed = listed
        self.diagnostics: list[Diagnostic] = []
        self.site_record: Record[SiteRecord] | None = None
        self.registers: dict[str, tuple[Record[Any], ...]] = {r.name: () for r in REGISTERS}
        self.ahead: dict[str, FileRead[FileRecords]] = {}
        self.files: list[FileRecords] = []
        self.pages: list[PageEntry] = []
        self.assets: list[Asset] = []
        self.articles: dict[str, Article] = {}
        self.unread: dict[str, set[str]] = {"fact": set(), "page": set()}
        self.unlisted: set[str] = set()

    def records(self) -> Records:
        return Records(
            site=self.site_record,
            sources=self.registers["sources"],
            people=self.registers["people"],
            topics=self.registers["topics"],
            files=tuple(self.files),
            pages=tuple(self.pages),
            articles=self.articles,
            assets=tuple(self.assets),
            unread={kind: frozenset(ids) for kind, ids in self.unread.items()},
            unlisted=frozenset(self.unlisted),
        )

    def content(self, path: str, most: int | None = MAX_BYTES) -> bytes | Refusal:
        """The bytes of a file: the same as before, where they are equal."""
        return self.memory.same("load: content", path, self.snapshot.read(path, most))

    def read(
        self,
        path: str,
        work: Callable[[bytes | Refusal], FileRead[HeldT_co]],
        most: int | None = MAX_BYTES,
    ) -> FileRead[HeldT_co]:
        """What a content file holds; what is wrong with it is told."""
        content = self.content(path, most)
        read = self.memory.once("load: file", path, (content,), lambda: work(content))
        self.diagnostics += read.diagnostics
        return read

    def site(self) -> None:
        if self.is_folder(SITE):
            return
        if SITE in self.listed:
            self.site_record = self.read(SITE, site_file).held
        elif f"{SITE.removesuffix(_YAML)}{_YML}" not in self.listed:
            self.diagnostics.append(texts.missing(SITE, "the project has no site.yaml"))

    def register(self, register: Register) -> None:
        path = register.path
        if self.is_folder(path):
            self.unlisted.add(register.kind)
            return
        if path not in self.listed:
            misnamed = f"{path.removesuffix(_YAML)}{_YML}" in self.listed
            if register.name == "sources" and not misnamed:
                message = "the project has no sources.yaml"
                self.diagnostics.append(texts.missing(path, message))
            if register.name == "sources" or misnamed:
                self.unlisted.add(register.kind)
            return
        read = self.read(path, partial(register_file, register))
        self.registers[register.name] = self.same_records(register.name, read.held)
        self.unread[register.kind] = set(read.unread)
        if not read.listed:
            self.unlisted.add(register.kind)

    def same_records(
        self, register: str, records: Sequence[Record[Any]]
    ) -> tuple[Record[Any], ...]:
        """The records that a change of their file has left as they were, places and all."""
        same = self.memory.same
        kept = tuple(same("load: record", (register, record.id), record) for record in records)
        return same("load: register", register, kept)

    def is_folder(self, path: str) -> bool:
        """Whether a folder stands where a file should be, which is told."""
        if not self.snapshot.has_folder(path):
            return False
        hint = "move what it holds elsewhere, and write a file of this name, if one is needed"
        self.diagnostics.append(texts.missing(path, f"{path} is a folder, not a file", hint))
        return True

    def file(self, path: str) -> None:
        """A file that is neither site.yaml nor a register."""
        _, folder, *below = path.split("/")
        if _is_of_facts(path):
            self.facts_file(path)
        elif folder == "pages" and len(below) == 1 and path.endswith(".md"):
            self.page(path)
        elif folder == "assets" and below:
            self.asset(path, "/".join(below))
        else:
            self.diagnostics.append(stray(path))
            if folder == FACTS:
                self.unlisted.add("fact")

    def facts_ahead(self, paths: Sequence[str], jobs: Jobs, kept: KeptFiles | None) -> None:
        """Read files of facts before it is their turn, if there is a quicker way."""
        if jobs.count > 1 or kept:
            contents = ((path, self.content(path, MAX_BYTES)) for path in paths)
            files = [FileText(path, read) for path, read in contents if isinstance(read, bytes)]
            if sum(len(file.content) for file in files) >= WORTH_SHARING:
                from sitegen.load.ahead import facts_files  # and pickle, which small ones need not

                self.ahead = facts_files(files, jobs, kept)

    def facts_file(self, path: str) -> None:
        ahead = self.ahead.pop(path, None)
        read = self.read(path, partial(facts_file, path) if ahead is None else lambda _: ahead)
        self.files.append(self.memory.same("load: records", path, read.held))
        self.unread["fact"] |= read.unread
        if not read.listed:
            self.unlisted.add("fact")

    def page(self, path: str) -> None:
        read = self.read(path, partial(page_file, path))
        self.unread["page"] |= read.unread
        if read.held:
            self.pages.append(self.memory.same("load: page", path, read.held))

    def asset(self, path: str, name: str) -> None:
        asset = self.read(path, partial(asset_file, path, name), most=None).held
        if asset:
            self.assets.append(asset)

    def texts_of_sources(self) -> None:
        missing = 0
        refused = refused_places(self.diagnostics)
        records: tuple[Record[SourceRecord], ...] = self.registers["sources"]
        for record in records:
            article, problems = self.article(record, hinted=missing < _MOST_HINTED)
            missing += article is None
            self.diagnostics += unrefused(problems, refused)
            if article:
                self.articles[article.path] = article

    def article(
        self, record: Record[SourceRecord], *, hinted: bool
    ) -> tuple[Article | None, tuple[Diagnostic, ...]]:
        """The text that a source names. `hinted`: look for the one that may be meant instead."""
        path = record.fields.text
        content = self.content(path, texts.MAX_ARTICLE)
        if isinstance(content, Refusal):
            beside = self.snapshot.files_below if hinted else lambda _: ()
            return None, (texts.no_article(content, path, record.places("text"), beside),)
        work = partial(texts.article, content, path)
        return self.memory.once("load: article", path, (content,), work)
