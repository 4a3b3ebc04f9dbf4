"""A content file's schema and the reader agree on its shape: over every case, and at random."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import yamltree
from sitegen.diagnostics import Diagnostic
from sitegen.schema.json_schema import json_schemas
from tests.cases.reading import BASE, Case, read_cases
from tests.schema.reading import SHAPE, as_json, complaints, read, schema_of, yaml_of

# What the reader refuses and no JSON Schema can: the message, and why.
BEYOND_A_SCHEMA = {
    r".*ends before it begins": "two parts of one text are compared",
    r".*month 02 has no day 29": "only some years have this day",
    r"value: “.*” is no number": "to YAML .nan is one, and true is a text",
    r"exact: “.*” has no word: .*": "a pattern knows no categories of characters",
    r"exact: the words are in more than 100 pieces": "the limit of every list is told instead",
    r"value: a figure of over 100 characters": "a number has no length",
    r"source “.*” is shown in full, .*": "site.yaml shows every source in full",
    r".*cannot be a page's id: .*|.* is no id for a page": "a page's id is the name of its file",
}
# What a schema refuses and the reader takes: the complaint, and why.
BEYOND_YAML = {
    r"sources/[^/]+/sha256: \d+ is not of type 'string'": "a digest of digits only is a number",
    r"(.*/)?language: (True|False) is not of type .*": "a boolean is spelt like a language tag",
}


def lost(diagnostic: Diagnostic, text: str) -> bool:
    """Whether the reader refuses a number's spelling, which JSON does not have.

    12.0, +12 and 1e1 are no whole numbers in plain digits; 900 is no year, and 0900 is.
    """
    if diagnostic.span is None:
        return False
    line = yamltree.plain_lines(text).split("\n")[diagnostic.span.line - 1]
    written = line[diagnostic.span.column - 1 : diagnostic.span.end_column - 1]
    tree, _ = yamltree.parse(written, "")
    number = as_json(tree)
    if "whole number in plain digits" in diagnostic.message:
        return isinstance(number, int | float) and not written.isdecimal()
    return diagnostic.code == "bad-date" and written.isdecimal() and 0 < int(written) < 1000


def explained(diagnostic: Diagnostic, text: str) -> bool:
    known = any(re.fullmatch(message, diagnostic.message) for message in BEYOND_A_SCHEMA)
    return known or lost(diagnostic, text)


def disagreement(folder: Path, path: str, diagnostics: tuple[Diagnostic, ...]) -> str | None:
    """What the reader or the schema alone has against a content file."""
    name = schema_of(path)
    try:
        text = (folder / path).read_bytes().decode()
    except UnicodeDecodeError:
        return None  # is told of the bytes, before there is a shape
    written = yaml_of(path, text)
    told = complaints(name, written) if name and written is not None else None
    if told is None:
        return None
    shape = [d for d in diagnostics if d.span and d.span.path == path and d.code in SHAPE]
    if bool(shape) == bool(told):
        return None
    if shape and all(explained(diagnostic, text) for diagnostic in shape):
        return None
    if told and all(any(re.fullmatch(known, each) for known in BEYOND_YAML) for each in told):
        return None
    return f"{path}: reader {[d.message for d in shape]}, schema {told}"


CASES = [case for case in read_cases() if any(schema_of(path) for path in case.files)]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.subject}: {case.name}" for case in CASES])
def test_the_schema_and_the_reader_agree_on_a_case(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    diagnostics = read(tmp_path)
    files = [path for path in case.files if schema_of(path) and (tmp_path / path).is_file()]
    found = [disagreement(tmp_path, path, diagnostics) for path in files]
    assert [each for each in found if each] == []


# at random

SCHEMAS = json_schemas()
PATHS = {
    "site": "content/site.yaml",
    "sources": "content/sources.yaml",
    "people": "content/people.yaml",
    "topics": "content/topics.yaml",
    "facts": "content/facts/a.yaml",
    "page": "content/pages/a.md",
}
IDS = ["a", "b-2", "letter", "Ada", "timeline", "l13", "a--2", "nul", "x" * 80, "x" * 81, "2018"]
DATES = [
    *("2018-06", "2018-06-30", "2018-06-31", "2018-02-29", "2018-02-30", "2020-02-29", "2018-13"),
    *(
        "201X",
        "201X-01",
        "20XX~",
        "XXXX",
        "XXXX-01-20",
        "XXXX-21",
        "2018-21",
        "2018-21-01",
        "2018-25",
    ),
    *("2018-XX", "2018-XX-XX", "2018-XX-01", "2018-04-XX?", "0000", "0000-01", "0999", "2018\n"),
    *("2018-04/..", "../2018", "../..", "..", "2018/2019", "2019/2018", "2018/", "/2018", "1/2/3"),
]
TEXTS = [
    *(
        "",
        " ",
        "\n",
        "text",
        "no",
        "0",
        "13",
        "013",
        "13-15",
        "15-13",
        "0-3",
        "3-0",
        "13\n",
        "true",
    ),
    *("https://example.org", "https://example.org/?a", "https://", "en", "pt-BR", "Q42", "Q0"),
    *("desk@example.org", "desk", "full", "quote", "count", "x" * 100, "x" * 101, "f" * 64),
]
OTHERS: list[Any] = [
    None,
    True,
    False,
    0,
    1,
    13,
    999,
    1000,
    2018,
    10**9,
    -1,
    1.5,
    [],
    {},
    [None],
    [[]],
]
ANYTHING = st.sampled_from(
    [
        *IDS,
        *DATES,
        *TEXTS,
        *OTHERS,
        ["a"],
        ["a", 1],
        {"unnamed": "a"},
        {"unnamed": None},
        {"a": "b"},
    ]
)


class Words:
    """Values made of what a schema itself names: its fields, choices, types and examples."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema
        self.fields = sorted({"a", *names(schema)})

    def value(self, draw: st.DrawFn, schema: dict[str, Any]) -> Any:
        """A value that fits, unless several fields of it contradict each other."""
        if "$ref" in schema:
            return self.value(draw, self.schema["definitions"][schema["$ref"].split("/")[-1]])
        if "anyOf" in schema and "type" not in schema:
            return self.value(draw, draw(st.sampled_from(schema["anyOf"])))
        if "allOf" in schema and "type" not in schema:
            return self.value(draw, schema["allOf"][0])
        if "enum" in schema:
            return draw(st.sampled_from(schema["enum"]))
        kinds = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type")
        kind = draw(st.sampled_from(kinds or ["string"]))
        if kind == "object":
            return self.mapping(draw, schema)
        if kind == "array":
            count = draw(st.integers(schema.get("minItems", 0), 2))
            return [self.value(draw, schema["items"]) for _ in range(count)]
        return {
            "null": None,
            "boolean": draw(st.booleans()),
            "number": draw(st.sampled_from([1.5, 7])),
            "integer": draw(st.sampled_from([1, 2018])),
            "string": draw(st.sampled_from([str(e) for e in schema.get("examples", ["a"])])),
        }[kind]

    def mapping(self, draw: st.DrawFn, schema: dict[str, Any]) -> dict[str, Any]:
        if "then" in schema.get("allOf", [{}])[0] and list(schema.get("properties", ())) == [
            "kind"
        ]:
            return dict(self.value(draw, draw(st.sampled_from(schema["allOf"]))["then"]))
        properties, required = schema.get("properties", {}), schema.get("required", ())
        wanted = [n for n in properties if n in required or draw(st.booleans())]
        made = {name: self.value(draw, properties[name]) for name in wanted}
        others = schema.get("additionalProperties")
        if isinstance(others, dict):
            made |= {
                name: self.value(draw, others)
                for name in draw(st.lists(st.sampled_from(["a", "b-2", *self.fields]), max_size=2))
            }
        return made

    def changed(self, draw: st.DrawFn, value: Any) -> Any:
        """The value with one of its parts, anywhere, changed, left out or added."""
        *path, last = draw(st.sampled_from([*places(value), (self.fields[0],)]))
        whole = copy.deepcopy(value)
        parent: Any = whole
        for step in path:
            parent = parent[step]
        act = draw(st.sampled_from(["change", "change", "change", "leave out", "add"]))
        if isinstance(parent, dict) and act == "add":
            parent[draw(st.sampled_from([*self.fields, *IDS]))] = draw(ANYTHING)
        elif act == "leave out":
            parent.pop(*([last] if isinstance(parent, list) else [last, None]))
        else:
            parent[last] = draw(ANYTHING)
        return whole


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all parts of a value."""
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for step, part in parts:
        yield (*path, step)
        if isinstance(part, dict | list):
            yield from places(part, (*path, step))


def names(schema: Any) -> set[str]:
    """The names of all fields in a schema."""
    if isinstance(schema, list):
        return set[str]().union(*map(names, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", ())).union(*map(names, schema.values()))


@st.composite
def contents(draw: st.DrawFn, schema: dict[str, Any]) -> Any:
    words = Words(schema)
    value = words.value(draw, schema)
    for _ in range(draw(st.sampled_from([0, 1, 1, 2]))):
        value = words.changed(draw, value) if isinstance(value, dict) else value
    return value


@pytest.mark.parametrize("name", PATHS)
def test_the_schema_and_the_reader_agree_at_random(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp(name)
    Case("", "", {}, []).write(folder)
    assert (folder / "content").is_dir(), BASE
    file = folder / PATHS[name]
    file.parent.mkdir(exist_ok=True)

    @settings(max_examples=60)
    @given(contents(SCHEMAS[name]))
    def agree(value: Any) -> None:
        written = json.dumps(value)  # JSON is YAML, and tells 13 from "13"
        file.write_text(f"---\n{written}\n---\n" if name == "page" else written, encoding="utf-8")
        assert disagreement(folder, PATHS[name], read(folder)) is None

    agree()
