"""What stands around a date: its day of the week, a doubt, or a step that counts to another."""

from collections.abc import Iterator
from decimal import Decimal

from sitegen.frozen import NamedTuple
from sitegen.recognise.dates.dates import day_at
from sitegen.recognise.figures.scan import scan
from sitegen.recognise.language import Language
from sitegen.recognise.text.words import Words, words
from sitegen.recognise.tokens import TokenKind

_BEFORE = 32  # characters before a date in which its weekday or a doubt stands
_AFTER = 16
_ONE = frozenset({"article", "the"})  # "a week later", "the day after"
_OPENING = frozenset('“"‘«„(')
_BESIDE = 2  # words from a relative one to a part of the text
_MOST_STEPS = 100_000  # a date so many days away is none of a fact sheet


class Step(NamedTuple):
    """A step from one date to another, "one week after": `days` or `months`, negative for back."""

    start: int
    end: int
    days: int
    months: int


class Around(NamedTuple):
    """What the words around a date say: the weekday from Monday as 0, and how sure they are.

    `placed`: that something was on that day, or in that month, and not some time before or after.
    """

    weekday: int | None
    doubt: str | None  # "about" or "perhaps"
    placed: bool


def around(text: str, start: int, end: int, language: Language) -> Around:
    """What stands beside the date from `start` to `end` of a text."""
    before = words(text[max(0, start - _BEFORE) : start], language)
    near = before.lows[-2:]
    doubt = language.date_doubts.get(near[-1]) if near else None
    weekday = next((language.weekdays[low] for low in near if low in language.weekdays), None)
    if weekday is None and text[end : end + 2] in {", ", " ("}:
        after = words(text[end : end + _AFTER], language)
        weekday = language.weekdays.get(after.low(0))
    return Around(weekday, doubt, bool(near) and near[-1] in language.date_places)


def is_relative(text: str, language: Language) -> bool:
    """Whether a text has a word by which a date is counted from another."""
    return any(low in language.relative for low in words(text, language).lows)


def reckons(because: str, language: Language) -> bool:
    """Whether a reason counts a date from another.

    "Named just before" and "the next line" count lines of the text, and no days.
    """
    read = words(because, language)
    return any(
        low in language.relative and not _of_the_text(read, at) for at, low in enumerate(read.lows)
    )


def _of_the_text(read: Words, at: int) -> bool:
    """Whether a word beside one speaks of the article itself."""
    return any(
        read.low(near) in read.language.text_parts for near in range(at - _BESIDE, at + _BESIDE + 1)
    )


def days_alone(text: str, language: Language) -> frozenset[int]:
    """The days of a month that a text gives without it: left on the 17th; of the 8th inst."""
    read = words(text, language)
    dates = [(one.start, one.end) for one in scan(read) if one.kind is TokenKind.DATE]
    found: set[int] = set()
    for at in range(len(read)):
        day = day_at(read, at)
        if day is None or any(start <= read.start(at) < end for start, end in dates):
            continue
        ordinal = read.low(at)[:1].isdigit() and not read.low(at).isdigit()
        begins = at == 0 or read.before(at) in _OPENING  # as an entry of a diary does
        named = read.role(at - 1) == "the" or begins
        alone = ordinal and named and _stands_alone(read, day[1])
        if alone or read.low(day[1]) in language.day_marks:
            found.add(day[0])
    return frozenset(found)


def _stands_alone(read: Words, after: int) -> bool:
    """Whether no noun follows, as in “the 17th man”: a mark, or a word that is none."""
    low, language = read.low(after), read.language
    if read.role(after) == "to":  # the 17th to leave
        return False
    return (
        read.gap(after - 1) != " "
        or low in language.no_names
        or low in language.particles
        or low in language.clauses
        or low in language.not_speech
        or low in language.cardinals  # on the 17th two men left
    )


def months(text: str, language: Language) -> frozenset[int]:
    """The months that a text names, with a capital, whatever stands by them."""
    read = words(text, language)
    known = language.months
    return frozenset(
        known[low] for at, low in enumerate(read.lows) if low in known and read.capital(at)
    )


def weekdays(text: str, language: Language) -> frozenset[int]:
    """The days of the week that a text names, from Monday as 0."""
    known, read = language.weekdays, words(text, language)
    return frozenset(
        known[day]
        for index, low in enumerate(read.lows)
        if (day := low.removesuffix("'s")) in known and not _is_of_a_name(read, index)
    )


def _is_of_a_name(read: Words, index: int) -> bool:
    """Whether a day of the week begins a longer name: Sunday River, not Sunday July 4."""
    if read.gap(index) != " " or not read.capital(index + 1) or read.language.noun_capitals:
        return False
    return read.low(index + 1) not in read.language.months


def steps(text: str, language: Language) -> Iterator[Step]:
    """The steps between dates that a text counts: two days later, a week before."""
    read = words(text, language)
    numbers = {found.end: found for found in scan(read) if found.number is not None}
    for index in range(1, len(read) - 1):
        low = read.low(index)
        length = language.steps.get(low) or language.steps.get(low.removesuffix("s"))
        direction = language.step_directions.get(read.low(index + 1))
        if length is None or direction is None or read.gap(index) != " ":
            continue
        number = numbers.get(read.end(index - 1))
        how_many = number.number if number else None
        start = number.start if number else read.start(index - 1)
        if number is None and low in language.steps and read.role(index - 1) in _ONE:
            how_many = Decimal(1)
        if how_many is None or abs(how_many) > _MOST_STEPS or how_many % 1:
            continue
        size, _, unit = length.partition(" ")
        total = int(how_many) * int(size) * direction
        days, months = (total, 0) if unit == "days" else (0, total)
        yield Step(start, read.end(index + 1), days, months)
