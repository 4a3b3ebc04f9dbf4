"""Facts, their citations and skipped passages: from what was written to what it means."""

from typing import Any

from sitegen import calculation, recognise
from sitegen.diagnostics import Span, error
from sitegen.frozen import dataclass
from sitegen.model import (
    Amount,
    Attribution,
    Basis,
    BasisKind,
    Citation,
    Correction,
    Fact,
    Places,
    Selector,
    Skip,
)
from sitegen.resolve.references import Making
from sitegen.schema import (
    CitationRecord,
    FactEntry,
    FactRecord,
    FileSource,
    Record,
    SkipEntry,
    SkipRecord,
    SourceRecord,
)


def resolve_fact(entry: FactEntry, making: Making) -> Fact:
    """A fact as written; `making` is told to whom and what it refers."""
    record = entry.record
    written = record.fields

    field = written.__dict__.get  # only some kinds have each of these; the shape has judged which

    _refer_to_others(record, field("speaker"), field("addressee"), making)
    value: str | None = field("value")
    return Fact(
        id=record.id,
        kind=written.kind,
        cite=tuple(
            _citation(cite, entry, index, making) for index, cite in enumerate(written.cite)
        ),
        places=record.places,
        claim=written.claim,
        speaker=field("speaker"),
        quote=field("quote"),
        addressee=field("addressee"),
        said=field("said"),
        medium=field("medium"),
        value=Amount(value, recognise.amount(value)) if value else None,
        unit=field("unit"),
        measure=field("measure"),
        modifier=field("modifier"),
        as_of=field("as_of"),
        of=field("of"),
        date=field("date"),
        according_to=written.according_to,
        via=written.via,
        people=written.people,
        topics=written.topics,
        status=written.status,
        response=written.response,
        note=written.note,
        added=written.added,
        corrections=tuple(Correction(c.date, c.was, c.because) for c in written.corrections),
        formerly=written.formerly,
        basis=resolve_basis(record, making),
        accept=dict(written.accept),
    )


def _refer_to_others(
    record: Record[FactRecord],
    speaker: Attribution | None,
    addressee: Attribution | None,
    making: Making,
) -> None:
    written, places, fact = record.fields, record.places, record.id
    for index, topic in enumerate(written.topics):
        making.refer("topic", topic, places, "topics", index, fact=fact)
    for index, person in enumerate(written.people):
        making.refer("person", person, places, "people", index, fact=fact)
    for name, attribution in (
        ("speaker", speaker),
        ("according_to", written.according_to),
        ("addressee", addressee),
    ):
        if attribution and attribution.person:
            making.refer("person", attribution.person, places, name, fact=fact)


def resolve_basis(
    record: Record[SourceRecord] | Record[FactRecord], making: Making
) -> dict[str, Basis]:
    """What each field rests on where the words do not state it."""
    fact = record.id if isinstance(record.fields, FactRecord) else None
    places = record.places
    bases = {}
    for name, written in record.fields.basis.items():
        for index, other in enumerate(written.rests_on):
            making.refer("fact", other, places, "basis", name, "from", index, fact=fact)
        calculated = _named_in(written.derived)
        for other in calculated:
            making.refer(
                "fact", other, places, "basis", name, "derived", fact=fact, calculated=True
            )
        kind = BasisKind.INFERRED if written.inferred else BasisKind.DERIVED
        rests_on = tuple(dict.fromkeys((*written.rests_on, *calculated)))
        bases[str(name)] = Basis(kind, written.inferred or written.derived or "", rests_on)
    return bases


def _named_in(derived: str | None) -> tuple[str, ...]:
    """The facts in a calculation; none where it cannot be read, which the check tells."""
    read = calculation.parse(derived) if derived else None
    if not isinstance(read, calculation.Calculation):
        return ()
    return tuple(name.id for name in read.names)


@dataclass(frozen=True, slots=True)
class _CitationPlaces:
    """Where the parts of a fact's citation stand. Implements `model.Places`."""

    of_fact: Places
    index: int

    def __call__(self, *path: str | int) -> Span:
        """The span of the part at `path`."""
        return self.of_fact("cite", self.index, *path)


def _citation(written: CitationRecord, entry: FactEntry, index: int, making: Making) -> Citation:
    record = entry.record
    places = _CitationPlaces(record.places, index)
    source = _cited_source(written, entry.default_source, record, places, making)
    selector = Selector(
        written.lines, written.exact, written.prefix, written.suffix, written.occurrence
    )
    return Citation(source, selector, written.relation == "contradicts", places)


def resolve_skip(entry: SkipEntry, making: Making) -> Skip:
    """A skipped passage, as a citation that no fact makes."""
    written, places = entry.record.fields, entry.record.places
    source = _cited_source(written, entry.default_source, entry.record, places, making)
    selector = Selector(written.lines, written.exact)
    return Skip(Citation(source, selector, False, places), written.because)


def _cited_source(
    written: CitationRecord | SkipRecord,
    default: FileSource | None,
    record: Record[Any],
    places: Places,
    making: Making,
) -> str:
    """The id of the source that a citation or skipped passage names, or that its file does."""
    fact = record.id or None
    if default and default.id:
        making.refer_by_default(default)
    if written.source:
        making.refer("source", written.source, places, "source", fact=fact)
        return written.source
    if default is None:
        hint = "name it here, or once for the file: source: ID above facts:"
        message = "the citation names no source, and neither does its file"
        making.made.append(error("missing-field", message, places(), fact=fact, hints=(hint,)))
        return ""
    return default.id
