"""Checks of who speaks: `speaker` and `according_to` against the source's reporting clauses."""

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.model import Fact
from sitegen.recognise.speech.subjects import Subject
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Judged
from sitegen.verify.speakers.attributed import Heard, judge
from sitegen.verify.speakers.labels import fit_of_label, label_of
from sitegen.verify.speakers.makers import is_writer
from sitegen.verify.speakers.posts import Block, block_of
from sitegen.verify.speakers.pronouns import before_pronoun
from sitegen.verify.speakers.speech import Told
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.tellings import Telling
from sitegen.verify.speakers.voices import (
    Fit,
    Voice,
    Wanted,
    handed_on,
    is_known,
    unsure,
    voice,
    wanted,
)
from sitegen.verify.words.stretched import clauses_about


def speakers_stand(spoken: Spoken) -> Iterator[Diagnostic | Judged]:
    """The `speaker` of a quotation. Codes: speaker-mismatch, speaker-not-named."""
    findings = spoken.findings
    for fact in findings.judged:
        if fact.speaker and is_known(fact.speaker, findings.within.people):
            someone = wanted(fact.speaker, findings.within.people)
            heard = (
                told
                for finding in findings.speaking[fact.id]
                for told in _of_quotation(fact, finding, someone, spoken)
            )
            yield from judge(fact, "speaker", fact.speaker, tuple(heard), spoken)


def statements_are_theirs(spoken: Spoken) -> Iterator[Diagnostic | Judged]:
    """The `according_to` of any fact. Codes: speaker-mismatch, speaker-not-named.

    The clause about a quotation names who speaks, not who tells of it: there it contradicts nobody.
    """
    findings = spoken.findings
    for fact in findings.judged:
        if fact.according_to and is_known(fact.according_to, findings.within.people):
            someone = wanted(fact.according_to, findings.within.people)
            heard = (
                told
                for finding in findings.speaking[fact.id]
                for told in heard_of_account(fact, finding, someone, spoken)
                if fact.speaker is None
            )
            yield from judge(fact, "according_to", fact.according_to, tuple(heard), spoken)


def _of_quotation(fact: Fact, finding: Finding, someone: Wanted, spoken: Spoken) -> Iterator[Heard]:
    """What the clauses, the byline or the label about quoted words tell of their speaker."""
    source = finding.citation.source
    if not spoken.findings.in_clauses(source):
        return
    for stretch in spoken.stretches(finding):
        block = block_of(spoken, source, stretch, fact.medium)
        if block:
            yield Heard(_posted(block, someone), source, block.paragraph)
            continue
        label = label_of(spoken, source, stretch, fact.medium)
        if label:
            yield Heard(fit_of_label(label, stretch, someone, fact.medium), source, label.paragraph)
            continue
        told = spoken.governing(source, stretch)
        if told:
            said = _told(told.telling, told.governed.clause.subject, someone, source, spoken)
            said = _passed_on(said, told.telling, fact, spoken)
            yield Heard(said if told.governed.sure else unsure(said), source, told.telling.index)
            yield from _behind(told, someone, source, spoken)
        for name in spoken.called(source, stretch):
            if someone.person in name.who:
                yield Heard(Voice(Fit.CALLED, name.start, name.end), source, stretch.paragraph)


def _behind(told: Told, someone: Wanted, source: str, spoken: Spoken) -> Iterator[Heard]:
    """Who is named before a pronoun that speaks, where that is another and not named since."""
    before = before_pronoun(told, source, spoken)
    if before and someone.person not in before.who | before.since:
        voice_ = Voice(Fit.BEHIND, before.start, before.end, tuple(sorted(before.who)))
        yield Heard(voice_, source, before.telling.index)


def _told(
    telling: Telling, subject: Subject, someone: Wanted, source: str, spoken: Spoken
) -> Voice:
    """How the subject of a clause fits somebody; I is who wrote the source."""
    heard = voice(telling, subject, someone, spoken.roster.language)
    own = someone.person in spoken.writers(source) and is_writer(subject, telling)
    return heard._replace(fit=Fit.SAME) if own else heard


def _posted(block: Block, someone: Wanted) -> Voice:
    if someone.person in block.who:
        return Voice(Fit.SAME, block.start, block.end)
    if block.who:
        return Voice(Fit.OTHER, block.start, block.end, tuple(sorted(block.who)))
    shared = not block.words.isdisjoint(someone.words())
    named = block.is_named(someone.unnamed)
    fit = Fit.SAME if named else Fit.OPEN if shared else Fit.STRANGER
    return Voice(fit, block.start, block.end)


def _passed_on(heard: Voice, telling: Telling, fact: Fact, spoken: Spoken) -> Voice:
    """A voice, open where the fact's `via` names whose it is."""
    if not fact.via or heard.fit is Fit.SAME:
        return heard
    by = frozenset(who for name in spoken.roster.mentions(fact.via) for who in name.who)
    return handed_on(heard, telling.paragraph.text, fact.via, by, spoken.roster.language)


def heard_of_account(
    fact: Fact, finding: Finding, someone: Wanted, spoken: Spoken
) -> Iterator[Heard]:
    """What the clauses of the cited sentences tell of whose account they are."""
    source = finding.citation.source
    for stretch in spoken.stretches(finding):
        telling = spoken.telling(source, stretch.paragraph)
        for clause in clauses_about(spoken, source, stretch, unnamed=bool(someone.unnamed)):
            said = _told(telling, clause.subject, someone, source, spoken)
            said = _passed_on(said, telling, fact, spoken)
            yield Heard(said if clause.sure else unsure(said), source, stretch.paragraph)
