"""The paragraphs that a citation stands in, and those beside them."""

from collections.abc import Mapping

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
    """Anchors as offsets in their paragraphs; those that only space or a line end parts are one."""
    joined: list[Stretch] = []
    for anchor in anchors:
        index = reading.indexes(anchor.line, anchor.line).start
        paragraph = reading.paragraphs[index]
        start = paragraph.offset(anchor.line, anchor.start)
        end = paragraph.offset(anchor.line, anchor.end)
        before = joined[-1] if joined else None
        if before and before.paragraph == index and paragraph.text[before.end : start].isspace():
            joined[-1] = Stretch(index, before.start, end)
        else:
            joined.append(Stretch(index, start, end))
    return tuple(joined)


class Stretches:
    """The words of citations that were found, as stretches of their paragraphs.

    Several checks ask for the same, so each is worked out once. The findings must outlive this.
    """

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._known: dict[int, tuple[Stretch, ...]] = {}  # by the finding's identity

    def __call__(self, finding: Finding) -> tuple[Stretch, ...]:
        """Where the words of a citation stand."""
        known = self._known.get(id(finding))
        if known is None:
            known = stretches(self._readings[finding.citation.source], finding.anchors)
            self._known[id(finding)] = known
        return known
