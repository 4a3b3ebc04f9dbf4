"""Facts as other pages show them: cards, references, and the evidence of their citations.

A page lies either at the site's root or one folder below it, so each is made at most twice.
"""

from sitegen import urls
from sitegen.linked import Cited, dated, leading
from sitegen.model import (
    Anchor,
    Attribution,
    CheckedFact,
    Evidence,
    Fact,
    FactKind,
    LineRange,
    Verdict,
)
from sitegen.views.kinds import (
    EvidenceView,
    FactCard,
    FactRef,
    Link,
    Segment,
    VerdictView,
)
from sitegen.views.originals import archived, original, stretches
from sitegen.views.redaction.redact import Shown
from sitegen.views.threads import thread
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.wording import Wording, words_at
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

_HREF, _SPEAKER, _ADDRESSEE, _SOURCE = map(
    FactCard._fields.index, ("href", "speaker", "addressee", "source")
)


class Cards:
    """Makes them; lives only while the pages of one build are made."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.shown: Shown = wording.shown
        self.accepted = frozenset(self.shown.linked.checked.accepted)
        self._cards: dict[str, dict[str, FactCard]] = {}  # by the way to the site's root
        self._refs: dict[tuple[str, str], FactRef] = {}
        self._links: dict[tuple[str, int, str], Link] = {}  # each is made once for each folder
        self._sheet = self.shown.factsheet
        self._facts = self.shown.facts
        self._verdicts: dict[str, VerdictView] = {}

    def card(self, fact_id: str, path: str) -> FactCard:
        """A fact for a list on the page at `path`."""
        return self.cards((fact_id,), path)[0]

    def cards(self, fact_ids: tuple[str, ...], path: str) -> tuple[FactCard, ...]:
        """Several of them."""
        made = self._cards.setdefault(urls.to_root(path), {})
        for fact_id in fact_ids:
            if fact_id not in made:
                made[fact_id] = self._card(self._facts[fact_id], path)
        return tuple([made[fact_id] for fact_id in fact_ids])

    def ref(self, fact_id: str, path: str) -> FactRef:
        """A fact in a few words on the page at `path`."""
        key = (urls.to_root(path), fact_id)
        ref = self._refs.get(key)
        if ref is None:
            fact = self._sheet.facts[fact_id]
            ref = self._refs[key] = FactRef(
                id=fact.id,
                href=urls.relative(path, urls.fact(fact.id)),
                kind=str(fact.kind),
                kind_label=KINDS[fact.kind],
                label=self.wording.label(fact),
                verdict=self.verdict(fact_id),
            )
        return ref

    def refs(self, fact_ids: tuple[str, ...], path: str) -> tuple[FactRef, ...]:
        """Several of them."""
        return tuple([self.ref(fact_id, path) for fact_id in fact_ids])

    def person(self, person_id: str, path: str) -> Link:
        """A person by the name that the site uses."""
        key = ("person", path.count("/"), person_id)
        link = self._links.get(key)
        if link is None:
            name = self.wording.person_name(person_id)
            link = self._links[key] = Link(name, urls.relative(path, urls.person(person_id)))
        return link

    def topic(self, topic_id: str, path: str) -> Link:
        """A topic by its title."""
        key = ("topic", path.count("/"), topic_id)
        link = self._links.get(key)
        if link is None:
            title = self._sheet.topics[topic_id].title
            link = self._links[key] = Link(title, urls.relative(path, urls.topic(topic_id)))
        return link

    def attributed(self, attribution: Attribution, path: str) -> Link:
        """Whoever said or heard it; only people have a page."""
        if attribution.person is not None:
            return self.person(attribution.person, path)
        return Link(attribution.unnamed or "")

    def source(self, source_id: str, path: str) -> Link:
        """A source by its title."""
        key = ("source", path.count("/"), source_id)
        link = self._links.get(key)
        if link is None:
            title = self._sheet.sources[source_id].title
            link = self._links[key] = Link(title, urls.relative(path, urls.source(source_id)))
        return link

    def evidence(
        self, fact_id: str, path: str, *, excerpts: bool = True
    ) -> tuple[EvidenceView, ...]:
        """All citations of a fact; `excerpts`: with the sentences around the words."""
        checked = self._facts[fact_id]
        return tuple(
            [
                self._evidence(Cited(fact_id, number), evidence, path, excerpts=excerpts)
                for number, evidence in enumerate(checked.evidence, start=1)
            ]
        )

    def lines(self, evidence: Evidence) -> str:
        """The lines where a citation's words stand, or else where the editor saw them."""
        anchors = evidence.anchors
        if not anchors:
            return lines_words(evidence.citation.selector.lines)
        numbers = [anchor.line for anchor in anchors]
        if len(numbers) == 1:
            return f"line {numbers[0]}"
        return lines_words(LineRange(min(numbers), max(numbers)))

    def leading(self, fact_id: str) -> Cited:
        """The citation that stands for a fact where only one is shown."""
        return Cited(fact_id, leading(self._sheet.facts[fact_id]))

    def _evidence(
        self, cited: Cited, evidence: Evidence, path: str, *, excerpts: bool
    ) -> EvidenceView:
        citation, shown, tier = evidence.citation, self.shown, evidence.tier
        source = self._sheet.sources[citation.source]
        anchors: tuple[Anchor, ...] = shown.anchors.get(cited, ())
        lines = shown.lines.get(citation.source, ())
        words = words_at(lines, anchors) or citation.selector.exact
        excerpt: tuple[Segment, ...] = ()
        if excerpts:
            # The sentences around the words; the words alone where no text was found.
            around = self.wording.sentences(citation.source).excerpt(anchors) if anchors else ()
            excerpt = around or tuple([Segment(piece, cited=True) for piece in words])
        link = self.source(citation.source, path)
        highlight = None
        if source.article is not None:  # without marked words, at least the line
            identifier = (
                urls.citation_id(*cited) if anchors else urls.line_id(citation.selector.lines.first)
            )
            highlight = f"{link.href}{urls.fragment(identifier)}"
        # Words that a redaction has replaced stand nowhere else.
        redacted = cited in shown.redacted
        found = evidence.verdict is Verdict.FOUND and tier is not None
        elsewhere = source.url or source.archive_url
        cut = stretches(lines, () if redacted else anchors) if elsewhere else ()
        return EvidenceView(
            number=cited.number,
            source=link,
            lines=self.lines(evidence),
            words=words,
            excerpt=excerpt,
            verdict=citation_verdict(evidence.verdict),
            tier=str(tier) if tier else None,
            normalised=NORMALISED.get(tier) if found and tier else None,
            highlight=highlight,
            original=original(source, cut),
            archived=archived(source, cut),
            contradicts=citation.contradicts,
            redacted=redacted,
        )

    def verdict(self, fact_id: str) -> VerdictView:
        """What is said of a fact as a whole."""
        verdict = self._verdicts.get(fact_id)
        if verdict is None:
            verdict = self._verdicts[fact_id] = citation_verdict(self._facts[fact_id].verdict)
        return verdict

    def _card(self, checked: CheckedFact, path: str) -> FactCard:
        fact = checked.fact
        number, date, is_quote = leading(fact), dated(fact), fact.kind is FactKind.QUOTE
        href = urls.relative(path, urls.fact(fact.id))
        speaker = None if fact.speaker is None else self.attributed(fact.speaker, path)
        addressee = None if fact.addressee is None else self.attributed(fact.addressee, path)
        source = self.source(fact.cite[number - 1].source, path)
        for cards in tuple(self._cards.values()):  # another thread may add to them
            made = cards.get(fact.id)
            if made is not None:  # seen from another folder only the links differ
                parts = list(made)  # `_replace` takes four times as long
                parts[_HREF], parts[_SPEAKER] = href, speaker
                parts[_ADDRESSEE], parts[_SOURCE] = addressee, source
                return FactCard._make(parts)
        status = STATUSES.get(fact.status)
        basis = fact.basis
        return FactCard(
            id=fact.id,
            href=href,
            kind=str(fact.kind),
            kind_label=KINDS[fact.kind],
            headline=self.wording.headline(fact),
            is_quote=is_quote,
            pieces=self.wording.pieces(fact) if is_quote else (),
            speaker=speaker,
            speaker_basis=str(basis["speaker"].kind) if "speaker" in basis else None,
            addressee=addressee,
            medium=MEDIA.get(fact.medium or ""),
            attribution=self._attribution(fact),
            date_label=DATE_LABELS[date[0]] if date else None,
            date=date_view(date[1]) if date else None,
            date_basis=str(basis[date[0]].kind) if date and date[0] in basis else None,
            value=value_words(fact, fact.value) if fact.value else None,
            unit=unit_words(fact),
            source=source,
            lines=self.lines(checked.evidence[number - 1]),
            more_sources=len({cite.source for cite in fact.cite}) - 1,
            verdict=self.verdict(fact.id),
            status=None if status is None else fact.status,
            status_label=status,
            contradicted=_contradicted(fact),
            thread=thread(fact, self._sheet.sources),
        )

    def _attribution(self, fact: Fact) -> str | None:
        parts = []
        if fact.according_to is not None:
            basis = fact.basis.get("according_to")
            words = f"according to {self.wording.attributed(fact.according_to)}"
            parts.append(f"{words} ({basis.kind.value})" if basis else words)
        if fact.via is not None:
            parts.append(f"via {fact.via}")
        return ", ".join(parts) if parts else None


def _contradicted(fact: Fact) -> str | None:
    for cite in fact.cite:
        if cite.contradicts:
            return CONTRADICTED
    return None
