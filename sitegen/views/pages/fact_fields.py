"""The parts of a fact as rows: what is stated, how it rests on the words, what the check says."""

from collections.abc import Iterable, Iterator

from sitegen.model import CheckedFact, Fact, Verdict
from sitegen.views.card_html import link, time
from sitegen.views.cards import Cards
from sitegen.views.kinds import FieldView
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.escaping import escaped, finished
from sitegen.views.wording.words import FIELDS, STATUSES, basis_words, field_verdict, figure

_USUAL_MEDIUM = "print"


def fact_fields(checked: CheckedFact, cards: Cards, path: str) -> tuple[FieldView, ...]:
    """The rows of what is known, each with its verdict and what it rests on."""
    fact, verdicts = checked.fact, checked.fields
    rows = []
    for name, value in _values(fact, cards, path):
        basis = fact.basis.get(name)
        told = basis_words(basis) if basis else None
        rows.append(
            FieldView(
                name=name,
                label=FIELDS[name],
                value=finished(value),  # each value below is escaped
                basis=_edited(fact, cards) if name == "quote" and not basis else told,
                basis_facts=cards.refs(basis.rests_on, path) if basis else (),
                verdict=field_verdict(verdicts.get(name, Verdict.UNCHECKED), basis),
            )
        )
    return tuple(rows)


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


def _edited(fact: Fact, cards: Cards) -> str | None:
    """What the marks of the words as printed stand for in the source."""
    told = [
        f"{mark}: in the source “{words}”" if words else f"{mark}: added, not in the source"
        for mark, words in cards.wording.edits(fact)
    ]
    return "; ".join(told) or None


def _values(  # noqa: C901, PLR0912 (a branch for each field)
    fact: Fact, cards: Cards, path: str
) -> Iterator[tuple[str, str]]:
    """Each field that a fact has, by name, as HTML."""
    if fact.speaker is not None:
        yield "speaker", link(cards.attributed(fact.speaker, path))
    if fact.according_to is not None:
        yield "according_to", link(cards.attributed(fact.according_to, path))
    if fact.addressee is not None:
        yield "addressee", link(cards.attributed(fact.addressee, path))
    if fact.said is not None:
        yield "said", time(date_view(fact.said))
    if fact.date is not None:
        yield "date", time(date_view(fact.date))
    if fact.as_of is not None:
        yield "as_of", time(date_view(fact.as_of))
    if fact.value is not None:
        yield "value", escaped(figure(fact.value.text))
    if fact.modifier:
        yield "modifier", escaped(fact.modifier.replace("-", " "))
    if fact.unit is not None:
        yield "unit", escaped(fact.unit)
    if fact.of is not None:
        yield "of", escaped(fact.of)
    if fact.measure:
        yield "measure", escaped(_as_words(fact.measure))
    if fact.quote is not None:
        yield "quote", escaped(fact.quote)
    if fact.via is not None:
        yield "via", escaped(fact.via)
    if fact.medium is not None and fact.medium != _USUAL_MEDIUM:
        yield "medium", escaped(fact.medium)
    if (status := STATUSES.get(fact.status)) is not None:
        yield "status", status


def _as_words(identifier: str) -> str:
    """An identifier as a reader reads it, as the page of numbers has it for a heading."""
    words = identifier.replace("-", " ")
    return f"{words[0].upper()}{words[1:]}"
