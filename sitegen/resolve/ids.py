"""What ids must be beyond their form: unique, and silent about what the site may not name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from sitegen.diagnostics import Diagnostic, error
from sitegen.model import Fact, Factsheet
from sitegen.schema import Record

Entry = TypeVar("Entry")

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_SHORTEST_SECRET = 3  # letters; a shorter one stands in too many ids by chance


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
            place = record_of(earlier).places()
            message = f"{kind} “{record.id}” is already in {place.path}, line {place.line}"
            fact = record.id if kind == "fact" else None
            diagnostics.append(error("duplicate-id", message, record.places(), fact=fact))
    return list(first.values())


def former_ids_are_free(facts: Mapping[str, Fact]) -> Iterator[Diagnostic]:
    """A former id may not name a fact that exists, nor two facts."""
    owners = {identifier: identifier for identifier in facts}
    for fact in facts.values():
        for index, former in enumerate(fact.formerly):
            owner = owners.setdefault(former, fact.id)
            if owner != fact.id or former == fact.id:
                message = f"“{former}” is already an id of fact “{owner}”"
                place = fact.places("formerly", index)
                yield error("duplicate-id", message, place, fact=fact.id)


def ids_keep_secrets(factsheet: Factsheet) -> Iterator[Diagnostic]:
    """Ids stand in addresses, so none may spell a redacted text or a private person's name."""
    secrets = {
        slug
        for words in _hidden_words(factsheet)
        if len(slug := _BETWEEN_WORDS.sub("-", words.lower()).strip("-")) >= _SHORTEST_SECRET
    }
    if not secrets:
        return
    registers: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("source", factsheet.sources),
        ("person", factsheet.people),
        ("topic", factsheet.topics),
        ("fact", factsheet.facts),
        ("page", factsheet.pages),
    )
    for kind, register in registers:
        for identifier, record in register.items():
            if any(secret in identifier for secret in secrets):
                message = f"this {kind}'s id spells out words that the site may not show"
                hint = "an id stands in the page's address: choose another"
                yield error("bad-id", message, record.places(), hints=(hint,))


def _hidden_words(factsheet: Factsheet) -> Iterator[str]:
    for source in factsheet.sources.values():
        yield from (redaction.exact for redaction in source.redact)
    for person in factsheet.people.values():
        if person.private:
            yield from (person.name, *person.aliases)
