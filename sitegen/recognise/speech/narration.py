"""A paragraph without what stands between its quotation marks: the words that tell who speaks."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.recognise.language import Language
from sitegen.recognise.speech.capitals import NameWord, name_words
from sitegen.recognise.text.sentences import sentence_spans

QUOTED = "\N{OBJECT REPLACEMENT CHARACTER}"
_ENDS = frozenset(".…")
_MARKS = frozenset("\"”’'»›“‘")


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


def narration(text: str, quoted: Sequence[tuple[int, int]], language: Language) -> Narration:
    """The narration of a paragraph, given its quotations as offsets with their marks."""
    outer = outermost(quoted)
    pieces: list[str] = []
    at = 0
    for start, end in outer:
        pieces.append(text[at : start + 1])
        pieces.append(_blank(text, start + 1, end))
        at = end
    pieces.append(text[at:])
    blanked = "".join(pieces)
    spans = tuple(sentence_spans(blanked, language))
    words = name_words(blanked)
    starts = [word.start for word in words]
    firsts = tuple(bisect_left(starts, start) for start, _ in spans)
    return Narration(blanked, outer, words, spans, firsts, language)


def outermost(quoted: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Of quotations as offsets those that stand in no other, in order."""
    outer: list[tuple[int, int]] = []
    for start, end in sorted(quoted, key=lambda span: (span[0], -span[1])):
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return tuple(outer)


def _blank(text: str, start: int, end: int) -> str:
    """The inside of a quotation as blanks; a full stop that ends the sentence around it stays.

    After a question or an exclamation the sentence may go on: “Go!” Jack cried.
    """
    closed = text[end - 1 : end] in _MARKS and end - 1 > start
    inside = end - 1 if closed else end
    last = text[inside - 1 : inside]
    after = text[end:].lstrip()[:1]
    stays = last in _ENDS and (not after or after.isupper() or after in _MARKS)
    blank = QUOTED * max(0, inside - start - stays) + (last if stays else "")
    return blank + text[inside:end]
