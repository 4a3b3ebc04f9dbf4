"""Ages that are denied: who is not sixteen is less than sixteen years old."""

from sitegen import recognise
from sitegen.verify.figures.forms import unit_words
from sitegen.verify.figures.stated_amounts import StatedAmount

_OF_AGE = frozenset({"age", "old"})
_IS = frozenset({"am", "are", "is", "was", "were"})
_CLIPPED = frozenset({"isn't", "aren't", "wasn't", "weren't"})
_BESIDE_NOT = frozenset({"yet", "even"})  # not yet sixteen, not even sixteen
_LONGER = frozenset({"any", "anymore"})  # not sixteen any more
_AGED = frozenset({"year", "years", "winter", "winters", "summer", "summers", "old"})
_MOST_AFTER_BUT = 2  # words: not sixteen, but almost twenty


def is_not_so_old(stated: StatedAmount, unit: str) -> bool:
    """Whether the words deny somebody an age, and the unit is of age: is not sixteen.

    Who denies sixteen boys, or sixteen and means twenty, says nothing of the kind. Who is not
    sixteen or older is less than sixteen as well, but not who is not sixteen or under.
    """
    found = recognise.hedges(stated.amounts, stated.amount)
    above = all("at-least" in hedge.modifiers for hedge in found)
    if not above or _OF_AGE.isdisjoint(unit_words(unit)):
        return False
    words, first = stated.amounts.words, stated.amounts.first_word(stated.amount)
    before = first - 1
    before -= words.low(before) in _BESIDE_NOT
    low = words.low(before)
    denied = low in _CLIPPED or (low == "not" and _is(words.low(before - 1)))
    if not denied or any(words.gap(at) != " " for at in range(before, first)):
        return False
    after = stated.amounts.next_word(stated.amount)
    after += words.low(after) in _AGED
    after += words.low(after) == "old"
    if words.low(after) in _LONGER or _is_set_right(stated, after):
        return False
    return recognise.counted(stated.amounts, stated.amount) is None or words.low(after - 1) in _AGED


def _is(low: str) -> bool:
    """Whether a word is a form of “to be”, also a clipped one: he's not sixteen."""
    return low in _IS or low.endswith(("'s", "'m", "'re"))


def _is_set_right(stated: StatedAmount, at: int) -> bool:
    """Whether another figure follows a “but”: not sixteen, but twenty."""
    words, other = stated.amounts.words, stated.amounts.neighbour(stated.amount, 1)
    if words.low(at) != "but" or other is None:
        return False
    return stated.amounts.first_word(other) - at <= _MOST_AFTER_BUT
