"""Who speaks, as told before a verb of speech: beside it, or before words that are set apart."""

from sitegen.recognise.speech.narration import QUOTED, Narration
from sitegen.recognise.speech.phrases import phrase_left
from sitegen.recognise.speech.subjects import (
    DETERMINERS,
    NO_BREAK,
    Clause,
    Says,
    Subject,
    capital,
    is_definite,
    low,
    run_left,
    run_right,
)

_LONGEST_SENTENCE = 60  # words from its subject to a verb that shares it
_FURTHEST = 24  # words between a comma before a verb and the one that it pairs with
_SET_APART = frozenset({",", "–", "—", "-", "--", ")", "),"})


def subject_before(
    narration: Narration, at: int, meaning: str, before: list[Clause]
) -> tuple[Subject, bool] | None:
    """Who speaks, as told before a verb that begins at `at`; whether that is sure."""
    if narration.apart(at):
        return None
    gap = narration.words[at].gap.strip(NO_BREAK)
    previous = narration.words[at - 1]
    language = narration.language
    if meaning in {"saying", "telling"}:
        quoted_as = not gap and language.speech_links.get(previous.low) == "aside"
        end = at - 2 if quoted_as else at - 1
        subject = None if gap else phrase_left(narration, end, preposition="with")
        known = subject is not None and subject.kind is not Says.DESCRIPTION
        if subject and known:
            return subject, not quoted_as  # the account may also be his who quotes
        return _of_sentence(narration, at, before)
    gap = gap.removeprefix(".")  # of an abbreviation: Lee Jr. said; Lee, M.D., said
    if gap:
        return _parted(narration, at, before) if gap in _SET_APART else None
    if language.speaking_pronouns.get(previous.low) == "relative":
        return _before_who(narration, at - 1)
    if language.speech_links.get(previous.low) == "and":
        return _of_sentence(narration, at, before)
    if language.speech_links.get(previous.low):
        return None
    subject = phrase_left(narration, at - 1)
    return (_named_before(narration, subject) or subject, True) if subject else None


def _named_before(narration: Narration, subject: Subject) -> Subject | None:
    """The name right behind a quotation that a description goes with: Hill, city engineer told."""
    first = subject.first
    if subject.kind is not Says.DESCRIPTION or narration.words[first].gap.strip() != ",":
        return None
    named = run_left(narration, first - 1)
    if named >= first or QUOTED not in narration.words[named].gap:
        return None
    return Subject(Says.NAME, named, subject.last, ((named, first - 1),))


def _before_who(narration: Narration, who: int) -> tuple[Subject, bool] | None:
    if narration.apart(who):
        return None
    gap = narration.words[who].gap.strip()
    subject = phrase_left(narration, who - 1) if gap in {"", ","} else None
    return (subject, True) if subject else None


def _parted(narration: Narration, at: int, before: list[Clause]) -> tuple[Subject, bool] | None:
    """The subject before words set apart: Legend, 40, said; the singer, John Legend, said.

    Nobody in brackets speaks: Legend (R-Ohio), for one, said.
    """
    named = run_left(narration, at - 1)
    found: Subject | None = None
    start = _bracketed(narration, at) or at - 1
    while start > 0 and at - start < _FURTHEST and not _is_parted(narration, start):
        inner = _bracketed(narration, start)
        if inner:
            start = inner
            continue
        if narration.words[start].gap.strip(NO_BREAK).removeprefix("."):
            links = narration.language.speech_links
            if "and" in {links.get(low(narration, start - 1)), links.get(low(narration, start))}:
                return (found, True) if found else _of_sentence(narration, start - 1, before)
            phrase = phrase_left(narration, start - 1)
            if phrase is None or phrase.kind is Says.PRONOUN:
                return None
            if phrase.kind is Says.NAME:
                return phrase, True
            if named == start and "(" not in narration.words[start].gap:
                found = Subject(Says.NAME, start, at - 1, ((start, at - 1),))
                if _is_determined(narration, phrase.first):
                    return found, True
            elif found is None or found.kind is Says.DESCRIPTION:
                found = phrase
        start -= 1
    return (found, True) if found else None


def _is_parted(narration: Narration, index: int) -> bool:
    """Whether a sentence, a quotation or a colon parts a word from that before it.

    By Lee: All is well, warns the mayor.
    """
    return narration.apart(index) or ":" in narration.words[index].gap


def _bracketed(narration: Narration, index: int) -> int | None:
    """The first word of the brackets that close before the word at `index`."""
    if ")" not in narration.words[index].gap:
        return None
    for first in range(index - 1, max(0, index - _FURTHEST), -1):
        if "(" in narration.words[first].gap:
            return first
        if narration.apart(first):
            return None
    return None


def _is_determined(narration: Narration, index: int) -> bool:
    """Whether a description begins as one of somebody does: the editor of; Legend’s friend."""
    word = narration.words[index]
    return word.possessive or narration.language.no_names.get(word.low) in DETERMINERS


def _of_sentence(
    narration: Narration, at: int, before: list[Clause]
) -> tuple[Subject, bool] | None:
    """The subject that a verb shares with its sentence: Jack turned round and said."""
    words = narration.words_of(narration.sentence_at(narration.words[at].start))
    for clause in reversed(before):
        if clause.first < words.start or _begins_anew(narration, clause, at):
            break
        return clause.subject, clause.sure
    first = words.start
    if at - first > _LONGEST_SENTENCE:
        return None
    language = narration.language
    while first < at and language.no_names.get(low(narration, first)) in {"adverb", "conjunction"}:
        first += 1
    if (
        first >= at
        or QUOTED in narration.text[narration.words[words.start].start : narration.words[at].start]
    ):
        return None
    last = run_right(narration, first)
    plain = low(narration, first) in language.speaking_pronouns
    if last < first and not plain:
        the = is_definite(narration, first)
        last = run_right(narration, first + 1) if the else last
        if last <= first:
            return Subject(Says.DESCRIPTION, first, first), False
        subject = Subject(Says.NAME, first, last, ((first + 1, last),), the=True)
    elif plain:
        subject = Subject(Says.PRONOUN, first, first)
    elif narration.words[last].possessive or (
        language.speech_links.get(low(narration, last + 1)) == "and"
    ):
        return Subject(Says.DESCRIPTION, first, last), False
    else:
        subject = Subject(Says.NAME, first, last, ((first, last),))
    return subject, not _others(narration, subject.last + 1, at)


def _begins_anew(narration: Narration, clause: Clause, at: int) -> bool:
    """Whether a sentence may begin behind a quotation between a clause and a verb.

    Lee said: “Go!” The captain turned and said. But: “Go!” Lee cried, and said.
    """
    between = range(clause.last + 1, at)
    return any(
        QUOTED in narration.words[i].gap and narration.words[i].form[0].isupper() for i in between
    )


def _others(narration: Narration, first: int, at: int) -> bool:
    """Whether a new subject may stand between: Jack came in, and Mary went up and said."""
    for index in range(first, at - 1):
        joins = narration.language.speech_links.get(low(narration, index)) in {
            "and",
            "aside",
            "where",
        }
        apart = bool(narration.words[index + 1].gap.strip(NO_BREAK))
        following = index + 1
        named = capital(narration, following)
        pronoun = low(narration, following) in narration.language.speaking_pronouns
        if (joins or apart) and (named or pronoun):
            return True
    return False
