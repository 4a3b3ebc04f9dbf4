"""What pages are made of: links, cards, evidence, lines, groups."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Link:
    """Words that may lead somewhere; `href` is None where there is nothing to lead to."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the site's navigation; `current` on the page that it leads to."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One of `theme_settings`, as the editor wrote it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class PublisherView:
    """Who publishes the fact sheet; `email` is a `mailto:` link."""

    name: str
    href: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words, and for `<time datetime>` where HTML can write it (else None)."""

    words: str
    machine: str | None


@dataclass(frozen=True, slots=True)
class VerdictView:
    """`code` is found, unchecked, moved, mismatch or missing; `words` is what the page says."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of every page.

    `title` is for `<title>`, `page_title` the page's own. `home` is None on a 404 page without
    links (no `base_url`): then navigation, breadcrumbs and stylesheets are empty too, and the
    template brings its own style. `figures` is the footer's sentence, `methodology` where it leads.
    `report` asks the reader to report a problem with this page's fact. Breadcrumbs end with the
    page's own entry, without a href.
    """

    site_title: str
    page_title: str
    title: str
    language: str
    description: str | None
    home: str | None
    navigation: tuple[NavItem, ...]
    breadcrumbs: tuple[Link, ...]
    stylesheets: tuple[str, ...]
    icon: str | None
    canonical: str | None
    noindex: bool
    publisher: PublisherView | None
    licence: str | None
    figures: str
    methodology: str | None
    report: Link | None
    settings: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact in a word or two, beside a line or in a list of references. `label` is plain text."""

    id: str
    href: str
    kind: str
    kind_label: str
    label: str
    verdict: VerdictView


@dataclass(frozen=True, slots=True)
class FactCard:
    """A fact in any list.

    `headline` is the claim, or for a quotation its words in quotation marks; it holds no links.
    `pieces` are a quotation's words without marks (empty for other kinds). `attribution` is like
    "according to a source close to Kanye, via Fox News". `date_label` says what the date is
    ("said", "date", "as of"). `value` has its modifier ("nearly 60,000"), `unit` stands apart; a
    rank's `unit` is like "of the Billboard 200". `source` is the first one cited, `lines` like
    "line 13"; `more_sources` counts the further ones. `status` is None when it is just reported.
    `contradicted` holds words when a cited passage contradicts the fact.
    """

    id: str
    href: str
    kind: str
    kind_label: str
    headline: Markup
    is_quote: bool
    pieces: tuple[str, ...]
    speaker: Link | None
    attribution: str | None
    date_label: str | None
    date: DateView | None
    value: str | None
    unit: str | None
    source: Link
    lines: str
    more_sources: int
    verdict: VerdictView
    status: str | None
    status_label: str | None
    contradicted: str | None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a source's text; `cited` when the citation covers it."""

    text: str
    cited: bool


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A citation. `number` counts the fact's citations from 1.

    `words` are the source's own words in their pieces, `excerpt` the sentences around them with the
    cited stretches marked off (gaps are "[…]" segments). `normalised` says what was evened out
    before the words were found, None when they stand exactly so. `highlight` leads to the words on
    the source's page, or is None where nothing was found. `redacted`: words were replaced.
    """

    number: int
    source: Link
    lines: str
    words: tuple[str, ...]
    excerpt: tuple[Segment, ...]
    verdict: VerdictView
    tier: str | None
    normalised: str | None
    highlight: str | None
    contradicts: bool
    redacted: bool


@dataclass(frozen=True, slots=True)
class FieldView:
    """A row of what is known. `basis` is like "inferred: the text gives Jan. 20 …", or tells what
    the marks of words as printed stand for.

    `basis_facts` are the facts that the basis names. `verdict` is None for rows that need none
    (a link, a topic).
    """

    name: str
    label: str
    value: Markup
    basis: str | None
    basis_facts: tuple[FactRef, ...]
    verdict: VerdictView | None


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What a fact said before. `fact` leads to it."""

    date: DateView
    fact: FactRef
    was: str
    because: str


@dataclass(frozen=True, slots=True)
class AcceptedView:
    """A warning that the editor considered, with the reason."""

    fact: FactRef
    code: str
    because: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of an article, or a run of lines that the page leaves out.

    An `elided` one runs from `number` to `last`; its `html` holds an empty element with an id for
    each line and the template adds "[…]" and no id of its own. Any other has `last == number`, and
    the template gives its element `id="L{{ number }}"`. `facts` rest on the line.
    """

    number: int
    last: int
    elided: bool
    blank: bool
    html: Markup
    facts: tuple[FactRef, ...]


@dataclass(frozen=True, slots=True)
class SkipView:
    """A passage that was looked at and left out. `lines` like "line 5", `href` leads to it."""

    lines: str
    href: str
    words: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Group:
    """Facts under a heading, which may lead somewhere. `id` is for the heading's element."""

    id: str
    title: Link
    facts: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """Facts with figures of one measure, or of one unit where they have no measure.

    `differ` holds words when sources give different figures for one measure. `chart` compares the
    figures where there are several that can be drawn. `id` is for the heading's element.
    """

    id: str
    title: str
    differ: str | None
    facts: tuple[FactCard, ...]
    chart: Markup | None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """The facts of one date."""

    date: DateView
    facts: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """The dates that begin in one year, in order. `id` is for the heading's element."""

    id: str
    title: str
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list of sources. `published_basis` is like "inferred: …"."""

    source: Link
    publisher: str | None
    published: DateView | None
    published_basis: str | None
    facts: int
    citations: int
    missing: bool


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """An entry of an explainer page's list of references; its element gets `id`.

    `back` leads to the places on the page where the mark stands.
    """

    number: int
    id: str
    fact: FactCard
    evidence: tuple[EvidenceView, ...]
    back: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A row of a table of figures."""

    label: str
    code: str
    count: int


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of figures; `column` names what is counted."""

    id: str
    caption: str
    column: str
    rows: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class SkippedIn:
    """The passages of one source that were left out."""

    source: Link
    passages: tuple[SkipView, ...]


@dataclass(frozen=True, slots=True)
class InferredView:
    """A field that was inferred or derived, with the reason. `subject` is a fact or a source."""

    subject: Link
    field: str
    basis: str
