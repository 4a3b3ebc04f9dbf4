"""Diagnostics in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS).

Numbers in comments are sections of that specification. Paths are relative: no file of a report
tells where on a machine it was made.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from sitegen import __version__
from sitegen.diagnostics import CODES, Diagnostic, Edit, Severity, Span
from sitegen.digest import sha256
from sitegen.report.excerpt import printable
from sitegen.report.summary import counted, json_text

MOST_RESULTS = 5_000  # GitHub takes in no more of a run
MOST_RELATED = 1_000  # and no more places of a result

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_PROJECT = ("PROJECTROOT", "The folder of the project.")
_REPOSITORY = ("%SRCROOT%", "The root of the repository.")
_NO_PLACE = Span("content/site.yaml", 1, 1, 1, 1)  # GitHub refuses a log with a result without one
_LINES = re.compile(r"\blines? \d+(?:-\d+)?")
_BRACES = str.maketrans({"{": "{{", "}": "}}"})

Json = dict[str, Any]


def render_sarif(
    diagnostics: Sequence[Diagnostic], *, root: str = "", in_repository: bool = False
) -> str:
    """One log of one run. Beyond `MOST_RESULTS` warnings are left out first, and that is told.

    `root` is put before each path. `in_repository`: paths are then relative to the repository's
    root, otherwise to the project's.
    """
    return json_text(_Log(root, _REPOSITORY if in_repository else _PROJECT).log(diagnostics))


class _Log:
    def __init__(self, root: str, base: tuple[str, str]) -> None:
        self.root = root
        self.base, self.base_description = base

    def log(self, diagnostics: Sequence[Diagnostic]) -> Json:
        kept = _most_severe(diagnostics)
        levels = _levels(kept)
        numbers = {code: number for number, code in enumerate(levels)}
        fingerprints = _fingerprints(kept)
        driver = {
            "name": "sitegen",
            "version": __version__,
            "rules": [_rule(code, level) for code, level in levels.items()],
        }
        run = {
            "tool": {"driver": driver},
            "invocations": [_invocation(len(diagnostics) - len(kept))],
            "originalUriBaseIds": {
                # without a uri (3.14.14): where the folder lies is nobody's business
                self.base: {"description": {"text": self.base_description}}
            },
            "columnKind": "unicodeCodePoints",
            "results": [
                self.result(diagnostic, numbers[diagnostic.code], fingerprint)
                for diagnostic, fingerprint in zip(kept, fingerprints, strict=True)
            ],
        }
        return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}

    def result(self, diagnostic: Diagnostic, rule: int, fingerprint: str) -> Json:
        hints = (f"hint: {hint}" for hint in diagnostic.hints)
        result: Json = {
            "ruleId": diagnostic.code,
            "ruleIndex": rule,
            "level": str(diagnostic.severity),
            "message": _text("\n".join(map(printable, (diagnostic.message, *hints)))),
            "partialFingerprints": {"sitegenDiagnostic/v1": fingerprint},
        }
        result["locations"] = [{"physicalLocation": self.place(diagnostic.span or _NO_PLACE)}]
        if diagnostic.related:
            result["relatedLocations"] = [
                {
                    "id": number,
                    "physicalLocation": self.place(related.span),
                    "message": _text(printable(related.message)),
                }
                for number, related in enumerate(diagnostic.related[:MOST_RELATED], start=1)
            ]
        if diagnostic.fixes:
            result["fixes"] = [self.fix(diagnostic.fixes)]
        properties = _properties(diagnostic)
        return result | ({"properties": properties} if properties else {})

    def place(self, span: Span) -> Json:
        return {"artifactLocation": self.file(span.path), "region": _region(span)}

    def file(self, path: str) -> Json:
        uri = quote(self.root + path, safe="/", errors="surrogateescape")
        return {"uri": uri, "uriBaseId": self.base}

    def fix(self, edits: Sequence[Edit]) -> Json:
        notes = (
            f"{edit.note}, if the new text of {edit.accept_source} is the right one"
            if edit.accept_source
            else edit.note
            for edit in edits
        )
        described = "; ".join(dict.fromkeys(note for note in notes if note))
        replacements: dict[str, list[Json]] = {}
        for edit in edits:
            replacements.setdefault(edit.span.path, []).append(
                {
                    "deletedRegion": _region(edit.span),
                    "insertedContent": {"text": edit.replacement},
                }
            )
        changes = [
            {"artifactLocation": self.file(path), "replacements": made}
            for path, made in replacements.items()
        ]
        told = {"description": _text(printable(described))} if described else {}
        return told | {"artifactChanges": changes}


def _most_severe(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """As many as are taken, errors before warnings, in the order in which they stood."""
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    room = {
        Severity.ERROR: min(errors, MOST_RESULTS),
        Severity.WARNING: max(0, MOST_RESULTS - errors),
    }
    kept = []
    for diagnostic in diagnostics:
        room[diagnostic.severity] -= 1
        if room[diagnostic.severity] >= 0:
            kept.append(diagnostic)
    return kept


def _levels(diagnostics: Iterable[Diagnostic]) -> dict[str, Severity]:
    """The codes that occur, in the order of the manual, each with its worst severity."""
    worst: dict[str, Severity] = {}
    for diagnostic in diagnostics:
        if worst.get(diagnostic.code) is not Severity.ERROR:
            worst[diagnostic.code] = diagnostic.severity
    return {code: worst[code] for code in CODES if code in worst}


def _rule(code: str, level: Severity) -> Json:
    return {
        "id": code,
        "shortDescription": {"text": CODES[code]},
        "help": {"text": f"{CODES[code]} See docs/diagnostics/{code}.md in the manual of sitegen."},
        "defaultConfiguration": {"level": str(level)},
    }


def _invocation(left_out: int) -> Json:
    """That the check came to its end, and what of its results is not in the log."""
    if not left_out:
        return {"executionSuccessful": True}
    told = (
        f"{counted(left_out, 'diagnostic')} left out: a log holds {MOST_RESULTS}, errors before "
        "warnings. sitegen check prints all"
    )
    notification = {"level": "warning", "message": _text(told)}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notification]}


def _fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """A digest for each, which stays when lines are inserted above it or in the article.

    Of several that are the same in all but their lines, the order tells them apart.
    """
    seen: Counter[str] = Counter()
    made = []
    for diagnostic in diagnostics:
        about = diagnostic.fact or (diagnostic.span.path if diagnostic.span else "")
        message = _LINES.sub("line", diagnostic.message)
        same = "\0".join((diagnostic.code, about, message))
        seen[same] += 1
        made.append(sha256(f"{same}\0{seen[same]}".encode(errors="surrogatepass")))
    return made


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _properties(diagnostic: Diagnostic) -> Json:
    """What a program may want of a diagnostic beyond the format's own."""
    properties: Json = {}
    if diagnostic.fact:
        properties["fact"] = diagnostic.fact
    if diagnostic.hints:
        properties["hints"] = list(diagnostic.hints)
    if diagnostic.difference:
        properties["difference"] = {
            "yours": diagnostic.difference.yours,
            "source": diagnostic.difference.source,
        }
    return properties


def _text(text: str) -> Json:
    """A message: its braces doubled (3.11.5), and nothing in it a link from an article (3.11.6)."""
    return {"text": text.translate(_BRACES).replace("](", "] (")}
