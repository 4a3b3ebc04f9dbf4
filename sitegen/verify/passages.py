"""The paragraphs that a citation stands in, and those beside them."""

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model import Anchor, LineRange
from sitegen.recognise import Reading


class Passage(NamedTuple):
    """Paragraphs of an article by index: those with a cited line, and these with their neighbours.

    A line's neighbour is the next paragraph, not the blank line between; and in a text with hard
    line breaks it is the rest of the paragraph as well.
    """

    reading: Reading
    own: range
    near: range


class Stretch(NamedTuple):
    """Words in a paragraph: its index, and offsets in its text, the end exclusive."""

    paragraph: int
    start: int
    end: int


def passage(reading: Reading, lines: LineRange) -> Passage:
    """The paragraphs around the cited lines; none where these are blank."""
    own = reading.indexes(lines.first, lines.last)
    near = range(max(0, own.start - 1), min(len(reading.paragraphs), own.stop + 1))
    return Passage(reading, own, near)


def stretches(reading: Reading, anchors: tuple[Anchor, ...]) -> Iterator[Stretch]:
    """Anchors as offsets in their paragraphs; those that only a line end parts are one."""
    joined: Stretch | None = None
    for anchor in anchors:
        index = reading.indexes(anchor.line, anchor.line).start
        paragraph = reading.paragraphs[index]
        start = paragraph.offset(anchor.line, anchor.start)
        end = paragraph.offset(anchor.line, anchor.end)
        if joined and joined.paragraph == index:
            between = paragraph.text[joined.end : start]
            if between.isspace() and anchor.start == _margin(reading.lines[anchor.line - 1]):
                joined = joined._replace(end=end)
                continue
        if joined:
            yield joined
        joined = Stretch(index, start, end)
    if joined:
        yield joined


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())
