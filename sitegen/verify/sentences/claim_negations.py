"""Checks that a claim denies what the cited words deny, and nothing else."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, islice

from sitegen.frozen import NamedTuple
from sitegen.model import FactKind
from sitegen.recognise import amounts, hedges, modifiers_within
from sitegen.recognise.denials import (
    Alike,
    Denial,
    capitalised,
    compared,
    denials,
    may_deny,
    meaning,
    slipped_in,
)
from sitegen.recognise.implied import reached
from sitegen.recognise.logic import Sign
from sitegen.recognise.statement import Statement
from sitegen.recognise.text.words import Words, words
from sitegen.verify.sentences.said_otherwise import (
    is_less,
    is_said_in_a_word,
    is_said_otherwise,
    says_otherwise,
)
from sitegen.verify.sentences.stated import Grounds

_NOWHERE = frozenset[int]()
_PIECES = " ¶ "
_CITE = "cite the words that deny it, or leave it out"
_REACH = 4  # words after a negation that it is surely said of
_REACH_OF_NONE = 2  # of one that stands before what there is not: no, without
_PART = 3  # one in so many of these words, repeated, shows what a claim repeats
_MOST = 12  # negations of a text that are looked at one by one
_BRIEF = 14  # cited words of which a claim can hardly leave out the denial
_OF_FIGURES = frozenset({FactKind.COUNT, FactKind.RANK})  # whose claim gives the figure alone
_OF_NONE = frozenset({"no", "without"})
_LIMITS = {"less-than": "at-least", "more-than": "at-most"}  # what a negation makes of each


class OneSided(NamedTuple):
    """A negation on one side only; `sign` is that of the claim, None where only the words deny."""

    sign: Sign | None
    message: str
    hint: str


def one_sided_negation(text: str, read: Words, grounds: Grounds) -> OneSided | None:
    """The negation that only a claim has, or that only the words have of what it repeats.

    `read` are the words of the claim.
    """
    language = grounds.language
    ours = Statement(text, language, read)
    if ours.negations:
        cited = Statement(_PIECES.join(grounds.texts), language)
        denied = denials(ours, frozenset(cited.lows), later=False)
        measuring = _measuring(ours) if denied else _NOWHERE
        denied = tuple(
            one for one in denied if not (_only_measures(one) or one.sign.start in measuring)
        )
        return _added(ours, denied, cited, grounds)
    if any(may_deny(words, language) for words in grounds.texts):
        figure = grounds.fact.kind in _OF_FIGURES
        cited = Statement(_PIECES.join(grounds.texts), language)
        sign = _taken_away(ours, cited, brief=0 if figure else _BRIEF)
        return sign and OneSided(
            None,
            f"the cited words say “{sign.word}”, and the claim denies nothing",
            "say it as the words do; or, if it belongs to something else, cite fewer of them",
        )
    return None


def _only_measures(one: Denial) -> bool:
    """Whether a negation only measures: no older than twenty; the rules of numbers judge that."""
    return bool(one.compared) and one.denied[:1] in {(), (one.compared,)}


def _measuring(said: Statement) -> frozenset[int]:
    """Where hedges of figures begin that have the negation in them: the rules of those judge it.

    Not yet 95; but not “not almost 25”, where it denies.
    """
    every, table = amounts(said.text, said.language), said.language.hedges
    found = (hedge for one in every.every for hedge in hedges(every, one))
    return frozenset(
        hedge.start for hedge in found if said.text[hedge.start : hedge.end].lower() in table
    )


def _added(
    ours: Statement, denied: tuple[Denial, ...], cited: Statement, grounds: Grounds
) -> OneSided | None:
    """A negation that a claim puts between words of the source, or that these have in no form.

    Where the words do deny something, whether it is the same no program tells.
    """
    if _cancel(denied):
        return None
    by_sign = {one.sign: one for one in denied}
    for sign in islice(_slipped_in(ours, denied, cited), _MOST):
        if is_said_in_a_word(by_sign[sign], ours, cited):
            continue
        told = f"the claim says “{sign.word}” where the cited words do not"
        return OneSided(sign, told, _CITE)
    if denials(cited, frozenset(ours.lows), later=False):
        return None
    unsaid = (one for one in denied[:_MOST] if not is_said_otherwise(one, ours, cited, grounds))
    one_more = next(unsaid, None)
    return one_more and OneSided(
        one_more.sign,
        f"the claim says “{one_more.sign.word}”, and no negation stands in the cited words",
        _CITE,
    )


def _slipped_in(ours: Statement, denied: tuple[Denial, ...], other: Statement) -> Iterator[Sign]:
    """The negations that stand between words of another text which does not deny them either."""
    signs = {one.sign: one for one in denied}
    found = list(slipped_in(ours, signs, other))
    if not found:
        return
    refused = reached(other, (*other.denying, *other.negations))
    for sign in found:
        if not refused.has(*signs[sign].denied[:1], *_beside(ours, sign)):
            yield sign


def _beside(said: Statement, sign: Sign) -> tuple[str, str]:
    """The words just before and after a negation: the “say” of “say no more”."""
    at = bisect_right(said.words.spans, (sign.start, sign.end)) - 1
    return said.words.low(at - 1), said.words.low(at + 1)


def _cancel(denied: tuple[Denial, ...]) -> bool:
    """Whether two negations say what a sentence without any does: nothing without."""
    return len(denied) > 1 and any(one.sign.meaning == "without" for one in denied)


def _taken_away(ours: Statement, cited: Statement, *, brief: int) -> Sign | None:
    """A negation of the words that a claim leaves out, though it says what they deny.

    Of `brief` words and fewer it can hardly say anything else.
    """
    theirs = denials(cited, frozenset(ours.lows))
    if _cancel(theirs):
        return None
    slipped = _slipped_in(cited, theirs, ours)
    measures = compared(ours)
    measured = (one.sign for one in theirs if one.compared in measures)
    if sign := next(chain(slipped, measured), None):
        return sign
    if says_otherwise(ours, theirs[:_MOST], cited):
        return None
    said, named = Alike(meaning(ours.lows, ours.language)), capitalised(cited)
    limited = modifiers_within(amounts(ours.text, ours.language), 0, len(ours.text))
    for one in theirs[:_MOST]:
        if one.compared and (_limit(one, cited) in limited or one.denied in {(), (one.compared,)}):
            continue
        if is_less(ours, one, cited):
            continue
        if _repeats(said, one, named):
            return one.sign
        if one.sign.meaning not in _OF_NONE and _is_brief(said, one, cited, brief):
            return one.sign
    return None


def _limit(one: Denial, said: Statement) -> str:
    """What “never fewer than” amounts to: at least so many."""
    known = said.language.hedges.get(f"{one.compared} than", "")
    return _LIMITS.get(known.partition(" ")[0], "")


def _repeats(said: Alike, one: Denial, named: frozenset[str]) -> bool:
    """Whether a claim repeats what is denied: the first word of it, or some that are no names."""
    denied = one.denied[: _REACH_OF_NONE if one.sign.meaning in _OF_NONE else _REACH]
    shared = [low for low in denied if said.has(low) and low not in named]
    return said.has(*denied[:1]) or (len(shared) > 0 and len(shared) * _PART >= len(denied))


def _is_brief(said: Alike, one: Denial, cited: Statement, brief: int) -> bool:
    """Whether a claim repeats a sentence of a few words, or few words in all, with a denial.

    Not where it repeats other sentences, and nothing of this one but names.
    """
    language = cited.language
    start, end = cited.sentence_at(one.sign.start)
    sentence = Statement(cited.text[start:end], language)
    named = capitalised(cited)
    own = [low for low in meaning(sentence.lows, language) if low not in named]
    if said.has(*own):
        return len(sentence.lows) <= brief
    rest = words(f"{cited.text[:start]} {cited.text[end:]}", language)
    return len(cited.lows) <= brief and not (own and said.has(*meaning(rest.lows, language)))
