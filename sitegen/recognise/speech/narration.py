"""A paragraph without what stands between its quotation marks: the words that tell who speaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from sitegen.frozen import dataclass
from sitegen.recognise.language import Language
from sitegen.recognise.speech.capitals import NameWord, name_words
from sitegen.recognise.text.sentences import sentence_spans

QUOTED = "\N{OBJECT REPLACEMENT CHARACTER}"
_ENDS = frozenset(".…")
_MARKS = frozenset("\"”’'»›“‘")
_CHARACTER = re.compile(r"\S")
_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Narration:
    """A paragraph's text with its quotations blanked, as words and sentences; offsets stay.

    `quoted` are the outermost quotations, in order; `firsts` the first word of each sentence.
    """

    text: str
    quoted: tuple[tuple[int, int], ...]
    words: tuple[NameWord, ...]
    sentences: tuple[tuple[int, int], ...]
    firsts: tuple[int, ...]
    language: Language

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that an offset stands in."""
        return max(0, bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1)

    def words_of(self, sentence: int) -> range:
        """The indexes of a sentence's words."""
        last = len(self.words)
        if sentence + 1 < len(self.firsts):
            last = self.firsts[sentence + 1]
        return range(self.firsts[sentence], last) if self.firsts else range(0)

    def apart(self, index: int) -> bool:
        """Whether a quotation or a sentence's end stands before the word at `index`."""
        if index <= 0:
            return True
        gap = self.words[index].gap
        return QUOTED in gap or self.starts_sentence(index)

    def starts_sentence(self, index: int) -> bool:
        """Whether the word at `index` is the first of its sentence."""
        at = bisect_left(self.firsts, index)
        return at < len(self.firsts) and self.firsts[at] == index


def narration(
    text: str,
    quoted: Sequence[tuple[int, int]],
    language: Language,
    words: tuple[NameWord, ...] | None = None,
) -> Narration:
    """The narration of a paragraph, given its quotations as offsets with their marks.

    `words` are those of the text, where somebody has them and nothing in it is quoted.
    """
    outer = outermost(quoted)
    told = blanked(text, outer)
    if outer or words is None:
        words = name_words(told, plain=text.isascii())  # what is blanked has no words
    spans = tuple(sentence_spans(told, language))
    firsts = tuple([bisect_left(words, start, key=_start) for start, _ in spans])
    return Narration(told, outer, words, spans, firsts, language)


def blanked(text: str, outer: Sequence[tuple[int, int]]) -> str:
    """A text with what stands between the marks of its outermost quotations blanked."""
    pieces: list[str] = []
    at = 0
    for start, end in outer:
        pieces.append(text[at : start + 1])
        pieces.append(_blank(text, start + 1, end))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def outermost(quoted: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Of quotations as offsets those that stand in no other, in order."""
    if len(quoted) <= 1:
        return tuple(quoted)
    outer: list[tuple[int, int]] = []
    for start, end in sorted(quoted, key=lambda span: (span[0], -span[1])):
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return tuple(outer)


def _blank(text: str, start: int, end: int) -> str:
    """The inside of a quotation as blanks; a full stop that ends the sentence around it stays.

    After a question or an exclamation the sentence may go on: “Go!” Jack cried.
    """
    inside = end
    while inside - 1 > start and text[inside - 1] in _MARKS:  # ’” and '' are two
        inside -= 1
    last = text[inside - 1 : inside]
    stays = last in _ENDS and _ends_sentence(text, end)
    blank = QUOTED * max(0, inside - start - stays) + (last if stays else "")
    return blank + text[inside:end]


def _ends_sentence(text: str, end: int) -> bool:
    """Whether what follows may begin a sentence."""
    match = _CHARACTER.search(text, end)
    return match is None or match[0].isupper() or match[0] in _MARKS
