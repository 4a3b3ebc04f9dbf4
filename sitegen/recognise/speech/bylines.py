"""Bylines of posts within an article: “— Kim Kardashian West (@KimKardashian) November 4, 2020”."""

import re

from sitegen.frozen import NamedTuple
from sitegen.recognise.figures.scan import scan
from sitegen.recognise.language import Language
from sitegen.recognise.text.words import words

# The name has no dash, bracket or handle in it and a greatest length, so that nothing is rescanned.
_BYLINE = re.compile(r"(?:[—–]|--)\s?([^—–()@\n]{0,80}?)\s?\((@\w{1,40})\)")
_DATE = 60  # code points after the handle in which the date begins and ends


class Byline(NamedTuple):
    """Who posted the words before it: offsets, the name as shown, the handle, the EDTF date.

    From `shown` to `shown_end` stand the name and the handle.
    """

    start: int
    end: int
    shown: int
    shown_end: int
    name: str
    handle: str
    date: str | None


def bylines(text: str, language: Language) -> tuple[Byline, ...]:
    """The bylines of a paragraph, in order."""
    if "@" not in text:
        return ()
    found: list[Byline] = []
    for match in _BYLINE.finditer(text):
        after = text[match.end() : match.end() + _DATE]
        dates = (token for token in scan(words(after, language)) if token.date)
        first = next(dates, None)
        at_once = first is not None and not after[: first.start].strip(" ,·-–—")
        date = first.date if first and at_once else None
        end = match.end() + (first.end if first and at_once else 0)
        shown = match.start(1), match.end()
        found.append(Byline(match.start(), end, *shown, match[1].strip(), match[2], date))
    return tuple(found)
