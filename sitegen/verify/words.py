"""Checks of the words: do they stand in the cited lines, as written, and once?"""

from collections.abc import Iterator

from sitegen import anchor
from sitegen.diagnostics import Diagnostic, Related, Span, error
from sitegen.model import Anchor, Article, Citation, LineRange
from sitegen.verify.findings import Finding, Findings

_MOST_PLACES = 5  # places of one ambiguity that a message lists


def words_stand(findings: Findings) -> Iterator[Diagnostic]:
    """The words of each citation: found, or one of the codes `quote-…` and `bad-lines`."""
    for fact, found in findings.facts.items():
        for finding in found:
            yield from _judge(finding, findings, fact)


def skipped_passages_stand(findings: Findings) -> Iterator[Diagnostic]:
    """A skipped passage must stand in its lines too, or it would excuse something else."""
    for finding in findings.skips:
        yield from _judge(finding, findings, None)


def something_is_checked(findings: Findings) -> Iterator[Diagnostic]:
    """`nothing-checked`: a fact none of whose citations could be looked up."""
    for fact, found in findings.facts.items():
        if not any(finding.outcome for finding in found):
            yield error(
                "nothing-checked",
                f"no citation of “{fact}” can be checked",
                findings.factsheet.facts[fact].places(),
                fact=fact,
                hints=("give the exact words of at least one citation: exact: …",),
            )


def _judge(finding: Finding, findings: Findings, fact: str | None) -> Iterator[Diagnostic]:
    citation, outcome = finding.citation, finding.outcome
    source = findings.factsheet.sources.get(citation.source)
    if outcome is None or isinstance(outcome, anchor.Found) or not (source and source.article):
        return
    yield _explain(citation, outcome, source.article, fact)


def _explain(citation: Citation, outcome: object, article: Article, fact: str | None) -> Diagnostic:
    lines = citation.selector.lines
    match outcome:
        case anchor.OutOfRange(last=last):
            return error(
                "bad-lines",
                f"{article.path} has {last} lines, so no {_lines(lines)}",
                citation.places("lines"),
                fact=fact,
            )
        case anchor.Moved(lines=found, anchors=anchors):
            return error(
                "quote-moved",
                f"the words stand in {_lines(found)}, not in {_lines(lines)}",
                citation.places("lines"),
                fact=fact,
                hints=(f"lines: {found}",),
                related=(_place(article, anchors, "here are the words"),),
            )
        case anchor.Ambiguous(places=places):
            return error(
                "quote-ambiguous",
                f"the words stand more than once in {_lines(lines)}",
                citation.places("exact"),
                fact=fact,
                hints=(
                    "say which one: occurrence: 1 for the first, or prefix: or suffix: with the "
                    "words beside them; or quote more words",
                ),
                related=tuple(
                    _place(article, anchors, f"occurrence: {number}")
                    for number, anchors in enumerate(places[:_MOST_PLACES], start=1)
                ),
            )
        case anchor.Elsewhere(places=places):
            return error(
                "quote-missing",
                f"the words do not stand in {_lines(lines)}, but in several other places",
                citation.places("exact"),
                fact=fact,
                hints=("correct the lines",),
                related=tuple(
                    _place(article, anchors, "the words stand here")
                    for anchors in places[:_MOST_PLACES]
                ),
            )
        case anchor.Near() as near:
            return error(
                "quote-mismatch",
                f"the words do not stand so in {_lines(lines)}: {near.reason}",
                citation.places("exact"),
                fact=fact,
                hints=(f"the article has: {near.words}",),
                related=(_place(article, near.anchors, "the nearest words"),),
            )
        case anchor.Missing() as missing:
            return error(
                "quote-missing",
                f"the words do not stand in {_lines(lines)}"
                + (f": {missing.reason}" if missing.reason else ""),
                citation.places("exact"),
                fact=fact,
                hints=("copy the words from the article, letter by letter",),
                related=_closest(article, missing),
            )
        case _:
            raise AssertionError(outcome)


def _closest(article: Article, missing: anchor.Missing) -> tuple[Related, ...]:
    return (_place(article, missing.closest, "the nearest words"),) if missing.closest else ()


def _lines(lines: LineRange) -> str:
    return f"line {lines}" if lines.first == lines.last else f"lines {lines}"


def _place(article: Article, anchors: tuple[Anchor, ...], message: str) -> Related:
    first, last = anchors[0], anchors[-1]
    span = Span(article.path, first.line, first.start + 1, last.line, last.end + 1)
    return Related(span, message)
