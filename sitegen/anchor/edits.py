"""The declared edits of a quotation as printed: its marks, and the words between them.

- `[…]` and `[...]`: words are left out;
- `[word]`: the editor's own words, for at most four of the source's or for none;
- `[T]he`: the same letter in another case, at the beginning of a word;
- `[sic]`: so the source has it; it stands for nothing.

Brackets that cling to letters otherwise, as in “want[ed]”, are no marks: words are edited whole.
"""

import re
from enum import Enum, auto

from sitegen.frozen import NamedTuple, dataclass

MOST_WORDS = 4
"""The words of the source that one mark may stand for."""

MOST_MARKS = 40
"""Marks that one quotation may have; one with more is edited beyond what a check can follow."""

_BRACKETS = re.compile(r"\[([^\[\]]*+)\]")
_DOTS = frozenset({"…", "...", ". . ."})
_SIC = frozenset({"sic", "sic!"})
_APOSTROPHES = "'’"
_FINAL = frozenset({".", ","})


_POINTS = frozenset(".,;:!?")
"""What an editor may put at the end of words that are cut: purchases[.]"""


class MarkKind(Enum):
    """What a mark does to the words of the source."""

    ELISION = auto()
    WORDS = auto()
    LETTER = auto()
    SIC = auto()


class Mark(NamedTuple):
    """A mark as written, brackets included, and what stands within them."""

    kind: MarkKind
    text: str
    inner: str


class Slip(NamedTuple):
    """Brackets that are no mark: what is wrong with them, and what to write instead."""

    text: str
    reason: str
    instead: str


class Piece(NamedTuple):
    """Words between two marks.

    `literal` is as written; `edited` has for each `[T]` the other case of its letter, which is the
    source's, and `unedited` the letter as it stands in the brackets.
    """

    literal: str
    edited: str
    unedited: str


@dataclass(frozen=True, slots=True)
class EditedQuote:
    """A quotation as pieces with marks between, before and after them.

    `marks[n]` stand before `pieces[n]`, the last ones after the last piece. An elision before the
    first piece or after the last says nothing and is left out. `too_many`: it has more marks than
    are followed; then there are no pieces.
    """

    pieces: tuple[Piece, ...]
    marks: tuple[tuple[Mark, ...], ...]
    slips: tuple[Slip, ...]
    too_many: bool = False

    @property
    def is_edited(self) -> bool:
        """Whether it has marks at all."""
        lettered = any(piece.literal != piece.edited for piece in self.pieces)
        return self.too_many or lettered or any(self.marks)


def parse_edits(quote: str) -> EditedQuote:
    """The pieces and marks of a quotation."""
    texts: list[list[tuple[str, str, str]]] = [[]]
    marks: list[list[Mark]] = [[]]
    slips: list[Slip] = []
    done = count = 0
    for match in _BRACKETS.finditer(quote):
        mark = _mark(quote, match)
        if isinstance(mark, Slip):
            slips.append(mark)
            continue
        count += 1
        if count > MOST_MARKS:
            return EditedQuote((), ((),), tuple(slips), too_many=True)
        _add(texts[-1], quote[done : match.start()])
        done = match.end()
        if mark.kind is MarkKind.LETTER:
            texts[-1].append((mark.text, mark.inner.swapcase(), mark.inner))
        elif "".join(literal for literal, _, _ in texts[-1]).strip():
            texts.append([])
            marks.append([mark])
        else:
            marks[-1].append(mark)
    _add(texts[-1], quote[done:])
    pieces = [_piece(parts) for parts in texts]
    if not pieces[-1].literal:  # the quotation ends with a mark
        pieces.pop()
    elif len(pieces) > 1 and pieces[-1].literal in _FINAL:
        pieces.pop()  # the printer's full stop after a mark
    else:
        marks.append([])
    marks[0] = [mark for mark in marks[0] if mark.kind is not MarkKind.ELISION]
    marks[-1] = [mark for mark in marks[-1] if mark.kind is not MarkKind.ELISION]
    return EditedQuote(tuple(pieces), tuple(map(tuple, marks)), tuple(slips))


def _add(parts: list[tuple[str, str, str]], words: str) -> None:
    if words:
        parts.append((words, words, words))


def _piece(parts: list[tuple[str, str, str]]) -> Piece:
    if not parts:
        return Piece("", "", "")
    return Piece(*("".join(form).strip() for form in zip(*parts, strict=True)))


def _mark(quote: str, match: re.Match[str]) -> Mark | Slip:
    """What brackets say, by what stands within and beside them."""
    text, inner = match[0], " ".join(match[1].split())
    start, end = match.span()
    before, after = quote[max(0, start - 1) : start], quote[end : end + 2]
    if inner in _DOTS:
        return Mark(MarkKind.ELISION, text, inner)
    if inner.casefold() in _SIC or inner in _POINTS:
        return Mark(MarkKind.SIC, text, inner)
    if not inner:
        return Slip(text, "the brackets are empty", "[…] for words that are left out")
    follows = after[:1].isalnum() or (after[:1] in _APOSTROPHES and after[1:].isalpha())
    if len(inner) == 1 and inner.isalpha() and follows and not before.isalnum():
        if len(inner.swapcase()) == 1 and inner.swapcase() != inner:
            return Mark(MarkKind.LETTER, text, inner)
        return Slip(text, f"“{inner}” is the same in capitals", inner)
    if before.isalnum() or follows:
        return _part_of_a_word(quote, match)
    return Mark(MarkKind.WORDS, text, inner)


def _part_of_a_word(quote: str, match: re.Match[str]) -> Slip:
    """Brackets within a word, with the whole word in brackets instead."""
    before = re.search(r"[\w'’-]{0,40}\Z", quote[max(0, match.start() - 40) : match.start()])
    after = re.match(r"[\w'’-]{0,40}", quote[match.end() : match.end() + 40])
    head, tail = before[0] if before else "", after[0] if after else ""
    whole = f"{head}{match[0]}{tail}"
    return Slip(whole, "a mark stands for whole words", f"[{head}{match[1].strip()}{tail}]")
