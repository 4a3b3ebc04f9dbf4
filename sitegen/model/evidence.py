"""What the check adds to a fact sheet: where the words stand, and a verdict on each part."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeAlias

from sitegen.frozen import dataclass, field
from sitegen.model.factsheet import Fact, Factsheet
from sitegen.model.parts import Anchor, Citation


class Verdict(StrEnum):
    """What the check says of a citation or a field, from best to worst."""

    FOUND = "found"
    UNCHECKED = "unchecked"
    MOVED = "moved"
    MISMATCH = "mismatch"
    MISSING = "missing"


Counts: TypeAlias = "Counter[Verdict | tuple[Verdict, bool]]"
"""Citations by their verdict; fields by theirs, and whether a reason is given for the field."""

_ORDER = tuple(Verdict)
_SEVERAL = 2


def worst(verdicts: tuple[Verdict, ...]) -> Verdict:
    """The verdict of a whole is that of its worst part; of nothing, `unchecked`."""
    if len(verdicts) < _SEVERAL:
        return verdicts[0] if verdicts else Verdict.UNCHECKED
    return max(verdicts, key=_ORDER.index)


class Tier(StrEnum):
    """How far the words were normalised before they were found (design: T0 to T3).

    T3: the words are a `quote` with marked edits, found piece by piece.
    """

    T0 = "T0"
    T1 = "T1"
    T2 = "T2"
    T3 = "T3"


@dataclass(frozen=True, slots=True)
class MarkedEdit:
    """A mark of a fact's `quote`, as written, and the source's words that it stands for.

    Without `anchors` it stands for none: the words are the editor's alone.
    """

    mark: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A citation with what the check found: where, at which tier, and the verdict.

    `edits` are the marks of the fact's `quote` where that was found in this citation's lines.
    `pieces` are its words as they were looked up, where the citation has no exact words; then the
    anchors are theirs.
    """

    citation: Citation
    verdict: Verdict
    tier: Tier | None = None
    anchors: tuple[Anchor, ...] = ()
    edits: tuple[MarkedEdit, ...] = ()
    pieces: tuple[str, ...] = ()


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
        judged = [v for v in self.fields.values() if v is not Verdict.UNCHECKED]
        return worst((*[evidence.verdict for evidence in self.evidence], *judged))


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
    def counts(self) -> Counts:
        """The citations and fields of all facts and sources, counted."""
        return counts_of_facts(self.facts.values()) + self.counts_of_sources

    @property
    def counts_of_sources(self) -> Counts:
        """The fields of the sources, counted."""
        sources = self.factsheet.sources
        return Counter(
            (verdict, name in sources[source].basis)
            for source, fields in self.sources.items()
            for name, verdict in fields.items()
        )


def counts_of_facts(facts: Iterable[CheckedFact]) -> Counts:
    """The citations and fields of some facts, counted."""
    counts: Counts = Counter()
    for checked in facts:
        bases = checked.fact.basis
        counts.update([evidence.verdict for evidence in checked.evidence])
        counts.update([(verdict, name in bases) for name, verdict in checked.fields.items()])
    return counts
