"""Numbers of a claim that nothing states, and to which its editor may have come by reckoning."""

from decimal import Decimal
from itertools import islice

from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.measures import length
from sitegen.recognise.text.words import Words
from sitegen.verify.sentences.borne_numbers import MOST_ALIKE, There
from sitegen.verify.sentences.small_numbers import is_of_a_ratio, is_quotient
from sitegen.verify.sentences.stated import Grounds


def may_be_worked_out(
    ours: Amounts, amount: Amount, there: There, value: Decimal | None, grounds: Grounds
) -> bool:
    """Whether a claim may come to a number that nothing states: a share, a gap of years, a reason.

    What is worked out so is the editor's to show; nothing tells that it is not.
    """
    return (
        _is_a_gap(ours, amount, grounds)
        or is_quotient(ours, amount, there.every)
        or (value is not None and is_of_a_ratio(ours, amount, value))
        or any(amount.value == one.amount.value for one in grounds.reasoned_amounts())
    )


def _is_a_gap(ours: Amounts, amount: Amount, grounds: Grounds) -> bool:
    """Whether years lie between two dates, of the words, the fact or a source: 20 years earlier."""
    claimed = length(ours, amount)
    if claimed is None or not tells_a_gap(ours.words, ours.next_word(amount) + 1):
        return False
    months, per_year = claimed[1], 12
    if claimed[0] != "month":
        return False
    dates = (*islice(grounds.dates(), MOST_ALIKE), *grounds.published())
    years = {date.start.year for date in dates if date.start and date.start.year}
    return any(year + months / per_year in years for year in years)


def tells_a_gap(words: Words, index: int) -> bool:
    """Whether words lead from a span of time to a date: earlier, before the vote, up to 1840."""
    to = "to" in {words.role(index), words.role(index + 1)}  # to 1840, up to 1840
    return to or words.low(index) in words.language.relative
