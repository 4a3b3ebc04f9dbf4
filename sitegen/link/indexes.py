"""Who uses what: facts by line, person, topic and measure, and the pages that rest on a fact."""

from collections.abc import Iterable, Mapping

from sitegen.linked import MARKING_ROLES, At, Cited, ProseKey, reading_order
from sitegen.markdown import Directive, Prose, Role
from sitegen.model import CheckedFactsheet, Fact, Factsheet

Index = Mapping[str, tuple[str, ...]]


def by_line(checked: CheckedFactsheet) -> dict[str, dict[int, tuple[Cited, ...]]]:
    """For each source the citations that rest on a line, in the order of the facts' ids.

    They rest on the lines where their words were found, or else on those that the editor gave.
    """
    gathered: dict[str, dict[int, list[Cited]]] = {}
    for fact_id, fact in sorted(checked.facts.items()):
        for number, evidence in enumerate(fact.evidence, start=1):
            citation = evidence.citation
            source = checked.factsheet.sources.get(citation.source)
            if source is None or source.article is None:
                continue
            first, last = citation.selector.lines
            numbers: Iterable[int] = range(first, min(last, len(source.article.lines)) + 1)
            if evidence.anchors:
                numbers = dict.fromkeys(anchor.line for anchor in evidence.anchors)
            lines = gathered.setdefault(citation.source, {})
            for line in numbers:
                lines.setdefault(line, []).append(Cited(fact_id, number))
    return {
        source: {line: tuple(cited) for line, cited in sorted(lines.items())}
        for source, lines in gathered.items()
    }


def by_person(
    factsheet: Factsheet, prose: Mapping[ProseKey, Prose], order: tuple[Fact, ...]
) -> tuple[Index, Index]:
    """For each person the facts that they said, and those that name them in another way."""
    said: dict[str, list[str]] = {person: [] for person in factsheet.people}
    about: dict[str, list[str]] = {person: [] for person in factsheet.people}
    in_prose = _named_in_prose(prose, frozenset({"person"}))
    for fact in order:
        speakers = {a.person for a in (fact.speaker, fact.according_to) if a and a.person}
        named = {*fact.people, *filter(None, (fact.addressee,)), *in_prose.get(fact.id, ())}
        for person in speakers & said.keys():
            said[person].append(fact.id)
        for person in (named - speakers) & about.keys():
            about[person].append(fact.id)
    return _frozen(said), _frozen(about)


def by_topic(factsheet: Factsheet, order: tuple[Fact, ...]) -> Index:
    """The facts of each topic."""
    found: dict[str, list[str]] = {topic: [] for topic in factsheet.topics}
    for fact in order:
        for topic in dict.fromkeys(fact.topics):
            if topic in found:
                found[topic].append(fact.id)
    return _frozen(found)


def by_measure(order: tuple[Fact, ...]) -> Index:
    """The facts of each measure."""
    found: dict[str, list[str]] = {}
    for fact in order:
        if fact.measure is not None:
            found.setdefault(fact.measure, []).append(fact.id)
    return _frozen(dict(sorted(found.items())))


def in_reading_order(factsheet: Factsheet) -> tuple[Fact, ...]:
    """All facts as a reader meets them."""
    return tuple(sorted(factsheet.facts.values(), key=reading_order))


def named_facts(factsheet: Factsheet, prose: Mapping[ProseKey, Prose]) -> tuple[Index, Index]:
    """For each fact the facts that its prose or a basis names; and the same the other way round."""
    rests_on: dict[str, list[str]] = {fact: [] for fact in factsheet.facts}
    rested_on_by: dict[str, list[str]] = {fact: [] for fact in factsheet.facts}
    in_prose = _named_in_prose(prose, MARKING_ROLES)
    for fact in factsheet.facts.values():
        named = [name for basis in fact.basis.values() for name in basis.rests_on]
        named += in_prose.get(fact.id, ())
        for name in dict.fromkeys(named):
            if name in rests_on and name != fact.id:
                rests_on[fact.id].append(name)
                rested_on_by[name].append(fact.id)
    return _frozen(rests_on), _frozen(rested_on_by)


def marks(factsheet: Factsheet, prose: Mapping[ProseKey, Prose]) -> Index:
    """For each page the facts that its text cites, by first use; their place is their number."""
    return {
        page: tuple(
            dict.fromkeys(
                reference.target
                for reference in prose[ProseKey("page", page, "body")].references
                if isinstance(reference, Role)
                and reference.name in MARKING_ROLES
                and reference.target in factsheet.facts
            )
        )
        for page in factsheet.pages
    }


def used_on(
    factsheet: Factsheet,
    prose: Mapping[ProseKey, Prose],
    selections: Mapping[At, tuple[str, ...]],
    rests_on: Index,
    cited: Index,
) -> Index:
    """For each fact the pages that show it, or show a fact that rests on it."""
    found: dict[str, list[str]] = {fact: [] for fact in factsheet.facts}
    for page in factsheet.pages:
        key = ProseKey("page", page, "body")
        pending = list(cited[page])
        for reference in prose[key].references:
            if isinstance(reference, Directive):
                pending += selections.get(At(key, reference.place), ())
        reached: set[str] = set()
        while pending:
            fact = pending.pop()
            if fact not in reached:
                reached.add(fact)
                pending += rests_on[fact]
        for fact in reached:
            found[fact].append(page)
    return _frozen(found)


def _named_in_prose(prose: Mapping[ProseKey, Prose], roles: frozenset[str]) -> dict[str, list[str]]:
    """For each fact what its texts name in some roles; facts that name nothing are left out."""
    found: dict[str, list[str]] = {}
    for key, text in prose.items():
        if key.kind == "fact":
            for reference in text.references:
                if isinstance(reference, Role) and reference.name in roles:
                    found.setdefault(key.id, []).append(reference.target)
    return found


def _frozen(index: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(found) for name, found in index.items()}
