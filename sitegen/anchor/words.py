"""Whole words: where a text may be cut without cutting a word, a number or a character.

The boundaries are those of Unicode Standard Annex #29 with three differences: a sign, a currency
mark, a per cent mark and separators belong to their number; an apostrophe joins what it stands
between, but for a possessive “’s”; Han, Hiragana and the scripts of South-East Asia, which are
written without spaces, may be cut between any two characters.
"""

import re
import unicodedata

_APOSTROPHES = "'\u2019\u02bc"
_SIGNS = "+-\u2010\u2011\u2012\u2013\u2014\u2212"
_SEPARATORS = ".,:/"
_PER_CENT = "%\u2030"
_ZERO_WIDTH_JOINER = "\u200d"
_NON_JOINER = "\u200c"
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff"
    "\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\U00020000-\U0003ffff]"
)
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_REGIONAL = ("\U0001f1e6", "\U0001f1ff")


def is_cut(text: str, place: int) -> bool:
    """Whether cutting a text at `place` goes through a word, a number or a character."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if before == " " or after == " " or before == "\n" or after == "\n":
        return False
    return (
        _cuts_character(text, place, before, after)
        or (_in_word(before) and _in_word(after))
        or _cuts_at_apostrophe(text, place, before, after)
        or _cuts_number(text, place, before, after)
        or (before == after and before in ".-")
    )


def _in_word(character: str) -> bool:
    if character.isalnum() or character == "_":
        return not _UNSPACED.match(character)
    return unicodedata.category(character).startswith("M")


def _cuts_character(text: str, place: int, before: str, after: str) -> bool:
    if after.isascii() and before.isascii():
        return False
    if before in (_ZERO_WIDTH_JOINER, _NON_JOINER) or after in (_ZERO_WIDTH_JOINER, _NON_JOINER):
        return True
    if unicodedata.category(after).startswith("M"):
        return True
    if _SKIN_TONES[0] <= after <= _SKIN_TONES[1]:
        return True
    return _regional(before) and _regional(after) and _odd_flags(text, place)


def _regional(character: str) -> bool:
    return _REGIONAL[0] <= character <= _REGIONAL[1]


def _odd_flags(text: str, place: int) -> bool:
    """Whether an odd number of regional indicators stands before a place: half a flag."""
    start = place
    while start > 0 and _regional(text[start - 1]):
        start -= 1
    return (place - start) % 2 == 1


def _cuts_at_apostrophe(text: str, place: int, before: str, after: str) -> bool:
    if after in _APOSTROPHES and before.isalpha():
        following = text[place + 1 : place + 3]
        if not following[:1].isalpha():
            return False
        possessive = following[0] in "sS" and not _in_word(following[1:2] or " ")
        return not possessive
    return before in _APOSTROPHES and after.isalpha() and text[place - 2 : place - 1].isalpha()


def _cuts_number(text: str, place: int, before: str, after: str) -> bool:
    next_but_one = text[place + 1 : place + 2]
    last_but_one = text[place - 2 : place - 1] if place > 1 else ""
    if before.isdigit():
        if after in _SEPARATORS:
            return next_but_one.isdigit()
        return after in _PER_CENT or _is_currency(after)
    if after.isdigit():
        if before in _SEPARATORS:
            return last_but_one.isdigit() or (before == "." and not last_but_one.isalnum())
        return _is_currency(before) or _is_sign(text, place - 1)
    if _is_currency(after) and next_but_one.isdigit():
        return before.isalpha() or _is_sign(text, place - 1)  # “A$5” is not “$5”
    return _is_currency(before) and after in _SIGNS and next_but_one.isdigit()


def _is_currency(character: str) -> bool:
    return unicodedata.category(character) == "Sc"


def _is_sign(text: str, place: int) -> bool:
    """Whether the character at `place` is the sign of what follows, not a dash between words."""
    if text[place] not in _SIGNS:
        return False
    return place == 0 or not (_in_word(text[place - 1]) or text[place - 1] in ")]%")
