"""Small numbers of a claim that count what the words only enumerate: three, of A, B and C."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, permutations

from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.things import Thing, counted
from sitegen.recognise.language import Language
from sitegen.recognise.speech.names import name_words, proper_among
from sitegen.recognise.text.lists import list_counts, sentence_count
from sitegen.recognise.tokens import Sort
from sitegen.verify.sentences.clock_times import HOURS, clock
from sitegen.verify.sentences.small_numbers import (
    MEASURED,
    measures_alike,
    measures_otherwise,
    speaks_of_others,
)
from sitegen.verify.sentences.stated import Cited, Grounds, Stated
from sitegen.verify.sentences.time_between import lies_between

_FEWEST = 3  # of two the words may name one, or none: the two companies
_FEWEST_MEASURED = 2  # two years lie between two dates
_MOST_RECKONED = 8  # numbers of the words, which are put together by twos
_BEFORE = 5  # paragraphs in which the first mention may stand


def may_be_enumerated(
    ours: Amounts, amount: Amount, there: Iterable[Stated], grounds: Grounds
) -> bool:
    """Whether a small number may count what the words enumerate, or be reckoned from their numbers.

    True of what is no count, of one, and of two things.
    """
    if amount.sort is not Sort.COUNT or amount.value is None:
        return True
    if amount.value < _FEWEST:
        those = ours.words.role(ours.first_word(amount) - 1) == "the"  # the two years, as dates
        if amount.value < _FEWEST_MEASURED or those or not _is_measured(counted(ours, amount)):
            return True
    return (
        _is_of_a_name(ours, amount)
        or any(amount.value == value for value in _reckoned(ours, amount, tuple(there)))
        or amount.value in _counts(ours, amount, grounds)
        or lies_between(ours, amount, grounds)
        or _is_in_the_article(ours, amount, grounds)
    )


def _is_of_a_name(ours: Amounts, amount: Amount) -> bool:
    """Whether a number has the capital of a name: the Big Three."""
    words, first = ours.words, ours.first_word(amount)
    return words.capital(first) and words.gap(first - 1) == " "


def _reckoned(ours: Amounts, amount: Amount, there: tuple[Stated, ...]) -> Iterator[Decimal | int]:
    """What the numbers of the words come to: one less, sums, differences, hours of the clock."""
    known = [(one, one.amount.value) for one in there if one.amount.value]
    for one, value in known:
        yield from (value - 1, value + speaks_of_others(one))  # all ten but Bob
    yield sum(value for one, value in known if one.amount.stated)
    thing = counted(ours, amount)
    as_many = thing is not None and thing.sort == "occasion"  # three times as many
    for (one, first), (other, second) in permutations(known[:_MOST_RECKONED], 2):
        if not measures_otherwise(one.amounts, one.amount, other):
            yield first - second
            yield from (first // second, first // second + 1) if as_many else ()
    clocks = (one for one in there if one.amount.sort is Sort.CLOCK)
    read = (clock(one.amounts.text(one.amount), one.amounts.words.language) for one in clocks)
    times = [time for time in read if time][:_MOST_RECKONED]
    for time in times:
        yield from (time.hour, time.hour + bool(time.minute))
    yield from ((last.hour - first.hour) % HOURS for first, last in combinations(times, 2))


def _counts(ours: Amounts, amount: Amount, grounds: Grounds) -> frozenset[int]:
    """The counts of what stands in the words, in the claim itself and, of people, in its field."""
    language, texts = grounds.language, grounds.texts
    if _is_measured(counted(ours, amount)):
        return frozenset()
    cited = "; ".join(texts)
    named, again = _names(cited, language), _names(ours.words.text, language)
    return frozenset(
        {
            *list_counts(cited, language, is_cut=True),
            *list_counts(ours.words.text, language),
            sum(sentence_count(text, language) for text in texts),
            len(named),
            len(named - again),
            len(grounds.fact.people),
        }
    )


def _names(text: str, language: Language) -> frozenset[tuple[str, ...]]:
    return frozenset(name.words for name in proper_among(name_words(text), language))


def _is_in_the_article(ours: Amounts, amount: Amount, grounds: Grounds) -> bool:
    """Whether the article counts so many of the same, wherever that is: those three robbers.

    Who speaks of “the three” or “all three” means some that stand not far before, and so does who
    measures.
    """
    thing, words = counted(ours, amount), ours.words
    measured = _is_measured(thing)
    if thing and not measured:
        number = f"(?:{re.escape(ours.text(amount))}|{amount.value})"
        noun = re.escape(thing.low.removesuffix("s"))
        same = re.compile(rf"(?<!\w){number}(?:[ -]\w+){{0,2}}[ -]{noun}", re.IGNORECASE)
        readings = {id(cited.reading): cited.reading for cited in grounds.cited}.values()
        every = (paragraph.text for one in readings for paragraph in one.paragraphs)
        if any(map(same.search, every)):
            return True
        if words.role(ours.first_word(amount) - 1) != "the":
            return False
    return any(
        one.amount.value == amount.value
        and not measures_otherwise(ours, amount, one)
        and (not measured or measures_alike(ours, amount, one))
        for cited in grounds.cited
        for one in _stated_before(cited)
    )


def _stated_before(cited: Cited) -> Iterator[Stated]:
    """Every number in some words of the source and not far before them."""
    index, _, end = cited.stretch
    for at in range(max(0, index - _BEFORE), index + 1):
        amounts = cited.reading.amounts(at)
        for one in amounts.every:
            if at < index or one.end <= end:
                yield Stated(amounts, one)


def _is_measured(thing: Thing | None) -> bool:
    return thing is not None and thing.sort in MEASURED
