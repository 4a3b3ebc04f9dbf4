"""The shape of the files in content/facts: facts of each kind, citations, skipped passages."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from sitegen.diagnostics import nearest_name
from sitegen.model import FactKind
from sitegen.schema.forms import Each, Keywords, given, whenever
from sitegen.schema.ids import id_form
from sitegen.schema.registers import BasisRecord
from sitegen.schema.scalars import (
    ONE_OR_LIST,
    Date,
    Figure,
    Identifier,
    Lines,
    Occurrence,
    Speaker,
    Text,
    Words,
)
from sitegen.schema.shapes import NOT_EMPTY, Contradiction, Shape, field
from sitegen.yamltree import shown

Medium = Literal["print", "post", "broadcast", "transcript"]
Modifier = Literal["about", "nearly", "at-least", "more-than", "at-most", "less-than"]
# What the editor says of a fact, not what a source says.
_WITHOUT_BASIS = frozenset({"kind", "cite", "basis", "accept", "corrections", "formerly", "added"})
Status = Literal["reported", "rumoured", "alleged", "charged", "convicted", "denied"]


class CitationRecord(Shape):
    """A citation as written: lines and the exact words."""

    lines: Lines = field(description="The lines of the article.")
    source: Text | None = field(None, description="The source, by id; else the file's.")
    exact: Words = field(
        (),
        description=(
            "The words, verbatim. A list of pieces where the source interrupts "
            "them. Without it the citation is unchecked."
        ),
    )
    prefix: Text | None = field(
        None, description="Words just before them, where they stand more than once."
    )
    suffix: Text | None = field(None, description="Words just after them.")
    occurrence: Occurrence | None = field(
        None, description="Which one: 1 is the first in these lines."
    )
    relation: Literal["contradicts"] | None = field(
        None, description="contradicts: this source says otherwise."
    )

    @property
    def aid(self) -> str | None:
        """A field that tells which words are meant, where the citation gives no words itself."""
        aids = {"prefix": self.prefix, "suffix": self.suffix, "occurrence": self.occurrence}
        given = next((name for name, aid in aids.items() if aid is not None), None)
        return None if self.exact else given


class SkipRecord(Shape):
    """A passage that was looked at and left out."""

    lines: Lines = field(description="The lines.")
    exact: Words = field(description="The words, or a list of pieces.")
    because: Text = field(description="The reason, for a reader.")
    source: Text | None = field(None, description="The source, by id; else the file's.")


class CorrectionRecord(Shape):
    """What a fact said before."""

    date: Date = field(description="When it was corrected.")
    was: Text = field(description="What the fact said before.")
    because: Text = field(description="Why it no longer does.")


class FactRecord(Shape):
    """What facts of every kind have."""

    kind: FactKind = field(description="quote, count, rank, date or claim.")
    cite: Annotated[tuple[CitationRecord, ...], ONE_OR_LIST, NOT_EMPTY] = field(
        description="One citation, or a list of them."
    )
    claim: Text | None = field(
        None, description="The statement in our words; prose. Every kind but a quote needs it."
    )
    according_to: Speaker | None = field(
        None,
        description=(
            "Whose statement it is, as the source tells it: a person's id, or "
            "{unnamed: a source close to the harbour}. Shown with the claim."
        ),
    )
    via: Text | None = field(
        None, description="By what way it reached the source: Dan Wootton's podcast."
    )
    people: tuple[Text, ...] = field((), description="Whom it is about, by id.")
    topics: tuple[Text, ...] = field((), description="Where it is gathered, by id.")
    status: Status = field(
        "reported",
        description="reported unless given; rumoured, alleged, charged, convicted or denied.",
    )
    response: Text | None = field(None, description="What the person concerned says to it; prose.")
    note: Text | None = field(None, description="What a reader should know; prose.")
    added: Date | None = field(None, description="When the fact was added; a date.")
    corrections: tuple[CorrectionRecord, ...] = field((), description="What it said before.")
    formerly: tuple[Annotated[Identifier, id_form("fact")], ...] = field(
        (), description="Older ids of this fact."
    )
    basis: dict[str, BasisRecord] = field(
        default_factory=dict,
        description="How its fields are known where the words do not state them.",
    )
    accept: dict[str, Text] = field(
        default_factory=dict,
        description=(
            "Warnings that were considered: a mapping from a code to the reason. "
            "They are settled, and counted on the site."
        ),
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """A basis explains a field that the fact has; what tells words apart needs the words."""
        known = self._with_basis() if self.basis else []
        for name in self.basis:
            if name not in known:
                message = f"basis names {shown(name)}, which rests on no words of a {self.kind}"
                yield Contradiction(
                    ("basis", name), "unknown-field", message, nearest_name(name, known)
                )
            elif not getattr(self, name):
                message = f"basis explains “{name}”, which this fact leaves out"
                yield Contradiction(("basis", name), "missing-field", message)
        for number, cite in enumerate(() if getattr(self, "quote", None) else self.cite):
            if cite.aid:
                message = f"“{cite.aid}” tells which words are meant; it needs “exact”"
                yield Contradiction(("cite", number, cite.aid), "missing-field", message)

    @classmethod
    def _with_basis(cls) -> list[str]:
        """The fields that a basis may explain."""
        return [name for name in cls.model_fields if name not in _WITHOUT_BASIS]

    @classmethod
    def rules(cls) -> Iterator[Keywords]:
        """A basis explains a field that the fact has; what tells words apart needs the words."""
        known = cls._with_basis()
        listed = {name: {"type": "object"} for name in known}  # so that editors complete them
        yield {"properties": {"basis": {"propertyNames": {"enum": known}, "properties": listed}}}
        for name in known:
            if not cls.model_fields[name].left_out():
                explained = {"type": "object", "required": [name]}
                there = {"required": [name], "properties": {name: {"not": {"enum": [None, []]}}}}
                yield whenever({"required": ["basis"], "properties": {"basis": explained}}, there)
        aids = [given(name) for name in ("prefix", "suffix", "occurrence")]
        worded = whenever({"type": "object", "anyOf": aids}, given("exact"))
        cited = {"properties": {"cite": {**worded, "items": worded}}}
        yield whenever({"not": given("quote")}, cited) if "quote" in cls.model_fields else cited

    @classmethod
    def owners_of(cls, field: str) -> str | None:
        """The kinds of fact that have a field, as in “facts of the kind count or rank”."""
        kinds = [name for name, shape in FACT_KINDS.items() if field in shape.model_fields]
        return f"facts of the kind {' or '.join(kinds)}" if kinds else None


class QuoteRecord(FactRecord):
    """What somebody said, in their words."""

    kind: Literal[FactKind.QUOTE]
    speaker: Speaker = field(
        description="A person's id, or {unnamed: the source's own words for them}."
    )
    quote: Text | None = field(None, description="The words with marked edits.")
    addressee: Speaker | None = field(
        None, description="To whom: a person's id, or {unnamed: the source's own words for them}."
    )
    said: Date | None = field(None, description="When; a date.")
    medium: Medium = field(
        "print", description="print unless given; post, broadcast or transcript."
    )


class CountRecord(FactRecord):
    """How many."""

    kind: Literal[FactKind.COUNT]
    claim: Text = field(description="The statement.")
    value: Figure = field(
        description="The number, in digits (60000) or as the source writes it (74 million)."
    )
    unit: Text = field(description="Of what: votes.")
    measure: Text | None = field(
        None, description="A name shared by counts of the same thing, which are compared."
    )
    modifier: Modifier | None = field(
        None, description="about, nearly, at-least, more-than, at-most or less-than."
    )
    as_of: Date | None = field(None, description="When it was so many; a date.")


class RankRecord(FactRecord):
    """Which place in an order."""

    kind: Literal[FactKind.RANK]
    claim: Text = field(description="The statement.")
    value: Figure = field(description="The place: 1.")
    of: Text = field(description="In what order: Billboard 200 chart.")
    as_of: Date | None = field(None, description="When; a date.")


class DateRecord(FactRecord):
    """When."""

    kind: Literal[FactKind.DATE]
    claim: Text = field(description="The statement.")
    date: Date = field(description="The date, no finer than the source gives it.")


class ClaimRecord(FactRecord):
    """Anything else that a source states."""

    kind: Literal[FactKind.CLAIM]
    claim: Text = field(description="The statement.")


FACT_KINDS: Mapping[str, type[FactRecord]] = MappingProxyType(
    {
        "quote": QuoteRecord,
        "count": CountRecord,
        "rank": RankRecord,
        "date": DateRecord,
        "claim": ClaimRecord,
    }
)


class FactsFile(Shape):
    """A file of content/facts: its facts, and what was left out, are read one by one."""

    source: Text | None = field(
        None, description="The source of every citation in this file that names none."
    )
    facts: Annotated[dict[str, Any], Each(FACT_KINDS, ids="fact")] = field(
        default_factory=dict, description="A mapping from ids to facts."
    )
    skip: Annotated[tuple[Any, ...], Each(SkipRecord)] = field(
        (), description="A list of passages that were left out."
    )

    @classmethod
    def rules(cls) -> Iterator[Keywords]:
        """A file holds something (`load` judges that), and every citation has a source."""
        yield {"anyOf": [given("facts"), given("skip")]}
        named = given("source")
        cites = {"anyOf": [{"type": "object", **named}, {"type": "array", "items": named}]}
        facts = {"additionalProperties": {"properties": {"cite": cites}}}
        unnamed = {"properties": {"facts": facts, "skip": {"items": named}}}
        yield {"anyOf": [named, unnamed]}
