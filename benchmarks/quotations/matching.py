"""Where typed words stand in printed lines, by the three tiers that an editor is promised.

T0 is the print as it is; T1 reads any stretch of spaces and line ends as one space, nothing where a
hyphen or dash ends a line, and composes accents; T2 also reads curly and straight quotation marks,
-- and a dash, ... and … as the same. The first tier with a match decides, as the format promises.

How matches are counted: in the cited lines alone, from their start, overlapping ones included, at
that first tier; only whole words count. Of pieces, the n-th is the n-th place of the first piece
from which each next piece, taken at the nearest place after the one before, completes the sequence.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

TIERS = (0, 1, 2)
SINGLE_MARKS = "'’‘‚‛ʼ"
DOUBLE_MARKS = '"“”„‟'
DASHES = "—–―"
HYPHENS = "-‐‑"
SIGNS = "−$£€¥%"
JOINERS = SINGLE_MARKS + ".:·"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read “whole word” where the rules of Unicode and of plain text part company."""

    apostrophe_joins: bool  # I'll is one word, and so is U.S.
    underscore_joins: bool  # _now_ is one word, not the word now in italics


READINGS = tuple(Reading(first, second) for first in (True, False) for second in (True, False))


def spans(text: str, typed: str, tier: int) -> list[Span]:
    """Every place of the typed words at a tier, from the left, overlapping ones included."""
    typed = typed if tier == 0 else unicodedata.normalize("NFC", typed)
    if tier == 0:
        return list(_verbatim(text, typed))
    heads = _heads(typed[0], tier)
    found = []
    for at, letter in enumerate(text):
        if letter in heads:
            end = _match_end(text, at, typed, tier)
            if end is not None:
                found.append((at, end))
    return found


def _verbatim(text: str, typed: str) -> Iterator[Span]:
    at = text.find(typed)
    while at >= 0:
        yield at, at + len(typed)
        at = text.find(typed, at + 1)


def _heads(letter: str, tier: int) -> str:
    """What may stand in print for the first typed letter."""
    if tier == 2:  # noqa: PLR2004 - the tier's number is its name
        for alike in (SINGLE_MARKS, DOUBLE_MARKS, DASHES + HYPHENS, ".…"):
            if letter in alike:
                return alike
    return letter


def _match_end(text: str, at: int, typed: str, tier: int) -> int | None:
    """Where the typed words end that begin at a place of the print; None if others stand there."""
    place, index = at, 0
    while index < len(typed):
        if typed[index].isspace():
            if not text[place : place + 1].isspace():
                return None
            place, index = _skip_spaces(text, place), _skip_spaces(typed, index)
            continue
        if index and text[place : place + 1].isspace():
            after = _skip_spaces(text, place)
            if "\n" not in text[place:after] or text[place - 1] not in DASHES + HYPHENS:
                return None
            place = after
        printed, printed_length = _unit(text, place, tier)
        wanted, wanted_length = _unit(typed, index, tier)
        if printed != wanted or not printed_length:
            return None
        place, index = place + printed_length, index + wanted_length
    return place


def _skip_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _unit(text: str, at: int, tier: int) -> tuple[str, int]:
    """What stands at a place, in a tier's plainest spelling, and its length in code points."""
    letter = text[at : at + 1]
    if tier < 2:  # noqa: PLR2004 - the tier's number is its name
        return letter, len(letter)
    if text.startswith("--", at):
        return "—", 2
    if text.startswith("...", at):
        return "…", 3
    for alike in (SINGLE_MARKS, DOUBLE_MARKS, DASHES, HYPHENS):
        if letter and letter in alike:
            return alike[0], 1
    return letter, len(letter)


def is_whole(text: str, span: Span, reading: Reading) -> bool:
    """Whether no word or number of the text reaches over either end of a span."""
    start, end = span
    before = _letters(text, (start, start - 1, start - 2))
    after = _letters(text, (end - 1, end, end + 1, end + 2))
    possessive = after[1] in SINGLE_MARKS and after[2] == "s" and not after[3].isalnum()
    return not _reaches_over(before, reading) and (
        not _reaches_over(after[:3], reading) or (bool(after[1]) and possessive)
    )


def _letters(text: str, places: Sequence[int]) -> tuple[str, ...]:
    """The letters at some places, empty where the text has none."""
    return tuple(text[place : place + 1] if place >= 0 else "" for place in places)


def _reaches_over(letters: Sequence[str], reading: Reading) -> bool:
    """Whether an end's own letter and the two beyond it belong to one word or number."""
    own, beyond, then = letters
    if not _is_letter(own, reading) or not beyond:
        return False
    if _is_letter(beyond, reading):
        return True
    if own.isdigit() and (beyond in SIGNS or (beyond in ".," and then.isdigit())):
        return True
    return reading.apostrophe_joins and beyond in JOINERS and then.isalpha()


def _is_letter(letter: str, reading: Reading) -> bool:
    is_mark_of_letter = bool(letter) and unicodedata.category(letter).startswith("M")
    return letter.isalnum() or is_mark_of_letter or (letter == "_" and reading.underscore_joins)


Whole = Callable[[Span], bool]


def places_of(text: str, pieces: Sequence[str], tier: int) -> list[list[Span]]:
    """Every place of each piece at a tier."""
    return [spans(text, piece, tier) for piece in pieces]


def everything(_span: Span) -> bool:
    """The loosest reading of whole words: parts of words count as well."""
    return True


def sequences(places: Sequence[Sequence[Span]], whole: Whole) -> list[tuple[Span, ...]]:
    """Every complete sequence of the pieces that have these places, by that of the first piece."""
    kept = [[span for span in spans_of_piece if whole(span)] for spans_of_piece in places]
    found = []
    for first in kept[0]:
        chain = [first]
        for candidates in kept[1:]:
            nearest = next((span for span in candidates if span[0] >= chain[-1][1]), None)
            if nearest is None:
                break
            chain.append(nearest)
        if len(chain) == len(places):
            found.append(tuple(chain))
    return found
