"""Falsehoods in the figures and dates of a claim while its citations stay as they are."""

import random
import re
from collections.abc import Iterator

from benchmarks.mutations.claims import NEIGHBOURS, claim_kind, put
from benchmarks.mutations.planting import Scene
from benchmarks.mutations.project import Fact, exact_words
from benchmarks.mutations.reading import (
    COUNT_WORD,
    FIGURE,
    MONTHS,
    TENS,
    UNITS,
    YEAR,
    numbers_in,
)


def _figures(claim: str) -> list[re.Match[str]]:
    """Figures of a claim that are no part of a date; “at least 50” may follow from 52."""
    months = "|".join(month[:3] for month in MONTHS)
    found = []
    for place in FIGURE.finditer(claim):
        before, after = claim[: place.start()], claim[place.end() :]
        dated = re.search(rf"\b(?:{months})[a-z]*\.? $", before) or re.match(
            rf"(?:st|nd|rd|th)? (?:of )?(?:{months})", after
        )
        bounded = re.search(r"\b(?:least|most|than|over|under|nearly|almost) \S{0,3}$", before)
        if not YEAR.match(claim, place.start()) and not dated and not bounded:
            found.append(place)
    return found


def _other_number(scene: Scene, fact: Fact, old: str, new: str) -> bool:
    """Whether a new number differs from the old one and stands nowhere in the cited lines."""
    known = numbers_in(scene.project.cited_text(fact)) | numbers_in(exact_words(fact))
    values = numbers_in(new)
    return new != old and bool(values) and not values & known


def _digits(
    scene: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    for place in _figures(claim):
        at = chance.choice([spot.start() for spot in re.finditer(r"\d", place[0])])
        digit = str((int(place[0][at]) + chance.randint(1, 9)) % 10)
        new = place[0][:at] + digit + place[0][at + 1 :]
        if _other_number(scene, fact, place[0], new) and not new.startswith("0"):
            yield put(claim, place, new)


def _slips(
    scene: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """Transposed digits, a zero too many."""
    for place in _figures(claim):
        number = place[0]
        slips = [number + "0"] if "," not in number and "." not in number else []
        for spot in re.finditer(r"\d(?=\d)", number):
            at = spot.start()
            slips.append(number[:at] + number[at + 1] + number[at] + number[at + 2 :])
        for new in chance.sample(slips, len(slips)):
            if _other_number(scene, fact, number, new) and not new.startswith("0"):
                yield put(claim, place, new)
                break


def _words(
    scene: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    for place in COUNT_WORD.finditer(claim):
        row = UNITS[2:13] if place[0].lower() in UNITS else TENS
        new = chance.choice([word for word in row if word != place[0].lower()])
        if _other_number(scene, fact, place[0], new):
            yield put(claim, place, new.capitalize() if place[0][0].isupper() else new)


def _scales(
    scene: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    swaps = {
        "million": "billion",
        "billion": "million",
        "thousand": "million",
        "hundred": "thousand",
    }
    text = scene.project.cited_text(fact)
    for place in re.finditer(r"(?<=\w )(?:hundred|thousand|million|billion)\b", claim):
        if not re.search(rf"\b{swaps[place[0]]}", text):
            yield put(claim, place, swaps[place[0]])


def _years(
    scene: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    text = scene.project.cited_text(fact, NEIGHBOURS)
    for place in YEAR.finditer(claim):
        new = str(int(place[0]) + chance.choice([-10, -2, -1, 1, 2, 10]))
        if new not in text:
            yield put(claim, place, new)


def _months(
    scene: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    text = scene.project.cited_text(fact, NEIGHBOURS)
    for place in re.finditer(rf"\b(?:{'|'.join(MONTHS)})\b", claim):
        new = chance.choice(MONTHS)
        dated = re.match(r",? \d", claim[place.end() :]) or re.search(
            r"(?:\bin |\d |\d(?:st|nd|rd|th) of )$", claim[: place.start()]
        )
        if dated and new[:3] not in text:
            yield put(claim, place, new)


def _days(scene: Scene, fact: Fact, claim: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    text = scene.project.cited_text(fact, NEIGHBOURS)
    for place in re.finditer(rf"(?<=\b)(\d\d?)(?= (?:{'|'.join(MONTHS)})\b)", claim):
        new = str(int(place[0]) % 28 + 1)
        if float(new) not in numbers_in(text):
            yield put(claim, place, new)
    for place in re.finditer(rf"(?:{'|'.join(MONTHS)}) (\d\d?)\b", claim):
        new = str(int(place[1]) % 28 + 1)
        if float(new) not in numbers_in(text):
            yield claim[: place.start(1)] + new + claim[place.end() :], f"{place[1]} → {new}"


def _year_added(
    scene: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    text = scene.project.cited_text(fact, NEIGHBOURS) + str(dict(fact.fields))
    year = str(chance.randint(1840, 2019))
    if claim.endswith(".") and year not in text and not YEAR.search(claim):
        yield f"{claim[:-1]} in {year}.", f"in {year} added"


_HEDGED = re.compile(
    r"\b(?:about|some|around|roughly|nearly|almost|close|just|approximately|up|estimated"
    r"|over|above|more|most|least|under|below|less|fewer|exceed\w*|top\w*|limit\w*|record)\b"
)


def _modifier_added(
    scene: Scene, fact: Fact, claim: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """“More than 60” for 60: figures that stand alike in the claim and its words, none hedged."""
    words = exact_words(fact)
    if "modifier" in fact.fields or _HEDGED.search(f"{claim} {words}".lower()):
        return
    for place in _figures(claim):
        alike = re.search(rf"(?<![\w.,$€£-]){re.escape(place[0])}(?![\w.,%-]*\w)", words)
        of_a_clock = re.match(r"[:.]\d|\d* ?[ap]\.? ?m\b", claim[place.end() :])
        if alike and not of_a_clock and re.search(r"(?:^|[a-z] )$", claim[: place.start()]):
            new = chance.choice(["more than", "nearly", "less than"])
            yield put(claim, place, f"{new} {place[0]}")


KINDS = (
    claim_kind("digit", _digits),
    claim_kind("modifier added", _modifier_added),
    claim_kind("digits transposed, a zero too many", _slips),
    claim_kind("number word", _words),
    claim_kind("scale word", _scales),
    claim_kind("year", _years),
    claim_kind("month", _months),
    claim_kind("day", _days),
    claim_kind("a year added", _year_added),
)
