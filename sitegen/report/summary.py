"""The figures of a check, and the JSON form of a run."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sitegen.diagnostics import Diagnostic, Difference, Severity, Span
from sitegen.frozen import dataclass
from sitegen.model import CheckedFactsheet, Verdict

# C1 controls; marks, embeddings and isolates of direction; line ends; halves of surrogate pairs.
_UNSHOWN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Summary:
    """What was checked.

    `found_fields` counts the fields that a check has found in the words, `inferred_fields` those
    that none has judged and that a reason is given for, `unchecked_fields` the others.
    """

    facts: int
    citations: int
    verdicts: Mapping[Verdict, int]
    found_fields: int
    inferred_fields: int
    unchecked_fields: int
    errors: int
    warnings: int
    accepted: int


def summarise(checked: CheckedFactsheet, diagnostics: Sequence[Diagnostic]) -> Summary:
    """The figures of a fact sheet and of what was found wrong with it."""
    counts = checked.counts
    verdicts = {verdict: counts[verdict] for verdict in Verdict}
    severities = Counter(diagnostic.severity for diagnostic in diagnostics)
    return Summary(
        facts=len(checked.facts),
        citations=sum(verdicts.values()),
        verdicts=verdicts,
        found_fields=counts[Verdict.FOUND, False] + counts[Verdict.FOUND, True],
        inferred_fields=counts[Verdict.UNCHECKED, True],
        unchecked_fields=counts[Verdict.UNCHECKED, False],
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        accepted=len(checked.accepted),
    )


def summary_sentence(summary: Summary) -> str:
    """The figures in one line."""
    verdicts = ", ".join(
        f"{count} {verdict}" for verdict, count in summary.verdicts.items() if count
    )
    checked = f"{counted(summary.citations, 'citation')} ({verdicts or 'none checked'})"
    parts = [counted(summary.facts, "fact"), checked]
    states = (
        (summary.found_fields, "found"),
        (summary.inferred_fields, "inferred"),
        (summary.unchecked_fields, "not checked"),
    )
    fields = ", ".join(f"{count} {state}" for count, state in states if count)
    if fields:
        parts.append(f"{counted(sum(count for count, _ in states), 'field')} ({fields})")
    if summary.errors:
        parts.append(counted(summary.errors, "error"))
    if summary.warnings:
        parts.append(counted(summary.warnings, "warning"))
    if summary.accepted:
        parts.append(f"{counted(summary.accepted, 'warning')} accepted")
    return ", ".join(parts)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 fact", "2 facts"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def render_json(diagnostics: Sequence[Diagnostic], summary: Summary, **more: Any) -> str:
    """One JSON object: `diagnostics`, `summary`, and what else a command has to tell."""
    report = {
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in diagnostics],
        "summary": {
            "facts": summary.facts,
            "citations": summary.citations,
            "verdicts": {str(verdict): count for verdict, count in summary.verdicts.items()},
            "found_fields": summary.found_fields,
            "inferred_fields": summary.inferred_fields,
            "unchecked_fields": summary.unchecked_fields,
            "errors": summary.errors,
            "warnings": summary.warnings,
            "accepted": summary.accepted,
        },
        **more,
    }
    return json_text(report)


def json_text(value: object) -> str:
    """A value as JSON in which no character commands the terminal that it may be shown on."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text if text.isascii() and "\x7f" not in text else _UNSHOWN.sub(_escaped, text)


def _escaped(character: re.Match[str]) -> str:
    return json.dumps(character[0])[1:-1]


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        **_place(diagnostic.span),
        "fact": diagnostic.fact,
        "hints": list(diagnostic.hints),
        "related": [
            {
                "path": related.span.path,
                "line": related.span.line,
                "column": related.span.column,
                "message": related.message,
            }
            for related in diagnostic.related
        ],
        "difference": _difference(diagnostic.difference),
        "fixes": [
            {
                **_place(edit.span),
                "replacement": edit.replacement,
                "note": edit.note,
                "accept_source": edit.accept_source,
            }
            for edit in diagnostic.fixes
        ],
    }


def _difference(difference: Difference | None) -> dict[str, Any] | None:
    if difference is None:
        return None
    return {
        "yours": difference.yours,
        "source": difference.source,
        "yours_changed": [list(changed) for changed in difference.yours_changed],
        "source_changed": [list(changed) for changed in difference.source_changed],
    }


def _place(span: Span | None) -> dict[str, Any]:
    return {
        "path": span.path if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
    }
