"""How much of the articles is annotated: every quotation, number and date, covered or not.

A token is covered when it lies whole within the words of one citation, skipped when it lies whole
within a passage that was left out with a reason, else open.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from sitegen.frozen import dataclass
from sitegen.model import Anchor, CheckedFactsheet, Evidence, Source
from sitegen.recognise import Token, TokenKind, recognise


class State(StrEnum):
    """What became of a token."""

    COVERED = "covered"
    SKIPPED = "skipped"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Covered:
    """A token of a source with its state."""

    source: str
    path: str
    token: Token
    state: State


@dataclass(frozen=True, slots=True)
class Coverage:
    """All tokens by source and place."""

    tokens: tuple[Covered, ...]

    @property
    def counts(self) -> Mapping[State, int]:
        """How many tokens are in each state."""
        counts = Counter(covered.state for covered in self.tokens)
        return {state: counts[state] for state in State}

    @property
    def percent(self) -> float:
        """The share of tokens that are covered or skipped; of no tokens at all, 100."""
        if not self.tokens:
            return 100.0
        return 100.0 * (len(self.tokens) - self.counts[State.OPEN]) / len(self.tokens)


Place = tuple[int, int]  # a line and an offset in it
Stretch = tuple[Place, Place]


def coverage(checked: CheckedFactsheet) -> Coverage:
    """Which tokens of each readable article are covered, skipped or open."""
    cited: dict[str, list[Stretch]] = {}
    for fact in checked.facts.values():
        _gather(fact.evidence, checked.factsheet.sources, cited)
    skipped: dict[str, list[Stretch]] = {}
    _gather(checked.skips, checked.factsheet.sources, skipped)
    return Coverage(
        tuple(
            Covered(source.id, source.article.path, token, state)
            for source in checked.factsheet.sources.values()
            if source.article
            for token, state in _judged(
                source.article.lines,
                sorted(cited.get(source.id, ())),
                sorted(skipped.get(source.id, ())),
            )
        )
    )


def _gather(
    evidence: Iterable[Evidence],
    sources: Mapping[str, Source],
    stretches: dict[str, list[Stretch]],
) -> None:
    for found in evidence:
        source = sources.get(found.citation.source)
        if source and source.article:
            into = stretches.setdefault(source.id, [])
            into += _stretches(found.anchors, source.article.lines)


def _stretches(anchors: tuple[Anchor, ...], lines: tuple[str, ...]) -> Iterator[Stretch]:
    """The anchors of one citation, those joined that only a line end parts."""
    start: Place | None = None
    end: Place = (0, 0)
    for anchor in anchors:
        first = (anchor.line, anchor.start)
        if start is not None and not _is_blank_between(end, first, lines):
            yield start, end
            start = None
        start = start or first
        end = (anchor.line, anchor.end)
    if start is not None:
        yield start, end


def _is_blank_between(end: Place, start: Place, lines: tuple[str, ...]) -> bool:
    if end[0] == start[0]:
        return False
    between = lines[end[0] : start[0] - 1]
    rest = lines[end[0] - 1][end[1] :]
    return not (rest + "".join(between) + lines[start[0] - 1][: start[1]]).strip()


def _judged(
    lines: tuple[str, ...], cited: list[Stretch], skipped: list[Stretch]
) -> Iterator[tuple[Token, State]]:
    covering, leaving_out = _Furthest(cited), _Furthest(skipped)
    for token in recognise(lines):
        start, end = _within_marks(token)
        if covering.reach(start) >= end:
            yield token, State.COVERED
        elif leaving_out.reach(start) >= end:
            yield token, State.SKIPPED
        else:
            yield token, State.OPEN


class _Furthest:
    """How far the stretches that begin by a place reach; asked for places in rising order."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self.stretches = stretches
        self.next = 0
        self.furthest: Place = (0, 0)

    def reach(self, place: Place) -> Place:
        while self.next < len(self.stretches) and self.stretches[self.next][0] <= place:
            self.furthest = max(self.furthest, self.stretches[self.next][1])
            self.next += 1
        return self.furthest


def _within_marks(token: Token) -> Stretch:
    """The part of a token that a citation has to hold: of a quotation, from first to last word."""
    start, end = (token.line, token.start), (token.end_line, token.end)
    if token.kind is not TokenKind.QUOTATION:
        return start, end
    wordless_start = next((n for n, c in enumerate(token.text) if c.isalnum()), 0)
    wordless_end = next((n for n, c in enumerate(reversed(token.text)) if c.isalnum()), 0)
    return (token.line, token.start + wordless_start), (token.end_line, token.end - wordless_end)
