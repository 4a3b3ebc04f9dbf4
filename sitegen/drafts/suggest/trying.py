"""Facts that might be proposed, judged by the check itself before anybody sees them."""

from collections.abc import Mapping, Sequence

from sitegen import edtf
from sitegen.diagnostics import Diagnostic, Severity, Span
from sitegen.drafts.suggest.sheet import Sheet
from sitegen.edtf import Edtf
from sitegen.frozen import dataclass, field, replace
from sitegen.model import (
    Amount,
    Attribution,
    Basis,
    BasisKind,
    Citation,
    Fact,
    FactKind,
    Selector,
    Verdict,
)
from sitegen.prose import Texts
from sitegen.recognise import amount
from sitegen.verify import verify

_HERE = Span("content/facts/proposed.yaml", 1, 1, 1, 1)
# They stand for a speaker whom the editor has yet to name, and for the reason.
_NOBODY = "somebody"
_INFERRED = Basis(BasisKind.INFERRED, "The editor says why.")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact as far as the text fills it in: its kind, its words, and fields as texts.

    `speaker` is who speaks a quote, and of other kinds whose account it is.
    """

    kind: FactKind
    selector: Selector
    fields: Mapping[str, str] = field(default_factory=dict)
    speaker: Attribution | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """A proposal, and what the check says of it."""

    proposal: Proposal
    diagnostics: tuple[Diagnostic, ...]
    verdicts: Mapping[str, Verdict]

    @property
    def errors(self) -> bool:
        """Whether it could not be published."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)

    @property
    def quiet(self) -> bool:
        """Whether the check has nothing to say against it."""
        return not self.diagnostics

    def found(self, name: str) -> bool:
        """Whether the check has found a field in the words."""
        return self.verdicts.get(name) is Verdict.FOUND


def tried(sheet: Sheet, source: str, proposals: Sequence[Proposal]) -> tuple[Tried, ...]:
    """What the check says of each proposal, all judged in one go."""
    facts = {f"proposed-{n}": _fact(f"proposed-{n}", source, p) for n, p in enumerate(proposals)}
    alone = replace(
        sheet.factsheet,
        sources={source: sheet.text(source).alone},
        topics={},
        facts=facts,
        files={_HERE.path: tuple(facts)},
        pages={},
        skips=(),
        assets=(),
    )
    checked, diagnostics = verify(alone, Texts(files=((),), others=()), sheet.memory)
    said: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        said.setdefault(diagnostic.fact or "", []).append(diagnostic)
    return tuple(
        Tried(proposal, tuple(said.get(name, ())), checked.facts[name].fields)
        for name, proposal in zip(facts, proposals, strict=True)
    )


def _places(*_: str | int) -> Span:
    return _HERE


def _fact(identifier: str, source: str, proposal: Proposal) -> Fact:
    given = proposal.fields
    read = {name: edtf.parse(given[name]) for name in ("date", "said") if name in given}
    dates = {name: date for name, date in read.items() if isinstance(date, Edtf)}
    figure = given.get("value")
    attributed = proposal.speaker
    speaks = proposal.kind is FactKind.QUOTE
    return Fact(
        id=identifier,
        kind=proposal.kind,
        cite=(Citation(source, proposal.selector, False, _places),),
        places=_places,
        speaker=(attributed or Attribution(unnamed=_NOBODY)) if speaks else None,
        according_to=None if speaks else attributed,
        medium=given.get("medium", "print") if speaks else None,
        value=Amount(figure, amount(figure)) if figure is not None else None,
        unit=given.get("unit"),
        of=given.get("of"),
        claim=given.get("claim"),
        modifier=given.get("modifier"),
        date=dates.get("date"),
        said=dates.get("said"),
        basis={"speaker": _INFERRED} if speaks and attributed is None else {},
    )
