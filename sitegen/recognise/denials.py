"""What a text denies, in which words, to compare two texts that may say the same."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from sitegen.recognise.language import Language
from sitegen.recognise.logic import Sign, negations
from sitegen.recognise.text.words import Words, words

_BREAK = re.compile(r"[,;:.!?()\[\]“”\"—–¶]|--")
_SHORTEST = 4  # letters of a word of which more than the whole may be compared
_SHORTEST_WORD = 3
_ENDING = len("est")
_NEAR = 40  # characters in which the word beside a negation ends
_SPAN_WORDS = 3  # words from “for” to the number of “for more than 20 years”
_LETTERS = re.compile(r"[^\W\d_]++")


class Denial(NamedTuple):
    """A negation, and the first words after it in its clause that carry a meaning, in lower case.

    Only in its own clause: in “not Ada, who came” nothing is said of coming.
    """

    sign: Sign
    denied: tuple[str, ...]


class Alike:
    """Words, ready to be asked whether they hold another form of a word: came of comes not."""

    def __init__(self, lows: Iterable[str]) -> None:
        self._by_start: dict[str, set[str]] = {}
        for low in lows:
            self._by_start.setdefault(low[:_SHORTEST_WORD], set()).add(low)

    def has(self, low: str) -> bool:
        """Whether a word of the same stem is there."""
        return any(_alike(low, other) for other in self._by_start.get(low[:_SHORTEST_WORD], ()))


def _alike(one: str, two: str) -> bool:
    """Whether two words differ in their endings alone: open, opening; knows, known."""
    short, long = sorted((one, two), key=len)
    if short == long:
        return True
    if len(short) < _SHORTEST:
        return False
    stem = max(_SHORTEST, len(short) - 1)
    return short[:stem] == long[:stem]


def may_deny(text: str, language: Language) -> bool:
    """Whether a text may hold a negation: a quick look, which may say yes too often."""
    lows = set(_LETTERS.findall(text.lower()))
    return "t" in lows or not language.negations.keys().isdisjoint(lows)


def denials(
    text: str, language: Language, kept: frozenset[str] = frozenset()
) -> tuple[Denial, ...]:
    """The negations of a text, without those that deny nothing: “not only”.

    `kept` are words of the other text, in lower case: where it has the “only” of “not only”, the
    “not” is wanted after all.
    """
    signs = [sign for sign in negations(text, language) if _denies(text, sign, language, kept)]
    if not signs:
        return ()
    read = words(text, language)
    edges = [*clause_starts(text, language), len(text)]
    return tuple(
        Denial(sign, _carrying(read, sign.end, edges[bisect_right(edges, sign.start)]))
        for sign in signs
    )


def clause_starts(text: str, language: Language) -> list[int]:
    """Where clauses begin, more or less: after the marks of a text, at words that begin one."""
    read = words(text, language)
    begins = {read.start(at) for at, low in enumerate(read.lows) if low in language.clauses}
    return sorted({found.end() for found in _BREAK.finditer(text)} | begins)


def _carrying(read: Words, start: int, end: int) -> tuple[str, ...]:
    return tuple(
        low
        for (first, last), low in zip(read.spans, read.lows, strict=True)
        if first >= start and last <= end and _carries(low, read.language)
    )


def _denies(text: str, sign: Sign, language: Language, kept: frozenset[str]) -> bool:
    near = text[max(0, sign.start - _NEAR) : sign.start]
    before = near.rpartition(" ")[0].rpartition(" ")[2].lower()
    after = text[sign.end : sign.end + _NEAR].lstrip().partition(" ")[0].rstrip(".,;:").lower()
    word = sign.word.replace("’", "'").lower()
    opens = not near.rstrip()[-1:].isalnum()
    answers = sign.meaning == "no" and opens and not text[sign.end + 1 : sign.end + 2].isalnum()
    beside = {after: f"{word} {after}", before: f"{before} {word}"}
    rest = words(text[sign.end :], language).lows
    paired = any(language.qualifiers.get(low) == "contrast" for low in rest)
    said = any(
        (paired or language.no_denials.get(phrase, "more") != "more")
        and phrase in language.no_denials
        and companion not in kept
        for companion, phrase in beside.items()
    )
    exact = sign.meaning == "hardly" and _is_number(after, language)  # barely 20 are nearly 20
    return not (answers or said or exact)


def _is_number(low: str, language: Language) -> bool:
    first = low.partition("-")[0]
    return low[:1].isdigit() or first in language.cardinals or first in language.tens


def content(text: str, language: Language) -> tuple[str, ...]:
    """The words of a text that carry its meaning, in lower case."""
    return tuple(low for low in words(text, language).lows if _carries(low, language))


def _carries(low: str, language: Language) -> bool:
    return (
        len(low) >= _SHORTEST_WORD
        and low not in language.negations
        and not low.endswith("n't")
        and not low.endswith("ly")
        and low not in language.no_names
        and low not in language.clauses
        and low not in language.empty
    )


def undenied(text: str, language: Language) -> Alike:
    """The words of a text that no negation, or “refused”, before them in their clause denies."""
    read = words(text, language)
    edges = clause_starts(text, language)
    first: dict[int, int] = {}
    for sign in (*negations(text, language), *denying(text, language)):
        clause = bisect_right(edges, sign.start)
        first[clause] = min(sign.start, first.get(clause, sign.start))
    return Alike(
        low
        for (start, _), low in zip(read.spans, read.lows, strict=True)
        if start < first.get(bisect_right(edges, start), len(text))
    )


def denying(text: str, language: Language) -> tuple[Sign, ...]:
    """The words that say without a negation that something is not, or is not done: refused."""
    read = words(text, language)
    return tuple(
        Sign(*read.span(at), read.raw(at), meaning)
        for at, low in enumerate(read.lows)
        if (meaning := _denying(read, at, low))
    )


def _denying(read: Words, at: int, low: str) -> str:
    table = read.language.denying
    for phrase in (low, f"{low} {read.low(at + 1)}"):
        if phrase in table:
            return table[phrase]
    for length in range(_SHORTEST_WORD, len(low) + 1):
        if table.get(low[:length]) == "stem":
            return "stem"
    return ""


def negated_in_a_word(text: str, other: str, language: Language) -> bool:
    """Whether a word of a text negates in itself a word of the other: unable, childless."""
    lows = set(words(other, language).lows)
    known = Alike(low for low in lows if len(low) >= _SHORTEST)
    for low in set(words(text, language).lows) - lows:
        for form, place in language.negating.items():
            bare = low.removeprefix(form) if place == "before" else low.removesuffix(form)
            if bare != low and len(bare) >= _SHORTEST and known.has(bare):
                return True
    return False


def extremes(text: str, language: Language) -> tuple[str, ...]:
    """The words that set something above all others of its kind: first, only, youngest."""
    return tuple(low for low in words(text, language).lows if _extreme(low, language))


def _extreme(low: str, language: Language) -> bool:
    forms = language.superlatives
    ending = forms.get(low[-_ENDING:]) == "ending" and low not in forms
    return low in language.extremes or (ending and len(low) > _ENDING + 1)


def sets_apart(text: str, sign: Sign, language: Language) -> bool:
    """Whether a negation says that nothing else is so: nobody younger, not for 20 years."""
    read = words(text[sign.end :], language)
    for at, low in enumerate(read.lows):
        meaning = language.comparing.get(low, "")
        if meaning == "span" and any(
            _is_number(read.low(at + step), language) for step in range(1, _SPAN_WORDS + 1)
        ):
            return True
        if sign.meaning != "not" and meaning == "other":
            return True
    return False


def standing(text: str, language: Language) -> frozenset[str]:
    """Whom the pronouns of a text stand for: "first", who speaks, or "named", somebody before."""
    lows = words(text, language).lows
    return frozenset(kind for low in lows if (kind := language.standing.get(low)))
