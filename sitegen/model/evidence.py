"""What the check adds to a fact sheet: where the words stand, and a verdict on each part."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sitegen.model.factsheet import Fact, Factsheet
from sitegen.model.parts import Anchor, Citation


class Verdict(StrEnum):
    """What the check says of a citation or a field, from best to worst."""

    FOUND = "found"
    UNCHECKED = "unchecked"
    MOVED = "moved"
    MISMATCH = "mismatch"
    MISSING = "missing"


def worst(verdicts: tuple[Verdict, ...]) -> Verdict:
    """The verdict of a whole is that of its worst part; of nothing, `unchecked`."""
    order = tuple(Verdict)
    return max(verdicts, key=order.index, default=Verdict.UNCHECKED)


class Tier(StrEnum):
    """How far the words were normalised before they were found (design: T0 to T3).

    T3: the words are a `quote` with marked edits, found piece by piece.
    """

    T0 = "T0"
    T1 = "T1"
    T2 = "T2"
    T3 = "T3"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A citation with what the check found: where, at which tier, and the verdict."""

    citation: Citation
    verdict: Verdict
    tier: Tier | None = None
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedFact:
    """A fact with the evidence of each citation, in order, and the verdict of each field."""

    fact: Fact
    evidence: tuple[Evidence, ...]
    fields: Mapping[str, Verdict]

    @property
    def verdict(self) -> Verdict:
        """The worst of the citations' verdicts, and of what was judged of the fields.

        A field that no check has judged does not make a fact whose words were found unchecked: it
        is counted apart.
        """
        judged = (v for v in self.fields.values() if v is not Verdict.UNCHECKED)
        return worst((*(evidence.verdict for evidence in self.evidence), *judged))


@dataclass(frozen=True, slots=True)
class CheckedFactsheet:
    """What the check hands on: the fact sheet with its evidence, and the passages left out.

    `sources` has the verdict of what is said of each source, by its id and the field. `accepted`
    has the warnings that a fact has accepted, each by the fact's id and the code.
    """

    factsheet: Factsheet
    facts: Mapping[str, CheckedFact]
    skips: tuple[Evidence, ...]
    sources: Mapping[str, Mapping[str, Verdict]] = field(default_factory=dict)
    accepted: tuple[tuple[str, str], ...] = ()

    @property
    def unchecked_fields(self) -> Mapping[str, int]:
        """How many facts and sources have a field that no rule has judged, by field."""
        judged = (*(fact.fields for fact in self.facts.values()), *self.sources.values())
        counts = Counter(
            name for fields in judged for name, v in fields.items() if v is Verdict.UNCHECKED
        )
        return dict(sorted(counts.items()))
