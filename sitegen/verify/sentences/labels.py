"""The names with digits of an article: Route 66, 2004 MN4, 5G."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from sitegen.recognise.english import ENGLISH
from sitegen.recognise.lazily import lazily
from sitegen.recognise.speech.same_names import roman

# A word of letters and digits, of digits and capitals, or two words of which one has digits and the
# other is a name.
_LABEL = re.compile(
    r"(?<!\w)(?=([A-Za-z]++\d\w*+|[A-Za-z]*[A-Z]\w*+[ -][A-Za-z]?\d\w*+|\d++ [A-Z]\w*\d\w*+"
    r"|\d++[A-Z][A-Za-z]*+))"
)
_FEW_LABELS = 3
_LETTERS = re.compile(r"[^\W\d_]++")
_DIGITS = re.compile(r"\d++")
# A line with the number of a part, after one word at most.
_HEAD = re.compile(r"\W*(?:[^\W\d]+[ .]+)?(?:(\d+)|([IVXLC]+))\W*$")
_LONGEST_HEAD = 40  # longer are the lines of a table of contents, with the number of a page
_REACH = 200  # characters beside digits in which their name is looked for; none is so long


class Labels:
    """The names with digits of an article, read when one is asked for: Route 66, 2004 MN4, 5G."""

    def __init__(self, lines: Sequence[str], title: str) -> None:
        self._lines = lines
        self._title = title

    def has(self, text: str, start: int, end: int) -> bool:
        """Whether digits of a text, with the word before or after them, are a name there."""
        if self._is_numbered(text, start, end):
            return True
        letters = _LETTERS.match(text, start, end)
        if letters and ENGLISH.currencies.get(letters[0]) == "code":
            return False  # RM6.162 million
        while start and text[start - 1].isalnum():
            start -= 1
        before = text[max(0, start - _REACH) : start].split()[-1:]
        first = start - len(before[0]) - 1 if before else start
        return any(
            found in self._names and place < end and place + len(found) > start
            for found, place in _placed(text[first : end + _REACH], first)
        )

    def _is_numbered(self, text: str, start: int, end: int) -> bool:
        """Whether digits after a word like “letter” are the number of a part, or in its title."""
        earlier = text[max(0, start - _REACH) : start]
        before = earlier.rstrip().rpartition(" ")[2].lower().strip("(“")
        if before not in ENGLISH.labels and before.removesuffix("s") not in ENGLISH.labels:
            return False
        return text[start:end] in self._numbers

    @lazily
    def _names(self) -> frozenset[str]:
        return frozenset(two for line in self._lines for two in _labels(line))

    @lazily
    def _numbers(self) -> frozenset[str]:
        heads = {number for line in self._lines for number in _head(line)}
        return frozenset(heads | set(_DIGITS.findall(self._title)))


def _head(line: str) -> Iterator[str]:
    """The number of a part that a line of its own gives: 335., CHAPTER XII."""
    found = _HEAD.match(line) if len(line) < _LONGEST_HEAD else None
    if found:
        yield found[1] or str(roman(found[2]))


def _placed(text: str, first: int) -> Iterator[tuple[str, int]]:
    """The first few pairs of words that may be a name with digits, and where they stand."""
    for found in islice(_LABEL.finditer(text), _FEW_LABELS):
        yield found[1], first + found.start()


def _labels(line: str) -> Iterator[str]:
    return (found[1] for found in _LABEL.finditer(line) if _is_name(found[1]))


def _is_name(words: str) -> bool:
    """Whether no word before digits only begins a sentence, or is a month: May 5, Some 120."""
    low = re.split("[ -]", words, maxsplit=1)[0].lower()
    tables = (ENGLISH.no_names, ENGLISH.months, ENGLISH.hedges)
    return not any(low in table for table in tables)
