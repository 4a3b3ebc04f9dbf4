"""Of what an ordinal is the last in a row: the sixth straight victory, her fifth win in a row."""

from sitegen.recognise.figures import numerals
from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Sort

_MOST_TO_NOUN = 3  # words from an ordinal to what is in a row: tough home win
_LONGEST_PHRASE = 3  # words: in a row
_JOINTS = frozenset({" ", "-"})


def run_of(amounts: Amounts, amount: Amount) -> tuple[str, ...]:
    """The words of which one names what an ordinal counts in a row; none where it counts nothing.

    A superlative and a “No. 6” are places in an order, and the last of no run.
    """
    words, first, at = amounts.words, amounts.first_word(amount), amounts.next_word(amount)
    digits = numerals.begins_with_digit(words.low(first))
    if amount.sort is not Sort.RANK or not (digits or numerals.ordinal(words, first)):
        return ()
    straight = words.gap(at - 1) in _JOINTS and words.language.runs.get(words.low(at)) == "straight"
    lows: list[str] = []
    for after in range(at + straight, at + straight + _MOST_TO_NOUN):
        if words.gap(after - 1) not in _JOINTS:
            break
        lows.append(words.low(after))
        if not straight and _ends_run(words, after + 1):
            return (words.low(after),)
    return tuple(lows) if straight else ()


def in_a_row(unit: Words) -> tuple[str, ...]:
    """The words of a unit that counts a run, without those that say so; none of any other unit."""
    table = unit.language.runs
    left = [low for low in unit.lows if table.get(low) != "straight"]
    ends = [at for at in range(1, len(unit)) if _ends_run(unit, at)]
    if not ends and len(left) == len(unit):
        return ()
    return tuple(left[: ends[0]] if ends else left)


def _ends_run(words: Words, at: int) -> bool:
    """Whether “in a row” or “running” stands behind a word, the latter at the end of a clause.

    Her third year running the club is no run.
    """
    table = words.language.runs
    if words.gap(at - 1) != " ":
        return False
    if table.get(words.low(at)) == "behind":
        return not words.gap(at)[:1].isspace() or words.gap(at).startswith("\n")
    lows = [words.low(after) for after in range(at, at + _LONGEST_PHRASE)]
    return table.get(" ".join(lows)) == "behind"
