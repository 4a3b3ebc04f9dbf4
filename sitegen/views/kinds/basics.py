"""What every view is made of: links, dates, verdicts, counts.

Views that stand on most pages, here and in the other modules, are named tuples: these are made in a
fraction of the time of a frozen class with slots, and a page has a hundred of them.
"""

from typing import TypeVar

from sitegen.frozen import NamedTuple, dataclass

View = TypeVar("View")


def shared(kind: type[View]) -> type[View]:
    """Marks a class of views that stand on many pages as the very same ones, not as equal ones.

    What is made of such a view is kept for as long as there is room: its HTML, and its digest.
    """
    kind.__shared__ = True  # type: ignore[attr-defined]  # a named tuple has room for fields alone
    return kind


class Link(NamedTuple):
    """Words that may lead somewhere; `href` is None where there is nothing to lead to."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of `content/assets`; its size in pixels, where that is known."""

    src: str
    width: int | None
    height: int | None


class DateView(NamedTuple):
    """A date in words, and for `<time datetime>` where HTML can write it (else None)."""

    words: str
    machine: str | None


class VerdictView(NamedTuple):
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
class FieldCount:
    """What became of a field wherever it is given: in how many facts and sources.

    `found` by a rule; `inferred`: not judged, with a reason given; `unchecked`: not judged. `other`
    counts those that a rule refused, where an editor has settled that.
    """

    label: str
    code: str
    found: int
    inferred: int
    unchecked: int
    other: int


@dataclass(frozen=True, slots=True)
class AnnotatedCount:
    """How many quotations, numbers or dates of the articles are cited, left out, and neither."""

    label: str
    code: str
    cited: int
    skipped: int
    remaining: int


@dataclass(frozen=True, slots=True)
class RuleFamily:
    """What a family of rules does, what it cannot tell, and what it came to in this build."""

    title: str
    does: str
    cannot: str
    found: str | None


@dataclass(frozen=True, slots=True)
class Command:
    """A line for a terminal, and what it does."""

    does: str
    line: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Something that leads on, and how much of it there is, like “3 quotations”."""

    subject: Link
    words: str


class Segment(NamedTuple):
    """A stretch of a source's text; `cited` when the citation covers it."""

    text: str
    cited: bool
