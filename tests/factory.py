"""Small fact sheets, built without files: what the check hands on, for tests of what follows it.

The anchors are found by looking for the words in the cited lines, and by nothing cleverer.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from sitegen import edtf
from sitegen.diagnostics import Span
from sitegen.digest import sha256
from sitegen.model import (
    Amount,
    Anchor,
    Article,
    Asset,
    Attribution,
    CheckedFact,
    CheckedFactsheet,
    Citation,
    Display,
    Evidence,
    Fact,
    FactKind,
    Factsheet,
    LineRange,
    Page,
    Person,
    Places,
    Redaction,
    Selector,
    Settings,
    Skip,
    Source,
    Tier,
    Topic,
    Verdict,
)

Record = Source | Fact | Person | Topic | Page | Skip | Asset


def places_in(path: str) -> Places:
    """Places that all lie at the start of a file."""

    def places(*_: str | int) -> Span:
        return Span(path, 1, 1, 1, 2)

    return places


def date(text: str) -> edtf.Edtf:
    parsed = edtf.parse(text)
    assert isinstance(parsed, edtf.Edtf), parsed
    return parsed


def source(name: str, text: str | None, **fields: Any) -> Source:
    """A source with its text; None for one whose text is missing."""
    digest = sha256((text or "").encode())
    article = (
        None if text is None else Article(f"seeds/{name}.txt", digest, tuple(text.split("\n")))
    )
    given = {
        "title": f"Title of {name}",
        "title_inferred": False,
        "display": Display.FULL,
        **fields,
    }
    return Source(
        id=name,
        text=f"seeds/{name}.txt",
        sha256=digest,
        article=article,
        places=places_in("content/sources.yaml"),
        **given,
    )


def cite(
    name: str, lines: int | tuple[int, int], *exact: str, contradicts: bool = False
) -> Citation:
    span = LineRange(lines, lines) if isinstance(lines, int) else LineRange(*lines)
    return Citation(name, Selector(span, exact), contradicts, places_in("content/facts/f.yaml"))


def fact(name: str, *citations: Citation, **fields: Any) -> Fact:
    """A fact; a claim unless its `kind` says otherwise. Dates and figures may be plain text."""
    given: dict[str, Any] = {"claim": f"Claim of {name}."} if "kind" not in fields else {}
    given |= fields
    for field in ("said", "as_of", "date", "added"):
        if isinstance(given.get(field), str):
            given[field] = date(given[field])
    if isinstance(given.get("value"), str):
        text = given["value"]
        number = Amount(text, None) if not text.lstrip("-").isdecimal() else None
        given["value"] = number or Amount(text, Decimal(text))
    for field in ("speaker", "according_to", "addressee"):
        if isinstance(given.get(field), str):
            given[field] = Attribution(person=given[field])
    given["kind"] = FactKind(given.get("kind", "claim"))
    return Fact(id=name, cite=citations, places=places_in("content/facts/f.yaml"), **given)


def unnamed(words: str) -> Attribution:
    return Attribution(unnamed=words)


def person(name: str, full_name: str, **fields: Any) -> Person:
    return Person(id=name, name=full_name, places=places_in("content/people.yaml"), **fields)


def topic(name: str, title: str, **fields: Any) -> Topic:
    return Topic(id=name, title=title, places=places_in("content/topics.yaml"), **fields)


def page(name: str, body: str, **fields: Any) -> Page:
    """A page whose text begins in line 4 of its file."""
    given = {"title": f"Title of {name}", **fields}
    path = f"content/pages/{name}.md"
    return Page(id=name, body=body, body_line=4, places=places_in(path), **given)


def skip(citation: Citation, because: str) -> Skip:
    return Skip(citation, because)


def redaction(exact: str, shown_as: str, lines: tuple[int, int] | None = None) -> Redaction:
    return Redaction(exact, shown_as, None if lines is None else LineRange(*lines))


def settings(**fields: Any) -> Settings:
    return Settings(**{"title": "The site", "places": places_in("content/site.yaml"), **fields})


RAISED = "quote-short"  # of the codes that a fact accepts, the one that has been raised


def checked(*records: Record, settings_: Settings | None = None) -> CheckedFactsheet:
    """The fact sheet of these records, with the evidence of each citation."""
    sources = _by_id(record for record in records if isinstance(record, Source))
    facts = _by_id(record for record in records if isinstance(record, Fact))
    skips = tuple(record for record in records if isinstance(record, Skip))
    factsheet = Factsheet(
        settings=settings_ or settings(),
        sources=sources,
        people=_by_id(record for record in records if isinstance(record, Person)),
        topics=_by_id(record for record in records if isinstance(record, Topic)),
        facts=facts,
        files={"content/facts/f.yaml": tuple(facts)} if facts else {},
        pages=_by_id(record for record in records if isinstance(record, Page)),
        skips=skips,
        assets=tuple(record for record in records if isinstance(record, Asset)),
    )
    return CheckedFactsheet(
        factsheet,
        {name: _checked_fact(fact, sources) for name, fact in facts.items()},
        tuple(evidence_of(skip.citation, sources) for skip in skips),
        accepted=tuple((name, RAISED) for name, fact in facts.items() if RAISED in fact.accept),
    )


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    return {record.id: record for record in sorted(records, key=lambda record: record.id)}


def _checked_fact(fact: Fact, sources: Mapping[str, Source]) -> CheckedFact:
    judged = ("claim", "speaker", "said", "value", "unit", "date", "note")
    fields = {name: Verdict.UNCHECKED for name in judged if getattr(fact, name) is not None}
    evidence = tuple(evidence_of(citation, sources) for citation in fact.cite)
    return CheckedFact(fact, evidence, fields)


def evidence_of(citation: Citation, sources: Mapping[str, Source]) -> Evidence:
    """Where the pieces stand, one after the other; a piece may hold line ends of the article."""
    article = sources[citation.source].article if citation.source in sources else None
    if article is None or not citation.selector.exact:
        return Evidence(citation, Verdict.UNCHECKED)
    first = citation.selector.lines.first
    text = "\n".join(article.lines[first - 1 : citation.selector.lines.last])
    anchors: list[Anchor] = []
    position = 0
    for piece in citation.selector.exact:
        start = text.find(piece, position)
        if start < 0:
            return Evidence(citation, Verdict.MISSING)
        position = start + len(piece)
        line, column = first + text.count("\n", 0, start), start - (text.rfind("\n", 0, start) + 1)
        for part in piece.split("\n"):
            if part:
                anchors.append(Anchor(line, column, column + len(part)))
            line, column = line + 1, 0
    return Evidence(citation, Verdict.FOUND, Tier.T0, tuple(anchors))
