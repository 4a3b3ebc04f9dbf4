"""All checks, in one tuple, and what they make of a fact sheet."""

from collections.abc import Callable, Iterator, Mapping

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
from sitegen.verify.findings import Findings, Judged, find
from sitegen.verify.sources import redactions_stand, sources_are_pinned
from sitegen.verify.words import (
    lines_exist,
    skipped_passages_stand,
    something_is_checked,
    words_stand,
)

Check = Callable[[Findings], Iterator[Diagnostic | Judged]]

CHECKS: tuple[Check, ...] = (
    sources_are_pinned,
    redactions_stand,
    words_stand,
    lines_exist,
    skipped_passages_stand,
    something_is_checked,
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


def verify(factsheet: Factsheet) -> tuple[CheckedFactsheet, tuple[Diagnostic, ...]]:
    """The fact sheet with its evidence, and everything that does not hold."""
    findings = find(factsheet)
    diagnostics: list[Diagnostic] = []
    judged: dict[tuple[str, str], tuple[Verdict, ...]] = {}
    for check in CHECKS:
        for said in check(findings):
            if isinstance(said, Judged):
                field = (said.fact, said.field)
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
    sources = {source.id: _source_fields(source) for source in factsheet.sources.values()}
    return CheckedFactsheet(factsheet, facts, skips, sources), tuple(diagnostics)


# Values that a fact has where nobody wrote any; they assert nothing.
_DEFAULTS = {"medium": "print", "status": "reported"}


def _source_fields(source: Source) -> dict[str, Verdict]:
    return {name: Verdict.UNCHECKED for name in SOURCE_FIELDS if getattr(source, name) is not None}


def _fields(
    fact: Fact, judged: Mapping[tuple[str, str], tuple[Verdict, ...]]
) -> dict[str, Verdict]:
    return {
        name: worst(judged.get((fact.id, name), ()))
        for name in _FIELDS
        if getattr(fact, name) not in (None, _DEFAULTS.get(name))
    }
