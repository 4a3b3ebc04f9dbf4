"""Reporting clauses: which words of a paragraph tell who says what, and to whom."""

from collections.abc import Iterator

from sitegen.recognise.speech.before import subject_before
from sitegen.recognise.speech.narration import QUOTED, Narration
from sitegen.recognise.speech.phrases import phrase_right
from sitegen.recognise.speech.subjects import (
    Clause,
    Says,
    Subject,
    adjacent,
    is_adverb,
    low,
)

_ENDINGS = range(2, 4)  # letters of an ending
_ENDS = frozenset({".", "!", "?", ""})
_GOES_ON = frozenset({",", ";", ":"})


def clauses(narration: Narration) -> tuple[Clause, ...]:
    """The reporting clauses of a paragraph, in order."""
    found: list[Clause] = []
    speech, reporting = narration.language.speech, narration.language.reporting
    for index, word in [
        (index, word)
        for index, word in enumerate(narration.words)
        if word.low in reporting or QUOTED in word.gap
    ]:
        clause = None
        if word.low in speech or QUOTED in word.gap:
            meaning = speech.get(word.low) or _ending(narration, index)
            if meaning and not word.possessive and _is_verb(narration, index):
                clause = _clause(narration, index, meaning, found)
        if clause is None and word.low in reporting and _according(narration, index):
            clause = _named_after(narration, index)
        if clause and not _compares(narration, clause.subject):
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
    follows = meaning == "acts" or (meaning == "says" and _closes_with_name(narration, verb))
    left = None if follows else subject_before(narration, at, meaning, before)
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


def _compares(narration: Narration, subject: Subject) -> bool:
    """Whether a clause only compares: it is later than Lee says."""
    table, last = narration.language.clauses, subject.last
    return any(
        table.get(low(narration, at)) == "comparison"
        for at in range(max(0, subject.first - 1), last + 1)
    )


def _is_somebody(narration: Narration, subject: Subject) -> bool:
    """Whether a phrase behind a verb that tells of no speech is surely who acts: the captain."""
    first = narration.language.no_names.get(low(narration, subject.first))
    return subject.kind is Says.NAME or first in {"article", "definite", "owner"}


def _inverts(narration: Narration, at: int) -> bool:
    """Whether a verb may stand before its subject: after a quotation, a comma, at the start."""
    if narration.apart(at):
        return True
    return bool(narration.words[at].gap.strip())


def _closes_with_name(narration: Narration, verb: int) -> bool:
    """Whether a verb behind a comma has its subject behind it, which ends the sentence.

    It is unknown where he went, said Legend. In French also amid it: Oui, dit Lee, je viens.
    """
    if narration.words[verb].gap.strip() != "," or not adjacent(narration, verb + 1):
        return False
    subject = phrase_right(narration, verb + 1)
    if subject is None or subject.kind is not Says.NAME:
        return False
    after = narration.text[narration.words[subject.last].end :].lstrip()[:1]
    return after in _ENDS or (after in _GOES_ON and bool(narration.language.incises))


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
