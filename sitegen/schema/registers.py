"""The shapes of site.yaml, sources.yaml, people.yaml, topics.yaml and a page's header."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from sitegen.model import Display
from sitegen.schema.forms import Each, Form, Keywords, given, whenever
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
    def rules(cls) -> Iterator[Keywords]:
        """What JSON Schema can say of several fields at once: the same as the validators."""
        return iter(())

    @classmethod
    def owners_of(cls, _field: str) -> str | None:
        """Which records have the field that this one has not, for a hint."""
        return None


class BasisRecord(Shape):
    """How a field rests on the words: an inference with its reason, or a calculation."""

    inferred: Text | None = Field(None, description="The reason, for a reader.")
    derived: Text | None = Field(None, description="The calculation instead.")
    rests_on: tuple[Text, ...] = Field(
        default=(), alias="from", description="The facts that it rests on, by id."
    )

    @model_validator(mode="after")
    def _one_of_two(self) -> "BasisRecord":
        if self.inferred is None and self.derived is None:
            raise wrong("a basis needs “inferred” or “derived”", "missing-field")
        if self.inferred is not None and self.derived is not None:
            raise wrong("a basis is inferred or derived, not both")
        return self

    @classmethod
    def rules(cls) -> Iterator[Keywords]:
        """One of the two."""
        yield {"oneOf": [given("inferred"), given("derived")]}


def _known_display(written: Any) -> Any:
    if written not in tuple(Display):
        told = shown(written) if isinstance(written, str) else found(written)
        raise wrong(f"expected excerpt or full, found {told}")
    return Display(written)


DisplayField = Annotated[
    Display, BeforeValidator(_known_display), Form({"enum": [str(d) for d in Display]})
]


class RedactionRecord(Shape):
    """Words that no file of the site may hold, and what is shown in their place."""

    exact: Text = Field(description="The words to replace, as the article has them.")
    shown_as: Text = Field(description="What stands in their place, such as [name withheld].")
    lines: Lines | None = Field(
        None, description="Only there. Without it: wherever they stand, on every page."
    )


class SourceRecord(Shape):
    """One source of sources.yaml."""

    text: Text = Field(
        description=(
            "The article's file, relative to the project. It lies inside the "
            "project; no link out of it is followed."
        )
    )
    sha256: Digest = Field(
        description=(
            "The digest of that file when it was annotated (sha256sum FILE prints "
            "it). Another text is source-changed."
        )
    )
    title: Text | None = Field(
        None,
        description=(
            "The work's title. Without it the page shows the text's first line, "
            "shortened and marked as such."
        ),
    )
    publisher: Text | None = Field(None, description="Who published it.")
    author: Text | None = Field(None, description="Who wrote it.")
    published: Date | None = Field(None, description="When; a date.")
    retrieved: Date | None = Field(None, description="When the copy was made; a date.")
    url: Link | None = Field(
        None, description="Where it stands, beginning with https:// or http://."
    )
    archive_url: Link | None = Field(None, description="An archived copy.")
    licence: Text | None = Field(None, description="The licence under which its text may be shown.")
    note: Text | None = Field(None, description="What readers should know of this copy; prose.")
    language: Language | None = Field(None, description="The article's language as a tag.")
    display: DisplayField | None = Field(
        None,
        description=(
            "full shows the whole text and wants a licence or a because; excerpt "
            "shows the sentences with cited words and one around them. Unless "
            "given, as site.yaml says."
        ),
    )
    because: Text | None = Field(None, description="Why the whole text is shown without a licence.")
    redact: tuple[RedactionRecord, ...] = Field(
        (), description="Words that no file of the site may hold."
    )
    noindex: Flag = Field(False, description="true asks search engines to leave its page out.")
    basis: dict[
        Literal["title", "publisher", "author", "published", "retrieved", "url", "archive_url"],
        BasisRecord,
    ] = Field(
        default_factory=dict,
        description="How its fields are known where the text does not state them.",
    )

    @classmethod
    def rules(cls) -> Iterator[Keywords]:
        """What is shown in full wants a reason (`resolve` judges that: the site's may be full)."""
        full = {"required": ["display"], "properties": {"display": {"const": str(Display.FULL)}}}
        yield whenever(full, {"anyOf": [given("licence"), given("because")]})


class PersonRecord(Shape):
    """One person of people.yaml."""

    name: Text = Field(description="The name.")
    aliases: tuple[Text, ...] = Field((), description="Other names that the sources use.")
    role: Text | None = Field(None, description="Who that is, in a few words.")
    description: Text | None = Field(None, description="More, where it is needed; prose.")
    url: Link | None = Field(None, description="The person's own site.")
    wikidata: Wikidata | None = Field(None, description="The person's id there, such as Q42.")
    private: Flag = Field(
        False,
        description="true: never named on the site, and shown by role, which must then be given.",
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """A private person is shown by a role."""
        if self.private and self.role is None:
            message = "a private person is never named but shown by “role”, which is missing"
            yield Contradiction(("private",), "missing-field", message)

    @classmethod
    def rules(cls) -> Iterator[Keywords]:
        """A private person is shown by a role."""
        private = {"required": ["private"], "properties": {"private": {"const": True}}}
        yield whenever(private, given("role"))


class TopicRecord(Shape):
    """One topic of topics.yaml."""

    title: Text = Field(description="The heading.")
    summary: Text | None = Field(None, description="What is gathered here; prose.")


class PublisherRecord(Shape):
    """Who publishes the fact sheet."""

    name: Text = Field(description="The publisher's name.")
    url: Link | None = Field(None, description="The publisher's own site.")
    email: Email | None = Field(None, description="An address for readers.")


class SiteRecord(Shape):
    """The settings of a fact sheet: site.yaml."""

    title: Text = Field(description="The name of the fact sheet.")
    description: Text | None = Field(
        None, description="A sentence or two for search engines and link previews."
    )
    base_url: Base | None = Field(
        None,
        description=(
            "Where the site is published, as in https://example.org/facts/. Only "
            "what must be absolute needs it: canonical links, the feeds, the sitemap, "
            "and the links of 404.html."
        ),
    )
    language: Language = Field(
        "en", description="The language of the pages as a tag; en unless given."
    )
    theme: Identifier = Field("default", description="The theme; default unless given.")
    theme_settings: dict[str, Text] = Field(
        default_factory=dict, description="The theme's settings, by name."
    )
    publisher: PublisherRecord | None = Field(None, description="Who publishes the fact sheet.")
    licence: Text | None = Field(None, description="The licence of the fact sheet itself.")
    noindex: Flag = Field(
        False, description="true asks search engines to leave the whole site out."
    )
    display: DisplayField = Field(
        Display.EXCERPT,
        description=(
            "How much of each source is shown: excerpt (unless given) or full. A "
            "source may say otherwise."
        ),
    )
    report_url: Link | None = Field(None, description="Where readers report a problem with a fact.")
    report_email: Email | None = Field(None, description="An address for the same.")
    publish: dict[str, Any] | None = Field(
        None, description="Reserved for where the site is published; nothing reads it yet."
    )


class PageHeader(Shape):
    """The YAML between the `---` lines of an explainer page."""

    title: Text = Field(description="The heading.")
    summary: Text | None = Field(None, description="A sentence below it, and for link previews.")
    order: Whole | None = Field(None, description="Its place in the navigation, a whole number.")
    topics: tuple[Text, ...] = Field((), description="What it is about, by id.")
    noindex: Flag = Field(False, description="true asks search engines to leave it out.")


class SourcesFile(Shape):
    """The works that are cited, by id: sources.yaml, whose records are read one by one."""

    sources: Annotated[dict[str, Any], Each(SourceRecord, ids="source")] = Field(
        description="A mapping from ids to sources."
    )


class PeopleFile(Shape):
    """Who speaks, and who is spoken of, by id: people.yaml, whose records are read one by one."""

    people: Annotated[dict[str, Any], Each(PersonRecord, ids="person")] = Field(
        description="A mapping from ids to people."
    )


class TopicsFile(Shape):
    """What the facts are about, by id: topics.yaml, whose records are read one by one."""

    topics: Annotated[dict[str, Any], Each(TopicRecord, ids="topic")] = Field(
        description="A mapping from ids to topics."
    )
