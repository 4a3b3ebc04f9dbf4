"""What an article sets off as somebody's words without quotation marks, looked up by paragraph."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from sitegen.frozen import NamedTuple
from sitegen.recognise import Reading
from sitegen.recognise.lazily import lazily
from sitegen.recognise.speech import turns
from sitegen.verify.passages import Stretch

_MOST_LINES = 200  # from a label to the words that it is for, in one paragraph
_MOST_PARAGRAPHS = 40  # and in others: nobody speaks on so long without a label


class Placed(NamedTuple):
    """A label by its paragraph and its offsets there."""

    paragraph: int
    start: int
    end: int


class Unmarked:
    """The labels, the questions and the indented blocks of one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def label(self, stretch: Stretch) -> Placed | None:
        """The nearest label above some words in their paragraph."""
        paragraph = self._reading.paragraphs[stretch.paragraph]
        last = bisect_right(paragraph.starts, stretch.start)
        for start in reversed(paragraph.starts[max(0, last - _MOST_LINES) : last]):
            found = turns.label_at(paragraph.text, start)
            if found:
                return Placed(stretch.paragraph, found.start, found.end)
        return None

    def turn(self, stretch: Stretch) -> Placed | None:
        """The label of the turn that some words belong to, in an article that is in turns."""
        at = bisect_left(self.labels, (stretch.paragraph, stretch.start, 0)) - 1
        if at < 0 or stretch.paragraph - self.labels[at].paragraph > _MOST_PARAGRAPHS:
            return None
        return self.labels[at]

    def turns(self, first: Stretch, last: Stretch) -> list[Placed]:
        """The label of the turn of some words, if any, and those from there up to other words."""
        low = bisect_left(self.labels, (first.paragraph, first.start, 0))
        high = bisect_left(self.labels, (last.paragraph, last.end, 0))
        return self.labels[max(0, low - 1) : high]

    @lazily
    def labels(self) -> list[Placed]:
        """All labels of an article that is in turns, in order."""
        found = turns.labels(self._reading.paragraphs, self._reading.language)
        return [Placed(index, label.start, label.end) for index, label in found]

    def block(self, index: int) -> int | None:
        """Which indented block a paragraph belongs to, by its first paragraph; None for none."""
        return self._blocks.get(index)

    @lazily
    def _blocks(self) -> Mapping[int, int]:
        first: dict[int, int] = {}
        for index in sorted(turns.blocks(self._reading.lines, self._reading.paragraphs)):
            first[index] = first.get(index - 1, index)
        return first

    def answers(self, index: int) -> bool:
        """Whether a paragraph follows a question of an interview, and is none itself."""
        asked = self._questions
        at = bisect_left(asked, index)
        is_question = at < len(asked) and asked[at] == index
        return at > 0 and not is_question and index - asked[at - 1] <= _MOST_PARAGRAPHS

    @lazily
    def _questions(self) -> list[int]:
        return turns.questions(self._reading.paragraphs, self._reading.language)
