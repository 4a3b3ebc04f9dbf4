"""Paragraphs of an article as one text each, with the way back to lines and columns."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sitegen.frozen import dataclass

_WIDEST = 120  # characters at which somebody may wrap the lines of a paragraph


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines that are not blank, joined by one space for each line end.

    Where nobody has wrapped the lines, as one of them runs far on, each is a paragraph of its own.
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
            yield from _parted(run, number - len(run))
            run = []
    if run:
        yield from _parted(run, len(lines) - len(run) + 1)


def _parted(run: list[str], first: int) -> Iterator[Paragraph]:
    """The paragraphs of a run of lines without a blank one: one, or as many as there are lines."""
    if any(len(line) > _WIDEST and " " in line[:_WIDEST].lstrip() for line in run):
        for number, line in enumerate(run, start=first):
            yield _joined([line], number)
    else:
        yield _joined(run, first)


def _joined(run: list[str], first: int) -> Paragraph:
    starts = []
    offset = 0
    for line in run:
        starts.append(offset)
        offset += len(line) + 1
    return Paragraph(" ".join(run), first, tuple(starts))
