"""Whether a claim is as sure as the cited words: “may” and “allegedly” survive."""

from sitegen.model import REPORTED
from sitegen.recognise.certainty import made_surer, may_be_open
from sitegen.recognise.statement import Statement
from sitegen.recognise.text.words import Words
from sitegen.verify.sentences.stated import Grounds


def certainty_lost(text: str, read: Words, grounds: Grounds) -> str | None:
    """The “may” or “allegedly” of the cited words that a claim leaves out, if it does.

    A fact with a status leaves it open itself. `read` are the words of the claim.
    """
    fact, language = grounds.fact, grounds.language
    if fact.status != REPORTED:
        return None
    leaving = [words for words in grounds.texts if may_be_open(words, language)]
    ours = Statement(text, language, read)
    attributed = fact.according_to is not None
    for words in leaving:
        if one := made_surer(Statement(words, language), ours, attributed=attributed):
            return one.word
    return None
