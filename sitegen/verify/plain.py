"""What came of a batch as plain values, to be sent between processes or kept on a disk, and back.

Only what the check adds is in them: the records are those that the reader of the values has.
"""

import pickle
from collections.abc import Iterable, Mapping
from itertools import chain
from operator import attrgetter
from typing import Any

from sitegen.digest import fingerprint
from sitegen.model import (
    Anchor,
    CheckedFact,
    Citation,
    Evidence,
    Fact,
    MarkedEdit,
    Tier,
    Verdict,
)
from sitegen.verify.batches import Batch
from sitegen.verify.judgement import Told

Plain = Any
"""Strings, bytes, numbers, None, and sequences of them. A sequence may come back as a list."""

_OWN = frozenset({"note", "response", "places"})
"""What of a fact no page shows but its own; the places stand nowhere."""
_face = attrgetter(*(name for name in Fact.__match_args__ if name not in _OWN))
_VERDICTS = {verdict.value: verdict for verdict in Verdict}
_TIERS: dict[str | None, Tier | None] = {None: None, **{tier.value: tier for tier in Tier}}


def sent(told: Told) -> Plain:
    """What was told, for another process of this run."""
    said = (told.diagnostics, told.answers)
    return pickle.dumps(said) if any(said) else b"", kept(told)


def received(values: Plain, batch: Batch) -> Told:
    """What another process of this run was told of the same batch."""
    said, rest = values
    told = recalled(rest, batch)
    if not said:
        return told
    diagnostics, answers = pickle.loads(said)  # noqa: S301 - our own child's bytes
    return told._replace(diagnostics=diagnostics, answers=answers)


def kept(told: Told) -> Plain:
    """What was told but for the diagnostics, in values that JSON knows; with the facts' faces."""
    return (
        [*map(_fact, told.facts.values())],
        [*map(_evidence, told.skips)],
        [*map(_fields, told.sources.values())],
    )


def recalled(values: Plain, batch: Batch) -> Told:
    """The opposite of `kept`, for a batch of the same records.

    Raises ValueError, TypeError, KeyError or their like where the values are not of such a batch.
    """
    facts, skips, sources = values
    return Told(
        (),
        {
            fact.id: CheckedFact(
                fact,
                tuple(
                    _evidence_of(one, citation)
                    for one, citation in zip(evidence, fact.cite, strict=True)
                ),
                _fields_of(fields),
            )
            for fact, (evidence, fields, _) in zip(batch.facts, facts, strict=True)
        },
        tuple(
            _evidence_of(one, skip.citation) for one, skip in zip(skips, batch.skips, strict=True)
        ),
        {
            source.id: _fields_of(fields)
            for source, fields in zip(batch.sources, sources, strict=True)
        },
    )


def faces(values: Plain, batch: Batch) -> dict[str, str]:
    """By fact, a digest of all that pages other than its own may show of it.

    Raises ValueError or TypeError where the values are not of such a batch.
    """
    found = {fact.id: face for fact, (*_, face) in zip(batch.facts, values[0], strict=True)}
    if not all(isinstance(face, str) for face in found.values()):
        raise TypeError("a face is a text")
    return found


def _fact(checked: CheckedFact) -> Plain:
    evidence, fields = [*map(_evidence, checked.evidence)], _fields(checked.fields)
    face = fingerprint(repr((_face(checked.fact), evidence, fields)).encode())
    return evidence, fields, face


def _evidence(evidence: Evidence) -> Plain:
    edits = [(edit.mark, _flat(edit.anchors)) for edit in evidence.edits]
    tier = evidence.tier.value if evidence.tier else None
    return evidence.verdict.value, tier, _flat(evidence.anchors), edits, evidence.pieces


def _evidence_of(values: Plain, citation: Citation) -> Evidence:
    verdict, tier, anchors, edits, pieces = values
    return Evidence(
        citation,
        _VERDICTS[verdict],
        _TIERS[tier],
        _anchors(anchors),
        tuple(MarkedEdit(mark, _anchors(places)) for mark, places in edits),
        tuple(pieces),
    )


def _flat(anchors: Iterable[Anchor]) -> list[int]:
    return list(chain.from_iterable(anchors))


def _anchors(numbers: list[int]) -> tuple[Anchor, ...]:
    rows = iter(numbers)
    return tuple(map(Anchor._make, zip(rows, rows, rows, strict=True)))


def _fields(fields: Mapping[str, Verdict]) -> dict[str, str]:
    return {name: verdict.value for name, verdict in fields.items()}


def _fields_of(values: Mapping[str, str]) -> dict[str, Verdict]:
    return {name: _VERDICTS[value] for name, value in values.items()}
