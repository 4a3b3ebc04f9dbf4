"""Cited ranges of a line as properly nested `<mark>` elements."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from html import escape
from typing import NamedTuple


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

    def write_to(target: int) -> None:
        nonlocal position
        parts.append(escape(text[position:target], quote=False))
        position = target

    for start, end, fact, identifier in ranges:
        if start < first or end > last:
            continue
        while ends and ends[-1] <= start:
            write_to(ends.pop())
            parts.append("</mark>")
        write_to(start)
        name = f' id="{identifier}"' if identifier else ""
        parts.append(f'<mark{name} data-facts="{fact}">')
        ends.append(end)
    while ends:
        write_to(ends.pop())
        parts.append("</mark>")
    write_to(last)
    return "".join(parts)
