"""Searching an article's text at one tier for the pieces of a selector."""

from collections.abc import Iterator

from sitegen.anchor.normalise import Normalised, clean, normalise
from sitegen.anchor.text import LADDER, ArticleText
from sitegen.frozen import NamedTuple
from sitegen.model import Anchor, LineRange, Selector, Tier

_MOST_BESIDE = 64  # characters of white space that may part a prefix or suffix from the words
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


class Range(NamedTuple):
    """A stretch of the normalised text."""

    start: int
    end: int


Sequence = tuple[Range, ...]  # one range for each piece, in order


class Piece(NamedTuple):
    """Words as a tier compares them, with their gaps beside dashes (see `Normalised`)."""

    text: str
    gaps: str


def _piece(words: str, tier: Tier) -> Piece:
    stripped = words.strip()
    if tier is Tier.T0:
        return Piece(stripped, "")
    # Every other tier rewrites white space beside one plain space, dashes, and what is not ASCII.
    if stripped.isascii() and "-" not in stripped and " ".join(stripped.split()) == stripped:
        return Piece(stripped, "")
    form = normalise(Normalised(clean(words).text.strip()), tier)
    return Piece(form.text, form.gaps)


def as_written(text: ArticleText, words: str, lines: LineRange) -> Iterator[Range]:
    """The raw places of words in lines, as a `Search` for them alone at T0 finds them.

    Nothing has to be made ready for that, and most quotations stand as they are written.
    """
    raw = text.raw
    for start in _occurrences(raw, words, *text.range_of(lines)):
        end = start + len(words)
        if _is_in_word(raw, start) or _is_in_word(raw, end):
            continue
        if not (text.cuts_before(start) or text.cuts_after(end)):
            yield Range(start, end)


def searches(text: ArticleText, selector: Selector) -> Iterator["Search"]:
    """A search at each tier in order, without those that can find no more than the one before.

    Last, at T2, without the opening marks that a quotation repeats at each of its paragraphs.
    """
    before: Search | None = None
    for tier in LADDER:
        search = Search(text, tier, selector)
        if before is None or not search.equals(before):
            yield search
        before = search
    if text.joined is not text.form(LADDER[-1]):
        yield Search(text, LADDER[-1], selector, joined=True)


class Search:
    """One tier's view of an article and of a selector.

    `joined`: without the opening marks that a quotation repeats at each of its paragraphs.
    """

    def __init__(
        self, text: ArticleText, tier: Tier, selector: Selector, *, joined: bool = False
    ) -> None:
        self.text = text
        self.tier = tier
        self.form: Normalised = text.joined if joined else text.form(tier)
        self.pieces = tuple(_piece(piece, tier) for piece in selector.exact)
        self.prefix = _piece(selector.prefix, tier).text if selector.prefix else ""
        self.suffix = _piece(selector.suffix, tier).text if selector.suffix else ""

    def equals(self, other: "Search") -> bool:
        """Whether both compare the same texts with the same words."""
        return (
            self.form.text is other.form.text
            and self.pieces == other.pieces
            and (self.prefix, self.suffix) == (other.prefix, other.suffix)
        )

    def sequences(self, lines: LineRange, *, whole_words: bool = True) -> Iterator[Sequence]:
        """Each place of the first piece, with the next place of each further piece after it.

        `prefix` stands before the first piece, `suffix` after the last.
        """
        places = [self._places(number, lines, whole_words) for number in range(len(self.pieces))]
        ranges = [Range(-1, -1)] * len(places)
        for first in places[0] if places else ():
            ranges[0] = first
            for number in range(1, len(places)):
                while ranges[number].start < ranges[number - 1].end:
                    following = next(places[number], None)
                    if following is None:
                        return
                    ranges[number] = following
            yield tuple(ranges)

    def _places(self, number: int, lines: LineRange, whole_words: bool) -> Iterator[Range]:
        return self.within(number, self.span(lines), whole_words=whole_words)

    def span(self, lines: LineRange) -> Range:
        """Where lines stand in the normalised text."""
        first, last = self.text.range_of(lines)
        return Range(self.form.offset_of(first), self.form.offset_of(last))

    def within(self, number: int, span: Range, *, whole_words: bool = True) -> Iterator[Range]:
        """The places of one piece in a stretch of the normalised text, in order."""
        piece = self.pieces[number]
        prefix = self.prefix if number == 0 else ""
        suffix = self.suffix if number == len(self.pieces) - 1 else ""
        for at in _occurrences(self.form.text, piece.text, *span):
            place = Range(at, at + len(piece.text))
            if (
                self._has_gaps(place, piece)
                and self._is_beside(place, prefix, suffix)
                and (not whole_words or self._is_whole(place))
            ):
                yield place

    def _is_whole(self, place: Range) -> bool:
        if any(_is_in_word(self.form.text, bound) for bound in place):
            return False
        if self.form.splits(place.start) or self.form.splits(place.end):
            return False
        start, end = self.raw(place)
        if self.text.cuts_before(start) or self.text.cuts_after(end):
            return False
        if self.form.text[place.start] not in _DASHES or self.tier is Tier.T0:
            return True
        # A dash before a number is read by what stands before it, which a quotation leaves out:
        # “—5” may not stand for the end of “10-5”, as alone that is a minus.
        alone = normalise(clean(self.text.raw[start:end]), self.tier)
        return alone.text == self.form.text[place.start : place.end]

    def _has_gaps(self, place: Range, piece: Piece) -> bool:
        """Whether the white space beside dashes agrees; a line end there may be nothing."""
        if not self.form.gaps and not piece.gaps:
            return True
        none = "." * len(piece.text)
        there = (self.form.gaps[place.start : place.end] or none)[1:]
        ours = (piece.gaps or none)[1:]
        if "\n" not in there and "\n" not in ours:
            return there == ours
        return all(a == b or "\n" in (a, b) for a, b in zip(there, ours, strict=True))

    def _is_beside(self, place: Range, prefix: str, suffix: str) -> bool:
        whole, (start, end) = self.form.text, place
        before = whole[max(0, start - len(prefix) - _MOST_BESIDE) : start] if prefix else ""
        after = whole[end : end + len(suffix) + _MOST_BESIDE] if suffix else ""
        return before.rstrip().endswith(prefix) and after.lstrip().startswith(suffix)

    def raw(self, place: Range) -> tuple[int, int]:
        """A place as raw offsets."""
        return self.form.raw_start(place.start), self.form.raw_end(place.end)

    def anchors(self, sequence: Sequence) -> tuple[Anchor, ...]:
        """The raw places of a sequence, those of each piece in turn."""
        return tuple(anchor for place in sequence for anchor in self.text.anchors(*self.raw(place)))


def _is_in_word(text: str, bound: int) -> bool:
    """Whether an offset certainly lies in a word: seen at once, where a text has it often."""
    beside = text[bound - 1 : bound + 1] if bound else ""
    return len(beside) > 1 and beside.isascii() and beside.isalpha()


def _occurrences(text: str, words: str, start: int, end: int) -> Iterator[int]:
    """Where words stand in a text, overlapping places included, in time linear in its length.

    Places can overlap only where the words repeat themselves: “so so so”. Then the next place is
    one period on if the text goes on in the same way, which need not be searched for again.
    """
    size, period = len(words), 0
    at = text.find(words, start, end) if words else -1
    while at >= 0:
        yield at
        if period and at + size + period <= end and text.startswith(words[-period:], at + size):
            at += period
            continue
        last, at = at, text.find(words, at + 1, end)
        if not period and 0 <= at < last + size:
            period = _period(words)


def _period(words: str) -> int:
    """After how many characters words begin to repeat themselves."""
    borders = [0] * len(words)  # the longest beginning of words[: n + 1] that is also its end
    length = 0
    for number in range(1, len(words)):
        while length and words[number] != words[length]:
            length = borders[length - 1]
        length += words[number] == words[length]
        borders[number] = length
    return len(words) - length
