"""From a tree to a typed record: every error at the key or value that caused it."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sitegen import traps, yamltree
from sitegen.diagnostics import CODES, Diagnostic, Span, error, nearest_name
from sitegen.schema.scalars import Quoted, kind_of
from sitegen.yamltree import Node, Scalar

Shape = TypeVar("Shape", bound=BaseModel)

_LISTS = frozenset({"tuple_type", "list_type"})
_MAPPINGS = frozenset({"dict_type", "model_type", "model_attributes_type"})
_CHOICES = frozenset({"literal_error", "enum"})


@dataclass(frozen=True, slots=True)
class NodePlaces:
    """Where the parts of a record stand: the node of the record, and the key above it.

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
        return yamltree.span(self.path, self._walk(path))

    def _walk(self, path: tuple[str | int, ...]) -> Node:
        node = self.node
        for step in path:
            if isinstance(node, yamltree.Mapping) and step in node.entries:
                node = node.entries[str(step)][1]
            elif isinstance(node, yamltree.Sequence) and isinstance(step, int):
                node = node.items[step] if step < len(node.items) else node
        return node

    def key_of(self, path: tuple[str | int, ...]) -> Span:
        """The span of the key that leads to the part at `path`, else of the part around it."""
        parent = self._walk(path[:-1])
        if isinstance(parent, yamltree.Mapping) and path and path[-1] in parent.entries:
            return yamltree.span(self.path, parent.entries[str(path[-1])][0])
        return self(*path[:-1])

    def is_in_braces(self, path: tuple[str | int, ...]) -> bool:
        """Whether the mapping that holds the part at `path` is written in braces."""
        parent = self._walk(path[:-1])
        return isinstance(parent, yamltree.Mapping) and parent.flow


@dataclass(frozen=True, slots=True)
class Record(Generic[Shape]):
    """A typed record with its id and the places of its parts."""

    id: str
    fields: Shape
    places: NodePlaces


def validate(
    shape: type[Shape], node: Node, path: str, key: Scalar | None = None, *, what: str
) -> tuple[Record[Shape] | None, tuple[Diagnostic, ...]]:
    """Read a record of the given shape; `what` names it in messages ("a source").

    Gives None when anything is wrong, with every error of the record. Codes: missing-field,
    unknown-field, wrong-type, bad-id, bad-date, bad-lines.
    """
    places = NodePlaces(path, key, node)
    name = key.text if key else ""
    if not isinstance(node, yamltree.Mapping):
        found = f"expected {what} as a mapping, found {_found(node)}"
        return None, (error("wrong-type", found, yamltree.span(path, node)),)
    try:
        return Record(name, shape.model_validate(_plain(node)), places), ()
    except ValidationError as invalid:
        details = invalid.errors(include_url=False, include_input=True)
        return None, tuple(_diagnostic(detail, shape, places, what) for detail in details)


def _plain(node: Node) -> Any:
    """A tree as plain Python for the schema: a null field is left out, as if not written."""
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        return node.text if node.plain else Quoted(node.text)
    if isinstance(node, yamltree.Sequence):
        return [_plain(item) for item in node.items]
    return {
        name: _plain(value)
        for name, (_, value) in node.entries.items()
        if not (isinstance(value, Scalar) and value.is_null)
    }


def _found(node: Node) -> str:
    if isinstance(node, Scalar):
        return "nothing" if node.is_null else "text"
    return "a mapping" if isinstance(node, yamltree.Mapping) else "a list"


def _diagnostic(
    detail: ErrorDetails, shape: type[BaseModel], places: NodePlaces, what: str
) -> Diagnostic:
    kind, path, written = detail["type"], detail["loc"], detail["input"]
    if path and path[-1] == "[key]":
        return _unknown_field(path[:-1], shape, places, what, detail)
    if kind == "extra_forbidden":
        return _unknown_field(path, shape, places, what, None)
    if kind == "missing":
        around = places.key_of(path[:-1]) if len(path) > 1 else places()
        owner = what if len(path) == 1 else _part_name(path[:-1])
        message = f"{owner} needs “{path[-1]}”"
        return error("missing-field", message, around)
    hints: tuple[str, ...] = ()
    if kind in _LISTS:
        message = f"expected a list, found {_article(written)}"
        hints = ("write it as - item on lines of its own, or as [one, two]",)
    elif kind in _MAPPINGS:
        message = f"expected a mapping, found {_article(written)}"
    elif kind in _CHOICES:
        message = f"“{written}” is not one of {_choices(detail)}"
        hints = nearest_name(str(written), _choices(detail).split(", "))
    elif kind == "too_short":
        message = "the list is empty"
    else:
        message = detail["msg"]
        if isinstance(written, list | dict):
            hints = traps.type_hints(kind_of(written))
    code = kind if kind in CODES else "wrong-type"
    if code in {"missing-field", "unknown-field"}:
        return error(code, message, places.key_of(path) if path else places(), hints=hints)
    return error(code, f"{_label(path)}{message}", places(*path), hints=hints)


def _unknown_field(
    path: tuple[str | int, ...],
    shape: type[BaseModel],
    places: NodePlaces,
    what: str,
    detail: ErrorDetails | None,
) -> Diagnostic:
    name = str(path[-1])
    owner = what if len(path) == 1 else _part_name(path[:-1])
    known = _choices(detail).split(", ") if detail else _fields_at(shape, path[:-1])
    hints = nearest_name(name, known)
    if places.is_in_braces(path) and " " in name:
        hints = (f"a comma in braces ends the text: {traps.BLOCK_HINT}", *hints)
    if not hints:
        hints = (f"it may have: {', '.join(sorted(known))}",)
    return error(
        "unknown-field", f"{owner} has no field “{name}”", places.key_of(path), hints=hints
    )


def _part_name(path: tuple[str | int, ...]) -> str:
    names = [str(step) for step in path if isinstance(step, str)]
    return f"“{'.'.join(names)}”"


def _label(path: tuple[str | int, ...]) -> str:
    names = [str(step) for step in path if isinstance(step, str)]
    return f"{names[-1]}: " if names else ""


def _article(written: object) -> str:
    return "nothing" if written is None else f"a {kind_of(written)}".replace("a text", "text")


def _choices(detail: ErrorDetails) -> str:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return expected.replace(" or ", ", ").replace("'", "")


def _fields_at(shape: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The names of the fields that the mapping at `path` may have."""
    for step in path:
        for name, field in shape.model_fields.items():
            if step == (field.alias or name):
                shape = _shape_in(field.annotation) or shape
    return [field.alias or name for name, field in shape.model_fields.items()]


def _shape_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _shape_in(part)
        if found is not None:
            return found
    return None
