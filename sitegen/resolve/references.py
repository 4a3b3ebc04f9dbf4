"""The references that records make, and a report of every one that leads nowhere.

Which references a record makes depends on nothing but the record; whether they lead somewhere, on
all the others. So the first is worked out once, and the second is judged in each run.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from sitegen.diagnostics import Diagnostic, error, nearest_name
from sitegen.frozen import NamedTuple, dataclass
from sitegen.model import Places
from sitegen.schema import FileSource, Records
from sitegen.yamltree import shown

_Path = tuple[str | int, ...]


class Reference(NamedTuple):
    """A name that stands for another record, at `path` of what `places` gives the places of.

    `fact`: whose reference it is, for diagnostics. `calculated`: it stands in a calculation.
    """

    kind: str
    name: str
    places: Places
    path: _Path = ()
    fact: str | None = None
    calculated: bool = False


@dataclass(frozen=True, slots=True)
class References:
    """What some records refer to, in order, with the diagnostics that need no look at others.

    `names` has the same by kind, each once.
    """

    made: tuple[Reference | Diagnostic, ...]
    names: Mapping[str, frozenset[str]]
    told: bool

    @classmethod
    def of(cls, made: Iterable[Reference | Diagnostic]) -> "References":
        """The references of this list."""
        made = tuple(made)
        names: dict[str, set[str]] = {}
        told = False
        for reference in made:
            if isinstance(reference, Reference):
                names.setdefault(reference.kind, set()).add(reference.name)
            else:
                told = True
        return cls(made, {kind: frozenset(those) for kind, those in names.items()}, told)


class Making:
    """Collects the references of a few records; lives only while these are resolved."""

    def __init__(self) -> None:
        self.made: list[Reference | Diagnostic] = []
        self._default: FileSource | None = None

    def refer(
        self,
        kind: str,
        name: str,
        places: Places,
        *path: str | int,
        fact: str | None = None,
        calculated: bool = False,
    ) -> None:
        """A reference, at `path` of these places."""
        self.made.append(Reference(kind, name, places, path, fact, calculated))

    def refer_by_default(self, default: FileSource) -> None:
        """A file's source, once for all the citations of the file that it may stand for."""
        if default is not self._default:
            self._default = default
            self.refer("source", default.id, lambda *_: default.span)


class Known:
    """The ids of one kind, and what may have been meant by others.

    Those in `unread` are written, but their records could not be read. Not `complete`: a whole file
    could not be read, so that nobody knows which ids there are. Lives within one call of `resolve`.
    """

    def __init__(self, kind: str, ids: frozenset[str], records: Records) -> None:
        self.kind = kind
        self.ids = ids
        unread = records.unread.get(kind, frozenset())
        self.written = ids | unread if unread else ids
        self.complete = kind not in records.unlisted
        self._records = records
        self._hints: dict[str, tuple[str, ...]] = {}

    def has_all(self, names: frozenset[str]) -> bool:
        """Whether each of these is written, or may be."""
        return names <= self.written or not self.complete

    def has(self, name: str) -> bool:
        """Whether it is written, or may be."""
        return name in self.written or not self.complete

    def hints(self, name: str) -> tuple[str, ...]:
        """What may have been meant by a name that is no id."""
        if name not in self._hints:
            self._hints[name] = self._hint(name)
        return self._hints[name]

    def _hint(self, name: str) -> tuple[str, ...]:
        if not self.written:
            return (f"there is no {self.kind} at all yet",)
        identifier = self._names.get(name.casefold())
        if identifier:
            return (f"write the id: {identifier}",)
        return nearest_name(name, self.written)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The ids by the names of their records; the first person of a name has it."""
        records = self._records
        if self.kind == "source":
            return {r.fields.title.casefold(): r.id for r in records.sources if r.fields.title}
        if self.kind == "topic":
            return {r.fields.title.casefold(): r.id for r in records.topics}
        names: dict[str, str] = {}
        for person in records.people if self.kind == "person" else ():
            for name in (person.fields.name, *person.fields.aliases):
                names.setdefault(name.casefold(), person.id)
        return names

    def apart(self, name: str) -> tuple[str, ...]:
        """A hint, where what looks like one id is two joined by a minus without spaces."""
        for at_hyphen in (index for index, char in enumerate(name) if char == "-"):
            left, right = name[:at_hyphen], name[at_hyphen + 1 :]
            if left in self.ids and (right in self.ids or right.isdigit()):
                return (f"write the minus between spaces: {left} - {right}",)
        return ()


def judged(references: References, known: Mapping[str, Known]) -> Iterator[Diagnostic]:
    """What is wrong with some references.

    A reference to a record that is written but could not be read is not told: the cause is.
    """
    sound = all(known[kind].has_all(names) for kind, names in references.names.items())
    if sound and not references.told:
        return
    for made in references.made:
        if isinstance(made, Diagnostic):
            yield made
        elif not known[made.kind].has(made.name):
            yield _unknown(made, known[made.kind])


def _unknown(reference: Reference, known: Known) -> Diagnostic:
    name = reference.name
    hints = known.apart(name) if reference.calculated else ()
    return error(
        f"unknown-{known.kind}",
        f"there is no {known.kind} {shown(name)}",
        reference.places(*reference.path),
        fact=reference.fact,
        hints=hints or known.hints(name),
    )
