"""Numbers as French and German write them: 1.186, 2 000 and 2,5 Millionen, or in words."""

import re
from collections.abc import Iterator
from decimal import Decimal

from sitegen.frozen import NamedTuple
from sitegen.recognise.figures.spelled import spelled
from sitegen.recognise.text.words import Words

_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
# Digits in groups of three, or else as they stand; then decimals behind a comma, or a point.
DIGITS = re.compile(
    rf"(?<![0-9.,])([0-9]{{1,3}}(?:[.,'’{_SPACES}][0-9]{{3}})+(?![0-9])|[0-9]++)(?:([.,])([0-9]++))?"
)
_GROUP = re.compile(r"[^0-9]")
_WORD_AFTER = re.compile(rf"[{_SPACES}]([^\W\d_]++)")
_LONGEST_GROUP = 3
_THOUSAND = 1000


class Written(NamedTuple):
    """A number as it is written: offsets, the end exclusive, and what it may amount to.

    `bare`: the same without its scale word, where it has one, which a unit may give instead.
    """

    start: int
    end: int
    worths: tuple[Decimal, ...]
    scale: str = ""
    bare: tuple[Decimal, ...] = ()


def written_numbers(words: Words) -> list[Written]:
    """The numbers of a text in digits, with their scale words, and those in words, in order."""
    digits = [_scaled(words, found) for found in DIGITS.finditer(words.text)]
    in_words = [Written(start, end, (value,)) for start, end, value in spelled(words)]
    kept: list[Written] = []
    for one in sorted((*digits, *in_words)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _scaled(words: Words, found: re.Match[str]) -> Written:
    """Digits with the scale that follows: 2,5 Millionen."""
    bare = tuple(_worths(found))
    after = _WORD_AFTER.match(words.text, found.end())
    if after:
        value, _, kind = words.language.spelled.get(after[1].lower(), "").partition(" ")
        if kind == "times" and Decimal(value) >= _THOUSAND:
            worths = tuple(one * Decimal(value) for one in bare)
            return Written(found.start(), after.end(), worths, after[1].lower(), bare)
    return Written(*found.span(), bare)


def _worths(found: re.Match[str]) -> Iterator[Decimal]:
    """What digits may amount to: three behind one comma are thousands in English, else decimals."""
    whole, mark, decimals = found.groups()
    plain = _GROUP.sub("", whole)
    if mark:
        yield Decimal(f"{plain}.{decimals}")
        return
    yield Decimal(plain)
    head, comma, tail = whole.partition(",")
    if comma and head.isdigit() and len(tail) == _LONGEST_GROUP:
        yield Decimal(f"{head}.{tail}")
