"""The search page: a box for who has scripts, and for everybody a list of all pages."""

from collections.abc import Iterator

from sitegen import urls
from sitegen.model import Fact, FactKind
from sitegen.views.cards import Cards
from sitegen.views.frame import Frame, explainers
from sitegen.views.kinds import IndexEntry, IndexSection, Link, PageView, SearchPage
from sitegen.views.wording.words import count

_MOST_FACTS = 2_000  # some 350 KB of HTML; more of them stand on the list of facts alone
_SCRIPT = "search.js"
_FACTS = (
    ("Quotations", "Quotations", (FactKind.QUOTE,)),
    ("Figures", "Figures and ranks", (FactKind.COUNT, FactKind.RANK)),
    ("Dates", "Dates", (FactKind.DATE,)),
    ("Claims", "Claims", (FactKind.CLAIM,)),
)


def search_page(cards: Cards, frame: Frame, *, indexed: bool) -> PageView:
    """The page; `indexed`: the site will have a search index."""
    path = urls.SEARCH
    list_ = frame.look.reader("search.html").maker(_sections, "sections", "figures", instead=())
    sections = tuple(section for section in list_(cards, path) if section.count)
    number = sum(section.count for section in sections)
    view = SearchPage(
        chrome=frame.chrome(
            path, "Search", scripts=(_SCRIPT,) if indexed else (), searching=indexed
        ),
        bundle=urls.relative(path, urls.SEARCH_BUNDLE) if indexed else None,
        figures=f"{count(number, 'page')} by {'its heading' if number == 1 else 'their headings'}",
        sections=sections,
    )
    return PageView(path, "search.html", "the search page", view)


def _sections(cards: Cards, path: str) -> Iterator[IndexSection]:
    factsheet = cards.shown.factsheet
    yield _section(
        "Pages",
        "Pages to read",
        [
            IndexEntry(Link(page.title, urls.relative(path, urls.page(page.id))), None)
            for page in explainers(factsheet.pages)
        ],
    )
    topics = [IndexEntry(cards.topic(name, path), None) for name in factsheet.topics]
    yield _section("Topics", "Topics", _sorted(topics))
    people = [
        IndexEntry(
            cards.person(person.id, path),
            None if person.role == person.name else person.role,
        )
        for person in factsheet.people.values()
    ]
    yield _section("People", "People", _sorted(people))
    sources = [
        IndexEntry(cards.source(source.id, path), source.publisher)
        for source in factsheet.sources.values()
    ]
    yield _section("Sources", "Sources", _sorted(sources))
    yield from _facts(cards, path)


def _facts(cards: Cards, path: str) -> Iterator[IndexSection]:
    """The facts by kind and in the order of the alphabet; quotations by speaker."""
    facts = cards.shown.factsheet.facts
    many = len(facts) > _MOST_FACTS
    elsewhere = Link("All facts, by topic", urls.relative(path, urls.FACTS)) if many else None
    for identifier, title, kinds in _FACTS:
        members = [fact for fact in facts.values() if fact.kind in kinds]
        if many:
            yield IndexSection(identifier, title, len(members), (), elsewhere)
            continue
        quoted = FactKind.QUOTE in kinds
        entries = [_entry(fact, cards, path) for fact in members]
        yield _section(identifier, title, _sorted(entries, by_speaker=quoted))


def _entry(fact: Fact, cards: Cards, path: str) -> IndexEntry:
    ref = cards.ref(fact.id, path)
    speaker = None if fact.speaker is None else cards.wording.attributed(fact.speaker)
    return IndexEntry(Link(ref.label, ref.href), speaker)


def _section(identifier: str, title: str, entries: list[IndexEntry]) -> IndexSection:
    return IndexSection(identifier, title, len(entries), tuple(entries), None)


def _sorted(entries: list[IndexEntry], *, by_speaker: bool = False) -> list[IndexEntry]:
    def key(entry: IndexEntry) -> tuple[str, str, str]:
        speaker = (entry.about or "").casefold() if by_speaker else ""
        words = "".join(c for c in entry.page.text.casefold() if c.isalnum() or c == " ")
        return speaker, words.strip(), entry.page.href or ""

    return sorted(entries, key=key)
