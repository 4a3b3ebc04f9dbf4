"""What an editor's language server makes of a content file, and what the reader does."""

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, validators
from jsonschema.exceptions import ValidationError

from sitegen import yamltree
from sitegen.diagnostics import Diagnostic
from sitegen.load import load
from sitegen.resolve import resolve
from sitegen.schema.json_schema import json_schemas
from sitegen.snapshot import Snapshot
from sitegen.yamltree import Node

SHAPE = frozenset(
    {"bad-date", "bad-id", "bad-lines", "missing-field", "unknown-field", "wrong-type"}
)
"""The codes of a content file's shape; the others are of YAML, or need a second file."""

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"([-+]?)\.(?:inf|Inf|INF)")
_NO_NUMBER = frozenset({".nan", ".NaN", ".NAN"})
_BOOLEANS = {f(str(b)): b for b in (True, False) for f in (str.lower, str.title, str.upper)}


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    """`pattern` as ECMA 262 has it, where `$` is the very end."""
    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_Validator = validators.extend(  # type: ignore[no-untyped-call] # its stubs leave out the types
    Draft7Validator, {"pattern": _pattern}
)
VALIDATORS = {name: _Validator(schema) for name, schema in json_schemas().items()}


def as_json(node: Node | None) -> Any:
    """A tree as YAML 1.2 core gives it to a JSON Schema (YAML 1.2.2, section 10.3.2)."""
    if isinstance(node, yamltree.Mapping):
        return {name: as_json(value) for name, (_, value) in node.entries.items()}
    if isinstance(node, yamltree.Sequence):
        return [as_json(value) for value in node.items]
    if node is None or isinstance(node, yamltree.Refused) or node.is_null:
        return None
    return _core(node.text) if node.plain else node.text


def _core(text: str) -> Any:
    """A plain scalar by the core schema's rules of resolution."""
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) < 1000 else math.inf  # Python refuses longer ones
    if _OCTAL.fullmatch(text) or _HEXADECIMAL.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    if infinite := _INFINITE.fullmatch(text):
        return -math.inf if infinite[1] == "-" else math.inf
    return math.nan if text in _NO_NUMBER else text


def schema_of(path: str) -> str | None:
    """The name of the schema for a content file."""
    name = path.removeprefix("content/").removesuffix(".yaml")
    if name in {"site", "sources", "people", "topics"}:
        return name
    if path.startswith("content/facts/") and path.endswith(".yaml"):
        return "facts"
    return "page" if re.fullmatch(r"content/pages/[^/]+\.md", path) else None


def yaml_of(path: str, text: str) -> str | None:
    """The YAML of a content file: all of it, or a page's header where it has one."""
    if not path.endswith(".md"):
        return text
    lines = yamltree.plain_lines(text).split("\n")
    closing = (n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    end = next(closing, None)
    return "\n".join(lines[1:end]) if lines[0].rstrip() == "---" and end else None


def complaints(name: str, text: str) -> list[str] | None:
    """What the schema has against a YAML text; None where YAML itself has something against it."""
    tree, problems = yamltree.parse(text, "")
    if problems:
        return None
    errors = VALIDATORS[name].iter_errors(as_json(tree))
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors]


def read(folder: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the shape of a project's files, and with their YAML."""
    records, problems = load(Snapshot(folder))
    _, more = resolve(records)
    return tuple(d for d in (*problems, *more) if d.severity == "error")
