"""JSON as the site's files have it: UTF-8, sorted keys, and a record a line in lists."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from json.encoder import encode_basestring
from typing import Any

Json = dict[str, Any]
string: Callable[[str], str] = encode_basestring
"""A text in JSON as `one_line` has it: what that calls in the end, without the way there."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
_TIGHT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def one_line(record: object) -> str:
    """A record in one line."""
    return _ENCODER.encode(record)


def tight(record: object) -> str:
    """A record without a space between its parts, for what every page carries."""
    return _TIGHT.encode(record)


def listing(name: str, records: Iterable[Mapping[str, Any]]) -> bytes:
    """An object with one list, a record a line, so that versions can be compared."""
    return f'{{"{name}": {"".join(array(map(one_line, records)))}}}\n'.encode()


def array(records: Iterable[str]) -> Iterator[str]:
    """A list with a record a line, piece by piece."""
    between = "[\n"
    for record in records:
        yield between
        yield record
        between = ",\n"
    yield "[\n\n]" if between == "[\n" else "\n]"


def without_absent(record: Mapping[str, Any], always: frozenset[str] = frozenset()) -> Json:
    """A record without the fields that are not set, but for those that `always` stand."""
    return {
        name: value
        for name, value in record.items()
        if name in always or (value is not None and value not in ([], {}, ()))
    }
