"""Checks of who speaks: `speaker` and `according_to` against the source's reporting clauses."""

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.model import Fact
from sitegen.verify.findings import Finding, Judged
from sitegen.verify.speakers.attributed import Heard, judge
from sitegen.verify.speakers.labels import Label, label_of
from sitegen.verify.speakers.posts import Block, block_of
from sitegen.verify.speakers.spoken import Spoken, Telling
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
from sitegen.verify.words.stretched import clauses_about, in_english, readable, spans


def speakers_stand(spoken: Spoken) -> Iterator[Diagnostic | Judged]:
    """The `speaker` of a quotation. Codes: speaker-mismatch, speaker-not-named."""
    findings = spoken.findings
    for fact in findings.factsheet.facts.values():
        if fact.speaker and is_known(fact.speaker, findings.factsheet):
            someone = wanted(fact.speaker, findings.factsheet)
            heard = (
                told
                for finding in readable(fact, findings)
                for told in _of_quotation(fact, finding, someone, spoken)
            )
            yield from judge(fact, "speaker", fact.speaker, tuple(heard), spoken)


def statements_are_theirs(spoken: Spoken) -> Iterator[Diagnostic | Judged]:
    """The `according_to` of any fact. Codes: speaker-mismatch, speaker-not-named.

    The clause about a quotation names who speaks, not who tells of it: there it contradicts nobody.
    """
    findings = spoken.findings
    for fact in findings.factsheet.facts.values():
        if fact.according_to and is_known(fact.according_to, findings.factsheet):
            someone = wanted(fact.according_to, findings.factsheet)
            heard = (
                told
                for finding in readable(fact, findings)
                for told in _of_account(fact, finding, someone, spoken)
                if fact.speaker is None
            )
            yield from judge(fact, "according_to", fact.according_to, tuple(heard), spoken)


def _of_quotation(fact: Fact, finding: Finding, someone: Wanted, spoken: Spoken) -> Iterator[Heard]:
    """What the clauses, the byline or the label about quoted words tell of their speaker."""
    source = finding.citation.source
    if not in_english(source, spoken.findings):
        return
    language = spoken.roster.language
    for stretch in spans(finding, spoken):
        block = block_of(spoken, source, stretch, fact.medium)
        if block:
            yield Heard(_posted(block, someone), source, block.paragraph)
            continue
        label = label_of(spoken, source, stretch, fact.medium)
        if label:
            yield Heard(_labelled(label, someone), source, label.paragraph)
            continue
        told = spoken.governing(source, stretch)
        if told:
            said = _passed_on(
                voice(told.telling, told.governed.clause.subject, someone, language),
                told.telling,
                fact,
                spoken,
            )
            yield Heard(said if told.governed.sure else unsure(said), source, told.telling.index)


def _labelled(label: Label, someone: Wanted) -> Voice:
    if not label.who:
        return Voice(Fit.OPEN, label.start, label.end)
    fit = Fit.SAME if someone.person in label.who else Fit.OTHER
    return Voice(fit, label.start, label.end, tuple(sorted(label.who)))


def _posted(block: Block, someone: Wanted) -> Voice:
    if someone.person in block.who:
        return Voice(Fit.SAME, block.start, block.end)
    if block.who:
        return Voice(Fit.OTHER, block.start, block.end, tuple(sorted(block.who)))
    shared = any(word in someone.words for word in block.words)
    named = block.is_named(someone.unnamed)
    fit = Fit.SAME if named else Fit.OPEN if shared else Fit.STRANGER
    return Voice(fit, block.start, block.end)


def _passed_on(heard: Voice, telling: Telling, fact: Fact, spoken: Spoken) -> Voice:
    """A voice, open where the fact's `via` names whose it is."""
    if not fact.via or heard.fit is Fit.SAME:
        return heard
    by = frozenset(who for name in spoken.roster.mentions(fact.via) for who in name.who)
    return handed_on(heard, telling.paragraph.text, fact.via, by, spoken.roster.language)


def _of_account(fact: Fact, finding: Finding, someone: Wanted, spoken: Spoken) -> Iterator[Heard]:
    """What the clauses of the cited sentences tell of whose account they are."""
    source = finding.citation.source
    if not in_english(source, spoken.findings):
        return
    language = spoken.roster.language
    for stretch in spans(finding, spoken):
        telling = spoken.telling(source, stretch.paragraph)
        for clause in clauses_about(spoken, source, stretch, unnamed=bool(someone.unnamed)):
            said = voice(telling, clause.subject, someone, language)
            said = _passed_on(said, telling, fact, spoken)
            yield Heard(said if clause.sure else unsure(said), source, stretch.paragraph)
