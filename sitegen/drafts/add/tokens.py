"""What of an article is drafted: its quotations, numbers and dates, by the sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import count, islice

from sitegen.drafts.suggest.citing import Selected, selector_of
from sitegen.drafts.suggest.sheet import SourceText
from sitegen.drafts.suggest.uncitable import UncitableError
from sitegen.frozen import NamedTuple
from sitegen.model import LineRange
from sitegen.recognise import Found, Paragraph, TokenKind

_JOINS = 120  # code points of narration amid what somebody says
_AROUND = " \n\t“”„\"«»‘’'"
_ENDS = re.compile(r"[.!?:;…]")
_GOES_ON = frozenset(",.!?;:-–—…")


class Passage(NamedTuple):
    """A token by offsets in the text of a paragraph, the end exclusive.

    `start` to `end` is the token, of a quotation what stands between its marks; `found` is its
    number or date. `sentence` is the range of the sentence that it begins in. `inside`: within a
    quotation. `parts`: how many quotations it is made of.
    """

    kind: TokenKind
    paragraph: int
    start: int
    end: int
    sentence: tuple[int, int]
    found: Found | None = None
    inside: bool = False
    parts: int = 1


def passages(of: SourceText, most: int, after: int = 0) -> tuple[list[Passage], int]:
    """The first tokens in the order of the text, and how many more there are.

    None of the lines up to `after` is among them, and no sentence begins there.
    """
    every = (
        one
        for index, paragraph in enumerate(of.reading.paragraphs)
        if paragraph.last > after
        for one in _below(_passages(of, index), paragraph, after)
    )
    drafted = list(islice(every, most))
    numbers = count()
    for _ in zip(every, numbers, strict=False):
        pass
    return drafted, next(numbers)


def _below(every: list[Passage], paragraph: Paragraph, after: int) -> Iterator[Passage]:
    """The tokens of a paragraph below a line."""
    start = paragraph.offset(after + 1, 0) if paragraph.first <= after else 0
    for one in every:
        if one.start >= start:
            first, last = one.sentence
            yield one._replace(sentence=(max(first, start), last))


def _passages(of: SourceText, index: int) -> list[Passage]:
    outer = _spoken(of, index)
    spans = of.reading.sentences(index)
    text = of.reading.paragraphs[index].text
    found: list[Passage] = []
    for start, end in outer:
        first, last = _trimmed(text, start, end)
        if first < last:
            sentence = _sentence(spans, first, len(text))
            found.append(Passage(TokenKind.QUOTATION, index, first, last, sentence))
    starts = [start for start, _ in outer]
    for figure in of.reading.figures(index):
        around = bisect_right(starts, figure.start) - 1
        inside = around >= 0 and figure.end <= outer[around][1]
        sentence = _sentence(spans, figure.start, len(text))
        found.append(
            Passage(figure.kind, index, figure.start, figure.end, sentence, figure, inside)
        )
    return sorted(found, key=lambda one: (one.sentence, one.start, -one.end))


def _spoken(of: SourceText, index: int) -> list[tuple[int, int]]:
    """The outermost quotations that begin in a paragraph, without their marks."""
    paragraph = of.reading.paragraphs[index]
    found: list[tuple[int, int]] = []
    reach = 0
    for token in of.reading.quotations_within(paragraph.first, paragraph.last):
        start = paragraph.offset(token.line, token.start)
        ends = token.end_line <= paragraph.last
        end = paragraph.offset(token.end_line, token.end) if ends else len(paragraph.text)
        if start >= reach:
            reach = end
            found.append((start + 1, end - 1 if _is_mark(paragraph.text[end - 1]) else end))
    return found


def _is_mark(character: str) -> bool:
    return not character.isalnum() and character not in _GOES_ON


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _sentence(spans: tuple[tuple[int, int], ...], offset: int, whole: int) -> tuple[int, int]:
    at = bisect_right(spans, (offset, whole + 1)) - 1
    return spans[at] if at >= 0 and offset < spans[at][1] else (0, whole)


def joined(text: str, passages: Iterable[Passage]) -> Iterator[Passage]:
    """Quotations that may be one utterance with a few words of narration between: of a paragraph.

    “Yes,” said Legend. “I think so.”
    """
    run: Passage | None = None
    for one in passages:
        if run is not None and _go_together(text, run, one):
            run = run._replace(end=one.end, parts=run.parts + 1)
            continue
        if run is not None and run.parts > 1:
            yield run
        run = one
    if run is not None and run.parts > 1:
        yield run


def _go_together(text: str, run: Passage, one: Passage) -> bool:
    """Whether one clause at most stands between, and leads to nobody: not “a friend said:”."""
    between = text[run.end : one.start].strip(_AROUND)
    return (
        run.paragraph == one.paragraph
        and len(between) <= _JOINS
        and text[run.end - 1] in _GOES_ON
        and not between.endswith(":")
        and not _ENDS.search(between.rstrip("."))
    )


def selected(of: SourceText, paragraph: int, start: int, end: int) -> Selected | None:
    """Words of a paragraph as a citation that the check finds; None where they can't be cited."""
    place = of.reading.paragraphs[paragraph]
    start, end = _trimmed(place.text, start, end)
    if start >= end:
        return None
    (line, column), (last_line, last) = place.place(start), place.end_place(end)
    first = of.text.range_of(LineRange(line, line))[0] + column
    until = of.text.range_of(LineRange(last_line, last_line))[0] + last
    try:
        return Selected(of, first, until, selector_of(of, first, until))
    except UncitableError:
        return None
