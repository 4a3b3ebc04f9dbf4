"""YAML as a tree of nodes that know their places, read strictly from parse events.

YAML 1.2 core without aliases, anchors, tags, merge keys and second documents: what an editor sees
is what is read. Scalars stay text; a schema decides later what type each is.
"""

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.traps import syntax_hints, syntax_message

MAX_DEPTH = 32
MAX_BYTES = 8 * 1024 * 1024

Event = Any  # the stubs leave out what the classes of events carry

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Bidirectional controls; invisible and zero-width characters; the line ends that are none of ours.
# Joiners (U+200C, U+200D) are judged by their neighbours: Persian words and emoji need them.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u0085\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f]"
)
_INVISIBLE_OR_CONTROL = re.compile(f"{_INVISIBLE.pattern}|[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_JOINERS = "\u200c\u200d"


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
        return self.plain and self.text in _NULLS


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file. `flow`: written in braces."""

    entries: MappingType[str, tuple[Scalar, "Node"]]
    flow: bool
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """Values in order."""

    items: tuple["Node", ...]
    line: int
    column: int
    end_line: int
    end_column: int


Node = Scalar | Mapping | Sequence


def span(path: str, node: Node) -> Span:
    """Where a node stands in the file at `path`."""
    return Span(path, node.line, node.column, node.end_line, node.end_column)


def parse(text: str, path: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a YAML text, None when it is empty or cannot be read, and what is wrong with it.

    Codes: yaml-syntax (at most one: nothing can be read after it), forbidden-yaml, duplicate-key,
    quote-invisible-character.
    """
    if len(text) > MAX_BYTES or len(text.encode()) > MAX_BYTES:
        place = Span(path, 1, 1, 1, 1)
        limit = f"the file is larger than {MAX_BYTES // 1024 // 1024} MB"
        hint = "split it into several files; all of content/facts/ is read"
        return None, (error("forbidden-yaml", limit, place, hints=(hint,)),)
    reader = _Reader(path)
    try:
        root = reader.document(text)
    except yaml.YAMLError as problem:
        reader.diagnostics.append(_syntax_error(problem, text, path))
        root = None
    except _TooDeepError as problem:
        reader.refuse(str(problem), problem.event)
        root = None
    invisible = _invisible_characters(text, path)
    if not invisible and "\\" in text and root is not None:
        invisible = _escaped_invisible_characters(root, path)
    return root, (*reader.diagnostics, *invisible)


class _TooDeepError(Exception):
    def __init__(self, event: Event) -> None:
        super().__init__(f"nesting deeper than {MAX_DEPTH} levels")
        self.event = event


class _Reader:
    """Builds the tree from events. Refused constructs are reported and read as null."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.diagnostics: list[Diagnostic] = []

    def document(self, text: str) -> Node | None:
        root: Node | None = None
        documents = 0
        events: Iterator[Event] = iter(yaml.parse(text, Loader=_LOADER))
        for event in events:
            kind = type(event)
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if event.tags:
                    self.refuse("a tag directive", event)
                if documents > 1:
                    self.refuse("a second document in one file", event)
                    return root
            elif kind in _NODE_EVENTS:
                root = self.node(event, events, 1)
        if isinstance(root, Scalar) and root.is_null:
            return None
        return root

    def node(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        kind = type(event)
        start, end = event.start_mark, event.end_mark
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self.refuse_properties(event)
            return Scalar(
                event.value,
                event.style is None or event.style == "",
                start.line + 1,
                start.column + 1,
                end.line + 1,
                end.column + 1,
            )
        if kind is yaml.AliasEvent:
            self.refuse(f"an alias (*{event.anchor})", event)
            return Scalar("", True, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        if depth > MAX_DEPTH:
            raise _TooDeepError(event)
        if event.anchor is not None or event.tag is not None:
            self.refuse_properties(event)
        if kind is yaml.MappingStartEvent:
            return self.mapping(event, events, depth)
        return self.sequence(event, events, depth)

    def mapping(self, opening: Event, events: Iterator[Event], depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in events:
            if type(event) is yaml.MappingEndEvent:
                break
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self.refuse("a key that is not plain text", event)
            elif key.text == "<<" and key.plain:
                self.refuse("a merge key (<<)", event)
            elif key.text in entries:
                self.duplicate(key, entries[key.text][0])
            else:
                entries[key.text] = (key, value)
        start, end = opening.start_mark, event.end_mark
        return Mapping(
            entries,
            bool(opening.flow_style),
            start.line + 1,
            start.column + 1,
            end.line + 1,
            end.column + 1,
        )

    def sequence(self, opening: Event, events: Iterator[Event], depth: int) -> Sequence:
        items: list[Node] = []
        for event in events:
            if type(event) is yaml.SequenceEndEvent:
                break
            items.append(self.node(event, events, depth + 1))
        start, end = opening.start_mark, event.end_mark
        return Sequence(
            tuple(items), start.line + 1, start.column + 1, end.line + 1, end.column + 1
        )

    def refuse(self, what: str, event: Event) -> None:
        start, end = event.start_mark, event.end_mark
        place = Span(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        hint = "sitegen reads plain YAML: text, lists and mappings, each written out in full"
        self.diagnostics.append(
            error("forbidden-yaml", f"{what} is not allowed", place, hints=(hint,))
        )

    def refuse_properties(self, event: Event) -> None:
        if event.anchor is not None:
            self.refuse(f"an anchor (&{event.anchor})", event)
        if event.tag is not None:
            self.refuse(f"a tag ({event.tag})", event)

    def duplicate(self, key: Scalar, first: Scalar) -> None:
        message = f"“{key.text}” stands twice in this mapping; the first is on line {first.line}"
        self.diagnostics.append(error("duplicate-key", message, span(self.path, key)))


_NODE_EVENTS = frozenset(
    {yaml.ScalarEvent, yaml.AliasEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent}
)


def _syntax_error(problem: Any, text: str, path: str) -> Diagnostic:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    if mark is not None:
        line, column = mark.line + 1, mark.column + 1
        complaint = " ".join(
            str(part) for part in (getattr(problem, "context", ""), problem.problem) if part
        )
    else:  # a reader's error carries an offset in the text instead of a mark
        before = text[: getattr(problem, "position", 0)]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        complaint = str(getattr(problem, "reason", problem))
    lines = text.split("\n")
    line = min(line, len(lines))
    offending = lines[line - 1]
    place = Span(path, line, column, line, max(column + 1, len(offending.rstrip()) + 1))
    hints = syntax_hints(offending)
    return error("yaml-syntax", f"{syntax_message(complaint)}", place, hints=hints)


def is_joiner_between_letters(text: str, index: int) -> bool:
    """Whether the character at `index` joins what stands around it, as in Persian and in emoji."""
    if text[index] not in _JOINERS or not 0 < index < len(text) - 1:
        return False
    before, after = text[index - 1], text[index + 1]
    if before.isascii() or after.isascii():
        return False
    return not (before.isspace() or after.isspace() or after in _JOINERS)


def _invisible_characters(text: str, path: str) -> list[Diagnostic]:
    found = []
    start = 1 if text.startswith("\ufeff") else 0  # a byte-order mark may begin a file
    for match in _INVISIBLE.finditer(text, start):
        index = match.start()
        if is_joiner_between_letters(text, index):
            continue
        line = text.count("\n", 0, index) + 1
        column = index - text.rfind("\n", 0, index)
        found.append(_invisible(match[0], Span(path, line, column, line, column + 1)))
    return found


def _escaped_invisible_characters(root: Node, path: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    pending: list[Node] = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, Mapping):
            for key, value in node.entries.values():
                pending += (key, value)
        elif isinstance(node, Sequence):
            pending += node.items
        else:
            found += (
                _invisible(match[0], span(path, node))
                for match in _INVISIBLE_OR_CONTROL.finditer(node.text)
                if not is_joiner_between_letters(node.text, match.start())
            )
    return found


def _invisible(character: str, place: Span) -> Diagnostic:
    name = unicodedata.name(character, "a control character")
    return error(
        "quote-invisible-character",
        f"invisible character U+{ord(character):04X} ({name})",
        place,
        hints=("delete it; invisible characters of the article are skipped by the check",),
    )
