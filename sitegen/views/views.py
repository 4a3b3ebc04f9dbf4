"""The stage: a linked fact sheet becomes pages."""

from collections.abc import Iterator

from sitegen.linked import reading_order
from sitegen.views.cards import Cards
from sitegen.views.frame import Frame
from sitegen.views.kinds import PageView
from sitegen.views.look import Look
from sitegen.views.pages import overviews
from sitegen.views.pages.explainers import explainer_page, plain_home
from sitegen.views.pages.facts import fact_page
from sitegen.views.pages.methodology import corrections_page, methodology_page, not_found_page
from sitegen.views.pages.sources import citations_by_source, skip_views, source_page
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.wording import Wording


def views(shown: Shown, look: Look) -> tuple[PageView, ...]:
    """Every page of the site, by path."""
    cards = Cards(Wording(shown, look))
    pages = _pages(cards, Frame(shown, look))
    return tuple(sorted(pages, key=lambda page: page.path))


def _pages(cards: Cards, frame: Frame) -> Iterator[PageView]:
    factsheet = cards.shown.factsheet
    order = sorted(factsheet.facts.values(), key=reading_order)
    cited = citations_by_source(cards.shown)
    skips = skip_views(cards)
    on_topic = overviews.pages_by_topic(cards)
    for page in factsheet.pages.values():
        yield explainer_page(page, cards, frame)
    if "index" not in factsheet.pages:
        yield plain_home(order, cards, frame)
    for fact in cards.shown.facts.values():
        yield fact_page(fact, cards, frame)
    for source in factsheet.sources.values():
        passages = tuple(skip for _, skip in skips.get(source.id, ()))
        yield source_page(source, cited[source.id], passages, cards, frame)
    for person in factsheet.people.values():
        yield overviews.person_page(person, cards, frame)
    for topic in factsheet.topics.values():
        yield overviews.topic_page(topic, on_topic[topic.id], cards, frame)
    yield overviews.facts_page(order, cards, frame)
    yield overviews.quotes_page(order, cards, frame)
    yield overviews.numbers_page(order, cards, frame)
    yield overviews.timeline_page(order, cards, frame)
    yield overviews.sources_page(cited, cards, frame)
    yield methodology_page(skips, cards, frame)
    yield corrections_page(cards, frame)
    yield not_found_page(frame)
