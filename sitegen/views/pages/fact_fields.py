"""The parts of a fact as rows: what is stated, how it rests on the words, what the check says."""

from collections.abc import Iterable, Iterator
from html import escape

from markupsafe import Markup

from sitegen.model import Attribution, CheckedFact, Fact, Verdict
from sitegen.views.card_html import link, time
from sitegen.views.cards import Cards
from sitegen.views.kinds import FieldView
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.words import FIELDS, STATUSES, basis_words, field_verdict, figure

_USUAL_MEDIUM = "print"


def fact_fields(checked: CheckedFact, cards: Cards, path: str) -> Iterator[FieldView]:
    """The rows of what is known, each with its verdict and what it rests on."""
    for name, value in _values(checked.fact, cards, path):
        basis = checked.fact.basis.get(name)
        yield FieldView(
            name=name,
            label=FIELDS[name],
            value=Markup(value),  # noqa: S704 (each value below is escaped)
            basis=basis_words(basis) if basis else _edited(name, checked.fact, cards),
            basis_facts=cards.refs(basis.rests_on, path) if basis else (),
            verdict=field_verdict(checked.fields.get(name, Verdict.UNCHECKED), basis),
        )


def parts(fields: Iterable[FieldView]) -> str | None:
    """The fields by what the check says of them: “Not checked by a rule: measure.”"""
    labels: dict[str, list[str]] = {}
    for row in fields:
        if row.verdict is not None:
            labels.setdefault(row.verdict.words, []).append(row.label.lower())
    told = (
        f"{words[0].upper()}{words[1:]}: {', '.join(names)}." for words, names in labels.items()
    )
    return " ".join(told) or None


def _edited(name: str, fact: Fact, cards: Cards) -> str | None:
    """What the marks of the words as printed stand for in the source."""
    told = [
        f"{mark}: in the source “{words}”" if words else f"{mark}: added, not in the source"
        for mark, words in (cards.wording.edits(fact) if name == "quote" else ())
    ]
    return "; ".join(told) or None


def _values(fact: Fact, cards: Cards, path: str) -> Iterator[tuple[str, str]]:
    """Each field that a fact has, by name, as HTML."""
    for name in ("speaker", "according_to"):
        attribution: Attribution | None = getattr(fact, name)
        if attribution is not None:
            yield name, link(cards.attributed(attribution, path))
    if fact.addressee is not None:
        yield "addressee", link(cards.person(fact.addressee, path))
    for name in ("said", "date", "as_of"):
        date = getattr(fact, name)
        if date is not None:
            yield name, time(date_view(date))
    for name, words in _plain_values(fact):
        if words is not None:
            yield name, escape(words)


def _plain_values(fact: Fact) -> Iterator[tuple[str, str | None]]:
    yield "value", figure(fact.value.text) if fact.value else None
    yield "modifier", fact.modifier.replace("-", " ") if fact.modifier else None
    yield "unit", fact.unit
    yield "of", fact.of
    yield "measure", _as_words(fact.measure) if fact.measure else None
    yield "quote", fact.quote
    yield "via", fact.via
    yield "medium", fact.medium if fact.medium != _USUAL_MEDIUM else None
    yield "status", STATUSES.get(fact.status)


def _as_words(identifier: str) -> str:
    """An identifier as a reader reads it, as the page of numbers has it for a heading."""
    words = identifier.replace("-", " ")
    return f"{words[0].upper()}{words[1:]}"
