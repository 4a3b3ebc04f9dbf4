"""An article's text, ready to be searched at every tier."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from sitegen.anchor import words
from sitegen.anchor.normalise import Normalised, clean, joined, normalise
from sitegen.model import Anchor, LineRange, Tier

_LINE_END = re.compile(r"\r\n|\n|\r")

# In order: the first tier at which the words are found decides.
LADDER = (Tier.T0, Tier.T1, Tier.T2)


def split_lines(text: str) -> tuple[str, ...]:
    """The lines of an article: they end at LF, CRLF or CR and nowhere else.

    A line end at the end of the text adds no empty line.
    """
    lines = _LINE_END.split(text) if "\r" in text else text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return tuple(lines)


class ArticleText:
    """An article's lines and their normalised forms, each worked out when it is first needed."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.raw = "\n".join(lines)
        self._starts = tuple(accumulate((len(line) + 1 for line in lines), initial=0))
        self._forms: dict[Tier, Normalised] = {}
        self._cleaned: Normalised | None = None
        self._joined: Normalised | None = None

    @property
    def _clean(self) -> Normalised:
        if self._cleaned is None:
            self._cleaned = clean(self.raw)
        return self._cleaned

    def form(self, tier: Tier) -> Normalised:
        """The text at a tier."""
        if tier not in self._forms:
            at_tier = Normalised(self.raw) if tier is Tier.T0 else normalise(self._clean, tier)
            self._forms[tier] = at_tier
        return self._forms[tier]

    @property
    def joined(self) -> Normalised:
        """The text at T2 without the opening marks that a quotation repeats at each paragraph.

        Where there are none, it is the very text at T2.
        """
        if self._joined is None:
            whole = joined(self._clean)
            last = LADDER[-1]
            self._joined = self.form(last) if whole is self._clean else normalise(whole, last)
        return self._joined

    def cuts_before(self, raw: int) -> bool:
        """Whether words that begin at a raw offset cut a word, a number or a character."""
        form = self._clean
        if form.is_aligned:
            return words.cuts_before(form.text, raw)
        place = form.offset_of(raw)
        return form.raw_start(place) != raw or words.cuts_before(form.text, place)

    def cuts_after(self, raw: int) -> bool:
        """Whether words that end before a raw offset cut a word, a number or a character."""
        form = self._clean
        if form.is_aligned:
            return words.cuts_after(form.text, raw)
        place = form.offset_of(raw)
        return form.raw_start(place) != raw or words.cuts_after(form.text, place)

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
            first = start - begin if start > begin else 0
            part = self.lines[number - 1][first : end - begin]
            trimmed = part.strip()
            if trimmed:
                first += len(part) - len(part.lstrip())
                yield Anchor(number, first, first + len(trimmed))
