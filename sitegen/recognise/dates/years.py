"""Years, decades, centuries and eras: which figures are years, and which only look like them."""

import re
from functools import lru_cache

from sitegen.frozen import NamedTuple
from sitegen.recognise.figures import numerals
from sitegen.recognise.figures.figures import figure
from sitegen.recognise.figures.numbers import counted, labelled, place_name
from sitegen.recognise.language import Language
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Found, Step, TokenKind

_LANGUAGES = 2
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}|2100", re.ASCII)
_TWO_DIGITS = re.compile(r"[0-9]{2}", re.ASCII)
_LAST_DIGITS = re.compile(r"[0-9]{1,2}", re.ASCII)
_DECADE = re.compile(r"([0-9]{3})0", re.ASCII)
_LAST_CENTURY = 22
_SPOKEN_CENTURIES = range(15, 21)
_CENTURY = 100
_MONTHS = 12
_TEN = 10
_APOSTROPHES = frozenset("'’‘")


class Year(NamedTuple):
    """A year, None where its century is not given, and the index of the word after it."""

    year: int | None
    next: int


def year_at(words: Words, index: int) -> Step | None:
    """The year, decade or century whose first word is at `index`; None where there is none."""
    found = _century(words, index) or _decade(words, index)
    if found or not numerals.begins_with_digit(words.low(index)):
        return found or _spoken(words, index)
    return (  # in digits
        _era(words, index) or _spoken(words, index) or _short(words, index) or _year(words, index)
    )


def plain(words: Words, index: int) -> int | None:
    """The year from 1000 to 2100 that the word at `index` is in plain digits."""
    low = words.low(index)
    return int(low) if _YEAR.fullmatch(low) else None


def short(words: Words, index: int) -> bool:
    """Whether the word at `index` is a year without its century: ’68."""
    if not _TWO_DIGITS.fullmatch(words.low(index)) or words.before(index) not in _APOSTROPHES:
        return False
    start = words.start(index) - 1
    return not words.text[max(start - 1, 0) : start].isalnum() and not counted(words, index + 1)


def headed(words: Words, index: int) -> bool:
    """Whether a currency mark, a sign or a rank mark belongs to the figure at `index`."""
    read = figure(words, index)
    return read is not None and read.start < words.start(index)


def prefixed(words: Words, index: int) -> int:
    """Where the date that begins with the word at `index` starts: "mid-2018" has its prefix."""
    part = words.language.date_prefixes.get(words.low(index - 1)) == "part"
    return words.start(index - 1 if part and words.gap(index - 1) == "-" else index)


def second(words: Words, at: int, year: int | None) -> tuple[Found, ...]:
    """The second year of 2018–19 or 2018/19, at the word `at`."""
    low = words.low(at)
    if year is None or not (words.ranged(at - 1) or words.gap(at - 1) == "/"):
        return ()
    if not _LAST_DIGITS.fullmatch(low):
        return ()
    span = _TEN ** len(low)
    last = year // span * span + int(low)
    if last + span == year + 1:  # 1999–00
        last += span
    if last <= year:
        return ()
    return (Found(TokenKind.DATE, *words.span(at), date=f"{last:04}"),)


def _step(words: Words, index: int, last: int, date: str | None) -> Step:
    found = Found(TokenKind.DATE, prefixed(words, index), words.end(last), date=date)
    return Step((found,), last + 1)


def _rank(words: Words, index: int) -> numerals.Whole | None:
    """An ordinal in digits or words."""
    run, letters = numerals.split(words.low(index))
    if run.isdigit() and len(run) <= len("21") and is_ordinal(words, letters):
        return numerals.Whole(int(run), index + 1)
    return numerals.ordinal(words, index)


def is_ordinal(words: Words, letters: str) -> bool:
    """Whether letters after a figure make an ordinal of it, also the old way: "the 3d of April"."""
    return words.language.glued.get(letters) in {"ordinal", "old ordinal"}


def _century(words: Words, index: int) -> Step | None:
    """The 18th century, nineteenth-century; the first of "the 18th and 19th centuries"."""
    rank = _rank(words, index)
    if rank is None or not 0 < rank.value <= _LAST_CENTURY:
        return None
    date = f"{rank.value - 1:02}XX"
    if words.low(rank.next) in words.language.centuries and words.joined(rank.next - 1):
        before_christ = _era_after(words, words.end(rank.next))
        return _step(words, index, rank.next, None if before_christ == "before" else date)
    at = rank.next + (words.role(rank.next) in {"and", "or", "to"})
    other = _rank(words, at) if at > rank.next or words.ranged(at - 1) else None
    if other is None or words.low(other.next) not in words.language.centuries:
        return None
    return _step(words, index, rank.next - 1, date)


def _decade(words: Words, index: int) -> Step | None:
    """The 1990s, the ’90s, the nineties; not the years of a life: "in his 20s"."""
    low, text, end = words.low(index), words.text, words.end(index)
    if low in words.language.tens_plural:
        return None if _of_a_life(words, index) else _step(words, index, index, None)
    if not numerals.begins_with_digit(low):
        return None
    run, letters = numerals.split(low)
    apostrophe = not letters and text[end : end + 1] in {"'", "’"} and words.low(index + 1) == "s"
    if words.language.glued.get(letters) != "plural" and not apostrophe:
        return None
    last = index + 1 if apostrophe else index
    full = _DECADE.fullmatch(run)
    if full and _YEAR.fullmatch(run):
        if apostrophe and words.role(index - 1) != "the":  # "2020's" is of the year 2020
            return None
        century = run.endswith("00") and run != "2000"  # the 1900s are mostly a century
        return _step(words, index, last, f"{full[1][:2]}XX" if century else f"{full[1]}X")
    if len(run) != len("90") or not run.endswith("0") or _of_a_life(words, index):
        return None
    marked = words.before(index) in _APOSTROPHES
    if not marked and not _named_decade(words, index):
        return None
    start = words.start(index) - marked
    return Step((Found(TokenKind.DATE, start, words.end(last)),), last + 1)


def _named_decade(words: Words, index: int) -> bool:
    before = words.low(index - 1)
    return words.role(index - 1) == "the" or before in words.language.date_prefixes


def _of_a_life(words: Words, index: int) -> bool:
    """Whether a decade is somebody's age: in his 20s, in her late thirties."""
    owner = words.language.life_decades
    part = words.low(index - 1) in words.language.date_prefixes
    return words.low(index - 2 if part else index - 1) in owner


def _era(words: Words, index: int) -> Step | None:
    """44 BC, AD 79. EDTF as fact sheets use it has no years before the first."""
    low = words.low(index)
    run, letters = numerals.split(low)
    value = numerals.plain(run)
    if value is None or value != value.to_integral_value():
        return None
    start, end = words.start(index), words.end(index)
    if letters:
        meaning = words.language.eras.get(letters.upper())
    else:
        meaning = _era_after(words, end)
        end += 1 + _era_length(words, end + 1) if meaning else 0
    if not meaning and not letters:
        form = _era_before(words, start)
        meaning = "after" if form else None
        start -= len(form) + 1 if form else 0
    if not meaning:
        return None
    known = meaning == "after" and 0 < value < _CENTURY**2
    following = index + 1
    while following < len(words) and words.start(following) < end:
        following += 1
    date = f"{int(value):04}" if known else None
    return Step((Found(TokenKind.DATE, start, end, date=date),), following)


def _era_after(words: Words, end: int) -> str | None:
    if words.text[end : end + 1] != " ":
        return None
    length = _era_length(words, end + 1)
    return words.language.eras[words.text[end + 1 : end + 1 + length]] if length else None


def _era_length(words: Words, start: int) -> int:
    """The length of the era's mark that begins at `start`, or 0."""
    if words.text[start : start + 1] not in _era_edges(words.language)[0]:
        return 0
    for form in words.language.eras:
        after = words.text[start + len(form) : start + len(form) + 1]
        if words.text.startswith(form, start) and not after.isalnum():
            return len(form)
    return 0


@lru_cache(maxsize=_LANGUAGES)
def _era_edges(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The first characters of the eras' marks, and the last ones."""
    eras = language.eras
    return frozenset(form[0] for form in eras), frozenset(form[-1] for form in eras)


def _era_before(words: Words, start: int) -> str | None:
    if words.text[max(start - 2, 0) : start - 1] not in _era_edges(words.language)[1]:
        return None
    for form, meaning in words.language.eras.items():
        at = start - 1 - len(form)
        if meaning == "after" and at >= 0 and words.text[at:start] == f"{form} ":
            return form if not words.text[max(at - 1, 0) : at].isalnum() else None
    return None


def _spoken(words: Words, index: int) -> Step | None:
    """A year or a decade as it is spoken: nineteen sixty-four, the nineteen-forties."""
    first = numerals.below_hundred(words, index)
    if first is None or first.value not in _SPOKEN_CENTURIES or first.next != index + 1:
        return None
    tens = words.low(first.next)
    if tens in words.language.tens_plural and words.joined(index):
        tenth = words.language.tens[f"{tens.removesuffix('ies')}y"] // _TEN
        return _step(words, index, first.next, f"{first.value}{tenth}X")
    rest = numerals.below_hundred(words, first.next) if words.joined(index) else None
    if rest is None or rest.value < _TEN or numerals.scale(words, rest.next):
        return None
    if words.gap(rest.next - 1) == "-" or counted(words, rest.next):
        return None
    return _step(words, index, rest.next - 1, f"{first.value}{rest.value}")


def _short(words: Words, index: int) -> Step | None:
    if not short(words, index):
        return None
    start, end = words.span(index)
    return Step((Found(TokenKind.DATE, start - 1, end),), index + 1)


def _year(words: Words, index: int) -> Step | None:
    """A plain year, a month as in 2018-04, or the two years of 2018–19."""
    year = plain(words, index)
    if year is None:
        return None
    low = words.low(index + 1)
    if words.gap(index) == words.gap(index + 1) == "-" and low.isdigit():
        return None  # three groups that are no date are a code
    if words.gap(index) == "-" and _TWO_DIGITS.fullmatch(low) and _is_month(year, int(low)):
        return _step(words, index, index + 1, f"{year:04}-{low}")
    if _number_instead(words, index):
        return None
    step = _step(words, index, index, f"{year:04}")
    more = second(words, index + 1, year)
    return Step((*step.found, *more), step.next + len(more))


def _is_month(year: int, last: int) -> bool:
    """Whether 2018-04 is a month: as a later year of the century, as in 2008-09, it is a range."""
    return 1 <= last <= min(_MONTHS, year % _CENTURY)


def _number_instead(words: Words, index: int) -> bool:
    """Whether a figure that could be a year counts something or labels something."""
    read = figure(words, index)
    if read is None or (read.start, read.end) != words.span(index):
        return True  # it has a currency mark, a sign, a percent sign or a scale of its own
    dated = words.language.month_before.get(words.low(index - 1)) == "strong"
    if labelled(words, index, year=True) or (place_name(words, index + 1) and not dated):
        return True
    if _in_range_of_numbers(words, index):
        return True
    if counted(words, index + 1):
        return not (dated and words.capital(index - 1))
    before = words.language.quantity_before
    pair = f"{words.low(index - 2)} {words.low(index - 1)}"
    meaning = before.get(pair) or before.get(words.low(index - 1))
    if meaning == "weak":
        after = words.low(index + 1)
        plural = after.endswith("s") and not words.role(index + 1) and not words.capital(index + 1)
        return plural and words.gap(index) == " "
    return meaning == "strong"


def _in_range_of_numbers(words: Words, index: int) -> bool:
    """Whether the other end of a range is no year, or is counted: 500–1500, 1500–2000 people."""
    for at, gap in ((index - 1, index - 1), (index + 1, index)):
        if not words.ranged(gap) or not numerals.begins_with_digit(words.low(at)):
            continue
        short_year = at > index and len(words.low(at)) <= len("19")
        if not short_year and plain(words, at) is None:
            return True
        if at > index and counted(words, at + 1):
            return True
    return False
