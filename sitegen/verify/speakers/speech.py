"""What an article quotes and who it says speaks: one reading of each paragraph, looked up."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from sitegen.recognise import Reading
from sitegen.recognise.speech.governing import Governed, governing
from sitegen.recognise.speech.names import Mention, Roster, name_words
from sitegen.recognise.speech.narration import narration
from sitegen.recognise.text.dashes import dash_speech
from sitegen.verify.passages import Stretch
from sitegen.verify.speakers.tellings import Quoted, Telling, by_paragraph


class Told(NamedTuple):
    """A clause that governs some words, with the paragraph that it was read in."""

    governed: Governed
    telling: Telling


class Speech:
    """The paragraphs of one article, as far as somebody has asked for them.

    It depends on nothing but the text, its author and all people, so that a later run may go on
    with it.
    """

    def __init__(self, reading: Reading, author: str | None, roster: Roster) -> None:
        self.reading = reading
        self.roster = roster
        self._author = author or ""
        self._tellings: dict[int, Telling] = {}
        self._inner: dict[tuple[int, Quoted], Telling] = {}
        self._lines: dict[int, str] = {}
        self._called: dict[tuple[int, Quoted], tuple[Mention, ...]] = {}

    @cached_property
    def _quoted(self) -> Mapping[int, Sequence[Quoted]]:
        return by_paragraph(self.reading)

    def telling(self, index: int) -> Telling:
        """The paragraph at an index."""
        if index not in self._tellings:
            quoted = tuple(self._quoted.get(index, ()))
            paragraph = self.reading.paragraphs[index]
            self._tellings[index] = Telling(index, paragraph, quoted, self.roster)
        return self._tellings[index]

    @cached_property
    def writers(self) -> frozenset[str]:
        """The people of the fact sheet who wrote the source, by its author."""
        names = self.roster.mentions(self._author)
        return frozenset(who for name in names for who in name.who)

    def has_words(self, words: tuple[str, ...]) -> bool:
        """Whether words of a name stand in the article, in the form in which names are compared."""
        run = f" {' '.join(words)} "
        fewest = min((self._paragraphs_with.get(word, ()) for word in words), key=len)
        return any(run in self._line(at) for at in fewest)

    @cached_property
    def _paragraphs_with(self) -> Mapping[str, Sequence[int]]:
        """In which paragraphs each word stands."""
        found: dict[str, list[int]] = {}
        for at in range(len(self.reading.paragraphs)):
            for form in self.telling(at).forms:
                found.setdefault(form, []).append(at)
        return found

    def _line(self, index: int) -> str:
        if index not in self._lines:
            forms = (word.form for word in name_words(self.telling(index).paragraph.text))
            self._lines[index] = f" {' '.join(forms)} "
        return self._lines[index]

    def in_dashes(self, stretch: Stretch) -> bool:
        """Whether words stand in speech that the article marks with dashes."""
        start = self._dashed.get(stretch.paragraph)
        return start is not None and start <= stretch.start

    @cached_property
    def _dashed(self) -> Mapping[int, int]:
        return dash_speech(self.reading.paragraphs)

    def names_before(self, index: int, person: str) -> bool:
        """Whether a paragraph before that at `index` names a person."""
        return self._first.get(person, index) < index

    @cached_property
    def _first(self) -> Mapping[str, int]:
        """The first paragraph that names each person."""
        paragraphs = range(len(self.reading.paragraphs))
        return {who: at for at in reversed(paragraphs) for who in self.telling(at).named}

    def governing(self, stretch: Stretch) -> Told | None:
        """The clause that tells who speaks quoted words; None where none does."""
        around = self._around(stretch)
        if not around:
            return None
        part = around[-1]
        if len(around) > 1:
            return self._within(stretch.paragraph, part, around[-2])
        reading = self.reading
        first = reading.indexes(part.token.line, part.token.line).start
        last = reading.indexes(part.token.end_line, part.token.end_line).start
        for index in dict.fromkeys((stretch.paragraph, first, last)):
            telling = self.telling(index)
            here = telling.part_of(part.token)
            found = here and governing(telling.narration, telling.clauses, here.start, here.end)
            if here and found:
                misread = index == stretch.paragraph and telling.is_misread(here, stretch.end)
                return Told(replace(found, sure=found.sure and not misread), telling)
        opening = self.telling(first).part_of(part.token)
        begins = opening and not reading.paragraphs[first].text[: opening.start].strip()
        return self._announced(first - 1) if begins and first else None

    def _around(self, stretch: Stretch) -> list[Quoted]:
        """The quotations that words stand in, the outermost first."""
        touching = self.telling(stretch.paragraph).touching(stretch.start, stretch.end)
        whole = [
            part for part in touching if part.start <= stretch.start <= stretch.end <= part.end
        ]
        return sorted(whole or touching[:1], key=lambda part: (part.start, -part.end))

    def _within(self, index: int, part: Quoted, outer: Quoted) -> Told | None:
        """The clause for a quotation in a quotation: within the outer one's own words."""
        inside = self._inside(index, outer)
        found = governing(inside.narration, inside.clauses, part.start, part.end)
        return Told(found, inside) if found else None

    def called(self, stretch: Stretch) -> tuple[Mention, ...]:
        """By which names the quotation that some words stand in calls upon people."""
        around = self._around(stretch)
        if not around:
            return ()
        key = (stretch.paragraph, around[-1])
        if key not in self._called:
            telling = self.telling(stretch.paragraph)
            self._called[key] = tuple(telling.called_in(around[-1]))
        return self._called[key]

    def _inside(self, index: int, outer: Quoted) -> Telling:
        """A paragraph as far as a quotation's own words tell in it."""
        key = (index, outer)
        if key not in self._inner:
            telling = self.telling(index)
            inner = " " * (outer.start + 1) + telling.paragraph.text[outer.start + 1 : outer.end]
            spans = [
                (other.start, other.end)
                for other in telling.touching(outer.start + 1, outer.end)
                if outer.start < other.start  # not this one, nor those about it
            ]
            within = narration(inner, spans, self.roster.language)
            self._inner[key] = replace(telling, within=within)
        return self._inner[key]

    def _announced(self, index: int) -> Told | None:
        """The last clause of a paragraph that ends in a colon: Legend said:"""
        telling = self.telling(index)
        if not announces(telling.paragraph.text) or not telling.clauses:
            return None
        told, clause = telling.narration, telling.clauses[-1]
        if told.words[clause.first].start < told.sentences[-1][0]:
            return None
        return Told(Governed(clause, clause.sure), telling)


def announces(text: str) -> bool:
    """Whether a paragraph ends with the colon before somebody's words."""
    return text.rstrip().rstrip("-–—").endswith(":")
