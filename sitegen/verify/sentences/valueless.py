"""Figures of a claim that have no number: dozens, and times of day."""

from collections.abc import Iterator
from itertools import islice

from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.language import Language
from sitegen.recognise.tokens import Sort
from sitegen.verify.sentences.borne_numbers import MOST_ALIKE, There
from sitegen.verify.sentences.clock_times import clock
from sitegen.verify.sentences.misstated import Misstated

_FEWEST, _MOST = 2, 100  # how many times a hundred “hundreds” are


def without_value(ours: Amounts, amount: Amount, there: There) -> Iterator[Misstated]:
    """“Dozens” and times of day have no number: they stand in the words as they are, or nearly."""
    text, language = ours.text(amount).lower(), ours.words.language
    same = list(islice((s for s in there.every if s.amount.sort is amount.sort), MOST_ALIKE))
    if amount.sort is Sort.CLOCK:
        time = clock(text, language)
        stated = (clock(s.amounts.text(s.amount), language) for s in same)
        if time is None or any(other in (time, None) for other in stated):
            return
        if not same:
            return
        yield Misstated(
            amount.start,
            amount.end,
            text,
            "claim-number",
            True,
            f"“{text}” is not the time in the cited words, which say "
            f"“{same[0].amounts.text(same[0].amount)}”",
            same[0],
        )
        return
    vague = any(_as_vague(text, s.amounts.text(s.amount).lower(), language) for s in same)
    if not vague and not _is_so_many(text, there, language):
        yield Misstated(
            amount.start,
            amount.end,
            text,
            "claim-number",
            False,
            f"“{text}” does not stand in the cited words",
            same[0] if same else None,
        )


def _is_so_many(text: str, there: There, language: Language) -> bool:
    """Whether a number of the words is what a vague figure tells roughly: dozens, of forty."""
    scale = next((language.vague[low] for low in text.split() if low in language.vague), 0)
    return any(
        _FEWEST * scale <= one.amount.value < _MOST * scale
        for one in islice(there.every, MOST_ALIKE)
        if one.amount.value is not None and one.amount.sort is Sort.COUNT
    )


def _as_vague(ours: str, theirs: str, language: Language) -> bool:
    """Whether two figures without a value may be one: thousands, several thousand."""
    known = (language.scales, language.vague, language.tens)
    scales = [
        {low.removesuffix("s") for low in text.split() if any(low in t for t in known)}
        for text in (ours, theirs)
    ]
    return ours == theirs or (bool(scales[0]) and scales[0] == scales[1])
