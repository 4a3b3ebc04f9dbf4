"""Checks that a claim denies what the cited words deny, and nothing else."""

from typing import NamedTuple

from sitegen.model import FactKind
from sitegen.recognise.denials import (
    Alike,
    Denial,
    content,
    denials,
    denying,
    extremes,
    may_deny,
    negated_in_a_word,
    sets_apart,
    undenied,
)
from sitegen.recognise.language import Language
from sitegen.recognise.logic import negations
from sitegen.recognise.text.words import words
from sitegen.verify.sentences.stated import Grounds

_REACH = 4  # words after a negation that it is surely said of
_REACH_OF_NONE = 2  # of one that stands before what there is not: no, without
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
    ours = denials(text, language) if may_deny(text, language) else ()
    if ours:
        return _added(text, ours, cited, language)
    if may_deny(cited, language) and not negations(text, language):
        figure = grounds.fact.kind in _OF_FIGURES
        return _taken_away(text, cited, language, brief=0 if figure else _BRIEF)
    return None


def _added(text: str, ours: tuple[Denial, ...], cited: str, language: Language) -> OneSided | None:
    """A negation of a claim that the words have in no form.

    Where the words do deny something, whether it is the same no program tells.
    """
    if denials(cited, language) or _cancel(ours):
        return None
    one = next((one for one in ours if not _said(one, text, cited, language)), None)
    if one is None:
        return None
    word = one.sign.word
    return OneSided(
        word,
        f"the claim says “{word}”, and no negation stands in the cited words",
        "cite the words that deny it, or leave it out",
    )


def _cancel(ours: tuple[Denial, ...]) -> bool:
    """Whether two negations of a claim say what a sentence without any does: nothing without."""
    return len(ours) > 1 and any(one.sign.meaning == "without" for one in ours)


def _said(one: Denial, text: str, cited: str, language: Language) -> bool:
    """Whether the words say in another way what a claim denies."""
    if negated_in_a_word(cited, text, language):
        return True
    apart = sets_apart(text, one.sign, language) and not extremes(text, language)
    if apart and extremes(cited, language):
        return True
    ours = Alike(words(text, language).lows)
    if all(ours.has(sign.word.lower()) for sign in denying(cited, language)):
        return False
    return not (one.denied and undenied(cited, language).has(one.denied[0]))


def _taken_away(text: str, cited: str, language: Language, *, brief: int) -> OneSided | None:
    """A negation of the words that a claim leaves out, though it says what they deny.

    Of `brief` words and fewer it can hardly say anything else.
    """
    kept = frozenset(words(text, language).lows)
    theirs = denials(cited, language, kept)
    if not theirs or negated_in_a_word(text, cited, language):
        return None
    said, there = Alike(content(text, language)), Alike(words(cited, language).lows)
    if not all(there.has(sign.word.lower()) for sign in denying(text, language)):
        return None
    for one in theirs:
        reach = _REACH_OF_NONE if one.sign.meaning in _OF_NONE else _REACH
        denied = one.denied[:reach]
        shared = [low for low in denied if said.has(low)]
        is_brief = one.sign.meaning not in _OF_NONE and len(words(cited, language)) <= brief
        if is_brief or (shared and (shared[0] == denied[0] or len(shared) * 2 >= len(denied))):
            return OneSided(
                "",
                f"the cited words say “{one.sign.word}”, and the claim denies nothing",
                "say it as the words do; or, if it belongs to something else, cite fewer of them",
            )
    return None
