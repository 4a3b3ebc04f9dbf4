"""What the preview tells its pages: every diagnostic as the check prints it, and where to mend."""

from collections.abc import Iterable
from typing import Any

from sitegen import report
from sitegen.diagnostics import Diagnostic, Severity, Span
from sitegen.model import Factsheet, Places
from sitegen.preview.editors import Editor
from sitegen.preview.state import State
from sitegen.report import Drawn, Line, LineOf

Json = dict[str, Any]

MOST_SHOWN = 200
"""Diagnostics that a page shows. Nobody reads more at once, and the page would grow slow."""


def report_object(state: State, editor: Editor | None) -> Json:
    """All that the newest run has to say, for a page to show.

    - `errors`, `warnings`: how many there are; `left_out`: how many of them are not in `files`
    - `broken`: the pages are older than the files; `shown`: whether there are pages at all
    - `failure`: why the run could not end, or null
    - `files`: those with errors first; each with its `path` (null: no file can be blamed) and its
      `diagnostics` as of `diagnostic_objects`, errors first
    """
    found = sorted(state.diagnostics, key=_weight)  # stable: by place within a weight
    shown = found[:MOST_SHOWN]
    objects = diagnostic_objects(shown, _line_of(state), editor)
    files: dict[str | None, list[Json]] = {}
    for diagnostic, made in zip(shown, objects, strict=True):
        files.setdefault(diagnostic.span.path if diagnostic.span else None, []).append(made)
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in found)
    return {
        "build": state.build,
        "broken": state.broken,
        "shown": state.site is not None,
        "errors": errors,
        "warnings": len(found) - errors,
        "left_out": len(found) - len(shown),
        "failure": report.printable(state.failure) if state.failure else None,
        "files": [{"path": path, "diagnostics": made} for path, made in files.items()],
    }


def diagnostic_objects(
    diagnostics: Iterable[Diagnostic], line_of: LineOf, editor: Editor | None
) -> list[Json]:
    """Diagnostics as a page shows them.

    A line of a `frame`, of the `difference` and of a fix is a list of `[text, role]`.
    """
    return [_diagnostic(report.draw(diagnostic, line_of), editor) for diagnostic in diagnostics]


def page_object(state: State, path: str, editor: Editor | None) -> Json:
    """Where the page at a site path is written.

    `noun`: what it is of, like "fact"; `label`: the place as text; `edit`: what opens the editor
    there, null where links are off. All are null for a page that sitegen makes from many places.
    """
    found = _written(state.checked.checked.factsheet, path) if state.checked else None
    if found is None:
        return {"noun": None, "label": None, "edit": None}
    noun, places = found
    span = places()
    return {"noun": noun, "label": f"{span.path}:{span.line}", "edit": _link(span, editor)}


def _weight(diagnostic: Diagnostic) -> int:
    return 0 if diagnostic.severity is Severity.ERROR else 1


def _line_of(state: State) -> LineOf:
    if state.snapshot is None:
        return lambda _path, _line: None
    return report.Lines(state.snapshot).line


def _diagnostic(drawn: Drawn, editor: Editor | None) -> Json:
    diagnostic = drawn.diagnostic
    return {
        "severity": str(diagnostic.severity),
        "code": diagnostic.code,
        "about": drawn.about,
        "message": drawn.message,
        "fact": diagnostic.fact,
        "place": _place(diagnostic.span, editor),
        "frame": _lines(drawn.frame),
        "related": [
            {
                "place": _place(related.span, editor),
                "message": related.message,
                "frame": _lines(related.frame),
            }
            for related in drawn.related
        ],
        "difference": _lines(drawn.difference),
        "hints": list(drawn.hints),
        "fixes": [_lines(fix) for fix in drawn.fixes],
    }


def _lines(lines: Iterable[Line]) -> list[list[tuple[str, str]]]:
    return [[(run.text, str(run.role)) for run in line if run.text] for line in lines]


def _place(span: Span | None, editor: Editor | None) -> Json | None:
    if span is None:
        return None
    return {
        "path": report.printable(span.path),
        "line": span.line,
        "column": span.column,
        "text": report.place(span),
        "edit": _link(span, editor),
    }


def _link(span: Span, editor: Editor | None) -> str | None:
    return editor.link(span) if editor else None


def _written(factsheet: Factsheet, path: str) -> tuple[str, Places] | None:
    """What a page is of, and where that is written."""
    if not path.endswith(".html"):
        return None
    folder, _, name = path.removesuffix(".html").rpartition("/")
    # Each kind has a folder of its own below the site.
    if folder == "facts" and (fact := factsheet.facts.get(name)):
        return "fact", fact.places
    if folder == "sources" and (source := factsheet.sources.get(name)):
        return "source", source.places
    if folder == "people" and (person := factsheet.people.get(name)):
        return "person", person.places
    if folder == "topics" and (topic := factsheet.topics.get(name)):
        return "topic", topic.places
    if not folder and (page := factsheet.pages.get(name)):
        return "page", page.places
    return None
