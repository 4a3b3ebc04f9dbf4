"""A fact as YAML: written anew in one plain style, so that every mutant is well-formed."""

import json
import re
from collections.abc import Mapping
from typing import TypeAlias

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Fields: TypeAlias = Mapping[str, Value]

# Fields whose values the format types: they stand without quotation marks.
_PLAIN_FIELDS = frozenset(
    (
        *("kind", "value", "date", "said", "as_of", "modifier", "status", "medium", "measure"),
        *("speaker", "addressee", "according_to", "people", "topics", "from", "formerly", "added"),
        *("lines", "source", "occurrence", "relation"),
    )
)
_PLAIN = re.compile(r"[A-Za-z0-9-][A-Za-z0-9_./+~?%-]*(?: [A-Za-z0-9_./+~?%-]+)*", re.ASCII)
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def written(fields: Fields, indent: int) -> str:
    """A block mapping whose lines but the first begin with `indent` spaces; no last line end."""
    return ("\n" + " " * indent).join(_lines(fields))


def _lines(fields: Fields) -> list[str]:
    lines: list[str] = []
    for key, value in fields.items():
        if isinstance(value, str):
            lines.append(f"{key}: {_scalar(key, value)}")
        elif isinstance(value, dict):
            lines += [f"{key}:", *("  " + line for line in _lines(value))]
        else:
            lines += [f"{key}:" if value else f"{key}: []", *_elements(key, value)]
    return lines


def _elements(key: str, values: "list[Value]") -> list[str]:
    lines: list[str] = []
    for value in values:
        inner = _lines(value) if isinstance(value, dict) else [_scalar(key, str(value))]
        lines += [f"  - {inner[0]}", *("    " + line for line in inner[1:])]
    return lines


def _scalar(key: str, text: str) -> str:
    if key in _PLAIN_FIELDS and _PLAIN.fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
