"""The explainer pages: prose with citation marks, its directives, and the list of references."""

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from sitegen import urls
from sitegen.linked import MARKING_ROLES, At, ProseKey, dated
from sitegen.markdown import (
    Block,
    BlockQuote,
    Break,
    Code,
    Directive,
    Heading,
    Image,
    Inline,
    Listing,
    Paragraph,
    Place,
    Prose,
    Renderer,
    Role,
    Text,
    html,
)
from sitegen.model import Fact, Page, Verdict
from sitegen.views import card_html, citation_html
from sitegen.views.cards import Cards
from sitegen.views.exports.structured import site_nodes
from sitegen.views.frame import Frame
from sitegen.views.kinds import ExplainerPage, Link, PageView, ReferenceView
from sitegen.views.pages.timeline import timeline_entries
from sitegen.views.pictures.charts import charts_of
from sitegen.views.pictures.compare import side_by_side
from sitegen.views.pictures.timelines import timeline_of
from sitegen.views.wording.words import field_verdict

CITATIONS = "citations.js"
"""The theme's script for pages with citation marks."""

# The end of a sentence within a text: a mark after it cannot speak for what stood before.
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]?(?:\s|$)")


def explainer_page(page: Page, cards: Cards, frame: Frame) -> PageView:
    """A page that an editor wrote."""
    path = urls.page(page.id)
    key = ProseKey("page", page.id, "body")
    prose = cards.wording.prose(key) or Prose(())
    body = _Body(key, path, prose, cards)
    markup = Markup(html(prose, body.renderer()))  # noqa: S704 (made of escaped texts)
    view = ExplainerPage(
        chrome=frame.chrome(
            path,
            page.title,
            description=page.summary,
            noindex=page.noindex,
            scripts=(CITATIONS,) if body.cited else (),
            structured=site_nodes(cards.shown, path),
        ),
        title=page.title,
        summary=page.summary,
        is_home=path == urls.HOME,
        body=markup,
        references=tuple(body.references()),
        topics=tuple(cards.topic(name, path) for name in dict.fromkeys(page.topics)),
        front=None,
    )
    return PageView(path, "page.html", f"page {page.id}", view)


class _Body:
    """Renders one page's text; counts its marks and charts as they come."""

    def __init__(self, key: ProseKey, path: str, prose: Prose, cards: Cards) -> None:
        self.key = key
        self.path = path
        self.cards = cards
        self.cited = cards.shown.linked.marks[key.id]
        self.numbers = {fact: number for number, fact in enumerate(self.cited, start=1)}
        self.merged = _merged(prose)
        self.marks: dict[str, int] = {}
        self.charts = 0
        self.timelines = 0

    def renderer(self) -> Renderer:
        """What the page's roles, directives and links become."""
        wording = self.cards.wording.renderer(self.key, self.path)
        return Renderer(self._role, self._directive, wording.link, wording.image, wording.size)

    def references(self) -> Iterator[ReferenceView]:
        """The page's citations, by number."""
        for number, fact in enumerate(self.cited, start=1):
            back = range(1, self.marks.get(fact, 0) + 1)
            yield ReferenceView(
                number=number,
                id=f"Ref-{number}",
                fact=self.cards.card(fact, self.path),
                evidence=self.cards.evidence(fact, self.path),
                back=tuple(Link(str(mark), f"#Cite-{number}-{mark}") for mark in back),
            )

    def _role(self, role: Role) -> str:
        wording = self.cards.wording
        if role.name == "person":
            return wording.role_html(role, urls.relative(self.path, urls.person(role.target)))
        words = "" if role.name == "fact" else wording.role_html(role, None)
        if role.name not in MARKING_ROLES or role.place in self.merged:
            return words
        return words + self._mark(role)

    def _mark(self, role: Role) -> str:
        """A citation mark with its note: the words in their sentence, the source, the verdict."""
        fact = role.target
        number = self.numbers[fact]
        self.marks[fact] = self.marks.get(fact, 0) + 1
        evidence = self.cards.evidence(fact, self.path)
        return citation_html.mark(
            citation_html.Mark(
                name=f"Cite-{number}-{self.marks[fact]}",
                number=number,
                fact_href=self.cards.card(fact, self.path).href,
                evidence=evidence[self.cards.leading(fact).number - 1],
                more=len(evidence) - 1,
                caveat=self._caveat(role),
            )
        )

    def _caveat(self, role: Role) -> str | None:
        """What a note must say of the figure or the date that stands in the prose."""
        checked = self.cards.shown.facts[role.target]
        date = dated(checked.fact)
        field = {"value": "value", "date": date and date[0]}.get(role.name)
        if field is None or checked.fields.get(field) is Verdict.FOUND:
            return None
        verdict = field_verdict(checked.fields[field], checked.fact.basis.get(field))
        return f"the {'date' if role.name == 'date' else 'figure'}: {verdict.words}"

    def _directive(self, directive: Directive) -> str:
        selected = self.cards.shown.linked.selections[At(self.key, directive.place)]
        facts = [self.cards.shown.factsheet.facts[fact] for fact in selected]
        match directive.name:
            case "timeline":
                return self._timeline(facts)
            case "chart":
                return self._chart(facts)
            case "compare":
                return side_by_side(facts, self.cards, self.path)
            case _:
                return card_html.facts(self.cards.cards(selected, self.path))

    def _timeline(self, facts: Sequence[Fact]) -> str:
        self.timelines += 1
        entries = timeline_entries(facts, self.cards, self.path)
        listed = card_html.timeline((date, cards) for _, date, cards in entries)
        name = f"Timeline-{self.timelines}"
        picture = timeline_of(facts, self.cards, self.path, name)
        return f"{picture or ''}{listed}"

    def _chart(self, facts: Sequence[Fact]) -> str:
        self.charts += 1
        unit = facts[0].unit or f"rank of {facts[0].of}"
        title, name = unit[:1].upper() + unit[1:], f"Chart-{self.charts}"
        drawn = charts_of(facts, self.cards, self.path, title, name, fewest=1)
        # A redaction may have taken a figure away since the facts were chosen.
        return drawn or card_html.facts(self.cards.card(fact.id, self.path) for fact in facts)


def _merged(prose: Prose) -> set[Place]:
    """The roles whose mark is left out: the next role of the sentence cites the same fact."""
    merged: set[Place] = set()
    for children in _runs(prose.blocks):
        waiting: Role | None = None
        for node in _leaves(children):
            if isinstance(node, Role) and node.name in MARKING_ROLES:
                if waiting is not None and waiting.target == node.target:
                    merged.add(waiting.place)
                waiting = node
            elif isinstance(node, Text) and _SENTENCE_END.search(node.text):
                waiting = None
    return merged


def _runs(blocks: tuple[Block, ...]) -> Iterator[tuple[Inline, ...]]:
    """The running texts of a page: its paragraphs and headings."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield block.children
            case Listing():
                for entry in block.entries:
                    yield from _runs(entry)
            case BlockQuote():
                yield from _runs(block.children)
            case _:
                pass


def _leaves(children: tuple[Inline, ...]) -> Iterator[Text | Break | Code | Role | Image]:
    for child in children:
        match child:
            case Text() | Break() | Code() | Role() | Image():
                yield child
            case _:
                yield from _leaves(child.children)
