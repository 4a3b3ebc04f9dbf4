"""Checks that a claim denies what the cited words deny, and nothing else."""

from typing import NamedTuple

from sitegen.recognise.denials import clauses, content, negated_in_a_word
from sitegen.recognise.language import Language
from sitegen.recognise.logic import negations
from sitegen.recognise.words import words
from sitegen.verify.stated import Grounds

# Of cited words with so few clauses each is to the point. Where there are more, a claim is about
# those with which it shares a word: measured on annotated books and news, a stricter rule misses
# negations that were taken out, and a looser one warns of clauses that the claim leaves out.
_FEW = 2


class OneSided(NamedTuple):
    """A negation on one side only; `text` is its word in the claim, or nothing."""

    text: str
    message: str
    hint: str


def one_sided_negation(text: str, grounds: Grounds) -> OneSided | None:
    """The negation that only a claim has, or that only the words have which it repeats.

    Presence is compared, not number: whether two negations say the same, no program tells.
    """
    language = grounds.language
    ours = negations(text, language)
    cited = " ¶ ".join(grounds.texts())
    theirs = negations(cited, language)
    if bool(ours) == bool(theirs):
        return None
    if ours:
        if negated_in_a_word(cited, text, language):
            return None
        word = ours[0].word
        return OneSided(
            word,
            f"the claim says “{word}”, and no negation stands in the cited words",
            "cite the words that deny it, or leave it out",
        )
    sign = _repeated(text, cited, language)
    if sign is None or negated_in_a_word(text, cited, language):
        return None
    return OneSided(
        "",
        f"the cited words say “{sign}”, and the claim denies nothing",
        "say it as the words do; or, if it belongs to something else, cite fewer of them",
    )


def _repeated(text: str, cited: str, language: Language) -> str | None:
    """The negation of a clause that the claim is about."""
    ours = content(text, language)
    kept = frozenset(words(text, language).lows)
    parts = [part for part in clauses(cited, language, kept) if part.content or part.negations]
    for part in parts:
        shared = len(part.content & ours)
        if part.negations and (shared or len(parts) <= _FEW or not part.content):
            return part.negations[0].word
    return None
