"""From a tree to a typed record: every error at the key or value that caused it."""

from collections.abc import Iterator
from typing import Any, Generic, TypeVar, get_args, get_origin

from sitegen import traps, yamltree
from sitegen.diagnostics import CODES, Diagnostic, Span, error, nearest_name
from sitegen.frozen import dataclass
from sitegen.model import Places
from sitegen.schema.scalars import MAX_ENTRIES, NO_TEXT, Quoted, found
from sitegen.schema.shapes import (
    EMPTY_LIST,
    MISSING,
    NO_CHOICE,
    NO_LIST,
    NO_MAPPING,
    UNKNOWN,
    UNKNOWN_KEY,
    Problem,
    Shape,
    WrongError,
)
from sitegen.yamltree import NULLS, Node, Scalar, shown

ShapeT = TypeVar("ShapeT", bound=Shape)

_REFUSED = object()  # stands for a value that YAML refused; no type takes it
_TOO_MANY = object()  # stands for a list or mapping of too many entries

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class NodePlaces:
    """Where the parts of a record stand, by the node of the record and the key above it.

    Implements `model.Places`. A step that the tree lacks stays at the part above it, so `("cite",
    0)` also finds a citation that is written without a list.
    """

    path: str
    key: Scalar | None
    node: Node

    def __call__(self, *path: str | int) -> Span:
        """The span of the value at `path`; of the record itself, the span of its key."""
        if not path and self.key is not None:
            return yamltree.span(self.path, self.key)
        return yamltree.span(self.path, self.value_at(path))

    def value_at(self, path: Path) -> Node:
        """The node at `path`, or the nearest one around it."""
        node = self.node
        for step in path:
            if isinstance(node, yamltree.Mapping) and step in node.entries:
                node = node.entries[str(step)][1]
            elif isinstance(node, yamltree.Sequence) and isinstance(step, int):
                node = node.items[step] if step < len(node.items) else node
        return node

    def key_at(self, path: Path) -> Scalar | None:
        """The key that leads to the part at `path`, if it is written."""
        parent = self.value_at(path[:-1])
        if isinstance(parent, yamltree.Mapping) and path and path[-1] in parent.entries:
            return parent.entries[str(path[-1])][0]
        return None

    def key_of(self, path: Path) -> Span:
        """The span of the key that leads to the part at `path`, else of the part around it."""
        key = self.key_at(path)
        return yamltree.span(self.path, key) if key else self(*path[:-1])


@dataclass(frozen=True, slots=True)
class Record(Generic[ShapeT]):
    """A typed record with its id and the places of its parts."""

    id: str
    fields: ShapeT
    places: Places


def validate(
    shape: type[ShapeT], node: Node, path: str, key: Scalar | None = None, *, what: str
) -> tuple[Record[ShapeT] | None, tuple[Diagnostic, ...]]:
    """Read a record of the given shape; `what` names it in messages ("a source").

    Gives None when anything is wrong, with every error of the record. Codes: missing-field,
    unknown-field, wrong-type, bad-id, bad-date, bad-lines, forbidden-yaml.
    """
    places = NodePlaces(path, key, node)
    name = key.text if key else ""
    if not isinstance(node, yamltree.Mapping):
        message = f"expected {what} as a mapping, found {found(_plain(node))}"
        empty = key is not None and isinstance(node, Scalar) and node.is_null
        place = places() if empty else yamltree.span(path, node)
        return None, (error("wrong-type", message, place),)
    if len(node.entries) > MAX_ENTRIES:
        message = f"{what} has no {MAX_ENTRIES:,} fields"
        return None, (error("unknown-field", message, places()),)
    try:
        fields = shape.read(_plain(node))
    except WrongError as wrong:
        return None, tuple(_Problems(wrong.within, shape, places, what).told())
    contradictions = tuple(fields.contradictions())
    if contradictions:
        return None, tuple(
            error(c.code, c.message, places.key_of(c.path), hints=c.hints) for c in contradictions
        )
    return Record(name, fields, places), ()


def _plain(node: Node) -> Any:
    """A tree as plain Python for the schema."""
    if isinstance(node, Scalar):
        return _plain_text(node)
    if isinstance(node, yamltree.Refused):
        return _REFUSED
    if isinstance(node, yamltree.Sequence):
        return [_plain(n) for n in node.items] if len(node.items) <= MAX_ENTRIES else _TOO_MANY
    if len(node.entries) > MAX_ENTRIES:
        return _TOO_MANY
    return {
        name: _plain_text(value) if type(value) is Scalar else _plain(value)
        for name, (_, value) in node.entries.items()
    }


def _plain_text(scalar: Scalar) -> str | None:
    text = scalar[0]
    if not scalar[1]:  # not plain
        return Quoted(text)
    return None if text in NULLS else text


@dataclass(frozen=True, slots=True)
class _Problems:
    """The errors of one record, in an editor's words."""

    problems: tuple[Problem, ...]
    shape: type[Shape]
    places: NodePlaces
    what: str

    def told(self) -> Iterator[Diagnostic]:
        for problem in self.problems:
            path = problem.path
            if problem.kind == UNKNOWN_KEY:
                yield self.unknown(path, list(problem.choices))
            elif problem.kind == UNKNOWN:
                if not self.follows_other_rest(path):
                    yield self.unknown(path, self.fields_at(path[:-1]))
            elif problem.kind == MISSING:
                if not self.is_explained(path):
                    yield self.missing(path)
            else:
                yield self.mistaken(problem)

    def unknown(self, path: Path, known: list[str]) -> Diagnostic:
        """A field that there is not."""
        name = str(path[-1])
        hints = nearest_name(name, known)
        if self.follows_comma(path):
            hints = (f"a comma in braces ends the text: {traps.BLOCK_HINT}", *hints)
        elif not hints and len(path) == 1 and (owners := self.shape.owners_of(name)):
            hints = (f"{owners} have it: is “kind” right?",)
        if not hints:
            hints = (f"it may have: {', '.join(sorted(known))}",)
        message = f"{self.owner(path)} has no field {shown(name)}"
        return error("unknown-field", message, self.places.key_of(path), hints=hints)

    def follows_comma(self, path: Path) -> bool:
        """Whether a comma in braces has probably cut a text, and this is the rest of it."""
        parent, value = self.places.value_at(path[:-1]), self.places.value_at(path)
        if not (isinstance(parent, yamltree.Mapping) and parent.flow):
            return False
        return " " in str(path[-1]) or (isinstance(value, Scalar) and not value.text)

    def follows_other_rest(self, path: Path) -> bool:
        """Whether an earlier comma has cut the same text: one is told, not each."""
        parent = self.places.value_at(path[:-1])
        if not (isinstance(parent, yamltree.Mapping) and self.follows_comma(path)):
            return False
        names = list(parent.entries)
        earlier = names.index(str(path[-1])) - 1
        before = (*path[:-1], names[earlier])
        known = self.fields_at(path[:-1])
        return earlier >= 0 and before[-1] not in known and self.follows_comma(before)

    def is_explained(self, path: Path) -> bool:
        """Whether a field is missing because its name is misspelt, or was refused by YAML."""
        parent = self.places.value_at(path[:-1])
        if not isinstance(parent, yamltree.Mapping) or parent.partial:
            return True
        known = self.fields_at(path[:-1])
        unknown = [name for name in parent.entries if name not in known]
        return any(
            hint == nearest_name(name, known)
            for name in unknown
            if (hint := nearest_name(name, [str(path[-1])]))
        )

    def missing(self, path: Path) -> Diagnostic:
        """A field that must be there, and is not or is empty."""
        message = f"{self.owner(path)} needs “{path[-1]}”"
        if self.places.key_at(path):
            field = self.shape_at(path[:-1]).model_fields.get(str(path[-1]))
            hints: tuple[str, ...] = ()
            if field and field.annotation is str:
                hints = traps.leader_hints("#")
            elif field and get_origin(field.annotation) is dict:
                hints = (f"if there is none, write {path[-1]}: {{}}",)
            place = self.places.key_of(path)
            return error("missing-field", f"{message}, which is empty", place, hints=hints)
        around = self.places.key_of(path[:-1]) if len(path) > 1 else self.places()
        return error("missing-field", message, around)

    def mistaken(self, problem: Problem) -> Diagnostic:
        """A value that is not what its field wants."""
        kind, path, written, message, choices = problem
        hints: tuple[str, ...] = ()
        if written is _TOO_MANY:
            message = f"there are more than {MAX_ENTRIES:,} entries"
        elif kind == NO_LIST:
            message = f"expected a list, found {found(written)}"
            hints = ("write it as - item on lines of its own, or as [one, two]",)
        elif kind == NO_MAPPING:
            message = f"expected a mapping, found {found(written)}"
        elif kind == NO_CHOICE:
            message, hints = _no_choice(written, choices)
        elif kind == EMPTY_LIST:
            message = "the list is empty"
        elif written is None and len(path) > 1:
            hints = traps.leader_hints("#")  # as of `colour-accent: #7a5b00`
        elif kind == NO_TEXT:
            hints = _no_text_hints(self.places.value_at(path))
        code = kind if kind in CODES else "wrong-type"
        if code == "missing-field":
            return error(code, message, self.places.key_of(path) if path else self.places())
        return error(code, f"{_label(path)}{message}", self.places(*path), hints=hints)

    def owner(self, path: Path) -> str:
        """What the field at `path` belongs to: the record, or a part of it."""
        names = [str(step) for step in path[:-1] if isinstance(step, str)]
        return f"“{'.'.join(names)}”" if names else self.what

    def fields_at(self, path: Path) -> list[str]:
        """The names of the fields that the mapping at `path` may have."""
        fields = self.shape_at(path).model_fields
        return [field.alias or name for name, field in fields.items()]

    def shape_at(self, path: Path) -> type[Shape]:
        """The shape of the mapping at `path`."""
        shape = self.shape
        for step in path:
            for name, field in shape.model_fields.items():
                if step == (field.alias or name):
                    shape = _shape_in(field.annotation) or shape
        return shape


def _label(path: Path) -> str:
    names = [str(step) for step in path if isinstance(step, str)]
    return f"{names[-1]}: " if names else ""


def _no_choice(written: object, choices: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The message and hints of a value that is not among the few that are allowed."""
    if not isinstance(written, str):
        return f"expected one of {', '.join(choices)}, found {found(written)}", ()
    if len(choices) == 1:
        return f"{shown(written)} is not {choices[0]}", ()
    message = f"{shown(written)} is not one of {', '.join(choices)}"
    return message, nearest_name(written, choices)


def _no_text_hints(node: Node) -> tuple[str, ...]:
    """Which trap has made a list or mapping of what was meant as a text."""
    if isinstance(node, yamltree.Sequence):
        return traps.leader_hints("[" if node.flow else "-")
    if isinstance(node, yamltree.Mapping):
        return traps.leader_hints("{") if node.flow else (traps.COLON_HINT,)
    return ()


def _shape_in(annotation: Any) -> type[Shape] | None:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    for part in get_args(annotation):
        within = _shape_in(part)
        if within is not None:
            return within
    return None
