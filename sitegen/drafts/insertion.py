"""Where a new record goes in a file of facts, and the lines that it is made of."""

from collections.abc import Mapping

from sitegen.drafts.layout import Manner, Value, dash, entry, flow
from sitegen.drafts.scalars import key
from sitegen.frozen import dataclass
from sitegen.yamltree import Mapping as Map
from sitegen.yamltree import Node, Scalar
from sitegen.yamltree import Sequence as List

_BLOCKS = frozenset("|>")
_KEEPING = "+"  # of a block whose empty lines at its end belong to the text

Fields = Mapping[str, Value]


class UnplaceableError(Exception):
    """Why a record has no place in a file, as a sentence."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Lines to be added after a line; or, with `column`, a text that takes the place of `replaced`
    characters amid it. `own` is the number of added lines before the record's own first one.
    """

    line: int
    added: tuple[str, ...]
    own: int
    column: int | None = None
    replaced: int = 0


def place_record(
    root: Map | None,
    lines: tuple[str, ...],
    section: str,
    identifier: str,
    fields: Fields,
    manner: Manner,
) -> Insertion:
    """A record with an id at the end of its section, such as `facts`. Raises UnplaceableError."""
    block = entry(identifier, fields, manner.ids, manner)
    found = root.entries.get(section) if root else None
    if root is None or found is None:
        return _new_key(root, lines, section, block, flow({identifier: fields}, manner))
    name, records = found
    if isinstance(records, Map) and records.flow and (records.entries or root.flow):
        named = key(identifier, manner.hand, flow=True)
        return _in_flow(records, lines, f"{named}: {flow(fields, manner)}")
    if isinstance(records, Map) and records.entries:
        return _after(records, lines, records.column - 1, block, manner.blank)
    return _first(name, records, lines, block)


def place_skip(
    root: Map | None, lines: tuple[str, ...], fields: Fields, manner: Manner
) -> Insertion:
    """A passage at the end of `skip`. Raises UnplaceableError."""
    block = dash(fields, manner.dashes, manner)
    found = root.entries.get("skip") if root else None
    if root is None or found is None:
        return _new_key(root, lines, "skip", block, flow([fields], manner))
    name, skips = found
    if isinstance(skips, List) and skips.flow and (skips.items or root.flow):
        return _in_flow(skips, lines, flow(fields, manner))
    if isinstance(skips, List) and not skips.flow:
        margin = skips.column - 1
        ours = dash(fields, margin, manner)
        return _after(skips, lines, max(margin, 1), ours, manner.between_skips)
    return _first(name, skips, lines, block)


def _new_key(
    root: Map | None, lines: tuple[str, ...], name: str, record: list[str], flowing: str
) -> Insertion:
    """A key that the file lacks, at its end, with its only record.

    `record`: the lines of that; `flowing`: all of the value on one line, for a file in braces.
    """
    block = [f"{name}:", *record]
    if root is None:
        return Insertion(_last(lines), tuple(block), 1)
    if root.flow:
        return _in_flow(root, lines, f"{name}: {flowing}")
    insertion = _after(root, lines, 1, block, 1)
    return Insertion(insertion.line, insertion.added, insertion.own + 1)


def _last(lines: tuple[str, ...]) -> int:
    """The number of lines of a file, without the empty ones at its end."""
    last = len(lines)
    while last and not lines[last - 1].strip():
        last -= 1
    return last


def _after(
    node: Node, lines: tuple[str, ...], margin: int, block: list[str], blank: int
) -> Insertion:
    """Lines after the last of a block and the comments that stand as far in as it does."""
    last, keeps = _end(node, lines)
    ahead = last
    while not keeps and ahead < len(lines):
        line = lines[ahead].strip()
        if line and not (line.startswith("#") and _indent(lines[ahead]) >= margin):
            break
        ahead += 1
        if line:
            last = ahead
    above = [] if keeps else [""] * blank
    return Insertion(last, (*above, *block), len(above))


def _first(name: Scalar, value: Node, lines: tuple[str, ...], block: list[str]) -> Insertion:
    """Lines under a key that has no value, or an empty one in braces or brackets."""
    last = value.end_line if not isinstance(value, Scalar) else name.line
    if isinstance(value, Scalar) and not value.is_null:
        raise UnplaceableError(f"“{name.text}” on line {name.line} is no list of records")
    written = (
        value.line == name.line and value.end_line == name.line and value.end_column > value.column
    )
    if value.line != name.line and (value.end_line, value.end_column) > (value.line, value.column):
        raise UnplaceableError(
            f"“{name.text}” on line {name.line} has its value on a line below it"
        )
    if not written:
        while last < len(lines) and lines[last].strip().startswith("#") and _indent(lines[last]):
            last += 1
        return Insertion(last, tuple(block), 0)
    line = lines[name.line - 1]
    before = len(line[: value.column - 1].rstrip())
    rest = line[value.end_column - 1 :]
    kept = rest if rest.strip() else ""
    return Insertion(name.line, (kept, *block), 1, column=before + 1, replaced=len(line) - before)


def _in_flow(node: Map | List, lines: tuple[str, ...], text: str) -> Insertion:
    """A text after the last part of a list or mapping in brackets or braces."""
    parts: list[Node] = (
        [value for _, value in node.entries.values()] if isinstance(node, Map) else list(node.items)
    )
    if not parts:
        inner = lines[node.end_line - 1][node.column : node.end_column - 2]
        if node.line != node.end_line or inner.strip():
            raise UnplaceableError(f"the brackets on line {node.line} hold nothing but a comment")
        return Insertion(node.line, (text,), 0, column=node.column + 1, replaced=len(inner))
    last = parts[-1]
    line, column = last.end_line, last.end_column
    between = _comma(lines, line, column, node)
    first = parts[0]
    apart = first.line > node.line
    if between is not None:
        line, column = between
    comma = "" if between is not None else ","
    if not apart:
        return Insertion(line, (f"{comma} {text}",), 0, column=column)
    opening = lines[first.line - 1]
    margin = opening[: len(opening) - len(opening.lstrip())]
    end = "," if between is not None else ""
    return Insertion(line, (comma, f"{margin}{text}{end}"), 1, column=column)


def _comma(
    lines: tuple[str, ...], line: int, column: int, node: Map | List
) -> tuple[int, int] | None:
    """The place behind a comma between the last part of brackets and their end."""
    at, offset = line, column - 1
    while (at, offset) < (node.end_line, node.end_column - 2):
        text = lines[at - 1]
        for place in range(offset, len(text)):
            if text[place] == ",":
                return at, place + 2
            if text[place] == "#":
                break
            if not text[place].isspace():
                return None
        at, offset = at + 1, 0
    return None


def _end(node: Node, lines: tuple[str, ...]) -> tuple[int, bool]:
    """The last line of what a node holds, and whether empty lines after it would belong to it."""
    inner = node
    while True:
        if isinstance(inner, Map) and not inner.flow and inner.entries:
            name, value = list(inner.entries.values())[-1]
            if isinstance(value, Scalar) and value.is_null and not value.text:
                return name.end_line, False
            inner = value
        elif isinstance(inner, List) and not inner.flow and inner.items:
            inner = inner.items[-1]
        else:
            break
    if not isinstance(inner, Scalar):
        return inner.end_line, False
    header = lines[inner.line - 1][inner.column - 1 :]
    if inner.plain or header[:1] not in _BLOCKS:
        return inner.end_line, False
    return _end_of_block(inner, header, lines)


def _end_of_block(block: Scalar, header: str, lines: tuple[str, ...]) -> tuple[int, bool]:
    last, margin = block.line, -1
    for number in range(block.line + 1, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip():
            continue
        indent = _indent(line)
        margin = indent if margin < 0 else margin
        if indent < margin or number > block.end_line:
            break
        last = number
    keeps = _KEEPING in header.split("#", maxsplit=1)[0]
    if keeps:
        while last < len(lines) and not lines[last].strip() and last < block.end_line - 1:
            last += 1
    return last, keeps


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
