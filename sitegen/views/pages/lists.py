"""The lists of all facts and of all quotations."""

from collections.abc import Sequence

from sitegen import urls
from sitegen.linked import leading
from sitegen.model import Fact, FactKind
from sitegen.views.cards import Cards
from sitegen.views.frame import Frame
from sitegen.views.kinds import FactsPage, Link, PageView, QuotesPage, Section
from sitegen.views.pages.people import inferences
from sitegen.views.sections import section
from sitegen.views.wording.words import count


def facts_page(order: Sequence[Fact], cards: Cards, frame: Frame) -> PageView:
    """All facts, by topic."""
    path = urls.FACTS
    shown = cards.shown
    sections = [
        section(
            f"Topic-{topic.id}",
            Link(topic.title, urls.relative(path, urls.topic(topic.id))),
            shown.linked.by_topic[topic.id],
            cards,
            path,
        )
        for topic in sorted(shown.factsheet.topics.values(), key=lambda topic: topic.title)
        if shown.linked.by_topic[topic.id]
    ]
    rest = [fact.id for fact in order if not fact.topics]
    if rest:
        title = Link("Other facts" if sections else "All facts")
        sections.append(section("Without-topic", title, rest, cards, path))
    figures = _figures(order, sections)
    view = FactsPage(frame.chrome(path, "Facts"), figures, tuple(sections))
    return PageView(path, "facts.html", "the list of facts", view)


def _figures(facts: Sequence[Fact], sections: Sequence[Section]) -> str:
    if not facts:
        return "No facts yet."
    each = ", each with" if len(facts) > 1 else " with"
    words = f"{count(len(facts), 'fact')}{each} the words of the source that it rests on."
    if sum(one.count for one in sections) > len(facts):
        words += " A fact of several topics stands under each."
    return words


def quotes_page(order: Sequence[Fact], cards: Cards, frame: Frame) -> PageView:
    """The quotations: by people, and by those whom a source only describes."""
    path = urls.QUOTES
    people: dict[str, list[Fact]] = {}
    described: dict[tuple[str, str], list[Fact]] = {}
    quotes = [fact for fact in order if fact.kind is FactKind.QUOTE and fact.speaker]
    for fact in quotes:
        assert fact.speaker is not None  # noqa: S101 (chosen so above; for the type checker)
        if fact.speaker.person is not None:
            people.setdefault(fact.speaker.person, []).append(fact)
        else:
            # The same description in two sources need not be the same person.
            key = (fact.speaker.unnamed or "", fact.cite[leading(fact) - 1].source)
            described.setdefault(key, []).append(fact)
    named = sorted(
        ((cards.person(name, path), facts) for name, facts in people.items()),
        key=lambda pair: (pair[0].text, pair[0].href or ""),
    )
    titles = cards.shown.factsheet.sources
    view = QuotesPage(
        frame.chrome(path, "Quotations"),
        _quoted(quotes, people, described),
        tuple(
            _speaker(f"Speaker-{number}", link, facts, None, cards)
            for number, (link, facts) in enumerate(named, start=1)
        ),
        tuple(
            _speaker(
                f"Unnamed-{number}",
                Link(words),
                facts,
                f"As described in “{titles[source].title}”.",
                cards,
            )
            for number, ((words, source), facts) in enumerate(sorted(described.items()), start=1)
        ),
    )
    return PageView(path, "quotes.html", "the list of quotations", view)


def _speaker(
    identifier: str, title: Link, facts: Sequence[Fact], note: str | None, cards: Cards
) -> Section:
    return section(identifier, title, [fact.id for fact in facts], cards, urls.QUOTES, note)


def _quoted(
    quotes: Sequence[Fact],
    people: dict[str, list[Fact]],
    described: dict[tuple[str, str], list[Fact]],
) -> str:
    """The quotations in figures; those by unnamed speakers apart."""
    if not quotes:
        return "No quotations yet."
    named = sum(map(len, people.values()))
    parts = []
    if named:
        who = "person" if len(people) == 1 else "people"
        parts.append(f"{named:,} by {len(people):,} {who}")
    if described:
        parts.append(f"{len(quotes) - named:,} by speakers whom the source does not name")
    words = f"{count(len(quotes), 'quotation')}: {', '.join(parts)}."
    ours = inferences(quotes)
    return f"{words} {ours[:1].upper()}{ours[1:]}." if ours else words
