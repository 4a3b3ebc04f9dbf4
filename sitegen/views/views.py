"""The stage: a linked fact sheet becomes pages."""

from collections.abc import Iterator

from sitegen.linked import reading_order
from sitegen.views.annotated import Annotated
from sitegen.views.cards import Cards
from sitegen.views.frame import Frame
from sitegen.views.kinds import PageView
from sitegen.views.look import Look
from sitegen.views.pages.corrections import corrections_page, not_found_page
from sitegen.views.pages.explainers import explainer_page
from sitegen.views.pages.facts import fact_page
from sitegen.views.pages.home import plain_home
from sitegen.views.pages.lists import facts_page, quotes_page
from sitegen.views.pages.methodology import methodology_page
from sitegen.views.pages.numbers import numbers_page
from sitegen.views.pages.people import person_page
from sitegen.views.pages.search import search_page
from sitegen.views.pages.source_figures import source_figures
from sitegen.views.pages.source_list import sources_page
from sitegen.views.pages.sources import citations_by_source, skip_views, source_page
from sitegen.views.pages.timeline import timeline_page
from sitegen.views.pages.topics import pages_by_topic, topic_page
from sitegen.views.pictures.maps import evidence_maps
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.wording import Wording


def views(
    shown: Shown,
    look: Look,
    annotated: tuple[Annotated, ...] = (),
    *,
    indexed: bool = False,
) -> tuple[PageView, ...]:
    """Every page of the site, by path.

    `annotated` is for the methodology page, if counted; `indexed`: there will be a search index.
    """
    cards = Cards(Wording(shown, look))
    frame = Frame(shown, look)
    pages = (*_pages(cards, frame, annotated), search_page(cards, frame, indexed=indexed))
    return tuple(sorted(pages, key=lambda page: page.path))


def _pages(cards: Cards, frame: Frame, annotated: tuple[Annotated, ...]) -> Iterator[PageView]:
    factsheet = cards.shown.factsheet
    order = sorted(factsheet.facts.values(), key=reading_order)
    cited = citations_by_source(cards.shown)
    skips = skip_views(cards)
    figures = source_figures(cards.shown)
    maps = evidence_maps(cards.shown)
    on_topic = pages_by_topic(cards)
    for page in factsheet.pages.values():
        yield explainer_page(page, cards, frame)
    if "index" not in factsheet.pages:
        yield plain_home(order, cards, frame)
    for fact in cards.shown.facts.values():
        yield fact_page(fact, cards, frame)
    for source in factsheet.sources.values():
        passages = tuple(skip for _, skip in skips.get(source.id, ()))
        yield source_page(
            source,
            cited[source.id],
            passages,
            figures[source.id],
            cards,
            frame,
            evidence_map=maps.get(source.id),
        )
    for person in factsheet.people.values():
        yield person_page(person, cards, frame)
    for topic in factsheet.topics.values():
        yield topic_page(topic, on_topic[topic.id], cards, frame)
    yield facts_page(order, cards, frame)
    yield quotes_page(order, cards, frame)
    yield numbers_page(order, cards, frame)
    yield timeline_page(order, cards, frame)
    yield sources_page(figures, cards, frame)
    yield methodology_page(skips, annotated, cards, frame)
    yield corrections_page(cards, frame)
    yield not_found_page(frame)
