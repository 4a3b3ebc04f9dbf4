"""Checks of `quote`, the words as printed: they stand piece by piece, and no edit turns them."""

from collections.abc import Iterator

from sitegen import anchor, recognise
from sitegen.diagnostics import Diagnostic, Related, Span, error
from sitegen.frozen import replace
from sitegen.model import Citation, Fact, Verdict
from sitegen.recognise.language import Language
from sitegen.verify.finding import Finding, Outcome
from sitegen.verify.findings import Findings, Judged
from sitegen.verify.places import place_of
from sitegen.verify.words.words import explained

# Of several citations that do not have the words, the one is told of that comes nearest.
_NEAREST = (
    anchor.Misedited,
    anchor.Ambiguous,
    anchor.Moved,
    anchor.Near,
    anchor.Elsewhere,
    anchor.Missing,
    anchor.OutOfRange,
)

_WHICH = (
    "print more words, or cite fewer lines, or say in the citation which is meant: occurrence: 1"
)


def quotes_stand(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """`quote-edit` and the codes of words: the `quote` of a fact stands in its cited lines."""
    for fact in findings.judged:
        searched = [finding for finding in findings.facts[fact.id] if finding.quote]
        standing = [
            (finding, finding.quote.edits)
            for finding in findings.facts[fact.id]
            if finding.quote and finding.quote.edits
        ]
        if standing:
            yield from _edits_hold(fact, standing, findings)
        elif searched:
            yield from _not_standing(fact, searched, findings)


def _not_standing(
    fact: Fact, searched: list[Finding], findings: Findings
) -> Iterator[Diagnostic | Judged]:
    nearest = min(searched, key=lambda finding: _NEAREST.index(type(_outcome(finding))))
    outcome = _outcome(nearest)
    citation = _printed(nearest.citation, fact)
    told = Finding(citation, outcome)
    yield Judged(fact.id, "quote", told.evidence.verdict)
    if isinstance(outcome, anchor.Misedited):
        yield _misedited(outcome, citation, fact, findings)
    elif not isinstance(outcome, anchor.OutOfRange):  # which was told of the citation itself
        for problem in explained(told, findings, fact.id, own=nearest):
            several = isinstance(outcome, anchor.Ambiguous)
            yield replace(problem, hints=(_WHICH,)) if several else problem


def _outcome(finding: Finding) -> Outcome:
    assert finding.quote  # noqa: S101 - only citations in which the quote was searched come here
    return finding.quote.outcome


def _printed(citation: Citation, fact: Fact) -> Citation:
    """A citation as if it gave the words as printed, so that what is told points at these."""

    def places(*path: str | int) -> Span:
        return fact.places("quote") if path == ("exact",) else citation.places(*path)

    selector = replace(citation.selector, exact=(fact.quote or "",))
    return replace(citation, selector=selector, places=places)


def _misedited(
    outcome: anchor.Misedited, citation: Citation, fact: Fact, findings: Findings
) -> Diagnostic:
    article = findings.within.sources[citation.source].article
    related: tuple[Related, ...] = ()
    if article and outcome.anchors:
        related = (place_of(article, outcome.anchors, "the words of the source"),)
    return error(
        "quote-edit",
        f"an edit of the words does not hold: {outcome.reason}",
        fact.places("quote"),
        fact=fact.id,
        hints=(f"write: {outcome.instead}",) if outcome.instead else (),
        related=related,
    )


def _edits_hold(
    fact: Fact, standing: list[tuple[Finding, anchor.FoundEdited]], findings: Findings
) -> Iterator[Diagnostic | Judged]:
    """No edit puts in, takes out or swaps a negation, a number or a quantifier."""
    problems = [
        problem
        for finding, edits in standing
        for edit in edits.replaced
        for problem in _turned(edit, finding, fact, findings)
    ]
    yield Judged(fact.id, "quote", Verdict.MISMATCH if problems else Verdict.FOUND)
    yield from problems[:1]


def _turned(
    edit: anchor.Replaced, finding: Finding, fact: Fact, findings: Findings
) -> Iterator[Diagnostic]:
    source = finding.citation.source
    language = findings.readings[source].language
    before, after = _weighty(edit.words, language), _weighty(edit.mark.inner, language)
    if before == after:
        return
    stands_for = f"“{edit.words}”" if edit.words else "nothing in the source"
    more, less = [w for w in after if w not in before], [w for w in before if w not in after]
    reason = (
        f"it puts in “{more[0]}”"
        if more
        else f"it takes out “{less[0]}”"
        if less
        else "it changes how often or in what order these are said"
    )
    article = findings.within.sources[source].article
    related: tuple[Related, ...] = ()
    if article and edit.anchors:
        related = (place_of(article, edit.anchors, f"{edit.mark.text} stands for these words"),)
    yield error(
        "quote-edit",
        f"{edit.mark.text} stands for {stands_for}; {reason}, and an edit may not change a "
        "negation, a number or a quantifier",
        fact.places("quote"),
        fact=fact.id,
        hints=(
            f"write the source’s words: {edit.words}"
            if edit.words
            else "leave it out; what the words do not say stands in a claim or a note",
        ),
        related=related,
    )


def _weighty(words: str, language: Language) -> tuple[str, ...]:
    """The negations, numbers and quantifiers of some words, each as what it amounts to."""
    signs = (
        *recognise.negations(words, language),
        *recognise.quantifiers(words, language),
    )
    figures = (
        (figure.start, figure.date or str(figure.number or words[figure.start : figure.end]))
        for figure in recognise.figures(words, language)
    )
    return tuple(word for _, word in sorted((*((s.start, s.meaning) for s in signs), *figures)))
