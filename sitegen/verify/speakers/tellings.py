"""One paragraph with what tells who speaks in it: worked out once, then looked up by bisection."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.frozen import NamedTuple
from sitegen.recognise import Paragraph, Reading, Token
from sitegen.recognise.language import Language
from sitegen.recognise.lazily import lazily
from sitegen.recognise.speech.addressed import addressed
from sitegen.recognise.speech.bylines import Byline, bylines
from sitegen.recognise.speech.capitals import Columns, columns
from sitegen.recognise.speech.names import Mention, Roster
from sitegen.recognise.speech.narration import Narration, blanked, narration, outermost
from sitegen.recognise.speech.speech import clauses
from sitegen.recognise.speech.subjects import Clause
from sitegen.verify.speakers.stray import has_stray

_TYPEWRITER = frozenset("\"'")


class Quoted(NamedTuple):
    """The part of a quotation that lies in one paragraph; `token` is the whole of it."""

    start: int
    end: int
    token: Token


@dataclass(frozen=True)
class Telling:
    """A paragraph with what tells who speaks in it; `index` is its place in the article.

    Each part is worked out when somebody first asks. `quoted` has the nested quotations too;
    `within` is the narration where it is not the paragraph's own, but a quotation's.
    """

    index: int
    paragraph: Paragraph
    quoted: tuple[Quoted, ...]
    roster: Roster
    language: Language
    within: Narration | None = None

    @lazily
    def outer(self) -> tuple[tuple[int, int], ...]:
        """The quotations that stand in no other."""
        return outermost([(part.start, part.end) for part in self.quoted])

    @lazily
    def words(self) -> Columns:
        """All its words, as names compare them."""
        return columns(self.paragraph.text)

    @lazily
    def narration(self) -> Narration:
        """The words outside the quotations."""
        if self.within:
            return self.within
        words = None if self.quoted else self.words.words()
        return narration(self.paragraph.text, self.outer, self.language, words)

    @lazily
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the narration that tell who speaks."""
        return clauses(self.narration)

    @lazily
    def announces(self) -> bool:
        """Whether it ends with the colon before somebody's words, or as “where he said,” does."""
        text = self.paragraph.text.rstrip().rstrip("-–—")
        if text.endswith(":"):
            return True
        return (
            text.endswith(",")
            and bool(self.clauses)
            and self.clauses[-1].verb + 1 == len(self.narration.words)
        )

    @lazily
    def mentions(self) -> tuple[Mention, ...]:
        """Where the paragraph names people."""
        return self.roster.named_in(self.words)

    @lazily
    def named(self) -> frozenset[str]:
        """Everybody whom it mentions."""
        return frozenset([who for mention in self.mentions for who in mention.who])

    @lazily
    def forms(self) -> frozenset[str]:
        """Its words in the form in which names are compared."""
        return frozenset(self.words.forms)

    @lazily
    def stems(self) -> frozenset[str]:
        """Its words as descriptions of somebody are compared by."""
        return stems(self.words.lows)

    @lazily
    def bylines(self) -> tuple[Byline, ...]:
        """The bylines of posts in it."""
        return bylines(self.paragraph.text, self.language)

    @lazily
    def opening(self) -> frozenset[int]:
        """The offsets of the marks that open its quotations."""
        return frozenset(part.start for part in self.quoted)

    @lazily
    def closing(self) -> frozenset[int]:
        """The offsets of the marks that close them."""
        return frozenset(part.end - 1 for part in self.quoted)

    @lazily
    def has_stray_mark(self) -> bool:
        """Whether a quotation mark in it has no partner."""
        return has_stray(self.paragraph.text, self.opening | self.closing)

    @property
    def has_doubled_mark(self) -> bool:
        """Whether a quotation in typewriter marks has one in the same marks: either may be none."""
        return bool(self._doubled)

    @lazily
    def _starts(self) -> list[int]:
        return [part.start for part in self.quoted]

    @lazily
    def _ends_of_names(self) -> list[int]:
        return [mention.end for mention in self.mentions]

    @lazily
    def _parts(self) -> Mapping[tuple[int, int], Quoted]:
        """Its quotations by where they begin in the article: no two begin at one mark."""
        return {(part.token.line, part.token.start): part for part in self.quoted}

    @lazily
    def _outer_parts(self) -> tuple[Quoted, ...]:
        parts = {(part.start, part.end): part for part in reversed(self.quoted)}
        return tuple(parts[span] for span in self.outer)

    @lazily
    def _parents(self) -> tuple[int, ...]:
        """For each quotation the index of the one about it; -1 for none."""
        parents: list[int] = []
        still: list[int] = []
        for index, part in enumerate(self.quoted):
            while still and self.quoted[still[-1]].end <= part.start:
                still.pop()
            parents.append(still[-1] if still else -1)
            still.append(index)
        return tuple(parents)

    @lazily
    def _doubled(self) -> Mapping[Token, int]:
        """Where in a quotation in typewriter marks the first one in the same marks begins."""
        found: dict[Token, int] = {}
        for index, part in enumerate(self.quoted):
            mark = part.token.text[:1]
            for outer in self._about(self._parents[index]) if mark in _TYPEWRITER else ():
                if outer.token.text[:1] == mark:
                    found.setdefault(outer.token, part.start)
        return found

    def _about(self, index: int) -> Iterator[Quoted]:
        """The quotation at an index, and those about it, outwards."""
        while index >= 0:
            yield self.quoted[index]
            index = self._parents[index]

    def part_of(self, token: Token) -> Quoted | None:
        """The part of a quotation that lies in this paragraph."""
        return self._parts.get((token.line, token.start))

    def touching(self, start: int, end: int) -> tuple[Quoted, ...]:
        """The quotations that have a character between two offsets, by where they begin."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        about: list[Quoted] = []
        index = low - 1
        while index >= 0:
            if self.quoted[index].end > start:
                about.append(self.quoted[index])
            index = self._parents[index]
        about.reverse()
        return (*about, *self.quoted[low:high])

    def outer_between(self, start: int, end: int) -> tuple[Quoted, ...]:
        """The outermost quotations that have a character between two offsets."""
        low = bisect_right(self.outer, start, key=lambda span: span[1])
        high = bisect_left(self.outer, end, key=lambda span: span[0])
        return self._outer_parts[low:high]

    def is_misread(self, part: Quoted, end: int) -> bool:
        """Whether a quotation holds one in the same typewriter marks that begins before `end`.

        Then a mark was left out, or stands for inches, and nobody can tell which words are whose.
        """
        return self._doubled.get(part.token, end) < end

    def called_in(self, part: Quoted) -> Iterator[Mention]:
        """The names by which a quotation calls upon people; not one that it quotes in turn."""
        begin = part.start + 1
        low = bisect_left(self.mentions, begin, key=lambda mention: mention.start)
        high = bisect_right(self._ends_of_names, part.end)
        if low >= high:
            return  # as most quotations name nobody
        nested = [
            (other.start - begin, other.end - begin)
            for other in self.touching(begin, part.end)
            if part.start < other.start  # not this one, nor those about it
        ]
        said = blanked(self.paragraph.text[begin : part.end], outermost(nested))
        names = {(name.start - begin, name.end - begin): name for name in self.mentions[low:high]}
        for span in addressed(said, names, self.language):
            yield names[span]

    def mentioned(self, start: int, end: int) -> frozenset[str]:
        """Whom the words between two offsets name; a name may begin with an article before them."""
        low = bisect_right(self._ends_of_names, start)
        high = bisect_right(self._ends_of_names, end)
        return frozenset([who for mention in self.mentions[low:high] for who in mention.who])


def stems(lows: Iterable[str]) -> frozenset[str]:
    """Words without the ending of a plural, so that two numbers of one word are the same."""
    return frozenset(
        [f"{low[:-3]}y" if low.endswith("ies") else low.removesuffix("s") for low in lows]
    )


def by_paragraph(reading: Reading) -> Mapping[int, Sequence[Quoted]]:
    """The quotations of an article by paragraph, each cut where its paragraphs end."""
    found: dict[int, list[Quoted]] = {}
    paragraphs = reading.paragraphs
    for token in reading.quotations:
        line, end_line = token.line, token.end_line
        for index in reading.indexes(line, end_line):
            paragraph = paragraphs[index]
            first, starts = paragraph.first, paragraph.starts
            last = first + len(starts) - 1
            start = starts[line - first] + token.start if first <= line <= last else 0
            end = len(paragraph.text)
            if first <= end_line <= last:
                end = starts[end_line - first] + token.end
            found.setdefault(index, []).append(Quoted(start, end, token))
    return found
