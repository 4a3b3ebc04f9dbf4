"""Reads sources.yaml, people.yaml and topics.yaml: mappings from ids to records."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import BaseModel

from sitegen.diagnostics import Diagnostic, error
from sitegen.schema import (
    PeopleFile,
    PersonRecord,
    Record,
    SourceRecord,
    SourcesFile,
    TopicRecord,
    TopicsFile,
    reserved,
    validate,
)
from sitegen.schema.scalars import is_identifier
from sitegen.yamltree import Mapping, Node, Scalar, span


class Register(NamedTuple):
    """A file with one key above records of one kind: the key is also the file's name."""

    name: str
    kind: str
    file_shape: type[BaseModel]
    shape: type[BaseModel]

    @property
    def path(self) -> str:
        """Where the file lies."""
        return f"content/{self.name}.yaml"


REGISTERS = (
    Register("sources", "source", SourcesFile, SourceRecord),
    Register("people", "person", PeopleFile, PersonRecord),
    Register("topics", "topic", TopicsFile, TopicRecord),
)


@dataclass(frozen=True, slots=True)
class RegisterRead:
    """What a register holds. `unread`: the ids of records that are not well-formed."""

    records: tuple[Record[Any], ...] = ()
    unread: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_register(root: Node, register: Register) -> RegisterRead:
    """The records of a register file, each judged by itself."""
    name, kind, path = register.name, register.kind, register.path
    _, problems = validate(register.file_shape, root, path, what=f"{name}.yaml")
    diagnostics = list(problems)
    records: list[Record[Any]] = []
    entry = root.entries.get(name) if isinstance(root, Mapping) else None
    if entry is None or not isinstance(entry[1], Mapping):
        return RegisterRead(diagnostics=tuple(diagnostics))
    for key, node in entry[1].entries.values():
        diagnostics += bad_id(key, path, kind=kind)
        record, problems = validate(register.shape, node, path, key, what=f"a {kind}")
        diagnostics += problems
        if record:
            records.append(record)
    unread = set(entry[1].entries) - {record.id for record in records}
    return RegisterRead(tuple(records), frozenset(unread), tuple(diagnostics))


def bad_id(key: Scalar, path: str, *, kind: str) -> list[Diagnostic]:
    """A `bad-id` where a record's key cannot be its id."""
    place = span(path, key)
    if not is_identifier(key.text):
        hint = "use a to z, 0 to 9 and -, beginning with a letter or digit, at most 80 long"
        return [error("bad-id", f"“{key.text}” is no id for a {kind}", place, hints=(hint,))]
    reason = reserved(key.text, kind=kind)
    if reason:
        return [error("bad-id", f"“{key.text}” cannot be a {kind}'s id: {reason}", place)]
    return []
