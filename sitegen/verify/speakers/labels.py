"""Labels of a transcript: “KANYE: I will run” names who speaks the lines from there on."""

import re
from bisect import bisect_right

from sitegen.frozen import NamedTuple
from sitegen.verify.passages import Stretch
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.tellings import Telling

_LABELLED = frozenset({"transcript", "broadcast"})
_MOST_LINES = 200  # from a label to the words that it is for
_LABEL = re.compile(r"\s{0,8}[*_]{0,2}([^\W\d_][\w.'’ -]{0,40})[*_]{0,2}:[*_]{0,2}(?=\s)")


class Label(NamedTuple):
    """A label: its paragraph and offsets there, and the ids of whom it names."""

    paragraph: int
    start: int
    end: int
    who: frozenset[str]


def label_of(spoken: Spoken, source: str, stretch: Stretch, medium: str | None) -> Label | None:
    """The nearest label above some words, in their paragraph; None in a medium without labels."""
    if medium not in _LABELLED:
        return None
    telling = spoken.telling(source, stretch.paragraph)
    starts = telling.paragraph.starts
    last = bisect_right(starts, stretch.start)
    for start in reversed(starts[max(0, last - _MOST_LINES) : last]):
        found = _at(telling, start)
        if found:
            return found
    return None


def _at(telling: Telling, start: int) -> Label | None:
    match = _LABEL.match(telling.paragraph.text, start)
    if match is None:
        return None
    first, last = match.span(1)
    who = telling.mentioned(first, last)
    return Label(telling.index, first, last, who)
