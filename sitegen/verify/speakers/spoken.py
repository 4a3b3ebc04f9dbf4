"""What the articles quote and who they say speaks: worked out once a paragraph, then looked up."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from sitegen.recognise import Paragraph, Reading, Token
from sitegen.recognise.speech.bylines import Byline, bylines
from sitegen.recognise.speech.governing import Governed, governing
from sitegen.recognise.speech.names import Mention, Roster, name_words
from sitegen.recognise.speech.narration import Narration, narration, outermost
from sitegen.recognise.speech.speech import Clause, clauses
from sitegen.recognise.text.dashes import dash_speech
from sitegen.verify.findings import Findings
from sitegen.verify.names import roster
from sitegen.verify.passages import Stretch

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
    def bylines(self) -> tuple[Byline, ...]:
        """The bylines of posts in it."""
        return bylines(self.paragraph.text, self.roster.language)

    def touching(self, start: int, end: int) -> tuple[Quoted, ...]:
        """The quotations that have a character between two offsets, by where they begin."""
        outer = self.outer
        first = bisect_right(outer, start, key=lambda span: span[1])
        begin = min(start, outer[first][0]) if first < len(outer) else start
        low = bisect_left(self.quoted, begin, key=lambda part: part.start)
        high = bisect_left(self.quoted, end, key=lambda part: part.start)
        return tuple(part for part in self.quoted[low:high] if part.end > start)

    def mentioned(self, start: int, end: int) -> frozenset[str]:
        """Whom the words between two offsets name; a name may begin with an article before them."""
        low = bisect_right(self.mentions, start, key=lambda mention: mention.end)
        high = bisect_right(self.mentions, end, key=lambda mention: mention.end)
        return frozenset(who for mention in self.mentions[low:high] for who in mention.who)


class Told(NamedTuple):
    """A clause that governs some words, with the paragraph that it was read in."""

    governed: Governed
    telling: Telling


class Spoken:
    """The paragraphs of every article, as far as somebody has asked for them."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.roster: Roster = roster(findings.factsheet)
        self._quoted: dict[str, Mapping[int, list[Quoted]]] = {}
        self._tellings: dict[tuple[str, int], Telling] = {}
        self._lines: dict[tuple[str, int], str] = {}
        self._dashed: dict[str, Mapping[int, int]] = {}

    def telling(self, source: str, index: int) -> Telling:
        """The paragraph at an index of an article."""
        key = (source, index)
        if key not in self._tellings:
            reading = self.findings.readings[source]
            if source not in self._quoted:
                self._quoted[source] = _by_paragraph(reading)
            quoted = tuple(self._quoted[source].get(index, ()))
            self._tellings[key] = Telling(index, reading.paragraphs[index], quoted, self.roster)
        return self._tellings[key]

    def has_words(self, source: str, words: tuple[str, ...]) -> bool:
        """Whether words of a name stand in an article, in the form in which names are compared."""
        run = f" {' '.join(words)} "
        return any(run in self._line(source, at) for at in self._with(source, words[0]))

    def _with(self, source: str, word: str) -> Iterator[int]:
        """The paragraphs that may have a word: hyphens, accents are written in several ways."""
        plain = word.isascii() and word.isalnum()
        for at, paragraph in enumerate(self.findings.readings[source].paragraphs):
            if not plain or word in paragraph.text:
                yield at

    def _line(self, source: str, index: int) -> str:
        key = (source, index)
        if key not in self._lines:
            forms = (word.form for word in name_words(self.telling(source, index).paragraph.text))
            self._lines[key] = f" {' '.join(forms)} "
        return self._lines[key]

    def in_dashes(self, source: str, stretch: Stretch) -> bool:
        """Whether words stand in speech that the article marks with dashes."""
        if source not in self._dashed:
            self._dashed[source] = dash_speech(self.findings.readings[source].paragraphs)
        start = self._dashed[source].get(stretch.paragraph)
        return start is not None and start <= stretch.start

    def names_before(self, source: str, index: int, person: str) -> bool:
        """Whether a paragraph of an article before that at `index` names a person."""
        return any(person in self.telling(source, at).named for at in range(index - 1, -1, -1))

    def governing(self, source: str, stretch: Stretch) -> Told | None:
        """The clause that tells who speaks quoted words; None where none does."""
        around = self._around(source, stretch)
        if not around:
            return None
        part = around[-1]
        if len(around) > 1:
            return self._within(source, stretch.paragraph, part, around[-2])
        reading = self.findings.readings[source]
        first = reading.indexes(part.token.line, part.token.line).start
        last = reading.indexes(part.token.end_line, part.token.end_line).start
        for index in dict.fromkeys((stretch.paragraph, first, last)):
            telling = self.telling(source, index)
            parts = (other for other in telling.quoted if other.token == part.token)
            for here in parts:
                found = governing(telling.narration, telling.clauses, here.start, here.end)
                if found:
                    sure = found.sure and not _is_misread(telling, here, stretch)
                    return Told(replace(found, sure=sure), telling)
        begins = not reading.paragraphs[first].text[: self._start(source, first, part)].strip()
        return self._announced(source, first - 1) if begins and first else None

    def _around(self, source: str, stretch: Stretch) -> list[Quoted]:
        """The quotations that words stand in, the outermost first."""
        touching = self.telling(source, stretch.paragraph).touching(stretch.start, stretch.end)
        whole = [
            part for part in touching if part.start <= stretch.start <= stretch.end <= part.end
        ]
        return sorted(whole or touching[:1], key=lambda part: (part.start, -part.end))

    def _within(self, source: str, index: int, part: Quoted, outer: Quoted) -> Told | None:
        """The clause for a quotation in a quotation: within the outer one's own words."""
        telling = self.telling(source, index)
        text = telling.paragraph.text
        inner = " " * (outer.start + 1) + text[outer.start + 1 : outer.end]
        spans = [
            (other.start, other.end)
            for other in telling.touching(outer.start + 1, outer.end)
            if outer.start < other.start and other.end <= outer.end and other != outer
        ]
        inside = replace(telling, within=narration(inner, spans, self.roster.language))
        found = governing(inside.narration, inside.clauses, part.start, part.end)
        return Told(found, inside) if found else None

    def _start(self, source: str, index: int, part: Quoted) -> int:
        parts = self.telling(source, index).quoted
        return next((other.start for other in parts if other.token == part.token), 0)

    def _announced(self, source: str, index: int) -> Told | None:
        """The last clause of a paragraph that ends in a colon: Legend said:"""
        telling = self.telling(source, index)
        if not announces(telling.paragraph.text) or not telling.clauses:
            return None
        told, clause = telling.narration, telling.clauses[-1]
        if told.words[clause.first].start < told.sentences[-1][0]:
            return None
        return Told(Governed(clause, clause.sure), telling)


def _is_misread(telling: Telling, part: Quoted, stretch: Stretch) -> bool:
    """Whether a quotation holds one in the same typewriter marks, at or before some words.

    Then a mark was left out, or stands for inches, and nobody can tell which words are whose.
    """
    mark = part.token.text[:1]
    if mark not in _TYPEWRITER or telling.index != stretch.paragraph:
        return False
    inner = telling.touching(part.start, stretch.end)
    return any(other != part and other.token.text[:1] == mark for other in inner)


def announces(text: str) -> bool:
    """Whether a paragraph ends with the colon before somebody's words."""
    return text.rstrip().rstrip("-–—").endswith(":")


def _by_paragraph(reading: Reading) -> Mapping[int, list[Quoted]]:
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
    return {index: sorted(parts, key=lambda part: part.start) for index, parts in found.items()}
