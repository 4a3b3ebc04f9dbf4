"""Falsehoods in who is said to have spoken, and to whom."""

import random
import re
from collections.abc import Callable, Iterator

from benchmarks.mutations.names import (
    Clause,
    clause_naming,
    is_named_in_sentence,
    strangers,
)
from benchmarks.mutations.planting import Change, Family, Kind, Scene, based, replaced, without
from benchmarks.mutations.project import Citation, Fact, Project, exact_words, text_of
from benchmarks.mutations.reading import fold, stands_any

_WITH_MARKS = frozenset({"", "print"})
_REACH = 5  # in hard-wrapped text a clause may stand further off

Plant = Callable[[Scene, Fact, random.Random], Iterator[Change]]


def _reach(scene: Scene, fact: Fact) -> str:
    return scene.project.cited_text(fact, _REACH)


def _pieces(fact: Fact) -> list[str]:
    return [piece for cite in fact.citations for piece in cite.pieces]


def _clause(scene: Scene, fact: Fact, person: str) -> Clause:
    return clause_naming(scene.project, person, _reach(scene, fact), _pieces(fact))


def _in_sentence(scene: Scene, fact: Fact, person: str) -> bool:
    return is_named_in_sentence(scene.project, person, _reach(scene, fact), _pieces(fact))


def _replaced_person(
    field: str, *, present: bool, where: Callable[[Scene, Fact, str], bool] | None = None
) -> Plant:
    """Another person in a field; `present`: named near the words; `where`: in such facts alone."""

    def plant(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
        old = text_of(fact.fields, field)
        if not old or based(fact.fields, field) or old not in scene.project.people:
            return
        if where is not None and not where(scene, fact, old):
            return
        others = list(strangers(scene.project, old, _reach(scene, fact), present=present))
        both = (text_of(fact.fields, "speaker"), text_of(fact.fields, "addressee"))
        for other in chance.sample(others, len(others)):
            if other not in both:
                yield Change(replaced(fact.fields, **{field: other}), f"{old} → {other}")

    return plant


def _unnamed(field: str) -> Plant:
    def plant(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
        old = fact.fields.get(field)
        if not isinstance(old, dict):
            return
        text = _reach(scene, fact)
        people = [
            person for person, names in scene.project.people.items() if not stands_any(names, text)
        ]
        basis = fact.fields.get("basis")
        kept = (
            {key: how for key, how in basis.items() if key != field}
            if isinstance(basis, dict)
            else {}
        )
        bare = without(fact.fields, "basis")
        for person in chance.sample(people, min(len(people), 3)):
            changes = {field: person} | ({"basis": kept} if kept else {})
            yield Change(replaced(bare, **changes), f"{old.get('unnamed')} → {person}")

    return plant


def _paraphrase(scene: Scene, fact: Fact, _: random.Random) -> Iterator[Change]:
    """A claim whose words stand in no quotation marks, given out as somebody's words."""
    person = text_of(fact.fields, "according_to") or next(
        (str(each) for each in fact.fields.get("people", [])), ""
    )
    cites = fact.citations
    if text_of(fact.fields, "kind") != "claim" or len(cites) != 1 or not person:
        return
    if _prints_speech_unmarked(scene.project, cites[0].source):
        return  # such words may well be the person's own
    if not _has_marks(scene.project, cites[0], fact):
        kept = without(fact.fields, "according_to", "status", "basis")
        yield Change({**kept, "kind": "quote", "speaker": person}, f"quoted from {person}")


def _has_marks(project: Project, cite: Citation, fact: Fact) -> bool:
    text = project.text_at(cite.source, cite.first - _REACH, cite.last + _REACH)
    return bool(re.search("[\"“”«»„「‘]|(?<!\\w)'", fold(text) + fold(exact_words(fact))))


def _prints_speech_unmarked(project: Project, source: str) -> bool:
    """Whether the project's own quotations of a source stand without marks: a debate, letters."""
    return any(
        text_of(fact.fields, "kind") == "quote"
        and (
            text_of(fact.fields, "medium") not in _WITH_MARKS or not _has_marks(project, cite, fact)
        )
        for fact in project.facts.values()
        for cite in fact.citations
        if cite.source == source
    )


def _kind(name: str, plant: Plant, note: str = "") -> Kind:
    return Kind(name, Family.ASSERTION, plant, note)


def _speakers() -> Iterator[Kind]:
    for clause in Clause:

        def where(scene: Scene, fact: Fact, old: str, clause: Clause = clause) -> bool:
            return _clause(scene, fact, old) is clause

        for present, who in ((False, "a stranger"), (True, "someone near")):
            plant = _replaced_person("speaker", present=present, where=where)
            yield _kind(f"speaker: {who}, where {clause} the old", plant, _NOTES[clause])


_NOTES = {
    Clause.OWN: "“…,” said NAME, or NAME said: “…”",
    Clause.NEAR: "within 200 characters; it may be another quotation’s",
    Clause.NONE: "there may be one of another form, or a pronoun; the text may leave it open",
}
KINDS = (
    *_speakers(),
    _kind("speaker: an unnamed source given a name", _unnamed("speaker")),
    _kind("speaker: a paraphrase given out as a quotation", _paraphrase),
    _kind("addressee: a stranger", _replaced_person("addressee", present=False)),
    _kind("addressee: someone near", _replaced_person("addressee", present=True)),
    _kind(
        "according_to: a stranger, where the sentence names the old",
        _replaced_person("according_to", present=False, where=_in_sentence),
    ),
    _kind(
        "according_to: someone near, where the sentence names the old",
        _replaced_person("according_to", present=True, where=_in_sentence),
    ),
    _kind("according_to: a stranger", _replaced_person("according_to", present=False)),
    _kind(
        "according_to: someone near",
        _replaced_person("according_to", present=True),
        "with or without a clause in the sentence; without one the text may leave it open",
    ),
    _kind("according_to: an unnamed source given a name", _unnamed("according_to")),
)
