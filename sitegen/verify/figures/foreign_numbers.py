"""A value against words in another language than English: its digits, and its number words."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from sitegen.diagnostics import Diagnostic, Related, error, warning
from sitegen.frozen import NamedTuple
from sitegen.recognise.figures.spelled import spelled
from sitegen.verify.figures.refused_numbers import shown_value
from sitegen.verify.figures.stated_amounts import Read, quoted
from sitegen.verify.findings import Findings
from sitegen.verify.passages import Stretch
from sitegen.verify.places import in_paragraph

# Digits in groups of three, or else as they stand; with decimals, whatever parts them.
_DIGITS = re.compile(
    r"(?<![0-9.,])"
    r"(?:[0-9]{1,3}(?:[.,'’ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}][0-9]{3})+(?![0-9])"
    r"|[0-9]++)(?:[.,][0-9]++)?"
)
_YEARS = range(1000, 2101)
_SPELLED = 10  # below, a number stands in words more often than not
_PRECISE = 3  # digits that count; such a number is hardly spelled in words
_FRACTIONS = 1  # from there on a value is no part of something, of which words say “a half”


class _Run(NamedTuple):
    """A number of the cited words: in digits, or `worth` what its words say."""

    source: str
    stretch: Stretch
    text: str
    worth: Decimal | None = None


def misdigited(read: Read, findings: Findings) -> Diagnostic | None:
    """What is wrong with a value that the words in another language do not have.

    None where it may stand in words that nobody here knows, or as a year. Of digits the zeros at
    either end do not count: "2,5 millions" are 2,500,000.
    """
    value = read.value
    if value is None or value.rank:
        return None
    ours = _telling(f"{value.number:f}")
    runs = list(_in_digits(read, findings))
    words = list(_in_words(read, findings))
    if any(_telling(run.text) == ours for run in runs):
        return None
    if any(run.worth == value.number for run in words):
        return None
    others = [run for run in runs if not (run.text.isdigit() and int(run.text) in _YEARS)]
    if value.number in _YEARS:
        others = runs
    if others and value.number >= _SPELLED:
        problem = error if len(ours) >= _PRECISE and not words else warning
        return _refused(read, others[0], findings, problem)
    if words and value.number > _FRACTIONS:
        return _refused(read, words[0], findings, warning)
    return None


def is_spelled(read: Read, findings: Findings) -> bool:
    """Whether the words in another language have a value in words: vingt-trois."""
    value = read.value
    if value is None or value.rank:
        return False
    return any(run.worth == value.number for run in _in_words(read, findings))


def _in_digits(read: Read, findings: Findings) -> Iterator[_Run]:
    for source, stretch, amounts in quoted(findings, read.found):
        for found in _DIGITS.finditer(amounts.words.text, stretch.start, stretch.end):
            place = Stretch(stretch.paragraph, found.start(), found.end())
            yield _Run(source, place, found.group())


def _in_words(read: Read, findings: Findings) -> Iterator[_Run]:
    for source, stretch, amounts in quoted(findings, read.found):
        for start, end, worth in spelled(amounts.words):
            if stretch.start <= start and end <= stretch.end:
                place = Stretch(stretch.paragraph, start, end)
                yield _Run(source, place, amounts.words.text[start:end], worth)


def _refused(
    read: Read, run: _Run, findings: Findings, problem: Callable[..., Diagnostic]
) -> Diagnostic:
    told = run.text if run.worth is None else f"{run.worth:f}"
    return problem(
        "number-mismatch",
        f"the words say “{run.text}”, not {shown_value(read.fact)}",
        read.fact.places("value"),
        fact=read.fact.id,
        hints=(f"value: {told}", "or say how it is known: basis: {value: {inferred: why}}"),
        related=(
            Related(in_paragraph(findings, run.source, run.stretch), "a figure in the source"),
        ),
    )


def _telling(text: str) -> str:
    return "".join(filter(str.isdecimal, text)).strip("0")
