"""A value against words in another language than English: its digits, and its number words."""

from collections.abc import Callable, Iterator
from itertools import chain

from sitegen.counts import Given
from sitegen.diagnostics import Diagnostic, Related, error, warning
from sitegen.frozen import NamedTuple
from sitegen.recognise.figures.continental import Written
from sitegen.verify.figures.refused_numbers import shown_value
from sitegen.verify.figures.stated_amounts import Read, quoted
from sitegen.verify.findings import Findings
from sitegen.verify.passages import Stretch
from sitegen.verify.places import in_paragraph

_YEARS = frozenset(map(str, range(1000, 2101)))
_SPELLED = 10  # below, a number stands in words more often than not
_PRECISE = 3  # digits that count; such a number is hardly spelled in words
_ONE = 1  # up to it a value may be what “a” or “a half” says


class _Run(NamedTuple):
    """A number of the cited words."""

    source: str
    stretch: Stretch
    text: str
    written: Written

    @property
    def is_plain(self) -> bool:
        """Whether it is in digits alone."""
        return self.text[:1].isdigit() and not self.written.scale

    @property
    def is_year(self) -> bool:
        """Whether it may be a year."""
        return self.text in _YEARS


def is_read(read: Read, findings: Findings) -> bool:
    """Whether the numbers in words of the cited sources' languages are known."""
    readings = (findings.readings[one.citation.source] for one in read.found)
    return all(reading.language.spelled for reading in readings)


def is_borne(read: Read, findings: Findings) -> bool:
    """Whether the words in another language have a value as a number: 1.186, vingt-trois."""
    value, written = read.value, shown_value(read.fact)
    if value is None:
        return False
    return any(_is_of(run, value) or run.text == written for run in _runs(read, findings))


def misdigited(read: Read, findings: Findings) -> Diagnostic | None:
    """What is wrong with a value that the words in another language do not have.

    None where it may stand in words that nobody here knows, or as a year. Where the language is
    not known, zeros at either end of the digits do not count: “2,5 millones” are 2,500,000.
    """
    value = read.value
    known = is_read(read, findings)
    if value is None or (value.rank and not known):
        return None
    runs = list(_runs(read, findings))
    number = f"{value.number:f}"
    ours = _telling(number)
    alike = any(_telling(run.text) == ours for run in runs)
    if alike and not known:
        return None
    others = runs if number in _YEARS else [run for run in runs if not run.is_year]
    in_digits = [run for run in others if run.text[:1].isdigit()]
    if in_digits and value.number >= _SPELLED:
        spelled = len(in_digits) < len(others)
        problem = error if len(ours) >= _PRECISE and not (alike or spelled) else warning
        return _refused(read, in_digits[0], findings, problem)
    if known and others and value.number > _ONE:
        return _refused(read, others[0], findings, warning)
    return None


def _runs(read: Read, findings: Findings) -> Iterator[_Run]:
    """The numbers of the cited words; in a language that is not known, those in digits."""
    for source, stretch, amounts in quoted(findings, read.found):
        for one in findings.readings[source].numbers(stretch.paragraph):
            if stretch.start <= one.start and one.end <= stretch.end:
                text = amounts.words.text[one.start : one.end]
                yield _Run(source, Stretch(stretch.paragraph, one.start, one.end), text, one)


def _is_of(run: _Run, value: Given) -> bool:
    """Whether a number of the words is a value; its scale word may stand in the unit."""
    written = run.written
    in_unit = written.scale in value.unit.lower().split()
    return value.number in chain(written.worths, written.bare if in_unit else ())


def _refused(
    read: Read, run: _Run, findings: Findings, problem: Callable[..., Diagnostic]
) -> Diagnostic:
    return problem(
        "number-mismatch",
        f"the words say “{run.text}”, not {shown_value(read.fact)}",
        read.fact.places("value"),
        fact=read.fact.id,
        hints=(
            f"value: {run.text if run.is_plain else f'{run.written.worths[0].normalize():f}'}",
            "or say how it is known: basis: {value: {inferred: why}}",
        ),
        related=(
            Related(in_paragraph(findings, run.source, run.stretch), "a figure in the source"),
        ),
    )


def _telling(text: str) -> str:
    return "".join(filter(str.isdecimal, text)).strip("0")
