"""Diagnostics as text: the place, code and message, the line with a caret, what would be right."""

from collections.abc import Iterable, Mapping

from sitegen.diagnostics import Diagnostic, Severity, Span
from sitegen.frozen import dataclass
from sitegen.report.drawn import Line, LineOf, Role, draw, place

__all__ = ["LineOf", "Style", "render_text"]


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


def render_text(
    diagnostics: Iterable[Diagnostic], line_of: LineOf, style: Style, *, root: str = ""
) -> str:
    """All diagnostics, a blank line between them; empty when there are none.

    `root` is put before each path that is printed.
    """
    return "\n".join(_text(diagnostic, line_of, style, root) for diagnostic in diagnostics)


def _text(diagnostic: Diagnostic, line_of: LineOf, style: Style, root: str) -> str:
    drawn = draw(diagnostic, line_of)
    colour = style.error if diagnostic.severity is Severity.ERROR else style.warning
    colours = {Role.FAINT: style.faint, Role.STRONG: style.strong, Role.MARK: colour}

    def where(span: Span | None) -> str:
        shown = f"{place(span, root)}: " if span else ""
        return f"{style.strong}{shown}{style.end}"

    label = f"{colour}{diagnostic.severity}[{diagnostic.code}]{style.end}"
    lines = [f"{where(diagnostic.span)}{label}: {drawn.message}"]
    lines += (_line(line, colours, style.end) for line in drawn.frame)
    for related in drawn.related:
        lines.append(f"  {where(related.span)}{related.message}")
        lines += (_line(line, colours, style.end) for line in related.frame)
    lines += (_line(line, colours, style.end) for line in drawn.difference)
    lines += (f"  hint: {hint}" for hint in drawn.hints)
    for fix in drawn.fixes:
        lines += (_line(line, colours, style.end) for line in fix)
    return "\n".join(lines) + "\n"


def _line(line: Line, colours: Mapping[Role, str], end: str) -> str:
    return "".join(
        text if role is Role.PLAIN else f"{colours[role]}{text}{end}" for text, role in line
    )
