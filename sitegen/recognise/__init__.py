"""Quotations, numbers and dates in articles: one recogniser for coverage, drafts and the check.

What it knows of a language stands in the tables of `english`, each row with its reason.
"""

from collections.abc import Sequence
from decimal import Decimal

from sitegen.recognise.english import ENGLISH
from sitegen.recognise.figures import figure
from sitegen.recognise.language import Language
from sitegen.recognise.paragraphs import Paragraph
from sitegen.recognise.reading import Reading
from sitegen.recognise.tokens import Found, Sentence, Token, TokenKind
from sitegen.recognise.words import words

__all__ = [
    "Found",
    "Paragraph",
    "Reading",
    "Sentence",
    "Token",
    "TokenKind",
    "amount",
    "recognise",
    "sentences",
]

_PREFIXES = 3


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
    text = text.strip()
    read = words(text, language)
    for index in range(min(_PREFIXES, len(read))):
        found = figure(read, index)
        if found and (found.start, found.end) == (0, len(text)):
            return found.value
    return None
