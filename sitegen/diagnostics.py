"""Problems as values: what is wrong, where, and what to write instead.

A stage never raises for bad content. It returns its value together with the diagnostics that it
met, so that one run reports everything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the build, a warning the editor may judge."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file below the project: 1-based lines and columns, the end exclusive.

    Columns count code points. `path` is relative to the project and uses `/`.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a diagnostic, with the words that say why."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem. `code` is a key of `CODES`; `span` is None when no file can be blamed."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    fact: str | None = None
    hints: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()


def error(
    code: str,
    message: str,
    span: Span | None = None,
    *,
    fact: str | None = None,
    hints: tuple[str, ...] = (),
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A diagnostic that stops the build."""
    return Diagnostic(code, Severity.ERROR, message, span, fact, hints, related)


def warning(
    code: str,
    message: str,
    span: Span | None = None,
    *,
    fact: str | None = None,
    hints: tuple[str, ...] = (),
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A diagnostic that the editor may settle with `accept`."""
    return Diagnostic(code, Severity.WARNING, message, span, fact, hints, related)


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each diagnostic once, by place; the order in which the checks ran never shows."""

    def place(diagnostic: Diagnostic) -> tuple[str, int, int, str, str, str]:
        span = diagnostic.span
        where = (span.path, span.line, span.column) if span else ("", 0, 0)
        return (*where, diagnostic.code, diagnostic.message, diagnostic.fact or "")

    return tuple(sorted(dict.fromkeys(diagnostics), key=place))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything stops the build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
