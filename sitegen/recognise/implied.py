"""What a text denies without a negation: refused, unable, the only one, alive."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from sitegen.recognise.denials import Alike, is_number, meaning
from sitegen.recognise.language import Language
from sitegen.recognise.logic import Sign
from sitegen.recognise.statement import Statement
from sitegen.recognise.text.words import Words, words

_SHORTEST = 4  # letters of what is left of a word without the negation in it
OF_OBJECTS = frozenset({"object", "replaced"})
"""What the words that deny mean which say it of the words after them alone."""
_REACH_OF_OBJECT = 6  # of a word that means nothing without them: excluding
_REACH = 3  # words with a meaning, after a word that denies, of which it is said
_ENDING = len("est")
_SPAN_WORDS = 3  # words from “for” to the number of “for more than 20 years”


def undenied(said: Statement) -> Alike:
    """The words of a text that no negation, or “refused”, before them in their clause denies."""
    read, edges, irregular = said.words, said.clauses, said.language.irregular
    first: dict[int, int] = {}
    for sign in (*said.negations, *said.denying):
        clause = bisect_right(edges, sign.start)
        first[clause] = min(sign.start, first.get(clause, sign.start))
    return Alike(
        irregular.get(low, low)
        for (start, _), low in zip(read.spans, read.lows, strict=True)
        if start < first.get(bisect_right(edges, start), len(said.text))
    )


def reached(said: Statement, signs: Iterable[Sign]) -> Alike:
    """The first words with a meaning after each sign, of which it is most likely said.

    Also those of what was said or thought: “denied that she came”.
    """
    read = said.words
    starts = [start for start, _ in read.spans]
    edges = [*said.wide_clauses, len(said.text)]
    found: set[str] = set()
    for sign in signs:
        if sign.meaning != "itself":
            # A “than” begins a clause, and that of “rather than” is no other.
            place = sign.end + 1 if sign.meaning == "replaced" else sign.start
            first = bisect_right(starts, place)
            last = bisect_right(starts, edges[bisect_right(edges, place)] - 1)
            rest = meaning(read.lows[first:last], said.language)
            reach = _REACH_OF_OBJECT if sign.meaning in OF_OBJECTS else _REACH
            found.update(islice(rest, reach))
    return Alike(found)


def negated_in_a_word(said: Statement, other: Statement) -> bool:
    """Whether a word of a text negates in itself a word of the other: unable, childless."""
    lows = frozenset(other.lows)
    known = Alike(low for low in lows if len(low) >= _SHORTEST)
    return any(map(known.has, bare_words(said, lows)))


def bare_words(said: Statement, but: frozenset[str]) -> Iterator[str]:
    """What the words of a text negate in themselves: hurt, of unhurt; not those that are `but`."""
    for low in set(said.lows) - but:
        for form, place in said.language.negating.items():
            bare = low.removeprefix(form) if place == "before" else low.removesuffix(form)
            if bare != low and len(bare) >= _SHORTEST:
                yield bare


def opposes(said: Statement, other: str) -> bool:
    """Whether a word of a text is the opposite of one of the other: alive, dead."""
    table = said.language.opposites
    opposites = {low: table[low] for low in said.lows if low in table}
    if not opposites:
        return False
    lows = words(other, said.language).lows
    theirs = Alike(lows)
    for low in opposites.keys() & set(lows):
        del opposites[low]  # the other has the word itself
    return any(theirs.has(*forms.split()) for forms in opposites.values())


def extremes(said: Statement) -> tuple[str, ...]:
    """The words that set something above all others of its kind: first, only, youngest."""
    read = said.words
    return tuple(low for at, low in enumerate(read.lows) if _is_extreme(read, at, low))


def _is_extreme(read: Words, at: int, low: str) -> bool:
    language = read.language
    known = language.extremes.get(f"{read.low(at - 1)} {low}") or language.extremes.get(low)
    return known == "word" if known else _has_ending(low, language)


def _has_ending(low: str, language: Language) -> bool:
    forms = language.superlatives
    ending = forms.get(low[-_ENDING:]) == "ending" and low not in forms
    return ending and len(low) > _ENDING + 1


def surpasses(said: Statement, sign: Sign, other: Statement) -> bool:
    """Whether a negation says that nothing is more so, of what the other calls the most: larger."""
    lows = words(said.text[sign.end :], said.language).lows
    endings = [form for form, kind in said.language.superlatives.items() if kind == "comparative"]
    stems = (low[:-_ENDING] for low in extremes(other) if _has_ending(low, other.language))
    more = {f"{stem}{ending}" for stem in stems for ending in endings}
    return sign.meaning != "not" and not more.isdisjoint(lows)


def _measures_time(read: Words, at: int) -> bool:
    """Whether a number stands near a word from the next one on, or a time stands for one."""
    language = read.language
    if language.comparing.get(read.low(at)) == "point":
        return True
    return any(is_number(read.low(at + step), language) for step in range(_SPAN_WORDS))


def sets_apart(text: str, sign: Sign, language: Language) -> bool:
    """Whether a negation says that nothing else is so: nobody younger, not for 20 years."""
    read = words(text[sign.end :], language)
    for at, low in enumerate(read.lows):
        meaning = language.comparing.get(low)
        if meaning == "span" and _measures_time(read, at + 1):
            return True
        if sign.meaning != "not" and meaning == "other":
            return True
    return False
