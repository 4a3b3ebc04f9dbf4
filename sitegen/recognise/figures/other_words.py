"""Words that amount to a number and are no figure: "both", "first", "the largest", L80."""

from decimal import Decimal
from functools import lru_cache

from sitegen.recognise.figures import numerals
from sitegen.recognise.language import Language
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Sort

_ENDING = len("est")
_LANGUAGES = 2


def other_words(words: Words) -> list[tuple[int, str]]:
    """The words that may be an amount and no figure."""
    language = words.language
    known, endings = _known(language), language.superlatives
    return [
        (index, low)
        for index, low in enumerate(words.lows)
        if low in known
        or low[-_ENDING:] in endings
        or ("0" <= low[1:2] <= "9" and low > ":")  # a letter and a digit; two digits are a figure
    ]


@lru_cache(maxsize=_LANGUAGES)
def _known(language: Language) -> frozenset[str]:
    return frozenset({*language.quantities, *language.ordinals, *language.tens})


def in_other_words(words: Words, index: int, low: str) -> tuple[Decimal, Sort, int] | None:
    """What "both", "third" and "largest" amount to, with the index of the last word of it."""
    language = words.language
    meaning = language.quantities.get(low)
    if meaning:
        sort, value, *where = meaning.split()
        return (Decimal(value), Sort(sort), index) if _is_there(words, index, where) else None
    if low in language.ordinals or low in language.tens:
        rank = numerals.ordinal(words, index)
        return (Decimal(rank.value), Sort.RANK, rank.next - 1) if rank else None
    if language.currencies.get(words.raw(index)[:1]) == "letter":
        return _lettered(words, index)
    if _superlative(words, low) and not _after_ordinal(words, index):
        return Decimal(1), Sort.RANK, index
    return None


def _is_there(words: Words, index: int, where: list[str]) -> bool:
    """Whether a word that counts only in some places stands in one: a score of, three pair."""
    if "of" in where:
        return words.role(index - 1) == "article" and words.role(index + 1) == "of"
    if where and "group" not in where:
        return words.low(index - 1) in where
    counted = words.gap(index - 1) == " " and numerals.cardinal(words, index - 1) is not None
    return not (counted and "group" in where)


def _lettered(words: Words, index: int) -> tuple[Decimal, Sort, int] | None:
    """Money with a letter for its mark: L80, L1,000."""
    last = index
    while words.gap(last) in {",", "."} and numerals.begins_with_digit(words.low(last + 1)):
        last += 1
    value = numerals.plain(words.text[words.start(index) + 1 : words.end(last)])
    return None if value is None else (value, Sort.MONEY, last)


def _superlative(words: Words, low: str) -> bool:
    forms = words.language.superlatives
    return forms.get(low[-_ENDING:]) == "ending" and low not in forms and len(low) > _ENDING + 1


def _after_ordinal(words: Words, index: int) -> bool:
    """Whether a superlative is no first: the third-largest, the 2nd largest."""
    before = words.low(index - 1)
    _, letters = numerals.split(before)
    glued = numerals.begins_with_digit(before) and words.language.glued.get(letters) == "ordinal"
    return (glued or before in words.language.ordinals) and words.joined(index - 1)
