"""A fact sheet as it was written: its settings, sources, people, topics, facts and pages."""

from collections.abc import Mapping

from sitegen.edtf import Edtf
from sitegen.frozen import dataclass, field
from sitegen.model.parts import (
    Amount,
    Article,
    Attribution,
    Basis,
    Citation,
    Correction,
    Display,
    FactKind,
    Places,
    Redaction,
)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the fact sheet."""

    name: str
    url: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What `content/site.yaml` says, with its defaults filled in."""

    title: str
    places: Places = field(compare=False, repr=False)
    description: str | None = None
    base_url: str | None = None
    language: str = "en"
    theme: str = "default"
    theme_settings: Mapping[str, str] = field(default_factory=dict)
    publisher: Publisher | None = None
    licence: str | None = None
    noindex: bool = False
    display: Display = Display.EXCERPT
    report_url: str | None = None
    report_email: str | None = None


REPORTED = "reported"
"""The status of a fact of which nobody says how sure it is."""
FACT_PROSE = ("claim", "note", "response")
"""The fields of a fact that may hold Markdown: sentences of ours."""
SOURCE_FIELDS = ("publisher", "author", "published")
"""What an editor asserts of a source from its text, and a check could judge."""


@dataclass(frozen=True, slots=True)
class Source:
    """A work that is cited. `title_inferred`: the title is the article's first line, shortened.

    `article` is None where the text is missing: then nothing that cites it can be checked.
    `display_because` is the reason for showing the whole text without a licence.
    """

    id: str
    title: str
    title_inferred: bool
    text: str
    sha256: str
    article: Article | None
    display: Display
    places: Places = field(compare=False, repr=False)
    display_because: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: Edtf | None = None
    retrieved: Edtf | None = None
    url: str | None = None
    archive_url: str | None = None
    licence: str | None = None
    note: str | None = None
    language: str | None = None
    noindex: bool = False
    redact: tuple[Redaction, ...] = ()
    basis: Mapping[str, Basis] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks or is spoken of. `private`: shown by `role`, never by name."""

    id: str
    name: str
    places: Places = field(compare=False, repr=False)
    aliases: tuple[str, ...] = ()
    role: str | None = None
    description: str | None = None
    url: str | None = None
    wikidata: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject under which facts are gathered."""

    id: str
    title: str
    places: Places = field(compare=False, repr=False)
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim or quotation with its citations. Fields that a kind does not have are None."""

    id: str
    kind: FactKind
    cite: tuple[Citation, ...]
    places: Places = field(compare=False, repr=False)
    claim: str | None = None
    speaker: Attribution | None = None
    quote: str | None = None
    addressee: Attribution | None = None
    said: Edtf | None = None
    medium: str | None = None
    value: Amount | None = None
    unit: str | None = None
    measure: str | None = None
    modifier: str | None = None
    as_of: Edtf | None = None
    of: str | None = None
    date: Edtf | None = None
    according_to: Attribution | None = None
    via: str | None = None
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    status: str = REPORTED
    response: str | None = None
    note: str | None = None
    added: Edtf | None = None
    corrections: tuple[Correction, ...] = ()
    formerly: tuple[str, ...] = ()
    basis: Mapping[str, Basis] = field(default_factory=dict)
    accept: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skip:
    """A passage that the editor looked at and left out, with the reason."""

    citation: Citation
    because: str


@dataclass(frozen=True, slots=True)
class Page:
    """An explainer page: its header, and its Markdown from line `body_line` of its file."""

    id: str
    title: str
    body: str
    body_line: int
    places: Places = field(compare=False, repr=False)
    summary: str | None = None
    order: int | None = None
    topics: tuple[str, ...] = ()
    noindex: bool = False


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of `content/assets`: its path below that folder, and its bytes."""

    path: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Factsheet:
    """A whole project with every reference resolved. All mappings are sorted by id.

    `files` has, by the path of each file of facts, the ids of the facts that it holds, in the
    file's order; sorted by path. Each of `facts` stands in exactly one of them.
    `unread` has, by kind ("source", "person", "topic", "fact", "page"), the ids of records that are
    written but could not be read, and `unlisted` the kinds of which a whole file could not.
    """

    settings: Settings
    sources: Mapping[str, Source]
    people: Mapping[str, Person]
    topics: Mapping[str, Topic]
    facts: Mapping[str, Fact]
    files: Mapping[str, tuple[str, ...]]
    pages: Mapping[str, Page]
    skips: tuple[Skip, ...]
    assets: tuple[Asset, ...]
    unread: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unlisted: frozenset[str] = frozenset()

    def may_have(self, kind: str, identifier: str) -> bool:
        """Whether a record that is not here may be written: an error told elsewhere hides it."""
        return kind in self.unlisted or identifier in self.unread.get(kind, frozenset())
