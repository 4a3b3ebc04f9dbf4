"""Facts as other pages show them: cards, references, and the evidence of their citations.

A page lies either at the site's root or one folder below it, so each is made at most twice.
"""

from typing import TypedDict

from markupsafe import Markup

from sitegen import urls
from sitegen.linked import Cited, dated, leading
from sitegen.model import Attribution, CheckedFact, Evidence, Fact, FactKind, LineRange, Verdict
from sitegen.views.kinds import (
    DateView,
    EvidenceView,
    FactCard,
    FactRef,
    Link,
    Segment,
    VerdictView,
)
from sitegen.views.originals import archived, original
from sitegen.views.redaction.redact import Shown
from sitegen.views.threads import thread
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.wording import Wording
from sitegen.views.wording.words import (
    CONTRADICTED,
    DATE_LABELS,
    KINDS,
    MEDIA,
    NORMALISED,
    STATUSES,
    citation_verdict,
    lines_words,
    unit_words,
    value_words,
)


class _Common(TypedDict):
    """The parts of a card that no link is in."""

    headline: Markup
    is_quote: bool
    pieces: tuple[str, ...]
    speaker_basis: str | None
    medium: str | None
    attribution: str | None
    date_label: str | None
    date: DateView | None
    date_basis: str | None
    value: str | None
    unit: str | None
    lines: str
    more_sources: int
    contradicted: str | None
    thread: str | None


class Cards:
    """Makes them; lives only while the pages of one build are made."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.shown: Shown = wording.shown
        self.accepted = frozenset(self.shown.linked.checked.accepted)
        self._cards: dict[tuple[str, str], FactCard] = {}
        self._refs: dict[tuple[str, str], FactRef] = {}
        self._links: dict[tuple[str, str], Link] = {}
        self._common: dict[str, _Common] = {}
        self._verdicts: dict[str, VerdictView] = {}
        self._excerpts: dict[Cited, tuple[Segment, ...]] = {}

    def card(self, fact_id: str, path: str) -> FactCard:
        """A fact for a list on the page at `path`."""
        key = (urls.to_root(path), fact_id)
        if key not in self._cards:
            self._cards[key] = self._card(self.shown.facts[fact_id], path)
        return self._cards[key]

    def cards(self, fact_ids: tuple[str, ...], path: str) -> tuple[FactCard, ...]:
        """Several of them."""
        return tuple(self.card(fact_id, path) for fact_id in fact_ids)

    def ref(self, fact_id: str, path: str) -> FactRef:
        """A fact in a few words on the page at `path`."""
        key = (urls.to_root(path), fact_id)
        if key not in self._refs:
            fact = self.shown.factsheet.facts[fact_id]
            self._refs[key] = FactRef(
                id=fact.id,
                href=urls.relative(path, urls.fact(fact.id)),
                kind=fact.kind.value,
                kind_label=KINDS[fact.kind],
                label=self.wording.label(fact),
                verdict=self.verdict(fact_id),
            )
        return self._refs[key]

    def refs(self, fact_ids: tuple[str, ...], path: str) -> tuple[FactRef, ...]:
        """Several of them."""
        return tuple(self.ref(fact_id, path) for fact_id in fact_ids)

    def person(self, person_id: str, path: str) -> Link:
        """A person by the name that the site uses."""
        return self._link(self.wording.person_name(person_id), urls.person(person_id), path)

    def topic(self, topic_id: str, path: str) -> Link:
        """A topic by its title."""
        title = self.shown.factsheet.topics[topic_id].title
        return self._link(title, urls.topic(topic_id), path)

    def attributed(self, attribution: Attribution, path: str) -> Link:
        """Whoever said so; only people have a page."""
        if attribution.person is not None:
            return self.person(attribution.person, path)
        return Link(attribution.unnamed or "")

    def source(self, source_id: str, path: str) -> Link:
        """A source by its title."""
        title = self.shown.factsheet.sources[source_id].title
        return self._link(title, urls.source(source_id), path)

    def _link(self, words: str, target: str, path: str) -> Link:
        """A link that many pages have, made once for each folder."""
        key = (urls.to_root(path), target)
        if key not in self._links:
            self._links[key] = Link(words, urls.relative(path, target))
        return self._links[key]

    def evidence(self, fact_id: str, path: str) -> tuple[EvidenceView, ...]:
        """All citations of a fact."""
        checked = self.shown.facts[fact_id]
        return tuple(
            self._evidence(Cited(fact_id, number), evidence, path)
            for number, evidence in enumerate(checked.evidence, start=1)
        )

    def lines(self, cited: Cited, evidence: Evidence) -> str:
        """The lines where a citation's words stand, or else where the editor saw them."""
        anchors = evidence.anchors
        if not anchors:
            return lines_words(evidence.citation.selector.lines)
        numbers = [anchor.line for anchor in anchors]
        return lines_words(LineRange(min(numbers), max(numbers)))

    def leading(self, fact_id: str) -> Cited:
        """The citation that stands for a fact where only one is shown."""
        return Cited(fact_id, leading(self.shown.factsheet.facts[fact_id]))

    def excerpt(self, cited: Cited) -> tuple[Segment, ...]:
        """The sentences around a citation's words; the words alone where no text was found."""
        if cited not in self._excerpts:
            self._excerpts[cited] = self._excerpt(cited)
        return self._excerpts[cited]

    def _excerpt(self, cited: Cited) -> tuple[Segment, ...]:
        citation = self.shown.facts[cited.fact].evidence[cited.number - 1].citation
        anchors = self.shown.anchors.get(cited, ())
        segments = self.wording.sentences(citation.source).excerpt(anchors) if anchors else ()
        if segments:
            return segments
        words = self.wording.words(cited.fact, cited.number) or citation.selector.exact
        return tuple(Segment(piece, cited=True) for piece in words)

    def _evidence(self, cited: Cited, evidence: Evidence, path: str) -> EvidenceView:
        citation = evidence.citation
        source = self.shown.factsheet.sources[citation.source]
        highlight = None
        if source.article is not None:  # without marked words, at least the line
            identifier = urls.line_id(citation.selector.lines.first)
            if self.shown.anchors.get(cited):
                identifier = urls.citation_id(cited.fact, cited.number)
            highlight = urls.relative(path, urls.source(citation.source), identifier)
        # Words that a redaction has replaced stand nowhere else.
        anchors = () if cited in self.shown.redacted else self.shown.anchors.get(cited, ())
        lines = self.shown.lines.get(citation.source, ())
        found = evidence.verdict is Verdict.FOUND and evidence.tier is not None
        return EvidenceView(
            number=cited.number,
            source=self.source(citation.source, path),
            lines=self.lines(cited, evidence),
            words=self.wording.words(*cited) or citation.selector.exact,
            excerpt=self.excerpt(cited),
            verdict=citation_verdict(evidence.verdict),
            tier=evidence.tier.value if evidence.tier else None,
            normalised=NORMALISED.get(evidence.tier) if found and evidence.tier else None,
            highlight=highlight,
            original=original(source, lines, anchors),
            archived=archived(source, lines, anchors),
            contradicts=citation.contradicts,
            redacted=cited in self.shown.redacted,
        )

    def verdict(self, fact_id: str) -> VerdictView:
        """What is said of a fact as a whole."""
        if fact_id not in self._verdicts:
            self._verdicts[fact_id] = citation_verdict(self.shown.facts[fact_id].verdict)
        return self._verdicts[fact_id]

    def _card(self, checked: CheckedFact, path: str) -> FactCard:
        fact = checked.fact
        if fact.id not in self._common:
            self._common[fact.id] = self._common_parts(checked)
        speaker, source = fact.speaker, self.source(fact.cite[leading(fact) - 1].source, path)
        return FactCard(
            id=fact.id,
            href=urls.relative(path, urls.fact(fact.id)),
            kind=fact.kind.value,
            kind_label=KINDS[fact.kind],
            speaker=None if speaker is None else self.attributed(speaker, path),
            addressee=self.person(fact.addressee, path) if fact.addressee else None,
            source=source,
            verdict=self.verdict(fact.id),
            status=fact.status if fact.status in STATUSES else None,
            status_label=STATUSES.get(fact.status),
            **self._common[fact.id],
        )

    def _common_parts(self, checked: CheckedFact) -> _Common:
        """What a card shows on whatever page it stands."""
        fact = checked.fact
        date = dated(fact)
        contradicted = any(citation.contradicts for citation in fact.cite)
        is_quote = fact.kind is FactKind.QUOTE
        return _Common(
            headline=self.wording.headline(fact),
            is_quote=is_quote,
            pieces=self.wording.pieces(fact) if is_quote else (),
            speaker_basis=_basis(fact, "speaker"),
            medium=MEDIA.get(fact.medium or ""),
            attribution=self._attribution(fact),
            date_label=DATE_LABELS[date[0]] if date else None,
            date=date_view(date[1]) if date else None,
            date_basis=_basis(fact, date[0]) if date else None,
            value=value_words(fact, fact.value) if fact.value else None,
            unit=unit_words(fact),
            lines=self.lines(self.leading(fact.id), checked.evidence[leading(fact) - 1]),
            more_sources=len({citation.source for citation in fact.cite}) - 1,
            contradicted=CONTRADICTED if contradicted else None,
            thread=thread(fact, self.shown.factsheet.sources),
        )

    def _attribution(self, fact: Fact) -> str | None:
        parts = []
        if fact.according_to is not None:
            basis = _basis(fact, "according_to")
            words = f"according to {self.wording.attributed(fact.according_to)}"
            parts.append(f"{words} ({basis})" if basis else words)
        if fact.via is not None:
            parts.append(f"via {fact.via}")
        return ", ".join(parts) or None


def _basis(fact: Fact, field: str) -> str | None:
    """That a field is inferred or derived; None where the words state it."""
    basis = fact.basis.get(field)
    return basis.kind.value if basis else None
