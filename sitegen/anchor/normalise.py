"""The ladder of normalisations, each with a map back to the raw characters.

- T0: as written.
- T1: every run of white space, line ends included, is one space; a line end beside a dash that
  clings to a word may also be nothing (“to-/day”); invisible characters and soft hyphens are
  nothing; NFC, never NFKC.
- T2: T1, and quotation marks of every language are straight (double as double, single as single;
  without the spaces within « »), dashes and hyphens are one, an ellipsis is three dots.

A dash before a number, where no word or number stands before it, may be a minus. There it stays
what it is, or “−5” and “a dash, then 5” would be the same; so what T2 puts for dashes is the long
one, which is never a minus.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable

from sitegen.frozen import dataclass, replace
from sitegen.model import Tier
from sitegen.yamltree import is_joiner_between_letters

CURRENCY = "$¢-¥֏؋৲৳৻૱௹฿៛\u20a0-\u20cf\ufdfc\ufe69\uff04\uffe0\uffe1\uffe5\uffe6"
_CLOSING = ")\\]}%‰°′″”’»"
_HYPHENS = "\\-\u2010\u2011\ufe63\uff0d"
SIGN = re.compile(
    rf"(?<![\w\u0300-\u036f{_CLOSING}])(?<!\d[{CURRENCY}])"
    rf"(?:[\u2212±]|(?<![{_HYPHENS}])[{_HYPHENS}\u2012\u2013+])(?=[{CURRENCY}]?\.?\d)"
)

_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_INVISIBLE_CHARACTER = re.compile(f"[{_INVISIBLE}]")
_JOINERS = "\u200c\u200d"
# Letters that compose with the one before them although they are no marks: Hangul, Kirat Rai.
_COMPOSING_LETTER = re.compile("[\u1160-\u11ff\U00016d67\U00016d68]")

# White space but for a single plain space, which is left alone. The pattern begins with one class
# of characters, by which the engine passes over all others at once.
_SPACE = re.compile(r"\s(?:\s+|(?<! ))")
# A line end that parts two words and clings to no dash: one space, whatever stands around it. Most
# are such, so that these are put by the engine alone. (What comes first is sought the fastest.)
_PLAIN_LINE_END = re.compile(r"\n(?<=[^\s\u2010-\u2015-]\n)(?=[^\s\u2013-\u2015-])")
_CLINGS_BEFORE = re.compile(r"\S[\u2010-\u2015-]\Z|\A[\u2010-\u2015-]\Z")
_CLINGS_AFTER = re.compile(r"(?:[\u2013-\u2015](?!\d)|--+)\S")
# These begin with one class of characters, by which the engine passes over all others at once.
_DASH = re.compile(r"[-\u2010-\u2015\ufe58\ufe63\uff0d…](?:(?<=-)-+|(?<=—)—+|(?<=–)–+|)")
_CLINGING_DASH = re.compile(r"[\u2010-\u2015-]")
_MARKS = tuple(zip("“”„‟«»「」＂〝〞〟‘’‚‛ʼ‹›『』＇", '"' * 12 + "'" * 10, strict=True))
# The space within French marks: not that before »Ja« or after it, as Germans and Danes have them.
_FRENCH = re.compile(r"(?:(?<![^\s(\['’—–-])|(?<=\A))[«‹] | [»›](?=[\s.,;:!?…)\]]|\Z)")
# What may begin a paragraph as a repeated mark; the paragraph before must have left it open.
_REPEATED = re.compile(r"\n[^\S\n]*+([“„«「\"‘‚‹])(?=\S)")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "「": "」", "‘": "’", "‚": "‘", "‹": "›"}


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text made from `source`. `into` and `out_of` are where the two run apart.

    From `into[n]` on, the text follows its source from `out_of[n]` on, one to one, or stands as a
    whole for the source up to `out_of[n + 1]`. `gaps` has a character for each of the text: the
    white space that was left out before it, beside a dash (a line end may be nothing there), or
    a point; it is empty where none was left out.
    """

    text: str
    into: tuple[int, ...] = (0,)
    out_of: tuple[int, ...] = (0,)
    source: "Normalised | None" = None
    gaps: str = ""

    @property
    def is_aligned(self) -> bool:
        """Whether every offset is that of the raw text."""
        return self.source is None and len(self.into) == 1

    def raw_start(self, offset: int) -> int:
        """Where the character at `offset` begins in the raw text."""
        part = bisect_right(self.into, offset) - 1
        begin, start = self.into[part], self.out_of[part]
        if not self._stands_as_a_whole(part):
            start += offset - begin
        return start if self.source is None else self.source.raw_start(start)

    def raw_end(self, offset: int) -> int:
        """Where the character before `offset` ends in the raw text."""
        part = bisect_right(self.into, offset - 1) - 1
        end = self.out_of[part] + offset - self.into[part]
        if self._stands_as_a_whole(part):
            end = self.out_of[part + 1]
        return end if self.source is None else self.source.raw_end(end)

    def offset_of(self, raw: int) -> int:
        """The offset of a raw character, or of what stands for it."""
        at = raw if self.source is None else self.source.offset_of(raw)
        part = bisect_right(self.out_of, at) - 1
        offset = self.into[part] + at - self.out_of[part]
        return min(offset, self.into[part + 1]) if part + 1 < len(self.into) else offset

    def splits(self, offset: int) -> bool:
        """Whether `offset` lies within what stands for one raw character: “.|..” for “…”."""
        part = bisect_right(self.into, offset) - 1
        start = self.out_of[part] + offset - self.into[part]
        if self._stands_as_a_whole(part):
            if offset != self.into[part]:
                return True
            start = self.out_of[part]
        return self.source is not None and self.source.splits(start)

    def _stands_as_a_whole(self, part: int) -> bool:
        if part + 1 == len(self.into):
            return False
        return self.into[part + 1] - self.into[part] != self.out_of[part + 1] - self.out_of[part]


def clean(raw: str) -> Normalised:
    """A text in NFC without invisible characters; words are told apart in this form.

    An invisible character belongs to the letter before it, and so does a mark. A line that ends in
    a soft hyphen goes on in the next.
    """
    text = Normalised(raw)
    if raw.isascii():
        return text
    invisible = _INVISIBLE_CHARACTER.search(raw) or any(joiner in raw for joiner in _JOINERS)
    if not invisible and unicodedata.is_normalized("NFC", raw):
        return text
    characters = sorted(set(raw) | set(_JOINERS))
    marks = _INVISIBLE + "".join(filter(_belongs_to_the_letter_before, characters))
    others = "".join(c for c in characters if not unicodedata.is_normalized("NFC", c))
    letter = f"|[{re.escape(others)}]" if others else ""
    pattern = rf"[^\s{marks}]?[{marks}]+(?:(?<=\w\u00ad)[ \t]*\n[ \t]*(?=\w))?{letter}"

    def composed(match: re.Match[str]) -> str:
        kept = "".join(
            character
            for place, character in enumerate(match[0].rstrip(" \t\n"), match.start())
            if character not in _JOINERS or is_joiner_between_letters(raw, place)
        )
        return unicodedata.normalize("NFC", _INVISIBLE_CHARACTER.sub("", kept))

    return _rewritten(text, re.compile(pattern), composed)


def _belongs_to_the_letter_before(character: str) -> bool:
    return (
        character in _JOINERS
        or unicodedata.category(character).startswith("M")
        or _COMPOSING_LETTER.match(character) is not None
    )


def normalise(cleaned: Normalised, tier: Tier) -> Normalised:
    """A text at T1 or T2, without the white space beside dashes."""
    text = _spaced(cleaned, tier)
    before = text.text
    beside = _beside_dashes(before)
    if not beside:
        return text
    gaps: list[str] = []
    pieces: list[str] = []
    into, out_of = [0], [0]
    done = 0
    for number, at in enumerate(beside):
        # The gap stands in the place of what follows it, which may be the next one's place.
        gaps += ("." * (at - done - (number > 0)), before[at])
        pieces.append(before[done:at])
        into += (at - number, at - number)
        out_of += (at, at + 1)
        done = at + 1
    gaps.append("." * (len(before) - done - 1))
    pieces.append(before[done:])
    return Normalised("".join(pieces), tuple(into), tuple(out_of), text, "".join(gaps))


def _beside_dashes(text: str) -> list[int]:
    """Where white space stands beside a dash: a space or a line end just before it or after it."""
    found: list[int] = []
    for match in _CLINGING_DASH.finditer(text):
        at = match.start()
        if at and text[at - 1] in " \n" and (not found or found[-1] != at - 1):
            found.append(at - 1)
        if text[at + 1 : at + 2] in {" ", "\n"}:
            found.append(at + 1)
    return found


def joined(cleaned: Normalised) -> Normalised:
    """A text without the opening marks with which a quotation goes on in its next paragraphs.

    They are known by a paragraph before that leaves the same mark open. The text itself where there
    are none.
    """
    whole = cleaned.text
    begins = 0

    def unless_repeated(match: re.Match[str]) -> str:
        nonlocal begins
        line = whole.rfind("\n", 0, match.start()) + 1
        if whole[line : match.start()].strip():
            return match[0]
        paragraph, begins = whole[begins : match.start()], match.start()
        return match[0][:-1] if _leaves_open(paragraph, match[1]) else match[0]

    return _rewritten(cleaned, _REPEATED, unless_repeated)


def _leaves_open(paragraph: str, mark: str) -> bool:
    """Whether the last paragraph of a text ends within a quotation that begins with `mark`."""
    last = paragraph[paragraph.rfind("\n\n", 0, len(paragraph.rstrip())) + 1 :]
    if mark not in _CLOSERS:
        return last.count(mark) % 2 == 1
    return last.rfind(mark) > max(last.rfind(closer) for closer in _CLOSERS[mark])


def normalised(words: str, tier: Tier) -> str:
    """Words as they are compared at a tier."""
    return words if tier is Tier.T0 else _spaced(clean(words), tier).text.replace("\n", " ")


def _spaced(cleaned: Normalised, tier: Tier) -> Normalised:
    """A text at T1 or T2, with a line end kept where it may be nothing."""
    whole = cleaned.text
    if "\n" in whole:
        cleaned = _with_text(cleaned, _PLAIN_LINE_END.sub(" ", whole))
    text = _rewritten(cleaned, _SPACE, _space)
    if tier is Tier.T1:
        return text
    if "«" in text.text or "»" in text.text or "‹" in text.text or "›" in text.text:
        text = _rewritten(text, _FRENCH, lambda match: match[0].strip())
    marked = straight = text.text
    for mark, plain in _MARKS:  # few of them are in any text, which is seen at once
        straight = straight.replace(mark, plain)
    return _rewritten(_with_text(text, straight), _DASH, lambda match: _dash(marked, match))


def _with_text(form: Normalised, text: str) -> Normalised:
    """The form with another text of the same length; the form itself where it is its own."""
    return form if text == form.text else replace(form, text=text)


def _space(match: re.Match[str]) -> str:
    if match[0].count("\n") != 1:
        return " "
    text, (start, end) = match.string, match.span()
    clings = _CLINGS_BEFORE.match(text[max(0, start - 2) : start]) or _CLINGS_AFTER.match(text, end)
    return "\n" if clings else " "


def _dash(text: str, match: re.Match[str]) -> str:
    """What stands for a dash; `text` has its marks as written, which tell a sign from a dash."""
    if match[0] == "…":
        return "..."
    is_sign = len(match[0]) == 1 and SIGN.match(text, match.start())
    return match[0] if is_sign else "—"


def _rewritten(
    source: Normalised, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]
) -> Normalised:
    """The source with every match replaced; the source itself where nothing changes."""
    before = source.text
    pieces: list[str] = []
    into, out_of = [0], [0]
    done = length = 0
    for match in pattern.finditer(before):
        start, end = match.span()
        new, size = replacement(match), end - start
        added = len(new)
        if added == size and new == match[0]:
            continue
        pieces.append(before[done:start])
        pieces.append(new)
        length += start - done
        if added != size:
            into.append(length)
            into.append(length + added)
            out_of.append(start)
            out_of.append(end)
        length += added
        done = end
    if not pieces:
        return source
    pieces.append(before[done:])
    text = "".join(pieces)
    if len(into) == 1:
        return replace(source, text=text)
    return Normalised(text, tuple(into), tuple(out_of), source)
