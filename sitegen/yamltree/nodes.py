"""The nodes of a tree, each with its place: lines and columns from 1, the end exclusive."""

import re
from collections.abc import Mapping as MappingType

from sitegen.diagnostics import Span
from sitegen.frozen import NamedTuple, dataclass

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SPACES = re.compile(r"\s+")
_LONGEST_SHOWN = 60  # characters of a text that a message repeats


class Scalar(NamedTuple):
    """A text. `plain` tells an unquoted one, which alone may be null, a number or true."""

    text: str
    plain: bool
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def is_null(self) -> bool:
        """Whether the scalar stands for nothing (YAML 1.2 core schema, section 10.3.2)."""
        return self.plain and self.text in NULLS


class Mapping(NamedTuple):
    """Keys with their values, in the order of the file.

    `flow`: written in braces. `partial`: a key was refused, so that a missing one proves nothing.
    `twice`: the keys that stand again, whose second values are not among the entries.
    """

    entries: MappingType[str, tuple[Scalar, "Node"]]
    flow: bool
    line: int
    column: int
    end_line: int
    end_column: int
    partial: bool = False
    twice: frozenset[str] = frozenset()


class Sequence(NamedTuple):
    """Values in order. `flow`: written in brackets."""

    items: tuple["Node", ...]
    flow: bool
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A value that was not read, such as an alias. That has been told."""

    line: int
    column: int
    end_line: int
    end_column: int


Node = Scalar | Mapping | Sequence | Refused


def span(path: str, node: Node) -> Span:
    """Where a node stands in the file at `path`."""
    return Span(path, node.line, node.column, node.end_line, node.end_column)


def shown(text: str) -> str:
    """A text as a message repeats it: in quotation marks, on one line, not longer than a glance."""
    line = _SPACES.sub(" ", text[: 4 * _LONGEST_SHOWN])
    if len(line) > _LONGEST_SHOWN or len(text) > 4 * _LONGEST_SHOWN:
        line = f"{line[: _LONGEST_SHOWN - 1]}…"
    return f"“{line}”"
