"""Checks of `addressee`, to whom the words were said, and of `via`, how they reached the source."""

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.model import Verdict
from sitegen.recognise.speech.names import proper_names
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Judged
from sitegen.verify.speakers.attributed import Heard, judge
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.voices import Fit, Voice, Wanted, is_known, unsure, voice, wanted


def hearers_stand(spoken: Spoken) -> Iterator[Diagnostic | Judged]:
    """The `addressee` of a quotation. Codes: speaker-mismatch, speaker-not-named."""
    for fact in spoken.findings.judged:
        if fact.addressee and is_known(fact.addressee, spoken.findings.within.people):
            meant = wanted(fact.addressee, spoken.findings.within.people)
            heard = (
                told
                for finding in spoken.findings.speaking[fact.id]
                for told in _heard(finding, meant, spoken)
            )
            yield from judge(fact, "addressee", fact.addressee, tuple(heard), spoken)


def _heard(finding: Finding, someone: Wanted, spoken: Spoken) -> Iterator[Heard]:
    """What the clauses about some words tell of who hears them, and on whom the words call."""
    source = finding.citation.source
    if not spoken.findings.in_clauses(source):
        return
    language = spoken.roster.language
    for stretch in spoken.stretches(finding):
        told = spoken.governing(source, stretch)
        if told and told.governed.clause.hearer:
            heard = voice(told.telling, told.governed.clause.hearer, someone, language)
            sure = told.governed.sure
            yield Heard(heard if sure else unsure(heard), source, told.telling.index)
        for name in spoken.called(source, stretch):
            fit = Fit.SAME if someone.person in name.who else Fit.CALLED
            called = Voice(fit, name.start, name.end, tuple(sorted(name.who)))
            yield Heard(called, source, stretch.paragraph)


def ways_are_named(spoken: Spoken) -> Iterator[Diagnostic | Judged]:
    """The verdict of `via`: found where each of its names stands in a source that is cited."""
    language = spoken.roster.language
    for fact in spoken.findings.judged:
        if not fact.via or "via" in fact.basis:
            continue
        names = [name.words for name in proper_names(fact.via, language) if name.words]
        sources = [finding.citation.source for finding in spoken.findings.speaking[fact.id]]
        for source in sources:
            if names and all(spoken.has_words(source, name) for name in names):
                yield Judged(fact.id, "via", Verdict.FOUND)
                break
