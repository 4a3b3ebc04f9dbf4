"""The pages that list: people, topics, facts, quotations, numbers, the timeline, sources."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sitegen import urls
from sitegen.counts import differing
from sitegen.edtf import Edtf
from sitegen.linked import Cited, ProseKey, dated, has_year, reading_order
from sitegen.model import Fact, FactKind, Page, Person, Topic
from sitegen.views.cards import Cards
from sitegen.views.frame import FACTS, Frame, explainers
from sitegen.views.kinds import (
    DateView,
    FactCard,
    FactsPage,
    Group,
    Link,
    Measure,
    NumbersPage,
    PageView,
    PersonPage,
    QuotesPage,
    SourceRow,
    SourcesPage,
    TimelineEntry,
    TimelinePage,
    TimelineYear,
    TopicPage,
)
from sitegen.views.pictures.charts import chart_of
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.words import basis_words, value_words

_WIKIDATA = "https://www.wikidata.org/wiki/"


def person_page(person: Person, cards: Cards, frame: Frame) -> PageView:
    """The page of one person."""
    path = urls.person(person.id)
    linked = cards.shown.linked
    view = PersonPage(
        chrome=frame.chrome(
            path,
            person.name,
            trail=((FACTS, urls.FACTS),),
            description=None if person.private else person.role,
            noindex=person.private,
        ),
        name=person.name,
        private=person.private,
        role=None if person.private else person.role,
        aliases=person.aliases,
        description=cards.wording.blocks(ProseKey("person", person.id, "description"), path),
        link=urls.external(person.url) if person.url else None,
        wikidata=urls.external(_WIKIDATA + person.wikidata) if person.wikidata else None,
        said=cards.cards(linked.said[person.id], path),
        about=cards.cards(linked.about[person.id], path),
    )
    return PageView(path, "person.html", f"person {person.id}", view)


def topic_page(topic: Topic, pages: Sequence[Page], cards: Cards, frame: Frame) -> PageView:
    """The page of one topic; `pages` are the explainer pages on it."""
    path = urls.topic(topic.id)
    key = ProseKey("topic", topic.id, "summary")
    view = TopicPage(
        chrome=frame.chrome(
            path, topic.title, trail=((FACTS, urls.FACTS),), description=cards.wording.plain(key)
        ),
        title=topic.title,
        summary=cards.wording.blocks(key, path),
        pages=tuple(Link(page.title, urls.relative(path, urls.page(page.id))) for page in pages),
        facts=cards.cards(cards.shown.linked.by_topic[topic.id], path),
    )
    return PageView(path, "topic.html", f"topic {topic.id}", view)


def pages_by_topic(cards: Cards) -> dict[str, list[Page]]:
    """The explainer pages on each topic, in the order of the navigation."""
    found: dict[str, list[Page]] = {topic: [] for topic in cards.shown.factsheet.topics}
    for page in explainers(cards.shown.factsheet.pages):
        for topic in dict.fromkeys(page.topics):
            found[topic].append(page)
    return found


def facts_page(order: Sequence[Fact], cards: Cards, frame: Frame) -> PageView:
    """All facts, by topic."""
    path = urls.FACTS
    shown = cards.shown
    groups = [
        Group(
            f"Topic-{topic.id}",
            Link(topic.title, urls.relative(path, urls.topic(topic.id))),
            cards.cards(shown.linked.by_topic[topic.id], path),
        )
        for topic in sorted(shown.factsheet.topics.values(), key=lambda topic: topic.title)
        if shown.linked.by_topic[topic.id]
    ]
    rest = tuple(fact.id for fact in order if not fact.topics)
    if rest:
        title = "Other facts" if groups else "All facts"
        groups.append(Group("Without-topic", Link(title), cards.cards(rest, path)))
    view = FactsPage(frame.chrome(path, "Facts"), len(order), tuple(groups))
    return PageView(path, "facts.html", "the list of facts", view)


def quotes_page(order: Sequence[Fact], cards: Cards, frame: Frame) -> PageView:
    """The quotations, by speaker."""
    path = urls.QUOTES
    by_speaker: dict[Link, list[str]] = {}
    quotes = [fact for fact in order if fact.kind is FactKind.QUOTE]
    for fact in quotes:
        speaker = cards.attributed(fact.speaker, path) if fact.speaker else Link("Not named")
        by_speaker.setdefault(speaker, []).append(fact.id)
    in_order = sorted(by_speaker.items(), key=lambda group: (group[0].href is None, group[0].text))
    groups = tuple(
        Group(f"Speaker-{number}", speaker, cards.cards(tuple(facts), path))
        for number, (speaker, facts) in enumerate(in_order, start=1)
    )
    view = QuotesPage(frame.chrome(path, "Quotations"), len(quotes), groups)
    return PageView(path, "quotes.html", "the list of quotations", view)


_MEASURED, _COUNTED, _RANKED = range(3)  # the order of the groups on the page of numbers


def numbers_page(order: Sequence[Fact], cards: Cards, frame: Frame) -> PageView:
    """Counts and ranks: those of one measure together, then the others by what they count.

    Only figures of one measure are drawn beside each other: years of age are not years in jail.
    """
    path = urls.NUMBERS
    facts = [fact for fact in order if fact.value is not None]
    groups: dict[tuple[int, str], list[Fact]] = {}
    for fact in facts:
        groups.setdefault(_measure_of(fact), []).append(fact)
    measures = tuple(
        Measure(
            id=f"Measure-{number}",
            title=_title(name),
            differ=_differ(group) if kind == _MEASURED else None,
            facts=cards.cards(tuple(fact.id for fact in group), path),
            chart=chart_of(group, cards, path, _title(name), f"Chart-{number}")
            if kind == _MEASURED
            else None,
        )
        for number, ((kind, name), group) in enumerate(sorted(groups.items()), start=1)
    )
    view = NumbersPage(frame.chrome(path, "Numbers"), len(facts), measures)
    return PageView(path, "numbers.html", "the list of numbers", view)


def _measure_of(fact: Fact) -> tuple[int, str]:
    """What a figure belongs with: its measure, else its unit, else other ranks."""
    if fact.measure is not None:
        return _MEASURED, fact.measure.replace("-", " ")
    return (_COUNTED, fact.unit) if fact.unit is not None else (_RANKED, "ranks")


def _title(name: str) -> str:
    return name[:1].upper() + name[1:]


def _differ(facts: Sequence[Fact]) -> str | None:
    """Words for figures of one measure that exclude one another."""
    values = dict.fromkeys(value_words(fact, fact.value) for fact in differing(facts) if fact.value)
    if not values:
        return None
    return f"The sources differ: {'; '.join(values)}."


def timeline_page(order: Sequence[Fact], cards: Cards, frame: Frame) -> PageView:
    """Facts with a date, in the order of time."""
    path = urls.TIMELINE
    entries = timeline_entries((fact for fact in order if dated(fact)), cards, path)
    years = tuple(
        TimelineYear(
            f"Year-{year or 'unknown'}",
            str(year) if year else "Year not given",
            tuple(TimelineEntry(view, facts) for _, view, facts in group),
        )
        for year, group in groupby(entries, key=lambda entry: _year(entry[0]))
    )
    count = sum(len(entry.facts) for year in years for entry in year.entries)
    view = TimelinePage(frame.chrome(path, "Timeline"), count, years)
    return PageView(path, "timeline.html", "the timeline", view)


def timeline_entries(
    facts: Iterable[Fact], cards: Cards, path: str
) -> Iterator[tuple[Edtf, DateView, tuple[FactCard, ...]]]:
    """The dates of facts in order, each with its facts. Dates without a year come last."""
    with_dates = [(date[1], fact) for fact in facts if (date := dated(fact))]
    with_dates.sort(key=lambda pair: (_order(pair[0]), reading_order(pair[1])))
    for _, group in groupby(with_dates, key=lambda pair: pair[0].text):
        members = list(group)
        cards_of_date = cards.cards(tuple(fact.id for _, fact in members), path)
        yield members[0][0], date_view(members[0][0]), cards_of_date


def _order(date: Edtf) -> tuple[bool, int, tuple[object, ...]]:
    return (not has_year(date), _year(date), date.sort_key)


def _year(date: Edtf) -> int:
    """The year under which a date stands, 0 when it has none; an open beginning has its end's."""
    if not has_year(date):
        return 0
    moment = date.start or date.end
    return (moment.year if moment else None) or 0


def sources_page(cited: dict[str, tuple[Cited, ...]], cards: Cards, frame: Frame) -> PageView:
    """All sources, with what rests on each."""
    path = urls.SOURCES
    rows = []
    for source in cards.shown.factsheet.sources.values():
        basis = source.basis.get("published")
        citations = cited[source.id]
        rows.append(
            SourceRow(
                source=cards.source(source.id, path),
                publisher=source.publisher,
                published=date_view(source.published) if source.published else None,
                published_basis=basis_words(basis) if basis else None,
                facts=len({citation.fact for citation in citations}),
                citations=len(citations),
                missing=source.article is None,
            )
        )
    rows.sort(key=lambda row: (row.source.text, row.source.href))
    view = SourcesPage(frame.chrome(path, "Sources"), tuple(rows))
    return PageView(path, "sources.html", "the list of sources", view)
