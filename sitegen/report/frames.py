"""Diagnostics as text: the place, code and message, the line with a caret, what would be right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sitegen.diagnostics import Diagnostic, Difference, Edit, Severity, Span
from sitegen.report.excerpt import excerpt, printable

LineOf = Callable[[str, int], str | None]  # the text of a line of a file, None where there is none

_MOST_LINES = 4  # of an edit that are shown
_MOST_BESIDE = 200  # characters of a line before and after an edit; more than fit


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
    frames = _Frames(line_of, style, root)
    return "\n".join(map(frames.diagnostic, diagnostics))


@dataclass(frozen=True, slots=True)
class _Frames:
    line_of: LineOf
    style: Style
    root: str

    def diagnostic(self, diagnostic: Diagnostic) -> str:
        style, place = self.style, self.place(diagnostic.span)
        colour = style.error if diagnostic.severity is Severity.ERROR else style.warning
        label = f"{colour}{diagnostic.severity}[{diagnostic.code}]{style.end}"
        lines = [f"{style.strong}{place}{style.end}{label}: {printable(diagnostic.message)}"]
        if diagnostic.span:
            lines += self.frame(diagnostic.span, colour)
        for related in diagnostic.related:
            where = self.place(related.span)
            lines.append(f"  {style.strong}{where}{style.end}{printable(related.message)}")
            lines += self.frame(related.span, style.strong)
        if diagnostic.difference:
            lines += self.difference(diagnostic.difference, colour)
        lines += (f"  hint: {printable(hint)}" for hint in diagnostic.hints)
        for edit in diagnostic.fixes:
            lines += self.edit(edit)
        return "\n".join(lines) + "\n"

    def place(self, span: Span | None) -> str:
        return f"{printable(self.root + span.path)}:{span.line}:{span.column}: " if span else ""

    def frame(self, span: Span, colour: str) -> list[str]:
        line = self.line_of(span.path, span.line) or ""
        end = span.end_column - 1 if span.end_line == span.line else len(line)
        part = excerpt(line, [(span.column - 1, end)])
        if part is None:
            return []
        number = str(span.line)
        return self.numbered(number, part.shown) + self.marked(
            f"  {' ' * len(number)} |", part.carets, colour
        )

    def numbered(self, number: str, shown: str) -> list[str]:
        return [f"  {self.style.faint}{number} |{self.style.end} {shown}"]

    def marked(self, margin: str, carets: str, colour: str) -> list[str]:
        """The line of carets below a line with the same margin."""
        bare = carets.lstrip(" ")
        indent = " " * (len(carets) - len(bare))
        end = self.style.end
        return [f"{margin[:2]}{self.style.faint}{margin[2:]}{end} {indent}{colour}{bare}{end}"]

    def difference(self, difference: Difference, colour: str) -> list[str]:
        """Both texts, the words in which they differ marked."""
        lines = []
        for label, text, changed in (
            ("yours: ", difference.yours, difference.yours_changed),
            ("source:", difference.source, difference.source_changed),
        ):
            part = excerpt(text, changed) if changed else None
            if part:
                lines.append(f"  {self.style.faint}{label}{self.style.end} {part.shown}")
                lines += self.marked(" " * (2 + len(label)), part.carets, colour)
        return lines

    def edit(self, edit: Edit) -> list[str]:
        """The lines of an edit as they are and as they would be."""
        accepting = f", with --accept-source {edit.accept_source}" if edit.accept_source else ""
        old, new, column = self.sides(edit)
        lines = [f"  fix{accepting}:"]
        for sign, colour, texts in (("-", self.style.faint, old), ("+", self.style.strong, new)):
            shown = [excerpt(text, [(column, column)]) for text in texts[:_MOST_LINES]]
            drawn = [part.shown if part else "" for part in shown]
            drawn += ["…"] if len(texts) > _MOST_LINES else []
            lines += (f"  {colour}{sign} {text}{self.style.end}" for text in drawn)
        return lines

    def sides(self, edit: Edit) -> tuple[list[str], list[str], int]:
        """The lines of an edit before and after, without their indentation; and its column.

        Of a line that is all of a file, only what may be shown.
        """
        span = edit.span
        last = min(span.end_line, span.line + _MOST_LINES)
        whole = [self.line_of(span.path, number) or "" for number in range(span.line, last + 1)]
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
