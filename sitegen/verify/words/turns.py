"""Whether quoted words run on over somebody else's: pieces of one quotation have one speaker."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sitegen.diagnostics import Diagnostic, Related, error
from sitegen.model import Anchor, Fact, FactKind
from sitegen.recognise import Token, person
from sitegen.recognise.speech.subjects import Says
from sitegen.verify.findings import Finding
from sitegen.verify.passages import Stretch, stretches
from sitegen.verify.places import in_paragraph
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.voices import Fit, Wanted, voice, wanted
from sitegen.verify.words.stretched import in_english, readable, shown

_CLOSING = frozenset("\"”»“’'›」")
_MARK = re.compile(r"[\"“”„«»「」‹›]|(?<!\w)['’‘]|['’](?!\w)")
_EDGE = "\"”»“’'›」.,"
_PRINT = frozenset({None, "print"})
_MOST_TURNS = 200  # quotations between two pieces that are looked at: nobody quotes over more
_FEW_LINES = 12
_HIM = "the speaker"


@dataclass(frozen=True, slots=True)
class _Turn:
    """The part of a quotation in one paragraph, and who the source says speaks it.

    `who` is None where it does not say. `touched`: words are cited from it. `told`: a clause is
    about it. `listed`: people.yaml has its speaker. `pronoun`: what stands there for a name.
    """

    stretch: Stretch
    token: Token
    who: str | None
    touched: bool
    told: bool = False
    listed: bool = False
    pronoun: str = ""


def words_are_one_speakers(spoken: Spoken) -> Iterator[Diagnostic]:
    """`quote-crosses-speakers`: between the first quoted word and the last, another speaks."""
    for fact in spoken.findings.factsheet.facts.values():
        if fact.kind is not FactKind.QUOTE or fact.medium not in _PRINT or not fact.speaker:
            continue
        for finding in readable(fact, spoken.findings):
            for anchors in shown(finding):
                yield from _crossed(fact, finding, anchors, spoken)


def _crossed(
    fact: Fact, finding: Finding, anchors: tuple[Anchor, ...], spoken: Spoken
) -> Iterator[Diagnostic]:
    source = finding.citation.source
    reading = spoken.findings.readings[source]
    if _runs_on(anchors, reading.lines):
        return
    touched = tuple(stretches(reading, anchors))
    if _has_one_clause(touched, source, spoken):
        return
    assert fact.speaker  # noqa: S101 - a quote has one
    someone = wanted(fact.speaker, spoken.findings.factsheet)
    turns = list(_turns(touched, source, someone, spoken))
    for one, other in pairwise(turns):
        reason = _hands_over(one, other, turns, source, spoken)
        if reason:
            places = (
                Related(in_paragraph(spoken.findings, source, one.stretch), "one speaks here"),
                Related(in_paragraph(spoken.findings, source, other.stretch), "another here"),
            )
            has_exact = bool(finding.citation.selector.exact)
            yield error(
                "quote-crosses-speakers",
                f"the words run over a change of speakers: {reason}",
                finding.citation.places("exact") if has_exact else fact.places("quote"),
                fact=fact.id,
                hints=("make two quotations of it, each with its own speaker",),
                related=places,
            )
            return


def _runs_on(anchors: tuple[Anchor, ...], lines: Sequence[str]) -> bool:
    """Whether the words and all between them stand in a few lines without a quotation mark."""
    first, last = anchors[0], anchors[-1]
    if last.line - first.line > _FEW_LINES:
        return False
    stretch = [*lines[first.line - 1 : last.line]]
    stretch[-1] = stretch[-1][: last.end]
    stretch[0] = stretch[0][first.start + 1 :]
    return not any(map(_MARK.search, (*stretch[:-1], stretch[-1].rstrip(_EDGE))))


def _has_one_clause(touched: Sequence[Stretch], source: str, spoken: Spoken) -> bool:
    """Whether the words stand in one paragraph that tells of one speaker at most."""
    first, last = touched[0].paragraph, touched[-1].paragraph
    return first == last and len(spoken.telling(source, first).clauses) <= 1


def _turns(
    touched: Sequence[Stretch], source: str, someone: Wanted, spoken: Spoken
) -> Iterator[_Turn]:
    """The outermost quotations from the first touched one to the last, in order."""
    first, last = touched[0], touched[-1]
    english = in_english(source, spoken.findings)
    count = 0
    for index in range(first.paragraph, last.paragraph + 1):
        telling = spoken.telling(source, index)
        reached = 0
        for part in sorted(telling.quoted, key=lambda part: (part.start, -part.end)):
            before = index == first.paragraph and part.end <= first.start
            after = index == last.paragraph and part.start >= last.end
            if part.start < reached or before or after:
                continue
            reached = part.end
            count += 1
            if count > _MOST_TURNS:
                return
            stretch = Stretch(index, part.start, part.end)
            is_touched = any(
                words.paragraph == index and words.start < part.end and part.start < words.end
                for words in touched
            )
            turn = _Turn(stretch, part.token, None, is_touched)
            yield _attributed(turn, source, someone, spoken) if english else turn


def _attributed(turn: _Turn, source: str, someone: Wanted, spoken: Spoken) -> _Turn:
    """A quotation with whom the clause about it names."""
    governed = spoken.governing(source, turn.stretch)
    if governed is None:
        return turn
    told, telling = governed
    said = voice(telling, told.clause.subject, someone, spoken.roster.language)
    if told.sure and said.fit is Fit.SAME:
        return replace(turn, who=_HIM, told=True, listed=True)
    if told.sure and said.fit is Fit.OTHER:
        return replace(turn, who=" ".join(said.others), told=True, listed=True)
    subject = told.clause.subject
    # One name alone may be another name of the speaker; beside a clause that has the speaker's own
    # it hardly is.
    named = said.fit is Fit.STRANGER or (said.fit is Fit.DOUBTFUL and not subject.the)
    if told.sure and named:
        return replace(turn, who=telling.paragraph.text[said.start : said.end], told=True)
    if not told.sure or subject.kind is not Says.PRONOUN:
        return replace(turn, told=True)
    pronoun = telling.narration.words[subject.last].low
    return replace(turn, told=True, pronoun=person(pronoun, spoken.roster.language) or "")


def _hands_over(
    one: _Turn, other: _Turn, turns: Sequence[_Turn], source: str, spoken: Spoken
) -> str | None:
    """How the source shows that another speaks from one quotation to the next."""
    if one.token == other.token or one.token.text[-1:] not in _CLOSING:
        return None
    if _differ(one, other, turns):
        return f"the source names {_named(other, source, spoken)}"
    if other.who is not None:
        return None
    before = next((turn.pronoun for turn in turns if turn.pronoun), other.pronoun)
    if other.pronoun and other.pronoun != before:
        return f"one clause tells of {before}, the next of {other.pronoun}"
    if other.told or one.stretch.paragraph + 1 != other.stretch.paragraph:
        return None
    paragraphs = spoken.findings.readings[source].paragraphs
    ends = not paragraphs[one.stretch.paragraph].text[one.stretch.end :].strip()
    begins = not paragraphs[other.stretch.paragraph].text[: other.stretch.start].strip()
    if ends and begins:
        return "a quotation is closed, and the next paragraph opens another"
    return None


def _differ(one: _Turn, other: _Turn, turns: Sequence[_Turn]) -> bool:
    """Whether the source names another for the later quotation than for the last one before it.

    A name that people.yaml lacks may be anybody's but the speaker's.
    """
    if other.who is None:
        return False
    earlier = turns[: turns.index(other)]
    known = next((turn for turn in reversed(earlier) if turn.who), None)
    if known is None:
        between = not other.touched and one.touched
        return between and other.who != _HIM
    both_listed = known.listed and other.listed
    return known.who != other.who and (both_listed or _HIM in {known.who, other.who})


def _named(turn: _Turn, source: str, spoken: Spoken) -> str:
    """Whom a clause names, for a message: by name, or as the article has it."""
    people = spoken.findings.factsheet.people
    if turn.who == _HIM:
        return "another for the words before"
    first = (turn.who or "").split(" ")[0]
    return people[first].name if first in people else f"“{turn.who}”"
