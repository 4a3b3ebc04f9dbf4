"""Which lines of an article are its head: what stands above the prose, and states no fact of it."""

import re
from collections.abc import Sequence
from itertools import islice

from sitegen.drafts.add.metadata import CLOSING, is_dateline, is_headline, stated
from sitegen.frozen import NamedTuple
from sitegen.model import LineRange
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.speech.bylines import bylines

_MOST = 8  # lines with words; more short ones in a row are a list, a table or a poem
_LONGEST = 160
_MOST_WORDS = 25
_ENDS = tuple(".!?…:;,")
_MARKS = "“”„\"«»‘’'"
_SENTENCE = re.compile(r"[a-z]{3} ?[.!?]+[”’\"')]? ")
_LABEL = ": "  # ADA FINCH: It is bright
_NEAR = 4  # lines in which the next with words stands
_TABLE = re.compile(r"  |\t")


class _Line(NamedTuple):
    """A line of the head: its number, whether it is a byline, and whether it is surely none else.

    `spoken`: it begins with a quotation mark, as a headline may, and a post. `last`: of its block.
    """

    number: int
    byline: bool
    sure: bool
    spoken: bool
    last: bool


def head_of(lines: Sequence[str]) -> LineRange | None:
    """The lines before the first that reads as prose; None where the article begins with that."""
    found, ended = _above_prose(lines)
    last = _last(found, ended=ended)
    return LineRange(found[0].number, found[last].number) if last >= 0 else None


def _above_prose(lines: Sequence[str]) -> tuple[list[_Line], bool]:
    """The first lines that may be the head, and whether prose follows them."""
    found: list[_Line] = []
    for number, text in enumerate(lines, start=1):
        if not (line := text.strip()):
            continue
        if len(found) == _MOST:
            return found, False
        told = {name for name, _ in stated(line)}
        sure = bool(told) or (bool(found) and is_dateline(line))
        title = not found and is_headline(lines, number - 1) and not _is_said(lines, number - 1)
        if not sure and (_says_more(line) or not (title or _is_short(line))):
            return found, True
        below = lines[number].strip() if number < len(lines) else ""
        if below[:1].islower():  # in the midst of a sentence
            return found, True
        found.append(_Line(number, "author" in told, sure, line[0] in _MARKS, not below))
    return found, False


def _is_said(lines: Sequence[str], index: int) -> bool:
    """Whether a line with a label is a transcript's, as the next with words has one too."""
    below = next((line for line in islice(lines, index + 1, index + _NEAR) if line.strip()), "")
    return _LABEL in lines[index] and _LABEL in below and not any(stated(below.strip()))


def _says_more(line: str) -> bool:
    """Whether a line has a sentence and more, a row of a table, no word, or who posted it."""
    return (
        _SENTENCE.search(line) is not None
        or _TABLE.search(line) is not None
        or not any(map(str.isalpha, line))
        or any(bylines(line, ENGLISH))
    )


def _is_short(line: str) -> bool:
    """Whether a line is short, begins as a headline does, and ends as no sentence."""
    first = line.lstrip(_MARKS)[:1]
    return (
        len(line) <= _LONGEST
        and len(line.split()) <= _MOST_WORDS
        and (first.isupper() or first.isdigit())
        and not line.rstrip(CLOSING).endswith(_ENDS)
        and _LABEL not in line
    )


def _last(found: Sequence[_Line], *, ended: bool) -> int:
    """The index of the last line that is surely no prose; -1 if there is none.

    The short lines above a byline, a date or an address belong to it. Others do where an empty line
    follows, and then prose: lines of prose that are broken at a width run on to a full stop.
    """
    last = -1
    authors = [index for index, line in enumerate(found) if line.byline]
    for index, line in enumerate(found):
        if line.spoken and not any(index < author for author in authors):
            break
        title = index == 0 and line.last and len(found) > 1
        if line.sure or (line.last and (ended or title)):
            last = index
    return last
