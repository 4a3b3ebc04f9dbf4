"""What makes the pages of one site: what several of them show is worked out once, when needed."""

from collections.abc import Callable
from functools import cached_property

from sitegen.digest import fingerprint
from sitegen.linked import reading_order
from sitegen.model import Anchor, Fact, Page, Person, Source, Topic
from sitegen.views.annotated import Annotated
from sitegen.views.cards import Cards
from sitegen.views.frame import Frame
from sitegen.views.grounds import Digests, Grounds
from sitegen.views.kinds import PageView, SkipView
from sitegen.views.look import Look
from sitegen.views.pages.corrections import corrections_page, not_found_page
from sitegen.views.pages.explainers import explainer_page
from sitegen.views.pages.facts import FactPages
from sitegen.views.pages.home import plain_home
from sitegen.views.pages.lists import facts_page, quotes_page
from sitegen.views.pages.methodology import methodology_page
from sitegen.views.pages.moved import moved_page
from sitegen.views.pages.numbers import numbers_page
from sitegen.views.pages.people import person_page
from sitegen.views.pages.search import search_page
from sitegen.views.pages.source_figures import SourceFigures, source_figures
from sitegen.views.pages.source_list import sources_page
from sitegen.views.pages.sources import skip_views, source_page
from sitegen.views.pages.timeline import timeline_page
from sitegen.views.pages.topics import pages_by_topic, topic_page
from sitegen.views.pictures.maps import source_map
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.wording import Wording


class Making:
    """Makes a page of each kind. Nothing here changes what a page shows: it is only kept."""

    def __init__(
        self,
        shown: Shown,
        look: Look,
        frame: Frame,
        annotated: Callable[[], tuple[Annotated, ...]],
        *,
        indexed: bool,
    ) -> None:
        self.cards = Cards(Wording(shown, look))
        self._facts = FactPages(self.cards, frame)
        self._shown = shown
        self._frame = frame
        self._annotated = look.reader("methodology.html").maker(annotated, "annotated", instead=())
        self._source_map = look.reader("source.html").maker(
            source_map, "evidence_map", instead=None
        )
        self._indexed = indexed
        self._highlights = look.highlights
        self._figures: dict[str, SourceFigures] = {}

    @cached_property
    def _order(self) -> tuple[Fact, ...]:
        """All facts as a reader meets them."""
        return tuple(sorted(self._shown.factsheet.facts.values(), key=reading_order))

    @cached_property
    def _skips(self) -> dict[str, list[tuple[str, SkipView]]]:
        return skip_views(self.cards)

    @cached_property
    def _left_out(self) -> dict[str, list[tuple[Anchor, ...]]]:
        """Where the passages stand that were left out, by source."""
        found: dict[str, list[tuple[Anchor, ...]]] = {}
        for skip, anchors in zip(self._shown.factsheet.skips, self._shown.skips, strict=True):
            found.setdefault(skip.citation.source, []).append(anchors)
        return found

    @cached_property
    def _on_topic(self) -> dict[str, list[Page]]:
        return pages_by_topic(self.cards)

    def _figures_of(self, source: Source) -> SourceFigures:
        if source.id not in self._figures:
            skips = len(self._left_out.get(source.id, ()))
            citing = self._shown.citing[source.id]
            self._figures[source.id] = source_figures(source, self._shown, citing, skips)
        return self._figures[source.id]

    def grounds(self, digests: Digests, common: str) -> Grounds:
        """What each page is made of: see `Pages.grounds`."""
        accepted = self._shown.linked.checked.accepted
        of_all = fingerprint(common.encode(), repr((self._frame.told, accepted)).encode())
        return Grounds(self._shown, digests, of_all, self._highlights)

    def explainer(self, page: Page) -> PageView:
        """A page that an editor wrote."""
        return explainer_page(page, self.cards, self._frame)

    def home(self) -> PageView:
        """The home page of a site for which nobody wrote one."""
        return plain_home(self._order, self.cards, self._frame)

    def fact(self, name: str) -> PageView:
        """A fact's page."""
        return self._facts.page(self._shown.facts[name])

    def source(self, source: Source) -> PageView:
        """A source's page."""
        return source_page(
            source,
            self._shown.citing[source.id],
            tuple(skip for _, skip in self._skips.get(source.id, ())),
            self._figures_of(source),
            self.cards,
            self._frame,
            evidence_map=self._source_map(source, self._left_out.get(source.id, ()), self._shown),
        )

    def person(self, person: Person) -> PageView:
        """A person's page."""
        return person_page(person, self.cards, self._frame)

    def topic(self, topic: Topic) -> PageView:
        """A topic's page."""
        return topic_page(topic, self._on_topic[topic.id], self.cards, self._frame)

    def facts(self) -> PageView:
        """The list of facts."""
        return facts_page(self._order, self.cards, self._frame)

    def quotes(self) -> PageView:
        """The list of quotations."""
        return quotes_page(self._order, self.cards, self._frame)

    def numbers(self) -> PageView:
        """The list of figures."""
        return numbers_page(self._order, self.cards, self._frame)

    def timeline(self) -> PageView:
        """The facts by date."""
        return timeline_page(self._order, self.cards, self._frame)

    def sources(self) -> PageView:
        """The list of sources."""
        records = self._shown.factsheet.sources
        figures = {name: self._figures_of(source) for name, source in records.items()}
        return sources_page(figures, self.cards, self._frame)

    def methodology(self) -> PageView:
        """How the site was made."""
        return methodology_page(self._skips, self._annotated(), self.cards, self._frame)

    def corrections(self) -> PageView:
        """What was corrected."""
        return corrections_page(self.cards, self._frame)

    def search(self) -> PageView:
        """The search page."""
        return search_page(self.cards, self._frame, indexed=self._indexed)

    def moved(self, former: str, fact: Fact) -> PageView:
        """What leads on from an id that a fact had before."""
        return moved_page(former, fact, self.cards, self._frame)

    def not_found(self) -> PageView:
        """What is shown where there is no page."""
        return not_found_page(self._frame)
