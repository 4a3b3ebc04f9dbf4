"""One record as it may be published: every string redacted, addresses that tell left out."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sitegen.edtf import Edtf
from sitegen.frozen import replace
from sitegen.model import (
    Amount,
    CheckedFact,
    Citation,
    Fact,
    LineRange,
    Person,
    Selector,
    Source,
)
from sitegen.views.redaction.secrets import Secrets
from sitegen.views.redaction.shown_article import ShownArticle
from sitegen.views.wording.words import LONGEST_TITLE, shortened

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Record = TypeVar("Record", bound="DataclassInstance")

_KEPT = frozenset(
    {
        "id", "article", "text", "sha256", "redact", "source", "person", "people", "topics",
        "measure", "medium", "modifier", "status", "formerly", "rests_on", "language",
        "theme", "base_url", "places", "private",
    }
)  # fmt: skip
_ADDRESSES = frozenset({"url", "archive_url", "report_url", "email", "report_email", "wikidata"})
_VERBATIM = frozenset({"exact", "quote", "prefix", "suffix"})


Limited = Mapping[str, tuple[tuple[LineRange, Secrets], ...]]
"""For each source what some of its lines may not show."""


def shown_records(records: Mapping[str, Record], secrets: Secrets) -> dict[str, Record]:
    """Records by their ids, each as shown."""
    return {name: shown_record(record, secrets) for name, record in records.items()}


def shown_source(source: Source, secrets: Secrets, articles: Mapping[str, ShownArticle]) -> Source:
    """A source as shown: a title taken from its text is taken from the text as shown."""
    shown = shown_record(source, secrets)
    article = articles.get(source.id)
    if article is None or not article.cuts or not source.title_inferred:
        return shown
    first = next((line.strip() for line in article.lines if line.strip()), shown.title)
    return replace(shown, title=shortened(first, LONGEST_TITLE))


def shown_person(person: Person, secrets: Secrets) -> Person:
    """A private person is known by their role, and by nothing that would lead to the name."""
    if not person.private:
        return shown_record(person, secrets)
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


def shown_fact(checked: CheckedFact, secrets: Secrets, limited: Limited) -> CheckedFact:
    """A fact as shown: redactions limited to lines apply to the words that it cites from there."""
    fact: Fact = shown_record(checked.fact, secrets)
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
    if fact is checked.fact and not here:
        return checked
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


def shown_record(record: Record, secrets: Secrets) -> Record:
    """A record with every string that can be shown redacted, and addresses that tell left out."""
    changed: dict[str, Any] = {}
    for name in _shown_fields(type(record)):
        before = getattr(record, name)
        if not before:
            continue
        if name in _ADDRESSES:
            after = None if secrets.tells(before) else before
        else:
            after = _value(before, secrets, verbatim=name in _VERBATIM)
        if after != before:
            changed[name] = after
    return replace(record, **changed) if changed else record


@cache
def _shown_fields(kind: Any) -> tuple[str, ...]:
    """The fields of a class of records that may be changed; none for classes of other values."""
    if issubclass(kind, tuple | Enum | Edtf):  # named tuples hold no words
        return ()
    return tuple(name for name in getattr(kind, "__match_args__", ()) if name not in _KEPT)


def _value(value: Any, secrets: Secrets, *, verbatim: bool) -> Any:
    kind: Any = type(value)
    if kind is str or (isinstance(value, str) and not isinstance(value, Enum)):
        return secrets.replaced(value, verbatim=verbatim)
    if kind is Amount:
        text = secrets.replaced(value.text)
        return value if text == value.text else Amount(text, None)
    if kind is tuple:
        return tuple([_value(part, secrets, verbatim=verbatim) for part in value])
    if isinstance(value, Mapping):
        return {name: _value(part, secrets, verbatim=verbatim) for name, part in value.items()}
    return shown_record(value, secrets) if _shown_fields(kind) else value
