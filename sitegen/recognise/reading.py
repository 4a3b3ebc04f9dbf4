"""An article as the recogniser reads it, each part worked out when it is first needed."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sitegen.recognise.english import ENGLISH
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.continental import Written, written_numbers
from sitegen.recognise.figures.scan import scan
from sitegen.recognise.language import Language
from sitegen.recognise.text.paragraphs import Paragraph, paragraphs
from sitegen.recognise.text.quotations import quotations
from sitegen.recognise.text.sentences import sentence_spans
from sitegen.recognise.text.words import Words, words
from sitegen.recognise.tokens import Found, Token

_LOWER = re.compile(r"\b[^\W\d_A-Z]++")
_CAPITAL = re.compile(
    r"(?:(?<=[^\W\d_] )|(?<=, )|(?<=\b[A-Z][a-z]\. )|(?<=\b[A-Z][a-z]{2}\. ))[A-Z]\w++"
)
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
        self._words: dict[int, Words] = {}
        self._figures: dict[int, tuple[Found, ...]] = {}
        self._amounts: dict[int, Amounts] = {}
        self._numbers: dict[int, Sequence[Written]] = {}
        self._quotations: tuple[Token, ...] | None = None
        self._whole: str | None = None
        self._lower: dict[str, bool] = {}
        self._capitals: dict[str, bool] = {}

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

    def words(self, index: int) -> Words:
        """The words of a paragraph, in order."""
        if index not in self._words:
            self._words[index] = words(self.paragraphs[index].text, self.language)
        return self._words[index]

    def figures(self, index: int) -> tuple[Found, ...]:
        """The numbers and dates of a paragraph, in order; each has its number or its EDTF date."""
        if index not in self._figures:
            self._figures[index] = tuple(scan(self.words(index)))
        return self._figures[index]

    def amounts(self, index: int) -> Amounts:
        """The figures of a paragraph and all else that a value may stand for, in order."""
        if index not in self._amounts:
            self._amounts[index] = Amounts(self.words(index), self.figures(index))
        return self._amounts[index]

    def numbers(self, index: int) -> Sequence[Written]:
        """The numbers of a paragraph as languages other than English write them, in order."""
        if index not in self._numbers:
            self._numbers[index] = written_numbers(self.words(index))
        return self._numbers[index]

    def has_lower(self, low: str) -> bool:
        """Whether a word stands in lower case anywhere in the article."""
        if low not in self._lower:
            self._lower[low] = self._has(low, _LOWER)
        return self._lower[low]

    def has_capital(self, form: str) -> bool:
        """Whether a word stands with a capital within a sentence, after a word or a comma."""
        if form not in self._capitals:
            self._capitals[form] = self._has(form, _CAPITAL)
        return self._capitals[form]

    def _has(self, word: str, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern of whole words, none of which overlap, finds a word anywhere.

        Few words are asked for: each is sought as it is, and the pattern tried where it stands.
        """
        if self._whole is None:
            self._whole = "\n".join(self.lines)
        whole = self._whole
        at = whole.find(word) if word else -1
        while at >= 0:
            match = pattern.match(whole, at)
            if match and match.end() == at + len(word):
                return True
            at = whole.find(word, at + 1)
        return False

    @property
    def quotations(self) -> tuple[Token, ...]:
        """The passages between quotation marks of the whole article, by where they begin."""
        if self._quotations is None:
            found = quotations(self.lines, self.language, self.paragraphs)
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
