"""In a word, how we know what a picture shows, where the source does not state it."""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.model import BasisKind, Fact, Verdict
from sitegen.views.cards import Cards

_REASONS: Mapping[BasisKind, str] = MappingProxyType(
    {BasisKind.INFERRED: "inferred", BasisKind.DERIVED: "worked out"}
)


def reason_of(fact: Fact, field: str, cards: Cards) -> str | None:
    """“inferred”, “worked out” or “not checked”; None for a field that stands in the source."""
    basis = fact.basis.get(field)
    if basis is not None:
        return _REASONS[basis.kind]
    verdict = cards.shown.facts[fact.id].fields.get(field, Verdict.UNCHECKED)
    return None if verdict is Verdict.FOUND else "not checked"
