"""The pages of facts."""

from functools import cache
from itertools import islice

from markupsafe import Markup

from sitegen import urls
from sitegen.counts import differ, differing
from sitegen.linked import ProseKey
from sitegen.model import CheckedFact, Fact, Verdict
from sitegen.views.cards import Cards
from sitegen.views.exports.structured_facts import FactNodes
from sitegen.views.frame import FACTS, Frame
from sitegen.views.kinds import (
    AcceptedView,
    CitingView,
    CorrectionView,
    FactPage,
    FactRef,
    Link,
    PageView,
)
from sitegen.views.pages.attribution import Chains
from sitegen.views.pages.citing import Citing
from sitegen.views.pages.fact_fields import fact_fields, parts
from sitegen.views.pages.neighbours import neighbours
from sitegen.views.pictures.compare import MOST_BESIDE, side_by_side
from sitegen.views.wording.dates import date_view

_LONGEST_TITLE = 70
_NOT_CITED = CitingView("", "", "")
_TRAIL = ((FACTS, urls.FACTS),)
_OURS = ("the sentence", "the note", "the account of the response")


class FactPages:
    """Makes them, and keeps what many of them say alike of a source or a person."""

    def __init__(self, cards: Cards, frame: Frame) -> None:
        self._cards = cards
        self._frame = frame
        self._sheet = cards.shown.factsheet
        reader = frame.look.reader("fact.html")
        self._node = frame.readers.maker(FactNodes(cards.wording).node, "structured", instead="")
        self._excerpts = reader.reads("excerpt")
        self._fields = reader.maker(fact_fields, "fields", "parts", instead=())
        self._chain = reader.maker(Chains(cards).of, "chain", instead=())
        self._beside = reader.maker(self._neighbours, "beside", instead=())
        self._beside_it = reader.maker(self._differing, "differing", instead=None)
        self._citing = reader.maker(Citing(cards).of, "citing", instead=_NOT_CITED)
        self._agreed: dict[str, bool] = {}  # measures, and whether all facts of one can be so

    def _differing(self, fact: Fact, path: str) -> Markup | None:
        """The fact beside others of its measure that exclude it, the first dozen of them."""
        if not fact.measure:
            return None
        facts = self._sheet.facts
        measured = self._cards.shown.linked.by_measure.get(fact.measure, ())
        if fact.measure not in self._agreed:
            # Where all of a measure can be so, no two of them differ, and most measures are such.
            self._agreed[fact.measure] = _agreed([facts[name] for name in measured])
        if self._agreed[fact.measure]:
            return None
        others = (facts[name] for name in measured if name != fact.id)
        found = tuple(islice((one for one in others if differ(one, fact)), MOST_BESIDE - 1))
        return side_by_side((fact, *found), self._cards, path) if found else None

    def _neighbours(self, checked: CheckedFact, path: str) -> tuple[FactRef, ...]:
        return self._cards.refs(neighbours(checked, self._cards.shown.linked), path)

    def page(self, checked: CheckedFact) -> PageView:
        """The page of one fact."""
        fact, cards = checked.fact, self._cards
        wording, linked = cards.wording, cards.shown.linked
        path = urls.fact(fact.id)
        pages = self._sheet.pages
        fields = self._fields(checked, cards, path)
        heard = fact.addressee and fact.addressee.person
        named = dict.fromkeys((*fact.people, heard) if heard else fact.people)
        card = cards.card(fact.id, path)
        view = FactPage(
            chrome=self._frame.chrome(
                path,
                wording.label(fact, _LONGEST_TITLE),
                trail=_TRAIL,
                description=wording.plain_headline(fact),
                fact=fact.id,
                structured=(self._node(fact, card, path),),
            ),
            fact=card,
            claim=wording.inline(ProseKey("fact", fact.id, "claim"), path),
            wording=_wording(checked),
            parts=parts(fields),
            evidence=cards.evidence(fact.id, path, excerpts=self._excerpts),
            fields=fields,
            note=wording.blocks(ProseKey("fact", fact.id, "note"), path)
            if fact.note is not None
            else None,
            response=wording.blocks(ProseKey("fact", fact.id, "response"), path)
            if fact.response is not None
            else None,
            people=tuple([cards.person(name, path) for name in named if name]),
            topics=tuple([cards.topic(name, path) for name in dict.fromkeys(fact.topics)]),
            corrections=corrections(fact, cards, path),
            accepted=accepted(fact, cards, path),
            formerly=fact.formerly,
            used_on=tuple(
                [
                    Link(pages[name].title, urls.relative(path, urls.page(name)))
                    for name in linked.used_on[fact.id]
                ]
            ),
            rests_on=cards.refs(linked.rests_on[fact.id], path),
            rested_on_by=cards.refs(linked.rested_on_by[fact.id], path),
            differing=self._beside_it(fact, path),
            chain=self._chain(checked, path),
            beside=self._beside(checked, path),
            citing=self._citing(checked),
        )
        return PageView(path, "fact.html", f"fact {fact.id}", view)


def _agreed(facts: list[Fact]) -> bool:
    """Whether all facts of a measure can be so: they say the same, as most do, or nearly."""
    said = [(fact.value, fact.unit, fact.modifier) for fact in facts]
    return said.count(said[0]) == len(said) or not differing(facts)


def corrections(fact: Fact, cards: Cards, path: str) -> tuple[CorrectionView, ...]:
    """What a fact said before, the latest correction first."""
    if not fact.corrections:
        return ()
    in_order = sorted(fact.corrections, key=lambda c: c.date.sort_key, reverse=True)
    ref = cards.ref(fact.id, path)
    return tuple(CorrectionView(date_view(c.date), ref, c.was, c.because) for c in in_order)


def accepted(fact: Fact, cards: Cards, path: str) -> tuple[AcceptedView, ...]:
    """The warnings of a fact that were raised and that its editor has considered."""
    if not fact.accept:
        return ()
    codes = sorted(code for code in fact.accept if (fact.id, code) in cards.accepted)
    return tuple(AcceptedView(cards.ref(fact.id, path), code, fact.accept[code]) for code in codes)


def _wording(checked: CheckedFact) -> str | None:
    """What of a page is the editors' own, and what of it a rule has judged."""
    fact = checked.fact
    judged = checked.fields.get("claim") is Verdict.FOUND
    return _said_of_ours(
        fact.claim is not None, fact.note is not None, fact.response is not None, judged
    )


@cache
def _said_of_ours(claim: bool, note: bool, response: bool, judged: bool) -> str | None:
    given = (claim, note, response)
    words = [name for name, is_given in zip(_OURS, given, strict=True) if is_given]
    if not words:
        return None
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
