"""The fact sheet as it may be published: redacted words and private persons' names are gone.

It happens once, before any page is made, so that nothing after it can tell what it does not have.
Anchors and hashes stay those of the raw text; `Shown.anchors` are the same places in the text as
shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from sitegen.edtf import Edtf
from sitegen.linked import At, Cited, Destination, Linked
from sitegen.model import (
    Amount,
    Anchor,
    CheckedFact,
    Citation,
    Fact,
    Factsheet,
    LineRange,
    MarkedEdit,
    Person,
    Selector,
    Source,
)
from sitegen.views.redaction.prose_redaction import redacted_prose
from sitegen.views.redaction.secrets import Secrets, everywhere, within_lines
from sitegen.views.redaction.shown_article import ShownArticle, article_cuts
from sitegen.views.wording.words import LONGEST_TITLE, shortened

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Record = TypeVar("Record", bound="DataclassInstance")

_KEPT = frozenset(
    {
        "id", "article", "text", "sha256", "redact", "source", "person", "people", "topics",
        "addressee", "measure", "medium", "modifier", "status", "formerly", "rests_on", "language",
        "theme", "base_url", "places", "private",
    }
)  # fmt: skip
_ADDRESSES = frozenset({"url", "archive_url", "report_url", "email", "report_email", "wikidata"})
_VERBATIM = frozenset({"exact", "quote", "prefix", "suffix"})


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pages are made of.

    - `linked`: the fact sheet with its strings redacted
    - `lines`: the articles' lines as shown, by source
    - `anchors`: for each citation its anchors in these lines; `skips` likewise
    - `edits`: for each citation in which the words as printed stand, their marks, each with the
      anchors of what it stands for in these lines
    - `redacted`: citations of which some cited words are not shown
    - `altered`: sources whose lines are not all shown as they are
    """

    linked: Linked
    lines: Mapping[str, tuple[str, ...]]
    anchors: Mapping[Cited, tuple[Anchor, ...]]
    skips: tuple[tuple[Anchor, ...], ...]
    edits: Mapping[Cited, tuple[MarkedEdit, ...]]
    redacted: frozenset[Cited]
    altered: frozenset[str]

    @property
    def factsheet(self) -> Factsheet:
        """The records."""
        return self.linked.checked.factsheet

    @property
    def facts(self) -> Mapping[str, CheckedFact]:
        """The facts with their evidence."""
        return self.linked.checked.facts


def redact(linked: Linked) -> Shown:
    """What may be shown of a fact sheet."""
    checked = linked.checked
    secrets = everywhere(checked.factsheet)
    articles = {
        source.id: ShownArticle(source.article, article_cuts(source, source.article, secrets))
        for source in checked.factsheet.sources.values()
        if source.article is not None
    }
    cleaned = _redacted(linked, secrets, articles)
    anchors: dict[Cited, tuple[Anchor, ...]] = {}
    edits: dict[Cited, tuple[MarkedEdit, ...]] = {}
    redacted = set()
    for fact_id, fact in checked.facts.items():
        shown_cite = cleaned.checked.facts[fact_id].fact.cite
        for number, evidence in enumerate(fact.evidence, start=1):
            cited = Cited(fact_id, number)
            article = articles.get(evidence.citation.source)
            if article is not None and evidence.anchors:
                anchors[cited] = article.shown_anchors(evidence.anchors)
                if article.hides(evidence.anchors):
                    redacted.add(cited)
                edits[cited] = tuple(
                    MarkedEdit(edit.mark, article.shown_anchors(edit.anchors))
                    for edit in evidence.edits
                )
            if any(secrets.replaced(piece, verbatim=True) != piece for piece in evidence.pieces):
                redacted.add(cited)
            if shown_cite[number - 1].selector.exact != evidence.citation.selector.exact:
                redacted.add(cited)
    skips = tuple(
        articles[skip.citation.source].shown_anchors(skip.anchors) if skip.anchors else ()
        for skip in checked.skips
    )
    return Shown(
        linked=cleaned,
        lines={source: article.lines for source, article in articles.items()},
        anchors=anchors,
        skips=skips,
        edits=edits,
        redacted=frozenset(redacted),
        altered=frozenset(source for source, article in articles.items() if article.cuts),
    )


def _redacted(linked: Linked, secrets: Secrets, articles: Mapping[str, ShownArticle]) -> Linked:
    """The linked fact sheet with every string redacted."""
    factsheet = linked.checked.factsheet
    limited = {source.id: within_lines(source.redact) for source in factsheet.sources.values()}
    if not secrets and not any(limited.values()):
        return linked

    facts = {
        fact_id: _redacted_fact(fact, secrets, limited)
        for fact_id, fact in linked.checked.facts.items()
    }
    shown = Factsheet(
        settings=_cleaned(factsheet.settings, secrets),
        sources={
            name: _source(source, secrets, articles) for name, source in factsheet.sources.items()
        },
        people={name: _person(person, secrets) for name, person in factsheet.people.items()},
        topics=_all(factsheet.topics, secrets),
        facts={name: fact.fact for name, fact in facts.items()},
        pages=_all(factsheet.pages, secrets),
        skips=tuple(_cleaned(skip, secrets) for skip in factsheet.skips),
        assets=factsheet.assets,
    )
    skips = tuple(_cleaned(skip, secrets) for skip in linked.checked.skips)
    return replace(
        linked,
        checked=replace(linked.checked, factsheet=shown, facts=facts, skips=skips),
        prose={key: redacted_prose(prose, secrets) for key, prose in linked.prose.items()},
        destinations=dict(_untelling(linked.destinations, secrets)),
    )


def _untelling(
    destinations: Mapping[At, Destination], secrets: Secrets
) -> Iterator[tuple[At, Destination]]:
    """The links whose addresses tell nothing. Of the others the words remain."""
    for at, destination in destinations.items():
        if not secrets.tells(destination.address):
            yield at, destination


def _all(records: Mapping[str, Record], secrets: Secrets) -> dict[str, Record]:
    return {name: _cleaned(record, secrets) for name, record in records.items()}


def _source(source: Source, secrets: Secrets, articles: Mapping[str, ShownArticle]) -> Source:
    """A source as shown: a title taken from its text is taken from the text as shown."""
    cleaned = _cleaned(source, secrets)
    article = articles.get(source.id)
    if article is None or not article.cuts or not source.title_inferred:
        return cleaned
    first = next((line.strip() for line in article.lines if line.strip()), cleaned.title)
    return replace(cleaned, title=shortened(first, LONGEST_TITLE))


def _person(person: Person, secrets: Secrets) -> Person:
    """A private person is known by their role, and by nothing that would lead to the name."""
    if not person.private:
        return _cleaned(person, secrets)
    role = secrets.replaced(person.role or "a private person")
    return replace(
        person,
        name=role,
        aliases=(),
        role=role,
        description=person.description and secrets.replaced(person.description),
        url=None,
        wikidata=None,
    )


def _redacted_fact(
    checked: CheckedFact,
    secrets: Secrets,
    limited: Mapping[str, tuple[tuple[LineRange, Secrets], ...]],
) -> CheckedFact:
    """A fact as shown: redactions limited to lines apply to the words that it cites from there."""
    fact: Fact = _cleaned(checked.fact, secrets)
    cite, here = [], []
    for citation in fact.cite:
        first, last = citation.selector.lines
        local = [
            secret
            for lines, secret in limited.get(citation.source, ())
            if lines.first <= last and first <= lines.last
        ]
        here += local
        cite.append(_without(citation, local))
    quote = fact.quote
    for secret in here:
        quote = quote and secret.replaced(quote, verbatim=True)
    evidence = tuple(
        replace(found, citation=citation)
        for found, citation in zip(checked.evidence, cite, strict=True)
    )
    return replace(checked, fact=replace(fact, cite=tuple(cite), quote=quote), evidence=evidence)


def _without(citation: Citation, secrets: list[Secrets]) -> Citation:
    if not secrets:
        return citation
    selector: Selector = citation.selector
    for secret in secrets:
        exact = tuple(secret.replaced(piece, verbatim=True) for piece in selector.exact)
        selector = replace(selector, exact=exact, prefix=None, suffix=None)
    return replace(citation, selector=selector)


def _cleaned(record: Record, secrets: Secrets) -> Record:
    """A record with every string that can be shown redacted, and addresses that tell left out."""
    changed: dict[str, Any] = {}
    for field in fields(record):
        before = getattr(record, field.name)
        if before is None or field.name in _KEPT:
            continue
        if field.name in _ADDRESSES:
            after = None if secrets.tells(before) else before
        else:
            after = _value(before, secrets, verbatim=field.name in _VERBATIM)
        if after != before:
            changed[field.name] = after
    return replace(record, **changed) if changed else record


def _value(value: Any, secrets: Secrets, *, verbatim: bool) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return secrets.replaced(value, verbatim=verbatim)
    if isinstance(value, Amount):
        text = secrets.replaced(value.text)
        return value if text == value.text else Amount(text, None)
    if type(value) is tuple:  # named tuples hold no words
        return tuple(_value(part, secrets, verbatim=verbatim) for part in value)
    if isinstance(value, Mapping):
        return {name: _value(part, secrets, verbatim=verbatim) for name, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type | Edtf):
        return _cleaned(value, secrets)
    return value
