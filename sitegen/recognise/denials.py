"""What a text denies, in which words, to compare two texts that may say the same."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language
from sitegen.recognise.lazily import lazily
from sitegen.recognise.logic import Sign
from sitegen.recognise.statement import Statement, sentences
from sitegen.recognise.text.words import Words, words

_SHORTEST = 4  # letters that two words share at least, where they are not the same
_SHORTEST_WORD = 3
_LONG = 9  # letters of a word whose ending may have two of its own
_NEAR = 40  # characters in which the word before a negation begins
_LONGEST_MEASURE = 5  # words from a “not” to the “yards” of its number
_SPANS = frozenset({"time", "length"})
_BETWEEN = " “”\"‘’'"  # a question and its answer
_LONGEST_QUESTION = 300  # characters
_STOP = re.compile(r"[.!?]")
_ASIDE = 5  # marks and clauses that what stands between commas may have
_LETTERS = re.compile(r"[^\W\d_]++")


class Denial(NamedTuple):
    """A negation, and the first words after it in its clause that carry a meaning, in lower case.

    Only in its own clause: in “not Ada, who came” nothing is said of coming. `compared` is the word
    before “than” and a number there: “no more than 20” is as much as a number.
    """

    sign: Sign
    denied: tuple[str, ...]
    compared: str


class Alike:
    """Words, ready to be asked whether they hold another form of a word: came of comes not."""

    def __init__(self, lows: Iterable[str]) -> None:
        self._by_start: dict[str, set[str]] = {}
        for low in lows:
            self._by_start.setdefault(low[:_SHORTEST_WORD], set()).add(low)

    def has(self, *lows: str) -> bool:
        """Whether a word of the same stem as one of these is there."""
        return any(
            _alike(low, other)
            for low in lows
            for other in self._by_start.get(low[:_SHORTEST_WORD], ())
        )


def _alike(one: str, two: str) -> bool:
    """Whether two words differ in their endings alone: open, opening; knows, known."""
    short, long = sorted((one, two), key=len)
    endings = 2 if len(short) >= _LONG else 1  # convicted, convictions
    stem = max(_SHORTEST, len(short) - endings)
    return short[:stem] == long[:stem]


def may_deny(text: str, language: Language) -> bool:
    """Whether a text may hold a negation: a quick look, which may say yes too often."""
    text = text.lower()
    if not any(part in text for part in language.negation_parts):
        return False
    lows = set(_LETTERS.findall(text))
    return "t" in lows or not language.negations.keys().isdisjoint(lows)


def denials(
    said: Statement, kept: frozenset[str] = frozenset(), *, later: bool = True
) -> tuple[Denial, ...]:
    """The negations of a text, without those that deny nothing: “not only”.

    `kept` are words of the other text, in lower case: where it has the “only” of “not only”, the
    “not” is wanted after all. Nor does “not … until” deny that it came, only later; without `later`
    that counts before a day alone.
    """
    signs, read = said.negations, said.words
    if not signs:
        return ()
    softened = _Softened(read, kept, later=later)
    edges = [*said.clauses, len(said.text)]
    measures = _compared(read)
    return tuple(
        Denial(sign, _denied(read, sign, edges), _between(measures, sign.end, _edge(edges, sign)))
        for sign in signs
        if not softened.is_none(sign)
    )


def asked_in_vain(said: Statement) -> Alike:
    """The words of the questions of a text that a “No” answers: it denies what was asked."""
    lows: list[str] = []
    for sign in said.negations:
        before = said.text[max(0, sign.start - _LONGEST_QUESTION) : sign.start].rstrip(_BETWEEN)
        if before.endswith("?") and _answers(said.text, sign):
            question = _STOP.split(before[:-1])[-1]
            lows += content(question, said.language)
    return Alike(lows)


def _answers(text: str, sign: Sign) -> bool:
    """Whether a negation stands alone: “No, sir.”"""
    opens = not text[: sign.start].rstrip()[-1:].isalnum()
    return sign.meaning == "no" and opens and not text[sign.end + 1 : sign.end + 2].isalnum()


def _edge(edges: list[int], sign: Sign) -> int:
    """Where the clause of a sign ends."""
    return edges[bisect_right(edges, sign.start)]


def _denied(read: Words, sign: Sign, edges: list[int]) -> tuple[str, ...]:
    """The words after a negation in its clause; what stands between commas there is none of it."""
    start, clause = sign.end, bisect_right(edges, sign.start)
    first = bisect_right(read.spans, (start, start))
    end = edges[clause]
    if first == len(read) or read.start(first) >= end:
        ahead = range(clause + 1, min(clause + _ASIDE, len(edges) - 1))
        comma = next((at for at in ahead if read.text[edges[at] - 1] == ","), 0)
        if comma and read.text[end - 1] == ",":
            first, end = bisect_right(read.spans, (edges[comma], edges[comma])), edges[comma + 1]
    last = bisect_right(read.spans, (end, end))
    return meaning(read.lows[first:last], read.language)


class _Softened:
    """Tells which negations of a text deny nothing."""

    def __init__(self, read: Words, kept: frozenset[str], *, later: bool) -> None:
        language = read.language
        self._read, self._kept = read, kept
        lows = list(enumerate(read.lows))
        contrasts = (at for at, low in lows if language.qualifiers.get(low) == "contrast")
        self._last_contrast = max(contrasts, default=-1)
        self._later = [
            read.start(at)
            for at, low in lows
            if language.no_denials.get(low) == "later" and low not in kept
            if later or _is_day(read, at + 1)
        ]

    def is_none(self, sign: Sign) -> bool:
        """Whether a negation is none: “no, …”, “not only”, “not 20 yards off”, “not … until”."""
        read, language = self._read, self._read.language
        at = bisect_right(read.spans, (sign.start, sign.end)) - 1
        answers = _answers(read.text, sign)
        exact = sign.meaning == "hardly" and is_number(read.low(at + 1), language)
        return (
            answers or exact or self._measures(at) or self._is_phrase(at) or self._comes_later(sign)
        )

    def _measures(self, at: int) -> bool:
        """Whether a word tells how long or far a thing is: not 20 yards off, barely a week."""
        read, language = self._read, self._read.language
        before, after = read.low(at - 1), read.low(at + 1)
        hardly = language.negations.get(read.low(at)) == "hardly"
        if (
            (not hardly and read.low(at) != "not")
            or before in language.empty
            or before in language.not_speech
        ):
            return False
        near = (read.low(at + step).removesuffix("s") for step in range(2, _LONGEST_MEASURE))
        measured = any(language.measures.get(low, "").split(" ")[0] in _SPANS for low in near)
        one = hardly and read.role(at + 1) == "article"
        return measured and (one or is_number(after, language) or after in language.fractions)

    def _is_phrase(self, at: int) -> bool:
        read, table = self._read, self._read.language.no_denials
        word, after = read.low(at), read.low(at + 1)
        phrases = {
            f"{word} {after}": after,
            f"{word} {after} {read.low(at + 2)}": read.low(at + 2),
            f"{read.low(at - 1)} {word}": read.low(at - 1),
            f"{read.low(at - 1)} {word} {after}": read.low(at - 1),
        }
        return any(
            phrase in table
            and companion not in self._kept
            and (table[phrase] != "more" or self._last_contrast > at)
            for phrase, companion in phrases.items()
        )

    @lazily
    def _ends(self) -> list[int]:
        read = self._read
        return [end for _, end in sentences(read.text, read.language)] + [len(read.text) + 1]

    def _comes_later(self, sign: Sign) -> bool:
        """Whether an “until” follows that the other text does not have: it came, only later."""
        if not self._later:
            return False
        end = self._ends[bisect_right(self._ends, sign.start)]
        following = bisect_right(self._later, sign.start)
        return following < len(self._later) and self._later[following] < end


def corrects(said: Statement, sign: Sign) -> bool:
    """Whether a negation sets something right: “a copy, not the letter”, “no letter but a copy”."""
    text, language = said.text, said.language
    end = said.sentence_at(sign.start)[1]
    clause = text[sign.end : end].partition(",")[0]
    instead = any(
        language.qualifiers.get(low) == "contrast" for low in words(clause, language).lows
    )
    before = words(text[max(0, sign.start - _NEAR) : sign.start], language)
    joins = text[: sign.start].endswith(", ") or before.role(len(before) - 1) == "and"
    return instead or joins


def _is_day(read: Words, at: int) -> bool:
    language = read.language
    low = read.low(at)
    return low[:1].isdigit() or low in language.months or low in language.weekdays


def compared(said: Statement) -> frozenset[str]:
    """The words of a text before “than” and a number: more than 20."""
    return frozenset(low for _, low in _compared(said.words))


def _compared(read: Words) -> list[tuple[int, str]]:
    clauses = read.language.clauses
    return [
        (read.start(at), low)
        for at, low in enumerate(read.lows)
        if clauses.get(read.low(at + 1)) == "comparison" and _number_near(read, at + 2)
    ]


def _between(found: list[tuple[int, str]], start: int, end: int) -> str:
    """The first word from `start` to `end`, or nothing."""
    at = bisect_left(found, (start, ""))
    return found[at][1] if at < len(found) and found[at][0] < end else ""


def _number_near(read: Words, at: int) -> bool:
    """Whether a number begins at a word, or after it: a thousand."""
    return any(is_number(read.low(one), read.language) for one in (at, at + 1))


def is_number(low: str, language: Language) -> bool:
    """Whether a word is a number, or begins one: 20, twenty-six, thousand."""
    first = low.partition("-")[0]
    tables = (language.cardinals, language.tens, language.scales)
    return low[:1].isdigit() or any(first in table for table in tables)


def content(text: str, language: Language) -> tuple[str, ...]:
    """The words of a text that carry its meaning, in lower case."""
    return meaning(words(text, language).lows, language)


def meaning(lows: Iterable[str], language: Language) -> tuple[str, ...]:
    """The words among these that carry a meaning, in lower case, “gave” as “give”."""
    return tuple(language.irregular.get(low, low) for low in lows if _carries(low, language))


def capitalised(said: Statement) -> frozenset[str]:
    """The words of a text that have a capital wherever they stand, in lower case: names, mostly."""
    read = said.words
    raws = [read.raw(at)[:1].isupper() for at in range(len(read))]
    pairs = list(zip(read.lows, raws, strict=True))
    return frozenset(read.lows) - {low for low, big in pairs if not big}


def _carries(low: str, language: Language) -> bool:
    """Whether a word, in lower case, has a meaning of its own."""
    return (
        len(low) >= _SHORTEST_WORD
        and low not in language.negations
        and not low.endswith("n't")
        and not low.endswith("ly")
        and low not in language.no_names
        and low not in language.clauses
        and low not in language.empty
    )


def standing(text: str, language: Language) -> frozenset[str]:
    """Whom the pronouns of a text stand for: "first", who speaks, or "named", somebody before."""
    lows = words(text, language).lows
    return frozenset(kind for low in lows if (kind := language.standing.get(low)))


def slipped_in(said: Statement, signs: Iterable[Sign], other: Statement) -> Iterator[Sign]:
    """The negations on both sides of which another text has the same words, with none between.

    Not where it has the negation between them as well, or at an end: “it was not”.
    """
    read, (pairs, last) = said.words, other.neighbours
    for sign in signs:
        at = bisect_right(read.spans, (sign.start, sign.end)) - 1
        low, after = read.low(at), read.low(at + 1)
        before = low.removesuffix("n't")
        if before == low:
            before = read.low(at - 1) if read.gap(at - 1) == " " else ""
        denied = (low, after) in pairs or low in last
        if before and read.gap(at) == " " and (before, after) in pairs and not denied:
            yield sign
