"""Paragraphs of an article as one text each, with the way back to lines and columns."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines that are not blank, joined by one space for each line end.

    `first` is the number of its first line, from 1; `starts` holds the offset of each line in
    `text`. A line is joined whole, so a column is an offset less the start of its line.
    """

    text: str
    first: int
    starts: tuple[int, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of the character at `offset`."""
        index = bisect_right(self.starts, offset) - 1
        return self.first + index, offset - self.starts[index]

    def end_place(self, offset: int) -> tuple[int, int]:
        """The line and column just after the character before `offset`."""
        line, column = self.place(offset - 1)
        return line, column + 1

    @property
    def last(self) -> int:
        """The number of its last line."""
        return self.first + len(self.starts) - 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a column of one of its lines; the way back from `place`."""
        return self.starts[line - self.first] + column


def paragraphs(lines: Sequence[str]) -> Iterator[Paragraph]:
    """The paragraphs of an article, in order."""
    run: list[str] = []
    for number, line in enumerate(lines, start=1):
        if line and not line.isspace():
            run.append(line)
        elif run:
            yield _joined(run, number - len(run))
            run = []
    if run:
        yield _joined(run, len(lines) - len(run) + 1)


def _joined(run: list[str], first: int) -> Paragraph:
    starts = []
    offset = 0
    for line in run:
        starts.append(offset)
        offset += len(line) + 1
    return Paragraph(" ".join(run), first, tuple(starts))
