"""What the checks say of a batch, and the verdicts that its records get from that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from operator import attrgetter
from types import MappingProxyType

from sitegen.diagnostics import Diagnostic
from sitegen.frozen import NamedTuple, replace
from sitegen.model import (
    REPORTED,
    SOURCE_FIELDS,
    CheckedFact,
    Evidence,
    Fact,
    Source,
    Verdict,
    worst,
)
from sitegen.verify.batches import Batch
from sitegen.verify.findings import Check, Judged
from sitegen.verify.known import Question
from sitegen.verify.lookup import Lookup

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
# Values that a fact has where nobody wrote any; they assert nothing.
_DEFAULTS = {"medium": "print", "status": REPORTED}
_values_of = attrgetter(*_FIELDS)
_FIELDS_WITH_DEFAULTS = tuple((name, _DEFAULTS.get(name)) for name in _FIELDS)


_NONE: Mapping[Question, tuple[str, ...]] = MappingProxyType({})


class Judgement:
    """What the checks say of a batch, each asked once; a later run may go on with it.

    All of it is worked out from the batch's own findings, but for hints: who asks for facts that
    fit one gets none here, and is asked again in `told`.
    """

    def __init__(self, batch: Batch, lookup: Lookup) -> None:
        self._asked: list[Question] = []
        self.findings = lookup.findings(batch, partial(_nobody, self._asked))
        self._said: dict[Check, tuple[Diagnostic | Judged, ...]] = {}
        self.asking: dict[Check, tuple[Question, ...]] = {}
        """The checks that had questions, which `told` asks again with the answers."""

    def said(self, check: Check) -> tuple[Diagnostic | Judged, ...]:
        """What a check says."""
        if check not in self._said:
            self._asked.clear()
            self._said[check] = tuple(check(self.findings))
            if self._asked:
                self.asking[check] = tuple(dict.fromkeys(self._asked))
        return self._said[check]

    def has_said(self, checks: Set[Check]) -> bool:
        """Whether all of these were asked before: so of a batch that a run finds as it was."""
        return self._said.keys() >= checks

    @property
    def questions(self) -> Iterator[Question]:
        """For which facts the checks that were asked would have a use in hints."""
        return (question for asked in self.asking.values() for question in asked)


def _nobody(asked: list[Question], question: Question) -> tuple[str, ...]:
    """Notes a question, and names no fact. No method: it would hold its judgement for ever."""
    asked.append(question)
    return ()


class Told(NamedTuple):
    """A batch as the rest of the program sees it: what does not hold, evidence, and verdicts.

    `answers` are the facts that fit what the checks asked for, whether a hint names them or not.
    """

    diagnostics: tuple[Diagnostic, ...]
    facts: Mapping[str, CheckedFact]
    skips: tuple[Evidence, ...]
    sources: Mapping[str, Mapping[str, Verdict]]
    answers: Mapping[Question, tuple[str, ...]] = _NONE


def told(
    judgement: Judgement,
    checks: Sequence[Check],
    answers: Mapping[Question, tuple[str, ...]],
    besides: Iterable[Judged],
) -> Told:
    """What came of a batch.

    `answers` are the facts that fit hints; `besides`, what else was said of fields of its facts.
    """
    findings = judgement.findings
    informed = replace(findings, known=answers.__getitem__)
    every = [
        said
        for check in checks
        for said in (check(informed) if check in judgement.asking else judgement.said(check))
    ]
    judged = _verdicts((*(one for one in every if isinstance(one, Judged)), *besides))
    return Told(
        tuple(one for one in every if isinstance(one, Diagnostic)),
        {
            fact.id: CheckedFact(
                fact, tuple(f.evidence for f in findings.facts[fact.id]), _fields(fact, judged)
            )
            for fact in findings.judged
        },
        tuple(finding.evidence for finding in findings.skips),
        {source.id: _source_fields(source, judged) for source in findings.sources},
        answers,
    )


_Verdicts = Mapping[tuple[str, str, str], tuple[Verdict, ...]]  # by kind of record, id and field


def _verdicts(every: Iterable[Judged]) -> _Verdicts:
    judged: dict[tuple[str, str, str], tuple[Verdict, ...]] = {}
    for one in every:
        field = (one.kind, one.id, one.field)
        judged[field] = (*judged.get(field, ()), one.verdict)
    return judged


def _source_fields(source: Source, judged: _Verdicts) -> dict[str, Verdict]:
    return {
        name: worst(judged.get(("source", source.id, name), ()))
        for name in SOURCE_FIELDS
        if getattr(source, name) is not None
    }


def _fields(fact: Fact, judged: _Verdicts) -> dict[str, Verdict]:
    return {
        name: worst(judged.get(("fact", fact.id, name), ()))
        for (name, default), value in zip(_FIELDS_WITH_DEFAULTS, _values_of(fact), strict=True)
        if value is not None and value != default
    }
