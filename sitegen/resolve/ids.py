"""What ids must be beyond their form: unique, now and formerly."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from sitegen.diagnostics import Diagnostic, Related, error
from sitegen.model import Fact
from sitegen.schema import Record, reserved

Entry = TypeVar("Entry")


def unique(
    kind: str,
    entries: Iterable[Entry],
    record_of: Callable[[Entry], Record[Any]],
    diagnostics: list[Diagnostic],
) -> list[Entry]:
    """The entries without those whose id stood before; each of these is a `duplicate-id`."""
    first: dict[str, Entry] = {}
    for entry in entries:
        record = record_of(entry)
        earlier = first.setdefault(record.id, entry)
        if earlier is not entry:
            diagnostics.append(
                error(
                    "duplicate-id",
                    f"there is already a {kind} “{record.id}”",
                    record.places(),
                    fact=record.id if kind == "fact" else None,
                    related=(Related(record_of(earlier).places(), "the first"),),
                )
            )
    return list(first.values())


def former_ids_are_free(facts: Mapping[str, Fact]) -> Iterator[Diagnostic]:
    """A former id may name neither a fact that exists, nor two facts, nor what is generated."""
    owners = {identifier: identifier for identifier in facts}
    for fact in facts.values():
        for index, former in enumerate(fact.formerly):
            place = fact.places("formerly", index)
            reason = reserved(former, kind="fact")
            if reason:
                message = f"“{former}” cannot have been a fact's id: {reason}"
                yield error("bad-id", message, place, fact=fact.id)
                continue
            owner = owners.setdefault(former, fact.id)
            if former == fact.id:
                message = f"“{former}” is the fact's id now"
                yield error("duplicate-id", message, place, fact=fact.id)
            elif owner != fact.id:
                message = f"“{former}” is already an id of the fact “{owner}”"
                related = (Related(facts[owner].places(), "that fact"),)
                yield error("duplicate-id", message, place, fact=fact.id, related=related)
