"""Facts as pages show them: in a word, in a list, with their evidence."""

from markupsafe import Markup

from sitegen.frozen import NamedTuple, dataclass
from sitegen.views.kinds.basics import DateView, Link, Segment, VerdictView, shared


class FactRef(NamedTuple):
    """A fact in a word or two, beside a line or in a list of references. `label` is plain text."""

    id: str
    href: str
    kind: str
    kind_label: str
    label: str
    verdict: VerdictView


@shared
class FactCard(NamedTuple):
    """A fact in any list.

    `headline` is the claim, or for a quotation its words in quotation marks; it holds no links.
    `pieces` are a quotation's words without marks (empty for other kinds). `attribution` is like
    "according to a source close to Kanye, via Fox News". `date_label` says what the date is
    ("said", "date", "as of"); `date_basis` and `speaker_basis` say that they are inferred or
    derived, not stated. `medium` is like "in a post", None for print. `value` has its modifier
    ("nearly 60,000"), `unit` stands apart; a rank's `unit` is like "of the Billboard 200". `source`
    is the first one cited, `lines` like "line 13"; `more_sources` counts the further ones. `status`
    is None when it is just reported. `contradicted` holds words when a cited passage contradicts
    the fact, `thread` when it rests on one outlet alone and on somebody whom that does not name.
    """

    id: str
    href: str
    kind: str
    kind_label: str
    headline: Markup
    is_quote: bool
    pieces: tuple[str, ...]
    speaker: Link | None
    speaker_basis: str | None
    addressee: Link | None
    medium: str | None
    attribution: str | None
    date_label: str | None
    date: DateView | None
    date_basis: str | None
    value: str | None
    unit: str | None
    source: Link
    lines: str
    more_sources: int
    verdict: VerdictView
    status: str | None
    status_label: str | None
    contradicted: str | None
    thread: str | None


class EvidenceView(NamedTuple):
    """A citation. `number` counts the fact's citations from 1.

    `words` are the source's own words in their pieces, `excerpt` the sentences around them with the
    cited stretches marked off (gaps are "[…]" segments). `normalised` says what was evened out
    before the words were found, None when they stand exactly so. `highlight` leads to the words on
    the source's page, or is None where nothing was found. `original` leads to the words where the
    source was published, `archived` to an archive's copy, where those are known. `redacted`: words
    were replaced.
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
    original: str | None
    archived: str | None
    contradicts: bool
    redacted: bool


class FieldView(NamedTuple):
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


class StepView(NamedTuple):
    """A step on the way of the words to this page, like “Published by” and who did."""

    label: str
    words: Markup


class CitingView(NamedTuple):
    """The fact as a reference: in words, as an entry of BibTeX, and as a list in CSL-JSON."""

    text: str
    bibtex: str
    csl: str


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
class Reason:
    """A field that was inferred or derived, and how: like “inferred: the text gives Jan. 20”."""

    field: str
    basis: str


@dataclass(frozen=True, slots=True)
class InferredView:
    """What was inferred or derived of a fact or a source, field by field."""

    subject: Link
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Facts under a heading, which may lead somewhere. `id` is for the heading's element."""

    id: str
    title: Link
    facts: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Facts under a heading of their page, which may lead somewhere: one list, or many in groups.

    Either `facts` or `groups` is empty. `count` counts all the facts that the heading stands for,
    of which a home page shows the first. `note` is a sentence below the heading. `id` is for the
    heading's element.
    """

    id: str
    title: Link
    count: int
    note: str | None
    facts: tuple[FactCard, ...]
    groups: tuple[Group, ...]


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
