"""The shape of the files in content/facts: facts of each kind, citations, skipped passages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from sitegen.model import FactKind
from sitegen.schema.registers import BasisRecord, Shape
from sitegen.schema.scalars import (
    ONE_OR_LIST,
    Date,
    Lines,
    Occurrence,
    Speaker,
    Text,
    Words,
    wrong,
)

Medium = Literal["print", "post", "broadcast", "transcript"]
Modifier = Literal["about", "nearly", "at-least", "more-than", "at-most", "less-than"]
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
    formerly: tuple[Text, ...] = ()
    basis: dict[str, BasisRecord] = Field(default_factory=dict)
    accept: dict[str, Text] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _basis_names_fields(self) -> "FactRecord":
        for name in self.basis:
            if name not in type(self).model_fields:
                raise wrong(
                    f"basis names “{name}”, which is no field of this fact", "unknown-field"
                )
        return self


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
    value: Text
    unit: Text
    measure: Text | None = None
    modifier: Modifier | None = None
    as_of: Date | None = None


class RankRecord(FactRecord):
    """Which place in an order."""

    kind: Literal[FactKind.RANK]
    claim: Text
    value: Text
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
