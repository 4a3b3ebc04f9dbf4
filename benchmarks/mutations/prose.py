"""Falsehoods in notes, in pages, and in fields that a reader sees and few checks judge."""

import random
import re
from collections.abc import Callable, Iterator

from benchmarks.mutations.figures import swapped
from benchmarks.mutations.planting import Change, Family, Kind, PageKind, Scene, replaced
from benchmarks.mutations.project import Fact, text_of
from benchmarks.mutations.reading import MONTHS

Plant = Callable[[Scene, Fact, random.Random], Iterator[Change]]


def _note_number(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    note = text_of(fact.fields, "note")
    added = f"Another {chance.randint(13, 480)} were counted elsewhere."
    yield Change(replaced(fact.fields, note=f"{note} {added}".strip()), added)


def _note_date(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    note = text_of(fact.fields, "note")
    day = f"{chance.choice(MONTHS)} {chance.randint(1, 28)}, {chance.randint(1850, 2019)}"
    added = f"It was denied on {day}."
    yield Change(replaced(fact.fields, note=f"{note} {added}".strip()), added)


def _note_quotation(_: Scene, fact: Fact, __: random.Random) -> Iterator[Change]:
    note = text_of(fact.fields, "note")
    added = "A witness called it “a plain and shameless invention of the press”."
    yield Change(replaced(fact.fields, note=f"{note} {added}".strip()), added)


def _status(statuses: tuple[str, ...]) -> Plant:
    """A planter of one of these, where the fact has none of them."""

    def plant(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
        old = text_of(fact.fields, "status")
        if text_of(fact.fields, "kind") != "quote" and old not in statuses:
            new = chance.choice(statuses)
            yield Change(replaced(fact.fields, status=new), f"{old or 'reported'} → {new}")

    return plant


def _via(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    yield from swapped("via", scene, fact, chance)


def _typed_number(_: Scene, line: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield from _added(line, f"{chance.randint(13, 480)} people saw it", chance)


def _typed_number_word(_: Scene, line: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    word = chance.choice(["twelve", "forty", "sixty-three", "two hundred"])
    yield from _added(line, f"{word} people saw it", chance)


def _typed_date(_: Scene, line: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    month, day, year = chance.choice(MONTHS), chance.randint(1, 28), chance.randint(1850, 2019)
    form = chance.choice([f"{month} {day}, {year}", f"{day} {month} {year}", f"{month} {year}"])
    yield from _added(line, f"this was on {form}", chance)


def _typed_quotation(_: Scene, line: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    marks = chance.choice(["“”", '""'])
    words = "We never meant a single word of it"
    yield from _added(line, f"and then {marks[0]}{words}{marks[1]}", chance)


def _added(line: str, words: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Words put between two words of a sentence, outside of roles and links."""
    plain = re.sub(
        r"\{\w+\}`[^`]*`|\[[^\]]*\]\([^)]*\)|`[^`]*`", lambda each: "\0" * len(each[0]), line
    )
    places = [found.start() for found in re.finditer(r"(?<=[a-z]) (?=[a-z])", plain)]
    if places:
        at = chance.choice(places)
        yield f"{line[:at]} ({words}){line[at:]}", f"({words})"


def _figure_typed(scene: Scene, line: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """A figure's role exchanged for a figure of our own."""
    for place in re.finditer(r"\{value\}`([a-z0-9-]+)`", line):
        fact = scene.project.facts.get(place[1])
        digits = re.sub(r"\D", "", text_of(fact.fields, "value")) if fact else ""
        if digits:
            new = f"{int(digits) + chance.randint(11, 99):,}"
            yield line[: place.start()] + new + line[place.end() :], f"{place[0]} → {new}"


def _date_typed(_: Scene, line: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in re.finditer(r"\{date\}`[a-z0-9-]+`", line):
        new = f"{chance.choice(MONTHS)} {chance.randint(1850, 2019)}"
        yield line[: place.start()] + new + line[place.end() :], f"{place[0]} → {new}"


def _other_fact(scene: Scene, line: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in re.finditer(r"\{(value|date|quote)\}`([a-z0-9-]+)`", line):
        here = scene.project.facts.get(place[2])
        name = {"value": "value", "date": "date", "quote": "speaker"}[place[1]]
        others = [
            fact.id
            for fact in scene.project.facts.values()
            if here
            and fact.id != here.id
            and fact.fields.get(name) is not None
            and fact.fields.get("kind") == here.fields.get("kind")
            and fact.fields.get(name) != here.fields.get(name)
        ]
        if others:
            new = f"{{{place[1]}}}`{chance.choice(others)}`"
            yield line[: place.start()] + new + line[place.end() :], f"{place[0]} → {new}"


KINDS = (
    Kind("note: a number typed", Family.ASSERTION, _note_number),
    Kind("note: a date typed", Family.ASSERTION, _note_date),
    Kind("note: a quotation typed", Family.ASSERTION, _note_quotation),
    Kind("via", Family.ASSERTION, _via, "another fact’s; free text, which no rule judges"),
    Kind("status: charged, convicted", Family.ASSERTION, _status(("charged", "convicted"))),
    Kind(
        "status: rumoured, alleged, denied",
        Family.ASSERTION,
        _status(("rumoured", "alleged", "denied")),
        "of what somebody says it is our judgement",
    ),
)
PAGE_KINDS = (
    PageKind("page: a number typed", _typed_number),
    PageKind("page: a number word typed", _typed_number_word),
    PageKind("page: a date typed", _typed_date),
    PageKind("page: a quotation typed", _typed_quotation),
    PageKind("page: a figure typed for its role", _figure_typed),
    PageKind("page: a date typed for its role", _date_typed),
    PageKind(
        "page: a role names another fact",
        _other_fact,
        "each figure has its own source; whether the sentence is about it, no rule judges",
    ),
)
