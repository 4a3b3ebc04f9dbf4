"""An article's text, ready to be searched at every tier."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from sitegen.anchor.normalise import Normalised, normalise
from sitegen.model import Anchor, LineRange, Tier

_LINE_END = re.compile(r"\r\n|\n|\r")

# The attempts in order: the first at which the words are found decides.
ATTEMPTS: tuple[tuple[Tier, bool], ...] = (
    (Tier.T0, False),
    (Tier.T1, False),
    (Tier.T1, True),
    (Tier.T2, False),
    (Tier.T2, True),
)


def split_lines(text: str) -> tuple[str, ...]:
    """The lines of an article: they end at LF, CRLF or CR and nowhere else.

    A line end at the end of the text adds no empty line.
    """
    lines = _LINE_END.split(text) if "\r" in text else text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return tuple(lines)


def normalised(words: str, tier: Tier) -> str:
    """Words as they are compared at a tier."""
    return normalise(words, tier).text


class ArticleText:
    """An article's lines and their normalised forms, each worked out when it is first needed."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.raw = "\n".join(lines)
        self._starts = tuple(accumulate((len(line) + 1 for line in lines), initial=0))
        self._forms: dict[tuple[Tier, bool], Normalised] = {}

    def form(self, tier: Tier, joined: bool) -> Normalised:
        """The text at a tier; `joined`: with nothing for a line end beside a dash."""
        attempt = (tier, joined)
        if attempt not in self._forms:
            self._forms[attempt] = normalise(self.raw, tier, join_at_dashes=joined)
        return self._forms[attempt]

    def range_of(self, lines: LineRange) -> tuple[int, int]:
        """The raw offsets of lines, from the first character to after the last."""
        return self._starts[lines.first - 1], self._starts[lines.last] - 1

    def line_at(self, offset: int) -> int:
        """The line, from 1, in which a raw offset lies."""
        return bisect_right(self._starts, offset)

    def anchors(self, start: int, end: int) -> Iterator[Anchor]:
        """A raw range as an anchor for each line that it touches, without white space around it."""
        for number in range(self.line_at(start), self.line_at(max(start, end - 1)) + 1):
            begin = self._starts[number - 1]
            line = self.lines[number - 1]
            first, last = max(start - begin, 0), min(end - begin, len(line))
            part = line[first:last]
            trimmed = part.strip()
            if trimmed:
                lead = len(part) - len(part.lstrip())
                yield Anchor(number, first + lead, first + lead + len(trimmed))
