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
from sitegen.recognise.text.lists import list_counts, open_list_counts, part_count, sentence_count
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
_MOST_RECKONED = 8  # numbers of the words, which are put together by twos
_BEFORE = 1000  # characters in which the first mention may stand
_AFTER = 3  # words behind a number in which “others” may stand


def may_be_enumerated(
    ours: Amounts, amount: Amount, there: Iterable[Stated], grounds: Grounds
) -> bool:
    """Whether a small number may count what the words enumerate, or be reckoned from their numbers.

    True of what is no count, and of two.
    """
    if amount.sort is not Sort.COUNT or amount.value is None or amount.value < _FEWEST:
        return True
    every = tuple(there)
    return (
        _is_of_a_name(ours, amount)
        or any(amount.value == value for value in _reckoned(ours, amount, every))
        or any(amount.value in counts for counts in _counts(ours, amount, grounds))
        or lies_between(ours, amount, grounds)
        or _is_in_the_article(ours, amount, grounds)
    )


def _is_of_a_name(ours: Amounts, amount: Amount) -> bool:
    """Whether a number has the capital of a name: the Big Three."""
    words, first = ours.words, ours.first_word(amount)
    return words.capital(first) and words.gap(first - 1) == " "


def _reckoned(ours: Amounts, amount: Amount, there: tuple[Stated, ...]) -> Iterator[Decimal | int]:
    """What the numbers of the words come to: by their number, differences, sums, as ranks."""
    for one in there:
        if one.amount.sort is Sort.RANK and one.amount.value:
            yield from (one.amount.value, one.amount.value - 1)
    known = [(one, one.amount.value) for one in there if one.amount.value and one.amount.stated]
    for one, value in known:
        yield from (value - 1, value + speaks_of_others(one))  # all ten but Bob
    yield len(known)
    yield sum(value for _, value in known)
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


def _counts(ours: Amounts, amount: Amount, grounds: Grounds) -> Iterator[frozenset[int]]:
    """The counts of what stands in the words, in the claim itself and, of things, in the fields."""
    language, texts = grounds.language, grounds.texts
    if _is_measured(counted(ours, amount)):
        return
    listed = frozenset(count for text in texts for count in list_counts(text, language))
    yield listed
    yield list_counts(ours.words.text, language)
    for text in texts:
        yield open_list_counts(text, language)
    yield frozenset({sum(sentence_count(text, language) for text in texts)})
    if len(texts) > 1:
        yield frozenset({sum(part_count(text, language) for text in texts)})
    named, again = _names(" / ".join(texts), language), _names(ours.words.text, language)
    yield frozenset({len(named), len(named - again)})
    others = _are_others(ours, amount)
    if others:
        most = max(listed, default=0)
        yield frozenset(range(most - len(named & again), most))
    people = len(grounds.fact.people)
    yield frozenset({people, people - others})


def _are_others(ours: Amounts, amount: Amount) -> bool:
    """Whether a number leaves out somebody: the three others, three of the rest."""
    words, after = ours.words, ours.next_word(amount)
    return any(words.low(at) in words.language.rests for at in range(after - 2, after + _AFTER))


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
    reading, (index, start, end) = cited.reading, cited.stretch
    start -= _BEFORE
    while True:
        amounts = reading.amounts(index)
        within = amounts.within(max(0, start), end)
        yield from (Stated(amounts, one) for one in within if one.stated)
        if start > 0 or not index:
            break
        index -= 1
        end = len(reading.paragraphs[index].text)
        start += end


def _is_measured(thing: Thing | None) -> bool:
    return thing is not None and thing.sort in MEASURED
