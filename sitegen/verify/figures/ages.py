"""Ages that are denied: who is not sixteen is less than sixteen years old."""

from sitegen import recognise
from sitegen.verify.figures.forms import unit_words
from sitegen.verify.figures.stated_amounts import StatedAmount

_OF_AGE = frozenset({"age", "old"})
_IS = frozenset({"am", "are", "is", "was", "were"})
_CLIPPED = frozenset({"isn't", "aren't", "wasn't", "weren't"})
_BESIDE_NOT = frozenset({"yet", "even"})  # not yet sixteen, not even sixteen
_LONGER = frozenset({"any", "anymore", "but"})  # not sixteen any more; not sixteen, but twenty
_AGED = frozenset({"year", "years", "winter", "winters", "summer", "summers"})


def is_not_so_old(stated: StatedAmount, unit: str) -> bool:
    """Whether the words deny somebody an age, and the unit is of age: is not sixteen.

    Who denies sixteen boys, or sixteen and means twenty, says nothing of the kind.
    """
    if _OF_AGE.isdisjoint(unit_words(unit)) or recognise.hedges(stated.amounts, stated.amount):
        return False
    words, first = stated.amounts.words, stated.amounts.first_word(stated.amount)
    before = first - 1
    while words.low(before) in _BESIDE_NOT and words.gap(before) == " ":
        before -= 1
    low = words.low(before)
    denied = low in _CLIPPED or (low == "not" and _is(words.low(before - 1)))
    if not denied or any(words.gap(at) != " " for at in range(before, first)):
        return False
    after = stated.amounts.next_word(stated.amount)
    goes_on = words.gap(after - 1) == " "
    after += goes_on and words.low(after) in _AGED
    if words.low(after) in _LONGER:
        return False
    return recognise.counted(stated.amounts, stated.amount) is None or words.low(after - 1) in _AGED


def _is(low: str) -> bool:
    """Whether a word is a form of “to be”, also a clipped one: he's not sixteen."""
    return low in _IS or low.endswith(("'s", "'m", "'re"))
