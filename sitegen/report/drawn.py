"""A diagnostic drawn: its words in the order in which people read them, before any medium.

A terminal and the preview both show what stands here, so that both say the same.
"""

from collections.abc import Callable
from enum import StrEnum

from sitegen.diagnostics import CODES, Diagnostic, Difference, Edit, Span
from sitegen.frozen import NamedTuple, dataclass
from sitegen.report.excerpt import excerpt, printable

LineOf = Callable[[str, int], str | None]  # the text of a line of a file, None where there is none

_MOST_LINES = 4  # of an edit that are shown
_MOST_BESIDE = 200  # characters of a line before and after an edit; more than fit


class Role(StrEnum):
    """What a run of characters is, for the medium to mark."""

    PLAIN = "plain"
    FAINT = "faint"
    STRONG = "strong"
    MARK = "mark"
    """The carets below what is wrong."""


class Run(NamedTuple):
    """Characters of one role."""

    text: str
    role: Role = Role.PLAIN


Line = tuple[Run, ...]
"""A line of a fixed-width face, in which columns matter."""


@dataclass(frozen=True, slots=True)
class DrawnPlace:
    """A second place: where, why, and the line there."""

    span: Span
    message: str
    frame: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A diagnostic as it is read, from its message down. `about` is what its code means."""

    diagnostic: Diagnostic
    message: str
    about: str
    frame: tuple[Line, ...]
    related: tuple[DrawnPlace, ...]
    difference: tuple[Line, ...]
    hints: tuple[str, ...]
    fixes: tuple[tuple[Line, ...], ...]


def draw(diagnostic: Diagnostic, line_of: LineOf) -> Drawn:
    """All that there is to read of a diagnostic; nothing in it commands a terminal."""
    span, difference = diagnostic.span, diagnostic.difference
    return Drawn(
        diagnostic,
        message=printable(diagnostic.message),
        about=CODES.get(diagnostic.code, ""),
        frame=_frame(span, line_of, Role.MARK) if span else (),
        related=tuple(
            DrawnPlace(
                related.span,
                printable(related.message),
                _frame(related.span, line_of, Role.STRONG),
            )
            for related in diagnostic.related
        ),
        difference=_difference(difference) if difference else (),
        hints=tuple(printable(hint) for hint in diagnostic.hints),
        fixes=tuple(_edit(edit, line_of) for edit in diagnostic.fixes),
    )


def place(span: Span, root: str = "") -> str:
    """A place in one word, as editors and terminals understand it. `root` is put before it."""
    return f"{printable(root + span.path)}:{span.line}:{span.column}"


def _frame(span: Span, line_of: LineOf, role: Role) -> tuple[Line, ...]:
    """The line at a place with carets below; nothing where the line is empty."""
    line = line_of(span.path, span.line) or ""
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    part = excerpt(line, [(span.column - 1, end)])
    if part is None:
        return ()
    number = str(span.line)
    return (
        _labelled(f"{number} |", part.shown),
        _marked(f"{' ' * len(number)} |", part.carets, role),
    )


def _labelled(label: str, shown: str) -> Line:
    return Run("  "), Run(label, Role.FAINT), Run(f" {shown}")


def _marked(margin: str, carets: str, role: Role) -> Line:
    """The line of carets below a line with a label of the same width."""
    bare = carets.lstrip(" ")
    indent = " " * (len(carets) - len(bare))
    return Run("  "), Run(margin, Role.FAINT), Run(f" {indent}"), Run(bare, role)


def _difference(difference: Difference) -> tuple[Line, ...]:
    """Both texts, the words in which they differ marked."""
    lines: list[Line] = []
    for label, text, changed in (
        ("yours: ", difference.yours, difference.yours_changed),
        ("source:", difference.source, difference.source_changed),
    ):
        part = excerpt(text, changed) if changed else None
        if part:
            lines.append(_labelled(label, part.shown))
            lines.append(_marked(" " * len(label), part.carets, Role.MARK))
    return tuple(lines)


def _edit(edit: Edit, line_of: LineOf) -> tuple[Line, ...]:
    """The lines of an edit as they are and as they would be."""
    accepting = f", with --accept-source {edit.accept_source}" if edit.accept_source else ""
    old, new, column = _sides(edit, line_of)
    lines: list[Line] = [(Run(f"  fix{accepting}:"),)]
    for sign, role, texts in (("-", Role.FAINT, old), ("+", Role.STRONG, new)):
        shown = [excerpt(text, [(column, column)]) for text in texts[:_MOST_LINES]]
        drawn = [part.shown if part else "" for part in shown]
        drawn += ["…"] if len(texts) > _MOST_LINES else []
        lines += ((Run("  "), Run(f"{sign} {text}", role)) for text in drawn)
    return tuple(lines)


def _sides(edit: Edit, line_of: LineOf) -> tuple[list[str], list[str], int]:
    """The lines of an edit before and after, without their indentation; and its column.

    Of a line that is all of a file, only what may be shown.
    """
    span = edit.span
    last = min(span.end_line, span.line + _MOST_LINES)
    whole = [line_of(span.path, number) or "" for number in range(span.line, last + 1)]
    start, end = span.column - 1, span.end_column - 1
    before = whole[0][max(0, start - _MOST_BESIDE) : start]
    after = whole[-1][end : end + _MOST_BESIDE]
    if len(whole) == 1:
        old = [before + whole[0][start:end][:_MOST_BESIDE] + after]
    else:
        middle = [line[:_MOST_BESIDE] for line in whole[1:-1]]
        first = before + whole[0][start:][:_MOST_BESIDE]
        old = [first, *middle, whole[-1][:end][:_MOST_BESIDE] + after]
    new = f"{before}{edit.replacement}{after}".split("\n")
    indent = min(len(text) - len(text.lstrip(" ")) for text in (*old, *new))
    return (
        [text[indent:] for text in old],
        [text[indent:] for text in new],
        max(0, len(before) - indent),
    )
