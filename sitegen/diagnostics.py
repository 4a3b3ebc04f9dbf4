"""Problems as values: what is wrong, where, and what to write instead.

A stage never raises for bad content. It returns its value together with the diagnostics that it
met, so that one run reports everything.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from sitegen.frozen import dataclass

_CLOSE_ENOUGH = 70.0  # rapidfuzz's ratio, of 100: one slip in a short name, two in a long one

CODES: Mapping[str, str] = MappingProxyType(
    {
        # reading
        "yaml-syntax": "A file is not well-formed YAML.",
        "duplicate-key": "A mapping has the same key twice.",
        "unknown-field": "A field that this record does not have.",
        "missing-field": "A field that this record must have.",
        "wrong-type": "A value of the wrong type or outside its list.",
        "forbidden-yaml": "An alias, anchor, tag, merge key, second document, depth or size.",
        "bad-encoding": "A file is not UTF-8 text.",
        "too-large": "An article, or a line of one, that is longer than sitegen reads.",
        "missing-file": "A file or folder that the project names is not there.",
        "stray-file": "A file in content/ that nothing reads.",
        "path-outside": "A path that leaves the project.",
        "bad-id": "An id that is malformed, or reserved for a page that the site generates.",
        "bad-date": "A date that is not written in EDTF, or does not exist.",
        "bad-lines": "Lines that are malformed, or that the article does not have.",
        "prose-cut": "A “ #” begins a comment in the middle of a sentence.",
        # references
        "duplicate-id": "Two records of one kind have the same id.",
        "unknown-source": "A source that sources.yaml does not have.",
        "unknown-person": "A person that people.yaml does not have.",
        "unknown-topic": "A topic that topics.yaml does not have.",
        "unknown-fact": "A fact that no file has.",
        "unknown-role": "A role or directive that prose does not have.",
        "wrong-role": "A role that asks a fact for what it does not have.",
        "bad-option": "A directive with an option that is wrong, or that selects nothing to show.",
        "broken-link": "A link in prose that leads nowhere, or has a scheme that is not allowed.",
        "unsafe-asset": "A file of content/assets that a browser would run, or that asks others.",
        "redacted-words": "An id or a file of content/assets that tells what is redacted.",
        # the words
        "source-changed": "An article is not the copy that was annotated.",
        "quote-missing": "The words do not stand in the cited lines.",
        "quote-moved": "The words stand once, but in other lines.",
        "quote-mismatch": "Most of the words stand there, but not as written.",
        "quote-ambiguous": "The words stand more than once in the cited lines.",
        "quote-invisible-character": (
            "An invisible or direction-changing character in a content file."
        ),
        "nothing-checked": "A fact without a citation that could be checked.",
        "quote-edit": "A marked edit in a quotation that the words do not bear out.",
        "quote-crosses-speakers": "Pieces of a quotation between which another speaks, or may.",
        "quote-cut": "A cut that leaves out a negation or a qualifier, or ends a paragraph.",
        "quote-short": "A quotation of one or two words.",
        "quote-headline": "Words of the headline as evidence.",
        # the speakers
        "quote-not-quoted": "A speaker's words that the source does not quote.",
        "speaker-mismatch": "A speaker where the source names somebody else.",
        "speaker-not-named": "A speaker whom the source does not name near the words.",
        "status-not-stated": "A status that the words do not bear out.",
        # numbers and dates
        "number-mismatch": "A figure that the words contradict.",
        "number-not-stated": "A figure that the words do not state.",
        "modifier-dropped": "A figure without the “nearly” or “more than” of the words.",
        "false-precision": "A figure that looks more exact than the words are.",
        "calc-mismatch": "A calculation that cannot be worked out, or gives something else.",
        "date-mismatch": "A date that the words contradict.",
        "date-too-fine": "A date that is finer than the words.",
        "date-not-stated": "A date that the words do not state.",
        "sources-differ": "Facts of one measure that give different figures.",
        # our sentences
        "claim-number": "A number in our sentence that the cited words do not have.",
        "claim-date": "A date in our sentence that the cited words do not have.",
        "claim-name": "A name in our sentence that the cited words do not have.",
        "claim-negation": "A negation on one side only: in our sentence or in the cited words.",
        "claim-certainty": "A claim that is surer than the cited words.",
        "uncited-quotation": "A quotation in our prose that comes from no fact.",
        "uncited-number": "A number in our prose that comes from no fact.",
        "uncited-date": "A date in our prose that comes from no fact.",
        # building
        "template-error": "A template or style sheet is malformed, or uses what it may not.",
        "low-contrast": "Colours of text and ground that part too little to be read.",
        "unsafe-output": "An output folder that is not safe to write.",
    }
)


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
class Edit:
    """A change of a content file that a program may make: what stands in `span` gives way.

    `replacement` is written as it stands; of a value in quotation marks or in a block, only what is
    within gives way. An empty span is a place to write at. `note` says what the edit does.
    `accept_source` is the id of a source whose text is not the copy that was annotated: the edit is
    safe only for who accepts that text.
    """

    span: Span
    replacement: str
    note: str = ""
    accept_source: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """The words as written and the source's own, each with the ranges in which they differ.

    Both are one line. A range is a pair of code points from 0, the end exclusive; an empty one
    stands where the other text has words more.
    """

    yours: str
    source: str
    yours_changed: tuple[tuple[int, int], ...]
    source_changed: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem. `code` is a key of `CODES`; `span` is None when no file can be blamed.

    `fixes` are edits that settle it, all of them together; `difference` is that of the words.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    fact: str | None = None
    hints: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fixes: tuple[Edit, ...] = ()
    difference: Difference | None = None


def error(
    code: str,
    message: str,
    span: Span | None = None,
    *,
    fact: str | None = None,
    hints: tuple[str, ...] = (),
    related: tuple[Related, ...] = (),
    fixes: tuple[Edit, ...] = (),
    difference: Difference | None = None,
) -> Diagnostic:
    """A diagnostic that stops the build."""
    return Diagnostic(code, Severity.ERROR, message, span, fact, hints, related, fixes, difference)


def warning(
    code: str,
    message: str,
    span: Span | None = None,
    *,
    fact: str | None = None,
    hints: tuple[str, ...] = (),
    related: tuple[Related, ...] = (),
    fixes: tuple[Edit, ...] = (),
    difference: Difference | None = None,
) -> Diagnostic:
    """A diagnostic that the editor may settle with `accept`."""
    return Diagnostic(
        code, Severity.WARNING, message, span, fact, hints, related, fixes, difference
    )


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


def nearest_name(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """A hint with the known name that looks most like `name`, or no hint when none is close."""
    from rapidfuzz import fuzz, process  # only a mistake needs it, and it is slow to import

    match = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    return (f"did you mean “{match[0]}”?",) if match else ()
