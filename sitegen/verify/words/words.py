"""Checks of the words: do they stand in the cited lines, as written, and once?"""

from collections.abc import Iterator

from sitegen import anchor
from sitegen.diagnostics import Diagnostic, Edit, Related, error
from sitegen.frozen import replace
from sitegen.model import Anchor, Article, Citation, LineRange, Selector, Source
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Findings
from sitegen.verify.places import place_of

_MOST_PLACES = 5  # places of one ambiguity that a message lists


def words_stand(findings: Findings) -> Iterator[Diagnostic]:
    """The words of each citation: found, or one of the codes `quote-…` and `bad-lines`."""
    for fact, found in findings.facts.items():
        for finding in found:
            if finding.citation.selector.exact:
                yield from explained(finding, findings, fact)


def skipped_passages_stand(findings: Findings) -> Iterator[Diagnostic]:
    """A skipped passage must stand in its lines too, or it would excuse something else."""
    for finding in findings.skips:
        yield from explained(finding, findings, None)


def lines_exist(findings: Findings) -> Iterator[Diagnostic]:
    """`bad-lines`: a citation without words must cite lines that the article has, too."""
    for fact, found in findings.facts.items():
        for finding in found:
            text = findings.texts.get(finding.citation.source)
            lines = finding.citation.selector.lines
            if finding.outcome is None and text and lines.last > len(text.lines):
                article = findings.within.sources[finding.citation.source].article
                if article:
                    yield _beyond(finding.citation, text, article, fact)


def something_is_checked(findings: Findings) -> Iterator[Diagnostic]:
    """`nothing-checked`: a fact whose citations give no words to look up that speak for it.

    Words that could not be looked up are another matter: why their source cannot be read was told.
    """
    for fact, found in findings.facts.items():
        speaking = (finding.citation for finding in found if not finding.citation.contradicts)
        if findings.within.facts[fact].quote is not None and any(speaking):
            continue  # the words as printed are looked up
        if not any(citation.selector.exact for citation in speaking):
            yield error(
                "nothing-checked",
                f"no citation of “{fact}” can be checked",
                findings.within.facts[fact].places(),
                fact=fact,
                hints=("give the exact words of at least one citation: exact: …",),
            )


def explained(
    finding: Finding, findings: Findings, fact: str | None, *, own: Finding | None = None
) -> Iterator[Diagnostic]:
    """What is wrong with the words of a citation, and what to write instead.

    `own` is what was found for the citation itself, where `finding` is of the words as printed.
    """
    citation, outcome = finding.citation, finding.outcome
    if outcome is None or isinstance(outcome, anchor.Found):
        return
    source = findings.within.sources[citation.source]
    article, text = source.article, findings.texts[citation.source]
    assert article  # noqa: S101 - what was looked up was looked up in it
    if isinstance(outcome, anchor.OutOfRange):
        problem = _beyond(citation, text, article, fact)
    else:
        problem = _aid_misleads(citation, outcome, text, article, fact) or _explain(
            citation, outcome, article, fact
        )
    quote = findings.within.facts[fact].quote if fact else None
    lines = _right_lines(finding, own, quote or "", text)
    yield replace(problem, fixes=(_citing(lines, citation, source),) if lines else ())


def _right_lines(
    finding: Finding, own: Finding | None, quote: str, text: anchor.ArticleText
) -> LineRange | None:
    """The only lines of the article in which the words are found.

    None where other words of the citation would be lost with the old lines, or nothing is found in
    the new ones: a prefix lies beyond them, or an occurrence counted others.
    """
    outcome, selector = finding.outcome, finding.citation.selector
    if isinstance(outcome, anchor.OutOfRange):
        everywhere = replace(selector, lines=LineRange(1, len(text.lines)), occurrence=None)
        outcome = anchor.locate(text, everywhere)
    if not isinstance(outcome, anchor.Moved | anchor.Found):
        return None
    lines = LineRange(outcome.anchors[0].line, outcome.anchors[-1].line)
    cited = own or finding
    moved = replace(cited.citation.selector, lines=lines)
    stood = own is None or isinstance(own.outcome, anchor.Found)
    if stood and not isinstance(anchor.locate(text, moved), anchor.Found):
        return None
    printed = own is not None or (cited.quote is not None and cited.quote.edits is not None)
    if printed and anchor.locate_edited(text, moved, quote).edits is None:
        return None
    return lines


def _citing(lines: LineRange, citation: Citation, source: Source) -> Edit:
    """The edit that cites other lines; where the text has changed, only for who accepts it."""
    changed = source.article is not None and source.article.sha256 != source.sha256
    note = f"cite {lines.words}, where the words stand"
    return Edit(citation.places("lines"), str(lines), note, source.id if changed else None)


def _beyond(
    citation: Citation, text: anchor.ArticleText, article: Article, fact: str | None
) -> Diagnostic:
    """Lines that the article does not have, with those where the words stand."""
    lines, last = citation.selector.lines, len(text.lines)
    has = f"has {last} {'line' if last == 1 else 'lines'}" if last else "is empty"
    rest = f"so no {lines.words}" if lines.first > last else f"and {lines.words} go beyond"
    message = f"{article.path} {has}, {rest}"
    hints: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    if citation.selector.exact:
        anywhere = anchor.locate(text, replace(citation.selector, lines=LineRange(1, last)))
        if isinstance(anywhere, anchor.Found):
            found = anywhere.anchors
            hints = (f"lines: {LineRange(found[0].line, found[-1].line)}",)
            related = (place_of(article, found, "here are the words"),)
    place = citation.places("lines")
    return error("bad-lines", message, place, fact=fact, hints=hints, related=related)


def _aid_misleads(
    citation: Citation,
    outcome: object,
    text: anchor.ArticleText,
    article: Article,
    fact: str | None,
) -> Diagnostic | None:
    """The words stand in their lines, but not where `occurrence`, `prefix` or `suffix` has them."""
    selector = citation.selector
    aids = [name for name in ("occurrence", "prefix", "suffix") if getattr(selector, name)]
    if not (aids and isinstance(outcome, anchor.Missing)):
        return None
    bare = anchor.locate(text, Selector(selector.lines, selector.exact))
    if isinstance(bare, anchor.Found):
        places: tuple[tuple[Anchor, ...], ...] = (bare.anchors,)
    elif isinstance(bare, anchor.Ambiguous):
        places = bare.places
    else:
        return None
    beside = " and ".join(f"this {name}" for name in aids if name != "occurrence")
    where = selector.lines.words
    if selector.occurrence is None or selector.occurrence <= len(places):
        message = f"the words stand in {where}, but not beside {beside}"
    else:
        message = f"the words do not stand {selector.occurrence} times in {where}"
    return error(
        "quote-missing",
        message,
        citation.places(aids[-1]),
        fact=fact,
        related=tuple(
            place_of(article, anchors, f"occurrence: {number}")
            for number, anchors in enumerate(places[:_MOST_PLACES], start=1)
        ),
    )


def _explain(citation: Citation, outcome: object, article: Article, fact: str | None) -> Diagnostic:
    lines = citation.selector.lines
    match outcome:
        case anchor.Moved(lines=found, anchors=anchors):
            return error(
                "quote-moved",
                f"the words stand in {found.words}, not in {lines.words}",
                citation.places("lines"),
                fact=fact,
                hints=(f"lines: {found}",),
                related=(place_of(article, anchors, "here are the words"),),
            )
        case anchor.Ambiguous(places=places):
            return error(
                "quote-ambiguous",
                f"the words stand more than once in {lines.words}",
                citation.places("exact"),
                fact=fact,
                hints=(
                    "say which one: occurrence: 1 for the first, or prefix: or suffix: with the "
                    "words beside them; or quote more words",
                ),
                related=tuple(
                    place_of(article, anchors, f"occurrence: {number}")
                    for number, anchors in enumerate(places[:_MOST_PLACES], start=1)
                ),
            )
        case anchor.Elsewhere(places=places):
            return error(
                "quote-missing",
                f"the words do not stand in {lines.words}, but in several other places",
                citation.places("exact"),
                fact=fact,
                hints=("correct the lines",),
                related=tuple(
                    place_of(article, anchors, "the words stand here")
                    for anchors in places[:_MOST_PLACES]
                ),
            )
        case anchor.Near() as near:
            return error(
                "quote-mismatch",
                f"the words do not stand so in {lines.words}: {near.reason}",
                citation.places("exact"),
                fact=fact,
                hints=(f"the article has: {near.words}",),
                related=(place_of(article, near.anchors, "the nearest words"),),
                difference=near.difference,
            )
        case anchor.Missing() as missing:
            return error(
                "quote-missing",
                f"the words do not stand in {lines.words}"
                + (f": {missing.reason}" if missing.reason else ""),
                citation.places("exact"),
                fact=fact,
                hints=("copy the words from the article, letter by letter",),
                related=_closest(article, missing),
            )
        case _:
            raise AssertionError(outcome)


def _closest(article: Article, missing: anchor.Missing) -> tuple[Related, ...]:
    return (place_of(article, missing.closest, "the nearest words"),) if missing.closest else ()
