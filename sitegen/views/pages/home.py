"""The home page where no editor wrote one: the first facts of each topic, and the ways onward."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from sitegen import urls
from sitegen.model import Fact, FactKind, Topic
from sitegen.views.cards import Cards
from sitegen.views.exports.structured import site_nodes
from sitegen.views.frame import Frame, explainers
from sitegen.views.kinds import ExplainerPage, Front, Link, PageView, Section, Tally
from sitegen.views.pages.topics import sources, speakers
from sitegen.views.wording.words import count

_OF_A_TOPIC = 4
_WITHOUT_TOPICS = 20
_MOST_TALLIES = 12
_FIRST = {FactKind.COUNT: 0, FactKind.RANK: 0, FactKind.QUOTE: 1}


def plain_home(order: Sequence[Fact], cards: Cards, frame: Frame) -> PageView:
    """The home page that the site makes itself."""
    settings = cards.shown.factsheet.settings
    path = urls.HOME
    front = frame.look.reader("page.html").maker(_front, "front", instead=None)
    view = ExplainerPage(
        chrome=frame.chrome(
            path,
            settings.title,
            description=settings.description,
            structured=site_nodes(cards.shown, path),
        ),
        title=settings.title,
        summary=settings.description,
        is_home=True,
        body=Markup(),
        references=(),
        topics=(),
        front=front(order, cards, path),
    )
    return PageView(path, "page.html", "page index", view)


def _front(order: Sequence[Fact], cards: Cards, path: str) -> Front:
    """What the site has, and the ways to it."""
    first, further = _topics(cards)
    members = cards.shown.linked.by_topic
    return Front(
        figures=_figures(order, cards),
        sections=tuple(_sections(first, order, cards)),
        topics=tuple(
            Tally(cards.topic(topic.id, path), count(len(members[topic.id]), "fact"))
            for topic in further
        ),
        people=speakers(order, cards, path)[:_MOST_TALLIES],
        sources=sources(order, cards, path)[:_MOST_TALLIES],
        onward=tuple(_onward(order, cards)),
    )


def _figures(order: Sequence[Fact], cards: Cards) -> str:
    number = len(cards.shown.factsheet.sources)
    if not order:
        return "No facts yet."
    return (
        f"{count(len(order), 'fact')} from {count(number, 'source')}. "
        "Each leads to the words that it rests on, marked in our copy of the source."
    )


def _topics(cards: Cards) -> tuple[list[Topic], list[Topic]]:
    """The topics with the most facts, and the others that have any; each by title."""
    members = cards.shown.linked.by_topic
    topics = [topic for topic in cards.shown.factsheet.topics.values() if members[topic.id]]
    topics.sort(key=lambda topic: (-len(members[topic.id]), topic.title))
    first, further = topics[:_MOST_TALLIES], topics[_MOST_TALLIES:]
    return sorted(first, key=_by_title), sorted(further, key=_by_title)


def _by_title(topic: Topic) -> str:
    return topic.title


def _sections(topics: Sequence[Topic], order: Sequence[Fact], cards: Cards) -> Iterator[Section]:
    """The first facts of some topics, then of those without a topic; each once."""
    shown = cards.shown
    seen: set[str] = set()
    for topic in topics:
        title = Link(topic.title, urls.topic(topic.id))
        facts = [shown.factsheet.facts[name] for name in shown.linked.by_topic[topic.id]]
        yield _section(f"Topic-{topic.id}", title, facts, _OF_A_TOPIC, seen, cards)
    rest = [fact for fact in order if not fact.topics]
    if rest:
        several = len(rest) < len(order)
        title = Link("Other facts" if several else "Facts", urls.FACTS)
        most = _OF_A_TOPIC if several else _WITHOUT_TOPICS
        yield _section("Without-topic", title, rest, most, seen, cards)


def _section(
    identifier: str, title: Link, facts: Sequence[Fact], most: int, seen: set[str], cards: Cards
) -> Section:
    """Figures, then quotations, then the rest; what stands under an earlier topic is left out.

    Where all of it does, the first stand here again: a heading with nothing below helps nobody.
    """
    unseen = [fact for fact in facts if fact.id not in seen] or facts
    first = sorted(unseen, key=lambda fact: _FIRST.get(fact.kind, 2))[:most]
    names = tuple(fact.id for fact in first)
    seen.update(names)
    return Section(identifier, title, len(facts), None, cards.cards(names, urls.HOME), ())


def _onward(order: Sequence[Fact], cards: Cards) -> Iterator[Link]:
    for page in explainers(cards.shown.factsheet.pages):
        yield Link(page.title, urls.relative(urls.HOME, urls.page(page.id)))
    if order:
        yield Link(f"All {count(len(order), 'fact')}" if len(order) > 1 else "The fact", urls.FACTS)
    yield Link("How this was checked", urls.METHODOLOGY)
