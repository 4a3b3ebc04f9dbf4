"""An article as the recogniser reads it, each part worked out when it is first needed."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sitegen.recognise.english import ENGLISH
from sitegen.recognise.language import Language
from sitegen.recognise.paragraphs import Paragraph, paragraphs
from sitegen.recognise.quotations import quotations
from sitegen.recognise.scan import scan
from sitegen.recognise.sentences import sentence_spans
from sitegen.recognise.tokens import Found, Token
from sitegen.recognise.words import words

Stretch = tuple[int, int]  # offsets in a paragraph's text, the end exclusive


class Reading:
    """The paragraphs of an article, with their sentences, figures and quotations.

    What is asked for twice is worked out once, so that a check of one citation costs no more than
    the paragraphs around it.
    """

    def __init__(self, lines: Sequence[str], language: Language = ENGLISH) -> None:
        self.lines = lines
        self.language = language
        self.paragraphs: tuple[Paragraph, ...] = tuple(paragraphs(lines))
        self._firsts = tuple(paragraph.first for paragraph in self.paragraphs)
        self._sentences: dict[int, tuple[Stretch, ...]] = {}
        self._figures: dict[int, tuple[Found, ...]] = {}
        self._quotations: tuple[Token, ...] | None = None

    def indexes(self, first: int, last: int) -> range:
        """The indexes of the paragraphs that have a line between `first` and `last`."""
        begin = bisect_right(self._firsts, first) - 1
        if begin < 0 or self.paragraphs[begin].last < first:
            begin += 1
        return range(begin, bisect_right(self._firsts, last))

    def sentences(self, index: int) -> tuple[Stretch, ...]:
        """The sentences of a paragraph, in order."""
        if index not in self._sentences:
            text = self.paragraphs[index].text
            self._sentences[index] = tuple(sentence_spans(text, self.language))
        return self._sentences[index]

    def figures(self, index: int) -> tuple[Found, ...]:
        """The numbers and dates of a paragraph, in order; each has its number or its EDTF date."""
        if index not in self._figures:
            read = words(self.paragraphs[index].text, self.language)
            self._figures[index] = tuple(scan(read))
        return self._figures[index]

    @property
    def quotations(self) -> tuple[Token, ...]:
        """The passages between quotation marks of the whole article, by where they begin."""
        if self._quotations is None:
            found = quotations(self.lines, self.language)
            self._quotations = tuple(
                sorted(found, key=lambda token: (token.line, token.start, -token.end_line))
            )
        return self._quotations

    def quotations_within(self, first: int, last: int) -> tuple[Token, ...]:
        """The passages between quotation marks that begin in the lines from `first` to `last`."""
        every = self.quotations
        begin = bisect_left(every, first, key=lambda token: token.line)
        end = bisect_right(every, last, key=lambda token: token.line)
        return every[begin:end]
