"""Diagnostics as text: the place, code and message, the line with a caret, and the hints."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.diagnostics import Diagnostic, Severity, Span

LineOf = Callable[[str, int], str | None]  # the text of a line of a file, None where there is none

_WIDTH = 96  # columns of a line that a frame shows; a paragraph on one line is cut around the caret
_WIDE = frozenset("WF")
_MARKS = frozenset({"Mn", "Me"})
_JOINERS = frozenset("\u200c\u200d")
_BREAKS = frozenset("\t\n")


@dataclass(frozen=True, slots=True)
class Style:
    """How a terminal marks what matters; the default marks nothing."""

    error: str = ""
    warning: str = ""
    strong: str = ""
    faint: str = ""
    end: str = ""

    @classmethod
    def for_terminal(cls) -> "Style":
        """Colours of the terminal's own palette, which its owner has chosen to be readable."""
        return cls("\x1b[1;31m", "\x1b[1;33m", "\x1b[1m", "\x1b[2m", "\x1b[0m")


class _Frame(NamedTuple):
    shown: str
    before: int
    width: int


def render_text(diagnostics: Iterable[Diagnostic], line_of: LineOf, style: Style) -> str:
    """All diagnostics, a blank line between them; empty when there are none."""
    return "\n".join(_diagnostic(diagnostic, line_of, style) for diagnostic in diagnostics)


def _diagnostic(diagnostic: Diagnostic, line_of: LineOf, style: Style) -> str:
    place = _place(diagnostic.span)
    colour = style.error if diagnostic.severity is Severity.ERROR else style.warning
    label = f"{colour}{diagnostic.severity}[{diagnostic.code}]{style.end}"
    lines = [f"{style.strong}{place}{style.end}{label}: {printable(diagnostic.message)}"]
    if diagnostic.span:
        lines += _frame(diagnostic.span, line_of, style, colour)
    for related in diagnostic.related:
        where = _place(related.span)
        lines.append(f"  {style.strong}{where}{style.end}{printable(related.message)}")
        lines += _frame(related.span, line_of, style, style.strong)
    lines += (f"  hint: {printable(hint)}" for hint in diagnostic.hints)
    return "\n".join(lines) + "\n"


def _place(span: Span | None) -> str:
    return f"{printable(span.path)}:{span.line}:{span.column}: " if span else ""


def _frame(span: Span, line_of: LineOf, style: Style, colour: str) -> list[str]:
    frame = _cut(line_of(span.path, span.line) or "", span)
    if frame is None:
        return []
    number = str(span.line)
    gutter = " " * len(number)
    caret = f"{colour}{'^' * frame.width}{style.end}"
    return [
        f"  {style.faint}{number} |{style.end} {frame.shown}",
        f"  {style.faint}{gutter} |{style.end} {' ' * frame.before}{caret}",
    ]


def _cut(line: str, span: Span) -> _Frame | None:
    """The part of a line around its span that fits, and the caret's place in columns.

    The work does not grow with the line, which may be all of a file. None when nothing is there.
    """
    start = min(span.column - 1, len(line))
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
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    before = _columns(lead + shown[: start - first].ljust(start - first))
    width = max(1, _columns(shown[start - first : max(0, end - first)]))
    return _Frame(lead + shown + trail, before, width)


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
