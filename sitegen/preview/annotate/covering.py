"""What is annotated of a source and what is not, for the margin of its page."""

from collections.abc import Iterator

from sitegen.coverage import Covered, State, coverage
from sitegen.frozen import replace
from sitegen.model import Anchor, CheckedFactsheet, Evidence
from sitegen.preview.annotate.page_text import columns
from sitegen.preview.annotate.problems import Json
from sitegen.preview.annotate.sheet import PagedText, Sheet


def covering(of: PagedText, sheet: Sheet) -> Json:
    """The quotations, numbers and dates of a source in columns of its page, with their states.

    A token that the page does not show whole is left out, but counted.
    """
    found = coverage(_alone(of.source.id, sheet.checked))
    counts = found.counts
    skips = _skips(of.source.id, sheet.checked)
    return {
        "ok": True,
        "tokens": list(_tokens(of, found.tokens, skips)),
        "summary": {
            **{str(state): counts[state] for state in State},
            "percent": round(found.percent, 1),
        },
    }


def _alone(source: str, checked: CheckedFactsheet) -> CheckedFactsheet:
    """The fact sheet as far as one source is concerned."""
    factsheet = checked.factsheet
    return replace(
        checked,
        factsheet=replace(factsheet, sources={source: factsheet.sources[source]}),
        facts={
            name: fact
            for name, fact in checked.facts.items()
            if any(one.citation.source == source for one in fact.evidence)
        },
    )


def _skips(source: str, checked: CheckedFactsheet) -> list[tuple[Evidence, str]]:
    """The passages of a source that were left out, with the reasons."""
    pairs = zip(checked.skips, checked.factsheet.skips, strict=True)
    return [(found, skip.because) for found, skip in pairs if found.citation.source == source]


def _tokens(
    of: PagedText, tokens: tuple[Covered, ...], skips: list[tuple[Evidence, str]]
) -> Iterator[Json]:
    for covered in tokens:
        token = covered.token
        first = columns(of.page.line(token.line, of.parts)[1], *_on_first(of, covered))
        last = columns(of.page.line(token.end_line, of.parts)[1], *_on_last(covered))
        if first is None or last is None:
            continue
        yield {
            "line": token.line,
            "start": first[0],
            "end_line": token.end_line,
            "end": last[1],
            "kind": str(token.kind),
            "text": token.text,
            "state": str(covered.state),
            "because": _because(covered, skips),
        }


def _on_first(of: PagedText, covered: Covered) -> tuple[int, int]:
    token = covered.token
    one = token.line == token.end_line
    return token.start, token.end if one else len(of.article.lines[token.line - 1])


def _on_last(covered: Covered) -> tuple[int, int]:
    token = covered.token
    return token.start if token.line == token.end_line else 0, token.end


def _because(covered: Covered, skips: list[tuple[Evidence, str]]) -> str | None:
    """Why a token was left out."""
    if covered.state is not State.SKIPPED:
        return None
    token = covered.token
    start, end = (token.line, token.start), (token.end_line, token.end)
    for evidence, because in skips:
        if any(_meets(anchor, start, end) for anchor in evidence.anchors):
            return because
    return None


def _meets(anchor: Anchor, start: tuple[int, int], end: tuple[int, int]) -> bool:
    return (anchor.line, anchor.start) < end and start < (anchor.line, anchor.end)
