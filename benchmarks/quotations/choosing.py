"""The selector that an editor adds so that typed words point at one place of the cited lines."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from matching import (
    READINGS,
    TIERS,
    Reading,
    Span,
    everything,
    is_whole,
    places_of,
    sequences,
    spans,
)
from styles import on_one_line

Chain = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Selector:
    """What is added to the words, if anything, and at which tier they are found."""

    tier: int
    field: str = ""  # prefix, suffix or occurrence; empty where the words are unique
    value: str = ""
    because: str = ""

    def spelt(self, spell: Callable[[str], str]) -> "Selector":
        """The same with its prefix or suffix in another spelling."""
        return replace(self, value=spell(self.value))


def choose(
    cited: str, pieces: Sequence[str], truth: Sequence[Span], fields: Sequence[str]
) -> Selector | None:
    """The selector for the truth among the places in the cited lines; None where none can tell.

    Of prefix, suffix and occurrence, the first of `fields` that does it is taken. An occurrence is
    given only where every reading of “whole word” counts alike; a prefix or suffix is long enough
    to hold under all of them, even where parts of words count.
    """
    wanted = tuple(truth)
    places = [places_of(cited, pieces, tier) for tier in TIERS]
    counts = set()
    for reading in READINGS:
        tier, found = _first(cited, places, reading)
        if wanted not in found:
            return None
        counts.add((tier, len(found), found.index(wanted) + 1))
    tier, total, number = min(counts)
    if len(counts) == 1 and total == 1:
        return Selector(tier)
    because = "several places" if len(counts) == 1 else "readings of whole words differ"
    loose = sequences(places[-1], everything)
    for field in fields:
        value = ""
        if field == "occurrence" and len(counts) == 1:
            value = str(number)
        elif field == "prefix":
            value = next(_prefixes(cited, loose, wanted), "")
        elif field == "suffix":
            value = next(_suffixes(cited, loose, wanted), "")
        if value:
            return Selector(tier, field, value, because)
    return None


def _first(
    cited: str, places: Sequence[Sequence[Sequence[Span]]], reading: Reading
) -> tuple[int, list[Chain]]:
    """The first tier at which whole words match, and all that match at it."""

    def whole(span: Span) -> bool:
        return is_whole(cited, span, reading)

    found: list[Chain] = []
    for tier in TIERS:
        found = sequences(places[tier], whole)
        if found:
            return tier, found
    return len(TIERS), found


def _prefixes(cited: str, loose: Sequence[Chain], wanted: Chain) -> Iterator[str]:
    """Prefixes of the wanted place alone, the shortest first."""
    before = cited[: wanted[0][0]]
    starts = [0, *(found.start() for found in re.finditer(r"(?<=\s)(?=\S)", before))]
    for start in reversed(starts):
        typed = on_one_line(before[start:])
        if _is_context(typed):
            ends = {end for _, end in spans(cited, typed, TIERS[-1])}
            beside = {chain[0] for chain in loose if len(cited[: chain[0][0]].rstrip()) in ends}
            beside |= {chain[0] for chain in loose if chain[0][0] in ends}
            if beside == {wanted[0]}:
                yield typed


def _suffixes(cited: str, loose: Sequence[Chain], wanted: Chain) -> Iterator[str]:
    """Suffixes of the wanted place alone, the shortest first."""
    after = cited[wanted[-1][1] :]
    ends = [*(found.start() for found in re.finditer(r"(?<=\S)(?=\s)", after)), len(after)]
    for end in ends:
        typed = on_one_line(after[:end])
        if _is_context(typed):
            starts = {start for start, _ in spans(cited, typed, TIERS[-1])}
            if [chain[0] for chain in loose if _beside(cited, chain[-1][1], starts)] == [wanted[0]]:
                yield typed


def _beside(cited: str, end: int, starts: Set[int]) -> bool:
    """Whether something begins where words end, or after the spaces there."""
    after = cited[end:]
    return end in starts or end + len(after) - len(after.lstrip()) in starts


def _is_context(typed: str) -> bool:
    """Whether an editor can type it: something, and without spaces at its ends."""
    return bool(typed) and typed == typed.strip()
