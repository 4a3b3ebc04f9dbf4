"""The shape of the files in content/facts: facts of each kind, citations, skipped passages."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from sitegen.diagnostics import nearest_name
from sitegen.model import FactKind
from sitegen.schema.registers import BasisRecord, Contradiction, Shape
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
    wrong,
)
from sitegen.yamltree import shown

Medium = Literal["print", "post", "broadcast", "transcript"]
Modifier = Literal["about", "nearly", "at-least", "more-than", "at-most", "less-than"]
# What the editor says of a fact, not what a source says.
_WITHOUT_BASIS = frozenset({"kind", "cite", "basis", "accept", "corrections", "formerly", "added"})
Status = Literal["reported", "rumoured", "alleged", "charged", "convicted", "denied"]


class CitationRecord(Shape):
    """A citation as written: lines and the exact words."""

    lines: Lines
    source: Text | None = None
    exact: Words = ()
    prefix: Text | None = None
    suffix: Text | None = None
    occurrence: Occurrence | None = None
    relation: Literal["contradicts"] | None = None

    @model_validator(mode="after")
    def _finds_words(self) -> "CitationRecord":
        aids = {"prefix": self.prefix, "suffix": self.suffix, "occurrence": self.occurrence}
        given = next((name for name, aid in aids.items() if aid is not None), None)
        if given and not self.exact:
            raise wrong(f"“{given}” tells which words are meant; it needs “exact”", "missing-field")
        return self


class SkipRecord(Shape):
    """A passage that was looked at and left out."""

    lines: Lines
    exact: Words
    because: Text
    source: Text | None = None


class CorrectionRecord(Shape):
    """What a fact said before."""

    date: Date
    was: Text
    because: Text


class FactRecord(Shape):
    """What facts of every kind have."""

    kind: FactKind
    cite: Annotated[tuple[CitationRecord, ...], ONE_OR_LIST, Field(min_length=1)]
    claim: Text | None = None
    according_to: Speaker | None = None
    via: Text | None = None
    people: tuple[Text, ...] = ()
    topics: tuple[Text, ...] = ()
    status: Status = "reported"
    response: Text | None = None
    note: Text | None = None
    added: Date | None = None
    corrections: tuple[CorrectionRecord, ...] = ()
    formerly: tuple[Identifier, ...] = ()
    basis: dict[str, BasisRecord] = Field(default_factory=dict)
    accept: dict[str, Text] = Field(default_factory=dict)

    def contradictions(self) -> Iterator[Contradiction]:
        """A basis explains a field that the fact has."""
        known = [name for name in type(self).model_fields if name not in _WITHOUT_BASIS]
        for name in self.basis:
            if name not in known:
                message = f"basis names {shown(name)}, which rests on no words of a {self.kind}"
                yield Contradiction(
                    ("basis", name), "unknown-field", message, nearest_name(name, known)
                )
            elif not getattr(self, name):
                message = f"basis explains “{name}”, which this fact leaves out"
                yield Contradiction(("basis", name), "missing-field", message)

    @classmethod
    def owners_of(cls, field: str) -> str | None:
        """The kinds of fact that have a field, as in “facts of the kind count or rank”."""
        kinds = [name for name, shape in FACT_KINDS.items() if field in shape.model_fields]
        return f"facts of the kind {' or '.join(kinds)}" if kinds else None


class QuoteRecord(FactRecord):
    """What somebody said, in their words."""

    kind: Literal[FactKind.QUOTE]
    speaker: Speaker
    quote: Text | None = None
    addressee: Text | None = None
    said: Date | None = None
    medium: Medium = "print"


class CountRecord(FactRecord):
    """How many."""

    kind: Literal[FactKind.COUNT]
    claim: Text
    value: Figure
    unit: Text
    measure: Text | None = None
    modifier: Modifier | None = None
    as_of: Date | None = None


class RankRecord(FactRecord):
    """Which place in an order."""

    kind: Literal[FactKind.RANK]
    claim: Text
    value: Figure
    of: Text
    as_of: Date | None = None


class DateRecord(FactRecord):
    """When."""

    kind: Literal[FactKind.DATE]
    claim: Text
    date: Date


class ClaimRecord(FactRecord):
    """Anything else that a source states."""

    kind: Literal[FactKind.CLAIM]
    claim: Text


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
    """A file of content/facts: its facts are read one by one."""

    source: Text | None = None
    facts: dict[str, Any] = Field(default_factory=dict)
    skip: tuple[Any, ...] = ()
