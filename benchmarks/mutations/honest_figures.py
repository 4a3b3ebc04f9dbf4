"""Counts, ranks and dates that a plain sentence of the narration states beyond doubt."""

import random
import re
from collections.abc import Iterable, Iterator

from benchmarks.mutations.book_text import Sentence
from benchmarks.mutations.honest import HonestFact
from benchmarks.mutations.honest_claims import reported
from benchmarks.mutations.reading import (
    MODIFIER_WORDS,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    SCALES,
    TENS,
    UNITS,
    numbers_in,
)
from benchmarks.mutations.yaml_text import Value

_MODIFIERS = {
    "about": "about",
    "some": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "at least": "at-least",
    "more than": "more-than",
    "less than": "less-than",
    "fewer than": "less-than",
}
_WORD = "|".join((*NUMBER_WORDS, *SCALES))
_NUMBER = re.compile(
    rf"(?<![\w$£€.,-])(?:(?:{_WORD})(?:[ -](?:{_WORD}))*|\d+(?:,\d{{3}})*)"
    r"(?![\w%-]|[.,:]\d)",
    re.IGNORECASE,
)
_UNIT = re.compile(r" ((?:[a-z]{3,}[^\Wsuia]s|men|women|people|feet|children))\b(?!-|'|’)")
_LEAD = re.compile(rf"(?:^|\s)({'|'.join(_MODIFIERS)}) $", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:half|quarter|third|dozen|score|twice|once|times|hundreds|thousands|millions|each|every"
    r"|or|if|not|no|never|would|perhaps|scarcely|hardly|barely|pair|couple|both|either|percent|per|o'clock)\b|\$|n't",
    re.IGNORECASE,
)
_NEAR = 40  # characters before and after a number that may change what it says
_MONTH = "|".join(MONTHS)
_YEAR = r"(1[5-9]\d\d)(?![-\w]|,\d)"
_DATES = (
    re.compile(rf"\b[Oo]n ({_MONTH}) (\d\d?)(?:st|nd|rd|th)?, {_YEAR}"),
    re.compile(rf"\b[Oo]n the (\d\d?)(?:st|nd|rd|th) of ({_MONTH}),? {_YEAR}"),
    re.compile(rf"\b[Ii]n ({_MONTH}),? {_YEAR}"),
    re.compile(rf"\b[Ii]n (?:the year )?{_YEAR}"),
)
_YEARISH = re.compile(r"\d{4}")
_RANK = re.compile(
    rf"\bthe ({'|'.join(ORDINALS[2:])}) ((?:[a-z]+est [a-z]{{4,}})"
    r"|(?:floor|story|storey|chapter|edition|volume|governor|president|wife|city|son|daughter))"
    r"(?=[.,;]| in | of )"
)
Cited = dict[str, Value]


def figure_facts(sentences: Iterable[Sentence], chance: random.Random) -> Iterator[HonestFact]:
    """Facts of kind count, date and rank, at most one of a sentence."""
    for sentence in sentences:
        fields = _date(sentence) or _count(sentence, chance) or _rank(sentence)
        if fields:
            fields["cite"] = {"lines": sentence.lines, "exact": sentence.text}
            line = int(sentence.lines.split("-")[0])
            yield HonestFact(sentence.paragraph.source, line, fields)


def _date(sentence: Sentence) -> Cited | None:
    text = sentence.text
    if len(_YEARISH.findall(text)) != 1:
        return None
    for number, pattern in enumerate(_DATES):
        found = pattern.search(text)
        if found:
            date = _edtf(number, found)
            return {"kind": "date", "date": date, "claim": reported(text)}
    return None


def _edtf(number: int, found: re.Match[str]) -> str:
    full = 2  # the patterns that give a day
    if number < full:
        month, day = (found[1], found[2]) if number == 0 else (found[2], found[1])
        return f"{found[3]}-{MONTHS.index(month) + 1:02}-{int(day):02}"
    if number == full:
        return f"{found[2]}-{MONTHS.index(found[1]) + 1:02}"
    return found[1]


def _count(sentence: Sentence, chance: random.Random) -> Cited | None:
    text = sentence.text
    numbers = [each for each in _NUMBER.finditer(text) if each[0].lower() != "one"]
    if not numbers or _has_ordinal(text):
        return None
    number = numbers[0]
    start, end = max(number.start() - _NEAR, 0), number.end() + _NEAR
    if _UNSURE.search(text, start, end) or (len(numbers) > 1 and numbers[1].start() < end):
        return None
    unit = _UNIT.match(text, number.end())
    value = _value(number[0])
    if not unit or not value or re.search(r"\b(?:last|next|past|first)\s$", text[: number.start()]):
        return None
    lead = _LEAD.search(text[: number.start()])
    before = text[start : lead.start(1) if lead else number.start()]
    if MODIFIER_WORDS.search(before) or MODIFIER_WORDS.search(text, number.end(), end):
        return None
    told = f"{lead[1].lower()} " if lead else ""
    figure = _spelt(number[0], value, chance)
    fields: Cited = {"kind": "count", "value": value, "unit": unit[1]}
    if lead:
        fields["modifier"] = _MODIFIERS[lead[1].lower()]
    claims = [
        f"The text gives a number of {unit[1]}: {told}{figure}.",
        f"The author speaks of {told}{figure} {unit[1]}.",
        reported(text[: number.start()] + figure + text[number.end() :]),
    ]
    return {**fields, "claim": chance.choice(claims)}


def _has_ordinal(text: str) -> bool:
    return bool(re.search(rf"\b(?:{'|'.join(ORDINALS[1:])})\b|\d(?:st|nd|rd|th)\b", text))


def _value(written: str) -> str:
    """The value that an editor types for a number as written; nothing where that is unsure."""
    if written[0].isdigit():
        return written.replace(",", "")
    if written.split(maxsplit=1)[0].lower() in SCALES:
        return ""  # “a thousand things” are not counted
    number = max(numbers_in(written), default=0.0)
    return str(int(number)) if number < SCALES["million"] else ""


def _spelt(written: str, value: str, chance: random.Random) -> str:
    """The number as written, or as digits, or a small one in words."""
    number = int(value)
    digits = f"{number:,}"
    words = written.lower()
    if written[0].isdigit() and number < len(UNITS):
        words = UNITS[number]
    elif written[0].isdigit() and number in range(20, 100, 10):
        words = TENS[number // 10 - 2]
    return chance.choice([words, digits])


def _rank(sentence: Sentence) -> Cited | None:
    text = sentence.text
    found = list(_RANK.finditer(text))
    if len(found) != 1 or _NUMBER.search(text):
        return None
    ordinal, what = found[0][1], found[0][2]
    claim = f"In the order of the text, this is the {ordinal} {what}."
    rank = str(ORDINALS.index(ordinal))
    return {"kind": "rank", "value": rank, "of": what, "claim": claim}
