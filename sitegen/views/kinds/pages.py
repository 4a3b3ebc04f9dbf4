"""One view for each template."""

from dataclasses import dataclass

from markupsafe import Markup

from sitegen.views.kinds.basics import CountTable, Link
from sitegen.views.kinds.chrome import Chrome
from sitegen.views.kinds.facts import (
    AcceptedView,
    CorrectionView,
    EvidenceView,
    FactCard,
    FactRef,
    FieldView,
    Group,
    InferredView,
    ReferenceView,
)
from sitegen.views.kinds.pictures import Measure, TimelineYear
from sitegen.views.kinds.sources import LineView, SkippedIn, SkipView, SourceRow


@dataclass(frozen=True, slots=True)
class FactPage:
    """`facts/ID.html`, template `fact.html`.

    `claim` is our own sentence with links (None for a quotation without one); `wording` says what
    nobody checks about it. `used_on` are explainer pages, `rests_on` the facts that this one names,
    `rested_on_by` the facts that name this one. `differing` are facts of the same measure with
    another value.
    """

    chrome: Chrome
    fact: FactCard
    claim: Markup | None
    wording: str | None
    evidence: tuple[EvidenceView, ...]
    fields: tuple[FieldView, ...]
    note: Markup | None
    response: Markup | None
    people: tuple[Link, ...]
    topics: tuple[Link, ...]
    corrections: tuple[CorrectionView, ...]
    accepted: tuple[AcceptedView, ...]
    formerly: tuple[str, ...]
    used_on: tuple[Link, ...]
    rests_on: tuple[FactRef, ...]
    rested_on_by: tuple[FactRef, ...]
    differing: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """`sources/ID.html`, template `source.html`.

    `title_note` says so when the title is the article's first line. `rows` are publisher, author,
    published, retrieved, licence (with the basis where inferred). `display_words` says how much
    of the text is shown and why. `missing`: we have no copy of the text; `lines` is empty then.
    `text` leads to the whole text as a file, where that may be given. `figures` counts what rests
    on it.
    """

    chrome: Chrome
    id: str
    title: str
    title_note: str | None
    link: str | None
    archive: str | None
    rows: tuple[FieldView, ...]
    note: Markup | None
    language: str | None
    display: str
    display_words: str
    missing: bool
    lines: tuple[LineView, ...]
    skipped: tuple[SkipView, ...]
    facts: tuple[FactCard, ...]
    figures: str
    sha256: str
    text: str | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """`people/ID.html`, template `person.html`. A private person's `name` is the role."""

    chrome: Chrome
    name: str
    private: bool
    role: str | None
    aliases: tuple[str, ...]
    description: Markup | None
    link: str | None
    wikidata: str | None
    said: tuple[FactCard, ...]
    about: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """`topics/ID.html`, template `topic.html`. `pages` are explainer pages on the topic."""

    chrome: Chrome
    title: str
    summary: Markup | None
    pages: tuple[Link, ...]
    facts: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class FactsPage:
    """`facts.html`, template `facts.html`: all facts, by topic; those without one come last.

    A fact of several topics stands under each. `count` counts each fact once.
    """

    chrome: Chrome
    count: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class QuotesPage:
    """`quotes.html`, template `quotes.html`: the quotations, by speaker."""

    chrome: Chrome
    count: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class NumbersPage:
    """`numbers.html`, template `numbers.html`: counts and ranks."""

    chrome: Chrome
    count: int
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """`timeline.html`, template `timeline.html`. Dates without a year come last."""

    chrome: Chrome
    count: int
    years: tuple[TimelineYear, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """`sources.html`, template `sources.html`."""

    chrome: Chrome
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class ExplainerPage:
    """`index.html` and `PAGE.html`, template `page.html`.

    `facts` is filled only on a home page that nobody wrote: then the site shows what it has.
    """

    chrome: Chrome
    title: str
    summary: str | None
    is_home: bool
    body: Markup
    references: tuple[ReferenceView, ...]
    topics: tuple[Link, ...]
    facts: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class MethodologyPage:
    """`methodology.html`, template `methodology.html`.

    `facts`, `citations`, `matching` (citations whose words were found) and the fields that were
    found, inferred and not checked are the figures of this build. `tables` count by verdict, kind,
    basis and field.
    `commands` re-check the site without us, one a line; `exports` are the files they read.
    """

    chrome: Chrome
    facts: int
    citations: int
    matching: int
    found_fields: int
    inferred_fields: int
    unchecked_fields: int
    tables: tuple[CountTable, ...]
    inferred: tuple[InferredView, ...]
    accepted: tuple[AcceptedView, ...]
    skipped: tuple[SkippedIn, ...]
    exports: tuple[Link, ...]
    commands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """`corrections.html`, template `corrections.html`; the latest first."""

    chrome: Chrome
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """`404.html`, template `404.html`. Its links are absolute; without `base_url` it has none."""

    chrome: Chrome


AnyPage = (
    FactPage
    | SourcePage
    | PersonPage
    | TopicPage
    | FactsPage
    | QuotesPage
    | NumbersPage
    | TimelinePage
    | SourcesPage
    | ExplainerPage
    | MethodologyPage
    | CorrectionsPage
    | NotFoundPage
)


@dataclass(frozen=True, slots=True)
class PageView:
    """A page to be rendered: its path below the site, its template, and what the template sees.

    `subject` names the fact, source, person, topic or page, like "fact johnson-commutation"; errors
    of a template name it.
    """

    path: str
    template: str
    subject: str
    view: AnyPage
