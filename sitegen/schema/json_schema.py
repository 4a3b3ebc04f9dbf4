"""JSON Schemas (draft-07) of the content files, written from the shapes: what editors check by.

The shapes are the one place where fields, their types and their descriptions stand. A schema and
the reader agree on every file, but for what JSON Schema cannot say.
"""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from sitegen.schema.facts import FactsFile
from sitegen.schema.forms import Each, Form
from sitegen.schema.ids import id_form
from sitegen.schema.registers import (
    PageHeader,
    PeopleFile,
    SiteRecord,
    SourcesFile,
    TopicsFile,
)
from sitegen.schema.scalars import MAX_ENTRIES, ONE_OR_LIST
from sitegen.schema.shapes import FieldInfo, Shape
from sitegen.schema.themes import ThemeFile

DRAFT = "http://json-schema.org/draft-07/schema#"
MARK = "Written by `sitegen schema`; a change made here is lost."
_FILES: Mapping[str, tuple[str, type[Shape]]] = MappingProxyType(
    {
        "site": ("content/site.yaml", SiteRecord),
        "sources": ("content/sources.yaml", SourcesFile),
        "people": ("content/people.yaml", PeopleFile),
        "topics": ("content/topics.yaml", TopicsFile),
        "facts": ("content/facts/**/*.yaml", FactsFile),
        "page": ("the header of content/pages/*.md", PageHeader),
        "theme": ("themes/NAME/theme.yaml", ThemeFile),
    }
)

Schema = dict[str, Any]


def json_schemas() -> dict[str, Schema]:
    """The schema of each kind of content file, by a short name: site, sources, facts, …"""
    return {name: _of_file(title, shape) for name, (title, shape) in _FILES.items()}


def schema_files() -> dict[str, bytes]:
    """The schemas as files to write, by their names."""
    return {
        f"{name}.json": f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n".encode()
        for name, schema in json_schemas().items()
    }


def _of_file(title: str, shape: type[Shape]) -> Schema:
    writer = _Writer()
    schema = writer.shape(shape)
    head = {"$schema": DRAFT, "$comment": MARK, "title": f"sitegen: {title}"}
    return {**head, **schema, "definitions": dict(sorted(writer.definitions.items()))}


class _Writer:
    """Writes one schema; what several fields hold becomes a definition."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def shape(self, shape: type[Shape]) -> Schema:
        """A mapping with the fields of a shape."""
        fields = {field.alias or name: (name, field) for name, field in shape.model_fields.items()}
        schema: Schema = {
            "description": _description(shape),
            "type": "object",
            "properties": {
                written: self.field(field, _field_description(shape, name))
                for written, (name, field) in fields.items()
            },
            "additionalProperties": False,
        }
        required = [written for written, (_, field) in fields.items() if field.is_required()]
        rules = list(shape.rules())
        return {
            **schema,
            **({"required": required} if required else {}),
            **({"allOf": rules} if rules else {}),
        }

    def field(self, field: FieldInfo, description: str) -> Schema:
        """A field. One that may be left out may be null, which means the same."""
        schema = self.values(field.annotation, field.metadata)
        if not field.is_required():
            schema = _or_null(schema)
        if "$ref" in schema:  # draft-07 ignores what stands beside a reference
            schema = {"allOf": [schema]}
        if isinstance(field.default, StrEnum | str | bool):
            schema = {**schema, "default": field.default}
        return {"description": description, **schema}

    def values(self, annotation: Any, metadata: Iterable[Any] = ()) -> Schema:
        """The values of a type."""
        marks = tuple(metadata)
        form = next((mark for mark in reversed(marks) if isinstance(mark, Form)), None)
        if form:
            return dict(form.keywords)
        each = next((mark for mark in marks if isinstance(mark, Each)), None)
        if each:
            return self.records(each)
        if get_origin(annotation) is Annotated:
            inner, *more = get_args(annotation)
            return self.values(inner, (*more, *marks))
        if get_origin(annotation) in {Union, UnionType}:
            (inner,) = (part for part in get_args(annotation) if part is not type(None))
            return self.values(inner, marks)
        if get_origin(annotation) is Literal:
            return {"enum": [str(choice) for choice in get_args(annotation)]}
        if get_origin(annotation) is tuple:
            return self.sequence(get_args(annotation)[0], marks)
        if get_origin(annotation) is dict:
            return self.mapping(*get_args(annotation))
        return self.part(annotation)

    def part(self, annotation: Any) -> Schema:
        """A shape within a shape, or anything at all."""
        if annotation is Any:
            return {}
        return self.reference(annotation)

    def sequence(self, inner: Any, marks: tuple[Any, ...]) -> Schema:
        """A list; or one value or a list of some, where the type takes both."""
        one = self.values(inner)
        several = {"type": "array", "items": one, "maxItems": MAX_ENTRIES}
        if ONE_OR_LIST in marks:
            return {"anyOf": [one, {**several, "minItems": 1}]}
        return several

    def mapping(self, keys: Any, values: Any) -> Schema:
        """A mapping from names to values of one type."""
        schema = self.values(values)
        if get_origin(keys) is Literal:
            listed = dict.fromkeys(map(str, get_args(keys)), schema)
            return {"type": "object", "properties": listed, "additionalProperties": False}
        return {
            "type": "object",
            "additionalProperties": schema or True,
            "maxProperties": MAX_ENTRIES,
        }

    def records(self, each: Each) -> Schema:
        """All the records of a file."""
        one = (
            self.kinds(each.shapes)
            if isinstance(each.shapes, Mapping)
            else self.reference(each.shapes)
        )
        if each.ids is None:
            return {"type": "array", "items": one}
        return {
            "type": "object",
            "propertyNames": _of_keys(id_form(each.ids)),
            "additionalProperties": one,
        }

    def kinds(self, shapes: Mapping[str, type[Shape]]) -> Schema:
        """A record whose shape is that of its kind: an editor complains of that kind alone."""
        kind = _field_description(next(iter(shapes.values())), "kind")
        return {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"description": kind, "enum": list(shapes)}},
            "allOf": [
                {
                    "if": {"required": ["kind"], "properties": {"kind": {"const": name}}},
                    "then": self.reference(shape),
                }
                for name, shape in shapes.items()
            ],
        }

    def reference(self, shape: type[Shape]) -> Schema:
        """A shape by the name of its definition."""
        name = shape.__name__.removesuffix("Record").lower()
        if name not in self.definitions:
            self.definitions[name] = {}  # holds the place, should a shape ever hold itself
            self.definitions[name] = {"title": name, **self.shape(shape)}
        return {"$ref": f"#/definitions/{name}"}


def _of_keys(form: Form) -> Schema:
    """A form for the keys of a mapping, which are always texts."""
    beside = {"type", "minimum", "examples"}
    return {name: value for name, value in form.keywords.items() if name not in beside}


def _or_null(schema: Schema) -> Schema:
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*types, "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _description(shape: type[Shape]) -> str:
    """What a shape is for: the first line of its docstring."""
    return (shape.__doc__ or "").partition("\n")[0]


def _field_description(shape: type[Shape], name: str) -> str:
    """What a field is for. A kind of record that narrows a field need not say it again."""
    fields = (base.model_fields.get(name) for base in shape.__mro__ if issubclass(base, Shape))
    return next((field.description for field in fields if field and field.description), "")
