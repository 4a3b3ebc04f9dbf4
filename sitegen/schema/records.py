"""All that was read of a project, before references are resolved."""

from collections.abc import Mapping

from sitegen.diagnostics import Span
from sitegen.frozen import dataclass, field
from sitegen.markdown import Prose
from sitegen.model import Article, Asset
from sitegen.schema.check import Record
from sitegen.schema.facts import FactRecord, SkipRecord
from sitegen.schema.registers import PageHeader, PersonRecord, SiteRecord, SourceRecord, TopicRecord


@dataclass(frozen=True, slots=True)
class FileSource:
    """The source that a file of facts names once, for citations that name none.

    `id`: empty where an error in the file, told by then, may hide which source it is.
    """

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
class FileRecords:
    """The facts and the skipped passages of one file, in its order.

    `prose` has the nodes of its facts' texts that hold Markdown, by text.
    """

    path: str
    facts: tuple[FactEntry, ...] = ()
    skips: tuple[SkipEntry, ...] = ()
    prose: Mapping[str, Prose] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """An explainer page: its header, and its Markdown from line `body_line` of its file."""

    header: Record[PageHeader]
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a project in the order of their files; `files` are those of facts.

    `articles` holds, by path, each text that a source names and that could be read. `unread` has
    the ids, by kind ("source", "fact", …), of records that are written but could not be read, and
    `unlisted` the kinds of which a whole file could not: a reference to one of these may be sound.
    """

    site: Record[SiteRecord] | None
    sources: tuple[Record[SourceRecord], ...]
    people: tuple[Record[PersonRecord], ...]
    topics: tuple[Record[TopicRecord], ...]
    files: tuple[FileRecords, ...]
    pages: tuple[PageEntry, ...]
    articles: Mapping[str, Article]
    assets: tuple[Asset, ...]
    unread: Mapping[str, frozenset[str]]
    unlisted: frozenset[str]
