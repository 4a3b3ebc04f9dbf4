"""From a selector to the place of its words, or to the reason why there is none."""

from dataclasses import dataclass

from sitegen.anchor.nearest import Nearest, nearest
from sitegen.anchor.search import Search, Sequence, tightest
from sitegen.anchor.text import ATTEMPTS, ArticleText
from sitegen.model import Anchor, LineRange, Selector, Tier

_MOST_BETWEEN = 1000  # characters that may part pieces outside the cited lines
_MOST_PLACES = 20  # places that an outcome lists

# Slips that have a name: whether the words stand whole in the text, and what is said of it.
_SLIPS = (
    (True, "the words stand there, but not beside this prefix or suffix"),
    (False, "the letters stand there, but as a part of a longer word or number"),
)

Places = tuple[tuple[Anchor, ...], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The words stand in the cited lines: once, or where the selector says."""

    tier: Tier
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The words stand more than once in the cited lines."""

    tier: Tier
    places: Places


@dataclass(frozen=True, slots=True)
class Moved:
    """The words stand nowhere in the cited lines, and once elsewhere."""

    tier: Tier
    lines: LineRange
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The words stand nowhere in the cited lines, and several times elsewhere."""

    tier: Tier
    places: Places


@dataclass(frozen=True, slots=True)
class Near:
    """Most of the words stand in one place. `words` are the article's there; `reason` tells the
    difference.
    """

    anchors: tuple[Anchor, ...]
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Missing:
    """The words stand nowhere. `reason` says so by name where it can; `closest` may show where."""

    reason: str | None
    closest: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """The article has no such lines; `last` is its last."""

    last: int


Outcome = Found | Ambiguous | Moved | Elsewhere | Near | Missing | OutOfRange


def locate(text: ArticleText, selector: Selector) -> Outcome:
    """Where the words of a selector stand. The first tier at which they do decides.

    Several pieces stand in order without overlapping. They are found where the shortest stretch
    that holds them is the only one; or, with `occurrence`, from the n-th place of the first piece
    on, each further piece at the next place after the one before.
    """
    lines = selector.lines
    if lines.last > len(text.lines):
        return OutOfRange(len(text.lines))
    for tier, joined in ATTEMPTS:
        search = Search(text, tier, joined, selector)
        sequences = search.sequences(lines)
        if not sequences:
            continue
        if selector.occurrence is not None:
            if selector.occurrence > len(sequences):
                return _too_few(search, sequences)
            return Found(tier, search.anchors(sequences[selector.occurrence - 1]))
        shortest = tightest(sequences)
        if len(shortest) == 1:
            return Found(tier, search.anchors(shortest[0]))
        return Ambiguous(tier, _places(search, shortest))
    return _elsewhere(text, selector) or _explained(text, selector)


def _places(search: Search, sequences: list[Sequence]) -> Places:
    return tuple(search.anchors(sequence) for sequence in sequences[:_MOST_PLACES])


def _too_few(search: Search, sequences: list[Sequence]) -> Missing:
    count = len(sequences)
    times = "once" if count == 1 else f"{count} times"
    return Missing(f"they stand there {times}, not more often", search.anchors(sequences[-1]))


def _elsewhere(text: ArticleText, selector: Selector) -> Moved | Elsewhere | None:
    """The words outside the cited lines, the pieces close together."""
    for tier, joined in ATTEMPTS:
        search = Search(text, tier, joined, selector)
        longest = sum(map(len, search.pieces)) + _MOST_BETWEEN
        sequences = [
            sequence
            for sequence in tightest(search.sequences(LineRange(1, len(text.lines))))
            if sequence[-1].end - sequence[0].start <= longest
        ]
        if len(sequences) == 1:
            anchors = search.anchors(sequences[0])
            return Moved(tier, LineRange(anchors[0].line, anchors[-1].line), anchors)
        if sequences:
            return Elsewhere(tier, _places(search, sequences))
    return None


def _explained(text: ArticleText, selector: Selector) -> Near | Missing:
    """Why the words stand nowhere: a slip that has a name, else the nearest words."""
    lines = selector.lines
    for whole_words, reason in _SLIPS:
        for tier, joined in ATTEMPTS:
            bare = Search(text, tier, joined, Selector(lines, selector.exact))
            there = bare.sequences(lines, whole_words=whole_words)
            if there:
                return Missing(reason, bare.anchors(there[0]))
    tier, joined = ATTEMPTS[-1]
    for piece in selector.exact:
        alone = Search(text, tier, joined, Selector(lines, (piece,)))
        if not alone.sequences(lines):
            return _described(nearest(text, piece, lines))
    reason = "the pieces stand there, but not in this order"
    first = Search(text, tier, joined, Selector(lines, selector.exact[:1]))
    return Missing(reason, first.anchors(first.sequences(lines)[0]))


def _described(found: Nearest | None) -> Near | Missing:
    if found is None:
        return Missing(None, ())
    if found.most:
        return Near(found.anchors, found.words, found.reason)
    return Missing(found.reason, found.anchors)
