"""Diagnostics as text: the place, code and message, the line with a caret, and the hints."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.diagnostics import Diagnostic, Severity, Span

LineOf = Callable[[str, int], str | None]  # the text of a line of a file, None where there is none

_WIDTH = 96  # columns of a line that a frame shows; a paragraph on one line is cut around the caret
_WIDE = frozenset("WF")


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
    return f"{span.path}:{span.line}:{span.column}: " if span else ""


def _frame(span: Span, line_of: LineOf, style: Style, colour: str) -> list[str]:
    line = line_of(span.path, span.line)
    if not line or not line.strip():
        return []
    shown, before, width = _cut(line, span)
    number = str(span.line)
    gutter = " " * len(number)
    caret = f"{colour}{'^' * width}{style.end}"
    return [
        f"  {style.faint}{number} |{style.end} {shown}",
        f"  {style.faint}{gutter} |{style.end} {' ' * before}{caret}",
    ]


def _cut(line: str, span: Span) -> _Frame:
    """The part of a line around its span that fits, and the caret's place in columns."""
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    end = max(start + 1, min(end, len(line.rstrip())))
    first = 0
    if len(line) > _WIDTH:
        first = max(0, min(start - _WIDTH // 4, len(line) - _WIDTH))
    last = min(len(line), first + _WIDTH)
    lead, trail = "…" if first else "", "…" if last < len(line) else ""
    before = _columns(lead + line[first:start])
    width = max(1, _columns(line[start : min(end, last)]))
    return _Frame(lead + printable(line[first:last]) + trail, before, width)


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes (Unicode Standard Annex #11)."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in _WIDE else 1
        for c in text
    )


def printable(text: str) -> str:
    """A text in which nothing commands the terminal: controls and direction marks show as �."""
    if text.isprintable():
        return text
    return "".join(
        " " if c in "\t\n" else c if c.isprintable() or c.isspace() or _joins(c) else "�"
        for c in text
    )


def _joins(character: str) -> bool:
    return character in "\u200c\u200d"
