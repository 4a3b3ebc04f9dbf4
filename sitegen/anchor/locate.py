"""From a selector to the place of its words, or to the reason why there is none."""

from collections.abc import Iterator
from itertools import islice

from sitegen.anchor.nearest import Nearest, nearest
from sitegen.anchor.search import Search, Sequence, as_written, searches
from sitegen.anchor.text import LADDER, ArticleText
from sitegen.diagnostics import Difference
from sitegen.frozen import dataclass
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
    difference, and `difference` shows it.
    """

    anchors: tuple[Anchor, ...]
    words: str
    reason: str
    difference: Difference | None = None


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

    Several pieces stand in order without overlapping: each further piece at the next place after
    the one before. They are found where only one place of the first piece has the others after it,
    or, with `occurrence`, from the n-th such place on.
    """
    return within(text, selector) or elsewhere(text, selector) or _explained(text, selector)


def within(text: ArticleText, selector: Selector) -> Outcome | None:
    """What `locate` tells of the words in their lines, and of lines that there are not."""
    lines = selector.lines
    if not 1 <= lines.first <= lines.last <= len(text.lines):
        return OutOfRange(len(text.lines))
    tried: Tier | None = None
    if len(selector.exact) == 1 and _has_no_aids(selector):
        places = tuple(islice(as_written(text, selector.exact[0].strip(), lines), 2))
        if len(places) == 1:
            return Found(Tier.T0, tuple(text.anchors(*places[0])))
        tried = None if places else Tier.T0
    for search in searches(text, selector):
        outcome = _chosen(search, selector.occurrence, lines) if search.tier is not tried else None
        if outcome:
            return outcome
    return None


def _has_no_aids(selector: Selector) -> bool:
    return not (selector.prefix or selector.suffix) and selector.occurrence is None


def _chosen(search: Search, occurrence: int | None, lines: LineRange) -> Outcome | None:
    if occurrence is not None:
        return _counted(search, occurrence, lines)
    places = _places(search, search.sequences(lines))
    if len(places) > 1:
        return Ambiguous(search.tier, places)
    return Found(search.tier, places[0]) if places else None


def _counted(search: Search, occurrence: int, lines: LineRange) -> Found | Missing | None:
    count = 0
    last: Sequence = ()
    for count, last in enumerate(search.sequences(lines), start=1):
        if count == occurrence:
            return Found(search.tier, search.anchors(last))
    if not count:
        return None
    times = "once" if count == 1 else f"{count} times"
    return Missing(f"they stand there {times}, not more often", search.anchors(last))


def _places(search: Search, sequences: Iterator[Sequence]) -> Places:
    return tuple(search.anchors(sequence) for sequence in islice(sequences, _MOST_PLACES))


def elsewhere(text: ArticleText, selector: Selector) -> Moved | Elsewhere | None:
    """The words outside the cited lines, the pieces close together."""
    if selector.lines == LineRange(1, len(text.lines)):
        return None
    for search in searches(text, selector):
        longest = sum(len(piece.text) for piece in search.pieces) + _MOST_BETWEEN
        sequences = search.sequences(LineRange(1, len(text.lines)))
        close = (found for found in sequences if found[-1].end - found[0].start <= longest)
        places = _places(search, close)
        if len(places) == 1:
            anchors = places[0]
            return Moved(search.tier, LineRange(anchors[0].line, anchors[-1].line), anchors)
        if places:
            return Elsewhere(search.tier, places)
    return None


def _explained(text: ArticleText, selector: Selector) -> Near | Missing:
    """Why the words stand nowhere: a slip that has a name, else the nearest words."""
    lines = selector.lines
    for whole_words, reason in _SLIPS if selector.prefix or selector.suffix else _SLIPS[1:]:
        for bare in searches(text, Selector(lines, selector.exact)):
            there = next(bare.sequences(lines, whole_words=whole_words), None)
            if there:
                return Missing(reason, bare.anchors(there))
    for piece in selector.exact:
        alone = Search(text, LADDER[-1], Selector(lines, (piece,)))
        if next(alone.sequences(lines), None) is None:
            return _described(nearest(text, piece, lines))
    reason = "the pieces stand there, but not in this order"
    first = Search(text, LADDER[-1], Selector(lines, selector.exact[:1]))
    return Missing(reason, first.anchors(next(first.sequences(lines))))


def _described(found: Nearest | None) -> Near | Missing:
    if found is None:
        return Missing(None, ())
    if found.most:
        return Near(found.anchors, found.words, found.reason, found.difference)
    return Missing(found.reason or None, found.anchors)
