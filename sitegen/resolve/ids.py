"""What ids must be beyond their form: unique, now and formerly."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from sitegen.diagnostics import Diagnostic, Related, error
from sitegen.model import Fact
from sitegen.schema import FactRecord, FileRecords, Record, reserved

RecordT = TypeVar("RecordT", bound=Record[Any])


def unique(kind: str, records: Iterable[RecordT], diagnostics: list[Diagnostic]) -> list[RecordT]:
    """The records without those whose id stood before; each of these is a `duplicate-id`."""
    first: dict[str, RecordT] = {}
    for record in records:
        earlier = first.setdefault(record.id, record)
        if earlier is not record:
            diagnostics.append(_duplicate(kind, record, earlier))
    return list(first.values())


def later_facts(
    files: Iterable[FileRecords], diagnostics: list[Diagnostic]
) -> dict[str, tuple[int, ...]]:
    """By file, the indexes of the facts whose id stood before; each is a `duplicate-id`."""
    first: dict[str, Record[FactRecord]] = {}
    later: dict[str, list[int]] = {}
    for file in files:
        for index, entry in enumerate(file.facts):
            earlier = first.setdefault(entry.record.id, entry.record)
            if earlier is not entry.record:
                later.setdefault(file.path, []).append(index)
                diagnostics.append(_duplicate("fact", entry.record, earlier))
    return {path: tuple(indexes) for path, indexes in later.items()}


def _duplicate(kind: str, record: Record[Any], earlier: Record[Any]) -> Diagnostic:
    return error(
        "duplicate-id",
        f"there is already a {kind} “{record.id}”",
        record.places(),
        fact=record.id if kind == "fact" else None,
        related=(Related(earlier.places(), "the first"),),
    )


def former_ids_are_free(facts: Mapping[str, Fact], renamed: Iterable[Fact]) -> Iterator[Diagnostic]:
    """A former id may name neither a fact that exists, nor two facts, nor what is generated.

    `renamed` are those of the facts that have former ids.
    """
    owners: dict[str, str] = {}
    for fact in sorted(renamed, key=lambda fact: fact.id):
        for index, former in enumerate(fact.formerly):
            place = fact.places("formerly", index)
            reason = reserved(former, kind="fact")
            if reason:
                message = f"“{former}” cannot have been a fact's id: {reason}"
                yield error("bad-id", message, place, fact=fact.id)
                continue
            owner = former if former in facts else owners.setdefault(former, fact.id)
            if former == fact.id:
                message = f"“{former}” is the fact's id now"
                yield error("duplicate-id", message, place, fact=fact.id)
            elif owner != fact.id:
                message = f"“{former}” is already an id of the fact “{owner}”"
                related = (Related(facts[owner].places(), "that fact"),)
                yield error("duplicate-id", message, place, fact=fact.id, related=related)
