"""A citation mark within prose, with its note: the words, their source, what the check says.

The mark is a button that opens the note as a popover, so that a tap, Enter, Escape and the return
of the focus work without a script; the style sheet shows the note on hover and keyboard focus too.
Class names are part of the contract with themes; `kinds` lists them.
"""

from collections.abc import Iterable

from sitegen.frozen import dataclass
from sitegen.views.kinds import EvidenceView, Segment
from sitegen.views.wording.escaping import escaped


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a page. `number` is the fact's on this page, `name` the mark's own id.

    `more` counts the fact's further citations. `caveat` is what must be said of a figure or a date
    that the prose takes from the fact, where the words do not state it.
    """

    name: str
    number: int
    fact_href: str
    evidence: EvidenceView
    more: int
    caveat: str | None


def mark(of: Mark) -> str:
    """The mark and its note, as phrasing content."""
    note = f"{of.name}-note"
    return (
        f'<span class="cite"><sup><button type="button" class="cite-mark" id="{of.name}" '
        f'popovertarget="{note}" aria-label="Citation {of.number}">{of.number}</button></sup>'
        f'<span class="cite-note" popover id="{note}">{"".join(_note(of))}</span></span>'
    )


def marked(segments: Iterable[Segment]) -> str:
    """A source's words, the cited ones marked."""
    return "".join(
        f"<mark>{escaped(segment.text)}</mark>" if segment.cited else escaped(segment.text)
        for segment in segments
    )


def _note(of: Mark) -> Iterable[str]:
    evidence = of.evidence
    lines = evidence.lines.replace(" ", "\N{NO-BREAK SPACE}")
    verdict = escaped(f"{evidence.verdict.words}, {lines}")
    if evidence.highlight is not None:
        verdict = f'<a href="{escaped(evidence.highlight)}">{verdict}</a>'
    yield _part("words", marked(evidence.excerpt))
    yield _part("source", f"<cite>{escaped(evidence.source.text)}</cite>")
    yield _part(f"verdict verdict verdict-{evidence.verdict.code}", verdict)
    elsewhere = (
        (evidence.original, "the words where they were published"),
        (evidence.archived, "the archive’s copy"),
    )
    links = [f'<a href="{escaped(href)}">{words}</a>' for href, words in elsewhere if href]
    if links:
        yield _part("elsewhere", " · ".join(links))
    if of.caveat is not None:
        yield _part("caveat verdict", escaped(of.caveat))
    more = f", and {of.more} more" if of.more else ""
    words = f"The fact, its evidence{more}, and how it was checked" if more else ""
    words = words or "The fact, and how it was checked"
    yield _part("fact", f'<a href="{escaped(of.fact_href)}">{words}</a>')


def _part(name: str, inner: str) -> str:
    return f'<span class="cite-{name}">{inner}</span> '
