"""What a figure measures, and what a unit names: money and in what, a length, people counted."""

from collections.abc import Iterable
from decimal import Decimal

from sitegen.recognise.figures import numerals
from sitegen.recognise.figures.amount import Amount, Measure
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Sort

_MOST_SHARING = 12  # figures of a list that share a measure
_LONGEST_PHRASE = 3  # words: in the evening
_SIGNS = (" glued", " unit")  # what is a measure only at its figure, or as a unit
_MOST_ADJECTIVES = 2  # words from a figure to its measure: sixty long dull hours
_JOINTS = frozenset({" ", "-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}", "\N{NO-BREAK SPACE}"})


def measure(amounts: Amounts, amount: Amount) -> Measure | None:
    """What a figure measures, by its own mark or the word after it; a list may share it."""
    place = (amount.start, amount.end, amount.link)
    known = amounts.measures
    if place not in known:
        known[place] = _worked_out(amounts, amount)
    return known[place]


def _worked_out(amounts: Amounts, amount: Amount) -> Measure | None:
    words = amounts.words
    first, following = amounts.first_word(amount), amounts.next_word(amount)
    marked = _marked(words, amounts.text(amount), first, following)
    if marked:
        return marked
    after = _named(words, following)
    if after:
        return after
    for step, links in ((-1, ("range", "dash")), (1, ("range", "dash", "list"))):
        other: Amount | None = amount
        for _ in range(_MOST_SHARING):
            beside = amounts.neighbour(other, step) if other else None
            joined = other if step > 0 else beside
            if beside is None or joined is None or joined.link not in links:
                break
            begin, end = amounts.first_word(beside), amounts.next_word(beside)
            shared = _marked(words, amounts.text(beside), begin, end)
            shared = shared or (_named(words, end) if step > 0 else None)
            if shared:
                return shared
            other = beside
    return None


def measure_named(amounts: Amounts, amount: Amount) -> Measure | None:
    """What a figure measures, also where adjectives stand between: 60 long hours, no square miles.

    A unit may call it so; whether a value is of another measure, this is too unsure to tell.
    """
    known = measure(amounts, amount)
    words, at = amounts.words, amounts.next_word(amount)
    table = words.language.measures
    for after in range(at, at + _MOST_ADJECTIVES + 1):
        barred = words.gap(after - 1) != " " or words.low(after) in words.language.particles
        if known or barred or table.get(words.low(after)) == "unclear":
            break
        known = _looked_up(words, after)
    return known


def length(amounts: Amounts, amount: Amount) -> tuple[str, Decimal] | None:
    """A span of time in the smallest unit of its kind: two weeks are 20,160 minutes."""
    if amount.sort is Sort.RANK:
        return None
    known, following = measure(amounts, amount), amounts.next_word(amount)
    following += amounts.words.role(following) == "of"
    if known is None and amounts.words.role(following) == "article":  # half, a quarter of a century
        known = _named(amounts.words, following + 1)
    meaning = amounts.words.language.lengths.get(known.name) if known else None
    if meaning is None or amount.value is None:
        return None
    unit, _, size = meaning.partition(" ")
    return unit, numerals.product(amount.value, int(size))


def span(words: Words, index: int) -> tuple[str, Decimal] | None:
    """The same of a unit that no number stands before: a decade, the next decade."""
    meaning = words.language.lengths.get(words.low(index).removesuffix("'s"))
    if meaning is None or words.gap(index - 1) != " ":
        return None
    if words.role(index - 1) != "article" and not _lasts(words, index):
        return None
    if words.role(index + 1) == "and":  # an hour and a half
        return None
    unit, _, size = meaning.partition(" ")
    return unit, Decimal(size)


def _lasts(words: Words, index: int) -> bool:
    """Whether a unit is all of a span: in the next decade, not in the last year of the war."""
    if words.low(index - 1) not in words.language.spans or words.role(index - 2) != "the":
        return False
    before = words.low(index - 3)
    within = words.language.moves.get(before) == "preposition" or before in words.language.hedges
    return within and words.role(index + 1) != "of"


def is_hour(amounts: Amounts, amount: Amount) -> bool:
    """Whether a figure may be an hour, as in “at ten in the evening”."""
    at = amounts.words.role(amounts.first_word(amount) - 1) == "at"
    return at and is_of_a_day(amounts, amount)


def is_of_a_day(amounts: Amounts, amount: Amount) -> bool:
    """Whether a part of the day stands behind a figure: until two in the afternoon."""
    words, following = amounts.words, amounts.next_word(amount)
    lows = [words.low(at) for at in range(following, following + _LONGEST_PHRASE)]
    phrases = (" ".join(lows[:end]) for end in range(1, _LONGEST_PHRASE + 1))
    return any(words.language.clock.get(phrase) == "at" for phrase in phrases)


def measures(words: Words) -> tuple[Measure, ...]:
    """What the words of a `unit` name as measures and as what is counted.

    A sign that is another word elsewhere is one where it is all of the unit: in, m.
    """
    known: Iterable[Measure | None] = (_looked_up(words, at) for at in range(len(words)))
    if len(words) == 1 and words.raw(0) == words.low(0):  # no M
        meaning = words.language.measures.get(words.low(0), "")
        known = (_measure(meaning),) if meaning.endswith(_SIGNS) else known
    signs = (words.language.measures.get(char) for char in words.text if not char.isalnum())
    return tuple(
        dict.fromkeys(
            [
                *(one for one in known if one),
                *(_measure(meaning) for meaning in signs if meaning),
            ]
        )
    )


def _measure(meaning: str) -> Measure:
    dimension, name = meaning.split(" ")[:2]
    return Measure(dimension, name)


def _marked(words: Words, text: str, first: int, following: int) -> Measure | None:
    """The measure in a figure's own mark: $, %, km, per cent."""
    table = words.language.measures
    if not text.isalnum():
        for char in (*text[:4], *text[-1:]):
            meaning = None if char.isalnum() else table.get(char)
            if meaning:
                return _measure(meaning)
    if words.language.currencies.get(text[:1]) == "letter" and text[1:2].isdigit():
        meaning = table.get(text[:1].lower())
        return _measure(meaning) if meaning else None
    for index in range(first, following):
        low = words.low(index)
        letters = _letters(words, index) if numerals.begins_with_digit(low) else low
        glued = letters != low or words.gap(index) == ""
        meaning = table.get(letters) or table.get(letters.removesuffix("s"))
        pair = table.get(f"{low} {words.low(index + 1)}") if index + 1 < following else None
        known = meaning and (glued or not meaning.endswith("glued"))
        meaning = meaning if meaning and known and not meaning.endswith("unit") else pair
        if meaning and not meaning.startswith("unclear"):
            return _measure(meaning)
        if words.gap(index) == "" and index + 1 < following:
            return Measure("money", "")  # the K of K4bn
    return None


def _letters(words: Words, index: int) -> str:
    """What is glued to digits, in small letters but where capitals are a mark of their own: 30C."""
    letters = numerals.split(words.raw(index))[1]
    return letters if letters in words.language.glued else letters.lower()


def _named(words: Words, index: int) -> Measure | None:
    """The measure in the word after a figure, or the one after that: dollars, US dollars."""
    if words.gap(index - 1) not in _JOINTS:
        return None
    near = _looked_up(words, index)
    if near is None and words.gap(index) == " " and words.capital(index):
        far = _looked_up(words, index + 1)
        return far if far and far.dimension == "money" else None
    return near


def _looked_up(words: Words, index: int) -> Measure | None:
    low, table = words.low(index), words.language.measures
    meaning = (
        table.get(f"{low} {words.low(index + 1)}")
        or table.get(low)
        or table.get(low.removesuffix("s"))
    )
    if meaning and not meaning.endswith(_SIGNS):
        return None if meaning == "unclear" else _measure(meaning)
    return Measure("count", low) if words.language.unit(low) else None
