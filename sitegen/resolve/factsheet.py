"""Puts the resolved records together, each kind by id."""

from collections.abc import Mapping
from typing import TypeVar

from sitegen.diagnostics import Diagnostic
from sitegen.model import Factsheet, Topic
from sitegen.resolve.facts import resolve_fact, resolve_skip
from sitegen.resolve.ids import former_ids_are_free, unique
from sitegen.resolve.references import References
from sitegen.resolve.registers import (
    resolve_page,
    resolve_person,
    resolve_settings,
    resolve_source,
)
from sitegen.schema import Records

Entry = TypeVar("Entry")


def resolve(records: Records) -> tuple[Factsheet, tuple[Diagnostic, ...]]:
    """The fact sheet, and every reference that leads nowhere.

    Codes: duplicate-id, unknown-source, unknown-person, unknown-topic, unknown-fact,
    missing-field, bad-id.
    """
    references = References(records)
    found = references.diagnostics
    settings = resolve_settings(records.site)
    sources = unique("source", records.sources, lambda record: record, found)
    people = unique("person", records.people, lambda record: record, found)
    topics = unique("topic", records.topics, lambda record: record, found)
    facts = unique("fact", records.facts, lambda entry: entry.record, found)
    factsheet = Factsheet(
        settings=settings,
        sources=_by_id({r.id: resolve_source(r, settings.display, references) for r in sources}),
        people=_by_id({r.id: resolve_person(r) for r in people}),
        topics=_by_id(
            {r.id: Topic(r.id, r.fields.title, r.places, r.fields.summary) for r in topics}
        ),
        facts=_by_id({e.record.id: resolve_fact(e, references) for e in facts}),
        pages=_by_id({e.header.id: resolve_page(e, references) for e in records.pages}),
        skips=tuple(resolve_skip(entry, references) for entry in records.skips),
        assets=records.assets,
        unread=records.unread,
        unlisted=records.unlisted,
    )
    found += former_ids_are_free(factsheet.facts)
    return factsheet, tuple(found)


def _by_id(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    return dict(sorted(entries.items()))
