"""What a figure in a text counts: the noun after it, and of what sort that is."""

from sitegen.frozen import NamedTuple
from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.measures import measure
from sitegen.recognise.language import Language
from sitegen.recognise.text.words import Words

_MOST_BETWEEN = 2  # words from a figure to what it counts: 200 angry old men
_SHORTEST_PLURAL = 4
_SHORTEST_STEM = 3  # letters before an ending
_NO_PLURALS = ("ss", "us", "is")
_JOINTS = frozenset({" ", "-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}"})
_NO_SORT = "thing"


class Thing(NamedTuple):
    """What a figure counts: its word in lower case, and its sort.

    "people"; "event", of which people are counted (deaths, jobs); "occasion", which counts any
    (four times); "measure" (years); "money", with the figure itself as its word; else "thing".
    """

    low: str
    sort: str


def counted(amounts: Amounts, amount: Amount) -> Thing | None:
    """The measure of a figure, or the plural noun after it; None where no noun is seen."""
    read, at = amounts.words, amounts.next_word(amount)
    known = measure(amounts, amount)
    if known and known.dimension == "money":
        return Thing(amounts.text(amount), "money")
    if known and known.dimension not in {"count", "share"}:
        return Thing(read.low(at), "measure") if _near(read, at) else None
    if read.role(at) == "of":
        at += 1 + (read.role(at + 1) == "the")
    for after in range(at, at + _MOST_BETWEEN + 1):
        low = read.low(after)
        if read.gap(after - 1) not in _JOINTS or _is_empty(low, read.language):
            return None
        sort = read.language.counted.get(low)
        plural = low.endswith(("s", "men")) and not low.endswith(_NO_PLURALS)
        if sort or (plural and len(low) >= _SHORTEST_PLURAL):
            return Thing(low, sort or _sort(low, read.language))
    return None


def sorts(unit: Words) -> frozenset[str]:
    """The sorts of the words of a unit: what it may count."""
    return frozenset(_sort(low, unit.language) for low in unit.lows)


def ends(read: Words) -> tuple[tuple[int, int], ...]:
    """Where words stand that give the last place of an order: last, at the bottom."""
    known = read.language.last_places
    return tuple(span for low, span in zip(read.lows, read.spans, strict=True) if low in known)


def _near(read: Words, at: int) -> bool:
    return at < len(read) and read.gap(at - 1) in _JOINTS


def _is_empty(low: str, language: Language) -> bool:
    return low in language.particles or low in language.no_names or low in language.clauses


def _sort(low: str, language: Language) -> str:
    """The sort of a noun by its form, its singular or its ending."""
    table = language.counted
    known = table.get(low) or table.get(low.removesuffix("s"))
    if known:
        return known
    single = low.removesuffix("s")
    for length in (3, 2):
        ending = single[-length:]
        if len(single) >= _SHORTEST_STEM + length and table.get(f"-{ending}"):
            return table[f"-{ending}"]
    return _NO_SORT
