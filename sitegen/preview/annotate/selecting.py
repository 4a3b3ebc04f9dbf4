"""From words that somebody has selected on a page to a citation that the check finds."""

from collections.abc import Iterator

from sitegen.anchor import Ambiguous, ArticleText, Found, locate, normalised
from sitegen.frozen import dataclass, replace
from sitegen.model import Anchor, LineRange, Selector, Tier
from sitegen.preview.annotate.bodies import Point
from sitegen.preview.annotate.page_text import HIDDEN
from sitegen.preview.annotate.problems import Json, ProblemError
from sitegen.preview.annotate.sheet import SourceText
from sitegen.recognise import Token
from sitegen.yamltree import code_point, hidden

MOST_LINES = 20
"""Lines that a citation may take in."""
_MOST_CHARACTERS = 4_000
_MOST_BESIDE = 6  # words of a prefix or suffix
_LONGEST_WORD = 200  # characters by which a selection grows to whole words
_MOST_OCCURRENCES = 500
_OPENING = frozenset("“„‟«»\"‘‚‹›'「『")
_CLOSING = frozenset("”“»«\"’‘›‹'」』")


@dataclass(frozen=True, slots=True)
class Selected:
    """Words of an article: raw offsets of its lines joined by line feeds, and how they are cited.

    `selector` has them as one piece.
    """

    of: SourceText
    start: int
    end: int
    selector: Selector

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Where they stand."""
        return tuple(self.of.text.anchors(self.start, self.end))


def as_mapping(source: str, selector: Selector) -> Json:
    """A selector as an editor writes it."""
    exact = selector.exact
    given = {
        "source": source,
        "lines": str(selector.lines),
        "exact": exact[0] if len(exact) == 1 else list(exact),
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "occurrence": selector.occurrence,
    }
    return {name: value for name, value in given.items() if value is not None}


def select(of: SourceText, start: Point, end: Point) -> Selected:
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
    return Selected(of, first, last, selector_of(of, first, last))


def selector_of(of: SourceText, first: int, last: int) -> Selector:
    """What points at a raw range, and at nothing else. Raises ProblemError."""
    text = of.text
    lines = LineRange(text.line_at(first), text.line_at(last - 1))
    if lines.last - lines.first >= MOST_LINES or last - first > _MOST_CHARACTERS:
        raise ProblemError(
            f"that is a lot for one citation: at most {MOST_LINES} lines, "
            f"and {_MOST_CHARACTERS:,} characters",
            "select the words that the statement rests on, or make several facts of them",
        )
    selector = Selector(lines, (_words(text, first, last),))
    wanted = tuple(text.anchors(first, last))
    outcome = locate(text, selector)
    if isinstance(outcome, Ambiguous):
        beside = _told_apart(of, selector, first, last, wanted)
        if beside is None:
            raise ProblemError(
                "these words stand many times in these lines", "select some more of the sentence"
            )
        return beside
    if not isinstance(outcome, Found) or outcome.anchors != wanted:
        raise ProblemError(
            "these words cannot be cited by themselves", "select some more of the sentence"
        )
    return selector


def _raw(of: SourceText, start: Point, end: Point) -> tuple[int, int]:
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


def _within_marks(of: SourceText, first: int, last: int) -> tuple[int, int]:
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


def quotations(of: SourceText, first: int, last: int) -> Iterator[Token]:
    """The quotations that share a character with a raw range."""
    begin, end = of.text.line_at(first), of.text.line_at(last - 1)
    for token in of.reading.quotations_within(max(1, begin - MOST_LINES), end):
        start, stop = extent(of, token)
        if start < last and first < stop:
            yield token


def extent(of: SourceText, token: Token) -> tuple[int, int]:
    """A token as raw offsets."""
    start = of.text.range_of(LineRange(token.line, token.line))[0] + token.start
    end = of.text.range_of(LineRange(token.end_line, token.end_line))[0] + token.end
    return start, end


def _whole(text: ArticleText, first: int, last: int) -> tuple[int, int]:
    """A range as whole words and numbers."""
    least, most = max(0, first - _LONGEST_WORD), min(len(text.raw), last + _LONGEST_WORD)
    while first > least and (text.cuts_before(first) or text.raw[first].isspace()):
        first -= 1
    while last < most and (text.cuts_after(last) or text.raw[last - 1].isspace()):
        last += 1
    return first, last


def _words(text: ArticleText, first: int, last: int) -> str:
    """Words as a citation has them: on one line, without what nobody sees."""
    words = normalised(text.raw[first:last], Tier.T1).strip()
    if not any(character.isalnum() for character in words):
        raise ProblemError("no words are selected", "select the words that the fact rests on")
    unseen = next(hidden(words), None)
    if unseen is not None:
        raise ProblemError(
            f"a content file may not hold one of these characters: {code_point(words[unseen])}",
            "select the words before or after it",
        )
    return words


def _told_apart(
    of: SourceText, selector: Selector, first: int, last: int, wanted: tuple[Anchor, ...]
) -> Selector | None:
    """A selector with what stands beside the words, else with their number, that finds them."""
    for given in (*_beside(of, selector, first, last), *_numbered(selector)):
        outcome = locate(of.text, given)
        if isinstance(outcome, Found) and outcome.anchors == wanted:
            return given
        if given.occurrence is not None and not isinstance(outcome, Found):
            return None
    return None


def _beside(of: SourceText, selector: Selector, first: int, last: int) -> Iterator[Selector]:
    """With words before them, with words after them, with both; few words first."""
    before = _near(of, first, after=False)
    after = _near(of, last, after=True)
    for size in range(1, _MOST_BESIDE + 1):
        prefix = " ".join(before[-size:]) if len(before) >= size else None
        suffix = " ".join(after[:size]) if len(after) >= size else None
        if prefix:
            yield replace(selector, prefix=prefix)
        if suffix:
            yield replace(selector, suffix=suffix)
        if prefix and suffix:
            yield replace(selector, prefix=prefix, suffix=suffix)


def _near(of: SourceText, offset: int, *, after: bool) -> list[str]:
    """The words of the same line before or after a raw offset, as far as they are shown."""
    number = of.text.line_at(offset if after else max(0, offset - 1))
    begin, end = of.text.range_of(LineRange(number, number))
    column = min(max(offset - begin, 0), end - begin)
    line = of.article.lines[number - 1]
    words: list[str] = []
    rest = line[column:].split() if after else line[:column].split()[::-1]
    for word in rest[:_MOST_BESIDE]:
        clean = normalised(word, Tier.T1)
        if not clean or next(hidden(clean), None) is not None:
            break
        words.append(clean)
    cuts = of.page.shown.by_line.get(number, ())
    ahead = [cut.start - column if after else column - cut.end for cut in cuts]
    room = min((gap for gap in ahead if gap >= 0), default=len(line))
    while words and sum(len(word) + 1 for word in words) > room:
        words.pop()
    return words if after else words[::-1]


def _numbered(selector: Selector) -> Iterator[Selector]:
    for number in range(1, _MOST_OCCURRENCES + 1):
        yield replace(selector, occurrence=number)
