"""Dates in prose: days, months, seasons; what the words support, as EDTF."""

import re

from sitegen.edtf import days_in
from sitegen.recognise.dates import years
from sitegen.recognise.figures import numerals
from sitegen.recognise.figures.numbers import counted
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Found, Step, TokenKind

_LEAP_YEAR = 2000
_MONTHS = 12
_FULL_YEAR = 4
_SLASHED = re.compile(  # or with hyphens, where the year is full
    r"([0-9]{1,2})(?:/([0-9]{1,2})/([0-9]{4}|[0-9]{2})|-([0-9]{1,2})-([0-9]{4}))(?![\w/-])",
    re.ASCII,
)
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", re.ASCII)
_APART = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s([0-9]{4})(?!\w)", re.ASCII)
_BLANK_YEAR = re.compile(r",?\s1[0-9](?:-{2}|[—–_]|\.\.)")  # August, 18--: as novels date
_ISO = re.compile(
    r"([0-9]{4}([-/])[0-9]{2}\2[0-9]{2})(T[0-9:.]{4,15}(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-])",
    re.ASCII,
)


def date_at(words: Words, index: int) -> Step | None:
    """The date whose first word is at `index`; None where there is none."""
    low, language = words.low(index), words.language
    if low in language.months:
        return _month_first(words, index)
    if low in language.seasons:
        return _season(words, index)
    if numerals.begins_with_digit(low):
        numeric = _numeric(words, index)
        if numeric:
            return numeric
    return _day_first(words, index) or years.year_at(words, index)


def month_at(words: Words, index: int) -> int | None:
    """The number of the month that the word at `index` names, with a capital where it has one."""
    low, language = words.low(index), words.language
    month = language.months.get(low)
    return month if month and (low in language.small_months or words.capital(index)) else None


def edtf(year: int | None, month: int, day: int | None = None) -> str | None:
    """The EDTF text of a month or day, None for a day that the month does not have."""
    written = "XXXX" if year is None else f"{year:04}"
    if day is None:
        return f"{written}-{month:02}"
    if not 1 <= day <= days_in(year or _LEAP_YEAR, month):
        return None
    return f"{written}-{month:02}-{day:02}"


def _numeric(words: Words, index: int) -> Step | None:
    """A date in digits alone: 2020-11-04, 11/04/2020, 4.11.2020."""
    start = words.start(index)
    iso = _ISO.match(words.text, start)
    if iso:
        year, month, day = (int(part) for part in iso[1].split(iso[2]))
        known = edtf(year, month, day) if year and 1 <= month <= _MONTHS else None
        return _spanned(words, index, iso.end(), known) if known else None
    slashed = _SLASHED.match(words.text, start)
    if slashed:
        return _slashed(words, index, slashed)
    dotted = _DOTTED.fullmatch(words.low(index)) or _APART.match(words.text, start)
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        known = edtf(year, month, day) if year and 1 <= month <= _MONTHS else None
        end = max(words.end(index), start + len(dotted[0]))
        return _spanned(words, index, end, known) if known else None
    return None


def _slashed(words: Words, index: int, match: re.Match[str]) -> Step | None:
    """11/04/2020 is in April or in November: the token has no more than the year.

    Whether it bears out a date that somebody gives is for the check to judge, which tries both.
    """
    first, second, year = (int(part) for part in match.groups() if part)
    full = match[0][-_FULL_YEAR:].isdecimal() and year > 0
    dates = {
        edtf(year if full else None, month, day)
        for month, day in ((first, second), (second, first))
        if 1 <= month <= _MONTHS
    } - {None}
    if not dates:
        return None
    vague = f"{year:04}" if full else None
    return _spanned(words, index, match.end(), dates.pop() if len(dates) == 1 else vague)


def _spanned(words: Words, index: int, end: int, known: str | None) -> Step:
    start = words.start(index)
    while index < len(words) and words.start(index) < end:
        index += 1
    return Step((Found(TokenKind.DATE, start, end, date=known),), index)


def day_at(words: Words, index: int) -> tuple[int, int] | None:
    """The day of the month at `index` and the word after it: 4, 4th, fourth, twenty-first."""
    low = words.low(index)
    if numerals.begins_with_digit(low):
        run, letters = numerals.split(low)
        ordinal = years.is_ordinal(words, letters)
        known = len(run) <= len("31") and run.isdigit() and (ordinal or not letters)
        return (int(run), index + 1) if known else None
    rank = numerals.ordinal(words, index)
    return (rank.value, rank.next) if rank else None


def _month_first(words: Words, index: int) -> Step | None:
    """November 4, 2020; Jan. 20; June 2018; in June."""
    month = month_at(words, index)
    if month is None:
        return None
    start = years.prefixed(words, index)
    dated = _day_of(words, index, month)
    if dated:
        return _with_day(words, start, month, dated)
    year = year_after(words, index + 1)
    if year:
        end = words.end(year.next - 1)
        found = Found(TokenKind.DATE, start, end, date=edtf(year.year, month))
        return Step((found,), year.next)
    dated_so = _BLANK_YEAR.match(words.text, words.end(index))
    if not dated_so and not _stands_alone(words, index):
        return None
    known = edtf(_shared_year(words, index + 1, month), month)
    return Step((Found(TokenKind.DATE, start, words.end(index), date=known),), index + 1)


def _day_of(words: Words, index: int, month: int) -> tuple[int, int] | None:
    """The day after the month at `index`, and the word after it."""
    at = index + 1
    if words.gap(index) not in {" ", ". ", "."}:
        return None
    the = words.role(at) == "the" and words.gap(at) == " "
    day = day_at(words, at + 1 if the else at)
    if day is None or edtf(None, month, day[0]) is None or _quantity(words, day[1]):
        return None
    return day


def _quantity(words: Words, after: int) -> bool:
    """Whether the figure before the word `after` counts something: "In June 20 people died"."""
    sign = words.text[words.end(after - 1) : words.end(after - 1) + 2].strip()[:1]
    if sign in words.language.percents:
        return True
    return counted(words, after) or numerals.scale(words, after) > 0


def _with_day(words: Words, start: int, month: int, dated: tuple[int, int]) -> Step:
    """A month and a day, perhaps a second day, perhaps a year: January 20–22, 2021."""
    day, after = dated
    end = words.end(after - 1)
    second = _second_day(words, after, month, day)
    year = year_after(words, second[1] if second else after, sure=True)
    if second and not year and not words.ranged(after - 1) and words.gap(second[1] - 1)[0] == " ":
        second = None
        year = year_after(words, after, sure=True)
    if not second:
        shared = year.year if year else _shared_year(words, after, month)
        last = words.end(year.next - 1) if year else end
        found = Found(TokenKind.DATE, start, last, date=edtf(shared, month, day))
        return Step((found,), year.next if year else after)
    known = year.year if year else None
    following = year.next if year else second[1]
    first_end = words.start(second[2]), words.end(following - 1)
    return Step(
        (
            Found(TokenKind.DATE, start, end, date=edtf(known, month, day)),
            Found(TokenKind.DATE, *first_end, date=edtf(known, month, second[0])),
        ),
        following,
    )


def _second_day(words: Words, at: int, month: int, day: int) -> tuple[int, int, int] | None:
    """The later day of a range: the day, the word after it, and its first word."""
    first = linked(words, at)
    if first is None:
        return None
    second = day_at(words, first)
    if second is None or second[0] <= day or edtf(None, month, second[0]) is None:
        return None
    if _quantity(words, second[1]) or month_at(words, second[1]):
        return None
    return (*second, first)


def linked(words: Words, at: int) -> int | None:
    """The word that a dash, "to", "and" or "or" joins to the word before `at`."""
    if words.ranged(at - 1):
        return at
    word = words.role(at) in {"and", "or", "to"}
    before = words.gap(at - 1)
    spaced = before == " " or (before == ". " and is_dotted(words))
    return at + 1 if word and spaced and words.gap(at) == " " else None


def is_dotted(words: Words) -> bool:
    """Whether a full stop makes an ordinal of the digits before it: am 5. Juli."""
    return words.language.glued.get(".") == "ordinal"


def year_after(words: Words, at: int, *, sure: bool = False) -> years.Year | None:
    """The year that follows a month or a day. `sure`: even where it seems to count something."""
    gap = words.gap(at - 1)
    if _is_dashed(words, at - 1):
        return years.Year(years.plain(words, at), at + 1)
    if words.role(at) == "of" and gap == words.gap(at) == " ":
        at, gap = at + 1, " "
    if gap not in {" ", ", ", ". ", ".", "., ", ","}:
        short = gap in {" '", " ’", " ‘"} and years.short(words, at)
        return years.Year(None, at + 1) if short else None
    year = years.plain(words, at)
    if year is None or (not sure and counted(words, at + 1)):
        return None
    return years.Year(year, at + 1)


def _shared_year(words: Words, at: int, month: int) -> int | None:
    """The year that the end of a range gives: the March of "March to May 2018"."""
    other = linked(words, at)
    last = month_at(words, other) if other is not None else None
    if other is None or last is None or last < month:
        return None
    dated = _day_of(words, other, last)
    year = year_after(words, dated[1] if dated else other + 1, sure=dated is not None)
    return year.year if year else None


def _stands_alone(words: Words, index: int) -> bool:
    """Whether a capitalised month name with neither day nor year is meant as a month."""
    language, kind = words.language, words.language.month_or_word.get(words.low(index))
    if kind is None:
        return True
    other = linked(words, index + 1)
    if (other is not None and month_at(words, other)) or _is_beside_another(words, index):
        return True
    link = words.role(index - 1) in {"and", "or", "to"}
    if month_at(words, index - 2 if link else index - 1) and (link or words.ranged(index - 1)):
        return True
    before = language.month_before.get(words.low(index - 1))
    if before is None or words.gap(index - 1) not in {" ", "-"}:
        return False
    if kind == "short":
        return words.gap(index).startswith(".") and before == "strong"
    following = words.gap(index) == " "
    if before == "weak":
        return not (following and words.capital(index + 1))
    if before == "article":
        lower = following and not words.capital(index + 1) and not words.role(index + 1)
        return lower and words.low(index + 1) not in language.month_before
    return True


def _is_beside_another(words: Words, index: int) -> bool:
    """Whether a slash joins a month to another: May/June."""
    sides = (index - 1, index - 1), (index, index + 1)
    return any(words.gap(gap) == "/" and month_at(words, other) for gap, other in sides)


def _day_first(words: Words, index: int) -> Step | None:
    """7 September 2018, 4th of July, the twenty-first of May, 20–22 January 2021."""
    day = day_at(words, index)
    if day is None:
        return None
    month = _month_after(words, index, day[1])
    start, end = words.start(index), words.end(day[1] - 1)
    if month is None:
        first = _first_day(words, index, day)
        return None if first is None or years.headed(words, index) else first
    known, at = month
    if edtf(None, known, day[0]) is None or years.headed(words, index):
        return None
    year = year_after(words, at + 1, sure=True)
    end = words.end(year.next - 1 if year else at)
    date = edtf(year.year if year else None, known, day[0])
    return Step((Found(TokenKind.DATE, start, end, date=date),), year.next if year else at + 1)


def _month_after(words: Words, index: int, at: int) -> tuple[int, int] | None:
    """The month after a day, and its word: the 7 of "7 May", the fourth of "the fourth of May"."""
    spelled = not words.low(index).isdigit()
    dotted = words.gap(at - 1) == ". " and is_dotted(words)
    if words.gap(at - 1) != " " and not (dotted or _is_dashed(words, at)):
        return None
    # the 24th day of July
    at += words.language.unit(words.low(at)) == "moment" and words.gap(at) == " " and spelled
    if words.role(at) == "of" and words.gap(at) == " " and spelled:
        at += 1
    elif not numerals.begins_with_digit(words.low(index)):
        return None
    month = month_at(words, at)
    return (month, at) if month else None


def _is_dashed(words: Words, at: int) -> bool:
    """Whether a month stands between hyphens with its day and its year: 04-Jul-2020."""
    joined = words.gap(at - 1) == words.gap(at) == "-" and month_at(words, at) is not None
    return joined and years.plain(words, at + 1) is not None


def _first_day(words: Words, index: int, day: tuple[int, int]) -> Step | None:
    """The earlier day of "20–22 January 2021"; the later one is read as a date of its own."""
    other = day[1] if words.gap(day[1] - 1) == "/" else linked(words, day[1])
    if other is not None and words.role(other) == "the":
        other += 1  # from the 4th to the 6th of July
    second = day_at(words, other) if other is not None else None
    if other is None or second is None or second[0] <= day[0]:
        return None
    month = _month_after(words, other, second[1])
    if month is None or edtf(None, month[0], second[0]) is None:
        return None
    year = year_after(words, month[1] + 1, sure=True)
    date = edtf(year.year if year else None, month[0], day[0])
    end = words.end(day[1] - 1)
    return Step((Found(TokenKind.DATE, words.start(index), end, date=date),), day[1])


def _season(words: Words, index: int) -> Step | None:
    """A season with its year: summer 2020, the spring of 1861."""
    year = year_after(words, index + 1)
    if year is None:
        return None
    season = words.language.seasons[words.low(index)]
    known = edtf(year.year, season) if year.year else None
    end = words.end(year.next - 1)
    found = Found(TokenKind.DATE, years.prefixed(words, index), end, date=known)
    second = years.second(words, year.next, year.year)
    return Step((found, *second), year.next + len(second))
