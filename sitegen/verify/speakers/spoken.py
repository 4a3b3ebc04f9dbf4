"""What the articles quote and who they say speaks: one reading of each paragraph, looked up."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sitegen.recognise.speech.governing import Governed, governing
from sitegen.recognise.speech.names import Mention, Roster, name_words
from sitegen.recognise.speech.narration import narration
from sitegen.recognise.text.dashes import dash_speech
from sitegen.verify.findings import Findings
from sitegen.verify.names import roster
from sitegen.verify.passages import Stretch
from sitegen.verify.speakers.tellings import Quoted, Telling, by_paragraph


class Told(NamedTuple):
    """A clause that governs some words, with the paragraph that it was read in."""

    governed: Governed
    telling: Telling


class Spoken:
    """The paragraphs of every article, as far as somebody has asked for them."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.roster: Roster = roster(findings.factsheet)
        self._quoted: dict[str, Mapping[int, Sequence[Quoted]]] = {}
        self._tellings: dict[tuple[str, int], Telling] = {}
        self._inner: dict[tuple[str, int, Quoted], Telling] = {}
        self._words: dict[str, Mapping[str, Sequence[int]]] = {}
        self._lines: dict[tuple[str, int], str] = {}
        self._dashed: dict[str, Mapping[int, int]] = {}
        self._called: dict[tuple[str, int, Quoted], tuple[Mention, ...]] = {}
        self._writers: dict[str, frozenset[str]] = {}
        self._first: dict[str, Mapping[str, int]] = {}

    def telling(self, source: str, index: int) -> Telling:
        """The paragraph at an index of an article."""
        key = (source, index)
        if key not in self._tellings:
            reading = self.findings.readings[source]
            if source not in self._quoted:
                self._quoted[source] = by_paragraph(reading)
            quoted = tuple(self._quoted[source].get(index, ()))
            self._tellings[key] = Telling(index, reading.paragraphs[index], quoted, self.roster)
        return self._tellings[key]

    def writers(self, source: str) -> frozenset[str]:
        """The people of the fact sheet who wrote a source, by its author."""
        if source not in self._writers:
            author = self.findings.factsheet.sources[source].author or ""
            names = self.roster.mentions(author)
            self._writers[source] = frozenset(who for name in names for who in name.who)
        return self._writers[source]

    def has_words(self, source: str, words: tuple[str, ...]) -> bool:
        """Whether words of a name stand in an article, in the form in which names are compared."""
        run = f" {' '.join(words)} "
        there = self._paragraphs_with(source)
        fewest = min((there.get(word, ()) for word in words), key=len)
        return any(run in self._line(source, at) for at in fewest)

    def _paragraphs_with(self, source: str) -> Mapping[str, Sequence[int]]:
        """In which paragraphs of an article each word stands."""
        if source not in self._words:
            found: dict[str, list[int]] = {}
            for at in range(len(self.findings.readings[source].paragraphs)):
                for form in self.telling(source, at).forms:
                    found.setdefault(form, []).append(at)
            self._words[source] = found
        return self._words[source]

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
        if source not in self._first:
            paragraphs = range(len(self.findings.readings[source].paragraphs))
            self._first[source] = {
                who: at for at in reversed(paragraphs) for who in self.telling(source, at).named
            }
        return self._first[source].get(person, index) < index

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
            here = telling.part_of(part.token)
            found = here and governing(telling.narration, telling.clauses, here.start, here.end)
            if here and found:
                misread = index == stretch.paragraph and telling.is_misread(here, stretch.end)
                return Told(replace(found, sure=found.sure and not misread), telling)
        opening = self.telling(source, first).part_of(part.token)
        begins = opening and not reading.paragraphs[first].text[: opening.start].strip()
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
        inside = self._inside(source, index, outer)
        found = governing(inside.narration, inside.clauses, part.start, part.end)
        return Told(found, inside) if found else None

    def called(self, source: str, stretch: Stretch) -> tuple[Mention, ...]:
        """By which names the quotation that some words stand in calls upon people."""
        around = self._around(source, stretch)
        if not around:
            return ()
        key = (source, stretch.paragraph, around[-1])
        if key not in self._called:
            telling = self.telling(source, stretch.paragraph)
            self._called[key] = tuple(telling.called_in(around[-1]))
        return self._called[key]

    def _inside(self, source: str, index: int, outer: Quoted) -> Telling:
        """A paragraph as far as a quotation's own words tell in it."""
        key = (source, index, outer)
        if key not in self._inner:
            telling = self.telling(source, index)
            inner = " " * (outer.start + 1) + telling.paragraph.text[outer.start + 1 : outer.end]
            spans = [
                (other.start, other.end)
                for other in telling.touching(outer.start + 1, outer.end)
                if outer.start < other.start  # not this one, nor those about it
            ]
            within = narration(inner, spans, self.roster.language)
            self._inner[key] = replace(telling, within=within)
        return self._inner[key]

    def _announced(self, source: str, index: int) -> Told | None:
        """The last clause of a paragraph that ends in a colon: Legend said:"""
        telling = self.telling(source, index)
        if not announces(telling.paragraph.text) or not telling.clauses:
            return None
        told, clause = telling.narration, telling.clauses[-1]
        if told.words[clause.first].start < told.sentences[-1][0]:
            return None
        return Told(Governed(clause, clause.sure), telling)


def announces(text: str) -> bool:
    """Whether a paragraph ends with the colon before somebody's words."""
    return text.rstrip().rstrip("-–—").endswith(":")
