"""How many things a list may have: A, B and C."""

from sitegen.recognise.language import Language
from sitegen.recognise.text.sentences import sentence_spans
from sitegen.recognise.text.words import Words, words

_LAST = frozenset({"and", "or"})
_LONGEST_THING = 8  # words between two commas of a list
_YEAR_DIGITS = 4


def list_counts(text: str, language: Language, *, is_cut: bool = False) -> frozenset[int]:
    """The counts of every list that a text closes by “and” or “or”.

    No reading of the grammar tells the first thing of a list from what leads up to it. So a list
    gives two counts, and whoever compares them with a number errs on the side of whoever wrote the
    number. Where somebody cut the words out, nothing need close a list. A sentence ends none: a
    full stop may be that of an abbreviation.
    """
    read = words(text, language)
    counts, run, last = set[int](), 0, 0
    for at in range(len(read)):
        closes = read.role(at) in _LAST
        if not closes and not _parts(read, at):
            continue
        if not closes or at > last:  # “, and” parts two things once
            run = run + 1 if at - last <= _LONGEST_THING else 1
        if closes or is_cut:
            counts |= {run, run + 1}
        last = at + 1
    return frozenset(counts)


def sentence_count(text: str, language: Language) -> int:
    """How many sentences a text has."""
    return sum(1 for _ in sentence_spans(text, language))


def _parts(read: Words, at: int) -> bool:
    """Whether a comma or semicolon behind a word parts two things."""
    gap, after = read.gap(at), read.low(at + 1)
    if "," not in gap or not after.isdigit():
        return "," in gap or ";" in gap
    if read.low(at).isdigit():
        return len(after) != _YEAR_DIGITS  # January 3, 1978
    return not read.gap(at + 1).startswith(",")  # Ann Lee, 42, …
