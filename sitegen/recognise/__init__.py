"""Quotations, numbers and dates in articles: one recogniser for coverage, drafts and the check.

What it knows of a language stands in the tables of `english`, each row with its reason.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sitegen.recognise.dates import date_at
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.figures import figure
from sitegen.recognise.language import Language
from sitegen.recognise.numbers import number_at
from sitegen.recognise.paragraphs import paragraphs
from sitegen.recognise.quotations import quotations
from sitegen.recognise.sentences import sentence_spans
from sitegen.recognise.tokens import Found, Sentence, Token, TokenKind
from sitegen.recognise.words import Words, words

__all__ = ["Sentence", "Token", "TokenKind", "amount", "recognise", "sentences"]

_PREFIXES = 3


def recognise(lines: Sequence[str], language: Language = ENGLISH) -> tuple[Token, ...]:
    """The quotations, numbers and dates of an article, sorted by place.

    A quotation may hold numbers and dates, which are tokens of their own, and other quotations.
    """
    tokens = list(quotations(lines, language))
    for paragraph in paragraphs(lines):
        for found in figures(words(paragraph.text, language)):
            text = paragraph.text[found.start : found.end]
            places = (*paragraph.place(found.start), *paragraph.end_place(found.end))
            tokens.append(Token(found.kind, *places, text, found.number, found.date))
    return tuple(
        sorted(tokens, key=lambda token: (token.line, token.start, token.end_line, token.end))
    )


def sentences(lines: Sequence[str], language: Language = ENGLISH) -> tuple[Sentence, ...]:
    """The sentences of an article, in order; a paragraph's last one needs no full stop."""
    return tuple(
        Sentence(*paragraph.place(start), *paragraph.end_place(end))
        for paragraph in paragraphs(lines)
        for start, end in sentence_spans(paragraph.text, language)
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


def figures(read: Words) -> Iterator[Found]:
    """The numbers and dates of a paragraph, in order."""
    resume = 0
    for index in read.candidates():
        if index < resume:
            continue
        step = date_at(read, index) or number_at(read, index)
        if step:
            yield from step.found
            resume = step.next
