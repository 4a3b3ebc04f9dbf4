"""The numbers and dates of a text: each word that may begin one is tried, first as a date."""

from collections.abc import Iterator

from sitegen.recognise.dates.dates import date_at
from sitegen.recognise.figures.numbers import number_at
from sitegen.recognise.figures.plain import plain_figure
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Found


def scan(read: Words) -> Iterator[Found]:
    """The numbers and dates of a paragraph, in order."""
    resume = 0
    for index in read.candidates():
        if index < resume:
            continue
        figure = plain_figure(read, index)
        if figure:
            yield figure
            resume = index + 1
            continue
        step = date_at(read, index) or number_at(read, index)
        if step:
            yield from step.found
            resume = step.next
