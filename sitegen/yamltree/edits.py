"""From an edit of a value to the very characters that give way, whatever style YAML has there."""

import re
from collections.abc import Sequence

from sitegen.diagnostics import Edit, Span
from sitegen.frozen import replace

# What stands for itself in every style of a scalar, so that the style can be kept.
_SIMPLE = re.compile(r"\w(?:[\w .:/+-]*\w)?")
_QUOTES = ("'", '"')
_BLOCKS = ("|", ">")


def lines_of(text: str) -> tuple[str, ...]:
    """The lines as places count them: without a byte-order mark, ended by LF, CRLF or CR."""
    return tuple(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def within(edit: Edit, lines: Sequence[str]) -> Edit | None:
    """The edit on the characters of the value alone, so that its quotation marks stay.

    None where the file has no such place, or a block of more lines than the edit can speak of.
    """
    span = edit.span
    if not _exists(span, lines):
        return None
    opening = lines[span.line - 1][span.column - 1 : span.column]
    if not _SIMPLE.fullmatch(edit.replacement):
        return edit
    if opening in _QUOTES:
        closed = lines[span.end_line - 1][span.end_column - 2 : span.end_column - 1] == opening
        inner = replace(span, column=span.column + 1, end_column=span.end_column - 1)
        longer = (span.line, span.column + 1) < (span.end_line, span.end_column)
        return replace(edit, span=inner) if closed and longer else edit
    if opening in _BLOCKS and span.end_line > span.line:
        return _within_block(edit, lines)
    return edit


def _within_block(edit: Edit, lines: Sequence[str]) -> Edit | None:
    """The only line of a block."""
    span = edit.span
    ends = {span.end_line: span.end_column - 1}
    written = [
        (number, lines[number - 1][: ends.get(number)])
        for number in range(span.line + 1, span.end_line + 1)
        if lines[number - 1][: ends.get(number)].strip()
    ]
    if len(written) != 1:
        return None
    number, line = written[0]
    column = len(line) - len(line.lstrip()) + 1
    return replace(edit, span=Span(span.path, number, column, number, len(line.rstrip()) + 1))


def _exists(span: Span, lines: Sequence[str]) -> bool:
    if not 1 <= span.line <= span.end_line <= len(lines):
        return False
    in_order = (span.line, span.column) <= (span.end_line, span.end_column)
    first, last = len(lines[span.line - 1]), len(lines[span.end_line - 1])
    return in_order and 1 <= span.column <= first + 1 and 1 <= span.end_column <= last + 1
