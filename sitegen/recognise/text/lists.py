"""How many things the lists of a text have: A, B and C.

No reading of the grammar tells the first thing of a list from what leads up to it. So a list gives
two counts, and whoever compares them with a number errs on the side of whoever wrote the number.
"""

from collections.abc import Iterator

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language
from sitegen.recognise.text.sentences import sentence_spans
from sitegen.recognise.text.words import Words, words

_LAST = frozenset({"and", "or"})
_LONGEST_THING = 8  # words between two commas of a list
_LONGEST_JOINED = 3  # words between two “and”s of one: Ann and Bob and Cy
_YEAR_DIGITS = 4


class _Mark(NamedTuple):
    """What parts two things: a comma, a semicolon or an “and”, and the words since the last."""

    sign: str  # “, and” is an “and”
    words: int


def list_counts(text: str, language: Language) -> frozenset[int]:
    """The counts of every list that a text closes by “and” or “or”, or parts by semicolons."""
    return frozenset(
        count for marks in _sentences(text, language) for count in _closed(marks) | _joined(marks)
    )


def open_list_counts(text: str, language: Language) -> frozenset[int]:
    """Those of the lists of words that somebody cut out, which nothing need close."""
    counts = [0]
    for marks in _sentences(text, language):
        run = 0
        for mark in marks:
            run = run + 1 if mark.sign == "," and (not run or mark.words <= _LONGEST_THING) else 0
            counts.append(run + 1)
    return frozenset(counts)


def part_count(text: str, language: Language) -> int:
    """Into how many parts such marks part a text."""
    return sum(len(marks) + 1 for marks in _sentences(text, language))


def sentence_count(text: str, language: Language) -> int:
    """How many sentences a text has."""
    return sum(1 for _ in sentence_spans(text, language))


def _sentences(text: str, language: Language) -> Iterator[list[_Mark]]:
    for start, end in sentence_spans(text, language):
        yield _marks(words(text[start:end], language))


def _marks(read: Words) -> list[_Mark]:
    """What parts the things of a sentence, in order."""
    marks: list[_Mark] = []
    last = 0
    for at in range(len(read)):
        if read.role(at) in _LAST:
            if at == last and marks:
                marks[-1] = marks[-1]._replace(sign="and" if marks[-1].sign != ";" else ";")
            else:
                marks.append(_Mark("and", at - last))
            last = at + 1
            continue
        gap = read.gap(at)
        sign = ";" if ";" in gap else "," if "," in gap else ""
        if sign and not (sign == "," and _is_of_one_thing(read, at)):
            marks.append(_Mark(sign, at + 1 - last))
            last = at + 1
    return marks


def _is_of_one_thing(read: Words, at: int) -> bool:
    """Whether the comma behind a word stands within a thing: January 3, 1978; Ann Lee, 42, …"""
    before, after = read.low(at), read.low(at + 1)
    if after.isdigit():
        dated = before.isdigit() and len(after) == _YEAR_DIGITS
        return dated or (not before.isdigit() and read.gap(at + 1).startswith(","))
    aged = before.isdigit() and not read.low(at - 1).isdigit()
    return aged and read.gap(at - 1) == ", "


def _closed(marks: list[_Mark]) -> set[int]:
    """The counts of lists that semicolons part, or commas before an “and”."""
    counts = set[int]()
    parts = sum(mark.sign == ";" for mark in marks)
    if parts > 1:
        counts |= {parts + 1, parts}
    run = 0
    for mark in marks:
        fits = not run or mark.words <= _LONGEST_THING
        if mark.sign == "and" and run and fits:
            counts |= {run + 2, run + 1}
        run = (run + 1 if fits else 1) if mark.sign == "," else 0
    return counts


def _joined(marks: list[_Mark]) -> set[int]:
    """The counts of lists in which an “and” stands between any two things."""
    counts, run = set[int](), 0
    for mark in marks:
        if mark.sign == "and":
            run = run + 1 if run and mark.words <= _LONGEST_JOINED else 1
            counts.add(run + 1)
        else:
            run = 0
    return counts
