"""The ladder of normalisations, each with a map back to the raw characters.

- T0: as written.
- T1: every run of white space, line ends included, is one space; a line end after a hyphen or dash
  may also be nothing (“to-/day”); invisible characters and soft hyphens are nothing; NFC.
- T2: T1, and curly marks are straight, dashes are hyphens, three dots are an ellipsis. A dash that
  is the sign of a number stays what it is: −5 is neither –5 nor 5.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from sitegen.model import Tier
from sitegen.yamltree import is_joiner_between_letters

_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_DASHES = "\u2010-\u2015"
_JAMO = "\u1160-\u11ff"  # vowels and finals, which compose with the consonant before them

# A single plain space is left alone, so that most of a text is never looked at.
_SPACE = rf"(?:\ {{2,}}|\ ?(?:[^\S ]|[{_INVISIBLE}]))(?:\s|[{_INVISIBLE}])*"
_JOINER = "[\u200c\u200d]"
_DASH = rf"(?<![\w{_DASHES}-])(?P<sign>[{_DASHES}-]+)(?=\d)|[{_DASHES}]+|-{{2,}}"
_ELLIPSIS = r"\.{3}"
_AT_T1 = re.compile(f"(?P<space>{_SPACE})|(?P<joiner>{_JOINER})")
_AT_T2 = re.compile(f"{_AT_T1.pattern}|(?P<dash>{_DASH})|(?P<dots>{_ELLIPSIS})")
_AFTER_DASH = re.compile(rf"[{_DASHES}-]")
_BEFORE_DASH = re.compile(rf"[{_DASHES}]|--")

_MARKS = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
    }
)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text. `into` and `out_of` are the offsets at which the two texts run apart.

    From `into[n]` on, the normalised text follows the raw text from `out_of[n]` on, one to one, or
    stands as a whole for the raw text up to `out_of[n + 1]`.
    """

    text: str
    into: tuple[int, ...] = (0,)
    out_of: tuple[int, ...] = (0,)

    def raw_start(self, offset: int) -> int:
        """Where the character at `offset` begins in the raw text."""
        part = bisect_right(self.into, offset) - 1
        begin, raw = self.into[part], self.out_of[part]
        return raw if self._stands_as_a_whole(part) else raw + offset - begin

    def raw_end(self, offset: int) -> int:
        """Where the character before `offset` ends in the raw text."""
        part = bisect_right(self.into, offset - 1) - 1
        begin, raw = self.into[part], self.out_of[part]
        if self._stands_as_a_whole(part):
            return self.out_of[part + 1]
        return raw + offset - begin

    def offset_of(self, raw: int) -> int:
        """The offset of a raw character, or of what stands for it."""
        part = bisect_right(self.out_of, raw) - 1
        offset = self.into[part] + raw - self.out_of[part]
        return min(offset, self.into[part + 1]) if part + 1 < len(self.into) else offset

    def _stands_as_a_whole(self, part: int) -> bool:
        if part + 1 == len(self.into):
            return False
        return self.into[part + 1] - self.into[part] != self.out_of[part + 1] - self.out_of[part]


def normalise(raw: str, tier: Tier, *, join_at_dashes: bool = False) -> Normalised:
    """A text at a tier. `join_at_dashes`: a line end beside a dash is nothing, not a space."""
    if tier is Tier.T0:
        return Normalised(raw)
    source = raw.translate(_MARKS) if tier is Tier.T2 else raw
    pattern = _AT_T2 if tier is Tier.T2 else _AT_T1
    if not unicodedata.is_normalized("NFC", raw):
        pattern = re.compile(f"{pattern.pattern}|(?P<composed>{_composing(raw)})")
    return _rewritten(source, pattern, _Rewriting(source, join_at_dashes))


@dataclass(frozen=True, slots=True)
class _Rewriting:
    """What stands for a match of the pattern in the normalised text."""

    source: str
    join_at_dashes: bool

    def __call__(self, match: re.Match[str]) -> str:
        words = match[0]
        match match.lastgroup:
            case "space":
                return self.space(match)
            case "joiner":
                return words if is_joiner_between_letters(self.source, match.start()) else ""
            case "dash":
                return words if match["sign"] else "-"
            case "dots":
                return "…"
            case _:
                return unicodedata.normalize("NFC", words)

    def space(self, match: re.Match[str]) -> str:
        words = match[0]
        if not any(character.isspace() for character in words):
            return ""
        if self.join_at_dashes and "\n" in words:
            start, end = match.span()
            after_dash = start > 0 and _AFTER_DASH.match(self.source, start - 1)
            if after_dash or _BEFORE_DASH.match(self.source, end):
                return ""
        return " "


def _composing(raw: str) -> str:
    """A pattern for the stretches of a text that NFC may change: a letter and its marks."""
    special = "".join(
        re.escape(character)
        for character in sorted(set(raw))
        if unicodedata.category(character).startswith("M")
        or not unicodedata.is_normalized("NFC", character)
    )
    return rf"[^\s{special}{_JAMO}]?[{special}{_JAMO}]+"


def _rewritten(
    source: str, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]
) -> Normalised:
    pieces: list[str] = []
    into, out_of = [0], [0]
    done = length = 0
    for match in pattern.finditer(source):
        start, end = match.span()
        new = replacement(match)
        pieces += (source[done:start], new)
        length += start - done
        if len(new) != end - start:
            into += (length, length + len(new))
            out_of += (start, end)
        length += len(new)
        done = end
    pieces.append(source[done:])
    return Normalised("".join(pieces), tuple(into), tuple(out_of))
