"""What a reason cannot excuse in an inferred date: that the words themselves contradict it."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sitegen import edtf, recognise
from sitegen.diagnostics import Diagnostic, Severity, error, warning
from sitegen.edtf import Edtf, Support
from sitegen.frozen import replace
from sitegen.linked import dated, has_year
from sitegen.model import Fact, Verdict
from sitegen.recognise import Reading, Step
from sitegen.verify.dates.stated_dates import DateClaim, StatedDate, named_dates, of_the_source
from sitegen.verify.dates.weekdays import (
    is_a_weekday_near,
    is_the_day_before,
    other_weekday,
    weekdays_given,
)
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Findings, Judged

_BORNE = (Support.STATED, Support.YEARLESS)


def inferred(
    claim: DateClaim,
    there: list[StatedDate],
    found: Sequence[Finding],
    findings: Findings,
) -> Iterator[Diagnostic | Judged]:
    """Judge a date that rests on a reason. Where nothing contradicts it, it stays unchecked.

    Codes: date-mismatch (a warning where only the weekday or the reason's own words tell),
    date-too-fine and date-not-stated (warnings: a day that nothing gives; a date that counts from
    another and names no fact).
    """
    words = _cited_words(found, findings)
    counted = next((s for text, reading in words for s in _steps(text, reading)), None)
    given = any(edtf.support(stated.date, claim.date) is not Support.NONE for stated in there)
    if claim.field == "date" and counted and not given:
        yield from _counted(claim, *counted, findings)
        return
    if claim.field != "date" and of_the_source(claim, found, findings):
        return
    because, reading = claim.because, words[0][1]
    reckoned = recognise.reckons(because, reading.language)
    direct = claim.field == "date" and not any(
        recognise.is_relative(text, r.language) for text, r in words
    )
    named = [stated for stated in there if not reckoned and _speaks_of(because, stated, reading)]
    alone = _gives_the_day(claim, there, words) and _of_the_month(claim, there, words)
    alone = alone or (claim.field == "date" and is_the_day_before(claim, words))
    refusal = None if alone else _other_day(claim, there if direct else named, findings)
    if refusal is None and not (reckoned or alone) and claim.field == "date":
        refusal = _reckoned_day(claim, there, reading, findings)
    if refusal:
        yield refusal
        if refusal.severity is Severity.ERROR:
            yield claim.judged(Verdict.MISMATCH)
        return
    days = weekdays_given(claim.field, because, words, named)
    if days and not alone:
        yield from other_weekday(claim, days)
    elif not reckoned:
        yield from _other_year(claim, reading)
        if not alone and not any(edtf.support(s.date, claim.date) in _BORNE for s in there):
            yield from _finer(claim, there if claim.field == "date" else named, reading)


def _cited_words(found: Sequence[Finding], findings: Findings) -> list[tuple[str, Reading]]:
    """The exact words of the citations, with the reading of their article."""
    return [
        (reading.paragraphs[stretch.paragraph].text[stretch.start : stretch.end], reading)
        for finding in found
        for reading in (findings.readings[finding.citation.source],)
        for stretch in findings.stretches(finding)
    ]


def _gives_the_day(
    claim: DateClaim, there: list[StatedDate], words: list[tuple[str, Reading]]
) -> bool:
    """Whether the words give the day without its month, as on the 17th; else the reason does."""
    day = claim.date.start.day if claim.date.start and not claim.date.interval else None
    silent = not any(stated.date.start and stated.date.start.day for stated in there)
    told = [*words, (claim.because, words[0][1])] if silent else words
    return day is not None and any(
        day in recognise.days_alone(text, reading.language) for text, reading in told
    )


def _of_the_month(
    claim: DateClaim, there: list[StatedDate], words: list[tuple[str, Reading]]
) -> bool:
    """Whether the month of a date is one that the words or the reason name, if they name any."""
    named = (*(stated.date for stated in there), *_told(claim, words[0][1]))
    starts = [date.start for date in named if date.start and date.start.month]
    ours = claim.date.start
    return (
        ours is None
        or not starts
        or any(one.month == ours.month and one.year in {None, ours.year} for one in starts)
    )


def _steps(text: str, reading: Reading) -> Iterator[tuple[Step, str]]:
    for step in recognise.steps(text, reading.language):
        yield step, text[step.start : step.end]


def _counted(
    claim: DateClaim, step: Step, words: str, findings: Findings
) -> Iterator[Diagnostic | Judged]:
    """A date that the words count from another: the fact that gives this one is named."""
    basis = claim.fact.basis["date"]
    facts = findings.within.facts
    bases = [known for known in map(facts.get, basis.rests_on) if known and dated(known)]
    if not bases:
        yield warning(
            "date-not-stated",
            f"“{words}” counts from another date, and no fact is named that gives it",
            claim.fact.places("basis", "date"),
            fact=claim.fact.id,
            hints=("name it: basis: {date: {inferred: why, from: [FACT]}}",),
        )
        return
    if any(_agrees(claim.date, step, base) for base in bases):
        yield claim.judged(Verdict.FOUND)
        return
    # “It fell the day after war was declared” dates either from the other: which, nothing tells.
    back = step._replace(days=-step.days, months=-step.months)
    if any(_agrees(claim.date, back, base) for base in bases):
        return
    given = dated(bases[0])
    yield error(
        "date-mismatch",
        f"{claim.date.text} is not “{words}” {given[1].text if given else ''}, the date of "
        f"“{bases[0].id}”",
        claim.span,
        fact=claim.fact.id,
        hints=("correct the date, or name the fact that it counts from",),
    )
    yield claim.judged(Verdict.MISMATCH)


def _agrees(claimed: Edtf, step: Step, base: Fact) -> bool:
    """Whether a step from a fact's date leads to the claimed one; months lead to a month."""
    given = dated(base)
    if given is None or given[1].start is None or given[1].start.year is None:
        return True
    try:
        first = _stepped(given[1].earliest, step, last=False)
        last = _stepped(given[1].latest, step, last=True)
    except (OverflowError, ValueError):
        return False
    if not has_year(claimed):
        first, last = (claimed.earliest[0], *first[1:]), (claimed.earliest[0], *last[1:])
    return claimed.earliest <= last and first <= claimed.latest


def _stepped(day: edtf.Day, step: Step, *, last: bool) -> edtf.Day:
    if step.days:
        moved = date(*day) + timedelta(days=step.days)
        return (moved.year, moved.month, moved.day)
    months = day[0] * 12 + day[1] - 1 + step.months
    year, month = divmod(months, 12)
    return (year, month + 1, monthrange(year, month + 1)[1] if last else 1)


def _speaks_of(because: str, stated: StatedDate, reading: Reading) -> bool:
    """Whether a reason names the day or month that the words state."""
    there = stated.date.start
    if there is None or there.month is None:
        return False
    named = (d.start for d in named_dates(because, reading))
    return any(n and (n.month, n.day) == (there.month, there.day) for n in named)


def _other_day(
    claim: DateClaim, candidates: list[StatedDate], findings: Findings
) -> Diagnostic | None:
    """The words give a day or a month, and the date has another one.

    A warning where they only stand near: the reason may name that day to count from it.
    """
    judge = error if claim.field == "date" else warning
    with_month = [s for s in candidates if s.date.start and s.date.start.month is not None]
    if not with_month or not (claim.date.start and claim.date.start.month):
        return None
    if _is_given(claim.date, with_month) or _are_given(claim.date, with_month):
        return None
    stated = with_month[0]
    return judge(
        "date-mismatch",
        f"{claim.date.text} is not the date of which the words say “{stated.text}”",
        claim.span,
        fact=claim.fact.id,
        hints=("a reason may add what the words leave out, not change what they say",),
        related=(stated.related(findings),),
    )


def _are_given(interval: Edtf, there: list[StatedDate]) -> bool:
    """Whether both ends of an interval stand there, in this order: November 22-23."""
    first, last = (
        [at for at, stated in enumerate(there) if _is_given(end, [stated])]
        for end in (tuple(edtf.ends(interval))[1:] if interval.interval else (interval,) * 2)
    )
    return bool(interval.interval and first and last and first[0] < last[-1])


def _is_given(date: Edtf, there: list[StatedDate]) -> bool:
    return any(edtf.support(stated.date, date) is not Support.NONE for stated in there)


def _reckoned_day(
    claim: DateClaim, there: list[StatedDate], reading: Reading, findings: Findings
) -> Diagnostic | None:
    """A warning where the words count from a date, and the reason tells of no such count."""
    months = (given for given in _told(claim, reading) if given.start and given.start.month)
    if any(edtf.support(given, claim.date) is not Support.NONE for given in months):
        return None
    refusal = _other_day(claim, there, findings)
    return replace(refusal, severity=Severity.WARNING) if refusal else None


def _told(claim: DateClaim, reading: Reading) -> Iterator[Edtf]:
    """The dates and months that a reason names."""
    yield from named_dates(claim.because, reading)
    for month in recognise.months(claim.because, reading.language):
        parsed = edtf.parse(f"XXXX-{month:02}")
        if isinstance(parsed, Edtf):
            yield parsed


def _other_year(claim: DateClaim, reading: Reading) -> Iterator[Diagnostic]:
    """The reason itself gives a year, and the date has another one."""
    dates = [d for d in named_dates(claim.because, reading) if d.start and d.start.year]
    if claim.date.start is None or claim.date.start.year is None or not dates:
        return
    if any(_may_be_meant(claim.date, given) for given in dates):
        return
    told = " and ".join(sorted({given.text for given in dates}))
    yield warning(
        "date-mismatch",
        f"{claim.date.text} is not of the year that its reason gives: {told}",
        claim.span,
        fact=claim.fact.id,
        hints=("correct the date, or its reason",),
    )


def _may_be_meant(claimed: Edtf, given: Edtf) -> bool:
    """Whether a reason's date fixes the year of the claimed one.

    It does for its own year; an article of April 2018 that says “December” may mean the one before.
    """
    if claimed.earliest[0] <= given.latest[0] and given.earliest[0] <= claimed.latest[0]:
        return True
    ours, theirs = claimed.start, given.start
    if not (ours and theirs and ours.year and theirs.year and ours.month and theirs.month):
        return False
    later = ours.year == theirs.year + 1 and ours.month < theirs.month
    return later or (ours.year == theirs.year - 1 and ours.month > theirs.month)


def _finer(claim: DateClaim, there: list[StatedDate], reading: Reading) -> Iterator[Diagnostic]:
    """Neither the words nor the reason gives the day or month that the date has."""
    if is_a_weekday_near(claim, reading):
        return
    known = [s.date for s in there] + list(_told(claim, reading))
    supports = {edtf.support(stated, claim.date) for stated in known}
    if Support.FINER in supports and supports.isdisjoint(_BORNE):
        yield warning(
            "date-too-fine",
            f"neither the words nor the reason gives so fine a date as {claim.date.text}",
            claim.span,
            fact=claim.fact.id,
            hints=("give a coarser date, or say in the reason where the rest comes from",),
        )
