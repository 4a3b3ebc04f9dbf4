"""Where the words of a citation were found: searched once, judged by each check."""

from collections.abc import Mapping

from sitegen import anchor
from sitegen.frozen import dataclass, replace
from sitegen.model import Anchor, Citation, Evidence, Fact, MarkedEdit, Selector, Verdict

Texts = Mapping[str, anchor.ArticleText]
Outcome = (
    anchor.Found
    | anchor.Ambiguous
    | anchor.Moved
    | anchor.Elsewhere
    | anchor.Near
    | anchor.Missing
    | anchor.OutOfRange
    | anchor.Misedited
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A citation and what the search for its words gave; None where there was nothing to search.

    Its words are its `exact`; without that, they are the fact's `quote`. `quote` tells what the
    search for the latter gave in any case.
    """

    citation: Citation
    outcome: Outcome | None
    quote: anchor.EditedOutcome | None = None

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Where the words stand, as the evidence has it."""
        return self.outcome.anchors if isinstance(self.outcome, anchor.Found) else ()

    @property
    def evidence(self) -> Evidence:
        """The finding as the rest of the program sees it."""
        match self.outcome:
            case None:
                return Evidence(self.citation, Verdict.UNCHECKED)
            case anchor.Found(tier=tier, anchors=anchors):
                return Evidence(
                    self.citation, Verdict.FOUND, tier, anchors, self._edits(), self._pieces()
                )
            case anchor.Moved():
                return Evidence(self.citation, Verdict.MOVED)
            case anchor.Near() | anchor.Ambiguous() | anchor.Misedited():
                return Evidence(self.citation, Verdict.MISMATCH)
            case _:
                return Evidence(self.citation, Verdict.MISSING)

    def _edits(self) -> tuple[MarkedEdit, ...]:
        if self.quote is None or self.quote.edits is None:
            return ()
        replaced = self.quote.edits.replaced
        return tuple(MarkedEdit(edit.mark.text, edit.anchors) for edit in replaced)

    def _pieces(self) -> tuple[str, ...]:
        if self.citation.selector.exact or self.quote is None or self.quote.edits is None:
            return ()
        return self.quote.edits.quoted


def found_of(fact: Fact, texts: Texts) -> tuple[Finding, ...]:
    """Search the articles, by their source's id, for the words that a fact cites."""
    found = tuple(look_up(citation, texts) for citation in fact.cite)
    return found if fact.quote is None else _with_quote(found, fact.quote, texts)


def look_up(citation: Citation, texts: Texts) -> Finding:
    """Search an article for the exact words of a citation."""
    text = texts.get(citation.source)
    if text is None or not citation.selector.exact:
        return Finding(citation, None)
    return Finding(citation, anchor.locate(text, citation.selector))


def _with_quote(found: tuple[Finding, ...], quote: str, texts: Texts) -> tuple[Finding, ...]:
    """The findings with what the search for the words as printed gave in their lines.

    A citation without exact words rests on these, unless only others of the fact have them: then
    it points at lines, and nothing in it was checked.
    """
    looked_up = tuple(
        finding
        if finding.citation.contradicts or finding.citation.source not in texts
        else replace(finding, quote=_quoted(finding, quote, texts[finding.citation.source]))
        for finding in found
    )
    stands = any(finding.quote and finding.quote.edits for finding in looked_up)

    def resting(finding: Finding) -> Finding:
        if finding.quote is None or finding.citation.selector.exact:
            return finding
        outcome = finding.quote.outcome
        told_elsewhere = isinstance(outcome, anchor.OutOfRange)
        if told_elsewhere or (stands and not isinstance(outcome, anchor.Found)):
            return finding
        return replace(finding, outcome=outcome)

    return tuple(map(resting, looked_up))


def _quoted(finding: Finding, quote: str, text: anchor.ArticleText) -> anchor.EditedOutcome:
    """The search for the words as printed: of several places, the nearest to the exact words."""
    selector = finding.citation.selector
    if not selector.exact:
        return anchor.locate_edited(text, selector, quote)
    selector = Selector(selector.lines)
    outcome = anchor.locate_edited(text, selector, quote)
    if not isinstance(outcome.outcome, anchor.Ambiguous):
        return outcome
    exact = _characters(finding.anchors)
    shared = [len(exact & _characters(place)) for place in outcome.outcome.places]
    nearest = shared.index(max(shared)) + 1
    return anchor.locate_edited(text, replace(selector, occurrence=nearest), quote)


def _characters(anchors: tuple[Anchor, ...]) -> set[tuple[int, int]]:
    """The characters of an article at some anchors, by line and column."""
    return {(one.line, column) for one in anchors for column in range(one.start, one.end)}
