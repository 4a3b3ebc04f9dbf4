"""The words that an article has around the exact ones: what a unit or an `of` may stand in."""

from collections.abc import Iterable, Sequence

from sitegen.verify.figures.forms import alike
from sitegen.verify.figures.stated_amounts import quoted
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Findings

_AROUND = 40  # words before the exact ones, and after them
_STEM = 4  # letters that words of one stem share


def lows_around(findings: Findings, found: Sequence[Finding]) -> list[Sequence[str]]:
    """The words in lower case of each stretch of exact words, and those around it."""
    return [
        amounts.words.lows[
            max(0, amounts.word_at(stretch.start) - _AROUND) : amounts.word_at(stretch.end)
            + _AROUND
        ]
        for _, stretch, amounts in quoted(findings, found)
    ]


def stands(word: str, near: Iterable[Sequence[str]]) -> bool:
    """Whether a word, or a form of it, is among others: vote for votes."""
    return any(alike(low, word) for lows in near for low in lows)


def may_stand(word: str, near: Iterable[Sequence[str]]) -> bool:
    """Whether a word that begins alike is among others: enough for a doubt, and no more."""
    near = tuple(near)
    begins = any(low[:_STEM] == word[:_STEM] for lows in near for low in lows)
    return begins or stands(word, near)
