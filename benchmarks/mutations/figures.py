"""Falsehoods in the figures of a count or rank: value, modifier, unit, what it is a rank of."""

import random
import re
from collections.abc import Iterator

from benchmarks.mutations.planting import (
    Change,
    Family,
    Kind,
    Scene,
    based,
    replaced,
    without,
)
from benchmarks.mutations.project import Fact, exact_words, text_of
from benchmarks.mutations.reading import (
    MODIFIER_WORDS,
    SCALES,
    fold,
    numbers_in,
    stands_any,
    value_of,
)
from benchmarks.mutations.yaml_text import Value

OPPOSITES = {
    "about": ("at-least", "less-than"),
    "nearly": ("more-than", "at-least"),
    "at-least": ("at-most", "less-than"),
    "more-than": ("less-than", "at-most"),
    "at-most": ("at-least", "more-than"),
    "less-than": ("more-than", "at-least"),
}

CLOSE = 20  # characters between a modifier and its number
LEAD = 60  # characters before the words in which a modifier might stand


def _stated(fact: Fact, kind: str) -> str:
    """The value of a fact of a kind, when the editor says that it is plainly stated."""
    known = text_of(fact.fields, "kind") == kind and not based(fact.fields, "value")
    value = text_of(fact.fields, "value")
    return value if known and value_of(value) is not None else ""


def _values(fact: Fact, kind: str, slips: list[str], chance: random.Random) -> Iterator[Change]:
    old, exact = _stated(fact, kind), exact_words(fact)
    known = numbers_in(exact)
    known |= {value / scale for value in known for scale in SCALES.values()}
    for new in chance.sample(slips, len(slips)):
        number = value_of(new)
        if number is not None and number not in known and number != value_of(old):
            yield Change(replaced(fact.fields, value=new), f"{old} → {new}")


def _digit(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    old = _stated(fact, "count")
    slips = []
    for spot in re.finditer(r"[1-9]", old):
        digit = str((int(spot[0]) + chance.randint(1, 8) - 1) % 9 + 1)
        slips.append(old[: spot.start()] + digit + old[spot.end() :])
    yield from _values(fact, "count", slips, chance)


def _transposed(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    old = _stated(fact, "count")
    slips = []
    for spot in re.finditer(r"\d(?=\d)", old):
        at = spot.start()
        slips.append(old[:at] + old[at + 1] + old[at] + old[at + 2 :])
    yield from _values(fact, "count", [each for each in slips if each[0] != "0"], chance)


def _tenfold(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    old = _stated(fact, "count")
    slips = [old + "0", old + "000", old[:-1] if old.endswith("0") and len(old) > 1 else ""]
    yield from _values(fact, "count", slips if old.isdigit() else [], chance)


def _off_by_one(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    old = _stated(fact, "count")
    slips = [str(int(old) + 1), str(max(int(old) - 1, 0))] if old.isdigit() else []
    yield from _values(fact, "count", slips, chance)


def _scale(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    old = _stated(fact, "count")
    number, word = old.split(" ") if " " in old else (old, "")
    slips = [f"{number} {other}" for other in SCALES if other != word and number] if word else []
    if not word and old.isdigit() and len(old) <= len("999"):
        slips = [f"{old} million", f"{old} thousand"]
    yield from _values(fact, "count", slips, chance)


def _rank(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    old = _stated(fact, "rank")
    slips = [str(int(old) + step) for step in (1, 2, 9) if old.isdigit()] if old else []
    yield from _values(fact, "rank", slips, chance)


def _modifier_added(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    exact = exact_words(fact)
    if _stated(fact, "count") and "modifier" not in fact.fields:
        before = "".join(_lead(scene, fact))
        if not MODIFIER_WORDS.search(exact + before):
            new = chance.choice(list(OPPOSITES))
            yield Change(replaced(fact.fields, modifier=new), f"{new} added")


def _lead(scene: Scene, fact: Fact) -> Iterator[str]:
    """The characters before each piece in its lines."""
    for cite in fact.citations:
        text = fold(scene.project.text_at(cite.source, cite.first, cite.last))
        for piece in cite.pieces:
            yield text.partition(fold(piece))[0][-LEAD:] + " "


def _told_modifier(fact: Fact) -> str:
    """The modifier, where a word for one stands before a number in the words themselves."""
    old = text_of(fact.fields, "modifier")
    stated = any(
        numbers_in(exact_words(fact)[found.end() : found.end() + CLOSE])
        for found in MODIFIER_WORDS.finditer(exact_words(fact))
    )
    known = stated and _stated(fact, "count") and not based(fact.fields, "modifier")
    return old if known and _is_only_number(fact) else ""


def _is_only_number(fact: Fact) -> bool:
    """Whether no other number stands in the words, which a modifier might belong to."""
    value = value_of(text_of(fact.fields, "value")) or 0
    others = {each for each in numbers_in(exact_words(fact)) if each > value or value % (each or 1)}
    return not others


def _modifier_dropped(_: Scene, fact: Fact, __: random.Random) -> Iterator[Change]:
    old = _told_modifier(fact)
    if old:
        yield Change(without(fact.fields, "modifier"), f"{old} dropped")


def _modifier_opposed(_: Scene, fact: Fact, __: random.Random) -> Iterator[Change]:
    old = _told_modifier(fact)
    if old:
        for new in OPPOSITES.get(old, ()):
            yield Change(replaced(fact.fields, modifier=new), f"{old} → {new}")


def swapped(name: str, scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    """A field's text exchanged for another fact's, none of whose words the cited lines have."""
    old = text_of(fact.fields, name)
    every = sorted({text_of(other.fields, name) for other in scene.project.facts.values()} - {""})
    text = scene.project.cited_text(fact)
    for new in chance.sample(every, len(every)) if old else ():
        words = re.findall(r"\w{3,}", new)
        stems = {word.lower().rstrip("s") for word in re.findall(r"\w{3,}", old)}
        akin = any(word.lower().rstrip("s") in stems for word in words)
        if words and not akin and not stands_any(words, text):
            yield Change(replaced(fact.fields, **{name: new}), f"{old} → {new}")


def _unit(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    stated = stands_any([text_of(fact.fields, "unit")], exact_words(fact))
    if stated and not based(fact.fields, "unit"):
        yield from swapped("unit", scene, fact, chance)


def _of(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    yield from swapped("of", scene, fact, chance)


def _operand(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    basis = fact.fields.get("basis")
    if not isinstance(basis, dict):
        return
    for name, how in basis.items():
        if not isinstance(how, dict) or "derived" not in how:
            continue
        calculation = text_of(how, "derived")
        value = {each.id: text_of(each.fields, "value") for each in scene.project.facts.values()}
        others = [each for each in value if value[each] and each not in calculation]
        for place in re.finditer(r"[a-z0-9][a-z0-9.-]*", calculation):
            old = value.get(place[0], "")
            unlike = [each for each in others if value_of(value[each]) != value_of(old)]
            if re.fullmatch(r"\d+", place[0]):
                new = str(int(place[0]) + chance.choice([1, 2, 10]))
            elif old and unlike:
                new = chance.choice(unlike)
            else:
                continue
            changed = calculation[: place.start()] + new + calculation[place.end() :]
            told: Value = {**basis, name: {**how, "derived": changed}}
            yield Change(replaced(fact.fields, basis=told), f"{calculation} → {changed}")


KINDS = (
    Kind("value: digit", Family.ASSERTION, _digit),
    Kind("value: digits transposed", Family.ASSERTION, _transposed),
    Kind("value: a factor of ten", Family.ASSERTION, _tenfold),
    Kind("value: one more or less", Family.ASSERTION, _off_by_one),
    Kind("value: scale word", Family.ASSERTION, _scale),
    Kind("rank: value", Family.ASSERTION, _rank),
    Kind("modifier added", Family.ASSERTION, _modifier_added),
    Kind("modifier dropped", Family.ASSERTION, _modifier_dropped),
    Kind("modifier reversed", Family.ASSERTION, _modifier_opposed),
    Kind("unit", Family.ASSERTION, _unit, "a unit that stands in the words, for one that doesn’t"),
    Kind("rank: of what", Family.ASSERTION, _of),
    Kind("calculation: operand", Family.ASSERTION, _operand),
)
