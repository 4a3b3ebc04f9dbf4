"""The shapes of the content files: what an editor may write, field by field."""

from sitegen.schema.check import NodePlaces, Record, ShapeT, validate
from sitegen.schema.facts import FACT_KINDS, CitationRecord, FactRecord, FactsFile, SkipRecord
from sitegen.schema.ids import reserved
from sitegen.schema.publishing import TargetRecord
from sitegen.schema.records import FactEntry, FileRecords, FileSource, PageEntry, Records, SkipEntry
from sitegen.schema.registers import (
    PageHeader,
    PeopleFile,
    PersonRecord,
    RedactionRecord,
    SiteRecord,
    SourceRecord,
    SourcesFile,
    TopicRecord,
    TopicsFile,
)
from sitegen.schema.shapes import Shape

__all__ = [
    "FACT_KINDS",
    "CitationRecord",
    "FactEntry",
    "FactRecord",
    "FactsFile",
    "FileRecords",
    "FileSource",
    "NodePlaces",
    "PageEntry",
    "PageHeader",
    "PeopleFile",
    "PersonRecord",
    "Record",
    "Records",
    "RedactionRecord",
    "Shape",
    "ShapeT",
    "SiteRecord",
    "SkipEntry",
    "SkipRecord",
    "SourceRecord",
    "SourcesFile",
    "TargetRecord",
    "TopicRecord",
    "TopicsFile",
    "reserved",
    "validate",
]
