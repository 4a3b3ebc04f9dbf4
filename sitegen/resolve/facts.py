"""Facts, their citations and skipped passages: from what was written to what it means."""

from typing import Any

from sitegen import calculation, recognise
from sitegen.diagnostics import Span, error
from sitegen.model import (
    Amount,
    Attribution,
    Basis,
    BasisKind,
    Citation,
    Correction,
    Fact,
    Selector,
    Skip,
)
from sitegen.resolve.references import References, at
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


def resolve_fact(entry: FactEntry, references: References) -> Fact:
    """A fact whose people, topics, sources and facts exist."""
    record = entry.record
    written = record.fields

    field = written.__dict__.get  # only some kinds have each of these; the shape has judged which

    _refer_to_others(record, field("speaker"), field("addressee"), references)
    value: str | None = field("value")
    return Fact(
        id=record.id,
        kind=written.kind,
        cite=tuple(
            _citation(cite, entry, index, references) for index, cite in enumerate(written.cite)
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
        basis=resolve_basis(record, references),
        accept=dict(written.accept),
    )


def _refer_to_others(
    record: Record[FactRecord],
    speaker: Attribution | None,
    addressee: str | None,
    references: References,
) -> None:
    written, fact = record.fields, record.id
    for index, topic in enumerate(written.topics):
        references.refer(references.topics, topic, at(record, "topics", index), fact)
    for index, person in enumerate(written.people):
        references.refer(references.people, person, at(record, "people", index), fact)
    for name, attribution in (("speaker", speaker), ("according_to", written.according_to)):
        if attribution and attribution.person:
            references.refer(references.people, attribution.person, at(record, name), fact)
    if addressee:
        references.refer(references.people, addressee, at(record, "addressee"), fact)


def resolve_basis(
    record: Record[SourceRecord] | Record[FactRecord], references: References
) -> dict[str, Basis]:
    """What each field rests on where the words do not state it."""
    fact = record.id if isinstance(record.fields, FactRecord) else None
    bases = {}
    for name, written in record.fields.basis.items():
        for index, other in enumerate(written.rests_on):
            place = at(record, "basis", name, "from", index)
            references.refer(references.facts, other, place, fact)
        calculated = _named_in(written.derived)
        for other in calculated:
            place = at(record, "basis", name, "derived")
            hints = _apart(other, references)
            references.refer(references.facts, other, place, fact, hints)
        kind = BasisKind.INFERRED if written.inferred else BasisKind.DERIVED
        rests_on = tuple(dict.fromkeys((*written.rests_on, *calculated)))
        bases[str(name)] = Basis(kind, written.inferred or written.derived or "", rests_on)
    return bases


def _apart(name: str, references: References) -> tuple[str, ...]:
    """A hint, where what looks like one id is two joined by a minus without spaces."""
    known = references.facts.ids
    for at_hyphen in (index for index, char in enumerate(name) if char == "-"):
        left, right = name[:at_hyphen], name[at_hyphen + 1 :]
        if left in known and (right in known or right.isdigit()):
            return (f"write the minus between spaces: {left} - {right}",)
    return ()


def _named_in(derived: str | None) -> tuple[str, ...]:
    """The facts in a calculation; none where it cannot be read, which the check tells."""
    read = calculation.parse(derived) if derived else None
    if not isinstance(read, calculation.Calculation):
        return ()
    return tuple(name.id for name in read.names)


def _citation(
    written: CitationRecord, entry: FactEntry, index: int, references: References
) -> Citation:
    record = entry.record

    def places(*path: str | int) -> Span:
        return record.places("cite", index, *path)

    source = _cited_source(written, entry.default_source, record, ("cite", index), references)
    selector = Selector(
        written.lines, written.exact, written.prefix, written.suffix, written.occurrence
    )
    return Citation(source, selector, written.relation == "contradicts", places)


def resolve_skip(entry: SkipEntry, references: References) -> Skip:
    """A skipped passage, as a citation that no fact makes."""
    written = entry.record.fields
    source = _cited_source(written, entry.default_source, entry.record, (), references)
    selector = Selector(written.lines, written.exact)
    return Skip(Citation(source, selector, False, entry.record.places), written.because)


def _cited_source(
    written: CitationRecord | SkipRecord,
    default: FileSource | None,
    record: Record[Any],
    path: tuple[str | int, ...],
    references: References,
) -> str:
    """The id of the source that a citation or skipped passage names, or that its file does."""
    fact = record.id or None
    if default and default.id:
        references.refer(references.sources, default.id, lambda: default.span)
    if written.source:
        references.refer(references.sources, written.source, at(record, *path, "source"), fact)
        return written.source
    if default is None:
        hint = "name it here, or once for the file: source: ID above facts:"
        message = "the citation names no source, and neither does its file"
        place = record.places(*path)
        references.diagnostics.append(
            error("missing-field", message, place, fact=fact, hints=(hint,))
        )
        return ""
    return default.id
