"""Falsehoods in the words of a citation: what `exact` (or the edited quote) says."""

import random
import re
from collections.abc import Callable, Iterator

from benchmarks.mutations.planting import Change, Family, Kind, Scene, recited, replaced
from benchmarks.mutations.project import Fact, text_of
from benchmarks.mutations.reading import (
    CAPITALISED,
    COUNT_WORD,
    NEGATION,
    TENS,
    UNITS,
    content_words,
    stands,
)
from benchmarks.mutations.yaml_text import Value

Alter = Callable[[Scene, str, str, random.Random], Iterator[tuple[str, str]]]

LOOK_ALIKES = {
    **dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True)),
    **dict(zip("vIZ", "νΙΖ", strict=True)),
}
INVISIBLE = {
    "zero width space": "\u200b",
    "word joiner": "\u2060",
    "soft hyphen": "\xad",
    "right-to-left override": "\u202e",
    "zero width joiner": "\u200d",
}
AUXILIARY = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|does|do|would|could|will|should|may|might|must|can)\b",
    re.IGNORECASE,
)


def _in_words(alter: Alter) -> Callable[[Scene, Fact, random.Random], Iterator[Change]]:
    """A planter that alters a piece so that it no longer stands in the lines it is cited from."""

    def plant(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
        for cite in fact.citations:
            text = scene.project.text_at(cite.source, cite.first, cite.last)
            for number, piece in enumerate(cite.pieces):
                for words, what in alter(scene, cite.source, piece, chance):
                    if not stands(words, text):
                        pieces = list(cite.pieces)
                        pieces[number] = words
                        exact: Value = pieces[0] if len(pieces) == 1 else [*pieces]
                        yield Change(recited(fact.fields, cite.index, {"exact": exact}), what)
            edited = text_of(fact.fields, "quote")
            if edited and not cite.pieces:
                for part in re.split(r"\[[^\]]*\]", edited):
                    for words, what in alter(scene, cite.source, part.strip(), chance):
                        if not stands(words, text):
                            quote = edited.replace(part.strip(), words, 1)
                            yield Change(replaced(fact.fields, quote=quote), what)

    return plant


def _some(found: list[re.Match[str]], chance: random.Random) -> list[re.Match[str]]:
    return chance.sample(found, len(found))


def _put(text: str, place: re.Match[str], new: str) -> tuple[str, str]:
    return text[: place.start()] + new + text[place.end() :], f"{place[0]} → {new}"


def _swap(scene: Scene, source: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in _some(content_words(text), chance):
        words = scene.vocabulary.get((source, place[0][0].isupper()), ())
        if words and (place[0].islower() or place[0][1:].islower()):
            new = chance.choice(words)
            if new.lower() not in text.lower():
                yield _put(text, place, new)


def _drop(_: Scene, __: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in _some(list(re.finditer(r"(?<=\s)\S+\s", text)), chance):
        if re.search(r"\w", place[0]) and place.end() < len(text):
            yield text[: place.start()] + text[place.end() :], f"without {place[0].strip()}"


def _insert(
    scene: Scene, source: str, text: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    for place in _some(list(re.finditer(r"(?<=\w)\s(?=\w)", text)), chance):
        words = scene.vocabulary.get((source, False), ())
        if words:
            new = chance.choice(words)
            yield text[: place.end()] + new + " " + text[place.end() :], f"with {new}"


def _negate(_: Scene, __: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in _some(list(AUXILIARY.finditer(text)), chance):
        rest = text[place.end() :]
        if re.match(r"\s\w", rest) and not NEGATION.match(rest.lstrip()):
            yield text[: place.end()] + " not" + rest, f"{place[0]} → {place[0]} not"


def _affirm(_: Scene, __: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in _some(
        list(re.finditer(r"(?:(?<=\w)n['’]t|(?<=\w)\s(?:not|never))\b", text)), chance
    ):
        if place.end() < len(text) - 1 and not text[: place.start()].endswith(("wo", "ca")):
            yield text[: place.start()] + text[place.end() :], f"without {place[0].strip()}"


def _digit(_: Scene, __: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in _some(list(re.finditer(r"\d", text)), chance):
        yield _put(text, place, str((int(place[0]) + chance.randint(1, 9)) % 10))


def _number_word(_: Scene, __: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in _some(list(COUNT_WORD.finditer(text)), chance):
        row = UNITS[2:] if place[0].lower() in UNITS else TENS
        new = chance.choice([word for word in row if word != place[0].lower()])
        yield _put(text, place, new.capitalize() if place[0][0].isupper() else new)


def _look_alike(_: Scene, __: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    letters = "".join(LOOK_ALIKES)
    for place in _some(list(re.finditer(f"[{letters}]", text)), chance):
        new = LOOK_ALIKES[place[0]]
        yield _put(text, place, new)[0], f"{place[0]} → U+{ord(new):04X}"


def _invisible(_: Scene, __: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in _some(list(re.finditer(r"(?<=[a-z])(?=[a-z])", text)), chance):
        name = chance.choice(list(INVISIBLE))
        yield _put(text, place, INVISIBLE[name])[0], name


def _case(_: Scene, __: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in _some(list(CAPITALISED.finditer(text)), chance):
        yield _put(text, place, place[0].lower())


def _minus(_: Scene, __: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in _some(list(re.finditer(r"(?<=\s)(?=\$?\d)", text)), chance):
        yield _put(text, place, chance.choice(["-", "−"]))


def _currency(_: Scene, __: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for place in _some(list(re.finditer(r"[$£€](?=\d)", text)), chance):
        yield _put(text, place, chance.choice([mark for mark in "$£€" if mark != place[0]]))


def _inner_marks(_: Scene, __: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    pairs = r"(?<!\w)([\"“‘'])(\w[^\"“”]{3,80}?)([\"”’'])(?!\w)"
    for place in _some(list(re.finditer(pairs, text)), chance):
        words = place[2].split(" ")
        if len(words) > 1 and "'" not in place[2] and "’" not in place[2]:
            new = f"{place[1]}{' '.join(words[:-1])}{place[3]} {words[-1]}"
            yield _put(text, place, new)


def _kind(name: str, alter: Alter, note: str = "") -> Kind:
    return Kind(name, Family.EVIDENCE, _in_words(alter), note)


KINDS = (
    _kind("word swapped", _swap, "the new word is from the same article, and of the same case"),
    _kind("word dropped", _drop, "never the first or last word, which leaves honest words"),
    _kind("word inserted", _insert),
    _kind("negation inserted", _negate),
    _kind("negation removed", _affirm),
    _kind("digit changed", _digit),
    _kind("number word changed", _number_word),
    _kind("look-alike letter", _look_alike),
    _kind("invisible character", _invisible),
    _kind("proper noun in lower case", _case),
    _kind("minus sign added", _minus),
    _kind("currency changed", _currency),
    _kind("inner quotation mark moved", _inner_marks),
)
