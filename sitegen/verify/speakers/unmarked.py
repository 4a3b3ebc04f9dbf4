"""What an article sets off as somebody's words without quotation marks, looked up by paragraph."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from sitegen.frozen import NamedTuple
from sitegen.recognise import Reading
from sitegen.recognise.lazily import lazily
from sitegen.recognise.speech import letters, turns
from sitegen.verify.passages import Stretch

_MOST_LINES = 200  # from a label to the words that it is for, in one paragraph
_MOST_PARAGRAPHS = 40  # and in others: nobody speaks on so long without a label
_MARKS = frozenset(" \t*_")


class Placed(NamedTuple):
    """A label by its paragraph and its offsets there; without a name, a turn ends there."""

    paragraph: int
    start: int
    end: int
    name: str
    recurs: bool
    is_letter: bool


class Unmarked:
    """The labels, the questions and the indented blocks of one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def label(self, stretch: Stretch) -> Placed | None:
        """The nearest label above some words in their paragraph."""
        paragraph = self._reading.paragraphs[stretch.paragraph]
        last = bisect_right(paragraph.starts, stretch.start)
        lines = list(turns.lines_of(paragraph))[max(0, last - _MOST_LINES) : last]
        for start, end in reversed(lines):
            found = turns.label_at(paragraph.text, start, end)
            if found:
                return Placed(stretch.paragraph, *found)
        return None

    def turn(self, stretch: Stretch) -> Placed | None:
        """The label of the turn that some words belong to, in an article that is in turns.

        It goes on in further paragraphs if another follows: nobody knows where the last one ends.
        """
        behind = self._behind(stretch)
        found = self.labels[behind - 1] if behind else None
        if found is None or not found.name:
            return None
        apart = stretch.paragraph - found.paragraph
        goes_on = found.is_letter or any(one.name for one in self.labels[behind : behind + 2])
        return found if not apart or (goes_on and apart <= _MOST_PARAGRAPHS) else None

    def signatures(self, stretch: Stretch) -> tuple[letters.Signature, ...]:
        """What may sign the letter that some words may belong to, in order; nothing for none."""
        at = bisect_right(self._opening, stretch.paragraph)
        every = self._letters[at - 1].signatures if at else ()
        return tuple(one for one in every if one.paragraph > stretch.paragraph)

    @lazily
    def _opening(self) -> list[int]:
        return [letter.first for letter in self._letters]

    @lazily
    def _letters(self) -> list[letters.Letter]:
        return letters.letters(self._reading.paragraphs, self._reading.language)

    def turns(self, first: Stretch, last: Stretch) -> list[Placed]:
        """The label of the turn of some words, if any, and those from there up to other words."""
        low = self._behind(first)
        high = bisect_left(self.labels, (last.paragraph, last.end))
        return self.labels[max(0, low - 1) : high]

    def _behind(self, stretch: Stretch) -> int:
        """The first label behind where words begin; one that they begin with is their own."""
        text, start = self._reading.paragraphs[stretch.paragraph].text, stretch.start
        while text[start : start + 1] in _MARKS:
            start += 1
        return bisect_right(self.labels, (stretch.paragraph, start, len(text) + 1))

    @lazily
    def labels(self) -> list[Placed]:
        """All labels of an article that is in turns, in order, and where turns end without one."""
        found = turns.labels(self._reading.paragraphs, self._reading.language)
        return [Placed(index, *label) for index, label in found]

    def block(self, index: int) -> int | None:
        """Which indented block a paragraph belongs to, by its first paragraph; None for none."""
        return self._blocks.get(index)

    def last_of_block(self, first: int) -> int:
        """The last paragraph of the block that begins with one."""
        last = first
        while self._blocks.get(last + 1) == first:
            last += 1
        return last

    @lazily
    def _blocks(self) -> Mapping[int, int]:
        first: dict[int, int] = {}
        for index in sorted(turns.blocks(self._reading.lines, self._reading.paragraphs)):
            first[index] = first.get(index - 1, index)
        return first

    def answers(self, index: int) -> bool:
        """Whether a paragraph answers a question of an interview that marks neither."""
        return index in self._answers

    @lazily
    def _answers(self) -> frozenset[int]:
        return turns.answers(self._reading.paragraphs, self._reading.language)
