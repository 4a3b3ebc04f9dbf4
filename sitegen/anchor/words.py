"""Whole words: where a text may be cut without cutting a word, a number or a character.

The boundaries are those of Unicode Standard Annex #29 (default word boundaries), except that

- a sign, a currency mark, a per cent mark and separators belong to their number, also after one
  space (5 %, € 5) and where a no-break or thin space parts thousands;
- an apostrophe before a possessive s does not join: “Kanye” is whole in “Kanye’s”; nor does one
  after a little word that lost its vowel: “homme” is whole in “l’homme”;
- a low line joins only within a word: “_not_” is an emphasis, “snake_case” is not;
- a colon joins figures and not letters: 5:30;
- the scripts that are written without spaces may be cut between any two characters.

Where the words themselves begin or end with a punctuation mark, only runs of it and numbers count.
The text must be clean (see `normalise.clean`), or an invisible character would hide a letter.
"""

import re
import unicodedata
from bisect import bisect_right

from sitegen.anchor.normalise import SIGN

_PLAIN_AFTER = frozenset(' \n,;!?)]”"')
_APOSTROPHES = "'’"
_WITHIN_WORDS = frozenset("'’‘.·․‧᎐՟״\ufe13\ufe52\ufe55\uff07\uff0e")  # UAX 29 MidLetter, MidNumLet
_WITHIN_NUMBERS = frozenset(
    ".,;:'’‘·․\u037e\u0589\u060c\u060d\u066b\u066c\u07f8\u2044\ufe10\ufe14\ufe50\ufe52\ufe54"
    "\uff07\uff0c\uff0e\uff1b"
)
_PER_CENT = frozenset("%‰‱٪﹪％")
_FIXED_SPACES = frozenset("\u00a0\u2007\u2009\u202f")
_THREE_FIGURES = re.compile(r"\d{3}(?!\d)")
_NUMBER = re.compile(r"\.?\d")
_UNSPACED = (  # Thai, Lao, Myanmar, Khmer, Tai, Hiragana, Han: ranges, both ends included
    *(0x0E00, 0x0EFF, 0x1000, 0x109F, 0x1780, 0x17FF, 0x1950, 0x19FF, 0x1A20, 0x1AAD),
    *(0x3005, 0x3007, 0x3021, 0x3029, 0x3041, 0x309F, 0x3400, 0x4DBF, 0x4E00, 0x9FFF),
    *(0xA9E0, 0xA9FF, 0xAA60, 0xAADF, 0xF900, 0xFAFF, 0x20000, 0x3FFFF),
)
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_SUBSCRIPT = re.compile("[\u2080-\u2089]")
_SKIN_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")
_FLAG_LETTERS = re.compile("[\U0001f1e6-\U0001f1ff]{1,64}\\Z")
_FIRST_HEBREW = "\u0590"
_HEBREW = re.compile("[\u05d0-\u05f2\ufb1d-\ufb4f]")
_JOINER = "\u200d"
# The little words that French, Italian and Catalan write without their vowel before another.
_ELIDED = re.compile(
    r"(?<![^\W_])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|un|dell|nell|sull|all|dall)\Z",
    re.IGNORECASE,
)
_LONGEST_ELIDED = 8


def cuts_before(text: str, place: int) -> bool:
    """Whether words that begin at `place` leave a part of a word, number or character behind."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if before in " \n" and after.isalpha():
        return False
    return _cuts(text, place, after)


def cuts_after(text: str, place: int) -> bool:
    """Whether words that end before `place` leave a part of a word, number or character behind."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if after in _PLAIN_AFTER and before.isalpha() and before < _FIRST_HEBREW:
        return False
    return _cuts(text, place, before)


def _cuts(text: str, place: int, edge: str) -> bool:
    """`edge` is the character on our side of the cut."""
    left = _left_of(text, place)
    before, after = text[left] if left >= 0 else "", text[place]
    if _cuts_character(text, place, before, after):
        return True
    if before == after and before in ".…-‐‑–—―":
        return True
    if _cuts_number(text, left, place):
        return True
    if not (edge.isalnum() or _is_mark(edge)):
        return False
    return _cuts_word(text, left, place)


def _left_of(text: str, place: int) -> int:
    """The place of the letter before `place`, its marks skipped; -1 where there is none."""
    place -= 1
    while place >= 0 and _is_mark(text[place]):
        place -= 1
    return place


def _is_mark(character: str) -> bool:
    if character < "\u0300":
        return False
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}


def _cuts_character(text: str, place: int, before: str, after: str) -> bool:
    if not before or before.isspace() or after < "\u0300":
        return False
    if _is_mark(after) or _SKIN_TONE.match(after):
        return True
    if text[place - 1] == _JOINER and not after.isspace():
        return True
    if not _FLAG_LETTERS.match(after):
        return False
    flags = _FLAG_LETTERS.search(text[max(0, place - 64) : place])
    return flags is not None and len(flags[0]) % 2 == 1


def _at(text: str, place: int) -> str:
    return text[place] if 0 <= place < len(text) else ""


def _is_figure(character: str) -> bool:
    """A digit, a fraction, a raised figure; not a letter that stands for a number."""
    return character.isnumeric() and not character.isalpha()


def _is_currency(character: str) -> bool:
    return character != "" and unicodedata.category(character) == "Sc"


def _cuts_number(text: str, left: int, place: int) -> bool:
    before, after = _at(text, left), text[place]
    if _is_figure(before) and _goes_on_after(text, place):
        return True
    if _is_figure(after) and _began_before(text, left, place):
        return True
    if before in "+-±\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d" and before:
        return SIGN.match(text, left) is not None
    if _is_currency(before):  # $|.50 and $|-5
        return _NUMBER.match(text, place + (after in "+-\u2212")) is not None
    if _is_currency(after):  # US|$5
        return before.isupper() and _NUMBER.match(text, place + 1) is not None
    return False


def _goes_on_after(text: str, place: int) -> bool:
    """Whether the number whose last figure stands before `place` has more to it."""
    after, following = text[place], _at(text, place + 1)
    if _is_figure(after) or after in _PER_CENT or _is_currency(after):
        return True
    if after in _WITHIN_NUMBERS:
        return _is_figure(following)
    if after == "+":
        return not following.isalnum()
    if not after.isspace():
        return False
    if after in _FIXED_SPACES and _THREE_FIGURES.match(text, place + 1):
        return True
    marked = _is_currency(following) and not _NUMBER.match(text, place + 2)
    return marked or following in _PER_CENT


def _began_before(text: str, left: int, place: int) -> bool:
    """Whether the number whose next figure stands at `place` began before it."""
    before, earlier = _at(text, left), _at(text, left - 1)
    if _is_figure(before) or _is_currency(before):
        return True
    if before in _WITHIN_NUMBERS and _is_figure(earlier):
        return True
    if before == ".":
        return not (earlier.isalnum() or (earlier and earlier in ".)]}”’\"'"))
    if not before.isspace():
        return False
    if before in _FIXED_SPACES and _is_figure(earlier):
        return _THREE_FIGURES.match(text, place) is not None
    marked = _is_currency(earlier) and not _is_figure(_at(text, left - 2).strip())
    return marked or earlier == "\u2212"


def _cuts_word(text: str, left: int, place: int) -> bool:
    before, after = _at(text, left), text[place]
    one, other = _kind(before), _kind(after)
    if one and one == other:
        if _is_figure(after) and before.isalpha() and not after.isdecimal():
            return _SUBSCRIPT.match(after) is not None  # CO|₂, but word¹
        return not (_is_figure(before) and not before.isdecimal() and after.isalpha())
    following = _at(text, place + 1)
    if after == "_":
        return bool(one and _kind(following))
    if before == "_":
        return bool(other and _kind(_at(text, left - 1)))
    if before.isalpha() and one and _joins(before, after, following):
        return not _is_possessive(text, place)
    earlier = _at(text, _left_of(text, left))
    if not (after.isalpha() and other != "" and _joins(earlier, before, after)):
        return False
    return not (
        before in _APOSTROPHES and _ELIDED.search(text, max(0, left - _LONGEST_ELIDED), left)
    )


def _joins(before: str, between: str, after: str) -> bool:
    """Whether a mark makes one word of the letters around it."""
    if between == '"':
        return bool(_HEBREW.match(before) and _HEBREW.match(after))
    return between in _WITHIN_WORDS and before.isalpha() and after.isalpha()


def _kind(character: str) -> str:
    """Characters of one kind stand together as a word; those of none stand alone."""
    if not character.isalnum():
        return ""
    if character < "\u0e00":
        return "letter"
    if _KATAKANA.match(character):
        return "katakana"
    if character.isdecimal():
        return "letter"
    place = bisect_right(_UNSPACED, ord(character))
    unspaced = place % 2 == 1 or (place > 0 and _UNSPACED[place - 1] == ord(character))
    return "" if unspaced else "letter"


def _is_possessive(text: str, place: int) -> bool:
    """Whether the apostrophe at `place` and what follows is the “’s” at the end of a word."""
    if text[place] not in _APOSTROPHES or text[place + 1] not in "sS":
        return False
    after, following = _at(text, place + 2), _at(text, place + 3)
    return not (_kind(after) or _is_mark(after) or _joins("s", after, following))
