"""Searching an article for a quotation with declared edits: piece by piece, in order.

Like `locate`, it accepts no likeness: outside the marks every letter must be the source's. Beyond
T2 it allows only what printing a quotation changes besides: a full stop or comma at its very end,
inner quotation marks that all change their level together, and the opening marks that a quotation
repeats at each paragraph.
"""

import re
from collections.abc import Iterator
from itertools import islice

from sitegen.anchor.edits import MOST_WORDS, EditedQuote, MarkKind, Piece, parse_edits
from sitegen.anchor.locate import (
    Ambiguous,
    Elsewhere,
    Found,
    Missing,
    Moved,
    Near,
    Outcome,
    elsewhere,
    locate,
    within,
)
from sitegen.anchor.runs import FoundEdited, Run, Way, word_count
from sitegen.anchor.search import Sequence
from sitegen.anchor.text import LADDER, ArticleText
from sitegen.frozen import dataclass, replace
from sitegen.model import Anchor, LineRange, Selector, Tier

_WIDEST_SLIP = 600  # characters looked through to tell of a mark that stands for too many words
_MOST_PLACES = 20
_FINAL = re.compile(r"[.,]?(?P<mark>[\"”»]?)\Z")
_DOUBLE = frozenset('"“”„«»')
_SINGLE = frozenset("'‘’‚‹›")


@dataclass(frozen=True, slots=True)
class Misedited:
    """The words stand there, but a mark does not hold: why, and what to write instead."""

    anchors: tuple[Anchor, ...]
    reason: str
    instead: str | None


@dataclass(frozen=True, slots=True)
class EditedOutcome:
    """Where a quotation stands, and what its edits are. `edits` only where it is found."""

    outcome: Outcome | Misedited
    edits: FoundEdited | None = None


def locate_edited(text: ArticleText, selector: Selector, quote: str) -> EditedOutcome:
    """Where a quotation stands in the lines of a selector, whose words are not looked at.

    As it is written first, brackets included; then by its marks.
    """
    whole = replace(selector, exact=(quote,))
    plain = within(text, whole)
    if isinstance(plain, Found):
        return EditedOutcome(plain, FoundEdited((plain.anchors,), (quote,), ()))
    if plain is not None and not isinstance(plain, Missing):
        return EditedOutcome(plain)
    parsed = parse_edits(quote)
    if parsed.too_many:
        instead = "several quotations, each with fewer edits"
        return EditedOutcome(Misedited((), "it has more marks than anybody can follow", instead))
    if not parsed.pieces:
        return EditedOutcome(Misedited((), "it has no words but those in its marks", None))
    ways = tuple(_ways(text, quote, parsed))
    found = _within(text, selector, ways)
    if found:
        return found
    # Why the words as they are written stand nowhere is not asked: that takes most of the time.
    if plain is None and (moved := elsewhere(text, whole)):
        return EditedOutcome(moved)
    return _elsewhere(text, selector, ways) or EditedOutcome(
        _misedited(text, selector, parsed) or _of_pieces(text, selector, parsed)
    )


def _within(text: ArticleText, selector: Selector, ways: tuple[Way, ...]) -> EditedOutcome | None:
    """The quotation in the cited lines, in the first of the ways to print it that is there."""
    for way in ways:
        run = Run(text, selector, way)
        sequences = list(islice(run.sequences(close=False), selector.occurrence or _MOST_PLACES))
        if selector.occurrence is None and len(sequences) > 1:
            return EditedOutcome(Ambiguous(Tier.T3, _anchors(run, sequences)))
        if sequences and len(sequences) >= (selector.occurrence or 1):
            found = run.found(sequences[-1])
            places = tuple(place for piece in found.pieces for place in piece)
            return EditedOutcome(Found(Tier.T3, places), found)
    return None


def _elsewhere(
    text: ArticleText, selector: Selector, ways: tuple[Way, ...]
) -> EditedOutcome | None:
    """The quotation outside the cited lines."""
    everywhere = replace(selector, lines=LineRange(1, len(text.lines)), occurrence=None)
    if everywhere.lines == selector.lines:
        return None
    for way in ways:
        run = Run(text, everywhere, way)
        places = _anchors(run, list(islice(run.sequences(close=True), _MOST_PLACES)))
        if len(places) > 1:
            return EditedOutcome(Elsewhere(Tier.T3, places))
        if places:
            lines = LineRange(places[0][0].line, places[0][-1].line)
            return EditedOutcome(Moved(Tier.T3, lines, places[0]))
    return None


def _anchors(run: Run, sequences: list[Sequence]) -> tuple[tuple[Anchor, ...], ...]:
    return tuple(run.search.anchors(sequence) for sequence in sequences)


def _ways(text: ArticleText, quote: str, parsed: EditedQuote) -> Iterator[Way]:
    """How a quotation may be printed: as written, with another final mark, with inner quotation
    marks of the other level; and each without marks that the source repeats at its paragraphs.
    """
    swapped = swapped_marks(quote)
    prints = (parsed,) if swapped == quote else (parsed, parse_edits(swapped))
    for joined in (False, True):
        if joined and text.joined is text.form(LADDER[-1]):
            return
        for printed in prints:
            yield Way(printed.pieces, printed.marks, joined=joined)
            for last in _ends(printed):
                pieces = (*printed.pieces[:-1], last)
                yield Way(pieces, printed.marks, ends_otherwise=True, joined=joined)


def _ends(printed: EditedQuote) -> Iterator[Piece]:
    """The last piece with another full stop or comma, or none, where the quotation ends with it."""
    last = printed.pieces[-1]
    match = _FINAL.search(last.literal)
    if match is None or printed.marks[-1]:
        return
    mark, size = match["mark"], len(match[0])
    ends = {f".{mark}", f",{mark}", mark} if mark else {""}
    for end in sorted(ends - {match[0]}):
        if len(last.literal) > size:
            yield Piece(*(form[: len(form) - size] + end for form in last))


def swapped_marks(quote: str) -> str:
    """A quotation with double marks for its single ones and single ones for its double ones.

    Apostrophes stay. The marks are straight ones, as the tier that compares them has no others.
    """
    swapped = list(quote)
    opened: int | None = None
    for place, mark in enumerate(quote):
        if mark in _DOUBLE:
            swapped[place] = "'"
        if mark not in _SINGLE:
            continue
        before, after = quote[place - 1 : place], quote[place + 1 : place + 2]
        if not (before.isalnum() or after.isspace() or mark == "’") and after:
            opened = place
        elif opened is not None and not (after.isalnum() or before.isspace()):
            swapped[opened] = swapped[place] = '"'
            opened = None
    paired = sum(mark in _DOUBLE for mark in quote) % 2 == 0
    return "".join(swapped) if paired else quote


def _misedited(text: ArticleText, selector: Selector, parsed: EditedQuote) -> Misedited | None:
    """The mark that keeps a quotation from being found, if it would be found without it."""
    if parsed.slips:
        slip = parsed.slips[0]
        return Misedited((), f"“{slip.text}”: {slip.reason}", slip.instead)
    lettered = any(piece.unedited != piece.edited for piece in parsed.pieces)
    for any_case in (False, True) if lettered else (False,):
        way = Way(
            parsed.pieces,
            parsed.marks,
            any_case=any_case,
            most_words=_WIDEST_SLIP,
            widest=_WIDEST_SLIP,
        )
        run = Run(text, replace(selector, occurrence=None), way)
        sequence = next(run.sequences(close=False), None)
        if sequence:
            return _slip(run, sequence)
    return None


def _slip(run: Run, sequence: Sequence) -> Misedited | None:
    """What is wrong with the marks of a quotation that is found only where they may be wrong."""
    anchors = run.search.anchors(sequence)
    for number, marks in enumerate(run.marks[1 : len(sequence)], start=1):
        stood = run.between(sequence[number - 1], sequence[number])
        kinds = {mark.kind for mark in marks}
        if not marks or MarkKind.ELISION in kinds or not stood:
            continue
        if kinds == {MarkKind.SIC}:
            return Misedited(
                anchors, f"the source has “{stood}” where [sic] stands for nothing", "[…]"
            )
        count = word_count(stood)
        if count > MOST_WORDS:
            reason = (
                f"{marks[0].text} stands for {count} words of the source, “{stood}”; a mark may "
                f"stand for {MOST_WORDS} at most"
            )
            return Misedited(anchors, reason, "[…] for words that are left out")
    if not run.way.any_case:
        return None
    for piece in run.way.pieces:
        if piece.unedited != piece.edited:
            reason = f"“{piece.literal}” marks a letter that the source has so already"
            return Misedited(anchors, reason, piece.unedited)
    return None


def _of_pieces(text: ArticleText, selector: Selector, parsed: EditedQuote) -> Near | Missing:
    """Which piece of a quotation does not stand in the lines, and what stands there instead.

    Its final mark is left out of that, unless it is all that differs: it may be another.
    """
    for piece in parsed.pieces:
        words = piece.edited
        bare = _FINAL.sub(lambda final: final["mark"], words)
        if piece is parsed.pieces[-1] and bare:
            without = locate(text, Selector(selector.lines, (bare,)))
            words = words if isinstance(without, Found | Ambiguous) else bare
        outcome = locate(text, Selector(selector.lines, (words,)))
        swapped = swapped_marks(words)
        if swapped != words and isinstance(
            locate(text, Selector(selector.lines, (swapped,))), Found | Ambiguous
        ):
            continue
        if isinstance(outcome, Near | Missing):
            return outcome
        if isinstance(outcome, Moved):
            reason = f"“{piece.literal}” stands in {outcome.lines.words}"
            return Missing(reason, outcome.anchors)
        if isinstance(outcome, Elsewhere):
            return Missing(f"“{piece.literal}” stands in other lines", outcome.places[0])
    return Missing("its pieces stand there, but not in this order, or words lie between", ())
