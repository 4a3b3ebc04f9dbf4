"""The known ids of each kind, and a report of every reference to none of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.diagnostics import Diagnostic, Span, error, nearest_name
from sitegen.schema import Record, Records
from sitegen.yamltree import shown


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one kind. Those in `unread` are written, but their records could not be read.

    `names` has the ids by the names of their records. Not `complete`: a whole file could not be
    read, so that nobody knows which ids there are.
    """

    kind: str
    ids: frozenset[str]
    unread: frozenset[str]
    complete: bool
    names: Mapping[str, str]

    @property
    def code(self) -> str:
        """The code of a reference to an id that is not among them."""
        return f"unknown-{self.kind}"

    def hints(self, name: str) -> tuple[str, ...]:
        """What may have been meant by a name that is no id."""
        if not (self.ids or self.unread):
            return (f"there is no {self.kind} at all yet",)
        identifier = self.names.get(name.casefold())
        if identifier:
            return (f"write the id: {identifier}",)
        return nearest_name(name, self.ids | self.unread)


class References:
    """Collects what is wrong while records are resolved; lives only within one call of `resolve`.

    A reference to a record that is written but could not be read is not reported: the cause is.
    """

    def __init__(self, records: Records) -> None:
        def known(kind: str, ids: Iterable[str], names: Mapping[str, str]) -> Known:
            unread = records.unread.get(kind, frozenset())
            return Known(kind, frozenset(ids), unread, kind not in records.unlisted, names)

        self.diagnostics: list[Diagnostic] = []
        self.articles = records.articles
        titles = {r.fields.title.casefold(): r.id for r in records.sources if r.fields.title}
        topics = {r.fields.title.casefold(): r.id for r in records.topics}
        self.sources = known("source", (r.id for r in records.sources), titles)
        self.people = known("person", (r.id for r in records.people), _names(records))
        self.topics = known("topic", (r.id for r in records.topics), topics)
        self.facts = known("fact", (entry.record.id for entry in records.facts), {})

    def refer(
        self,
        known: Known,
        name: str,
        place: Callable[[], Span],
        fact: str | None = None,
        hints: tuple[str, ...] = (),
    ) -> None:
        """Report a reference to a record that is not there; `hints` instead of the nearest name."""
        if name in known.ids or name in known.unread or not known.complete:
            return
        message = f"there is no {known.kind} {shown(name)}"
        self.diagnostics.append(
            error(known.code, message, place(), fact=fact, hints=hints or known.hints(name))
        )


def _names(records: Records) -> dict[str, str]:
    """Every name and alias with its person's id; the first person of a name has it."""
    names: dict[str, str] = {}
    for person in records.people:
        for name in (person.fields.name, *person.fields.aliases):
            names.setdefault(name.casefold(), person.id)
    return names


def at(record: Record[Any], *path: str | int) -> Callable[[], Span]:
    """The place of a part of a record, worked out only when it is asked for."""
    return lambda: record.places(*path)
