"""The amounts of a paragraph: its figures, and what else an editor may write down as a number.

A figure is what the text itself states as a number. "Both", "the largest" and "first" state none,
and still an editor may rightly give the value 2 or the rank 1 for them: they are amounts that
only a value which is there already is compared with.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter

from sitegen.recognise.figures import numerals
from sitegen.recognise.figures.amount import Amount, Hedge, Measure
from sitegen.recognise.figures.composed import composed
from sitegen.recognise.figures.other_words import in_other_words, other_words
from sitegen.recognise.language import Language
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Found, Sort, TokenKind

_YEAR_DIGITS = 4
_LANGUAGES = 2
_TEN = 10
_FEW_BETWEEN = 3  # words from a figure to its “below zero”
_HUNDRED = 100
_DASHES = frozenset("-\N{EN DASH}\N{EM DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}")
_SCALE_LETTERS = frozenset("mb")
_LAST = "last"  # joined by ", and", which ends a list or begins a clause


class Amounts:
    """The amounts of a paragraph, in order, with the words around them."""

    def __init__(self, words: Words, found: Iterable[Found]) -> None:
        self.words = words
        known = sorted(_amounts(words, tuple(found)), key=_place)
        linked = tuple(_linked(words, known))
        self.every: tuple[Amount, ...] = tuple(
            sorted((*linked, *composed(words, linked)), key=_place)
        )
        self.measures: dict[tuple[int, int, str], Measure | None] = {}
        """What amounts measure, by where they stand and what links them: see `measure`."""
        self.hedges: dict[int, tuple[Amount, tuple[Hedge, ...]]] = {}
        """What says how exact an amount is, by its identity, with it: see `hedges`."""
        self._starts = [amount.start for amount in self.every]

    def within(self, start: int, end: int) -> tuple[Amount, ...]:
        """The amounts that lie whole within a stretch; an article before one may be left out."""
        first = bisect_left(self._starts, max(0, start - len("an ")))
        last = bisect_left(self._starts, end)
        return tuple(
            amount
            for amount in self.every[first:last]
            if amount.end <= end and (amount.start >= start or self._article(amount.start, start))
        )

    def cut(self, start: int, end: int) -> tuple[Amount, ...]:
        """The figures of which only a part lies within a stretch."""
        near = (self._before(start), self._before(end))
        return tuple(
            amount
            for amount in dict.fromkeys(near)
            if amount
            and amount.stated
            and (amount.start < start < amount.end or amount.start < end < amount.end)
            and not self._article(amount.start, start)
        )

    def begins(self, offset: int) -> bool:
        """Whether a figure begins at an offset."""
        at = bisect_left(self._starts, offset)
        return at < len(self.every) and self._starts[at] == offset and self.every[at].stated

    def whole(self, start: int, end: int) -> bool:
        """Whether a stretch cuts no word and no figure."""
        text = self.words.text
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if (before.isalnum() and text[start].isalnum()) or (
            after.isalnum() and text[end - 1].isalnum()
        ):
            return False
        return not self.cut(start, end)

    def neighbour(self, amount: Amount, step: int) -> Amount | None:
        """The amount before (-1) or after (1) another; None where there is none."""
        at = bisect_left(self._starts, amount.start) + step
        return self.every[at] if 0 <= at < len(self.every) else None

    def word_at(self, offset: int) -> int:
        """The index of the first word from an offset on."""
        return bisect_left(self.words.spans, (offset,))  # which sorts before any from there on

    def first_word(self, amount: Amount) -> int:
        """The index of its first word."""
        return self.word_at(amount.start)

    def next_word(self, amount: Amount) -> int:
        """The index of the word after it."""
        return self.word_at(amount.end)

    def text(self, amount: Amount) -> str:
        """Its words, as written."""
        return self.words.text[amount.start : amount.end]

    def _article(self, start: int, end: int) -> bool:
        if start >= end:
            return False
        at = self.word_at(start)
        whole = self.words.text[start:end].strip()
        return self.words.role(at) == "article" and whole.lower() == self.words.low(at)

    def _before(self, offset: int) -> Amount | None:
        at = bisect_left(self._starts, offset) - 1
        return self.every[at] if at >= 0 else None


_place = itemgetter(0, 1)  # start and end


def _amounts(words: Words, found: Sequence[Found]) -> Iterator[Amount]:
    """The figures of a paragraph, the years among its dates, and the amounts in other words."""
    signed = not _zeros(words.language).isdisjoint(words.lows)
    for one in found:
        if one.kind is TokenKind.NUMBER:
            scaled = _letter_scale(words, one) if one.number is None else None
            below = _below_zero(words, one) if signed else None
            value, other = (one.number, None) if below is None else (below, one.number)
            yield scaled or Amount(one.start, one.end, value, one.sort, one.factor, other)
        else:
            text = words.text[one.start : one.end]
            if len(text) == _YEAR_DIGITS and text.isascii() and text.isdigit():
                yield Amount(one.start, one.end, Decimal(text), Sort.YEAR)
    starts = [one.start for one in found]
    for index, low in other_words(words):
        reading = in_other_words(words, index, low)
        if reading is None:
            continue
        value, sort, last = reading
        start, end = words.start(index), words.end(last)
        at = bisect_right(starts, start) - 1
        if at < 0 or found[at].end <= start:
            yield Amount(start, end, value, sort, stated=False)


@lru_cache(maxsize=_LANGUAGES)
def _zeros(language: Language) -> frozenset[str]:
    """The last words of the signs that stand behind a figure."""
    return frozenset(form.rpartition(" ")[2] for form in language.signs_after)


def _below_zero(words: Words, found: Found) -> Decimal | None:
    """The value of a figure that words make negative: 20 degrees below zero."""
    if not found.number:
        return None
    table = words.language.signs_after
    first = bisect_left(words.spans, (found.end, 0))
    for at in range(first, first + _FEW_BETWEEN):
        if "," in words.gap(at - 1) or numerals.begins_with_digit(words.low(at)):
            return None
        if table.get(f"{words.low(at)} {words.low(at + 1)}") == "minus":
            return found.number.copy_negate()
    return None


def _letter_scale(words: Words, found: Found) -> Amount | None:
    """What "5m" amounts to where the letter is a scale: five million, or else five metres."""
    run, letters = numerals.split(words.text[found.start : found.end])
    value = numerals.plain(run)
    meaning = words.language.glued.get(letters, "") if letters in _SCALE_LETTERS else ""
    scale = meaning.partition(" ")[2]
    if value is None or not scale:
        return None
    number = numerals.product(value, int(scale))
    return Amount(found.start, found.end, number, found.sort, int(scale), value)


def _linked(words: Words, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts with what joins each to the next, and a scale that a list may share."""
    if len(amounts) == 1:  # as in most paragraphs that have any
        yield amounts[0]
        return
    linked: list[Amount] = []
    after: Amount | None = None
    for amount in reversed(amounts):
        link = _link(words, amount, after) if after else ""
        other = amount.other
        if link and after and other is None:
            other = _shared_value(words, amount, after, link)
        changed = link or other is not amount.other
        own, after = after, amount._replace(link=link, other=other) if changed else amount
        if own and own.is_below and link == "range" and other is None and amount.value is not None:
            after = after._replace(value=-amount.value, other=amount.value)  # 55 to 61 below zero
        linked.append(after)
    linked.reverse()
    _end_lists(linked)
    for at in range(len(linked) - 1):
        linked[at], linked[at + 1] = _with_tens(words, linked[at], linked[at + 1])
    yield from linked


def _shared_value(words: Words, amount: Amount, after: Amount, link: str) -> Decimal | None:
    """What a figure may be as well by what the next one has: a fraction, a scale, a sign."""
    value, text = amount.value, words.text[amount.start : amount.end]
    if value is None:
        return None
    if link == "dash" and after.sort is Sort.FRACTION and after.value is not None:
        return numerals.total(value, after.value)  # 2-1/2
    if amount.factor == 1 < after.factor:
        return numerals.product(value, after.factor)
    return Decimal(text) if amount.factor > 1 and text.isdigit() else None


def _end_lists(linked: list[Amount]) -> None:
    """Part two figures where ", and" stands between them, and no list that it ends."""
    for at, amount in enumerate(linked):
        if amount.link == _LAST:  # "5, and 10 years later" is no list
            listed = at > 0 and linked[at - 1].link == "list"
            linked[at] = amount._replace(link="list" if listed else "")


def _with_tens(words: Words, amount: Amount, after: Amount) -> tuple[Amount, Amount]:
    """Two figures; the second of "twenty-one or two" is 22, as the tens are not said again."""
    low, high = amount.value, after.value
    if amount.link != "dash" or low is None or high is None or after.other is not None:
        return amount, after
    if words.role(bisect_left(words.spans, (amount.end, 0))) != "or":
        return amount, after
    if not 0 < high < _TEN < low < _HUNDRED:
        return amount, after
    whole = low - low % _TEN + high
    if low % 1 or high % 1 or not (low % _TEN and low < whole):
        return amount, after
    return amount._replace(link="range"), after._replace(other=whole)


def _link(words: Words, amount: Amount, after: Amount) -> str:
    if not (amount.stated and after.stated) or _differ_in_mark(amount.sort, after.sort):
        return ""
    between = words.text[amount.end : after.start].strip().lower()
    if between in _DASHES:
        return "dash"
    role = words.language.particles.get(between.removeprefix(",").strip(), "")
    first = bisect_left(words.spans, (amount.start, 0))
    before = words.role(first - 1)
    if role in {"to", "or"} and "," not in between:
        low, high = amount.value, after.value
        rises = low is not None and high is not None and low < high
        moved = words.language.moves.get(words.low(first - 1)) == "move"  # rose 5 to 60
        since = any(words.role(at) == "from" for at in range(first - _FEW_BETWEEN, first))
        return "range" if rises and not since and not moved else "dash"
    if role == "and" and before == "between":
        return "range"
    if role in {"and", "or"}:
        return _LAST if "," in between else "list"
    return "list" if between == "," else ""


def _differ_in_mark(sort: Sort, after: Sort) -> bool:
    """Whether two figures are marked as of different sorts: 38 percent, $7 billion."""
    if sort is after:
        return False
    return sort is Sort.PERCENT or (sort is Sort.MONEY and after is Sort.PERCENT)
