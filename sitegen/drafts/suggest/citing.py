"""From words of an article to a citation that the check finds."""

from collections.abc import Iterator

from sitegen.anchor import Ambiguous, ArticleText, Found, locate, normalised
from sitegen.drafts.layout import Value
from sitegen.drafts.suggest.sheet import SourceText
from sitegen.drafts.suggest.uncitable import UncitableError
from sitegen.frozen import dataclass, replace
from sitegen.model import Anchor, LineRange, Selector, Tier
from sitegen.recognise import Token
from sitegen.yamltree import code_point, hidden

MOST_LINES = 20
"""Lines that a citation may take in."""
_MOST_CHARACTERS = 4_000
_MOST_BESIDE = 6  # words of a prefix or suffix
_MOST_OCCURRENCES = 500


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


def selector_of(of: SourceText, first: int, last: int) -> Selector:
    """What points at a raw range, and at nothing else. Raises UncitableError."""
    text = of.text
    lines = LineRange(text.line_at(first), text.line_at(last - 1))
    if lines.last - lines.first >= MOST_LINES or last - first > _MOST_CHARACTERS:
        raise UncitableError(
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
            raise UncitableError(
                "these words stand many times in these lines", "select some more of the sentence"
            )
        return beside
    if not isinstance(outcome, Found) or outcome.anchors != wanted:
        raise UncitableError(
            "these words cannot be cited by themselves", "select some more of the sentence"
        )
    return selector


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


def _words(text: ArticleText, first: int, last: int) -> str:
    """Words as a citation has them: on one line, without what nobody sees."""
    words = normalised(text.raw[first:last], Tier.T1).strip()
    if not any(character.isalnum() for character in words):
        raise UncitableError("no words are selected", "select the words that the fact rests on")
    unseen = next(hidden(words), None)
    if unseen is not None:
        raise UncitableError(
            f"a content file may not hold one of these characters: {code_point(words[unseen])}",
            "select the words before or after it",
        )
    return words


def _told_apart(
    of: SourceText, selector: Selector, first: int, last: int, wanted: tuple[Anchor, ...]
) -> Selector | None:
    """A selector with what stands beside the words, else with their number, that finds them."""
    for given in _beside(of, selector, first, last):
        outcome = locate(of.text, given)
        if isinstance(outcome, Found) and outcome.anchors == wanted:
            return given
    return _numbered(of, selector, wanted)


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
    rest = (
        line[column:].split(None, _MOST_BESIDE)
        if after
        else line[:column].rsplit(None, _MOST_BESIDE)[::-1]
    )
    for word in rest[:_MOST_BESIDE]:
        clean = normalised(word, Tier.T1)
        if not clean or next(hidden(clean), None) is not None:
            break
        words.append(clean)
    cuts = of.shown.by_line.get(number, ())
    ahead = [cut.start - column if after else column - cut.end for cut in cuts]
    room = min((gap for gap in ahead if gap >= 0), default=len(line))
    while words and sum(len(word) + 1 for word in words) > room:
        words.pop()
    return words if after else words[::-1]


def _numbered(of: SourceText, selector: Selector, wanted: tuple[Anchor, ...]) -> Selector | None:
    """With the number of the place among those where the words stand, found by halves."""
    least, most = 1, _MOST_OCCURRENCES
    while least <= most:
        given = replace(selector, occurrence=(least + most) // 2)
        outcome = locate(of.text, given)
        if isinstance(outcome, Found) and outcome.anchors == wanted:
            return given
        if isinstance(outcome, Found) and outcome.anchors < wanted:
            least = (least + most) // 2 + 1
        else:
            most = (least + most) // 2 - 1
    return None


def citation_of(source: str, selector: Selector) -> dict[str, Value]:
    """A selector as an editor writes it, with its source: what is not given is left out."""
    exact = selector.exact
    given: dict[str, Value | None] = {
        "source": source,
        "lines": str(selector.lines),
        "exact": exact[0] if len(exact) == 1 else list(exact),
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "occurrence": selector.occurrence,
    }
    return {name: value for name, value in given.items() if value is not None}
