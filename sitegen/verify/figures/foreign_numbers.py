"""A value against words in a language that the check does not know: the digits alone."""

import re

from sitegen.diagnostics import Diagnostic, Related, error, warning
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


def misdigited(read: Read, findings: Findings) -> Diagnostic | None:
    """What is wrong with a value whose digits the words in another language do not have.

    None where it may stand in words that have no digits, or as a year. Zeros at either end do not
    count: "2,5 millions" are 2,500,000.
    """
    value = read.value
    if value is None or value.number < _SPELLED or value.rank:
        return None
    ours = _telling(f"{value.number:f}")
    runs = [
        (source, Stretch(stretch.paragraph, found.start(), found.end()), found.group())
        for source, stretch, amounts in quoted(findings, read.found)
        for found in _DIGITS.finditer(amounts.words.text, stretch.start, stretch.end)
    ]
    if any(_telling(text) == ours for _, _, text in runs):
        return None
    others = [run for run in runs if not (run[2].isdigit() and int(run[2]) in _YEARS)]
    if value.number in _YEARS:
        others = runs
    if not others:
        return None
    source, stretch, text = others[0]
    problem = error if len(ours) >= _PRECISE else warning
    return problem(
        "number-mismatch",
        f"the words say “{text}”, not {shown_value(read.fact)}",
        read.fact.places("value"),
        fact=read.fact.id,
        hints=(f"value: {text}", "or say how it is known: basis: {value: {inferred: why}}"),
        related=(Related(in_paragraph(findings, source, stretch), "a figure in the source"),),
    )


def _telling(text: str) -> str:
    return "".join(filter(str.isdecimal, text)).strip("0")
