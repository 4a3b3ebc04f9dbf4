"""Reporting clauses: which words of a paragraph tell who says what, and to whom."""

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.recognise.speech.narration import QUOTED, Narration
from sitegen.recognise.speech.subjects import (
    NO_BREAK,
    Says,
    Subject,
    adjacent,
    capital,
    is_adverb,
    is_definite,
    low,
    phrase_left,
    phrase_right,
    run_left,
    run_right,
)

_LONGEST_SENTENCE = 60  # words from its subject to a verb that shares it
_ENDINGS = range(2, 4)  # letters of an ending
_FURTHEST = 24  # words between a comma before a verb and the one that it pairs with


class Clause(NamedTuple):
    """A verb or phrase of speech with who speaks and who hears; word indexes, both included.

    `sure` is False where the subject stands apart, and another may be meant.
    """

    first: int
    last: int
    verb: int
    subject: Subject
    hearer: Subject | None
    sure: bool = True


def clauses(narration: Narration) -> tuple[Clause, ...]:
    """The reporting clauses of a paragraph, in order."""
    found: list[Clause] = []
    speech, phrases = narration.language.speech, narration.language.according
    begins = {form.split(" ", 1)[0] for form in phrases}
    for index, word in enumerate(narration.words):
        clause = None
        if word.low in speech or QUOTED in word.gap:
            meaning = speech.get(word.low) or _ending(narration, index)
            if meaning and not word.possessive and _is_verb(narration, index):
                clause = _clause(narration, index, meaning, found)
        if clause is None and word.low in begins and _according(narration, index):
            clause = _named_after(narration, index)
        if clause:
            found.append(clause)
    return tuple(found)


def _ending(narration: Narration, index: int) -> str | None:
    """How a word right behind a quotation tells of speech by its ending: many a verb does."""
    low_word, speech = narration.words[index].low, narration.language.speech
    endings = (speech.get(f"-{low_word[-length:]}") for length in _ENDINGS)
    return next((meaning for meaning in endings if meaning), None)


def _is_verb(narration: Narration, index: int) -> bool:
    """Whether a word is no part of a name; a headline's verb has a capital too."""
    word = narration.words[index]
    return word.form[0].islower() or narration.apart(index) or word.gap.strip() in {",", "”,", "’,"}


def _according(narration: Narration, index: int) -> int:
    """How many words from `index` on are a phrase such as "according to"."""
    for form in narration.language.according:
        parts = form.split(" ")
        if all(low(narration, index + offset) == part for offset, part in enumerate(parts)):
            return len(parts)
    return 0


def _named_after(narration: Narration, index: int) -> Clause | None:
    last = index + _according(narration, index) - 1
    subject = phrase_right(narration, last + 1) if adjacent(narration, last + 1) else None
    return Clause(index, max(last, subject.last), last, subject, None) if subject else None


def _clause(narration: Narration, verb: int, meaning: str, before: list[Clause]) -> Clause | None:
    language = narration.language
    if language.speech_links.get(low(narration, verb + 1)) == "agent":
        return None  # told by Ford: who speaks hears here
    at = verb
    while at > 0 and not narration.apart(at):
        previous = narration.words[at - 1]
        if previous.low in language.not_speech:
            return None
        if not is_adverb(previous.low, language):
            break
        at -= 1
    left = _left(narration, at, meaning, before) if meaning != "acts" else None
    if left is not None:
        subject, sure = left
        hearer = _hearer(narration, verb, meaning)
        last = hearer.last if hearer else verb
        return Clause(min(subject.first, at), last, verb, subject, hearer, sure)
    if meaning not in {"says", "asks", "acts"} or not _inverts(narration, at):
        return None
    if meaning == "acts" and not narration.apart(at):
        return None
    begin = verb + 1
    if not adjacent(narration, begin) or narration.apart(begin):
        return None
    inverted = phrase_right(narration, begin)
    if inverted is None or (meaning == "acts" and not _is_somebody(narration, inverted)):
        return None
    hearer = _to(narration, inverted.last + 1)
    return Clause(at, (hearer or inverted).last, verb, inverted, hearer)


def _is_somebody(narration: Narration, subject: Subject) -> bool:
    """Whether a phrase behind a verb that tells of no speech is surely who acts: the captain."""
    first = narration.language.no_names.get(low(narration, subject.first))
    return subject.kind is Says.NAME or first in {"article", "definite", "owner"}


def _inverts(narration: Narration, at: int) -> bool:
    """Whether a verb may stand before its subject: after a quotation, a comma, at the start."""
    if narration.apart(at):
        return True
    return bool(narration.words[at].gap.strip())


def _left(
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
    if gap:
        return _parted(narration, at, before) if gap in {",", "–", "—", ")", "--"} else None
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
    """The subject before words set apart: Legend, 40, said; the singer, John Legend, said."""
    named = run_left(narration, at - 1)
    found: Subject | None = None
    start = at - 1
    while start > 0 and at - start < _FURTHEST and not narration.apart(start):
        if narration.words[start].gap.strip(NO_BREAK):
            links = narration.language.speech_links
            if "and" in {links.get(low(narration, start - 1)), links.get(low(narration, start))}:
                return (found, True) if found else _of_sentence(narration, start - 1, before)
            found = phrase_left(narration, start - 1)
            if found is None or found.kind is Says.PRONOUN:
                return None
            if named == start and found.kind is Says.DESCRIPTION:
                return Subject(Says.NAME, start, at - 1, ((start, at - 1),)), True
            if found.kind is Says.NAME:
                return found, True
        start -= 1
    return (found, True) if found else None


def _of_sentence(
    narration: Narration, at: int, before: list[Clause]
) -> tuple[Subject, bool] | None:
    """The subject that a verb shares with its sentence: Jack turned round and said."""
    words = narration.words_of(narration.sentence_at(narration.words[at].start))
    for clause in reversed(before):
        if clause.first < words.start:
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


def _hearer(narration: Narration, verb: int, meaning: str) -> Subject | None:
    """Who is told: the phrase after "told", or after "said to"."""
    following = verb + 1
    if not adjacent(narration, following) or narration.apart(following):
        return None
    if meaning in {"tells", "asks", "telling"}:
        if narration.language.speech_links.get(low(narration, following)):
            return None
        return phrase_right(narration, following)
    return _to(narration, following)


def _to(narration: Narration, index: int) -> Subject | None:
    """The phrase after "to" at `index`."""
    hearer = narration.language.speech_links.get(low(narration, index)) == "hearer"
    if not hearer or narration.apart(index) or not adjacent(narration, index + 1):
        return None
    return phrase_right(narration, index + 1) if adjacent(narration, index) else None


def names_in(narration: Narration, subject: Subject) -> Iterator[tuple[int, int]]:
    """The names of a phrase as offsets in the paragraph."""
    for first, last in subject.names:
        yield narration.words[first].start, narration.words[last].end
