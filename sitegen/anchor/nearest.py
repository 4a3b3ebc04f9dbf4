"""The words of an article that look most like words that are not there: only to explain an error.

Words are lined up by where they stand, so that the work grows with the text and no faster.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sitegen.anchor.text import ArticleText
from sitegen.diagnostics import Difference
from sitegen.frozen import dataclass
from sitegen.model import Anchor, LineRange

if TYPE_CHECKING:
    from difflib import SequenceMatcher

_WORD = re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+(?:['\u2019][^\W_]+)*|[^\w\s]")
_BREAK = re.compile(r"\s")
_MOST_WORDS = 200  # of a piece; longer ones are explained by their beginning
_MOST_SHIFTS = 100_000  # pairs of equal words that are looked at
_REACH = 50_000  # characters that are looked through; in a longer stretch, its first
_NEIGHBOURHOOD = 10  # lines around the cited ones; not the article, whose length is unbounded
_MOST = 0.5  # the share of words above which a place holds most of them
_CLOSE = 60.0  # rapidfuzz's partial ratio, of 100, from which a single word looks like another
_MOST_TOLD = 3  # differences that a message lists
_SLACK = 3  # words by which the article's words may be more than ours before they are cut


@dataclass(frozen=True, slots=True)
class Nearest:
    """The article's nearest words. `most`: more than half of the words that were looked for.

    `difference` shows where they part from the words that were looked for, if any word does.
    """

    anchors: tuple[Anchor, ...]
    words: str
    reason: str
    most: bool
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        return self.text.casefold().replace("\u2019", "'")


def nearest(text: ArticleText, piece: str, lines: LineRange) -> Nearest | None:
    """The nearest words: in the cited lines, else near them; None where nothing is like them."""
    wanted = _words(piece, 0)[:_MOST_WORDS]
    if not wanted:
        return None
    last = len(text.lines)
    around = LineRange(max(1, lines.first - _NEIGHBOURHOOD), min(last, lines.last + _NEIGHBOURHOOD))
    best: Nearest | None = None
    for reach in _reaches(text, lines, around):
        found = _nearest_within(text, piece, wanted, reach)
        if found and (found.most or best is None):
            best = found
        if best and best.most:
            return best
    return best or _similar_word(text, piece, lines)


def _reaches(
    text: ArticleText, lines: LineRange, around: LineRange
) -> tuple[tuple[int, int], tuple[int, int]]:
    """The cited lines and those around them as raw offsets, without what is too far away."""
    start, end = text.range_of(lines)
    first, last = text.range_of(around)
    end = min(end, start + _REACH)
    return (start, end), (max(first, start - _REACH), min(last, end + _REACH))


def _words(text: str, offset: int) -> list[_Word]:
    return [
        _Word(match[0], match.start() + offset, match.end() + offset)
        for match in _WORD.finditer(text)
    ]


def _lined_up(ours: list[_Word], theirs: list[_Word]) -> "SequenceMatcher[str]":
    from difflib import SequenceMatcher  # only where words are not found

    keys = [word.key for word in ours], [word.key for word in theirs]
    return SequenceMatcher(None, *keys, autojunk=False)


def _nearest_within(
    text: ArticleText, piece: str, wanted: list[_Word], reach: tuple[int, int]
) -> Nearest | None:
    start, end = reach
    there = _words(text.raw[start:end], start)
    shift = _commonest_shift(wanted, there)
    if shift is None:
        return None
    first = max(0, shift - _SLACK)
    window = there[first : max(0, shift) + len(wanted) + _SLACK]
    matcher = _lined_up(wanted, window)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    equal = sum(
        word.text[:1].isalnum()
        for block in blocks
        for word in wanted[block.a : block.a + block.size]
    )
    total = sum(word.text[:1].isalnum() for word in wanted)
    begin = max(0, blocks[0].b - blocks[0].a)
    finish = min(len(window), blocks[-1].b + len(wanted) - blocks[-1].a)
    shown = window[begin:finish]
    most = equal > _MOST * total
    return Nearest(
        tuple(text.anchors(shown[0].start, shown[-1].end)),
        _as_written(text.raw, shown),
        _reason(piece, wanted, text.raw, shown) if most else "",
        most,
        _difference(piece, wanted, text.raw, shown) if most else None,
    )


def _commonest_shift(wanted: list[_Word], there: list[_Word]) -> int | None:
    """By how many words the two texts are shifted where most of their words agree."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(there):
        places[word.key].append(number)
    shifts: Counter[int] = Counter()
    looked_at = 0
    for number, word in enumerate(wanted):
        if not word.text[:1].isalnum():
            continue
        for place in places.get(word.key, ()):
            shifts[place - number] += 1
            looked_at += 1
        if looked_at > _MOST_SHIFTS:
            break
    if not shifts:
        return None
    return min(shifts, key=lambda shift: (-_around(shifts, shift), shift))


def _around(shifts: Counter[int], shift: int) -> int:
    """How many words agree at a shift, or beside it: a word more or less moves the rest by one."""
    return 2 * shifts[shift] + shifts[shift - 1] + shifts[shift + 1]


def _opcodes(wanted: list[_Word], there: list[_Word]) -> list[tuple[str, int, int, int, int]]:
    """How the words are turned into the article's; words of another case are replaced."""
    if [word.key for word in wanted] == [word.key for word in there]:
        return [
            ("replace", n, n + 1, n, n + 1)
            for n, (ours, theirs) in enumerate(zip(wanted, there, strict=True))
            if ours.text != theirs.text
        ]
    matcher = _lined_up(wanted, there)
    return [opcode for opcode in matcher.get_opcodes() if opcode[0] != "equal"]


def _as_written(text: str, words: list[_Word]) -> str:
    """Neighbouring words of a text with the marks and single spaces that stand between them."""
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""


def _reason(piece: str, wanted: list[_Word], raw: str, there: list[_Word]) -> str:
    told = []
    for kind, a, b, c, d in _opcodes(wanted, there):
        here, over_there = _as_written(piece, wanted[a:b]), _as_written(raw, there[c:d])
        if kind == "replace":
            told.append(f"the article has “{over_there}”, not “{here}”{_foreign(here)}")
        elif kind == "delete":
            told.append(f"“{here}” is not in the article")
        else:
            told.append(f"the article also has “{over_there}”")
    more = f"; and {len(told) - _MOST_TOLD} more" if len(told) > _MOST_TOLD else ""
    told = told or ["the words are the same, the spaces or marks are not"]
    return "; ".join(told[:_MOST_TOLD]) + more


def _difference(piece: str, wanted: list[_Word], raw: str, there: list[_Word]) -> Difference | None:
    """The words of both, each on one line, and where they part."""
    opcodes = _opcodes(wanted, there)
    if not opcodes:
        return None
    ours, theirs = _Line(piece, wanted), _Line(raw, there)
    return Difference(
        ours.text,
        theirs.text,
        tuple(ours.range(a, b) for _, a, b, _, _ in opcodes),
        tuple(theirs.range(c, d) for _, _, _, c, d in opcodes),
    )


class _Line:
    """Words as one line of text, and where each range of them stands in it."""

    def __init__(self, text: str, words: list[_Word]) -> None:
        self.words = words
        self.start = words[0].start
        self.text = _BREAK.sub(" ", text[self.start : words[-1].end])

    def range(self, first: int, end: int) -> tuple[int, int]:
        """From the first word to the one before `end`; between two words where that is none."""
        if first < end:
            return self.words[first].start - self.start, self.words[end - 1].end - self.start
        place = self.words[first].start - self.start if first < len(self.words) else len(self.text)
        return place, place


def _foreign(words: str) -> str:
    """The letters of another script that hide among Latin ones, by code point."""
    hidden = [
        f"U+{ord(letter):04X} {unicodedata.name(letter, '')}"
        for word in words.split()
        if any(letter.isascii() and letter.isalpha() for letter in word)
        for letter in word
        if letter.isalpha() and not unicodedata.name(letter, "LATIN").startswith("LATIN")
    ]
    return f" (which has {', '.join(hidden[:_MOST_TOLD])})" if hidden else ""


def _similar_word(text: ArticleText, piece: str, lines: LineRange) -> Nearest | None:
    """The stretch of the cited lines that is spelled most like a word or two."""
    from rapidfuzz import fuzz  # slow to import, and only a mistake needs it

    (start, end), _ = _reaches(text, lines, lines)
    found = fuzz.partial_ratio_alignment(
        piece[:_MOST_WORDS], text.raw[start:end], score_cutoff=_CLOSE
    )
    if found is None or found.dest_start == found.dest_end:
        return None
    anchors = tuple(text.anchors(start + found.dest_start, start + found.dest_end))
    words = text.raw[start + found.dest_start : start + found.dest_end]
    return Nearest(anchors, words, f"the nearest is “{' '.join(words.split())}”", most=False)
