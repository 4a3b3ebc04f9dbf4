"""The schemas of the content files: whole, described, and committed as the program writes them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from sitegen.schema.json_schema import json_schemas, schema_files
from tests.documents import ROOT
from tests.schema.reading import complaints

SCHEMAS = json_schemas()
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within a schema that is a schema or a part of one."""
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from parts(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from parts(part)


def test_the_committed_schemas_are_those_that_the_program_writes() -> None:
    committed = {file.name: file.read_bytes() for file in (ROOT / "schemas").iterdir()}
    assert committed == schema_files(), "run: sitegen schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_of_draft_7(name: str) -> None:
    assert SCHEMAS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_closed_titled_and_described(name: str) -> None:
    schema = SCHEMAS[name]
    for shape in (schema, *schema["definitions"].values()):
        assert shape["title"]
        assert shape["description"].endswith(".")
        assert shape["additionalProperties"] is False
        for field, value in shape["properties"].items():
            assert value["description"].endswith("."), field


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_reference_within_a_schema_leads_somewhere(name: str) -> None:
    definitions = SCHEMAS[name]["definitions"]
    used = {part["$ref"] for part in parts(SCHEMAS[name]) if "$ref" in part}
    assert used == {f"#/definitions/{definition}" for definition in definitions}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_example_and_default_fits(name: str) -> None:
    resolver = {"definitions": SCHEMAS[name]["definitions"]}
    for part in parts(SCHEMAS[name]):
        shown = [*part.get("examples", ())] if isinstance(part.get("examples"), list) else []
        shown += [part["default"]] if isinstance(part.get("default"), str | bool) else []
        for value in shown:
            assert Draft7Validator({**resolver, **part}).is_valid(value), value


@pytest.mark.parametrize(
    "file", sorted((ROOT / "content").rglob("*.yaml")), ids=lambda file: file.name
)
def test_a_file_of_the_demonstration_names_its_schema_and_follows_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    modeline = MODELINE.fullmatch(text.split("\n", maxsplit=1)[0])
    assert modeline, f"{file} does not begin with its schema"
    named = (file.parent / modeline[1]).resolve()
    expected = "facts" if file.parent.name == "facts" else file.stem
    assert named == ROOT / "schemas" / f"{expected}.json"
    assert json.loads(named.read_text(encoding="utf-8")) == SCHEMAS[expected]
    assert complaints(expected, text) == []


FACT = (
    "source: a\nfacts:\n  b:\n    kind: {}\n    claim: A claim.\n    cite: {{lines: 1, exact: a}}\n"
)


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        ("quote", ["speaker"]),
        ("count", ["value", "unit"]),
        ("rank", ["value", "of"]),
        ("date", ["date"]),
        ("claim", []),
    ],
)
def test_a_kind_of_fact_is_asked_for_its_own_fields(kind: str, missing: list[str]) -> None:
    told = complaints("facts", FACT.format(kind))
    assert told == [f"facts/b: '{field}' is a required property" for field in missing]


def test_a_field_of_another_kind_is_refused() -> None:
    told = complaints("facts", f"{FACT.format('claim')}    speaker: ada\n")
    assert told
    assert "'speaker' was unexpected" in told[0]
