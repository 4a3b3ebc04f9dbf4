"""What every view is made of: links, dates, verdicts, counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Words that may lead somewhere; `href` is None where there is nothing to lead to."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words, and for `<time datetime>` where HTML can write it (else None)."""

    words: str
    machine: str | None


@dataclass(frozen=True, slots=True)
class VerdictView:
    """`code` is found, unchecked, moved, mismatch or missing; `words` is what the page says."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Count:
    """A row of a table of figures."""

    label: str
    code: str
    count: int


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of figures; `column` names what is counted."""

    id: str
    caption: str
    column: str
    rows: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a source's text; `cited` when the citation covers it."""

    text: str
    cited: bool
