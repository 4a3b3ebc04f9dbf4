"""The values that flow between the stages: what a fact sheet is, once it has been read.

Everything here is frozen. The shapes that an editor writes are in `load`; these are what they mean.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Protocol

from sitegen.diagnostics import Span
from sitegen.edtf import Edtf


class Places(Protocol):
    """Where the parts of a record stand in its file: `places("cite", 0, "exact")`.

    Gives the span of the value at that path, or of the nearest part around it that exists.
    """

    def __call__(self, *path: str | int) -> Span:
        """The span of the part at `path`."""
        ...


class Verdict(StrEnum):
    """What the check says of a citation or a field, from best to worst."""

    FOUND = "found"
    UNCHECKED = "unchecked"
    MOVED = "moved"
    MISMATCH = "mismatch"
    MISSING = "missing"


def worst(verdicts: tuple[Verdict, ...]) -> Verdict:
    """The verdict of a whole is that of its worst part; of nothing, `unchecked`."""
    order = tuple(Verdict)
    return max(verdicts, key=order.index, default=Verdict.UNCHECKED)


class Tier(StrEnum):
    """How far the words were normalised before they were found (design: T0 to T2)."""

    T0 = "T0"
    T1 = "T1"
    T2 = "T2"


class FactKind(StrEnum):
    """What a fact states, and so which fields it has."""

    QUOTE = "quote"
    COUNT = "count"
    RANK = "rank"
    DATE = "date"
    CLAIM = "claim"


class BasisKind(StrEnum):
    """How a field rests on the words where it is not plainly stated."""

    INFERRED = "inferred"
    DERIVED = "derived"


class Display(StrEnum):
    """How much of a source's text its page shows."""

    EXCERPT = "excerpt"
    FULL = "full"


class LineRange(NamedTuple):
    """Lines of an article, from 1, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    @property
    def words(self) -> str:
        """For messages: "line 13", "lines 13-15"."""
        return f"line {self}" if self.first == self.last else f"lines {self}"


class Anchor(NamedTuple):
    """A stretch of one line of an article: the line from 1, `start` and `end` in code points."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A source's stored text by line, exactly as in the file but for the line ends."""

    path: str
    sha256: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a field holds although the words do not state it plainly.

    `because` is the editor's reason (inferred) or the calculation (derived); `rests_on` holds the
    ids of the facts that it names.
    """

    kind: BasisKind
    because: str
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said so: a person's id, or the source's own words for somebody it does not name."""

    person: str | None = None
    unnamed: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as the editor wrote it, and its number where one can be read from it."""

    text: str
    number: Decimal | None


@dataclass(frozen=True, slots=True)
class Selector:
    """What the editor wrote to point at words: lines, and the words in one or more pieces."""

    lines: LineRange
    exact: tuple[str, ...] = ()
    prefix: str | None = None
    suffix: str | None = None
    occurrence: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer from a fact into a source."""

    source: str
    selector: Selector
    contradicts: bool
    places: Places = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a fact said before, and why it no longer does."""

    date: Edtf
    was: str
    because: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """Words of a source that no file of the site may hold. Without `lines`: wherever they stand."""

    exact: str
    shown_as: str
    lines: LineRange | None = None


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
    addressee: str | None = None
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
    status: str = "reported"
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

    `unread` has, by kind ("source", "person", "topic", "fact", "page"), the ids of records that are
    written but could not be read, and `unlisted` the kinds of which a whole file could not.
    """

    settings: Settings
    sources: Mapping[str, Source]
    people: Mapping[str, Person]
    topics: Mapping[str, Topic]
    facts: Mapping[str, Fact]
    pages: Mapping[str, Page]
    skips: tuple[Skip, ...]
    assets: tuple[Asset, ...]
    unread: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unlisted: frozenset[str] = frozenset()

    def may_have(self, kind: str, identifier: str) -> bool:
        """Whether a record that is not here may be written: an error told elsewhere hides it."""
        return kind in self.unlisted or identifier in self.unread.get(kind, frozenset())


@dataclass(frozen=True, slots=True)
class Evidence:
    """A citation with what the check found: where, at which tier, and the verdict."""

    citation: Citation
    verdict: Verdict
    tier: Tier | None = None
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedFact:
    """A fact with the evidence of each citation, in order, and the verdict of each field."""

    fact: Fact
    evidence: tuple[Evidence, ...]
    fields: Mapping[str, Verdict]

    @property
    def verdict(self) -> Verdict:
        """The worst of the citations' verdicts."""
        return worst(tuple(evidence.verdict for evidence in self.evidence))


@dataclass(frozen=True, slots=True)
class CheckedFactsheet:
    """What the check hands on: the fact sheet with its evidence, and the passages left out.

    `sources` has the verdict of what is said of each source, by its id and the field. `accepted`
    has the warnings that a fact has accepted, each by the fact's id and the code.
    """

    factsheet: Factsheet
    facts: Mapping[str, CheckedFact]
    skips: tuple[Evidence, ...]
    sources: Mapping[str, Mapping[str, Verdict]] = field(default_factory=dict)
    accepted: tuple[tuple[str, str], ...] = ()

    @property
    def unchecked_fields(self) -> Mapping[str, int]:
        """How many facts and sources have a field that no rule has judged, by field."""
        judged = (*(fact.fields for fact in self.facts.values()), *self.sources.values())
        counts = Counter(
            name for fields in judged for name, v in fields.items() if v is Verdict.UNCHECKED
        )
        return dict(sorted(counts.items()))
