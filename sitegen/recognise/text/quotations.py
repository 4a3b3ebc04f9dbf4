"""Passages between quotation marks, over wrapped lines and paragraphs, nested, or left open.

Typewriter marks open and close with one character, and the single ones are apostrophes as well,
so that the context of each mark decides. A quotation that goes on in the next paragraph repeats
its opening marks there; any other that is left open ends with its paragraph.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import cache

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language
from sitegen.recognise.text.paragraphs import Paragraph, paragraphs
from sitegen.recognise.tokens import Token, TokenKind

_SINGLE = frozenset("'’‘‚")
_APOSTROPHES = frozenset("'’")
_BRACKETS = frozenset("([{")
_DASHES = frozenset("-–—_*")
_NO_START = frozenset(",;:!?)]}")  # what no quotation begins with; a full stop may begin "..."
_NO_WORD = frozenset(',.;:!?)]}…—-"”»')
_BEFORE_SPEECH = _BRACKETS | _DASHES
_DOUBLED = {"``": "“", "‘‘": "“", "''": '"', "’’": "”"}
_PAIR = re.compile("|".join(map(re.escape, _DOUBLED)))
_SHORT_YEAR = re.compile(r"[0-9]{2}s?(?!\w)")
_LETTERS = re.compile(r"[^\W\d_]*")
_LONGEST_WORD = 24
_DEEPEST = 6  # prose nests to three or four; marks beyond are noise, and cost no more than that


class Dropped(Enum):
    """Whether a mark is the apostrophe of "the boys' toys", "goin' home" or "salt an' beer"."""

    NO = auto()
    PERHAPS = auto()
    SURELY = auto()


class _Level(NamedTuple):
    """An open quotation: its mark, what may close it, and its place."""

    mark: str
    closers: frozenset[str]
    line: int
    start: int
    speech: bool  # whether a capital follows, as where somebody begins to speak


class _Mark(NamedTuple):
    """A quotation mark at an offset, with what its context makes of it."""

    offset: int
    char: str
    opens: bool  # as only an opening mark stands: after a space, before a word
    final: bool  # made for closing, as ” is; a mark that also opens does so only if none is open
    may_open: bool
    may_close: bool
    dropped: Dropped
    sure: bool  # a punctuation mark beside it tells that it closes; of single marks alone


class _Marks(NamedTuple):
    """The marks of a language, ready for looking up."""

    pattern: re.Pattern[str]  # a mark, but for an apostrophe between two letters
    closers: dict[str, frozenset[str]]  # by opening mark
    closing: frozenset[str]
    final: frozenset[str]  # of Unicode's category for final quotation marks
    initial: frozenset[str]  # of that for initial ones, or for opening punctuation


def quotations(
    lines: Sequence[str], language: Language, parted: Iterable[Paragraph] | None = None
) -> Iterator[Token]:
    """The quotations of an article, in no certain order; `parted` are its paragraphs, if known."""
    marks = _marks(language.marks)
    stack: list[_Level] = []
    last: Paragraph | None = None
    for paragraph in paragraphs(lines) if parted is None else parted:
        offset = len(paragraph.text) - len(paragraph.text.lstrip())
        kept = 0
        while kept < len(stack) and paragraph.text[offset : offset + 1] == stack[kept].mark:
            kept, offset = kept + 1, offset + 1
        yield from _left_open(lines, last, stack[kept:])
        del stack[kept:]
        events = _events(_undoubled(paragraph.text), offset, marks, language)
        for level, end in _closed(paragraph, events, stack, marks):
            yield _token(lines, level, *paragraph.end_place(end))
        last = paragraph
    yield from _left_open(lines, last, stack)


@cache
def _marks(pairs: tuple[tuple[str, str], ...]) -> _Marks:
    """The marks of a language by its pairs of an opening mark and a closing one."""
    closers: dict[str, frozenset[str]] = {}
    for opening, closing in pairs:
        closers[opening] = closers.get(opening, frozenset()) | {closing}
    closing_marks = frozenset(closing for _, closing in pairs)
    characters = {*closers, *closing_marks, *_APOSTROPHES}
    every, single = (
        re.escape("".join(sorted(some))) for some in (characters, characters & _SINGLE)
    )
    # It begins with a class of characters, by which the engine passes over all others at once.
    pattern = f"[{every}](?:(?<![{single}])|(?<![^\\W_].)|(?![^\\W_]))"
    final, initial = (
        frozenset(char for char in characters if unicodedata.category(char) in kinds)
        for kinds in ({"Pf"}, {"Pi", "Ps"})
    )
    return _Marks(re.compile(pattern), closers, closing_marks, final, initial)


def _left_open(
    lines: Sequence[str], paragraph: Paragraph | None, stack: Sequence[_Level]
) -> Iterator[Token]:
    """What no mark closed ends with its paragraph; a single mark was mostly an apostrophe."""
    if paragraph is None:
        return
    end = paragraph.end_place(len(paragraph.text.rstrip()))
    for depth, level in enumerate(stack):
        single = level.mark in _SINGLE
        if not single or (depth == 0 and level.speech and level.mark not in _APOSTROPHES):
            yield _token(lines, level, *end)


def _token(lines: Sequence[str], level: _Level, end_line: int, end: int) -> Token:
    if level.line == end_line:  # as most
        text = lines[end_line - 1][level.start : end]
        return Token(TokenKind.QUOTATION, end_line, level.start, end_line, end, text, None, None)
    run = list(lines[level.line - 1 : end_line])
    run[-1] = run[-1][:end]
    run[0] = run[0][level.start :]
    text = " ".join(run)
    return Token(TokenKind.QUOTATION, level.line, level.start, end_line, end, text, None, None)


def _events(text: str, offset: int, marks: _Marks, language: Language) -> list[_Mark]:
    """The quotation marks of a paragraph from `offset` on; no apostrophe within a word."""
    events: list[_Mark] = []
    single = False
    for match in marks.pattern.finditer(text, offset):
        at, char = match.start(), match.group()
        left, right = text[at - 1 : at], text[at + 1 : at + 2]
        after_mark = bool(events) and events[-1].offset == at - 1 and events[-1].opens
        apart = not left or left.isspace() or left in _BRACKETS or after_mark or at == offset
        starts = bool(right) and not right.isspace() and right not in _NO_START
        opens = apart and starts
        may_open = _may_open(char, left, right, marks, apart=apart)
        may_close, dropped, sure = char in marks.closing, Dropped.NO, False
        final = char in marks.final
        if char in _SINGLE:
            single = True
            may_close = may_close and bool(left.strip()) and not right.isalnum()
            dropped = _dropped(text, at, language) if char in _APOSTROPHES else dropped
            sure = not right or left in _NO_WORD or right in _NO_WORD
        else:
            may_close = may_close and (final or not opens)
        opens = opens and char in marks.closers
        events.append(_Mark(at, char, opens, final, may_open, may_close, dropped, sure))
    return _meant(text, events, language) if single else events


def _undoubled(text: str) -> str:
    """A text of the same length in which doubled single marks are double ones: ``Yes,'' he said.

    A letter stands beside each, on the side of the words.
    """
    if not any(pair in text for pair in _DOUBLED):
        return text
    return _PAIR.sub(lambda found: _double(text, found.start()), text)


def _double(text: str, at: int) -> str:
    mark = _DOUBLED[text[at : at + 2]]
    before = text[at - 1 : at]
    opens = mark == "“" or (mark == '"' and (not before.strip() or before in _BEFORE_SPEECH))
    return f"{mark}x" if opens else f"x{mark}"


def _may_open(char: str, left: str, right: str, marks: _Marks, *, apart: bool) -> bool:
    """Whether a mark may open here: « may have a space after it, 12" is inches, said:“Yes” fine."""
    starts = bool(right) and not right.isspace() and right not in _NO_START
    if char in marks.initial:
        return starts or (apart and right.isspace())
    return starts and (apart or left in _DASHES or (char == '"' and left.isalpha()))


def _dropped(text: str, at: int, language: Language) -> Dropped:
    """Whether the apostrophe at `at` ends a word that lost its last letters, or a possessive."""
    left, after = text[at - 1 : at], text[at + 1 : at + 3]
    if not left.isalpha() or not after[:1].isspace():
        return Dropped.NO
    start = at
    while start > 0 and at - start < _LONGEST_WORD and text[start - 1].isalpha():
        start -= 1
    word = text[start:at].lower()
    if word in language.clipped:
        return Dropped.SURELY
    perhaps = word.endswith(("s", "in")) and after[1:].islower()
    return Dropped.PERHAPS if perhaps else Dropped.NO


def _meant(text: str, events: list[_Mark], language: Language) -> list[_Mark]:
    """The marks without apostrophes: ’tis, ’90s, the boys’ toys, goin’ home.

    From the last to the first, so that each mark knows what the next one is.
    """
    meant: list[_Mark] = []
    closed = sure = False  # whether the next mark is a single one that closes, and surely
    for mark in reversed(events):
        if mark.char not in _SINGLE:
            closed = sure = False
            meant.append(mark)
            continue
        if mark.dropped is Dropped.SURELY or (mark.dropped is Dropped.PERHAPS and sure):
            continue
        opening = mark.char in {"'", "‘"} and mark.may_open
        if opening and _elided(text, mark.offset + 1, language, closed=closed):
            continue
        closes = mark.may_close and not mark.opens
        closed = closes and mark.dropped is Dropped.NO
        sure = closes and mark.sure
        meant.append(mark)
    meant.reverse()
    return meant


def _elided(text: str, at: int, language: Language, *, closed: bool) -> bool:
    """Whether the mark before `at` stands for dropped letters: 'em, '90s.

    Some such words may as well begin a quotation, and do where the next mark closes one.
    """
    if _SHORT_YEAR.match(text, at):
        return True
    match = _LETTERS.match(text, at)
    meaning = language.elisions.get(match.group().lower() if match else "")
    return meaning == "always" or (meaning == "unless closed" and not closed)


def _closed(
    paragraph: Paragraph, events: list[_Mark], stack: list[_Level], marks: _Marks
) -> Iterator[tuple[_Level, int]]:
    """The quotations that end in a paragraph, with their ends; `stack` keeps what stays open."""
    for mark in events:
        depth = _closing_depth(mark, stack)
        if depth is not None and (mark.final or not mark.opens):
            yield stack[depth], mark.offset + 1
            del stack[depth:]
        elif _opening(mark, marks) and len(stack) < _DEEPEST:
            if mark.char == "'" and stack and stack[-1].mark == "'":
                stack.pop()  # the earlier one was an apostrophe
            line, start = paragraph.place(mark.offset)
            speech = paragraph.text[mark.offset + 1 : mark.offset + 2].isupper()
            stack.append(_Level(mark.char, marks.closers[mark.char], line, start, speech))


def _closing_depth(mark: _Mark, stack: list[_Level]) -> int | None:
    """Which open quotation a mark closes. A single mark does not reach beyond a double one."""
    if not mark.may_close:
        return None
    for depth in range(len(stack) - 1, -1, -1):
        if mark.char in stack[depth].closers:
            return depth
        if mark.char in _SINGLE and stack[depth].mark not in _SINGLE:
            return None
    return None


def _opening(mark: _Mark, marks: _Marks) -> bool:
    """Whether a mark that closes nothing opens: one that also closes wants its context."""
    if mark.char not in marks.closers:
        return False
    return mark.may_open if mark.char in marks.closing else True
