"""Diagnostics as GitHub's workflow commands: annotations on the lines of a change, and a log.

From a step GitHub shows at most ten annotations of each kind; what does not fit stands in the log.
Escaping: github.com/actions/toolkit, packages/core/src/command.ts. The runner obeys whatever line
begins with `::` or holds `##[`, so the log is printed while it is told to obey nothing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from sitegen.diagnostics import CODES, Diagnostic, Severity
from sitegen.digest import sha256
from sitegen.report.excerpt import printable
from sitegen.report.frames import LineOf, Style, render_text

MOST_ANNOTATIONS = 9  # of errors, and of warnings; the tenth is left to other tools of the step

_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY_ESCAPES = _ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})
_RANKS = {code: rank for rank, code in enumerate(CODES)}  # from reading on: causes before effects


def render_github(diagnostics: Sequence[Diagnostic], line_of: LineOf, *, root: str = "") -> str:
    """Annotations for the most telling diagnostics, and all others in a group of the log.

    Of each severity one diagnostic of every code comes first, then the second ones, and so on.
    `root` is put before each path: that of the project within the repository, with `/` at its end.
    """
    chosen = {
        id(diagnostic)
        for severity in Severity
        for diagnostic in _by_weight(diagnostics, severity)[:MOST_ANNOTATIONS]
    }
    shown = [
        diagnostic
        for severity in Severity
        for diagnostic in _by_weight(diagnostics, severity)
        if id(diagnostic) in chosen
    ]
    rest = [diagnostic for diagnostic in diagnostics if id(diagnostic) not in chosen]
    lines = [_annotation(diagnostic, root) for diagnostic in shown]
    if rest:
        lines.append(_command("notice", _data(_more(rest)), title="sitegen"))
        text = render_text(rest, line_of, Style(), root=root)
        lines += ["::group::The other diagnostics", inert(text), "::endgroup::"]
    return "\n".join(lines)


def inert(text: str) -> str:
    """Text for a log, in which the runner obeys no command.

    What ends the silence is a digest of the text, which the text cannot hold.
    """
    token = sha256(text.encode(errors="surrogatepass"))
    return f"::stop-commands::{token}\n{text.rstrip()}\n::{token}::"


def _by_weight(diagnostics: Iterable[Diagnostic], severity: Severity) -> list[Diagnostic]:
    seen: Counter[str] = Counter()
    weighed = []
    for diagnostic in diagnostics:
        if diagnostic.severity is severity:
            seen[diagnostic.code] += 1
            weighed.append((seen[diagnostic.code], _RANKS[diagnostic.code], diagnostic))
    return [diagnostic for *_, diagnostic in sorted(weighed, key=lambda entry: entry[:2])]


def _annotation(diagnostic: Diagnostic, root: str) -> str:
    span = diagnostic.span
    place: dict[str, object] = {}
    if span:
        place = {"file": root + span.path, "line": span.line, "endLine": span.end_line}
        if span.line == span.end_line:  # the runner takes columns of a single line only
            place |= {"col": span.column, "endColumn": span.end_column}
    return _command(
        str(diagnostic.severity), _data(_message(diagnostic, root)), **place, title=diagnostic.code
    )


def _message(diagnostic: Diagnostic, root: str) -> str:
    lines = [printable(diagnostic.message)]
    lines += (
        printable(f"{root}{r.span.path}:{r.span.line}:{r.span.column}: {r.message}")
        for r in diagnostic.related
    )
    if diagnostic.difference:
        lines.append(printable(f"yours: {diagnostic.difference.yours}"))
        lines.append(printable(f"source: {diagnostic.difference.source}"))
    lines += (printable(f"hint: {hint}") for hint in diagnostic.hints)
    return "\n".join(lines)


def _more(rest: Sequence[Diagnostic]) -> str:
    """How many diagnostics are no annotations, of which codes."""
    parts = []
    for severity in Severity:
        codes = Counter(d.code for d in rest if d.severity is severity)
        if codes:
            number = codes.total()
            named = ", ".join(f"{count} {code}" for code, count in codes.most_common())
            parts.append(f"{number} more {severity}{'' if number == 1 else 's'} ({named})")
    return f"{' and '.join(parts)}: see the log of this step"


def _command(name: str, message: str, **properties: object) -> str:
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {written}::{message}"


def _data(text: str) -> str:
    return text.translate(_ESCAPES)


def _property(text: str) -> str:
    return printable(text).translate(_PROPERTY_ESCAPES)
