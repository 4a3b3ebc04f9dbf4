"""The pages of topics: the facts, who speaks there, and the sources that they rest on."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sitegen import urls
from sitegen.linked import ProseKey
from sitegen.model import Fact, FactKind, Page, Topic
from sitegen.views.cards import Cards
from sitegen.views.frame import FACTS, Frame, explainers
from sitegen.views.kinds import Link, PageView, Section, Tally, TopicPage
from sitegen.views.sections import section
from sitegen.views.threads import single_unnamed
from sitegen.views.wording.words import count

_NUMBERED = (FactKind.COUNT, FactKind.RANK)


def topic_page(topic: Topic, pages: Sequence[Page], cards: Cards, frame: Frame) -> PageView:
    """The page of one topic; `pages` are the explainer pages on it."""
    path = urls.topic(topic.id)
    key = ProseKey("topic", topic.id, "summary")
    shown = cards.shown
    facts = [shown.factsheet.facts[name] for name in shown.linked.by_topic[topic.id]]
    reader = frame.look.reader("topic.html")
    view = TopicPage(
        chrome=frame.chrome(
            path, topic.title, trail=((FACTS, urls.FACTS),), description=cards.wording.plain(key)
        ),
        title=topic.title,
        summary=cards.wording.blocks(key, path),
        pages=tuple(Link(page.title, urls.relative(path, urls.page(page.id))) for page in pages),
        figures=_figures(facts, cards),
        sections=tuple(_sections(facts, cards, path)),
        speakers=reader.maker(speakers, "speakers", instead=())(facts, cards, path),
        sources=reader.maker(sources, "sources", instead=())(facts, cards, path),
    )
    return PageView(path, "topic.html", f"topic {topic.id}", view)


def pages_by_topic(cards: Cards) -> dict[str, list[Page]]:
    """The explainer pages on each topic, in the order of the navigation."""
    found: dict[str, list[Page]] = {topic: [] for topic in cards.shown.factsheet.topics}
    for page in explainers(cards.shown.factsheet.pages):
        for topic in dict.fromkeys(page.topics):
            found[topic].append(page)
    return found


def speakers(facts: Sequence[Fact], cards: Cards, path: str) -> tuple[Tally, ...]:
    """Who speaks in some facts: people, those with the most words first, then all the unnamed."""
    quoted: Counter[str | None] = Counter(f.speaker.person for f in facts if f.speaker)
    stated: Counter[str | None] = Counter(
        f.according_to.person for f in facts if f.according_to and not f.speaker
    )
    links = [(cards.person(name, path), name) for name in quoted | stated if name is not None]
    links.sort(key=lambda pair: (-quoted[pair[1]], -stated[pair[1]], pair[0].text, pair[1]))
    tallies = [Tally(link, _spoken(quoted[name], stated[name])) for link, name in links]
    if None in quoted or None in stated:
        href = urls.relative(path, urls.QUOTES, "Unnamed") if quoted[None] else None
        unnamed = Link("Speakers who are not named", href)
        tallies.append(Tally(unnamed, _spoken(quoted[None], stated[None])))
    return tuple(tallies)


def _spoken(quotations: int, statements: int) -> str:
    numbers = ((quotations, "quotation"), (statements, "statement"))
    return ", ".join(count(number, word) for number, word in numbers if number)


def sources(facts: Sequence[Fact], cards: Cards, path: str) -> tuple[Tally, ...]:
    """The sources that some facts cite, those with the most facts first."""
    cited = Counter(source for fact in facts for source in {cite.source for cite in fact.cite})
    links = [(cards.source(name, path), name) for name in cited]
    links.sort(key=lambda pair: (-cited[pair[1]], pair[0].text, pair[1]))
    return tuple(Tally(source, count(cited[name], "fact")) for source, name in links)


def _figures(facts: Sequence[Fact], cards: Cards) -> str:
    """What there is on a topic in a sentence."""
    if not facts:
        return "No fact is on this topic yet."
    records = cards.shown.factsheet.sources
    cited = {cite.source for fact in facts for cite in fact.cite}
    words = f"{count(len(facts), 'fact')} from {count(len(cited), 'source')}"
    hanging = sum(single_unnamed(fact, records) for fact in facts)
    if hanging:
        verb = "rests" if hanging == 1 else "rest"
        words += f"; {hanging:,} {verb} on one outlet and on somebody whom it does not name"
    return f"{words}."


def _sections(facts: Sequence[Fact], cards: Cards, path: str) -> Iterator[Section]:
    """Figures come first: they are what most readers look for; then who said what."""
    parts = (
        ("Figures", "Figures", [f.id for f in facts if f.kind in _NUMBERED]),
        ("Quotations", "What was said", [f.id for f in facts if f.kind is FactKind.QUOTE]),
        (
            "Facts",
            "What is reported",
            [f.id for f in facts if f.kind is FactKind.DATE or f.kind is FactKind.CLAIM],
        ),
    )
    for name, title, members in parts:
        if members:
            yield section(name, Link(title), members, cards, path)
