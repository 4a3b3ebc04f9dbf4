"""From words that somebody has selected on a page to a citation that the check finds."""

from sitegen.anchor import ArticleText
from sitegen.drafts.suggest.citing import MOST_LINES, Selected, extent, quotations, selector_of
from sitegen.drafts.suggest.uncitable import UncitableError
from sitegen.model import LineRange
from sitegen.preview.annotate.bodies import Point
from sitegen.preview.annotate.page_text import HIDDEN
from sitegen.preview.annotate.problems import ProblemError
from sitegen.preview.annotate.sheet import PagedText

_LONGEST_WORD = 200  # characters by which a selection grows to whole words
_OPENING = frozenset("“„‟«»\"‘‚‹›'「『")
_CLOSING = frozenset("”“»«\"’‘›‹'」』")


def select(of: PagedText, start: Point, end: Point) -> Selected:
    """The words between two places of a page, as a citation that the check finds.

    They are made whole words, without spaces or quotation marks around them. Raises ProblemError.
    """
    first, last = _raw(of, start, end)
    first, last = _whole(of.text, *_within_marks(of, first, last))
    anchors = tuple(of.text.anchors(first, last))
    if not anchors:
        raise ProblemError("no words are selected", "select the words that the fact rests on")
    if of.page.shown.hides(anchors):
        raise _redacted()
    try:
        return Selected(of, first, last, selector_of(of, first, last))
    except UncitableError as problem:
        raise ProblemError(problem.reason, problem.hint) from None


def _raw(of: PagedText, start: Point, end: Point) -> tuple[int, int]:
    """The raw offsets of a selection, without the spaces around it."""
    if (end.line, end.column) < (start.line, start.column):
        start, end = end, start
    count = len(of.article.lines)
    if not 1 <= start.line <= end.line <= count:
        raise ProblemError(f"the text has no such line: it has {count:,}", "reload the page")
    if end.line - start.line > 10 * MOST_LINES:
        raise ProblemError(
            f"that is a lot for one citation: at most {MOST_LINES} lines",
            "select the words that the statement rests on",
        )
    found: list[tuple[int, int]] = []
    for number in range(start.line, end.line + 1):
        shown, places = of.page.line(number, of.parts)
        first = min(start.column, len(shown)) if number == start.line else 0
        last = min(end.column, len(shown)) if number == end.line else len(shown)
        first, last = _trimmed(shown, first, last)
        if first == last:
            if of.article.lines[number - 1].strip() and not shown.strip():
                raise _elided()
            continue
        stands = places[first:last]
        if HIDDEN in stands:
            raise _redacted() if of.parts is None else _elided()
        if stands[-1] - stands[0] != last - first - 1:
            raise _redacted()
        begin = of.text.range_of(LineRange(number, number))[0]
        found.append((begin + stands[0], begin + stands[-1] + 1))
    if not found:
        raise ProblemError("no words are selected", "select the words that the fact rests on")
    return found[0][0], found[-1][1]


def _trimmed(line: str, first: int, last: int) -> tuple[int, int]:
    while first < last and line[first].isspace():
        first += 1
    while first < last and line[last - 1].isspace():
        last -= 1
    return first, last


def _redacted() -> ProblemError:
    return ProblemError(
        "some of these words are redacted, and no fact may show them",
        "select words beside them; “redact” in content/sources.yaml says what is withheld",
    )


def _elided() -> ProblemError:
    return ProblemError(
        "some of these lines are not shown here",
        "select words that the page shows, or cite the others in your editor",
    )


def _within_marks(of: PagedText, first: int, last: int) -> tuple[int, int]:
    """A selection without the quotation marks at its ends: the words are what is quoted."""
    for token in quotations(of, first, last):
        start, end = extent(of, token)
        text = of.text.raw
        if start == first and last <= end and text[first] in _OPENING:
            first += 1
        if end == last and start <= first and text[last - 1] in _CLOSING:
            last -= 1
    if first >= last:
        raise ProblemError("no words are selected", "select the words that the fact rests on")
    text = of.text.raw[first:last]
    stripped = text.strip()
    lead = len(text) - len(text.lstrip())
    return (first + lead, first + lead + len(stripped)) if stripped else (first, last)


def _whole(text: ArticleText, first: int, last: int) -> tuple[int, int]:
    """A range as whole words and numbers."""
    least, most = max(0, first - _LONGEST_WORD), min(len(text.raw), last + _LONGEST_WORD)
    while first > least and (text.cuts_before(first) or text.raw[first].isspace()):
        first -= 1
    while last < most and (text.cuts_after(last) or text.raw[last - 1].isspace()):
        last += 1
    return first, last
