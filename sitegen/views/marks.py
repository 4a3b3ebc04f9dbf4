"""Cited ranges of a line as properly nested `<mark>` elements."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from sitegen.frozen import NamedTuple


class Range(NamedTuple):
    """Characters of a line that a fact cites. `id` is set on the first range of a citation."""

    start: int
    end: int
    fact: str
    id: str | None = None


def nested(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges in the order in which they open; one that would cross another's end is split.

    Equal ranges nest, in the order of the facts' ids. Only the first part of a split range keeps
    the id.
    """
    pending = [(r.start, -r.end, r.fact, r.id or "") for r in ranges]
    if len(pending) == 1:  # most lines: nothing to nest
        start, negative_end, fact, identifier = pending[0]
        return (Range(start, -negative_end, fact, identifier or None),)
    heapify(pending)
    opened: list[Range] = []
    ends: list[int] = []
    while pending:
        start, negative_end, fact, identifier = heappop(pending)
        end = -negative_end
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and end > ends[-1]:
            heappush(pending, (ends[-1], -end, fact, ""))
            end = ends[-1]
        opened.append(Range(start, end, fact, identifier or None))
        ends.append(end)
    return tuple(opened)


def marked(text: str, ranges: Sequence[Range], first: int, last: int) -> str:
    """The characters `first` to `last` as HTML, with the nested ranges that lie among them."""
    parts: list[str] = []
    ends: list[int] = []
    position = first
    for start, end, fact, identifier in ranges:
        if start < first or end > last:
            continue
        while ends and ends[-1] <= start:
            parts.append(_escaped(text[position : ends[-1]]))
            parts.append("</mark>")
            position = ends.pop()
        parts.append(_escaped(text[position:start]))
        position = start
        name = f' id="{identifier}"' if identifier else ""
        parts.append(f'<mark{name} data-facts="{fact}">')
        ends.append(end)
    while ends:
        parts.append(_escaped(text[position : ends[-1]]))
        parts.append("</mark>")
        position = ends.pop()
    parts.append(_escaped(text[position:last]))
    return "".join(parts)


def _escaped(text: str) -> str:
    """What `html.escape` makes of a text between tags."""
    if "&" in text:  # first, for the others bring more of them
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text
