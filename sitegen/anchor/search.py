"""Searching an article's text at one tier for the pieces of a selector."""

from itertools import pairwise
from typing import NamedTuple

from sitegen.anchor.normalise import Normalised, normalise
from sitegen.anchor.text import ArticleText
from sitegen.anchor.words import is_cut
from sitegen.model import Anchor, LineRange, Selector, Tier

_MOST_MATCHES = 1000  # of one piece; nobody counts further, and the work stays bounded
_MOST_BESIDE = 64  # characters of white space that may part a prefix or suffix from the words


class Range(NamedTuple):
    """A stretch of the normalised text."""

    start: int
    end: int


Sequence = tuple[Range, ...]  # one range for each piece, in order


class Search:
    """One tier's view of an article and of a selector."""

    def __init__(self, text: ArticleText, tier: Tier, joined: bool, selector: Selector) -> None:
        def compared(words: str) -> str:
            return normalise(words, tier).text

        self.text = text
        self.form: Normalised = text.form(tier, joined)
        self.pieces = tuple(compared(piece).strip() for piece in selector.exact)
        self.prefix = compared(selector.prefix).rstrip() if selector.prefix else ""
        self.suffix = compared(selector.suffix).lstrip() if selector.suffix else ""

    def sequences(self, lines: LineRange, *, whole_words: bool = True) -> list[Sequence]:
        """Each place of the first piece, with the next place of each further piece after it.

        Only those beside which `prefix` and `suffix` stand.
        """
        found = [self._matches(piece, lines, whole_words) for piece in self.pieces]
        sequences: list[Sequence] = []
        following = [0] * len(found)
        for first in found[0]:
            ranges = [first]
            for number, matches in enumerate(found[1:], start=1):
                at = following[number]
                while at < len(matches) and matches[at].start < ranges[-1].end:
                    at += 1
                following[number] = at
                if at == len(matches):
                    return sequences
                ranges.append(matches[at])
            if self._is_beside(ranges[0].start, ranges[-1].end):
                sequences.append(tuple(ranges))
        return sequences

    def _matches(self, piece: str, lines: LineRange, whole_words: bool) -> list[Range]:
        first, last = self.text.range_of(lines)
        start, end = self.form.offset_of(first), self.form.offset_of(last)
        whole = self.form.text
        found: list[Range] = []
        at = whole.find(piece, start, end) if piece else -1
        while at >= 0 and len(found) < _MOST_MATCHES:
            after = at + len(piece)
            if not whole_words or not (is_cut(whole, at) or is_cut(whole, after)):
                found.append(Range(at, after))
            at = whole.find(piece, at + 1, end)
        return found

    def _is_beside(self, start: int, end: int) -> bool:
        whole = self.form.text
        before = whole[max(0, start - len(self.prefix) - _MOST_BESIDE) : start].rstrip()
        after = whole[end : end + len(self.suffix) + _MOST_BESIDE].lstrip()
        return before.endswith(self.prefix) and after.startswith(self.suffix)

    def anchors(self, sequence: Sequence) -> tuple[Anchor, ...]:
        """The raw places of a sequence, those of each piece in turn."""
        return tuple(
            anchor
            for start, end in sequence
            for anchor in self.text.anchors(self.form.raw_start(start), self.form.raw_end(end))
        )


def tightest(sequences: list[Sequence]) -> list[Sequence]:
    """The sequences that hold no other: of several with one end, the last to begin."""
    if not sequences:
        return []
    kept = [early for early, late in pairwise(sequences) if early[-1].end != late[-1].end]
    return [*kept, sequences[-1]]
