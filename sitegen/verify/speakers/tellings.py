"""One paragraph with what tells who speaks in it: worked out once, then looked up by bisection."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sitegen.recognise import Paragraph, Reading, Token
from sitegen.recognise.speech.addressed import addressed
from sitegen.recognise.speech.bylines import Byline, bylines
from sitegen.recognise.speech.names import Mention, Roster, name_words
from sitegen.recognise.speech.narration import Narration, narration, outermost
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
    within: Narration | None = None

    @cached_property
    def outer(self) -> tuple[tuple[int, int], ...]:
        """The quotations that stand in no other."""
        return outermost([(part.start, part.end) for part in self.quoted])

    @cached_property
    def narration(self) -> Narration:
        """The words outside the quotations."""
        return self.within or narration(self.paragraph.text, self.outer, self.roster.language)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the narration that tell who speaks."""
        return clauses(self.narration)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Where the paragraph names people."""
        return self.roster.mentions(self.paragraph.text)

    @cached_property
    def named(self) -> frozenset[str]:
        """Everybody whom it mentions."""
        return frozenset(who for mention in self.mentions for who in mention.who)

    @cached_property
    def forms(self) -> frozenset[str]:
        """Its words in the form in which names are compared."""
        return frozenset(word.form for word in name_words(self.paragraph.text))

    @cached_property
    def bylines(self) -> tuple[Byline, ...]:
        """The bylines of posts in it."""
        return bylines(self.paragraph.text, self.roster.language)

    @cached_property
    def opening(self) -> frozenset[int]:
        """The offsets of the marks that open its quotations."""
        return frozenset(part.start for part in self.quoted)

    @cached_property
    def closing(self) -> frozenset[int]:
        """The offsets of the marks that close them."""
        return frozenset(part.end - 1 for part in self.quoted)

    @cached_property
    def has_stray_mark(self) -> bool:
        """Whether a quotation mark in it has no partner."""
        return has_stray(self.paragraph.text, self.opening | self.closing)

    @cached_property
    def _parts(self) -> Mapping[Token, Quoted]:
        return {part.token: part for part in reversed(self.quoted)}

    @cached_property
    def _outer_parts(self) -> tuple[Quoted, ...]:
        parts = {(part.start, part.end): part for part in reversed(self.quoted)}
        return tuple(parts[span] for span in self.outer)

    @cached_property
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

    @cached_property
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
        return self._parts.get(token)

    def touching(self, start: int, end: int) -> tuple[Quoted, ...]:
        """The quotations that have a character between two offsets, by where they begin."""
        low = bisect_left(self.quoted, start, key=lambda part: part.start)
        high = bisect_left(self.quoted, end, key=lambda part: part.start)
        about = [part for part in self._about(low - 1) if part.end > start]
        inside = self.quoted[low:high]
        return (*reversed(about), *(part for part in inside if part.end > start))

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
        nested = [
            (other.start - begin, other.end - begin)
            for other in self.touching(begin, part.end)
            if part.start < other.start  # not this one, nor those about it
        ]
        said = narration(self.paragraph.text[begin : part.end], nested, self.roster.language)
        low = bisect_left(self.mentions, begin, key=lambda mention: mention.start)
        high = bisect_right(self.mentions, part.end, key=lambda mention: mention.end)
        names = {(name.start - begin, name.end - begin): name for name in self.mentions[low:high]}
        for span in addressed(said.text, names, self.roster.language):
            yield names[span]

    def mentioned(self, start: int, end: int) -> frozenset[str]:
        """Whom the words between two offsets name; a name may begin with an article before them."""
        low = bisect_right(self.mentions, start, key=lambda mention: mention.end)
        high = bisect_right(self.mentions, end, key=lambda mention: mention.end)
        return frozenset(who for mention in self.mentions[low:high] for who in mention.who)


def by_paragraph(reading: Reading) -> Mapping[int, Sequence[Quoted]]:
    """The quotations of an article by paragraph, each cut where its paragraphs end."""
    found: dict[int, list[Quoted]] = {}
    for token in reading.quotations:
        for index in reading.indexes(token.line, token.end_line):
            paragraph = reading.paragraphs[index]
            start, end = 0, len(paragraph.text)
            if paragraph.first <= token.line <= paragraph.last:
                start = paragraph.offset(token.line, token.start)
            if paragraph.first <= token.end_line <= paragraph.last:
                end = paragraph.offset(token.end_line, token.end)
            found.setdefault(index, []).append(Quoted(start, end, token))
    return {
        index: sorted(parts, key=lambda part: (part.start, -part.end))
        for index, parts in found.items()
    }
