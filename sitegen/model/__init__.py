"""The values that flow between the stages: what a fact sheet is, once it has been read.

Everything here is frozen. The shapes that an editor writes are in `schema`; these are what they
mean.
"""

from sitegen.model.evidence import (
    CheckedFact,
    CheckedFactsheet,
    Evidence,
    MarkedEdit,
    Tier,
    Verdict,
    worst,
)
from sitegen.model.factsheet import (
    SOURCE_FIELDS,
    Asset,
    Fact,
    Factsheet,
    Page,
    Person,
    Publisher,
    Settings,
    Skip,
    Source,
    Topic,
)
from sitegen.model.parts import (
    Amount,
    Anchor,
    Article,
    Attribution,
    Basis,
    BasisKind,
    Citation,
    Correction,
    Display,
    FactKind,
    LineRange,
    Places,
    Redaction,
    Selector,
)

__all__ = [
    "SOURCE_FIELDS",
    "Amount",
    "Anchor",
    "Article",
    "Asset",
    "Attribution",
    "Basis",
    "BasisKind",
    "CheckedFact",
    "CheckedFactsheet",
    "Citation",
    "Correction",
    "Display",
    "Evidence",
    "Fact",
    "FactKind",
    "Factsheet",
    "LineRange",
    "MarkedEdit",
    "Page",
    "Person",
    "Places",
    "Publisher",
    "Redaction",
    "Selector",
    "Settings",
    "Skip",
    "Source",
    "Tier",
    "Topic",
    "Verdict",
    "worst",
]
