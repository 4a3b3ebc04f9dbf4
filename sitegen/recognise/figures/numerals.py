"""What a figure's words and digits amount to, without asking whether they are meant as a figure."""

import re
from decimal import Context, Decimal

from sitegen.frozen import NamedTuple
from sitegen.recognise.text.words import Words

_PLAIN = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"
    r"|(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
)
_SPACES = " \N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"
_DIGITS = f"0123456789.,:·{_SPACES}"
_SPACE = re.compile(f"[{_SPACES}]")
_QUOTIENT = Context(prec=28)
_GUARD = 24
_HUNDRED = 100
_THOUSAND = 1000
_DOZEN = 12
_SCORE = 20
_LARGEST_DIGIT = 9
_MEASURED = frozenset({"measure", "count"})
_HALF = 2
_QUARTER = 4
_LONGEST_FRACTION = 3


class Reading(NamedTuple):
    """A value, and the index of the word after those it was read from."""

    value: Decimal
    next: int


class Whole(NamedTuple):
    """A whole number in words, and the index of the word after it."""

    value: int
    next: int


def product(value: Decimal, factor: Decimal | int) -> Decimal:
    """The exact product, whatever the precision of the running program."""
    exact = Context(prec=len(value.as_tuple().digits) + _GUARD)
    return _tidy(exact.multiply(value, Decimal(factor)))


def total(value: Decimal, more: Decimal) -> Decimal:
    """The exact sum of a number and a fraction of it."""
    exact = Context(prec=len(value.as_tuple().digits) + _QUOTIENT.prec + _GUARD)
    return _tidy(exact.add(value, more))


def quotient(numerator: int, denominator: int) -> Decimal:
    """A fraction to 28 digits: two thirds have no exact decimal value."""
    return _tidy(_QUOTIENT.divide(Decimal(numerator), Decimal(denominator)))


def is_whole(value: Decimal) -> bool:
    """Whether a value has no fraction, however many digits it has; `%` takes 28 of them."""
    return value == value.to_integral_value()


def _tidy(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if whole == value else value


def split(lexeme: str) -> tuple[str, str]:
    """A word that begins with a digit, as its figure and the letters glued to it.

    With a plain point, where British print of old has a raised one, and commas between thousands.
    """
    run = lexeme[: len(lexeme) - len(lexeme.lstrip(_DIGITS))].rstrip(_SPACES)
    return _SPACE.sub(",", run.replace("·", ".")), lexeme[len(run) :]


def plain(run: str) -> Decimal | None:
    """The value of digits with thousands separators or decimals; a leading zero makes a code."""
    return Decimal(run.replace(",", "")) if _PLAIN.fullmatch(run) else None


def begins_with_digit(low: str) -> bool:
    """Whether a word begins with one of the ten plain digits."""
    return "0" <= low[:1] <= "9"


def follows_and(words: Words, index: int) -> bool:
    """Whether the word at `index` is an "and" between two words of one figure."""
    return words.role(index) == "and" and words.gap(index - 1) in " -" and words.gap(index) in " -"


def below_hundred(words: Words, index: int) -> Whole | None:
    """Seven, seventeen, seventy, seventy-seven, seven-and-seventy, seven and seventy."""
    language = words.language
    tens = language.tens.get(words.low(index))
    if tens is not None:
        unit = language.cardinals.get(words.low(index + 1), 0) if words.joined(index) else 0
        return (
            Whole(tens + unit, index + 2) if 0 < unit <= _LARGEST_DIGIT else Whole(tens, index + 1)
        )
    value = language.cardinals.get(words.low(index))
    if value is None:
        return None
    if _backwards(words, index):
        tens = language.tens.get(words.low(index + 2))
        if tens is not None and 0 < value <= _LARGEST_DIGIT:
            return Whole(tens + value, index + 3)
    return Whole(value, index + 1)


def _backwards(words: Words, index: int) -> bool:
    """Whether an "and" joins the word at `index` to the next but one: two and thirty.

    Not between two and thirty, which are two numbers.
    """
    if not follows_and(words, index + 1) or words.gap(index) != words.gap(index + 1):
        return False
    return words.gap(index) == "-" or words.low(index - 1) not in words.language.two_numbers


def scale(words: Words, index: int) -> int:
    """The scale that the word at `index` multiplies the word before it by, or 0."""
    return words.language.scales.get(words.low(index), 0) if words.joined(index - 1) else 0


def cardinal(words: Words, index: int) -> Whole | None:
    """A cardinal number in words: sixty thousand, two hundred and five, a bare hundred."""
    value, limit, end = 0, 0, index
    group: Whole | None = _group(words, index) or Whole(1, index)
    while group:
        factor = _factor(words, group, index)
        if group.next + (factor > 1) == index or (limit and group.value * factor >= limit):
            break
        value += group.value * factor
        end = group.next + (factor > 1)
        limit = factor
        group = _continued(words, end, index) if factor >= _THOUSAND else None
    return Whole(value, end) if end > index else None


def _factor(words: Words, group: Whole, first: int) -> int:
    """The scale after a group: from a thousand on, or a dozen or score of a plain number."""
    if group.next > first:
        factor = scale(words, group.next)
    else:  # no group at all: a bare "thousand" is one, a bare "score" is a result
        factor = words.language.scales.get(words.low(first), 0)
        factor = 0 if factor == _SCORE else factor
    return factor if factor >= _THOUSAND or factor in {_DOZEN, _SCORE} else 1


def _continued(words: Words, index: int, first: int) -> Whole | None:
    """The group of words that goes on with a number: "five hundred" after "two thousand (and)"."""
    if follows_and(words, index):
        apart = words.role(first - 1) == "between" or fraction(words, index + 1)
        return None if apart else _group(words, index + 1)
    if words.gap(index - 1) == " ":
        return _group(words, index)
    return _after_comma(words, index)


def _after_comma(words: Words, index: int) -> Whole | None:
    """A group behind a comma, in hundreds and more: a thousand, three hundred and twenty-six.

    Round hundreds may be the next number of a list.
    """
    if words.gap(index - 1) != ", ":
        return None
    group = _group(words, index)
    in_hundreds = group is not None and group.value > _HUNDRED and group.value % _HUNDRED
    return group if in_hundreds and words.low(index - 1) in words.language.scales else None


def _group(words: Words, index: int) -> Whole | None:
    """A number below a thousand, or of hundreds as in "nineteen hundred"."""
    head = below_hundred(words, index)
    value, at = head or Whole(1, index)
    factor = scale(words, at) if head else words.language.scales.get(words.low(index), 0)
    if factor != _HUNDRED:
        return head
    hundreds = Whole(value * _HUNDRED, at + 1)
    start = hundreds.next
    if follows_and(words, start):
        if words.role(index - 1) == "between" or fraction(words, start + 1):
            return hundreds
        start += 1
    elif words.gap(start - 1) != " ":
        return hundreds
    tail = below_hundred(words, start)
    if tail is None or scale(words, tail.next) == _HUNDRED:
        return hundreds
    return Whole(hundreds.value + tail.value, tail.next)


def ordinal(words: Words, index: int) -> Whole | None:
    """An ordinal number in words: third, twelfth, twenty-first."""
    ordinals = words.language.ordinals
    value = ordinals.get(words.low(index))
    if value is not None:
        return Whole(value, index + 1)
    tens = words.language.tens.get(words.low(index))
    last = ordinals.get(words.low(index + 1), 0) if tens and words.joined(index) else 0
    return Whole(tens + last, index + 2) if tens and 0 < last <= _LARGEST_DIGIT else None


def fraction(words: Words, index: int, *, added: bool = False) -> Reading | None:
    """A fraction in words: half, a third of, one-quarter, two thirds.

    "A quarter" may be a coin or a part of town, so it wants an "of", or what else makes a share of
    it, unless it is `added` to a number: "three and a quarter".
    """
    denominators = words.language.fractions
    if denominators.get(words.low(index)) == _HALF:
        return Reading(quotient(1, _HALF), index + 1)
    denominator = denominators.get(words.low(index + 1), 0)
    if not denominator:
        return _decimal(words, index)
    if not words.joined(index):
        return None
    article = words.role(index) == "article"
    numerator = 1 if article else words.language.cardinals.get(words.low(index), 0)
    plural = words.low(index + 1).endswith("s")
    if not numerator or plural == (numerator == 1):
        return None
    of = words.role(index + 2) == "of" and words.gap(index + 1) == " "
    of |= denominator == _QUARTER and _is_a_share(words, index)
    doubtful = (article or denominator == _QUARTER) and not (added and denominator == _QUARTER)
    measured = article and words.language.moves.get(words.low(index - 1)) == "preposition"
    ends = words.gap(index + 1) != " " or words.low(index + 2) in words.language.moves
    if measured and ends and denominator != _QUARTER:  # reduced by a third, cut to a fifth
        doubtful = False
    if doubtful and words.gap(index) == " " and not of and denominator != _HALF:
        return None
    return Reading(quotient(numerator, denominator), index + 2)


def _is_a_share(words: Words, index: int) -> bool:
    """Whether a quarter is no coin, no season and no part of town: a quarter mile, by a quarter.

    `index` is that of its article.
    """
    of_measure = words.language.unit(words.low(index + 2)) in _MEASURED
    before = words.language.half_evidence.get(words.low(index - 1)) == "before"
    return of_measure or (before and words.role(index - 1) != "in")


def _decimal(words: Words, index: int) -> Reading | None:
    """A decimal in words: seventy-one hundredths."""
    numerator = below_hundred(words, index) if words.low(index) in words.language.tens else None
    if numerator is None:
        return None
    denominator = words.language.fractions.get(words.low(numerator.next), 0)
    if denominator < _HUNDRED or not words.joined(numerator.next - 1):
        return None
    return Reading(quotient(numerator.value, denominator), numerator.next + 1)


def slashed(words: Words, index: int) -> Reading | None:
    """A fraction in digits: 1/2. Proper ones only: 11/4 may be a day and 24/7 is a phrase."""
    if words.gap(index) != "/" or words.gap(index + 1).startswith("/"):
        return None
    over, under = words.low(index), words.low(index + 1)
    if not (over.isascii() and over.isdigit() and under.isascii() and under.isdigit()):
        return None
    if max(len(over), len(under)) > _LONGEST_FRACTION or not 0 < int(over) < int(under):
        return None
    return Reading(quotient(int(over), int(under)), index + 2)


def glyph(words: Words, sign: str) -> Decimal | None:
    """The value of a fraction in one character, as "½"."""
    over, _, under = words.language.glyphs.get(sign, "").partition("/")
    return quotient(int(over), int(under)) if under else None
