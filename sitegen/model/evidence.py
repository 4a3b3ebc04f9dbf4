"""What the check adds to a fact sheet: where the words stand, and a verdict on each part."""

from collections import Counter
from collections.abc import Callable, Mapping
from enum import StrEnum

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
    def found_fields(self) -> Mapping[str, int]:
        """How many facts and sources have a field that a rule has found in the words, by field."""
        return self._counted(lambda verdict, _: verdict is Verdict.FOUND)

    @property
    def inferred_fields(self) -> Mapping[str, int]:
        """The same of fields that no rule has judged, and that a reason is given for."""
        return self._counted(lambda verdict, basis: verdict is Verdict.UNCHECKED and basis)

    @property
    def unchecked_fields(self) -> Mapping[str, int]:
        """The same of fields that no rule has judged, and that no reason is given for."""
        return self._counted(lambda verdict, basis: verdict is Verdict.UNCHECKED and not basis)

    def _counted(self, meant: Callable[[Verdict, bool], bool]) -> Mapping[str, int]:
        facts = ((checked.fields, checked.fact.basis) for checked in self.facts.values())
        sources = (
            (self.sources.get(name, {}), s.basis) for name, s in self.factsheet.sources.items()
        )
        counts = Counter(
            name
            for fields, bases in (*facts, *sources)
            for name, verdict in fields.items()
            if meant(verdict, name in bases)
        )
        return dict(sorted(counts.items()))
