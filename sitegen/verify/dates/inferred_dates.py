"""What a reason cannot excuse in an inferred date: that the words themselves contradict it."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sitegen import edtf, recognise
from sitegen.diagnostics import Diagnostic, Severity, error, warning
from sitegen.edtf import Edtf, Moment, Precision, Support
from sitegen.frozen import replace
from sitegen.linked import dated, has_year
from sitegen.model import Verdict
from sitegen.recognise import Reading, Step
from sitegen.verify.dates.stated_dates import DateClaim, StatedDate, named_dates, of_the_source
from sitegen.verify.dates.weekdays import (
    is_a_weekday_near,
    is_the_day_near,
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
    alone = _gives_the_day(claim, there, words)
    alone = alone or (claim.field != "said" and is_the_day_near(claim, words))
    refusal = None if alone else _other_day(claim, there if direct else named, findings)
    if refusal is None and not alone and claim.field == "date":
        placed = [stated for stated in there if stated.around.placed] if reckoned else there
        refusal = _unexplained_day(claim, placed, reading, findings)
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
    """Whether the words give the day without its month, as on the 17th; else the reason does.

    Of an interval one end may stand there whole: from the 15th Dec. to the 17th.
    """
    silent = not any(stated.date.day for stated in there)
    told = [*words, (claim.because, words[0][1])] if silent else words
    days = frozenset[int]().union(*(recognise.days_alone(text, r.language) for text, r in told))
    named = (*(stated.date for stated in there), *_told(claim, words[0][1]))
    months = [date for date in named if date.month]
    ends = _ends(claim.date)
    alone = [end for end in ends if end.day in days and _of_the_month(end, months)]
    if len({(end.year, end.month) for end in ends if end.month}) > 1:
        return False  # the day alone is of the month of the other end
    return bool(alone) and all(end in alone or _is_given(end, there) for end in ends)


def _ends(date: Edtf) -> tuple[Edtf, ...]:
    """The ends of an interval; a date is its own."""
    return tuple(edtf.ends(date))[1:] or (date,)


def _of_the_month(date: Edtf, months: list[Edtf]) -> bool:
    """Whether the month of a date is one that the words or the reason name, if they name any."""
    return not months or any(
        one.month == date.month and one.year in {None, date.year} for one in months
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
    known = (fact for fact in map(facts.get, basis.rests_on) if fact)
    bases = [(fact.id, given[1]) for fact in known if (given := dated(fact))]
    if not bases:
        yield warning(
            "date-not-stated",
            f"“{words}” counts from another date, and no fact is named that gives it",
            claim.fact.places("basis", "date"),
            fact=claim.fact.id,
            hints=("name it: basis: {date: {inferred: why, from: [FACT]}}",),
        )
        return
    if any(_agrees(claim.date, step, base) for _, base in bases):
        yield claim.judged(Verdict.FOUND)
        return
    # “It fell the day after war was declared” dates either from the other: which, nothing tells.
    back = step._replace(days=-step.days, months=-step.months)
    if any(_agrees(claim.date, back, base) for _, base in bases):
        return
    (named, base), *_ = bases
    yield error(
        "date-mismatch",
        f"{claim.date.text} is not “{words}” {base.text}, the date of “{named}”",
        claim.span,
        fact=claim.fact.id,
        hints=("correct the date, or name the fact that it counts from",),
    )
    yield claim.judged(Verdict.MISMATCH)


def _agrees(claimed: Edtf, step: Step, base: Edtf) -> bool:
    """Whether a step from one date leads to the claimed one; months lead to a month."""
    if base.year is None:
        return True
    try:
        first = _stepped(base.earliest, step, last=False)
        last = _stepped(base.latest, step, last=True)
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
    there = stated.date
    return there.month is not None and any(
        (one.month, one.day) == (there.month, there.day) for one in named_dates(because, reading)
    )


def _other_day(
    claim: DateClaim, candidates: list[StatedDate], findings: Findings
) -> Diagnostic | None:
    """The words give a day or a month, and the date has another one.

    A warning where they only stand near: the reason may name that day to count from it.
    """
    judge = error if claim.field == "date" else warning
    with_month = [stated for stated in candidates if stated.date.month]
    if not with_month or not claim.date.month:
        return None
    if _is_given(claim.date, with_month):
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


def _is_given(date: Edtf, there: list[StatedDate]) -> bool:
    """Whether a date stands there; of an interval both ends, in this order: November 22-23.

    Both may lie within one month.
    """
    places = [
        [at for at, one in enumerate(there) if edtf.support(one.date, end) is not Support.NONE]
        for end in _ends(date)
    ]
    if not all(places):
        return False
    first, last = places[0][0], places[-1][-1]
    return first < last or len(places) == 1 or there[first].date.day is None


def _unexplained_day(
    claim: DateClaim, there: list[StatedDate], reading: Reading, findings: Findings
) -> Diagnostic | None:
    """A warning where the words give another date, and the reason names none that is nearer."""
    months = (given for given in _told(claim, reading) if given.month)
    if any(edtf.support(given, claim.date) is not Support.NONE for given in months):
        return None
    refusal = _other_day(claim, there, findings)
    return replace(refusal, severity=Severity.WARNING) if refusal else None


def _told(claim: DateClaim, reading: Reading) -> Iterator[Edtf]:
    """The dates and months that a reason names."""
    yield from named_dates(claim.because, reading)
    for month in recognise.months(claim.because, reading.language):
        moment = Moment(Precision.MONTH, None, month)
        yield Edtf(f"XXXX-{month:02}", moment, moment)


def _other_year(claim: DateClaim, reading: Reading) -> Iterator[Diagnostic]:
    """The reason itself gives a year, and the date has another one."""
    dates = [date for date in named_dates(claim.because, reading) if date.year]
    if claim.date.year is None or not dates:
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
    if not (claimed.month and given.month):
        return False
    (ours, month, _), (theirs, other, _) = claimed.earliest, given.earliest
    return (ours == theirs + 1 and month < other) or (ours == theirs - 1 and month > other)


def _finer(claim: DateClaim, there: list[StatedDate], reading: Reading) -> Iterator[Diagnostic]:
    """Neither the words nor the reason gives the day or month that the date has."""
    if is_a_weekday_near(claim, reading):
        return
    known = [s.date for s in there] + list(_told(claim, reading))
    supports = [{edtf.support(one, end) for one in known} for end in _ends(claim.date)]
    if any(Support.FINER in of_end and of_end.isdisjoint(_BORNE) for of_end in supports):
        yield warning(
            "date-too-fine",
            f"neither the words nor the reason gives so fine a date as {claim.date.text}",
            claim.span,
            fact=claim.fact.id,
            hints=("give a coarser date, or say in the reason where the rest comes from",),
        )
