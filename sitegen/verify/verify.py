"""All checks, in one tuple, and what they make of a fact sheet."""

from collections.abc import Callable, Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.model import (
    SOURCE_FIELDS,
    CheckedFact,
    CheckedFactsheet,
    Fact,
    Factsheet,
    Source,
    Verdict,
    worst,
)
from sitegen.prose import Passage
from sitegen.verify.accepted import accepted_codes_exist
from sitegen.verify.dates.dates import dates_stand, moments_stand
from sitegen.verify.figures.calculations import (
    calculations_end,
    calculations_hold,
    modifiers_are_carried,
)
from sitegen.verify.figures.measures import measures_agree
from sitegen.verify.figures.numbers import numbers_stand
from sitegen.verify.figures.orders import orders_stand
from sitegen.verify.findings import Findings, Judged, find
from sitegen.verify.sentences.claims import claims_stand
from sitegen.verify.sentences.prose import prose_cites
from sitegen.verify.sources import origins_stand, redactions_stand, sources_are_pinned
from sitegen.verify.speakers.people import people_stand
from sitegen.verify.unseen import prose_is_seen
from sitegen.verify.words.edits import quotes_stand
from sitegen.verify.words.words import (
    lines_exist,
    skipped_passages_stand,
    something_is_checked,
    words_stand,
)

Check = Callable[[Findings], Iterator[Diagnostic | Judged]]
_Verdicts = dict[tuple[str, str, str], tuple[Verdict, ...]]  # by kind of record, id and field

CHECKS: tuple[Check, ...] = (
    sources_are_pinned,
    redactions_stand,
    origins_stand,
    words_stand,
    lines_exist,
    skipped_passages_stand,
    something_is_checked,
    quotes_stand,
    numbers_stand,
    orders_stand,
    calculations_hold,
    calculations_end,
    modifiers_are_carried,
    measures_agree,
    dates_stand,
    moments_stand,
    people_stand,
    claims_stand,
    prose_cites,
    prose_is_seen,
    accepted_codes_exist,
)

# What a reader can see of a fact beside the cited words.
_FIELDS = (
    "claim",
    "quote",
    "speaker",
    "addressee",
    "said",
    "value",
    "unit",
    "measure",
    "modifier",
    "as_of",
    "of",
    "date",
    "according_to",
    "via",
    "medium",
    "status",
    "response",
    "note",
)


def verify(
    factsheet: Factsheet, prose: tuple[Passage, ...] | None = None
) -> tuple[CheckedFactsheet, tuple[Diagnostic, ...]]:
    """The fact sheet with its evidence, and everything that does not hold.

    `prose` are its passages, where somebody has parsed them already.
    """
    findings = find(factsheet, prose)
    diagnostics: list[Diagnostic] = []
    judged: _Verdicts = {}
    for check in CHECKS:
        for said in check(findings):
            if isinstance(said, Judged):
                field = (said.kind, said.id, said.field)
                judged[field] = (*judged.get(field, ()), said.verdict)
            else:
                diagnostics.append(said)
    facts = {
        fact.id: CheckedFact(
            fact,
            tuple(finding.evidence for finding in findings.facts[fact.id]),
            _fields(fact, judged),
        )
        for fact in factsheet.facts.values()
    }
    skips = tuple(finding.evidence for finding in findings.skips)
    sources = {source.id: _source_fields(source, judged) for source in factsheet.sources.values()}
    return CheckedFactsheet(factsheet, facts, skips, sources), tuple(diagnostics)


# Values that a fact has where nobody wrote any; they assert nothing.
_DEFAULTS = {"medium": "print", "status": "reported"}


def _source_fields(source: Source, judged: _Verdicts) -> dict[str, Verdict]:
    return {
        name: worst(judged.get(("source", source.id, name), ()))
        for name in SOURCE_FIELDS
        if getattr(source, name) is not None
    }


def _fields(fact: Fact, judged: _Verdicts) -> dict[str, Verdict]:
    return {
        name: worst(judged.get(("fact", fact.id, name), ()))
        for name in _FIELDS
        if getattr(fact, name) not in (None, _DEFAULTS.get(name))
    }
