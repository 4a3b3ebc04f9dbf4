"""The pages of facts."""

from itertools import islice

from markupsafe import Markup

from sitegen import urls
from sitegen.counts import differ
from sitegen.linked import ProseKey
from sitegen.model import CheckedFact, Fact, Verdict
from sitegen.views.cards import Cards
from sitegen.views.exports.structured import fact_node
from sitegen.views.frame import FACTS, Frame
from sitegen.views.kinds import AcceptedView, CorrectionView, FactPage, Link, PageView
from sitegen.views.pages.attribution import attribution_chain
from sitegen.views.pages.citing import citing
from sitegen.views.pages.fact_fields import fact_fields, parts
from sitegen.views.pages.neighbours import neighbours
from sitegen.views.pictures.compare import MOST_BESIDE, side_by_side
from sitegen.views.wording.dates import date_view

_LONGEST_TITLE = 70
_OURS = {
    "claim": "the sentence",
    "note": "the note",
    "response": "the account of the response",
}


def fact_page(checked: CheckedFact, cards: Cards, frame: Frame) -> PageView:
    """The page of one fact."""
    fact, wording = checked.fact, cards.wording
    path = urls.fact(fact.id)
    linked = cards.shown.linked
    factsheet = cards.shown.factsheet
    headline = wording.plain_headline(fact)
    fields = tuple(fact_fields(checked, cards, path))
    people = [name for name in dict.fromkeys((*fact.people, fact.addressee)) if name]
    view = FactPage(
        chrome=frame.chrome(
            path,
            wording.label(fact, _LONGEST_TITLE),
            trail=((FACTS, urls.FACTS),),
            description=headline,
            fact=fact.id,
            structured=(fact_node(checked, wording, path),),
        ),
        fact=cards.card(fact.id, path),
        claim=wording.inline(ProseKey("fact", fact.id, "claim"), path),
        wording=_wording(checked),
        parts=parts(fields),
        evidence=cards.evidence(fact.id, path),
        fields=fields,
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
        chain=attribution_chain(checked, cards, path),
        beside=cards.refs(neighbours(fact.id, linked), path),
        citing=citing(checked, cards),
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
    codes = sorted(code for code in fact.accept if (fact.id, code) in cards.accepted)
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


def _differing(fact: Fact, cards: Cards, path: str) -> Markup | None:
    """The fact beside others of its measure that exclude it, the first dozen of them."""
    measured = cards.shown.linked.by_measure.get(fact.measure or "", ())
    others = (cards.shown.factsheet.facts[name] for name in measured if name != fact.id)
    found = tuple(islice((one for one in others if differ(one, fact)), MOST_BESIDE - 1))
    return side_by_side((fact, *found), cards, path) if found else None
