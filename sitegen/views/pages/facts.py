"""The pages of facts."""

from collections.abc import Iterator
from html import escape

from markupsafe import Markup

from sitegen import urls
from sitegen.counts import differ
from sitegen.linked import ProseKey
from sitegen.model import Attribution, CheckedFact, Fact, Verdict
from sitegen.views.card_html import link, time
from sitegen.views.cards import Cards
from sitegen.views.frame import FACTS, Frame
from sitegen.views.kinds import (
    AcceptedView,
    CorrectionView,
    FactCard,
    FactPage,
    FieldView,
    Link,
    PageView,
)
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.words import (
    FIELDS,
    STATUSES,
    basis_words,
    field_verdict,
    figure,
)

_LONGEST_TITLE = 70
_MOST_DIFFERING = 12
_OURS = {
    "claim": "the sentence",
    "note": "the note",
    "response": "the account of the response",
}
_USUAL_MEDIUM = "print"


def fact_page(checked: CheckedFact, cards: Cards, frame: Frame) -> PageView:
    """The page of one fact."""
    fact, wording = checked.fact, cards.wording
    path = urls.fact(fact.id)
    linked = cards.shown.linked
    factsheet = cards.shown.factsheet
    headline = wording.plain_headline(fact)
    people = [name for name in dict.fromkeys((*fact.people, fact.addressee)) if name]
    view = FactPage(
        chrome=frame.chrome(
            path,
            wording.label(fact, _LONGEST_TITLE),
            trail=((FACTS, urls.FACTS),),
            description=headline,
            fact=fact.id,
        ),
        fact=cards.card(fact.id, path),
        claim=wording.inline(ProseKey("fact", fact.id, "claim"), path),
        wording=_wording(checked),
        evidence=cards.evidence(fact.id, path),
        fields=tuple(_fields(checked, cards, path)),
        note=wording.blocks(ProseKey("fact", fact.id, "note"), path),
        response=wording.blocks(ProseKey("fact", fact.id, "response"), path),
        people=tuple(cards.person(name, path) for name in people),
        topics=tuple(cards.topic(name, path) for name in dict.fromkeys(fact.topics)),
        corrections=corrections(fact, cards, path),
        accepted=accepted(fact, cards, path),
        formerly=fact.formerly,
        used_on=tuple(
            Link(factsheet.pages[name].title, urls.relative(path, urls.page(name)))
            for name in linked.used_on[fact.id]
        ),
        rests_on=cards.refs(linked.rests_on[fact.id], path),
        rested_on_by=cards.refs(linked.rested_on_by[fact.id], path),
        differing=_differing(fact, cards, path),
    )
    return PageView(path, "fact.html", f"fact {fact.id}", view)


def corrections(fact: Fact, cards: Cards, path: str) -> tuple[CorrectionView, ...]:
    """What a fact said before, the latest correction first."""
    if not fact.corrections:
        return ()
    in_order = sorted(fact.corrections, key=lambda c: c.date.sort_key, reverse=True)
    ref = cards.ref(fact.id, path)
    return tuple(CorrectionView(date_view(c.date), ref, c.was, c.because) for c in in_order)


def accepted(fact: Fact, cards: Cards, path: str) -> tuple[AcceptedView, ...]:
    """The warnings of a fact that were raised and that its editor has considered."""
    raised = cards.shown.linked.checked.accepted
    codes = sorted(code for code in fact.accept if (fact.id, code) in raised)
    return tuple(AcceptedView(cards.ref(fact.id, path), code, fact.accept[code]) for code in codes)


def _wording(checked: CheckedFact) -> str | None:
    """What of a page is the editors' own, and what of it a rule has judged."""
    ours = [name for name in _OURS if getattr(checked.fact, name) is not None]
    if not ours:
        return None
    judged = checked.fields.get("claim", Verdict.UNCHECKED) is Verdict.FOUND
    words = [_OURS[name] for name in ours]
    subject = f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
    verb, whether = ("are", "they follow") if len(words) > 1 else ("is", "it follows")
    parts = (
        "The figures, dates and names in the sentence stand in the cited words or in a field of "
        "this fact. "
        if judged
        else ""
    )
    return (
        f"{subject[0].upper()}{subject[1:]} {verb} our wording. {parts}"
        f"Whether {whether} from the source’s words is not checked by a rule."
    )


def _differing(fact: Fact, cards: Cards, path: str) -> tuple[FactCard, ...]:
    """Other facts of the same measure that exclude this one, the first dozen of them."""
    found: list[str] = []
    for other_id in cards.shown.linked.by_measure.get(fact.measure or "", ()):
        other = cards.shown.factsheet.facts[other_id]
        if other_id != fact.id and differ(other, fact):
            found.append(other_id)
            if len(found) == _MOST_DIFFERING:
                break
    return cards.cards(tuple(found), path)


def _fields(checked: CheckedFact, cards: Cards, path: str) -> Iterator[FieldView]:
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
    for name in ("unit", "of", "measure", "quote", "via"):
        yield name, getattr(fact, name)
    yield "medium", fact.medium if fact.medium != _USUAL_MEDIUM else None
    yield "status", STATUSES.get(fact.status)
