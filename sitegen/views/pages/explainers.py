"""The explainer pages: prose with citation marks, its directives, and the list of references."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from markupsafe import Markup

from sitegen import urls
from sitegen.linked import MARKING_ROLES, At, ProseKey
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
from sitegen.model import Fact, Page
from sitegen.views import card_html
from sitegen.views.cards import Cards
from sitegen.views.frame import Frame
from sitegen.views.kinds import ExplainerPage, Link, PageView, ReferenceView, Segment
from sitegen.views.pages.overviews import timeline_entries
from sitegen.views.pictures.chart import chart
from sitegen.views.pictures.charts import bar_of

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
        chrome=frame.chrome(path, page.title, description=page.summary, noindex=page.noindex),
        title=page.title,
        summary=page.summary,
        is_home=path == urls.HOME,
        body=markup,
        references=tuple(body.references()),
        topics=tuple(cards.topic(name, path) for name in dict.fromkeys(page.topics)),
        facts=(),
    )
    return PageView(path, "page.html", f"page {page.id}", view)


def plain_home(order: Sequence[Fact], cards: Cards, frame: Frame) -> PageView:
    """The home page where no editor wrote one: what the site is, and its facts."""
    settings = cards.shown.factsheet.settings
    view = ExplainerPage(
        chrome=frame.chrome(urls.HOME, settings.title, description=settings.description),
        title=settings.title,
        summary=settings.description,
        is_home=True,
        body=Markup(),
        references=(),
        topics=(),
        facts=cards.cards(tuple(fact.id for fact in order), urls.HOME),
    )
    return PageView(urls.HOME, "page.html", "page index", view)


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

    def renderer(self) -> Renderer:
        """What the page's roles, directives and links become."""
        wording = self.cards.wording.renderer(self.key, self.path)
        return Renderer(self._role, self._directive, wording.link, wording.image)

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
        return words + self._mark(role.target)

    def _mark(self, fact: str) -> str:
        """A citation mark with its note: the words in their sentence, the source, the verdict."""
        number = self.numbers[fact]
        self.marks[fact] = self.marks.get(fact, 0) + 1
        name = f"Cite-{number}-{self.marks[fact]}"
        card = self.cards.card(fact, self.path)
        words = "".join(map(_segment, self.cards.excerpt(self.cards.leading(fact))))
        return (
            f'<span class="cite"><sup><a class="cite-mark" id="{name}" href="{escape(card.href)}" '
            f'aria-label="Citation {number}" aria-describedby="{name}-note">{number}</a></sup>'
            f'<span class="cite-note" role="tooltip" id="{name}-note">'
            f'<span class="cite-words">{words}</span> '
            f'<span class="cite-source">{escape(card.source.text)}, {escape(card.lines)}</span> '
            f'<span class="cite-verdict">{escape(card.verdict.words)}</span></span></span>'
        )

    def _directive(self, directive: Directive) -> str:
        selected = self.cards.shown.linked.selections[At(self.key, directive.place)]
        facts = [self.cards.shown.factsheet.facts[fact] for fact in selected]
        match directive.name:
            case "timeline":
                entries = timeline_entries(facts, self.cards, self.path)
                return card_html.timeline((date, cards) for _, date, cards in entries)
            case "chart":
                return self._chart(facts)
            case "compare":
                return card_html.compare(self.cards.cards(selected, self.path))
            case _:
                return card_html.facts(self.cards.cards(selected, self.path))

    def _chart(self, facts: Sequence[Fact]) -> str:
        self.charts += 1
        bars = [bar for fact in facts if (bar := bar_of(fact, self.cards, self.path))]
        # A redaction may have taken a figure away since the facts were chosen.
        if not bars:
            return card_html.facts(self.cards.card(fact.id, self.path) for fact in facts)
        unit = facts[0].unit or f"rank of {facts[0].of}"
        return chart(bars, unit[:1].upper() + unit[1:], f"Chart-{self.charts}")


def _segment(segment: Segment) -> str:
    words = escape(segment.text)
    return f"<mark>{words}</mark>" if segment.cited else words


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
