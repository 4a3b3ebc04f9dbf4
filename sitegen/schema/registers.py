"""The shapes of site.yaml, sources.yaml, people.yaml, topics.yaml and a page's header."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from sitegen.model import Display
from sitegen.schema.forms import Each, Form, Keywords, given, whenever
from sitegen.schema.publishing import TargetRecord, named
from sitegen.schema.scalars import (
    ID_RULE,
    IDENTIFIER,
    MAX_ID,
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
    is_identifier,
    wrong,
)
from sitegen.schema.shapes import Before, Contradiction, Reads, Shape, field
from sitegen.yamltree import shown


class BasisRecord(Shape):
    """How a field rests on the words: an inference with its reason, or a calculation."""

    inferred: Text | None = field(None, description="The reason, for a reader.")
    derived: Text | None = field(None, description="The calculation instead.")
    rests_on: tuple[Text, ...] = field(
        default=(), alias="from", description="The facts that it rests on, by id."
    )

    def judge(self) -> None:
        """One of the two."""
        if self.inferred is None and self.derived is None:
            raise wrong("a basis needs “inferred” or “derived”", "missing-field")
        if self.inferred is not None and self.derived is not None:
            raise wrong("a basis is inferred or derived, not both")

    @classmethod
    def rules(cls) -> Iterator[Keywords]:
        """One of the two."""
        yield {"oneOf": [given("inferred"), given("derived")]}


def _known_display(written: Any) -> Any:
    if written not in tuple(Display):
        told = shown(written) if isinstance(written, str) else found(written)
        raise wrong(f"expected excerpt or full, found {told}")
    return Display(written)


DisplayField = Annotated[Display, Reads(_known_display), Form({"enum": [str(d) for d in Display]})]


class RedactionRecord(Shape):
    """Words that no file of the site may hold, and what is shown in their place."""

    exact: Text = field(description="The words to replace, as the article has them.")
    shown_as: Text = field(description="What stands in their place, such as [name withheld].")
    lines: Lines | None = field(
        None, description="Only there. Without it: wherever they stand, on every page."
    )


class SourceRecord(Shape):
    """One source of sources.yaml."""

    text: Text = field(
        description=(
            "The article's file, relative to the project. It lies inside the "
            "project; no link out of it is followed."
        )
    )
    sha256: Digest = field(
        description=(
            "The digest of that file when it was annotated (sha256sum FILE prints "
            "it). Another text is source-changed."
        )
    )
    title: Text | None = field(
        None,
        description=(
            "The work's title. Without it the page shows the text's first line, "
            "shortened and marked as such."
        ),
    )
    publisher: Text | None = field(None, description="Who published it.")
    author: Text | None = field(None, description="Who wrote it.")
    published: Date | None = field(None, description="When; a date.")
    retrieved: Date | None = field(None, description="When the copy was made; a date.")
    url: Link | None = field(
        None, description="Where it stands, beginning with https:// or http://."
    )
    archive_url: Link | None = field(None, description="An archived copy.")
    licence: Text | None = field(None, description="The licence under which its text may be shown.")
    note: Text | None = field(None, description="What readers should know of this copy; prose.")
    language: Language | None = field(
        None, description="The article's language as a tag; the site's unless given."
    )
    display: DisplayField | None = field(
        None,
        description=(
            "full shows the whole text and wants a licence or a because; excerpt "
            "shows the sentences with cited words and one around them. Unless "
            "given, as site.yaml says."
        ),
    )
    because: Text | None = field(None, description="Why the whole text is shown without a licence.")
    redact: tuple[RedactionRecord, ...] = field(
        (), description="Words that no file of the site may hold."
    )
    noindex: Flag = field(False, description="true asks search engines to leave its page out.")
    basis: dict[
        Literal["title", "publisher", "author", "published", "retrieved", "url", "archive_url"],
        BasisRecord,
    ] = field(
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

    name: Text = field(description="The name.")
    aliases: tuple[Text, ...] = field((), description="Other names that the sources use.")
    role: Text | None = field(None, description="Who that is, in a few words.")
    description: Text | None = field(None, description="More, where it is needed; prose.")
    url: Link | None = field(None, description="The person's own site.")
    wikidata: Wikidata | None = field(None, description="The person's id there, such as Q42.")
    private: Flag = field(
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

    title: Text = field(description="The heading.")
    summary: Text | None = field(None, description="What is gathered here; prose.")


class PublisherRecord(Shape):
    """Who publishes the fact sheet."""

    name: Text = field(description="The publisher's name.")
    url: Link | None = field(None, description="The publisher's own site.")
    email: Email | None = field(None, description="An address for readers.")


class SiteRecord(Shape):
    """The settings of a fact sheet: site.yaml."""

    title: Text = field(description="The name of the fact sheet.")
    description: Text | None = field(
        None, description="A sentence or two for search engines and link previews."
    )
    base_url: Base | None = field(
        None,
        description=(
            "Where the site is published, as in https://example.org/facts/. Only "
            "what must be absolute needs it: canonical links, the feeds, the sitemap, "
            "and the links of 404.html."
        ),
    )
    language: Language = field(
        "en", description="The language of the pages as a tag; en unless given."
    )
    theme: Identifier = field("default", description="The theme; default unless given.")
    theme_settings: dict[str, Text] = field(
        default_factory=dict, description="The theme's settings, by name."
    )
    publisher: PublisherRecord | None = field(None, description="Who publishes the fact sheet.")
    licence: Text | None = field(None, description="The licence of the fact sheet itself.")
    noindex: Flag = field(
        False, description="true asks search engines to leave the whole site out."
    )
    display: DisplayField = field(
        Display.EXCERPT,
        description=(
            "How much of each source is shown: excerpt (unless given) or full. A "
            "source may say otherwise."
        ),
    )
    report_url: Link | None = field(None, description="Where readers report a problem with a fact.")
    report_email: Email | None = field(None, description="An address for the same.")
    publish: Annotated[dict[str, TargetRecord], Before(named)] = field(
        default_factory=dict,
        description="Where sitegen publish brings the site: targets by name.",
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """A target is named on the command line, so its name is an id."""
        for name in self.publish:
            if not is_identifier(name):
                message = f"{shown(name)} is no name for a target: {ID_RULE}"
                yield Contradiction(("publish", name), "bad-id", message)

    @classmethod
    def rules(cls) -> Iterator[Keywords]:
        """A target's name is an id."""
        yield {
            "properties": {
                "publish": {
                    "propertyNames": {
                        "pattern": IDENTIFIER.keywords["pattern"],
                        "maxLength": MAX_ID,
                    }
                }
            }
        }


class PageHeader(Shape):
    """The YAML between the `---` lines of an explainer page."""

    title: Text = field(description="The heading.")
    summary: Text | None = field(None, description="A sentence below it, and for link previews.")
    order: Whole | None = field(None, description="Its place in the navigation, a whole number.")
    topics: tuple[Text, ...] = field((), description="What it is about, by id.")
    noindex: Flag = field(False, description="true asks search engines to leave it out.")


class SourcesFile(Shape):
    """The works that are cited, by id: sources.yaml, whose records are read one by one."""

    sources: Annotated[dict[str, Any], Each(SourceRecord, ids="source")] = field(
        description="A mapping from ids to sources."
    )


class PeopleFile(Shape):
    """Who speaks, and who is spoken of, by id: people.yaml, whose records are read one by one."""

    people: Annotated[dict[str, Any], Each(PersonRecord, ids="person")] = field(
        description="A mapping from ids to people."
    )


class TopicsFile(Shape):
    """What the facts are about, by id: topics.yaml, whose records are read one by one."""

    topics: Annotated[dict[str, Any], Each(TopicRecord, ids="topic")] = field(
        description="A mapping from ids to topics."
    )
