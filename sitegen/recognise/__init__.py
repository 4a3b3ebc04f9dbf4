"""Quotations, numbers and dates in articles: one recogniser for coverage, drafts and the check.

What it knows of a language stands in the tables of `english`, each row with its reason.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from sitegen.recognise.dates.around import (
    Around,
    Step,
    around,
    days_alone,
    is_relative,
    months,
    reckons,
    steps,
    weekdays,
)
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.figures.amount import Amount, Hedge, Measure
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.figures import figure
from sitegen.recognise.figures.hedges import hedges, limits, modifiers_within
from sitegen.recognise.figures.measures import is_hour, length, measure, measure_named, measures
from sitegen.recognise.figures.numerals import fraction, ordinal, product
from sitegen.recognise.figures.runs import in_a_row as words_in_a_row
from sitegen.recognise.figures.runs import run_of
from sitegen.recognise.figures.scan import scan
from sitegen.recognise.figures.things import Thing, counted, ends, sorts
from sitegen.recognise.language import Language
from sitegen.recognise.logic import (
    Sign,
    breaks_off,
    governs,
    left_out,
    negations,
    person,
    qualifiers,
    quantifiers,
    takes_back,
)
from sitegen.recognise.reading import Reading
from sitegen.recognise.text.paragraphs import Paragraph
from sitegen.recognise.text.words import words
from sitegen.recognise.tokens import Found, Sentence, Sort, Token, TokenKind

__all__ = [
    "ROUND_SCALE",
    "Amount",
    "Amounts",
    "Around",
    "Found",
    "Hedge",
    "Measure",
    "Paragraph",
    "Reading",
    "Sentence",
    "Sign",
    "Sort",
    "Step",
    "Thing",
    "Token",
    "TokenKind",
    "amount",
    "amounts",
    "around",
    "breaks_off",
    "counted",
    "days_alone",
    "figures",
    "governs",
    "hedges",
    "in_a_row",
    "is_hour",
    "is_relative",
    "last_places",
    "left_out",
    "length",
    "limits",
    "measure",
    "measure_named",
    "modifiers_within",
    "months",
    "negations",
    "person",
    "plain_number",
    "product",
    "qualifiers",
    "quantifiers",
    "reckons",
    "recognise",
    "run_of",
    "sentences",
    "steps",
    "takes_back",
    "unit_measures",
    "unit_scale",
    "unit_sorts",
    "weekdays",
    "words",
    "written",
]

ROUND_SCALE = 1_000_000
"""From this scale on a figure with a scale word is a round one; "sixty thousand" is not."""

_PREFIXES = 3
_UNITS = 1024  # the units of a fact sheet are few, and each of its counts has one
_PLAIN_NUMBER = re.compile(r"0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*+")


def recognise(lines: Sequence[str], language: Language = ENGLISH) -> tuple[Token, ...]:
    """The quotations, numbers and dates of an article, sorted by place.

    A quotation may hold numbers and dates, which are tokens of their own, and other quotations.
    """
    reading = Reading(lines, language)
    tokens = list(reading.quotations)
    for index, paragraph in enumerate(reading.paragraphs):
        for found in reading.figures(index):
            text = paragraph.text[found.start : found.end]
            places = (*paragraph.place(found.start), *paragraph.end_place(found.end))
            tokens.append(Token(found.kind, *places, text, found.number, found.date))
    return tuple(
        sorted(tokens, key=lambda token: (token.line, token.start, token.end_line, token.end))
    )


def figures(text: str, language: Language = ENGLISH) -> tuple[Found, ...]:
    """The numbers and dates of a text that is one paragraph, in order."""
    return tuple(scan(words(text, language)))


def sentences(lines: Sequence[str], language: Language = ENGLISH) -> tuple[Sentence, ...]:
    """The sentences of an article, in order; a paragraph's last one needs no full stop."""
    reading = Reading(lines, language)
    return tuple(
        Sentence(*paragraph.place(start), *paragraph.end_place(end))
        for index, paragraph in enumerate(reading.paragraphs)
        for start, end in reading.sentences(index)
    )


def amount(text: str, language: Language = ENGLISH) -> Decimal | None:
    """The number of a figure as an editor writes it: 74 million, 5%, half; None if it is none."""
    plain = plain_number(text)
    if plain is not None:
        return plain
    found = written(text, language)
    return found.every[0].value if found else None


def written(text: str, language: Language = ENGLISH) -> Amounts | None:
    """A figure as an editor writes it, the only amount of its text; None if it is none."""
    text = text.strip()
    read = words(text, language)
    whole = Found(TokenKind.NUMBER, 0, len(text))
    for index in range(min(_PREFIXES, len(read))):
        found = figure(read, index)
        if found and (found.start, found.end) == (0, len(text)):
            sort, factor = found.sort, found.factor
            return Amounts(read, (whole._replace(number=found.value, sort=sort, factor=factor),))
    if not len(read) or (read.start(0), read.end(len(read) - 1)) != (0, len(text)):
        return None
    if read.role(0) == "article" and len(read) > 1:  # a third, by itself
        read = words(f"one {text.partition(' ')[2]}", language)
        whole = Found(TokenKind.NUMBER, 0, len(read.text))
    part, rank = fraction(read, 0, added=True), ordinal(read, 0)
    if part and part.next == len(read):
        return Amounts(read, (whole._replace(number=part.value, sort=Sort.FRACTION),))
    if rank and rank.next == len(read):
        return Amounts(read, (whole._replace(number=Decimal(rank.value), sort=Sort.RANK),))
    return None


def plain_number(text: str) -> Decimal | None:
    """The value of a figure in digits alone, as most are written; None of any other.

    In `written`, such a figure is one amount of this value, without mark, scale or measure.
    """
    return Decimal(text.replace(",", "")) if _PLAIN_NUMBER.fullmatch(text) else None


def amounts(text: str, language: Language = ENGLISH) -> Amounts:
    """The amounts of a text that is one paragraph, in order."""
    read = words(text, language)
    return Amounts(read, tuple(scan(read)))


def unit_scale(text: str, language: Language = ENGLISH) -> int:
    """The scale that a `unit` begins with, as in "million votes"; 1 for none."""
    low = text.partition(" ")[0].lower()
    return language.scales.get(low) or language.vague.get(low) or 1


@lru_cache(maxsize=_UNITS)
def unit_measures(text: str, language: Language = ENGLISH) -> tuple[Measure, ...]:
    """What the words of a `unit` name as measures and as what is counted."""
    return measures(words(text, language))


@lru_cache(maxsize=_UNITS)
def unit_sorts(text: str, language: Language = ENGLISH) -> frozenset[str]:
    """The sorts of the words of a `unit`: "people", "event", "occasion", "thing"."""
    return sorts(words(text, language))


@lru_cache(maxsize=_UNITS)
def in_a_row(text: str, language: Language = ENGLISH) -> tuple[str, ...]:
    """What a `unit` counts in a row, as “victories in a row” does; nothing of any other."""
    return words_in_a_row(words(text, language))


def last_places(text: str, language: Language = ENGLISH) -> tuple[tuple[int, int], ...]:
    """Where a text has words for the last place of an order: last, at the bottom."""
    return ends(words(text, language))
