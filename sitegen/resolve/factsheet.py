"""Puts the resolved records together, each kind by id."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Protocol, TypeVar

from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass
from sitegen.memory import Memory
from sitegen.model import Display, Fact, Factsheet, Page, Source
from sitegen.resolve.files import FileFacts, resolve_facts, resolve_skips
from sitegen.resolve.ids import former_ids_are_free, later_facts, unique
from sitegen.resolve.references import Known, References, judged
from sitegen.resolve.registers import (
    resolve_page,
    resolve_person,
    resolve_settings,
    resolve_source,
    resolve_topic,
)
from sitegen.schema import FileRecords, PageEntry, Record, Records, SourceRecord


class _Named(Protocol):
    @property
    def id(self) -> str: ...


NamedT = TypeVar("NamedT", bound=_Named)


def resolve(
    records: Records, memory: Memory | None = None
) -> tuple[Factsheet, tuple[Diagnostic, ...]]:
    """The fact sheet, and every reference that leads nowhere.

    Codes: duplicate-id, unknown-source, unknown-person, unknown-topic, unknown-fact,
    missing-field, bad-id. With a memory, what rests on the same records as in the run before is the
    same fact, source, person, topic or page, not an equal one.
    """
    memory = Memory() if memory is None else memory
    once = memory.once
    found: list[Diagnostic] = []
    site = records.site
    settings = once("resolve: settings", None, (site,), partial(resolve_settings, site))
    sources = [
        _source(record, records, settings.display, memory)
        for record in unique("source", records.sources, found)
    ]
    people = [
        once("resolve: person", None, (record,), partial(resolve_person, record))
        for record in unique("person", records.people, found)
    ]
    topics = [
        once("resolve: topic", None, (record,), partial(resolve_topic, record))
        for record in unique("topic", records.topics, found)
    ]
    ids = _ids(records.files, memory)
    later = {} if ids.unique else later_facts(records.files, found)
    files = [_facts(file, later.get(file.path, ()), memory) for file in records.files]
    pages = [_page(entry, memory) for entry in records.pages]
    skips = [
        once("resolve: skips", None, (file,), partial(resolve_skips, file))
        for file in records.files
        if file.skips
    ]
    made = (
        *(references for _, references in sources),
        *(file.references for file in files),
        *(references for _, references in pages),
        *(file.references for file in skips),
    )
    known = _known(records, ids.known)
    for references in made:
        found += judged(references, known)
    factsheet = Factsheet(
        settings=settings,
        sources=_by_id("resolve: sources", [source for source, _ in sources], memory),
        people=_by_id("resolve: people", people, memory),
        topics=_by_id("resolve: topics", topics, memory),
        facts=once("resolve: facts by id", None, (ids, *files), partial(_in_order, ids, files)),
        files=once("resolve: ids by file", None, tuple(files), partial(_ids_by_file, files)),
        pages=_by_id("resolve: pages", [page for page, _ in pages], memory),
        skips=tuple(chain.from_iterable(file.skips for file in skips)),
        assets=records.assets,
        unread=records.unread,
        unlisted=records.unlisted,
    )
    renamed = chain.from_iterable(file.renamed for file in files)
    found += former_ids_are_free(factsheet.facts, renamed)
    return factsheet, tuple(found)


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids of all facts, and the same sorted. `unique`: none stands twice."""

    known: frozenset[str]
    order: tuple[str, ...]
    unique: bool


def _ids(files: Iterable[FileRecords], memory: Memory) -> _Ids:
    def of_file(file: FileRecords) -> tuple[str, ...]:
        return tuple(entry.record.id for entry in file.facts)

    job = "resolve: ids of file"
    by_file = tuple(memory.once(job, None, (file,), partial(of_file, file)) for file in files)

    def of_all() -> _Ids:
        known = frozenset(chain.from_iterable(by_file))
        return _Ids(known, tuple(sorted(known)), len(known) == sum(map(len, by_file)))

    # By value: most changes of a file leave the ids in it as they are.
    return memory.once("resolve: ids", by_file, (), of_all)


def _known(records: Records, facts: frozenset[str]) -> dict[str, Known]:
    ids = {
        "source": frozenset(record.id for record in records.sources),
        "person": frozenset(record.id for record in records.people),
        "topic": frozenset(record.id for record in records.topics),
        "fact": facts,
    }
    return {kind: Known(kind, those, records) for kind, those in ids.items()}


def _source(
    record: Record[SourceRecord], records: Records, display: Display, memory: Memory
) -> tuple[Source, References]:
    article = records.articles.get(record.fields.text)
    work = partial(resolve_source, record, article, display)
    return memory.once("resolve: source", display, (record, article), work)


def _page(entry: PageEntry, memory: Memory) -> tuple[Page, References]:
    return memory.once("resolve: page", None, (entry,), partial(resolve_page, entry))


def _facts(file: FileRecords, later: tuple[int, ...], memory: Memory) -> FileFacts:
    return memory.once("resolve: facts", later, (file,), partial(resolve_facts, file, later))


def _in_order(ids: _Ids, files: Iterable[FileFacts]) -> Mapping[str, Fact]:
    facts = {fact.id: fact for file in files for fact in file.facts}
    return {identifier: facts[identifier] for identifier in ids.order}


def _ids_by_file(files: Iterable[FileFacts]) -> Mapping[str, tuple[str, ...]]:
    held = {file.path: tuple(fact.id for fact in file.facts) for file in files if file.facts}
    return dict(sorted(held.items()))


def _by_id(job: str, named: Sequence[NamedT], memory: Memory) -> Mapping[str, NamedT]:
    """These by id, sorted: the same mapping while they are the same."""

    def work() -> Mapping[str, NamedT]:
        return {one.id: one for one in sorted(named, key=lambda one: one.id)}

    return memory.once(job, None, tuple(named), work)
