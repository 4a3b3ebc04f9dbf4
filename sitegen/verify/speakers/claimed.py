"""Whether a claim that tells who says so names whom the source names: Lee said, it is late."""

import re
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, warning
from sitegen.frozen import NamedTuple
from sitegen.markdown import typed
from sitegen.model import Attribution, Fact
from sitegen.prose import Passage
from sitegen.recognise.known import is_english
from sitegen.recognise.speech.narration import Narration, narration
from sitegen.recognise.speech.speech import clauses, names_in
from sitegen.recognise.speech.subjects import Clause, Says
from sitegen.verify.speakers.attributed import Heard
from sitegen.verify.speakers.makers import makers
from sitegen.verify.speakers.speakers import heard_of_account
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.voices import Fit, wanted

_LETTERS = re.compile(r"[a-z]++")  # a verb of speech has no capital in a claim
_OPEN = (Fit.SAME, Fit.OPEN, Fit.UNSURE)  # a tuple: an enumeration is slow to hash


class _Teller(NamedTuple):
    """Whom a clause of a claim names, by offset, and who of people.yaml that is."""

    start: int
    end: int
    who: frozenset[str]


def tellers_are_theirs(spoken: Spoken) -> Iterator[Diagnostic]:
    """`speaker-mismatch`, a warning: a claim says that one speaks, and the source another.

    Where a fact has a `speaker` or `according_to`, the claim names that one, or whom the source
    names as well. Of several that a claim names one is enough: Lee said that Ford believed it.
    """
    if not is_english(spoken.findings.within.language):
        return
    for passage in spoken.findings.prose:
        if passage.key.field == "claim":
            yield from _judge(passage, spoken.findings.within.facts[passage.key.id], spoken)


def _judge(passage: Passage, fact: Fact, spoken: Spoken) -> Iterator[Diagnostic]:
    fields = [one for one in (fact.speaker, fact.according_to) if one]
    speech = spoken.roster.language.reporting
    if speech.isdisjoint(_LETTERS.findall(fact.claim or "")) or any(one.unnamed for one in fields):
        return
    own = {one.person for one in fields}
    theirs = own | _makers(fact, spoken)
    for index, paragraph in enumerate(typed(passage.prose)):
        tellers = tuple({one.who: one for one in _tellers(paragraph.text, spoken)}.values())
        if not tellers or any(not one.who or one.who & theirs for one in tellers):
            continue
        told = any(_is_told(one, fact, spoken) for one in tellers)
        if not told and (own or all(_against(one, fact, spoken) for one in tellers)):
            teller = tellers[0]
            name = paragraph.text[teller.start : teller.end]
            yield warning(
                "speaker-mismatch",
                f"the claim says that {name} speaks, and neither the fact nor the source says so",
                passage.find(index, teller.start, teller.end),
                fact=fact.id,
                hints=("name whom the source names, or nobody",),
            )


def _makers(fact: Fact, spoken: Spoken) -> frozenset[str]:
    """Who wrote or published the cited sources, which tell what they tell."""
    sources = [finding.citation.source for finding in spoken.findings.speaking[fact.id]]
    return frozenset().union(*(makers(source, spoken) for source in sources))


def _tellers(text: str, spoken: Spoken) -> Iterator[_Teller]:
    """The names in the clauses of a claim that tell who says so, and no more."""
    told = narration(text, (), spoken.roster.language)
    for clause in clauses(told):
        if clause.sure and clause.subject.kind is Says.NAME and _states(told, clause):
            names = tuple(names_in(told, clause.subject))
            who = (m.who for first, last in names for m in spoken.roster.mentions(text[first:last]))
            yield _Teller(names[0][0], names[-1][1], frozenset().union(*who))


def _states(told: Narration, clause: Clause) -> bool:
    """Whether a clause surely tells of a statement: “…, Lee said.”, Lee said that …"""
    after = clause.last + 1
    if after == len(told.words):
        return True
    ends = told.sentence_at(told.words[after].start) != told.sentence_at(
        told.words[clause.last].start
    )
    return ends or told.language.clauses.get(told.words[after].low) == "content"


def _against(teller: _Teller, fact: Fact, spoken: Spoken) -> bool:
    """Whether a clause of the source names another."""
    return any(one.voice.fit is Fit.OTHER for one in _heard(teller, fact, spoken))


def _is_told(teller: _Teller, fact: Fact, spoken: Spoken) -> bool:
    """Whether a clause of the source names, or may mean, whom a claim names."""
    return any(one.voice.fit in _OPEN for one in _heard(teller, fact, spoken))


def _heard(teller: _Teller, fact: Fact, spoken: Spoken) -> Iterator[Heard]:
    for person in sorted(teller.who):
        someone = wanted(Attribution(person=person), spoken.findings.within.people)
        for finding in spoken.findings.speaking[fact.id]:
            yield from heard_of_account(fact, finding, someone, spoken)
