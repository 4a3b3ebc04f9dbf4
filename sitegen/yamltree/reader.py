"""Builds the tree of a document from the parser's events, and refuses what is not plain YAML."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from sitegen import traps
from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.yamltree import invisible
from sitegen.yamltree.nodes import Mapping, Node, Refused, Scalar, Sequence, shown, span

MAX_DEPTH = 32
MAX_NODES = 300_000  # of a file; some 15,000 facts
MOST_TOLD = 100  # problems of one kind in a file; nobody reads on
_LONGEST_NAME = 60  # characters of an anchor or tag that a message repeats
_PLAIN_HINT = "sitegen reads plain YAML: text, lists and mappings, each written out in full"
_CORE_TAGS = "tag:yaml.org,2002:"
_MERGE = "<<"
_VERSION = (1, 2)

Event = Any  # the stubs leave out what the classes of events and of places carry
Mark = Any

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NODES = frozenset(
    {yaml.ScalarEvent, yaml.AliasEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent}
)
_SCALAR = yaml.ScalarEvent
_MAPPING_END, _SEQUENCE_END = yaml.MappingEndEvent, yaml.SequenceEndEvent
_new = tuple.__new__


class UnreadableError(Exception):
    """The document cannot be read any further; why has been told."""


class Reader:
    """Reads one document. What is refused is told in `diagnostics` and left out of the tree."""

    def __init__(self, text: str, path: str, *, wary: bool) -> None:
        self.text = text
        self.path = path
        self.lines = text.count("\n") + 1
        self.last_column = len(text) - text.rfind("\n")
        self.wary = wary  # the text may hold characters that nobody sees, or escapes for them
        self.diagnostics: list[Diagnostic] = []
        self.told: Counter[str] = Counter()
        self.nodes = 0

    def document(self, events: Iterator[Event]) -> Node | None:
        """The root of the only document. Raises UnreadableError, and the parser's own errors."""
        root: Node | None = None
        documents = 0
        for event in events:
            kind = type(event)
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if event.tags:
                    self.refuse("a tag directive", event, _PLAIN_HINT)
                if event.version not in {None, _VERSION}:
                    self.refuse("a version of YAML other than 1.2", event, _PLAIN_HINT)
                if documents > 1:
                    hint = "leave out the line ---; within a text, indent it like the rest"
                    self.refuse("a second document in one file", event, hint)
                    raise UnreadableError
            elif kind in _NODES:
                root = self.node(event, events, 1)
        if isinstance(root, Scalar) and root.is_null:
            return None
        return root

    def node(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        """The node that an event begins."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.give_up(event)
        if kind is yaml.AliasEvent:
            self.refuse(
                f"an alias (*{_cut(event.anchor)})", event, *traps.leader_hints("*"), _PLAIN_HINT
            )
            return Refused(*self.extent(event.start_mark, event.end_mark))
        if depth > MAX_DEPTH:
            self.refuse(f"nesting deeper than {MAX_DEPTH} levels", event, _PLAIN_HINT)
            raise UnreadableError
        if event.anchor is not None or event.tag is not None:
            self.refuse_properties(event)
        if kind is yaml.MappingStartEvent:
            return self.mapping(event, events, depth)
        return self.sequence(event, events, depth)

    def scalar(self, event: Event) -> Scalar:
        """A text."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.give_up(event)
        if event.anchor is not None or event.tag is not None:
            self.refuse_properties(event)
        text = self.seen(event) if self.wary else event.value
        start, end = event.start_mark, event.end_mark
        last = end.line
        if last >= self.lines:
            return Scalar(text, not event.style, *self.extent(start, end))
        # Nearly always, and nine tenths of a file's nodes: made without a call of Python's.
        return _new(
            Scalar,
            (text, not event.style, start.line + 1, start.column + 1, last + 1, end.column + 1),
        )

    def mapping(self, opening: Event, events: Iterator[Event], depth: int) -> Mapping:
        """A mapping, up to its end."""
        entries: dict[str, tuple[Scalar, Node]] = {}
        twice: set[str] = set()
        partial = False
        scalar, below = self.scalar, depth + 1
        for event in events:
            kind = type(event)
            if kind is _MAPPING_END:
                break
            key = scalar(event) if kind is _SCALAR else self.node(event, events, below)
            if isinstance(key, Scalar) and key.text == _MERGE and key.plain:
                self.refuse("a merge key (<<)", event, _PLAIN_HINT)
                self.skip_value(events, depth)
                partial = True
                continue
            of = next(events)
            value = scalar(of) if type(of) is _SCALAR else self.node(of, events, below)
            if not isinstance(key, Scalar):
                partial = True
                if not isinstance(key, Refused):
                    self.refuse("a key that is not plain text", event, _PLAIN_HINT)
            elif key.text in entries:
                self.duplicate(key, entries[key.text][0])
                twice.add(key.text)
            else:
                entries[key.text] = (key, value)
        extent = self.extent(opening.start_mark, event.end_mark)
        flow = bool(opening.flow_style)
        return _new(Mapping, (entries, flow, *extent, partial, frozenset(twice)))

    def sequence(self, opening: Event, events: Iterator[Event], depth: int) -> Sequence:
        """A sequence, up to its end."""
        items: list[Node] = []
        for event in events:
            kind = type(event)
            if kind is _SEQUENCE_END:
                break
            items.append(
                self.scalar(event) if kind is _SCALAR else self.node(event, events, depth + 1)
            )
        extent = self.extent(opening.start_mark, event.end_mark)
        return _new(Sequence, (tuple(items), bool(opening.flow_style), *extent))

    def extent(self, start: Mark, end: Mark) -> tuple[int, int, int, int]:
        """From where to where something stands; the parser sees a line after the last one."""
        if end.line < self.lines:
            return start.line + 1, start.column + 1, end.line + 1, end.column + 1
        if start.line < self.lines:
            return start.line + 1, start.column + 1, self.lines, self.last_column
        return self.lines, self.last_column, self.lines, self.last_column

    def skip_value(self, events: Iterator[Event], depth: int) -> None:
        """Read the value of a key that was refused, without a word about it."""
        diagnostics, told = self.diagnostics, self.told
        self.diagnostics, self.told = [], Counter()
        try:
            self.node(next(events), events, depth + 1)
        finally:
            self.diagnostics, self.told = diagnostics, told

    def seen(self, event: Event) -> str:
        """A text without the characters that nobody sees; those that it escapes are told."""
        text: str = event.value
        start, end = event.start_mark, event.end_mark
        if event.style == '"':
            raw = self.text[start.index : end.index]
            escaped = dict.fromkeys(text[n] for n in invisible.hidden(text))
            for character in escaped:
                if character not in raw:
                    self.tell_hidden(character, Span(self.path, *self.extent(start, end)))
        return invisible.without_hidden(text)

    def give_up(self, event: Event) -> None:
        """Refuse a file that is not content but an attack on memory."""
        hint = "split the file; all of content/facts/ is read"
        self.refuse(f"a file of more than {MAX_NODES:,} values", event, hint)
        raise UnreadableError

    def refuse(self, what: str, event: Event, *hints: str) -> None:
        """Tell of a construct that is not plain YAML."""
        place = Span(self.path, *self.extent(event.start_mark, event.end_mark))
        self.tell("forbidden-yaml", f"{what} is not allowed", place, *hints)

    def refuse_properties(self, event: Event) -> None:
        """Tell of the anchor and the tag of a value, which is read all the same."""
        if event.anchor is not None:
            hints = (*traps.leader_hints("&"), _PLAIN_HINT)
            self.refuse(f"an anchor (&{_cut(event.anchor)})", event, *hints)
        if event.tag is not None:
            tag = event.tag
            if tag.startswith(_CORE_TAGS):
                tag = f"!!{tag.removeprefix(_CORE_TAGS)}"
            self.refuse(f"a tag ({_cut(tag)})", event, *traps.leader_hints("!"))

    def duplicate(self, key: Scalar, first: Scalar) -> None:
        """Tell of a key that stands twice."""
        message = (
            f"{shown(key.text)} stands twice in this mapping; the first is on line {first.line}"
        )
        self.tell("duplicate-key", message, span(self.path, key), "keep one of the two")

    def tell_hidden(self, character: str, place: Span) -> None:
        """Tell of a character that nobody sees."""
        message = f"invisible character {invisible.code_point(character)}"
        hint = "delete it; invisible characters of the article are skipped by the check"
        self.tell("quote-invisible-character", message, place, hint)

    def tell(self, code: str, message: str, place: Span, *hints: str) -> None:
        """Collect a diagnostic. After many of one kind the rest of the file is not read."""
        self.told[code] += 1
        if self.told[code] > MOST_TOLD:
            more = f"{self.path} has more problems of this kind; from here on it was not read"
            self.diagnostics.append(error(code, more, place))
            raise UnreadableError
        self.diagnostics.append(error(code, message, place, hints=hints))


def _cut(name: str) -> str:
    """A name as a message can hold it."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
