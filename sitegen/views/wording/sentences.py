"""The sentences around cited words: for an excerpt of a source, and beside a citation."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sitegen import recognise
from sitegen.frozen import NamedTuple
from sitegen.model import Anchor
from sitegen.views.kinds import Segment

GAP = "[…]"
_LONGEST = 300  # characters of context on either side of cited words, however long the sentence


_LEFT_OUT = Segment(f" {GAP} ", cited=False)
_SPACE = Segment(" ", cited=False)


class Stretch(NamedTuple):
    """Characters of one line."""

    line: int
    start: int
    end: int


class Sentences:
    """The sentences of an article's lines, found by place."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.sentences = recognise.sentences(lines)
        self._starts = [(sentence.line, sentence.start) for sentence in self.sentences]

    def touched(self, anchors: Iterable[Anchor]) -> list[int]:
        """The sentences, by number, that share a character with an anchor; each once, in order."""
        starts, found = self._starts, set()
        begins = ends = (0, 0)  # of the sentence met last: most anchors lie within it alone
        for line, start, end in anchors:
            if begins <= (line, start) and start < end and (line, end) <= ends:
                continue
            number = max(0, bisect_right(starts, (line, start)) - 1)
            while number < len(starts) and starts[number] < (line, end):
                sentence = self.sentences[number]
                if (sentence.end_line, sentence.end) > (line, start):
                    found.add(number)
                    begins, ends = starts[number], (sentence.end_line, sentence.end)
                    if number + 1 < len(starts):
                        ends = min(ends, starts[number + 1])
                number += 1
        return sorted(found)

    def stretches(self, first: int, last: int) -> Iterator[Stretch]:
        """From the start of one sentence to the end of another, line by line."""
        opening, closing = self.sentences[first], self.sentences[last]
        for line in range(opening.line, closing.end_line + 1):
            start = opening.start if line == opening.line else 0
            end = closing.end if line == closing.end_line else len(self.lines[line - 1])
            yield Stretch(line, start, end)

    def around(self, numbers: Iterable[int]) -> list[tuple[int, int]]:
        """Runs of sentences, first and last, that hold the given ones and one on either side."""
        last = len(self.sentences) - 1
        wanted = {near for n in numbers for near in (n - 1, n, n + 1) if 0 <= near <= last}
        return _runs(sorted(wanted))

    def parts_around(self, anchors: Iterable[Anchor]) -> dict[int, list[tuple[int, int]]]:
        """By line, what an excerpt of a source shows: cited words, the sentences that hold them,
        and one sentence on each side. The parts of a line neither touch nor overlap.
        """
        cited = tuple(anchors)
        found: dict[int, list[tuple[int, int]]] = {}
        for line, start, end in cited:
            found.setdefault(line, []).append((start, end))
        for first, last in self.around(self.touched(cited)):
            for line, start, end in self.stretches(first, last):
                found.setdefault(line, []).append((start, end))
        return {line: _united(parts) for line, parts in found.items()}

    def excerpt(self, anchors: Sequence[Anchor]) -> tuple[Segment, ...]:
        """The sentences that hold the anchors, with the cited stretches marked off."""
        touched = self.touched(anchors)
        if len(anchors) == len(touched) == 1:  # most citations: words within a sentence
            line, start, end_line, end = self.sentences[touched[0]]
            if line == end_line:
                return tuple(self._segments(Stretch(line, start, end), anchors))
        cited: dict[int, list[Anchor]] = {}
        for anchor in sorted(anchors):
            cited.setdefault(anchor.line, []).append(anchor)
        segments: list[Segment] = []
        for first, last in _runs(touched):
            if segments:
                segments.append(_LEFT_OUT)
            run: list[Segment] = []
            for stretch in self.stretches(first, last):
                if stretch.end > stretch.start:
                    if run:
                        run.append(_SPACE)
                    run += self._segments(stretch, cited.get(stretch.line, ()))
            segments += run
        return tuple(segments)

    def _segments(self, stretch: Stretch, cited: Sequence[Anchor]) -> Sequence[Segment]:
        """The parts of a line that are cited, in order, and what stands around them."""
        line, first, last = stretch
        text = self.lines[line - 1]
        if not cited:
            return (Segment(text[first : min(last, first + _LONGEST)], cited=False),)
        if len(cited) > 1:
            return tuple(self._several(stretch, cited))
        _, start, end = cited[0]
        if not first <= start < end <= last or max(start - first, last - end) > _LONGEST:
            return tuple(self._several(stretch, cited))
        # One range within the stretch and little around it, as most are: nothing to leave out.
        here = Segment(text[start:end], cited=True)
        before = (Segment(text[first:start], cited=False),) if first < start else ()
        after = (Segment(text[end:last], cited=False),) if end < last else ()
        return (*before, here, *after)

    def _several(self, stretch: Stretch, cited: Sequence[Anchor]) -> Iterator[Segment]:
        text, position = self.lines[stretch.line - 1], stretch.start
        inside = [a for a in cited if a.end > stretch.start and a.start < stretch.end]
        for anchor in inside:
            start, end = max(anchor.start, position), min(anchor.end, stretch.end)
            first = position == stretch.start
            yield from _context(text, position, start, keep_head=not first, keep_tail=True)
            if end > start:
                yield Segment(text[start:end], cited=True)
            position = max(position, end)
        yield from _context(text, position, stretch.end, keep_head=bool(inside), keep_tail=False)


def gap_for(hidden: str, gap: str = GAP) -> str:
    """What stands for words that a line leaves out; spaces alone are kept."""
    if not hidden.strip():
        return hidden
    before = " " if hidden[:1].isspace() else ""
    after = " " if hidden[-1:].isspace() else ""
    return f"{before}{gap}{after}"


def _united(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring numbers."""
    if len(numbers) == 1:
        return [(numbers[0], numbers[0])]
    runs = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in group]
        runs.append((members[0], members[-1]))
    return runs


def _context(
    text: str, start: int, end: int, *, keep_head: bool, keep_tail: bool
) -> Iterator[Segment]:
    """Words that are not cited; of many only those next to cited ones."""
    if start >= end:
        return
    if end - start <= _LONGEST or not (keep_head or keep_tail):
        yield Segment(text[start : min(end, start + _LONGEST)], cited=False)
        return
    half = _LONGEST // (keep_head + keep_tail)
    if keep_head:
        cut = text.rfind(" ", start, start + half)
        yield Segment(text[start : cut if cut > start else start + half] + f" {GAP}", cited=False)
    if keep_tail:
        cut = text.find(" ", end - half, end)
        gap = " " if keep_head else f"{GAP} "
        yield Segment(gap + text[cut + 1 if cut >= 0 else end - half : end], cited=False)
