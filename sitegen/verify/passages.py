"""The paragraphs that a citation stands in, and those beside them."""

from collections.abc import Iterator, Mapping

from sitegen.frozen import NamedTuple
from sitegen.model import Anchor, LineRange
from sitegen.recognise import Reading
from sitegen.verify.finding import Finding


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


def stretches(reading: Reading, anchors: tuple[Anchor, ...]) -> tuple[Stretch, ...]:
    """Anchors as offsets in their paragraphs; those that only a line end parts are one."""
    if len(anchors) == 1:  # the commonest by far
        (anchor,) = anchors
        index = reading.indexes(anchor.line, anchor.line).start
        paragraph = reading.paragraphs[index]
        begin = paragraph.starts[anchor.line - paragraph.first]
        return (Stretch(index, begin + anchor.start, begin + anchor.end),)
    return tuple(_joined(reading, anchors))


class Stretches:
    """The words of citations as stretches of their paragraphs; none where nothing was found.

    Several checks ask for the same, so each is worked out once. The findings must outlive this.
    """

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._known: dict[int, tuple[Stretch, ...]] = {}  # by the finding's identity

    def __call__(self, finding: Finding) -> tuple[Stretch, ...]:
        """Where the words of a citation stand."""
        known = self._known.get(id(finding))
        if known is None:
            reading, anchors = self._readings.get(finding.citation.source), finding.anchors
            known = stretches(reading, anchors) if reading and anchors else ()
            self._known[id(finding)] = known
        return known


def _joined(reading: Reading, anchors: tuple[Anchor, ...]) -> Iterator[Stretch]:
    begin = stop = index = first = last = -1  # the stretch so far, and its paragraph’s lines
    for anchor in anchors:
        line, at = anchor.line, index
        if not first <= line <= last:
            at = reading.indexes(line, line).start
            first, last = reading.paragraphs[at].first, reading.paragraphs[at].last
        paragraph = reading.paragraphs[at]
        offset = paragraph.starts[line - paragraph.first]
        start = offset + anchor.start
        if (
            at == index
            and paragraph.text[stop:start].isspace()
            and anchor.start == _margin(reading.lines[line - 1])
        ):
            stop = offset + anchor.end
            continue
        if index >= 0:
            yield Stretch(index, begin, stop)
        index, begin, stop = at, start, offset + anchor.end
    if index >= 0:
        yield Stretch(index, begin, stop)


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())
