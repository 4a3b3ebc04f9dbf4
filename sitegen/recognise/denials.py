"""The clauses of a text and what they deny, to compare two texts that may say the same."""

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from sitegen.recognise.language import Language
from sitegen.recognise.logic import Sign, negations
from sitegen.recognise.words import Words, words

_BREAK = re.compile(r"[,;:.!?()\[\]“”\"—–]|--")
_STEM = 5  # letters by which two forms of a word are the same
_SHORTEST = 4
_NEAR = 40  # characters in which the word beside a negation ends


class Clause(NamedTuple):
    """The stems of the words that carry the meaning of a clause, and its negations.

    Negations that deny nothing are left out: “not only”.
    """

    content: frozenset[str]
    negations: tuple[Sign, ...]


def clauses(
    text: str, language: Language, kept: frozenset[str] = frozenset()
) -> tuple[Clause, ...]:
    """The clauses of a text, more or less: parted by its marks and by words that begin one.

    `kept` are words of the other text, in lower case: where it has the “only” of “not only”, the
    “not” is wanted after all.
    """
    signs = [sign for sign in negations(text, language) if _denies(text, sign, language, kept)]
    read = words(text, language)
    edges = {0, len(text)} | {found.end() for found in _BREAK.finditer(text)}
    edges.update(read.start(at) for at, low in enumerate(read.lows) if low in language.clauses)
    starts = [sign.start for sign in signs]
    return tuple(
        Clause(
            content(text[start:end], language),
            tuple(signs[bisect_left(starts, start) : bisect_left(starts, end)]),
        )
        for start, end in pairwise(sorted(edges))
    )


def _denies(text: str, sign: Sign, language: Language, kept: frozenset[str]) -> bool:
    near = text[max(0, sign.start - _NEAR) : sign.start]
    before = near.rpartition(" ")[0].rpartition(" ")[2].lower()
    after = text[sign.end : sign.end + _NEAR].lstrip().partition(" ")[0].rstrip(".,;:").lower()
    word = sign.word.replace("’", "'").lower()
    opens = not near.rstrip()[-1:].isalnum()
    answers = sign.meaning == "no" and opens and not text[sign.end + 1 : sign.end + 2].isalnum()
    beside = {after: f"{word} {after}", before: f"{before} {word}"}
    said = any(
        phrase in language.no_denials and companion not in kept
        for companion, phrase in beside.items()
    )
    return not (answers or said)


def content(text: str, language: Language) -> frozenset[str]:
    """The stems of the words of a text that carry its meaning."""
    read = words(text, language)
    return frozenset(low[:_STEM] for low in read.lows if _carries(low, read))


def _carries(low: str, read: Words) -> bool:
    language = read.language
    return (
        len(low) >= _SHORTEST
        and low not in language.negations
        and not low.endswith("n't")
        and low not in language.clauses
    )


def negated_in_a_word(text: str, other: str, language: Language) -> bool:
    """Whether a word of a text negates in itself a word of the other: unable, childless."""
    lows = set(words(other, language).lows)
    stems = {low[:_STEM] for low in lows if len(low) >= _SHORTEST}
    for low in set(words(text, language).lows) - lows:
        for form, place in language.negating.items():
            bare = low.removeprefix(form) if place == "before" else low.removesuffix(form)
            if bare != low and len(bare) >= _SHORTEST and bare[:_STEM] in stems:
                return True
    return False
