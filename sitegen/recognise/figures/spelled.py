"""Numbers in words of languages that build them otherwise than English does.

French counts eighty as four twenties and goes on to nineteen; German says the unit before its tens,
and writes it all as one word. All is told by the table `spelled` of the language.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language
from sitegen.recognise.text.words import Words

_LANGUAGES = 4
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_FOUR = 4
_AND, _HALF = "0 and", "0.5 joined"
_BARS = frozenset({"0 bars", _HALF})  # the “pour” of “pour cent”, the “demi” of “demi-million”
_JOINTS = frozenset({" ", "-", "\N{HYPHEN}"})
_OVER = "0 over"  # trois quarts
_BEYOND_TENS = frozenset({60, 80})  # after which French counts on to nineteen
_LONGEST = 60  # letters of a number in one word


class Spelled(NamedTuple):
    """A number in words: offsets, the end exclusive, and what it amounts to."""

    start: int
    end: int
    value: Decimal


class _Part(NamedTuple):
    value: Decimal
    kind: str  # "", "times", "score", "and", "half", "joined", "end", "bars", "over"


def spelled(words: Words) -> Iterator[Spelled]:
    """The numbers in words of a text, in order; a one by itself is an article."""
    table, at = words.language.spelled, 0
    while table and at < len(words):
        barred = table.get(words.low(at - 1)) in _BARS and words.gap(at - 1) in _JOINTS
        found = None if barred else _from(words, at)
        if found is None:
            at += 1
            continue
        value, last = _with_half(words, *found)
        if table.get(words.low(last + 1)) == _OVER:
            at = last + 1
            continue
        if value != 1:
            yield Spelled(words.start(at), words.end(last), value)
        at = last + 1


def _with_half(words: Words, value: Decimal, last: int) -> tuple[Decimal, int]:
    """A number with the half that stands behind what it counts: deux heures et demie."""
    table = words.language.spelled
    if table.get(words.low(last + 2)) == _AND and table.get(words.low(last + 3)) == _HALF:
        return value + Decimal("0.5"), last + 3
    return value, last


def _from(words: Words, first: int) -> tuple[Decimal, int] | None:
    """The number that begins with a word, and its last word."""
    number = _Number()
    known: tuple[Decimal, int] | None = None
    at = first
    while at < len(words):
        if at > first and words.gap(at - 1) not in _JOINTS:
            break
        parts = _parts(words.low(at), words.language)
        if not parts or not all(number.takes(part) for part in parts):
            break
        if parts[-1].kind != "and":
            known = (number.value, at)
        at += 1
    return known


class _Number:
    """A number as it is read, part by part."""

    def __init__(self) -> None:
        self._total = Decimal(0)
        self._group = Decimal(0)
        self._limit: Decimal | None = None  # the scale that was last multiplied with
        self._joined = False
        self._begun = False

    @property
    def value(self) -> Decimal:
        """What it amounts to so far."""
        return self._total + self._group

    def takes(self, part: _Part) -> bool:
        """Whether a part goes on with it; then it is added."""
        value, kind = part
        if kind in {"end", "bars", "over"}:
            return self._begun and kind == "end"
        if kind == "and":
            self._joined = True
            return self._begun
        halves = kind in {"half", "joined"}
        added = self._half(value, kind) if halves else self._added(value, kind)
        self._joined, self._begun = False, self._begun or added
        return added

    def _half(self, value: Decimal, kind: str) -> bool:
        """Two and a half; of a million it is half of that."""
        if not self._begun or (kind == "joined" and not self._joined):
            return False
        of = self._limit if self._limit and not self._group else Decimal(1)
        self._group += value * of
        return True

    def _added(self, value: Decimal, kind: str) -> bool:
        tens = self._group % _HUNDRED
        if kind == "times" and value >= _THOUSAND:
            if self._limit is not None and value >= self._limit:
                return False
            self._total += max(self._group, Decimal(1)) * value
            self._group, self._limit = Decimal(0), value
        elif kind == "times":
            if self._joined or self._group >= _TWENTY:  # nineteen hundred is said of years
                return False
            self._group = max(self._group, Decimal(1)) * value
        elif kind == "score" and tens == _FOUR:
            self._group += _FOUR * _TWENTY - _FOUR
        elif self._goes_on(value, tens):
            self._group += value
        else:
            return False
        return True

    def _goes_on(self, value: Decimal, tens: Decimal) -> bool:
        """Whether a number below a hundred may follow the tens that stand there."""
        if not self._begun or tens == 0:
            return self._group == 0 or value < _HUNDRED
        if tens < _TEN:
            return self._joined and value % _TEN == 0 and _TEN < value < _HUNDRED
        ends = _TWENTY if tens in _BEYOND_TENS else _TEN
        return tens % _TEN == 0 and value < ends


@lru_cache(maxsize=4096)
def _parts(low: str, language: Language) -> tuple[_Part, ...]:
    """The parts of a word: itself, or those that are glued to it; none where it is no number."""
    table = language.spelled
    if low in table:
        return (_part(table[low]),)
    if len(low) > _LONGEST:
        return ()
    ends: dict[int, tuple[_Part, ...]] = {0: ()}
    for end in range(1, len(low) + 1):
        for length in _lengths(language):
            before = ends.get(end - length)
            meaning = table.get(low[end - length : end]) if before is not None else None
            if before is not None and meaning and end not in ends:
                ends[end] = (*before, _part(meaning))
    return ends.get(len(low), ())


@lru_cache(maxsize=_LANGUAGES)
def _lengths(language: Language) -> tuple[int, ...]:
    """The lengths of the forms, the longest first: dreizehn is no drei and zehn."""
    return tuple(sorted({len(form) for form in language.spelled}, reverse=True))


def _part(meaning: str) -> _Part:
    value, _, kind = meaning.partition(" ")
    return _Part(Decimal(value), kind)
