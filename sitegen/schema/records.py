"""All that was read of a project, before references are resolved."""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.diagnostics import Span
from sitegen.model import Article, Asset
from sitegen.schema.check import Record
from sitegen.schema.facts import FactRecord, SkipRecord
from sitegen.schema.registers import PageHeader, PersonRecord, SiteRecord, SourceRecord, TopicRecord


@dataclass(frozen=True, slots=True)
class FileSource:
    """The source that a file of facts names once, for citations that name none."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact, and its file's source."""

    record: Record[FactRecord]
    default_source: FileSource | None


@dataclass(frozen=True, slots=True)
class SkipEntry:
    """A skipped passage, and its file's source."""

    record: Record[SkipRecord]
    default_source: FileSource | None


@dataclass(frozen=True, slots=True)
class PageEntry:
    """An explainer page: its header, and its Markdown from line `body_line` of its file."""

    header: Record[PageHeader]
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a project in the order of their files.

    `articles` holds, by path, each text that a source names and that could be read. `incomplete`
    names the kinds of record ("sources", "people", …) of which some could not be read: a reference
    to one of these may be sound although its record isn't here.
    """

    site: Record[SiteRecord] | None
    sources: tuple[Record[SourceRecord], ...]
    people: tuple[Record[PersonRecord], ...]
    topics: tuple[Record[TopicRecord], ...]
    facts: tuple[FactEntry, ...]
    skips: tuple[SkipEntry, ...]
    pages: tuple[PageEntry, ...]
    articles: Mapping[str, Article]
    assets: tuple[Asset, ...]
    incomplete: frozenset[str]
