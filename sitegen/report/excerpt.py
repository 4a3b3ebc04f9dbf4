"""A part of a line that fits a terminal, with what is marked in it underneath."""

import unicodedata
from collections.abc import Sequence

from sitegen.frozen import NamedTuple

_WIDTH = 96  # columns of a line that is shown; a paragraph on one line is cut around its mark
_WIDE = frozenset("WF")
_MARKS = frozenset({"Mn", "Me"})
_JOINERS = frozenset("\u200c\u200d")
_BREAKS = frozenset("\t\n")


class Excerpt(NamedTuple):
    """What of a line is shown, and carets below the ranges that are marked."""

    shown: str
    carets: str


def excerpt(line: str, ranges: Sequence[tuple[int, int]]) -> Excerpt | None:
    """The part of a line around the first of some ranges, which are in order and do not overlap.

    Offsets are code points from 0; an empty range gets one caret. The work does not grow with the
    line, which may be all of a file. None when nothing is there.
    """
    start = min(ranges[0][0], len(line))
    first = max(0, min(start - _WIDTH // 4, len(line) - _WIDTH))
    last = first + _WIDTH
    shown = printable(line[first:last])
    while first < start and _columns(shown[: start - first]) > _WIDTH // 2:
        first, shown = first + 1, shown[1:]
    while _columns(shown) > _WIDTH:
        last, shown = last - 1, shown[:-1]
    shown = shown.rstrip()
    if not shown:
        return None
    lead, trail = "…" if first else "", "…" if last < len(line) else ""
    carets = ""
    for from_, to in ranges:
        begin, end = max(min(from_, len(line)), first) - first, max(to, first) - first
        if carets and begin >= len(shown):
            break
        before = _columns(lead + shown[:begin].ljust(begin))
        width = max(1, _columns(shown[begin:end]))
        carets = carets.ljust(before) + "^" * width
    return Excerpt(lead + shown + trail, carets)


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes (Unicode Standard Annex #11)."""
    if text.isascii():
        return len(text)
    return sum(
        0 if _is_drawn_over(c) else 2 if unicodedata.east_asian_width(c) in _WIDE else 1
        for c in text
    )


def _is_drawn_over(character: str) -> bool:
    """Whether a character shares the column of the one before: marks, joiners, Hangul's ends."""
    if unicodedata.category(character) in _MARKS or character in _JOINERS:
        return True
    return "\u1160" <= character <= "\u11ff"


def printable(text: str) -> str:
    """A text in which nothing commands the terminal: controls and direction marks show as �."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or _is_harmless(c) else " " if c in _BREAKS else "�" for c in text
    )


def _is_harmless(character: str) -> bool:
    """Whether a character that is not printable, as Python counts, is a space or a joiner."""
    return unicodedata.category(character) == "Zs" or character in _JOINERS
