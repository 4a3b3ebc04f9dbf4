"""Falsehoods in a claim while its citations stay as they are."""

import random
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from benchmarks.mutations.evidence_words import AUXILIARY
from benchmarks.mutations.names import named_in, strangers
from benchmarks.mutations.planting import Change, Family, Kind, Scene, replaced
from benchmarks.mutations.project import Fact, exact_words, text_of
from benchmarks.mutations.reading import (
    CAPITALISED,
    DOUBT,
    MONTHS,
    NEGATION,
    stands_any,
)

Alter = Callable[[Scene, Fact, str, random.Random], Iterator[tuple[str, str]]]
_REMOVABLE = r"(?<=\w)(?:n['’]t|(?<!\bif)(?: not| never)(?! only))\b|\bno (?=\w)"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEIGHBOURS = 2  # lines around the cited ones that a new name is not taken from


def in_claim(alter: Alter) -> Callable[[Scene, Fact, random.Random], Iterator[Change]]:
    """A planter that alters the claim of a fact, where it has no roles."""

    def plant(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
        claim = text_of(fact.fields, "claim")
        if claim and "`" not in claim:
            for new, what in alter(scene, fact, claim, chance):
                yield Change(replaced(fact.fields, claim=new), what)

    return plant


def put(text: str, place: re.Match[str], new: str) -> tuple[str, str]:
    """A text with other words in a place, and the change in a few words."""
    return text[: place.start()] + new + text[place.end() :], f"{place[0]} → {new}"


def _names(
    scene: Scene, fact: Fact, claim: str, chance: random.Random, *, near: bool
) -> Iterator[tuple[str, str]]:
    project = scene.project
    text = project.cited_text(fact, NEIGHBOURS)
    exact = exact_words(fact)
    found = list(named_in(project, claim))
    whole = [each for each in found if not _is_part(claim, each[1])]
    for person, place in chance.sample(whole, len(whole)):
        others = list(strangers(project, person, text, present=near))
        chance.shuffle(others)
        for other in others:
            names = project.people[other]
            if not stands_any(names, exact) and not stands_any(names, claim):
                yield put(claim, place, names[0])
                break


def _absent_name(
    scene: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    yield from _names(scene, fact, claim, chance, near=False)


def _near_name(
    scene: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    yield from _names(scene, fact, claim, chance, near=True)


def _exchanged(
    scene: Scene, _: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    found = list(named_in(scene.project, claim))
    found.sort(key=lambda each: each[1].start())
    for (one, place), (other, later) in pairwise(found):
        if one != other and place[0] != later[0]:
            middle = claim[place.end() : later.start()]
            new = claim[: place.start()] + later[0] + middle + place[0] + claim[later.end() :]
            yield new, f"{place[0]} ↔ {later[0]}"


def _is_part(claim: str, place: re.Match[str]) -> bool:
    """Whether a capitalised word stands beside another, in a longer name."""
    before, after = claim[: place.start()], claim[place.end() :]
    return bool(re.search(r"\b[A-Z][\w.]*[ -]$", before) or re.match(r"[ -][A-Z]", after))


def _capitalised(*, part: bool) -> Alter:
    """Another capitalised word of the article, alone or as part of a longer name."""

    def alter(
        scene: Scene, fact: Fact, claim: str, chance: random.Random
    ) -> Iterator[tuple[str, str]]:
        exact = exact_words(fact)
        names = " ".join(name for each in scene.project.people.values() for name in each)
        text = scene.project.cited_text(fact, NEIGHBOURS)
        source = fact.citations[0].source if fact.citations else ""
        words = scene.vocabulary.get((source, True), ())
        for place in CAPITALISED.finditer(claim):
            dated = place[0] in (*MONTHS, *_DAYS)
            free = place[0] in exact and place[0] not in names and not dated
            if free and words and _is_part(claim, place) == part:
                new = chance.choice(words)
                if new not in (*MONTHS, *_DAYS) and not stands_any([new], text + claim):
                    yield put(claim, place, new)

    return alter


def _not_added(
    _: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    if NEGATION.search(claim) or NEGATION.search(exact_words(fact)):
        return
    found = list(AUXILIARY.finditer(claim))
    for place in chance.sample(found, len(found)):
        if re.match(r"\s\w", claim[place.end() :]):
            yield put(claim, place, f"{place[0]} not")


def _never_added(
    _: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    if NEGATION.search(claim) or NEGATION.search(exact_words(fact)):
        return
    for place in re.finditer(r"(?<=[A-Z][a-z])[a-z]* (?=[a-z]{3,}ed\b)", claim):
        yield put(claim, place, place[0] + "never ")


def _not_removed(_: Scene, fact: Fact, claim: str, __: random.Random) -> Iterator[tuple[str, str]]:
    if len(NEGATION.findall(claim)) == 1 and NEGATION.search(exact_words(fact)):
        for place in re.finditer(_REMOVABLE, claim):
            if not claim[: place.start()].endswith(("wo", "ca")):
                yield put(claim, place, "")


def _doubt_removed(
    _: Scene, fact: Fact, claim: str, __: random.Random
) -> Iterator[tuple[str, str]]:
    if len(DOUBT.findall(claim)) == 1 and DOUBT.search(exact_words(fact)):
        for place in DOUBT.finditer(claim):
            instead = "will" if place[0] in {"may", "might"} else ""
            yield put(claim, place, instead)


def claim_kind(name: str, alter: Alter, note: str = "") -> Kind:
    """A kind of falsehood in claims."""
    return Kind(f"claim: {name}", Family.ASSERTION, in_claim(alter), note)


KINDS = (
    claim_kind("name, of someone not in the paragraph", _absent_name),
    claim_kind(
        "name, of someone in the paragraph, not in the words",
        _near_name,
        "persons who share no word of a name; a nickname that people.yaml lacks escapes it",
    ),
    claim_kind(
        "two of its names exchanged",
        _exchanged,
        "both stand in the words: that it does not follow, no program judges",
    ),
    claim_kind("another capitalised name", _capitalised(part=False), "a plain word of a headline"),
    claim_kind("one word of a longer name", _capitalised(part=True), "a plain word of a headline"),
    claim_kind("not added", _not_added),
    claim_kind("never added", _never_added),
    claim_kind("negation removed", _not_removed),
    claim_kind("doubt removed", _doubt_removed, "another word may leave it open still"),
)
