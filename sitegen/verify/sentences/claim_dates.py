"""Checks of the dates in a claim: each stands in the cited words as fine, or in a field."""

from collections.abc import Iterable, Sequence
from itertools import chain

from sitegen import edtf
from sitegen.edtf import Edtf, Precision, Support
from sitegen.frozen import NamedTuple
from sitegen.recognise import Found, TokenKind
from sitegen.verify.sentences.misstated import MOST_TOLD, Misstated
from sitegen.verify.sentences.stated import Grounds, dates_of

_MOST_GIVEN = 2
_SPANS = frozenset({Precision.DECADE, Precision.CENTURY})


def misstated_dates(
    text: str, figures: Sequence[Found], grounds: Grounds
) -> tuple[int, list[Misstated]]:
    """How many dates of a claim could be judged, and those that do not hold.

    Code: claim-date.
    """
    ours = [found for found in figures if found.kind is TokenKind.DATE]
    claimed: dict[tuple[int, int], list[Edtf]] = {}
    for found, date in dates_of(text, ours, grounds.cited[0].reading):
        claimed.setdefault((found.start, found.end), []).append(date)
    if _are_fields(claimed.values(), grounds):
        return len(claimed), []
    there = list({date.text: date for date in grounds.dates()}.values())
    known = {date.text for date in there}
    by_year = _by_year(there)
    seen: dict[str, _Best] = {}
    wrong: list[Misstated] = []
    for (start, end), dates in claimed.items():
        if len(wrong) == MOST_TOLD:
            break
        if known & {date.text for date in dates}:
            continue
        best = min((_seen(date, by_year, seen) for date in dates), key=_support)
        if best.support is Support.STATED or any(map(grounds.is_published, dates)):
            continue
        if grounds.is_label(text, start, end):
            continue
        told = _wrong(start, end, text[start:end], best, there)
        told = told._replace(is_error=best.is_sure and not grounds.reasons_with(told.text))
        if not _beside(dates, grounds):
            wrong.append(told)
        elif _replaced(dates, there, claimed.values(), grounds):
            wrong.append(told._replace(is_error=False))
    return len(claimed), wrong


def _are_fields(claimed: Iterable[list[Edtf]], grounds: Grounds) -> bool:
    """Whether all dates are those of fields, which are known whatever the cited words say."""
    fields = {date.text for date in grounds.own_dates}
    return all(any(date.text in fields for date in dates) for dates in claimed)


def _beside(claimed: list[Edtf], grounds: Grounds) -> bool:
    """Whether the text just around the cited words states a date."""
    return any(
        edtf.support(stated, date) is Support.STATED
        for stated in grounds.dates_beside
        for date in claimed
    )


def _replaced(
    dates: list[Edtf], there: list[Edtf], claimed: Iterable[list[Edtf]], grounds: Grounds
) -> bool:
    """Whether the cited words have a date as fine that the claim lacks: ours may stand for it."""
    said = {date.text for every in claimed for date in every}
    said |= {date.text for date in (grounds.fact.date, grounds.fact.as_of) if date}
    fine = {date.start.precision for date in dates if date.start}
    left = (date.start for date in there if date.text not in said)
    return any(start is not None and start.precision in fine for start in left)


def _seen(date: Edtf, by_year: dict[int | None, list[Edtf]], seen: dict[str, "_Best"]) -> "_Best":
    """The best of a claimed date, worked out once."""
    if date.text not in seen:
        seen[date.text] = _best(date, by_year)
    return seen[date.text]


def _support(best: "_Best") -> int:
    return best.support.value


class _Best(NamedTuple):
    support: Support
    stated: Edtf | None
    is_sure: bool = True


def _by_year(there: list[Edtf]) -> dict[int | None, list[Edtf]]:
    """Dates by their year; those that have none are below None."""
    found: dict[int | None, list[Edtf]] = {}
    for date in there:
        found.setdefault(_year(date), []).append(date)
    return found


def _year(date: Edtf) -> int | None:
    """The year of a date, or that in which it begins; a decade or a century has none."""
    start = date.start
    return start.year if start and start.precision not in _SPANS else None


def _best(claimed: Edtf, by_year: dict[int | None, list[Edtf]]) -> _Best:
    """The date that bears out a claimed one best; its year may be stated apart from its day."""
    best = _Best(Support.NONE, None)
    year = _year(claimed)
    near = chain.from_iterable(by_year.values())
    if year is not None:
        near = chain(by_year.get(year, ()), by_year.get(None, ()))
    for stated in near:
        support = edtf.support(stated, claimed)
        if support.value < best.support.value:
            best = _Best(support, stated)
        if support is Support.STATED:
            break
    if best.support is Support.YEARLESS and (apart := by_year.get(year)):
        # The year is stated apart from the day; where with another, ours may be of another year.
        sure = any(date.start and date.start.precision is Precision.YEAR for date in apart)
        return best._replace(support=Support.STATED) if sure else best._replace(is_sure=False)
    return best


def _wrong(start: int, end: int, text: str, best: _Best, there: list[Edtf]) -> Misstated:
    if best.stated is not None:
        message = f"“{text}” says more than the cited words, which give {best.stated.text}"
    elif there:
        given = " and ".join(dict.fromkeys(date.text for date in there[:_MOST_GIVEN]))
        message = f"“{text}” does not stand in the cited words; they and the fields give {given}"
    else:
        message = f"“{text}” does not stand in the cited words, which give no date"
    return Misstated(start, end, text, "claim-date", True, message)
