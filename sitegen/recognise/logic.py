"""Negations, quantifiers and qualifiers of a text, and those that a cut leaves just outside."""

import re
from collections.abc import Iterator

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language, Meanings
from sitegen.recognise.text.words import Words, words

_N_T = "n't"
_MOST_CARRIERS = 4  # words between a negation and what it governs: "not true that the"
_NEAR = 60  # characters before a cut in which a negation can stand
_BOUNDS = frozenset('.,;:?!—–()[]"“”„«»\n')
_NO_WORDS = _BOUNDS | {""}
_SENTENCE_BOUND = re.compile(r"[;:?!\n]|\.(?!\w)")
_CLAUSE_BOUND = re.compile(r"[;:?!\n()\[\]\"“”„«»—–]|--|[.,](?!\w)")
_A_WORD = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)?")
_FEW = 3  # words of which a sign is the most
_ENDS = frozenset(".!?…")
_COMMA = re.compile(r"[, ]{1,4}")
_SPACE = re.compile(r" [“\"‘'_]{0,2}")  # a quotation may begin there
_AFTER = frozenset({"exception", "doubt", "condition"})
_OF_THE_VERB = frozenset({"not", "never", "no", "hardly"})  # "without" begins what may be left out
_BETWEEN = frozenset({"exception", "doubt", "condition", "contrast"})


class Sign(NamedTuple):
    """A word that turns, weakens or measures: its place in the text, its word, and its meaning."""

    start: int
    end: int
    word: str
    meaning: str


def negations(text: str, language: Language) -> tuple[Sign, ...]:
    """The negations of a text, in order; "didn't" is one as much as "not"."""
    return negations_among(words(text, language))


def negations_among(read: Words) -> tuple[Sign, ...]:
    """The same of the words of a text that were read already."""
    lows, table = read.lows, read.language.negations
    # A set knows in one step that it shares nothing with the table; few texts have a negation.
    if table.keys().isdisjoint(lows) and _N_T not in " ".join(lows):
        return ()
    found = [index for index, low in enumerate(lows) if low in table or low.endswith(_N_T)]
    return tuple(
        _sign(read, index, meaning)
        for index in found
        if (meaning := _negation(lows[index], read.language)) and not _numbers_a_rank(read, index)
    )


def _numbers_a_rank(read: Words, index: int) -> bool:
    """Whether a “no” is short for number: No. 1, at No 10."""
    capital = read.capital(index) and read.gap(index) == read.gap(index - 1) == " "
    return (
        read.low(index) in read.language.ranks
        and (capital or read.gap(index) in {". ", "."})
        and read.low(index + 1)[:1].isdigit()
    )


def quantifiers(text: str, language: Language) -> tuple[Sign, ...]:
    """The words of a text that say how much or how many, without numbers."""
    return tuple(_signs(words(text, language), language.quantifiers))


def qualifiers(text: str, language: Language) -> tuple[Sign, ...]:
    """The words of a text that weaken it."""
    return tuple(_signs(words(text, language), language.qualifiers))


def person(word: str, language: Language) -> str | None:
    """Whom a pronoun stands for, where that can be told from another; None for other words."""
    return language.persons.get(word.lower())


def left_out(
    text: str, left: tuple[int, int], language: Language, *, follows: bool, precedes: bool
) -> Sign | None:
    """What the words between two offsets say of those around them, which a quotation keeps.

    `follows`, `precedes`: the words just before them are kept, those just after them. A negation
    reaches to the ends of its clause, a qualifier to those of its sentence, an “if” to the clause
    before its own and to the one behind it; a “but” that begins what is left out takes back the
    sentence before it. Where little but the sign is left out, the cut was made to be rid of it.
    """
    start, end = left
    there = text[start:end]
    hedges = {sign for sign in _between(words(there, language)) if sign.meaning in _BETWEEN}
    found = sorted((*negations(there, language), *hedges))
    if not found or len(words(there, language)) <= _FEW:
        return _moved(found[0], start) if found else None
    clause = _reaches(text, left, _CLAUSE_BOUND)
    sentence = _reaches(text, left, _SENTENCE_BOUND)
    for sign in found:
        if sign.meaning == "condition":
            follows_on, leads_on = _conditions(there, sign)
            if (follows and follows_on) or (precedes and leads_on):
                return _moved(sign, start)
            continue
        before, after = sentence if sign in hedges else clause
        begins = sign.meaning == "contrast" and not len(words(there[: sign.start], language))
        if (follows and (begins or sign.start < before)) or (precedes and sign.start >= after):
            return _moved(sign, start)
    return None


def _between(read: Words) -> Iterator[Sign]:
    """The qualifiers of left-out words, without an “if” that makes nothing depend on it."""
    for index, low in enumerate(read.lows):
        phrases = (f"{read.low(index - 1)} {low}", f"{low} {read.low(index + 1)}")
        known = read.language.no_conditions
        if low in read.language.qualifiers and not any(phrase in known for phrase in phrases):
            yield _sign(read, index, read.language.qualifiers[low])


def _conditions(there: str, sign: Sign) -> tuple[bool, bool]:
    """Whether an “if” among left-out words goes with the clause before these, and after them.

    With the one before: “We go [to town, if they vote].” After: “[If they vote,] we go.”
    """
    before, after = there[: sign.start].rstrip().removesuffix(","), there[sign.end :].rstrip()
    return not _CLAUSE_BOUND.search(before), not _CLAUSE_BOUND.search(after.removesuffix(","))


def _reaches(text: str, left: tuple[int, int], bound: re.Pattern[str]) -> tuple[int, int]:
    """Up to where what begins before some left-out words goes on among them, and from where what
    goes on after them has begun.
    """
    start, end = left
    there = text[start:end]
    first, last = len(there), 0
    for match in bound.finditer(there):
        first, last = min(first, match.start()), match.end()
    return (-1 if bound.match(text, start - 1) and start else first), last


def governs(text: str, at: int, language: Language) -> Sign | None:
    """The negation or qualifier just before `at` that reaches over the words which begin there."""
    begin = max(0, at - _NEAR)
    before = text[begin:at]
    if before.rstrip()[-1:] in _NO_WORDS:
        return None
    clause = max((before.rfind(bound) for bound in _BOUNDS), default=-1) + 1
    read = words(before[clause:], language)
    for index in reversed(range(max(0, len(read) - _MOST_CARRIERS - 1), len(read))):
        low = read.low(index)
        meaning = _negation(low, language) or language.qualifiers.get(low, "contrast")
        last = index == len(read) - 1
        if meaning != "contrast" and (last or meaning != "possibility"):
            return _moved(_sign(read, index, meaning), begin + clause)
        if low not in language.carriers:
            return None
    return None


def takes_back(text: str, at: int, language: Language) -> Sign | None:
    """The qualifier just after `at`, a comma aside, that weakens the words which end there."""
    following = _following(text, at, _COMMA)
    if following is None or language.qualifiers.get(_low(following), "") not in _AFTER:
        return None
    meaning = language.qualifiers[_low(following)]
    return Sign(*following.span(), following.group(), meaning)


def breaks_off(text: str, at: int, language: Language) -> Sign | None:
    """The negation just after `at`, before which the words that end there break off: he did | not.

    “Not only” denies nothing.
    """
    following = _following(text, at, _SPACE)
    meaning = _negation(_low(following), language) if following else ""
    if following is None or meaning not in _OF_THE_VERB:
        return None
    second = _A_WORD.search(text, following.end(), following.end() + _NEAR)
    phrase = f"{_low(following)} {_low(second)}" if second else ""
    if language.no_denials.get(phrase) == "more":
        return None
    return Sign(*following.span(), following.group(), meaning)


def _following(text: str, at: int, joint: re.Pattern[str]) -> re.Match[str] | None:
    """The word that follows those which end at `at`, behind the marks of a `joint`."""
    between = None if text[at - 1 : at] in _ENDS else joint.match(text, at)
    return _A_WORD.match(text, between.end()) if between else None


def _low(word: re.Match[str]) -> str:
    return word.group().lower().replace("’", "'")


def _negation(low: str, language: Language) -> str:
    if low.endswith(_N_T):
        return language.negations.get(_N_T, "")
    return language.negations.get(low, "")


def _signs(read: Words, table: Meanings) -> Iterator[Sign]:
    for index, low in enumerate(read.lows):
        if low in table:
            yield _sign(read, index, table[low])


def _sign(read: Words, index: int, meaning: str) -> Sign:
    return Sign(*read.span(index), read.raw(index), meaning)


def _moved(sign: Sign, by: int) -> Sign:
    return sign._replace(start=sign.start + by, end=sign.end + by)
