"""Whether quoted words run on over somebody else's: pieces of one quotation have one speaker."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from sitegen.diagnostics import Diagnostic, Related, error, warning
from sitegen.frozen import dataclass, replace
from sitegen.model import Anchor, Fact
from sitegen.recognise import Token, person
from sitegen.recognise.speech.subjects import Says
from sitegen.verify.finding import Finding
from sitegen.verify.passages import Stretch
from sitegen.verify.places import in_paragraph
from sitegen.verify.speakers.labels import PRINT
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.voices import Fit, Wanted, voice, wanted
from sitegen.verify.words.stretched import shown, words_place

_CLOSING = frozenset("\"”»“’'›」«‹‘")  # »in German«
_MARK = re.compile(r"[\"“”„«»「」‹›]|(?<!\w)['’‘]|['’](?!\w)")
_SENTENCE_ENDS = re.compile(r"[.!?…](?=\s|$)")
_EDGE = "\"”»“’'›」.,"
_MOST_TURNS = 200  # quotations between two pieces that are looked at: nobody quotes over more
_FEW_LINES = 12
_HIM = "the speaker"
_CODE = "quote-crosses-speakers"
_PARTS = "make two quotations of it"


@dataclass(frozen=True, slots=True)
class _Turn:
    """The part of a quotation in one paragraph, and who the source says speaks it.

    `who` is None where it does not say. `touched`: words are cited from it. `told`: a clause is
    about it, and no other may be, if `sure`. `listed`: people.yaml has its speaker. `pronoun`: what
    stands there for a name.
    """

    stretch: Stretch
    token: Token
    who: str | None
    touched: bool
    told: bool = False
    sure: bool = False
    listed: bool = False
    pronoun: str = ""


def words_are_one_speakers(spoken: Spoken) -> Iterator[Diagnostic]:
    """`quote-crosses-speakers`: between the first quoted word and the last, another speaks."""
    for fact in spoken.findings.judged:
        if fact.medium not in PRINT or not fact.speaker:
            continue
        for finding in spoken.findings.speaking[fact.id]:
            for anchors, touched in shown(finding, spoken):
                if not _runs_on(anchors, spoken.findings.readings[finding.citation.source].lines):
                    yield from _crossed(fact, finding, touched, spoken)


def _crossed(
    fact: Fact, finding: Finding, touched: tuple[Stretch, ...], spoken: Spoken
) -> Iterator[Diagnostic]:
    assert fact.speaker  # noqa: S101 - a quote has one
    source = finding.citation.source
    someone = wanted(fact.speaker, spoken.findings.within.people)
    turns = tuple(_turns(touched, source, someone, spoken))
    known: _Turn | None = None  # the last quotation of which the source tells who speaks
    before = ""  # the first pronoun that stands for who speaks
    for one, other in pairwise(turns):
        known = one if one.who else known
        before = before or one.pronoun or other.pronoun
        reason = _hands_over(one, other, known, before, source, spoken)
        if reason:
            yield error(
                _CODE,
                f"the words run over a change of speakers: {reason}",
                words_place(fact, finding),
                fact=fact.id,
                hints=(f"{_PARTS}, each with its own speaker",),
                related=_two_places(one, other, source, spoken),
            )
            return
    for one, other in pairwise(turn for turn in turns if turn.touched):
        if _may_hand_over(one, other, source, spoken):
            yield warning(
                _CODE,
                "the words come from two quotations, and nothing tells that one person spoke both",
                words_place(fact, finding),
                fact=fact.id,
                hints=(f"{_PARTS}, or say how you know who speaks: accept: {{{_CODE}: why}}",),
                related=_two_places(one, other, source, spoken),
            )
            return


def _two_places(one: _Turn, other: _Turn, source: str, spoken: Spoken) -> tuple[Related, ...]:
    """Where the words of two quotations stand, for a diagnostic."""
    findings = spoken.findings
    return (
        Related(in_paragraph(findings, source, one.stretch), "one speaks here"),
        Related(in_paragraph(findings, source, other.stretch), "another here"),
    )


def _may_hand_over(one: _Turn, other: _Turn, source: str, spoken: Spoken) -> bool:
    """Whether another may speak the second of two quotations in a paragraph: no clause tells.

    “Yes,” said Legend. “I do.” goes on; with “Then a guest:” between, it does not. Where clauses
    cannot be read, nobody knows that it goes on over the end of a sentence.
    """
    if one.stretch.paragraph != other.stretch.paragraph or other.sure:
        return False
    text = spoken.findings.readings[source].paragraphs[one.stretch.paragraph].text
    between = text[one.stretch.end : other.stretch.start].strip()
    ends = len(_SENTENCE_ENDS.findall(between))
    if not between or not spoken.findings.in_english(source):
        return not between or ends > 0
    return ends > 0 and between.endswith((":", ","))


def _runs_on(anchors: tuple[Anchor, ...], lines: Sequence[str]) -> bool:
    """Whether the words and all between them stand in a few lines without a quotation mark."""
    first, last = anchors[0], anchors[-1]
    if last.line - first.line > _FEW_LINES:
        return False
    stretch = [*lines[first.line - 1 : last.line]]
    stretch[-1] = stretch[-1][: last.end]
    stretch[0] = stretch[0][first.start + 1 :]
    return not any(map(_MARK.search, (*stretch[:-1], stretch[-1].rstrip(_EDGE))))


def _turns(
    touched: Sequence[Stretch], source: str, someone: Wanted, spoken: Spoken
) -> Iterator[_Turn]:
    """The outermost quotations from the first touched one to the last, in order."""
    first, last = touched[0], touched[-1]
    english = spoken.findings.in_english(source)
    cited: dict[int, list[Stretch]] = {}
    for words in touched:
        cited.setdefault(words.paragraph, []).append(words)
    quoted = (
        (index, part)
        for index in range(first.paragraph, last.paragraph + 1)
        for telling in (spoken.telling(source, index),)
        for part in telling.outer_between(
            first.start if index == first.paragraph else 0,
            last.end if index == last.paragraph else len(telling.paragraph.text),
        )
    )
    for index, part in islice(quoted, _MOST_TURNS):
        is_touched = any(
            words.start < part.end and part.start < words.end for words in cited.get(index, ())
        )
        turn = _Turn(Stretch(index, part.start, part.end), part.token, None, is_touched)
        yield _attributed(turn, source, someone, spoken) if english else turn


def _attributed(turn: _Turn, source: str, someone: Wanted, spoken: Spoken) -> _Turn:
    """A quotation with whom the clause about it names."""
    governed = spoken.governing(source, turn.stretch)
    if governed is None:
        return turn
    told, telling = governed
    turn = replace(turn, told=True, sure=told.sure)
    said = voice(telling, told.clause.subject, someone, spoken.roster.language)
    if told.sure and said.fit is Fit.SAME:
        return replace(turn, who=_HIM, listed=True)
    if told.sure and said.fit is Fit.OTHER:
        return replace(turn, who=" ".join(said.others), listed=True)
    subject = told.clause.subject
    # One name alone may be another name of the speaker; beside a clause that has the speaker's own
    # it hardly is.
    named = said.fit is Fit.STRANGER or (said.fit is Fit.DOUBTFUL and not subject.the)
    if told.sure and named:
        return replace(turn, who=telling.paragraph.text[said.start : said.end])
    if not told.sure or subject.kind is not Says.PRONOUN:
        return turn
    pronoun = telling.narration.words[subject.last].low
    return replace(turn, pronoun=person(pronoun, spoken.roster.language) or "")


def _hands_over(
    one: _Turn, other: _Turn, known: _Turn | None, before: str, source: str, spoken: Spoken
) -> str | None:
    """How the source shows that another speaks from one quotation to the next.

    `known` is the last quotation so far whose speaker it tells, `before` its first pronoun.
    """
    if one.token == other.token or one.token.text[-1:] not in _CLOSING:
        return None
    if _differ(one, other, known):
        return f"the source names {_named(other, source, spoken)}"
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


def _differ(one: _Turn, other: _Turn, known: _Turn | None) -> bool:
    """Whether the source names another for the later quotation than for the last one before it.

    A name that people.yaml lacks may be anybody's but the speaker's.
    """
    if other.who is None:
        return False
    if known is None:
        return not other.touched and other.who != _HIM
    both_listed = known.listed and other.listed
    return known.who != other.who and (both_listed or _HIM in {known.who, other.who})


def _named(turn: _Turn, source: str, spoken: Spoken) -> str:
    """Whom a clause names, for a message: by name, or as the article has it."""
    people = spoken.findings.within.people
    if turn.who == _HIM:
        return "another for the words before"
    first = (turn.who or "").split(" ")[0]
    return people[first].name if first in people else f"“{turn.who}”"
