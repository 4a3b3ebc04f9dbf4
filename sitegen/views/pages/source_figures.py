"""How much rests on a source: counted once for all pages that say it."""

from collections.abc import Iterable

from sitegen.frozen import dataclass
from sitegen.model import Source
from sitegen.views.redaction.redact import Shown
from sitegen.views.threads import single_unnamed
from sitegen.views.wording.dates import date_words
from sitegen.views.wording.words import basis_words, count

_DIGITS_OF_A_DIGEST = 12


@dataclass(frozen=True, slots=True)
class SourceFigures:
    """What rests on a source.

    `lines` are those with evidence, `of_lines` those that hold words. `hanging` are the facts that
    rest on this outlet alone and on somebody whom it does not name.
    """

    facts: int
    citations: int
    lines: int
    of_lines: int
    skips: int
    hanging: tuple[str, ...]


def source_figures(source: Source, shown: Shown, facts: Iterable[str], skips: int) -> SourceFigures:
    """The figures of a source; `facts` are those that cite it, each once."""
    names = tuple(facts)
    citations = 0
    lines: set[int] = set()
    hanging: list[str] = []
    facts_by_id, sources, here = shown.facts, shown.factsheet.sources, source.id
    for name in names:
        checked = facts_by_id[name]
        supports = False
        for evidence in checked.evidence:
            if evidence.citation.source == here:
                citations += 1
                lines.update([anchor.line for anchor in evidence.anchors])
                supports = supports or not evidence.citation.contradicts
        if supports and single_unnamed(checked.fact, sources):
            hanging.append(name)
    return SourceFigures(
        len(names),
        citations,
        len(lines),
        sum(1 for line in (source.article.lines if source.article else ()) if line.strip()),
        skips,
        tuple(sorted(hanging)),
    )


def rests_words(figures: SourceFigures) -> str:
    """How much rests on a source: “12 facts rest on it, with 18 citations in 9 of its 41 lines.”"""
    words = cited_words(figures)
    if figures.of_lines and figures.lines:
        words = f"{words.rstrip('.')} in {_share(figures.lines, figures.of_lines)}."
    return words


def cited_words(figures: SourceFigures) -> str:
    """The same without the lines, for a page that shows them."""
    if not figures.facts:
        return "No fact rests on it."
    verb = "rests" if figures.facts == 1 else "rest"
    citations = count(figures.citations, "citation")
    return f"{count(figures.facts, 'fact')} {verb} on it, with {citations}."


def _share(lines: int, of_lines: int) -> str:
    if lines == of_lines:
        return f"all of its {of_lines:,} lines" if of_lines > 1 else "its only line"
    percent = 100 * lines // of_lines
    return f"{lines:,} of its {of_lines:,} lines ({percent or 'under 1'}%)"


def skipped_words(figures: SourceFigures) -> str | None:
    """How many passages of a source were left out; None for none."""
    if not figures.skips:
        return None
    verb = "was" if figures.skips == 1 else "were"
    return f"{count(figures.skips, 'passage')} {verb} looked at and left out, with a reason."


def thread_words(number: int) -> str | None:
    """How many facts of a source, or of all, hang by one thread; None for none."""
    if not number:
        return None
    verb = "rests" if number == 1 else "rest"
    facts = count(number, "fact")
    return f"{facts} {verb} on one outlet alone, and on somebody whom it does not name."


def copied_words(source: Source) -> str:
    """When our copy was made, or that this is not recorded."""
    if source.article is None:
        return "We hold no copy of the text."
    if source.retrieved is None:
        return "The date of the copy is not recorded."
    basis = source.basis.get("retrieved")
    reason = f" ({basis_words(basis).rstrip('.')})" if basis else ""
    return f"The copy was made: {date_words(source.retrieved)}{reason}."


def short_digest(source: Source) -> str:
    """The beginning of a source's SHA-256; the whole of it stands on the source's page."""
    return f"{source.sha256[:_DIGITS_OF_A_DIGEST]}…"
