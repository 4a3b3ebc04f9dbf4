"""Checks of `status`: the cited words say a thing as surely as the fact does."""

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, warning
from sitegen.model import REPORTED, Fact, Verdict
from sitegen.recognise.certainty import SURER, bears
from sitegen.recognise.statement import Statement
from sitegen.verify.findings import Findings, Judged
from sitegen.verify.sentences.stated import Grounds

_BESIDE = 1  # sentences before and behind the cited ones that tell of a thing
_SAYS = {
    "rumoured": "that this is a rumour",
    "alleged": "that somebody alleges it",
    "charged": "that anybody was charged",
    "convicted": "that anybody was convicted",
    "denied": "that anybody denies it",
}


def statuses_stand(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """A `status` is found where the cited words, or those around them, say a thing as surely.

    Else `status-not-stated`, a warning.
    """
    for fact in findings.judged:
        if fact.status == REPORTED or "status" in fact.basis:
            continue
        grounds = Grounds(fact, findings)
        if not (grounds.cited and grounds.is_english):
            continue
        near = [Statement(text, grounds.language) for text in grounds.sentences(_BESIDE)]
        spoken = bool(fact.speaker or fact.according_to)
        if any(bears(said, fact.status, spoken=spoken) for said in near):
            yield Judged(fact.id, "status", Verdict.FOUND)
        else:
            yield _not_stated(fact, near)


def _not_stated(fact: Fact, near: list[Statement]) -> Diagnostic:
    says = [status for status in reversed(SURER) if any(bears(said, status) for said in near)]
    instead = says[:1] or [REPORTED]
    return warning(
        "status-not-stated",
        f"neither the cited words nor those around them say {_SAYS[fact.status]}",
        fact.places("status"),
        fact=fact.id,
        hints=(
            f"status: {instead[0]}, or cite the words that say more",
            "or say how you know: basis: {status: {inferred: why}}",
        ),
    )
