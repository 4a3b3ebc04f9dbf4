"""The pieces of an edited quotation, searched in order, and what each mark may stand for."""

import re
from collections.abc import Iterator
from enum import Enum, auto

from sitegen.anchor.edits import MOST_WORDS, Mark, MarkKind, Piece
from sitegen.anchor.normalise import normalised
from sitegen.anchor.search import Range, Search, Sequence
from sitegen.anchor.text import ArticleText
from sitegen.frozen import NamedTuple, dataclass, replace
from sitegen.model import Anchor, Selector, Tier

_WIDEST = 240  # characters that one mark may stand for: four long words
_MOST_STEPS = 5_000  # places that are tried; only noise needs so many
_MOST_BETWEEN = 1000  # characters that the elisions may leave out where the lines are not known
_WORDS = re.compile(r"[^\s—–]*\w[^\s—–]*")
_CLAUSE = re.compile(r"[.,;:?!\"“”„«»()\[\]—–]|--|\n[ \t]*\n")


class Replaced(NamedTuple):
    """What a mark stands for: the source's words by their places, none for an insertion."""

    mark: Mark
    anchors: tuple[Anchor, ...]
    words: str


@dataclass(frozen=True, slots=True)
class FoundEdited:
    """The pieces of a quotation with the places of each, and what its marks stand for."""

    pieces: tuple[tuple[Anchor, ...], ...]
    quoted: tuple[str, ...]
    replaced: tuple[Replaced, ...]


class Between(Enum):
    """Whether a mark may stand for some words; where they are too many, more words are, too."""

    FITS = auto()
    NO = auto()
    TOO_MUCH = auto()


@dataclass(frozen=True, slots=True)
class Way:
    """One way to print the pieces of a quotation, and how strictly its marks are read.

    `ends_otherwise`: the last piece has not its own final mark. `joined`: see `Search`. `any_case`:
    `[T]he` may stand for the same letter. The limits are of what one mark stands for.
    """

    pieces: tuple[Piece, ...]
    marks: tuple[tuple[Mark, ...], ...]
    ends_otherwise: bool = False
    joined: bool = False
    any_case: bool = False
    most_words: int = MOST_WORDS
    widest: int = _WIDEST


def word_count(words: str) -> int:
    """How many words a stretch of a source has; a hyphen joins, a dash parts."""
    return len(_WORDS.findall(words))


class Run:
    """One way to print a quotation, searched in one form of the article."""

    def __init__(self, text: ArticleText, selector: Selector, way: Way) -> None:
        self.text = text
        self.marks = way.marks
        self.way = way
        self.quoted = _forms(text, selector, way)
        self.search = Search(text, Tier.T2, replace(selector, exact=self.quoted), joined=way.joined)
        self.span = self.search.span(selector.lines)
        self.steps = _MOST_STEPS
        self.segments = _segments(way.marks, len(way.pieces))

    def sequences(self, *, close: bool) -> Iterator[Sequence]:
        """Each place of the first run of pieces, with the next place of each further run after it.

        `close`: the elisions leave out no more than a page.
        """
        runs = [self._matches(segment) for segment in self.segments]
        found: list[Sequence] = [() for _ in runs]
        longest = sum(len(piece.text) for piece in self.search.pieces) + _MOST_BETWEEN
        for first in runs[0]:
            found[0] = first
            for number in range(1, len(runs)):
                while not found[number] or found[number][0].start < found[number - 1][-1].end:
                    following = next(runs[number], None)
                    if following is None:
                        return
                    found[number] = following
            if not close or found[-1][-1].end - first[0].start <= longest:
                yield tuple(place for part in found for place in part)

    def _matches(self, segment: range) -> Iterator[Sequence]:
        """The places of pieces between which no words are left out, by where the first begins."""
        dead: set[tuple[int, int]] = set()
        last = segment[-1]
        for place in self.search.within(segment[0], self.span):
            rest = self._rest(segment[0], last, place, dead)
            if rest and self._may_end(last, rest[-1]):
                yield rest

    def _rest(
        self, number: int, last: int, place: Range, dead: set[tuple[int, int]]
    ) -> Sequence | None:
        """A place with those of the pieces after it: the nearest that go together."""
        if number == last:
            return (place,)
        if (number, place.start) in dead or self.steps <= 0:
            return None
        size = len(self.search.pieces[number + 1].text)
        window = Range(place.end, min(self.span.end, place.end + size + self.way.widest))
        for following in self.search.within(number + 1, window):
            self.steps -= 1 + size // 1000
            between = self._between(self.marks[number + 1], place, following)
            if between is Between.TOO_MUCH or self.steps <= 0:
                break
            if between is Between.FITS:
                rest = self._rest(number + 1, last, following, dead)
                if rest:
                    return (place, *rest)
        dead.add((number, place.start))
        return None

    def _between(self, marks: tuple[Mark, ...], place: Range, following: Range) -> Between:
        """Whether marks may stand for what lies between two places."""
        words = self.between(place, following)
        if not words or words == "".join(mark.text for mark in marks):
            return Between.FITS
        if word_count(words) > self.way.most_words:
            return Between.TOO_MUCH
        nothing = all(mark.kind is MarkKind.SIC for mark in marks)
        return Between.NO if nothing and self.way.most_words == MOST_WORDS else Between.FITS

    def _may_end(self, number: int, place: Range) -> bool:
        """Whether a last piece without its own final mark may end there: no ? or ! is dropped."""
        if number != len(self.quoted) - 1 or not self.way.ends_otherwise:
            return True
        after = self.search.raw(place)[1]
        return self.text.raw[after : after + 1] not in {"?", "!"}

    def between(self, place: Range, following: Range) -> str:
        """The source's words between two places."""
        start, end = self.search.raw(place)[1], self.search.raw(following)[0]
        return self.text.raw[start:end].strip()

    def found(self, sequence: Sequence) -> FoundEdited:
        """What a sequence shows of the pieces and the marks.

        Brackets that are the source's own are pieces, too.
        """
        replaced: list[Replaced] = []
        ranges = {
            self.search.raw(place): words
            for place, words in zip(sequence, self.quoted, strict=True)
        }
        for number, marks in enumerate(self.marks):
            start, end = self._stretch(number, sequence, marks)
            for mark in marks:
                own = self._literal(mark, number, sequence)
                if own:
                    ranges[own] = mark.text
                elif mark.kind is MarkKind.WORDS:
                    stood = self.text.raw[start:end].strip()
                    there = tuple(self.text.anchors(start, end)) if stood else ()
                    replaced.append(Replaced(mark, there, stood))
                    start = end  # of several marks in a row, the first stands for it all
        in_order = sorted(ranges)
        pieces = tuple(tuple(self.text.anchors(*there)) for there in in_order)
        return FoundEdited(pieces, tuple(ranges[there] for there in in_order), tuple(replaced))

    def _literal(self, mark: Mark, number: int, sequence: Sequence) -> tuple[int, int] | None:
        """Where the source has the brackets itself: after the piece before, or before the next."""
        raw, size = self.text.raw, len(mark.text)
        if number:
            end = self.search.raw(sequence[number - 1])[1]
            begin = end + (raw[end : end + 1].isspace())
            if self._same(raw[begin : begin + size], mark):
                return begin, begin + size
        if number < len(sequence):
            start = self.search.raw(sequence[number])[0]
            start -= raw[max(0, start - 1) : start].isspace()
            if start >= size and self._same(raw[start - size : start], mark):
                return start - size, start
        return None

    @staticmethod
    def _same(words: str, mark: Mark) -> bool:
        return words[:1] == "[" and normalised(words, Tier.T2) == normalised(mark.text, Tier.T2)

    def _stretch(self, number: int, sequence: Sequence, marks: tuple[Mark, ...]) -> tuple[int, int]:
        """The raw range that the marks before a piece stand for.

        At the quotation's beginning and end, that are the words of the same clause, if they are few
        enough; beside an elision nobody can tell, and it is nothing.
        """
        if number == 0:
            return _clause_before(self.text.raw, self.search.raw(sequence[0])[0])
        before = self.search.raw(sequence[number - 1])[1]
        if any(mark.kind is MarkKind.ELISION for mark in marks):
            return before, before
        if number == len(sequence):
            return _clause_after(self.text.raw, before)
        return before, self.search.raw(sequence[number])[0]


def _segments(marks: tuple[tuple[Mark, ...], ...], pieces: int) -> tuple[range, ...]:
    """Runs of pieces by number: an elision parts them."""
    parted = [
        number
        for number in range(1, pieces)
        if any(mark.kind is MarkKind.ELISION for mark in marks[number])
    ]
    return tuple(map(range, (0, *parted), (*parted, pieces)))


def _forms(text: ArticleText, selector: Selector, way: Way) -> tuple[str, ...]:
    """Each piece as it is looked up: with literal brackets where it stands so in the lines."""
    forms = []
    for piece in way.pieces:
        stands = piece.literal == piece.edited
        if not stands:
            literal = Search(text, Tier.T2, Selector(selector.lines, (piece.literal,)))
            stands = any(literal.sequences(selector.lines))
        edited = piece.unedited if way.any_case else piece.edited
        forms.append(piece.literal if stands else edited)
    return tuple(forms)


def _clause_before(raw: str, end: int) -> tuple[int, int]:
    """The words of a clause before a raw offset; none where they are more than a mark's."""
    begin = max(0, end - _WIDEST)
    for match in _CLAUSE.finditer(raw, begin, end):
        begin = match.end()
    return (begin, end) if word_count(raw[begin:end]) <= MOST_WORDS else (end, end)


def _clause_after(raw: str, start: int) -> tuple[int, int]:
    """The words of a clause after a raw offset; none where they are more than a mark's."""
    match = _CLAUSE.search(raw, start, start + _WIDEST)
    end = match.start() if match else min(len(raw), start + _WIDEST)
    return (start, end) if word_count(raw[start:end]) <= MOST_WORDS else (start, start)
