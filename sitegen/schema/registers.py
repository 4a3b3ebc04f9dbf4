"""The shapes of site.yaml, sources.yaml, people.yaml, topics.yaml and a page's header."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from sitegen.model import Display
from sitegen.schema.scalars import (
    Base,
    Date,
    Digest,
    Email,
    Flag,
    Identifier,
    Language,
    Lines,
    Link,
    Text,
    Whole,
    Wikidata,
    found,
    wrong,
)
from sitegen.yamltree import shown


class Contradiction(NamedTuple):
    """What is wrong with a record whose fields are each sound: a part, and what is said of it."""

    path: tuple[str | int, ...]
    code: str
    message: str
    hints: tuple[str, ...] = ()


class Shape(BaseModel):
    """A mapping with known fields and no others. A null field is as if it were left out."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, written: Any) -> Any:
        if not isinstance(written, dict) or None not in written.values():
            return written
        known = {field.alias or name for name, field in cls.model_fields.items()}
        return {n: value for n, value in written.items() if value is not None or n not in known}

    def contradictions(self) -> Iterator[Contradiction]:
        """What no single field shows. The key of each part is told."""
        return iter(())

    @classmethod
    def owners_of(cls, _field: str) -> str | None:
        """Which records have the field that this one has not, for a hint."""
        return None


class BasisRecord(Shape):
    """How a field rests on the words: an inference with its reason, or a calculation."""

    inferred: Text | None = None
    derived: Text | None = None
    rests_on: tuple[Text, ...] = Field(default=(), alias="from")

    @model_validator(mode="after")
    def _one_of_two(self) -> "BasisRecord":
        if self.inferred is None and self.derived is None:
            raise wrong("a basis needs “inferred” or “derived”", "missing-field")
        if self.inferred is not None and self.derived is not None:
            raise wrong("a basis is inferred or derived, not both")
        return self


def _known_display(written: Any) -> Any:
    if written not in tuple(Display):
        told = shown(written) if isinstance(written, str) else found(written)
        raise wrong(f"expected excerpt or full, found {told}")
    return Display(written)


DisplayField = Annotated[Display, BeforeValidator(_known_display)]


class RedactionRecord(Shape):
    """Words that no file of the site may hold, and what is shown in their place."""

    exact: Text
    shown_as: Text
    lines: Lines | None = None


class SourceRecord(Shape):
    """One source of sources.yaml."""

    text: Text
    sha256: Digest
    title: Text | None = None
    publisher: Text | None = None
    author: Text | None = None
    published: Date | None = None
    retrieved: Date | None = None
    url: Link | None = None
    archive_url: Link | None = None
    licence: Text | None = None
    note: Text | None = None
    language: Language | None = None
    display: DisplayField | None = None
    because: Text | None = None
    redact: tuple[RedactionRecord, ...] = ()
    noindex: Flag = False
    basis: dict[
        Literal["title", "publisher", "author", "published", "retrieved", "url", "archive_url"],
        BasisRecord,
    ] = Field(default_factory=dict)


class PersonRecord(Shape):
    """One person of people.yaml."""

    name: Text
    aliases: tuple[Text, ...] = ()
    role: Text | None = None
    description: Text | None = None
    url: Link | None = None
    wikidata: Wikidata | None = None
    private: Flag = False

    def contradictions(self) -> Iterator[Contradiction]:
        """A private person is shown by a role."""
        if self.private and self.role is None:
            message = "a private person is never named but shown by “role”, which is missing"
            yield Contradiction(("private",), "missing-field", message)


class TopicRecord(Shape):
    """One topic of topics.yaml."""

    title: Text
    summary: Text | None = None


class PublisherRecord(Shape):
    """Who publishes the fact sheet."""

    name: Text
    url: Link | None = None
    email: Email | None = None


class SiteRecord(Shape):
    """site.yaml."""

    title: Text
    description: Text | None = None
    base_url: Base | None = None
    language: Language = "en"
    theme: Identifier = "default"
    theme_settings: dict[str, Text] = Field(default_factory=dict)
    publisher: PublisherRecord | None = None
    licence: Text | None = None
    noindex: Flag = False
    display: DisplayField = Display.EXCERPT
    report_url: Link | None = None
    report_email: Email | None = None
    publish: dict[str, Any] | None = None


class PageHeader(Shape):
    """The YAML between the `---` lines of an explainer page."""

    title: Text
    summary: Text | None = None
    order: Whole | None = None
    topics: tuple[Text, ...] = ()
    noindex: Flag = False


class SourcesFile(Shape):
    """sources.yaml: its records are read one by one."""

    sources: dict[str, Any]


class PeopleFile(Shape):
    """people.yaml: its records are read one by one."""

    people: dict[str, Any]


class TopicsFile(Shape):
    """topics.yaml: its records are read one by one."""

    topics: dict[str, Any]
