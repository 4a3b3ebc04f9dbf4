"""Whom a pronoun that speaks stands for: who the clause before it names, as far as that is told."""

from bisect import bisect_left

from sitegen.frozen import NamedTuple
from sitegen.recognise import person
from sitegen.recognise.speech.governing import is_aside
from sitegen.recognise.speech.speech import names_in
from sitegen.recognise.speech.subjects import Clause, Says
from sitegen.verify.speakers.speech import Told
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.tellings import Telling

_OTHERS = frozenset({"one man", "one woman"})
_MOST_CLAUSES = 12  # before the pronoun that are looked at, and in the paragraph before its own
_FAR = 2_000  # code points from the name to the pronoun, or to the end of its paragraph


class Before(NamedTuple):
    """Who is named as speaking before a pronoun: the paragraph, offsets of the name, whom it means.

    `since`: everybody whom the source names from there to the pronoun.
    """

    telling: Telling
    start: int
    end: int
    who: frozenset[str]
    since: frozenset[str]


def before_pronoun(told: Told, source: str, spoken: Spoken) -> Before | None:
    """Who is named as speaking before “he said”; None where it is not he, or cannot be told.

    Where a paragraph begins with words that are spoken, the one before it may be another's turn.
    """
    telling, clause = told.telling, told.governed.clause
    words = telling.narration.words
    low = words[clause.subject.first].low
    pronoun = person(low, spoken.roster.language)
    if pronoun not in _OTHERS or telling.within or not told.governed.sure:
        return None
    until = words[clause.first].start
    found, settled = _last_named(telling, until)
    if settled or not telling.index:
        return found
    earlier = spoken.telling(source, telling.index - 1)
    if _begins_with_speech(telling) and _begins_with_speech(earlier):
        return None
    found, _ = _last_named(earlier, len(earlier.paragraph.text))
    since = _named_between(telling, 0, until)
    return found._replace(since=found.since | since) if found else None


def _begins_with_speech(telling: Telling) -> bool:
    return bool(telling.outer) and not telling.paragraph.text[: telling.outer[0][0]].strip()


def _last_named(telling: Telling, until: int) -> tuple[Before | None, bool]:
    """The last name before an offset that a clause has for who speaks; whether clauses settle it.

    A description may be anybody's, and then nobody can tell; pronouns go on from what was before.
    """
    told = telling.narration
    last = bisect_left(telling.clauses, until, key=lambda clause: told.words[clause.verb].start)
    for clause in reversed(telling.clauses[max(0, last - _MOST_CLAUSES) : last]):
        subject = clause.subject
        if subject.kind is Says.PRONOUN or is_aside(told, clause):
            continue
        return (_named(telling, clause, until) if subject.kind is Says.NAME else None), True
    return None, False


def _named(telling: Telling, clause: Clause, until: int) -> Before | None:
    spans = tuple(names_in(telling.narration, clause.subject))
    start, end = spans[0][0], spans[-1][1]
    who = telling.mentioned(start, end)
    if len(spans) != 1 or len(who) != 1 or until - end > _FAR:
        return None
    return Before(telling, start, end, who, _named_between(telling, end, until))


def _named_between(telling: Telling, start: int, end: int) -> frozenset[str]:
    """Everybody whom a paragraph names outside its quotations between two offsets."""
    low = bisect_left(telling.mentions, start, key=lambda mention: mention.start)
    high = bisect_left(telling.mentions, end, key=lambda mention: mention.start)
    text, told = telling.paragraph.text, telling.narration.text
    return frozenset(
        who
        for mention in telling.mentions[low:high]
        if text[mention.start : mention.end] == told[mention.start : mention.end]
        for who in mention.who
    )
