"""Checks of dates: each stands in the words as fine as it is given, or its basis says why."""

from collections.abc import Iterable, Iterator, Sequence

from sitegen import edtf, recognise
from sitegen.diagnostics import Diagnostic, Severity, error, warning
from sitegen.edtf import Edtf, Support
from sitegen.frozen import NamedTuple, replace
from sitegen.model import BasisKind, Verdict
from sitegen.verify.dates.inferred_dates import inferred
from sitegen.verify.dates.stated_dates import (
    DateClaim,
    StatedDate,
    in_words,
    near,
    of_the_source,
)
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Findings, Judged


def dates_stand(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """The `date` of a fact stands in its exact words.

    Codes: date-mismatch, date-too-fine, date-not-stated.
    """
    for fact in findings.judged:
        if fact.date is not None:
            found = findings.speaking[fact.id]
            there = (stated for finding in found for stated in in_words(finding, findings))
            yield from _judge(DateClaim(fact, "date", fact.date), there, found, findings)


def moments_stand(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """`said` and `as_of` stand in the cited lines or beside them. Codes as for `date`."""
    for fact in findings.judged:
        for field, claimed in (("said", fact.said), ("as_of", fact.as_of)):
            if claimed is not None:
                found = findings.speaking[fact.id]
                there = (stated for finding in found for stated in near(finding, findings))
                yield from _judge(DateClaim(fact, field, claimed), there, found, findings)


def _judge(
    claim: DateClaim,
    stated: Iterator[StatedDate],
    found: Sequence[Finding],
    findings: Findings,
) -> Iterator[Diagnostic | Judged]:
    basis = claim.fact.basis.get(claim.field)
    if not found or (basis and basis.kind is BasisKind.DERIVED):
        return  # nothing can be read, or the calculation is judged instead
    there: list[StatedDate] = []
    for one in stated:
        if edtf.support(one.date, claim.date) is Support.STATED:
            # Nothing bears it out better, and so what is beside it need not be read at all.
            yield from _doubted(claim, [one], findings)
            yield claim.judged(Verdict.FOUND)
            return
        there.append(one)
    best = _borne_out(claim.date, there)
    if best.support is Support.STATED:
        yield from _doubted(claim, there, findings)
        yield claim.judged(Verdict.FOUND)
    elif _is_a_day_alone(claim, there, found, findings):
        yield claim.judged(Verdict.FOUND)
    elif (best.support is not Support.NONE or not there) and not _is_read(found, findings):
        return  # what is missing may stand there in words that nobody here knows
    elif basis:
        yield from _as_sure(inferred(claim, there, found, findings), found, findings)
    elif _names_a_day(claim, best.stated) or not of_the_source(claim, found, findings):
        missed = claim.judged(Verdict.MISMATCH if best.stated else Verdict.MISSING)
        yield from _as_sure((_refused(claim, best, findings), missed), found, findings)


def _as_sure(
    told: Iterable[Diagnostic | Judged], found: Sequence[Finding], findings: Findings
) -> Iterator[Diagnostic | Judged]:
    """What is said of a date; where a language's dates are known in their usual forms alone, a
    refusal is a warning, and the date stays unchecked.
    """
    english = all(findings.in_english(one.citation.source) for one in found)
    for one in told:
        if english or (isinstance(one, Judged) and one.verdict is Verdict.FOUND):
            yield one
        elif isinstance(one, Diagnostic):
            yield replace(one, severity=Severity.WARNING)


def _is_read(found: Sequence[Finding], findings: Findings) -> bool:
    """Whether the months of the cited sources' languages are known."""
    return all(findings.readings[one.citation.source].language.months for one in found)


def _is_a_day_alone(
    claim: DateClaim, there: list[StatedDate], found: Sequence[Finding], findings: Findings
) -> bool:
    """Whether the exact words give the day of a moment, and a date near them its month.

    As in a chronicle: after “October 11th”, “on the 15th”.
    """
    moment = claim.date.start
    if claim.field == "date" or claim.date.interval or moment is None:
        return False
    starts = (one.date.start for one in there)
    if not any(
        start and start.month == moment.month and moment.year in {None, start.year}
        for start in starts
    ):
        return False
    return any(
        moment.day in recognise.days_alone(text, findings.readings[source].language)
        for finding in found
        for source, text in _exact(finding, findings)
    )


def _exact(finding: Finding, findings: Findings) -> Iterator[tuple[str, str]]:
    """The exact words of a citation, by their source."""
    source = finding.citation.source
    for stretch in findings.stretches(finding):
        text = findings.readings[source].paragraphs[stretch.paragraph].text
        yield source, text[stretch.start : stretch.end]


def _names_a_day(claim: DateClaim, stated: StatedDate | None) -> bool:
    """Whether the exact words give a day of their own, which that of publication cannot replace."""
    return claim.field == "date" and stated is not None and stated.date.day is not None


class _Best(NamedTuple):
    support: Support
    stated: StatedDate | None


def _borne_out(claimed: Edtf, there: list[StatedDate]) -> _Best:
    """What supports a date best: one that is stated, or a day and a year that stand apart."""
    if claimed.interval:
        return _both_ends(claimed, there)
    sure = (stated for stated in there if stated.sure)
    nearest = min(sure, key=lambda stated: _distance(stated.date, claimed), default=None)
    best = _Best(Support.NONE, nearest)
    for stated in there:
        support = edtf.support(stated.date, claimed)
        if support.value < best.support.value and (stated.sure or support is Support.STATED):
            best = _Best(support, stated)
    if best.support is Support.YEARLESS and _names_year(claimed, there):
        return best._replace(support=Support.STATED)
    return best


def _distance(stated: Edtf, claimed: Edtf) -> int:
    """How far two dates lie apart, in days or so; a date without a year is taken as of the same."""
    (_, month, day), other = stated.earliest, claimed.earliest
    year = stated.year or other[0]
    return abs((year - other[0]) * 372 + (month - other[1]) * 31 + day - other[2])


def _both_ends(claimed: Edtf, there: list[StatedDate]) -> _Best:
    """An interval is stated where each of its ends is: what the worse one has."""
    _, *ends = edtf.ends(claimed)
    return max((_borne_out(end, there) for end in ends), key=lambda best: best.support.value)


def _names_year(claimed: Edtf, there: list[StatedDate]) -> bool:
    """Whether the words have the claimed year elsewhere, by itself or with another day."""
    dates = (stated.date for stated in there)
    return any(date.year == claimed.year == date.latest[0] for date in dates)


def _doubted(claim: DateClaim, there: list[StatedDate], findings: Findings) -> Iterator[Diagnostic]:
    """`date-too-fine`, a warning: the words say “about 1850”, and the date has no mark of it."""
    ends = claim.date.text.split("/")
    first = {one.date.text: one for one in reversed(there)}
    for end, stated in ((end, first[end]) for end in ends if end in first):
        doubt = stated.around.doubt
        if doubt is None:
            continue
        marked = f"{end}{'~' if doubt == 'about' else '?'}"
        yield warning(
            "date-too-fine",
            f"the words give “{stated.text}” with a doubt, and {end} shows none",
            claim.span,
            fact=claim.fact.id,
            hints=(f"{claim.field}: {'/'.join(marked if one == end else one for one in ends)}",),
            related=(stated.related(findings),),
        )


def _refused(claim: DateClaim, best: _Best, findings: Findings) -> Diagnostic:
    where = "the exact words" if claim.field == "date" else "the cited lines and those beside them"
    reason = f"basis: {{{claim.field}: {{inferred: why}}}}"
    stated = best.stated
    if stated is None:
        code = "date-not-stated"
        message = f"{where} state no date, and so not {claim.date.text}"
        hints: tuple[str, ...] = (f"quote the words that give it, or say why it holds: {reason}",)
    elif best.support is Support.YEARLESS:
        code = "date-too-fine"
        message = f"{claim.date.text} has a year, and the words say only “{stated.text}”"
        hints = (
            f"{claim.field}: {stated.date.text}",
            f"or say where the year comes from: {reason}",
        )
    elif best.support is Support.FINER:
        code = "date-too-fine"
        message = f"{claim.date.text} is finer than the words, which say “{stated.text}”"
        hints = (f"{claim.field}: {stated.date.text}", f"or say why it holds: {reason}")
    else:
        code = "date-mismatch"
        message = f"{claim.date.text} is not the date in {where}, which say “{stated.text}”"
        hints = (f"{claim.field}: {stated.date.text}", f"or say why it holds: {reason}")
    related = (stated.related(findings),) if stated else ()
    return error(code, message, claim.span, fact=claim.fact.id, hints=hints, related=related)
