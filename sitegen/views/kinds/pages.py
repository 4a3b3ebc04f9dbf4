"""The views of pages of one thing each: a fact, a source, a person, a topic, a text."""

from markupsafe import Markup

from sitegen.frozen import NamedTuple, dataclass
from sitegen.views.kinds.basics import Link, Tally
from sitegen.views.kinds.chrome import Chrome
from sitegen.views.kinds.facts import (
    AcceptedView,
    CitingView,
    CorrectionView,
    EvidenceView,
    FactCard,
    FactRef,
    FieldView,
    ReferenceView,
    Section,
    StepView,
)
from sitegen.views.kinds.overviews import (
    CorrectionsPage,
    FactsPage,
    MethodologyPage,
    MovedPage,
    NotFoundPage,
    NumbersPage,
    QuotesPage,
    SearchPage,
    SourcesPage,
    TimelinePage,
)
from sitegen.views.kinds.sources import LineView, SkipView


class FactPage(NamedTuple):
    """`facts/ID.html`, template `fact.html`.

    `claim` is our own sentence with links (None for a quotation without one); `wording` says what
    nobody checks about it. `parts` says in a line which of the `fields` stand in the source, which
    are inferred and which no rule checked (None without fields). `used_on` are explainer pages,
    `rests_on` the facts that this one names, `rested_on_by` the facts that name this one. `chain`
    tells how its words came to this page, `beside` which facts rest on the same lines, `citing` how
    to refer to it. `differing` sets facts of its measure with another value beside it.
    """

    chrome: Chrome
    fact: FactCard
    claim: Markup | None
    wording: str | None
    parts: str | None
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
    differing: Markup | None
    chain: tuple[StepView, ...]
    beside: tuple[FactRef, ...]
    citing: CitingView


@dataclass(frozen=True, slots=True)
class SourcePage:
    """`sources/ID.html`, template `source.html`.

    `title_note` says so when the title is the article's first line. `rows` are publisher, author,
    published, retrieved, licence (with the basis where inferred). `display_words` says how much
    of the text is shown and why. `missing`: we have no copy of the text; `lines` is empty then.
    `text` leads to the whole text as a file, where that may be given. `evidence_map` draws which
    lines carry evidence; None where nothing rests on the text. `figures` counts what rests on it;
    `thread` says how many facts rest on this outlet alone and on somebody whom it does not name,
    and `hanging` are these. `copied` says when the copy was made, or that this is not recorded.
    `command` checks a reader's own copy against what was cited.
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
    evidence_map: Markup | None
    skipped: tuple[SkipView, ...]
    facts: tuple[FactCard, ...]
    figures: str
    thread: str | None
    hanging: tuple[FactRef, ...]
    copied: str
    sha256: str
    text: str | None
    command: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """`people/ID.html`, template `person.html`. A private person's `name` is the role.

    `figures` counts what there is. `sections` are what they said, what is told as their statement,
    what was said to them and of them, and what else names them; empty ones are left out.
    """

    chrome: Chrome
    name: str
    private: bool
    role: str | None
    aliases: tuple[str, ...]
    description: Markup | None
    link: str | None
    wikidata: str | None
    figures: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """`topics/ID.html`, template `topic.html`. `pages` are explainer pages on the topic.

    `sections` are its facts: figures, then quotations, then the others. `speakers` are those whose
    words or statements stand here, `sources` what the facts rest on; the most telling first.
    """

    chrome: Chrome
    title: str
    summary: Markup | None
    pages: tuple[Link, ...]
    figures: str
    sections: tuple[Section, ...]
    speakers: tuple[Tally, ...]
    sources: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """What a home page shows that nobody wrote: the first facts of each topic, and ways onward.

    `topics` are those for which there is no room, the smaller ones.
    """

    figures: str
    sections: tuple[Section, ...]
    topics: tuple[Tally, ...]
    people: tuple[Tally, ...]
    sources: tuple[Tally, ...]
    onward: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ExplainerPage:
    """`index.html` and `PAGE.html`, template `page.html`.

    `front` is there only on a home page that nobody wrote: then the site shows what it has.
    """

    chrome: Chrome
    title: str
    summary: str | None
    is_home: bool
    body: Markup
    references: tuple[ReferenceView, ...]
    topics: tuple[Link, ...]
    front: Front | None


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
    | SearchPage
    | MovedPage
    | NotFoundPage
)


class PageView(NamedTuple):
    """A page to be rendered: its path below the site, its template, and what the template sees.

    `subject` names the fact, source, person, topic or page, like "fact johnson-commutation"; errors
    of a template name it.
    """

    path: str
    template: str
    subject: str
    view: AnyPage
