"""The dates that an article states in the words of a citation, or near them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen import edtf, recognise
from sitegen.diagnostics import Related, Span
from sitegen.edtf import Edtf, Support
from sitegen.frozen import NamedTuple
from sitegen.model import Fact, Verdict
from sitegen.recognise import Reading, TokenKind
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Findings, Judged
from sitegen.verify.passages import Stretch, passage
from sitegen.verify.places import in_paragraph

_YEARS = range(1000, 2101)
_CENTURIES = (17, 18, 19, 20)
_TEN = 10
_FULL_YEAR = 4
_FIRST, _LAST = 6, 3  # paragraphs in which an article says who wrote it, and when
_DATELINE_ABOVE = 40  # paragraphs of a letter from its dateline on
_LONGEST_DATELINE = 80  # characters
_SHORT_YEAR = re.compile(r"['’‘]([0-9]{2})\Z")
_IN_DIGITS = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4}|[0-9]{2})")  # of a date token
_SHORT_DECADE = re.compile(r"([0-9])0['’]?s\Z")


class StatedDate(NamedTuple):
    """A date in the words of an article, and where it stands.

    `sure` is false of a plain number that may be a year: it bears a date out and contradicts none.
    """

    date: Edtf
    source: str
    reading: Reading
    stretch: Stretch
    sure: bool = True

    @property
    def text(self) -> str:
        """The words that state it."""
        paragraph = self.reading.paragraphs[self.stretch.paragraph]
        return paragraph.text[self.stretch.start : self.stretch.end]

    @property
    def around(self) -> recognise.Around:
        """Its weekday and a doubt, where the words beside it have them."""
        text = self.reading.paragraphs[self.stretch.paragraph].text
        language = self.reading.language
        return recognise.around(text, self.stretch.start, self.stretch.end, language)

    def related(self, findings: Findings) -> Related:
        """The date as a second place of a diagnostic."""
        return Related(in_paragraph(findings, self.source, self.stretch), "the date in the source")


class DateClaim(NamedTuple):
    """A field of a fact that holds a date: what is judged."""

    fact: Fact
    field: str
    date: Edtf

    @property
    def span(self) -> Span:
        """Where it is written."""
        return self.fact.places(self.field)

    @property
    def because(self) -> str:
        """The reason that its basis gives."""
        return self.fact.basis[self.field].because

    def judged(self, verdict: Verdict) -> Judged:
        """What a check says of it."""
        return Judged(self.fact.id, self.field, verdict)


def in_words(finding: Finding, findings: Findings) -> Iterator[StatedDate]:
    """The dates that the exact words of a citation state; one that they cut is read as cut."""
    source = finding.citation.source
    reading = findings.readings[source]
    for stretch in findings.stretches(finding):
        text = reading.paragraphs[stretch.paragraph].text
        for found in reading.figures(stretch.paragraph):
            start, end = max(found.start, stretch.start), min(found.end, stretch.end)
            if (start, end) == (found.start, found.end):
                yield from _stated(found, source, reading, stretch.paragraph)
            elif start < end:
                for cut in recognise.figures(text[start:end], reading.language):
                    moved = cut._replace(start=cut.start + start, end=cut.end + start)
                    yield from _stated(moved, source, reading, stretch.paragraph)


def near(finding: Finding, findings: Findings) -> Iterator[StatedDate]:
    """The dates in the paragraphs of the cited lines and in those beside them."""
    source = finding.citation.source
    reading = findings.readings[source]
    yield from in_paragraphs(
        source, reading, passage(reading, finding.citation.selector.lines).near
    )


def in_paragraphs(source: str, reading: Reading, indexes: Iterable[int]) -> Iterator[StatedDate]:
    """The dates of whole paragraphs, given by their indexes."""
    for index in indexes:
        for found in reading.figures(index):
            yield from _stated(found, source, reading, index)


def at_the_ends(finding: Finding, findings: Findings) -> Iterator[StatedDate]:
    """The dates in the head and the foot of an article, where a letter or a report has its own."""
    source = finding.citation.source
    reading = findings.readings[source]
    yield from in_paragraphs(source, reading, ends(reading))


def of_the_source(claim: DateClaim, found: Sequence[Finding], findings: Findings) -> bool:
    """Whether a date is that of a cited source: by sources.yaml, or as the article dates itself.

    The latter, and the dateline that the cited lines stand below, only for when something was said
    or counted, of which nobody has to give a reason.
    """
    sources = (findings.within.sources[finding.citation.source] for finding in found)
    dates = [source.published for source in sources if source.published]
    if claim.field != "date":
        dates += [stated.date for finding in found for stated in at_the_ends(finding, findings)]
        dates += [stated.date for finding in found for stated in _heading(finding, findings)]
    return any(edtf.support(date, claim.date) is Support.STATED for date in dates)


def _heading(finding: Finding, findings: Findings) -> Iterator[StatedDate]:
    """The dates of the nearest dateline above the cited lines, as of a letter within a book."""
    source = finding.citation.source
    reading = findings.readings[source]
    own = passage(reading, finding.citation.selector.lines).own
    for index in range(own.start - 1, max(-1, own.start - 1 - _DATELINE_ABOVE), -1):
        if len(reading.paragraphs[index].text) <= _LONGEST_DATELINE:
            dates = list(in_paragraphs(source, reading, (index,)))
            if dates:
                yield from dates
                return


def ends(reading: Reading) -> list[int]:
    """The indexes of an article's first and last paragraphs."""
    count = len(reading.paragraphs)
    return sorted({*range(min(_FIRST, count)), *range(max(0, count - _LAST), count)})


def written(found: recognise.Found, text: str, reading: Reading) -> tuple[str, ...]:
    """The EDTF of a figure that is a date or may be a year, one for each that it may mean.

    ’68 and ’90s may be of any century, and 01/06/10 in June or in January as well.
    """
    if found.kind is TokenKind.NUMBER:
        return (text,) if text.isdecimal() and int(text) in _YEARS else ()
    short = _SHORT_YEAR.search(text)
    if short:
        rest = (found.date or "").removeprefix("XXXX")
        return tuple(f"{century}{short[1]}{rest}" for century in _CENTURIES)
    digits = _IN_DIGITS.fullmatch(text)
    if digits:
        return tuple(_in_either_order(*digits.groups()))
    if found.date is not None:
        return (found.date,)
    decade = _decade(text, reading)
    return tuple(f"{century}{decade}X" for century in _CENTURIES) if decade else ()


def _in_either_order(first: str, second: str, year: str) -> Iterator[str]:
    """A date in digits with the month first, and with the day first; some may be no dates.

    The latest century is the likeliest, and so it is the one to tell of.
    """
    for century in ("",) if len(year) == _FULL_YEAR else reversed(_CENTURIES):
        for month, day in dict.fromkeys(((first, second), (second, first))):
            yield f"{century}{year}-{month:0>2}-{day:0>2}"


def _decade(text: str, reading: Reading) -> str | None:
    """The third digit of a decade without its century: the ’90s, the nineties."""
    digits = _SHORT_DECADE.search(text)
    if digits:
        return digits[1]
    tens = reading.language.tens.get(f"{text.lower().removesuffix('ies')}y")
    return str(tens // _TEN) if tens else None


def named_dates(text: str, reading: Reading) -> Iterator[Edtf]:
    """The dates that a text names, of a reason or of some words."""
    for found in recognise.figures(text, reading.language):
        for form in written(found, text[found.start : found.end], reading):
            parsed = edtf.parse(form)
            if isinstance(parsed, Edtf):
                yield parsed


def _stated(
    found: recognise.Found, source: str, reading: Reading, paragraph: int
) -> Iterator[StatedDate]:
    text = reading.paragraphs[paragraph].text[found.start : found.end]
    for form in written(found, text, reading):
        date = edtf.parse(form)
        if isinstance(date, Edtf):
            stretch = Stretch(paragraph, found.start, found.end)
            yield StatedDate(date, source, reading, stretch, found.kind is TokenKind.DATE)
