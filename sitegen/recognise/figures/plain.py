"""A figure in digits among words that have nothing to do with it: 4,213 people.

Most figures are such, and each of the many questions that may be asked of one has the same answer
for all of them. So they are known by the words beside them, at a tenth of the cost.
"""

import re
from functools import lru_cache

from sitegen.recognise.figures import numerals
from sitegen.recognise.language import Language
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Found, TokenKind

_DIGITS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})*|[1-9][0-9]{4,8}")  # four may be a year
_LANGUAGES = 2


def plain_figure(words: Words, index: int) -> Found | None:
    """The number at `index` where it is certain at once; None where it takes the full reading.

    It is between two words in small letters, one plain space away from each. None of them can be
    its sign, scale, unit, month, link or label, nor the mark of an era or a currency, as these are
    in the tables or have capitals. And it has not the four digits of a year.
    """
    low, lows, spans, text = words.lows[index], words.lows, words.spans, words.text
    if not 0 < index < len(lows) - 1 or not _DIGITS.fullmatch(low):
        return None
    start, end = spans[index]
    before, last = spans[index - 1]
    following, after = spans[index + 1]
    if last + 1 != start or end + 1 != following or text[last] != " " or text[end] != " ":
        return None
    befores, afters = _company(words.language)
    earlier, later = lows[index - 1], lows[index + 1]
    if earlier in befores or later in afters:
        return None
    if not (earlier.isalpha() and later.isalpha()):
        return None
    if text[before:last] != earlier or text[following:after] != later:
        return None  # they have capitals
    return Found(TokenKind.NUMBER, start, end, numerals.plain(low))


@lru_cache(maxsize=_LANGUAGES)
def _company(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The words that may change what a figure after them is, and those that may before them."""
    before = {*language.signs, *language.ranks, *language.labels}
    before |= {*language.currencies, *language.eras}
    tables = (
        (language.particles, language.months, language.centuries, language.scales, language.vague),
        (language.glued, language.glyphs, language.fractions, language.eras, language.currencies),
        (language.percents, language.clock),
    )
    forms = (form for some in tables for table in some for form in table)
    # Of a mark in several parts ("per cent", "p. m.") the first stands next to the figure.
    after = {re.split(r"[ .]", form, maxsplit=1)[0] for form in forms}
    return frozenset(before), frozenset(after)
