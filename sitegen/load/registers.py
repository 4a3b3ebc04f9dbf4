"""Reads sources.yaml, people.yaml and topics.yaml: mappings from ids to records."""

from typing import Any

from sitegen.diagnostics import Diagnostic, error, nearest_name
from sitegen.frozen import NamedTuple, dataclass, field
from sitegen.load.places import FileText
from sitegen.schema import (
    PeopleFile,
    PersonRecord,
    Record,
    Shape,
    SourceRecord,
    SourcesFile,
    TopicRecord,
    TopicsFile,
    reserved,
    validate,
)
from sitegen.schema.scalars import ID_RULE, is_identifier
from sitegen.yamltree import Mapping, Node, Scalar, Sequence, shown, span

_MOST_ERRORS = 1_000  # in one file; nobody reads on, and memory has an end


class Register(NamedTuple):
    """A file with one key above records of one kind: the key is also the file's name."""

    name: str
    kind: str
    file_shape: type[Shape]
    shape: type[Shape]

    @property
    def path(self) -> str:
        """Where the file lies."""
        return f"content/{self.name}.yaml"


REGISTERS = (
    Register("sources", "source", SourcesFile, SourceRecord),
    Register("people", "person", PeopleFile, PersonRecord),
    Register("topics", "topic", TopicsFile, TopicRecord),
)


@dataclass(slots=True)
class RegisterRead:
    """What a register holds. `unread`: the ids of records that are not well-formed.

    Not `listed`: there may be records whose ids are not known.
    """

    records: list[Record[Any]] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    listed: bool = False


def read_register(root: Node, register: Register, file: FileText) -> RegisterRead:
    """The records of a register file, each judged by itself."""
    name, kind, path = register.name, register.kind, file.path
    read = RegisterRead()
    entry = root.entries.get(name) if isinstance(root, Mapping) else None
    if isinstance(root, Mapping) and root.entries and entry is None and not root.partial:
        read.diagnostics.append(_no_key(root, register))
        return read
    _, problems = validate(register.file_shape, outlined(root, name), path, what=f"{name}.yaml")
    read.diagnostics += problems
    if entry is None or not isinstance(entry[1], Mapping) or not isinstance(root, Mapping):
        return read
    for key, node in entry[1].entries.values():
        if too_many(read.diagnostics, path, key):
            return read
        read.diagnostics += bad_id(key, path, kind=kind)
        record, problems = validate(register.shape, node, path, key, what=f"a {kind}")
        read.diagnostics += problems
        if record:
            read.records.append(file.kept(record, key, node))
        else:
            read.unread.add(key.text)
    read.listed = not (entry[1].partial or name in root.twice)
    return read


def outlined(root: Node, *fields: str) -> Node:
    """A file with these fields left empty: what they hold is judged one by one."""
    if not isinstance(root, Mapping):
        return root
    entries = dict(root.entries)
    for name in fields:
        key, value = entries.get(name, (None, None))
        if key and isinstance(value, Mapping):
            entries[name] = (key, value._replace(entries={}))
        elif key and isinstance(value, Sequence):
            entries[name] = (key, value._replace(items=()))
    return root._replace(entries=entries)


def _no_key(root: Mapping, register: Register) -> Diagnostic:
    """The first line of a register file is forgotten, or misspelt."""
    first = next(iter(root.entries.values()))[0]
    place = span(register.path, first)
    hints = nearest_name(first.text, [register.name])
    if hints:
        message = f"{register.name}.yaml has no field {shown(first.text)}"
        return error("unknown-field", message, place, hints=hints)
    message = f"{register.name}.yaml needs “{register.name}”"
    hint = f"write {register.name}: on a line above, and indent what is below it"
    return error("missing-field", message, place, hints=(hint,))


def too_many(diagnostics: list[Diagnostic], path: str, node: Node) -> bool:
    """Whether a file has had so many errors that the rest of it is not read."""
    if len(diagnostics) < _MOST_ERRORS:
        return False
    message = f"{path} has {_MOST_ERRORS:,} errors or more; from here on it was not read"
    diagnostics.append(error("wrong-type", message, span(path, node)))
    return True


def bad_id(key: Scalar, path: str, *, kind: str) -> list[Diagnostic]:
    """A `bad-id` where a record's key cannot be its id."""
    if not is_identifier(key.text):
        message, hints = (
            f"{shown(key.text)} is no id for a {kind}",
            (f"an id is made of {ID_RULE}",),
        )
        return [error("bad-id", message, span(path, key), hints=hints)]
    reason = reserved(key.text, kind=kind)
    if reason:
        message = f"{shown(key.text)} cannot be a {kind}'s id: {reason}"
        return [error("bad-id", message, span(path, key))]
    return []
