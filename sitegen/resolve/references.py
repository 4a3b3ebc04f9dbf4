"""The known ids of each kind, and a report of every reference to none of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sitegen.diagnostics import Diagnostic, Span, error, nearest_name
from sitegen.schema import Record, Records


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one kind. Those in `unread` are written, but their records could not be read.

    Not `complete`: a whole file of them could not, so that nobody knows which there are.
    """

    kind: str
    ids: frozenset[str]
    unread: frozenset[str]
    complete: bool

    @property
    def code(self) -> str:
        """The code of a reference to an id that is not among them."""
        return f"unknown-{self.kind}"


class References:
    """Collects what is wrong while records are resolved; lives only within one call of `resolve`.

    A reference to a record that is written but could not be read is not reported: the cause is.
    """

    def __init__(self, records: Records) -> None:
        def known(kind: str, ids: Iterable[str]) -> Known:
            unread = records.unread.get(kind, frozenset())
            return Known(kind, frozenset(ids), unread, kind not in records.unlisted)

        self.diagnostics: list[Diagnostic] = []
        self.articles = records.articles
        self.sources = known("source", (record.id for record in records.sources))
        self.people = known("person", (record.id for record in records.people))
        self.topics = known("topic", (record.id for record in records.topics))
        self.facts = known("fact", (entry.record.id for entry in records.facts))

    def refer(
        self, known: Known, name: str, place: Callable[[], Span], fact: str | None = None
    ) -> None:
        """Report a reference to a record that is not there."""
        if name in known.ids or name in known.unread or not known.complete:
            return
        hints = nearest_name(name, known.ids)
        if not known.ids:
            hints = (f"there is no {known.kind} at all yet",)
        message = f"there is no {known.kind} “{name}”"
        self.diagnostics.append(error(known.code, message, place(), fact=fact, hints=hints))


def at(record: Record[Any], *path: str | int) -> Callable[[], Span]:
    """The place of a part of a record, worked out only when it is asked for."""
    return lambda: record.places(*path)
