"""Checks that a claim denies what the cited words deny, and nothing else."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from sitegen.model import FactKind
from sitegen.recognise.denials import (
    Alike,
    Denial,
    capitalised,
    compared,
    content,
    corrects,
    denials,
    may_deny,
    sentence_at,
    slipped_in,
)
from sitegen.recognise.implied import (
    denying,
    extremes,
    negated_in_a_word,
    opposes,
    reached,
    sets_apart,
    undenied,
)
from sitegen.recognise.language import Language
from sitegen.recognise.logic import Sign, negations
from sitegen.recognise.text.words import words
from sitegen.verify.sentences.stated import Grounds

_CITE = "cite the words that deny it, or leave it out"
_STEM = 4  # letters that the forms of a word of denial share
_REACH = 4  # words after a negation that it is surely said of
_REACH_OF_NONE = 2  # of one that stands before what there is not: no, without
_FIRST = 2  # words after a negation that “excluding” may deny as well
_NEAR = 40  # characters in which the word before a negation begins
_NEXT = 3  # words after a negation of which the opposite may stand there without one
_PART = 3  # one in so many of these words, repeated, shows what a claim repeats
_MOST = 12  # negations of a text that are looked at one by one
_BRIEF = 14  # cited words of which a claim can hardly leave out the denial
_OF_FIGURES = frozenset({FactKind.COUNT, FactKind.RANK})  # whose claim gives the figure alone
_OF_NONE = frozenset({"no", "without"})


class OneSided(NamedTuple):
    """A negation on one side only; `text` is its word in the claim, or nothing."""

    text: str
    message: str
    hint: str


def one_sided_negation(text: str, grounds: Grounds) -> OneSided | None:
    """The negation that only a claim has, or that only the words have of what it repeats."""
    language = grounds.language
    cited = " ¶ ".join(grounds.texts())
    if may_deny(text, language):
        kept = frozenset(words(cited, language).lows)
        if ours := denials(text, language, kept, later=False):
            return _added(text, ours, cited, grounds)
    if may_deny(cited, language) and not negations(text, language):
        figure = grounds.fact.kind in _OF_FIGURES
        sign = _taken_away(text, cited, language, brief=0 if figure else _BRIEF)
        return sign and OneSided(
            "",
            f"the cited words say “{sign.word}”, and the claim denies nothing",
            "say it as the words do; or, if it belongs to something else, cite fewer of them",
        )
    return None


def _added(text: str, ours: tuple[Denial, ...], cited: str, grounds: Grounds) -> OneSided | None:
    """A negation that a claim puts between words of the source, or that these have in no form.

    Where the words do deny something, whether it is the same no program tells.
    """
    language = grounds.language
    if _cancel(ours):
        return None
    for sign in _slipped_in(text, ours, cited, language):
        told = f"the claim says “{sign.word}” where the cited words do not"
        return OneSided(sign.word, told, _CITE)
    if denials(cited, language, frozenset(words(text, language).lows)):
        return None
    one_more = next((one for one in ours[:_MOST] if not _said(one, text, cited, grounds)), None)
    return one_more and OneSided(
        one_more.sign.word,
        f"the claim says “{one_more.sign.word}”, and no negation stands in the cited words",
        _CITE,
    )


def _slipped_in(
    text: str, ours: tuple[Denial, ...], other: str, language: Language
) -> Iterator[Sign]:
    """The negations that stand between words of another text which does not deny them either."""
    refused = reached(other, denying(other, language), language)
    signs = (one.sign for one in ours if not refused.has(*one.denied[:1]))
    return slipped_in(text, signs, other, language)


def _cancel(denied: tuple[Denial, ...]) -> bool:
    """Whether two negations say what a sentence without any does: nothing without."""
    return len(denied) > 1 and any(one.sign.meaning == "without" for one in denied)


def _said(one: Denial, text: str, cited: str, grounds: Grounds) -> bool:
    """Whether the words say in another way what a claim denies."""
    language = grounds.language
    if negated_in_a_word(cited, text, language) or opposes(cited, _around(one, text), language):
        return True
    denied = one.denied[:1]
    corrected = corrects(text, one.sign, language)
    if corrected and not Alike(words(cited, language).lows).has(*denied):
        return True
    apart = sets_apart(text, one.sign, language) and not extremes(text, language)
    if apart and extremes(cited, language):
        return True
    there = denying(cited, language)
    of_objects = [sign for sign in there if sign.meaning == "object"]
    if reached(cited, there, language).has(*denied):
        return True
    if reached(cited, of_objects, language).has(*one.denied[:_FIRST]):
        return True
    if undenied(cited, language).has(*denied):
        return False
    return _denies_more(cited, text, language) or _said_beside(denied, grounds)


def _around(one: Denial, text: str) -> str:
    """A negation with the word before it, and those after it: cost nothing, no longer cared."""
    start = one.sign.start
    before = text[max(0, start - _NEAR) : start].split()[-1:]
    return " ".join((*before, one.sign.word, *one.denied[:_NEXT]))


def _denies_more(text: str, other: str, language: Language) -> bool:
    """Whether a text has more words like “refused” than the other, one that it has not among them.

    “Banned” and “prohibited” may be the same.
    """
    theirs = _stems(other, language)
    return len(_stems(text, language) - theirs) > len(theirs)


def _stems(text: str, language: Language) -> set[str]:
    return {
        sign.word.lower()[:_STEM] for sign in denying(text, language) if sign.meaning != "object"
    }


def _said_beside(denied: tuple[str, ...], grounds: Grounds) -> bool:
    """Whether the rest of the sentences that are cited in part denies one of these."""
    language = grounds.language
    for text in _sentences(grounds):
        signs = (*negations(text, language), *denying(text, language))
        if reached(text, signs, language).has(*denied):
            return True
    return False


def _sentences(grounds: Grounds) -> Iterator[str]:
    for cited in grounds.cited:
        reading, (index, first, last) = cited.reading, cited.stretch
        text = reading.paragraphs[index].text
        for start, end in reading.sentences(index):
            if start < last and end > first:
                yield text[start:end]


def _taken_away(text: str, cited: str, language: Language, *, brief: int) -> Sign | None:
    """A negation of the words that a claim leaves out, though it says what they deny.

    Of `brief` words and fewer it can hardly say anything else.
    """
    theirs = denials(cited, language, frozenset(words(text, language).lows))
    if not theirs or _cancel(theirs):
        return None
    slipped = _slipped_in(cited, theirs, text, language)
    measures = compared(text, language)
    measured = (one.sign for one in theirs if one.compared in measures)
    if sign := next(chain(slipped, measured), None):
        return sign
    if _says_otherwise(text, theirs, cited, language):
        return None
    said, named = Alike(content(text, language)), capitalised(cited, language)
    for one in theirs[:_MOST]:
        if one.compared and one.denied in {(), (one.compared,)}:
            continue
        if _repeats(said, one, named):
            return one.sign
        if one.sign.meaning not in _OF_NONE and _is_brief(said, one, cited, language, brief):
            return one.sign
    return None


def _repeats(said: Alike, one: Denial, named: frozenset[str]) -> bool:
    """Whether a claim repeats what is denied: the first word of it, or some that are no names."""
    denied = one.denied[: _REACH_OF_NONE if one.sign.meaning in _OF_NONE else _REACH]
    shared = [low for low in denied if said.has(low) and low not in named]
    return said.has(*denied[:1]) or (len(shared) > 0 and len(shared) * _PART >= len(denied))


def _is_brief(said: Alike, one: Denial, cited: str, language: Language, brief: int) -> bool:
    """Whether a claim repeats a sentence of a few words, or few words in all, with a denial.

    Not where it repeats other sentences, and nothing of this one but names.
    """
    start, end = sentence_at(cited, one.sign.start, language)
    named = capitalised(cited, language)
    own = [low for low in content(cited[start:end], language) if low not in named]
    if said.has(*own):
        return len(words(cited[start:end], language)) <= brief
    others = content(f"{cited[:start]} {cited[end:]}", language)
    return len(words(cited, language)) <= brief and not (own and said.has(*others))


def _says_otherwise(text: str, theirs: tuple[Denial, ...], cited: str, language: Language) -> bool:
    """Whether a claim may say in another way what the words deny."""
    around = " ".join(_around(one, cited) for one in theirs[:_MOST])
    return (
        negated_in_a_word(text, cited, language)
        or opposes(text, around, language)
        or bool(_stems(text, language) - _stems(cited, language))
    )
