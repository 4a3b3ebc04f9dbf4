"""The pages of people: what they said, what was said of them, and what else names them."""

from collections.abc import Iterable, Iterator

from sitegen import urls
from sitegen.linked import ProseKey
from sitegen.model import BasisKind, Fact, FactKind, Person
from sitegen.views.cards import Cards
from sitegen.views.exports.structured import person_nodes
from sitegen.views.frame import FACTS, Frame
from sitegen.views.kinds import Link, PageView, PersonPage, Section
from sitegen.views.sections import section
from sitegen.views.threads import is_unnamed
from sitegen.views.wording.words import count

_WIKIDATA = "https://www.wikidata.org/wiki/"
_HEADINGS = {
    "Said": ("What they said", None),
    "Stated": (
        "What is told as their statement",
        "Not quotations: the sentences are ours, and rest on the words of the source.",
    ),
    "Heard": ("What was said to them", None),
    "Of-them": ("What was said of them", "Who said it stands beside each."),
    "Named": ("Other facts that name them", None),
}


def person_page(person: Person, cards: Cards, frame: Frame) -> PageView:
    """The page of one person."""
    path = urls.person(person.id)
    parts = _parts(person.id, cards)
    figures = _figures(parts)
    view = PersonPage(
        chrome=frame.chrome(
            path,
            person.name,
            trail=((FACTS, urls.FACTS),),
            description=None if person.private else _description(person, figures),
            noindex=person.private,
            structured=person_nodes(person, cards.shown, path),
        ),
        name=person.name,
        private=person.private,
        role=None if person.private else person.role,
        aliases=person.aliases,
        description=cards.wording.blocks(ProseKey("person", person.id, "description"), path),
        link=urls.external(person.url) if person.url else None,
        wikidata=urls.external(_WIKIDATA + person.wikidata) if person.wikidata else None,
        figures=figures,
        sections=tuple(_sections(parts, cards, path)),
    )
    return PageView(path, "person.html", f"person {person.id}", view)


def _description(person: Person, figures: str) -> str:
    return f"{person.name}, {person.role}. {figures}" if person.role else figures


def _parts(person: str, cards: Cards) -> dict[str, list[Fact]]:
    """A person's facts by what they have to do with them, each in the reading order."""
    linked, facts = cards.shown.linked, cards.shown.factsheet.facts
    parts: dict[str, list[Fact]] = {name: [] for name in _HEADINGS}
    for name in linked.said[person]:
        fact = facts[name]
        speaks = fact.speaker is not None and fact.speaker.person == person
        parts["Said" if speaks else "Stated"].append(fact)
    for name in linked.about[person]:
        fact = facts[name]
        heard = fact.addressee is not None and fact.addressee.person == person
        if heard and person not in fact.people:
            parts["Heard"].append(fact)
        else:
            told = fact.speaker is not None or fact.according_to is not None
            parts["Of-them" if told else "Named"].append(fact)
    return parts


def _sections(parts: dict[str, list[Fact]], cards: Cards, path: str) -> Iterator[Section]:
    for name, facts in parts.items():
        if facts:
            title, note = _HEADINGS[name]
            yield section(name, Link(title), [fact.id for fact in facts], cards, path, note)


def _figures(parts: dict[str, list[Fact]]) -> str:
    """What there is of a person in a sentence."""
    said, stated, heard, of_them, named = parts.values()
    words = []
    if said:
        words.append(count(len(said), "quotation") + _in_brackets(inferences(said)))
    if stated:
        words.append(count(len(stated), "statement told as theirs", "statements told as theirs"))
    if heard:
        words.append(f"{count(len(heard), 'thing')} said to them")
    if of_them:
        words.append(f"{count(len(of_them), 'statement')} of others about them" + _unnamed(of_them))
    if named:
        words.append(f"named in {count(len(named), 'other fact' if words else 'fact')}")
    sentence = "; ".join(words)
    return f"{sentence[:1].upper()}{sentence[1:]}." if words else "No fact names them yet."


def inferences(quotations: Iterable[Fact]) -> str:
    """How many of them have a speaker or a date that we inferred, and how many have no date."""
    facts = [fact for fact in quotations if fact.kind is FactKind.QUOTE]
    speakers = sum("speaker" in fact.basis for fact in facts)
    kinds = [basis.kind for fact in facts if (basis := fact.basis.get("said"))]
    undated = sum(fact.said is None for fact in facts)
    parts = (
        (speakers, "with a speaker that we inferred"),
        (kinds.count(BasisKind.INFERRED), "with a date that we inferred"),
        (kinds.count(BasisKind.DERIVED), "with a date that we worked out"),
        (undated, "without a date"),
    )
    if len(facts) == 1:
        return ", ".join(words for number, words in parts if number)
    return ", ".join(f"{number:,} {words}" for number, words in parts if number)


def _in_brackets(words: str) -> str:
    return f" ({words})" if words else ""


def _unnamed(facts: list[Fact]) -> str:
    number = sum(map(is_unnamed, facts))
    return f" ({number:,} by somebody whom the source does not name)" if number else ""
