"""What an article quotes and who it says speaks: one reading of each paragraph, looked up."""

from collections.abc import Mapping, Sequence

from sitegen.frozen import NamedTuple, replace
from sitegen.recognise import Reading
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.lazily import lazily
from sitegen.recognise.speech.governing import Governed, governing
from sitegen.recognise.speech.names import Mention, Roster
from sitegen.recognise.speech.narration import narration
from sitegen.recognise.speech.subjects import Clause
from sitegen.recognise.speech.turns import is_examined
from sitegen.recognise.text.dashes import dash_speech
from sitegen.verify.passages import Stretch
from sitegen.verify.speakers.tellings import Quoted, Telling, by_paragraph
from sitegen.verify.speakers.unmarked import Unmarked

_NEAR = 6  # code points
_LONGEST_INCISED = 8_000  # characters of a paragraph; each quotation in it is read by itself


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
        self.language = reading.language
        self.roster = roster
        self._author = author or ""
        self._tellings: dict[int, Telling] = {}
        self._inner: dict[tuple[int, int], Telling] = {}
        self._lines: dict[int, str] = {}
        self._called: dict[tuple[int, int], tuple[Mention, ...]] = {}
        self._around: dict[Stretch, list[Quoted]] = {}
        self.unmarked = Unmarked(reading)
        self._first: dict[str, int] = {}  # the first paragraph that names each person,
        self._named_until = 0  # of those before this one

    @lazily
    def _quoted(self) -> Mapping[int, Sequence[Quoted]]:
        return by_paragraph(self.reading)

    def telling(self, index: int) -> Telling:
        """The paragraph at an index."""
        known = self._tellings.get(index)
        if known is None:
            quoted = tuple(self._quoted.get(index, ()))
            paragraph = self.reading.paragraphs[index]
            known = Telling(index, paragraph, quoted, self.roster, self.language)
            self._tellings[index] = known
        return known

    @lazily
    def writers(self) -> frozenset[str]:
        """The people of the fact sheet who wrote the source, by its author."""
        names = self.roster.mentions(self._author)
        return frozenset(who for name in names for who in name.who)

    def has_words(self, words: tuple[str, ...]) -> bool:
        """Whether words of a name stand in the article, in the form in which names are compared."""
        run = f" {' '.join(words)} "
        fewest = min((self._paragraphs_with.get(word, ()) for word in words), key=len)
        return any(run in self._line(at) for at in fewest)

    @lazily
    def _paragraphs_with(self) -> Mapping[str, Sequence[int]]:
        """In which paragraphs each word stands."""
        found: dict[str, list[int]] = {}
        for at in range(len(self.reading.paragraphs)):
            for form in self.telling(at).forms:
                found.setdefault(form, []).append(at)
        return found

    def _line(self, index: int) -> str:
        if index not in self._lines:
            self._lines[index] = f" {' '.join(self.telling(index).words.forms)} "
        return self._lines[index]

    def in_dashes(self, stretch: Stretch) -> bool:
        """Whether words stand in speech that the article marks with dashes."""
        start = self._dashed.get(stretch.paragraph)
        return start is not None and start <= stretch.start

    @lazily
    def _dashed(self) -> Mapping[int, int]:
        return dash_speech(self.reading.paragraphs)

    @lazily
    def has_turns(self) -> bool:
        """Whether the article is in turns of people: a label that recurs names one, or is Q. or A.

        A guide has “Pros:” and “Cons:” throughout, and one to railways “London to Rome”.
        """
        recurring = [label for label in self.unmarked.labels if label.recurs and label.name]
        return is_examined(label.name for label in recurring) or any(
            self.telling(label.paragraph).mentioned(label.start, label.end) for label in recurring
        )

    def names_before(self, index: int, person: str) -> bool:
        """Whether a paragraph before that at `index` names a person."""
        for at in range(self._named_until, index):
            for who in self.telling(at).named:
                self._first.setdefault(who, at)
        self._named_until = max(self._named_until, index)
        return self._first.get(person, index) < index

    def governing(self, stretch: Stretch) -> Told | None:
        """The clause that tells who speaks quoted words; None where none does."""
        around = self.around(stretch)
        if not around:
            return self._amid_dashes(stretch) or self._displayed(stretch.paragraph)
        part = around[-1]
        if len(around) > 1:
            return self._within(stretch.paragraph, part, around[-2])
        telling = self.telling(stretch.paragraph)
        found = _governed(telling, part)
        if found:
            sure = found.sure and not telling.is_misread(part, stretch.end)
            sure = sure and (self.language is ENGLISH or _is_beside(telling, found.clause, part))
            return Told(Governed(found.clause, sure), telling)
        reading = self.reading
        first = reading.indexes(part.token.line, part.token.line).start
        last = reading.indexes(part.token.end_line, part.token.end_line).start
        for index in sorted({first, last} - {stretch.paragraph}):
            telling = self.telling(index)
            here = telling.part_of(part.token)
            found = _governed(telling, here) if here else None
            if found:
                return Told(found, telling)
        within = self._amid(stretch.paragraph, part)
        if within:
            return within
        opening = self.telling(first).part_of(part.token)
        begins = opening and not reading.paragraphs[first].text[: opening.start].strip()
        return self._announced(first - 1) if begins and first else None

    def _displayed(self, index: int) -> Told | None:
        """The clause that announces a paragraph without marks, or the block that it is in."""
        block = self.unmarked.block(index)
        first = index if block is None else block
        if not first or self.telling(index).quoted:
            return None
        return self._announced(first - 1)

    def around(self, stretch: Stretch) -> list[Quoted]:
        """The quotations that words stand in, the outermost first."""
        known = self._around.get(stretch)
        if known is None:
            known = self._around[stretch] = self._about(stretch)
        return known

    def _about(self, stretch: Stretch) -> list[Quoted]:
        touching = self.telling(stretch.paragraph).touching(stretch.start, stretch.end)
        _, start, end = stretch
        whole = [part for part in touching if part.start <= start <= end <= part.end]
        return whole or list(touching[:1])  # both by where they begin, and the longest first

    def _within(self, index: int, part: Quoted, outer: Quoted) -> Told | None:
        """The clause for a quotation in a quotation: within the outer one's own words."""
        inside = self._inside(index, outer)
        found = _governed(inside, part)
        return Told(found, inside) if found else None

    def called(self, stretch: Stretch) -> tuple[Mention, ...]:
        """By which names the quotation that some words stand in calls upon people."""
        around = self.around(stretch)
        if not around:
            return ()
        key = (stretch.paragraph, around[-1].start)  # no two begin at one mark
        if key not in self._called:
            telling = self.telling(stretch.paragraph)
            self._called[key] = tuple(telling.called_in(around[-1]))
        return self._called[key]

    def _inside(self, index: int, outer: Quoted) -> Telling:
        """A paragraph as far as a quotation's own words tell in it."""
        key = (index, outer.start)
        if key not in self._inner:
            telling = self.telling(index)
            inner = " " * (outer.start + 1) + telling.paragraph.text[outer.start + 1 : outer.end]
            spans = [
                (other.start, other.end)
                for other in telling.touching(outer.start + 1, outer.end)
                if outer.start < other.start  # not this one, nor those about it
            ]
            within = narration(inner, spans, self.language)
            self._inner[key] = replace(telling, within=within)
        return self._inner[key]

    def _amid(self, index: int, part: Quoted) -> Told | None:
        """The clause amid the words of a quotation, as French sets it: «Oui, dit Lee, je viens.»"""
        if not self.language.incises or len(self.reading.paragraphs[index].text) > _LONGEST_INCISED:
            return None
        return _incised(self._inside(index, part))

    def _amid_dashes(self, stretch: Stretch) -> Told | None:
        """The clause in a paragraph of speech that dashes mark: --Oui, dit Lee. Je viens."""
        if not self.in_dashes(stretch):
            return None
        return _incised(self.telling(stretch.paragraph))

    def _announced(self, index: int) -> Told | None:
        """The last clause of a paragraph that ends in a colon: Legend said:

        Not surely, where it tells of words before it: “Yes,” said Legend; the letter was this:
        """
        telling = self.telling(index)
        if not telling.announces or not telling.clauses:
            return None
        told, clause = telling.narration, telling.clauses[-1]
        if told.words[clause.first].start < told.sentences[-1][0]:
            return None
        own = (_governed(telling, part) for part in telling.quoted)
        tells_before = clause.last + 1 < len(told.words) and any(
            found and found.clause == clause for found in own
        )
        return Told(Governed(clause, clause.sure and not tells_before), telling)


def _is_beside(telling: Telling, clause: Clause, part: Quoted) -> bool:
    """Whether a clause stands at a quotation; of one farther off only English is known so well."""
    words = telling.narration.words
    apart = (words[clause.first].start - part.end, part.start - words[clause.last].end)
    return 0 <= max(apart) <= _NEAR


def _incised(telling: Telling) -> Told | None:
    """The clause that a paragraph or a quotation sets amid its words, if it sets one speaker."""
    told, verbs = telling.narration, telling.language.incises
    amid = [
        clause
        for clause in telling.clauses
        if told.words[clause.verb].low in verbs and clause.verb < clause.subject.first
    ]
    subjects = [(told.words[c.subject.first].start, told.words[c.subject.last].end) for c in amid]
    if len({told.text[start:end] for start, end in subjects}) != 1:
        return None
    return Told(Governed(amid[0], sure=True), telling)


def _governed(telling: Telling, part: Quoted) -> Governed | None:
    return governing(telling.narration, telling.clauses, part.start, part.end)
