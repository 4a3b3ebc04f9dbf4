"""The numbers and dates of a text: each word that may begin one is tried, first as a date."""

from collections.abc import Iterator

from sitegen.recognise.dates import date_at
from sitegen.recognise.numbers import number_at
from sitegen.recognise.tokens import Found
from sitegen.recognise.words import Words


def scan(read: Words) -> Iterator[Found]:
    """The numbers and dates of a paragraph, in order."""
    resume = 0
    for index in read.candidates():
        if index < resume:
            continue
        step = date_at(read, index) or number_at(read, index)
        if step:
            yield from step.found
            resume = step.next
