"""What a fact or page rests on, and what rests on it, for `sitegen explain`."""

from collections.abc import Iterable, Iterator

from sitegen.build.checking import Checked
from sitegen.diagnostics import Span
from sitegen.linked import Linked
from sitegen.model import CheckedFact, Evidence, Page, Verdict


def known_ids(checked: Checked) -> list[str]:
    """What can be explained: the facts and the pages."""
    factsheet = checked.checked.factsheet
    return [*factsheet.facts, *factsheet.pages]


def explain(checked: Checked, identifier: str) -> str | None:
    """The explanation as text; None where no fact or page has this id.

    A fact and a page of one id are explained one after the other.
    """
    linked = checked.linked
    parts: list[str] = []
    fact = checked.checked.facts.get(identifier)
    if fact:
        parts.append("\n".join(_fact(fact, linked)))
    page = checked.checked.factsheet.pages.get(identifier)
    if page:
        parts.append("\n".join(_page(page, linked)))
    return "\n\n".join(parts) or None


def _fact(checked: CheckedFact, linked: Linked) -> Iterator[str]:
    fact = checked.fact
    yield f"fact {fact.id} ({fact.kind}), {_place(fact.places())}"
    if fact.claim:
        yield f"  {fact.claim}"
    yield "rests on"
    for evidence in checked.evidence:
        yield from _evidence(evidence, linked)
    for name, basis in fact.basis.items():
        yield f"  {name}, {basis.kind}: {basis.because}"
    yield from _list("  fact", linked.rests_on.get(fact.id, ()))
    for state, verdict in (
        ("found", Verdict.FOUND),
        ("not checked", Verdict.UNCHECKED),
    ):
        names = [name for name, said in checked.fields.items() if said is verdict]
        if names:
            yield f"{state}: {', '.join(names)}"
    yield "what rests on it"
    on_it = [
        *_list("  fact", linked.rested_on_by.get(fact.id, ())),
        *_list("  page", linked.used_on.get(fact.id, ())),
        *_list("  topic", fact.topics),
        *_list("  person", _people(linked, fact.id)),
    ]
    yield from on_it or ["  nothing but its own page and the lists"]


def _evidence(evidence: Evidence, linked: Linked) -> Iterator[str]:
    citation = evidence.citation
    source = linked.checked.factsheet.sources.get(citation.source)
    where = source.text if source else citation.source
    tier = f", {evidence.tier}" if evidence.tier else ""
    contradicts = ", contradicts" if citation.contradicts else ""
    yield (
        f"  {where}, {citation.selector.lines.words}: "
        f"{evidence.verdict}{tier}{contradicts} ({_place(citation.places())})"
    )
    for piece in citation.selector.exact:
        yield f"    “{' '.join(piece.split())}”"


def _page(page: Page, linked: Linked) -> Iterator[str]:
    yield f"page {page.id}, {page.places().path}"
    facts = [fact for fact, pages in linked.used_on.items() if page.id in pages]
    sources = {
        citation.source for fact in facts for citation in linked.checked.factsheet.facts[fact].cite
    }
    yield "rests on"
    yield from [*_list("  fact", facts), *_list("  source", sorted(sources))] or ["  no fact"]
    on_it = [
        key.id
        for (key, _), destination in linked.destinations.items()
        if not destination.external
        and destination.address == f"{page.id}.html"
        and key.id != page.id
    ]
    yield "what links to it"
    yield from _list("  page", sorted(set(on_it))) or ["  the navigation alone"]


def _people(linked: Linked, fact: str) -> list[str]:
    return [
        person
        for person in linked.checked.factsheet.people
        if fact in linked.said.get(person, ()) or fact in linked.about.get(person, ())
    ]


def _list(label: str, names: Iterable[str]) -> list[str]:
    return [f"{label} {name}" for name in names]


def _place(span: Span) -> str:
    return f"{span.path}:{span.line}"
