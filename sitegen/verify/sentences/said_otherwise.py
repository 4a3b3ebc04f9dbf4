"""Whether cited words say without a negation what a claim says with one, or the other way round."""

from bisect import bisect_right
from itertools import pairwise

from sitegen.model import BasisKind
from sitegen.recognise.denials import Alike, Denial, asked_in_vain, corrects
from sitegen.recognise.implied import (
    OF_OBJECTS,
    bare_words,
    extremes,
    negated_in_a_word,
    opposes,
    reached,
    sets_apart,
    surpasses,
    undenied,
)
from sitegen.recognise.statement import Statement
from sitegen.verify.sentences.stated import Grounds

_STEM = 4  # letters that the forms of a word of denial share
_FIRST = 2  # words after a negation that “excluding” may deny as well
_NEAR = 40  # characters in which the word before a negation begins
_NEXT = 3  # words after a negation of which the opposite may stand there without one


def is_said_otherwise(one: Denial, ours: Statement, cited: Statement, grounds: Grounds) -> bool:
    """Whether the words say in another way what a claim denies."""
    compared = is_less(cited, one, ours) or surpasses(ours, one.sign, cited)
    if compared or is_said_in_a_word(one, ours, cited):
        return True
    denied = one.denied[:1]
    rest = _is_the_rest(ours, grounds) and undenied(cited).has(*denied)
    if rest or asked_in_vain(cited).has(*denied):
        return True
    if corrects(ours, one.sign) and not Alike(cited.lows).has(*denied):
        return True
    if sets_apart(ours.text, one.sign, ours.language) and _is_above_others(cited, ours):
        return True
    if _denies_a_denial(one, ours, cited):
        return False
    of_objects = [sign for sign in cited.denying if sign.meaning in OF_OBJECTS]
    beside = reached(cited, of_objects).has(*one.denied[:_FIRST])
    if beside or reached(cited, cited.denying).has(*denied):
        return True
    if undenied(cited).has(*denied):
        return False
    return _denies_more(cited, ours) or _is_denied_beside(denied, grounds)


def is_said_in_a_word(one: Denial, ours: Statement, cited: Statement) -> bool:
    """Whether a word of the cited ones says what a claim denies: unable, alive.

    Not where they have what is denied, and nothing denies it there.
    """
    if Alike(one.denied).has(*bare_words(cited, frozenset(ours.lows))) or _ends(cited, one, ours):
        return True
    if undenied(cited).has(*one.denied[:1]):
        return False
    return negated_in_a_word(cited, ours) or opposes(cited, _around(one, ours.text))


def is_less(said: Statement, one: Denial, other: Statement) -> bool:
    """Whether a text has “less” for a “not so” of the other: less high than the mill."""
    after = other.words.low(bisect_right(other.words.spans, (one.sign.start, one.sign.end)))
    known = said.language.lesser
    return known.get(after) == "denied" and any(
        known.get(low) == "less" and one.denied[:1] == (word,)
        for low, word in pairwise(said.words.lows)
    )


def _ends(said: Statement, one: Denial, other: Statement) -> bool:
    """Whether a text says of a thing what the other's “no longer” does: they lost it."""
    after = other.text[one.sign.end :].split(maxsplit=1)[:1]
    return bool(after) and after[0] not in one.denied and opposes(said, after[0])


def says_otherwise(ours: Statement, theirs: tuple[Denial, ...], cited: Statement) -> bool:
    """Whether a claim may say in another way what the words deny."""
    beside = " ".join(_around(one, cited.text) for one in theirs)
    apart = any(sets_apart(cited.text, one.sign, cited.language) for one in theirs)
    if apart and extremes(ours) and not extremes(cited):
        return True
    if negated_in_a_word(ours, cited) or _stems(ours) - _stems(cited):
        return True
    replaced = reached(ours, (sign for sign in ours.denying if sign.meaning == "replaced"))
    if all(replaced.has(*one.denied[:1]) for one in theirs):
        return True
    if all(_ends(ours, one, cited) for one in theirs):
        return True
    repeated = undenied(ours)
    if any(repeated.has(*one.denied[:1]) for one in theirs):
        return False
    return opposes(ours, beside)


def _around(one: Denial, text: str) -> str:
    """A negation with the word before it, and those after it: cost nothing, no longer cared."""
    start, end = one.sign.start, one.sign.end
    before = text[max(0, start - _NEAR) : start].split()[-1:]
    after = text[end : end + _NEAR].split()[:_NEXT]
    return " ".join((*before, one.sign.word, *one.denied[:_NEXT], *after))


def _stems(said: Statement) -> set[str]:
    """How the words like “refused” of a text begin; “banned” and “bans” are one."""
    return {sign.word.lower()[:_STEM] for sign in said.denying if sign.meaning not in OF_OBJECTS}


def _is_above_others(cited: Statement, ours: Statement) -> bool:
    """Whether the words set something above all others, and a claim not in the same way."""
    theirs = extremes(cited)
    return bool(theirs) and set(theirs).isdisjoint(extremes(ours))


def _is_the_rest(ours: Statement, grounds: Grounds) -> bool:
    """Whether a claim tells of what a calculation leaves of a number: the others did not."""
    basis = grounds.fact.basis.get("value")
    derived = basis is not None and basis.kind is BasisKind.DERIVED and " - " in basis.because
    return derived and not ours.language.rests.keys().isdisjoint(ours.lows)


def _denies_more(said: Statement, other: Statement) -> bool:
    """Whether a text has more words like “refused” than the other, one that it has not among them.

    “Banned” and “prohibited” may be the same.
    """
    theirs = _stems(other)
    return len(_stems(said) - theirs) > len(theirs)


def _denies_a_denial(one: Denial, said: Statement, other: Statement) -> bool:
    """Whether a negation is said of a word that denies in itself: not against, not refused.

    Many have opposites that are no denials: “not accept” for “prevented from accepting”.
    """
    at = bisect_right(said.words.spans, (one.sign.start, one.sign.end))
    start, low = (said.words.start(at), said.words.low(at)) if at < len(said.words) else (-1, "")
    if any(sign.start == start for sign in said.denying):
        return True
    opposed = low in said.language.opposites and not low.endswith(said.language.adverb_endings)
    return opposed and not Alike(other.lows).has(low)


def _is_denied_beside(denied: tuple[str, ...], grounds: Grounds) -> bool:
    """Whether the rest of the sentences that are cited in part denies one of these."""
    for text in grounds.sentences():
        said = Statement(text, grounds.language)
        if reached(said, (*said.negations, *said.denying)).has(*denied):
            return True
    return False
