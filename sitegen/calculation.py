"""Calculations over facts, as a basis writes them: `votes-a + votes-b`, `round(sum(a, b) / 2)`.

Never `eval`: a grammar of a few lines, read in one pass, with limits that keep the exact arithmetic
cheap. Numbers are fractions; a date is a day, and a day and a number of days are another day.
"""

import operator
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from sitegen.frozen import NamedTuple, dataclass

MAX_LENGTH = 1000
"""The characters of a calculation; an editor's longest is far below."""
_MAX_DEPTH = 20
_MAX_DIGITS = 100
_MAX_PLACES = 20
_MAX_BITS = 2048  # of a result on the way; no fact sheet counts so far

_TOKEN = re.compile(r"[a-z0-9][a-z0-9-]*+(?:\.[0-9]+)?|[+*/(),-]|\S", re.ASCII)
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?", re.ASCII)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)
_FUNCTIONS = {"sum": (1, None), "round": (1, 2), "days": (2, 2)}
_ARITHMETIC: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_LOOKS_LIKE = {"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "^": "*"}


class Fault(NamedTuple):
    """Why a calculation cannot be read or worked out; `column` counts from 1, 0 for none."""

    message: str
    column: int = 0


@dataclass(frozen=True, slots=True)
class Number:
    """A number, as written."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """The id of a fact, and the column where it stands."""

    id: str
    column: int


@dataclass(frozen=True, slots=True)
class Apply:
    """A function with what it is applied to."""

    function: str
    parts: tuple["Term", ...]
    column: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Terms joined by signs of one rank, worked out from the left; each sign has its column."""

    first: "Term"
    rest: tuple[tuple[str, int, "Term"], ...]


Term = Number | Name | Apply | Chain
Worth = Fraction | date
Look = Callable[[str, bool], Worth | Fault]
"""What a fact is worth, by its id; the flag asks for its date."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """A calculation as it was read. `names` are the facts in it, each once, in order."""

    text: str
    term: Term
    names: tuple[Name, ...]


class _Refused(Exception):  # noqa: N818 (it carries a fault, and never leaves this module)
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def parse(text: str) -> Calculation | Fault:
    """Read a calculation."""
    if len(text) > MAX_LENGTH:
        return Fault(f"it is longer than {MAX_LENGTH} characters")
    reader = _Reader(text)
    try:
        term = reader.total(0)
        reader.end()
    except _Refused as refused:
        return refused.fault
    names = {name.id: name for name in reversed(reader.names)}
    return Calculation(text, term, tuple(sorted(names.values(), key=lambda name: name.column)))


class _Reader:
    """Recursive descent over the tokens of one calculation."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
        self.at = 0
        self.names: list[Name] = []

    def peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def column(self) -> int:
        return (self.tokens[self.at][1] if self.at < len(self.tokens) else len(self.text)) + 1

    def refuse(self, message: str) -> _Refused:
        return _Refused(Fault(message, self.column()))

    def end(self) -> None:
        word = self.peek()
        if not word:
            return
        if word in _LOOKS_LIKE:
            raise self.refuse(f"“{word}” is no sign here; write {_LOOKS_LIKE[word]}")
        if word == ")":
            raise self.refuse("“)” closes no bracket")
        raise self.refuse(f"“{word}” stands where + - * / or the end belongs")

    def total(self, depth: int) -> Term:
        return self.chain(depth, "+-", lambda: self.chain(depth, "*/", lambda: self.single(depth)))

    def chain(self, depth: int, signs: str, part: Callable[[], Term]) -> Term:
        first, rest = part(), []
        while self.peek() and self.peek() in signs:
            sign, column = self.peek(), self.column()
            before, after = self.text[column - 2], self.text[column : column + 1] or " "
            if not (before.isspace() and after.isspace()):
                raise self.refuse(f"write “{sign}” between spaces")
            self.at += 1
            rest.append((sign, column, part()))
        return Chain(first, tuple(rest)) if rest else first

    def single(self, depth: int) -> Term:
        if depth > _MAX_DEPTH:
            raise self.refuse(f"brackets are nested more than {_MAX_DEPTH} deep")
        word, column = self.peek(), self.column()
        if word == "(":
            self.at += 1
            inner = self.total(depth + 1)
            self.close()
            return inner
        if _NUMBER.fullmatch(word):
            return self.number(word)
        if word == "-" and self.text[column : column + 1].isdigit():
            self.at += 1
            return Number(-self.number(self.peek()).value)
        if not _NAME.fullmatch(word):
            told = f"“{word}” stands" if word else "it ends"
            raise self.refuse(f"{told} where a fact's id or a number belongs")
        self.at += 1
        if self.peek() == "(":
            return self.call(word, column, depth)
        name = Name(word, column)
        self.names.append(name)
        return name

    def number(self, word: str) -> Number:
        if not _NUMBER.fullmatch(word):
            raise self.refuse(f"“{word}” is no number")
        if len(word) > _MAX_DIGITS:
            raise self.refuse(f"a number of more than {_MAX_DIGITS} digits")
        self.at += 1
        return Number(Fraction(word))

    def call(self, function: str, column: int, depth: int) -> Term:
        if function not in _FUNCTIONS:
            known = "sum, round and days"
            raise _Refused(Fault(f"“{function}” is no function; there are {known}", column))
        self.at += 1
        parts = [self.total(depth + 1)]
        while self.peek() == ",":
            self.at += 1
            parts.append(self.total(depth + 1))
        self.close()
        least, most = _FUNCTIONS[function]
        if len(parts) < least or (most is not None and len(parts) > most):
            wanted = {"round": "one or two: round(x) or round(x, 1)"}.get(function, str(least))
            raise _Refused(Fault(f"{function} takes {wanted}, not {len(parts)}", column))
        return Apply(function, tuple(parts), column)

    def close(self) -> None:
        if self.peek() != ")":
            word = self.peek()
            told = f"“{word}” stands" if word else "it ends"
            raise self.refuse(f"{told} where “)” belongs")
        self.at += 1


def asked(term: Term, *, dated: bool = False) -> Iterator[tuple[str, bool]]:
    """The id of each fact in a term, and whether it is asked for its date, as within days()."""
    match term:
        case Name(identifier):
            yield identifier, dated
        case Apply(function, parts):
            for part in parts:
                yield from asked(part, dated=dated or function == "days")
        case Chain(first, rest):
            for part in (first, *(part for _, _, part in rest)):
                yield from asked(part, dated=dated)
        case Number():
            return


def evaluate(calculation: Calculation, look: Look) -> Worth | Fault:
    """Work out a calculation; `look` says what each fact is worth, or why it is worth nothing."""
    try:
        return _worth(calculation.term, look, dated=False)
    except _Refused as refused:
        return refused.fault


def _worth(term: Term, look: Look, *, dated: bool) -> Worth:
    match term:
        case Number(value):
            return value
        case Name(identifier, column):
            found = look(identifier, dated)
            if isinstance(found, Fault):
                raise _Refused(found._replace(column=column))
            return found
        case Apply("days", parts, column):
            days = [_worth(part, look, dated=True) for part in parts]
            return _days_between(days, column)
        case Apply(function, parts, column):
            worths = [_worth(part, look, dated=dated) for part in parts]
            numbers = [_number(worth, function, column) for worth in worths]
            if function == "round":
                return _rounded(numbers, column)
            total = Fraction(0)
            for number in numbers:
                total = _bounded(total + number, column)
            return total
        case Chain(first, rest):
            worth = _worth(first, look, dated=dated)
            for sign, column, part in rest:
                worth = _signed(sign, worth, _worth(part, look, dated=dated), column)
            return worth


def _days_between(days: list[Worth], column: int) -> Fraction:
    first, last = days
    if not (isinstance(first, date) and isinstance(last, date)):
        raise _Refused(Fault("days takes two facts that have a date", column))
    return Fraction(abs((last - first).days))


def _signed(sign: str, left: Worth, right: Worth, column: int) -> Worth:
    if isinstance(left, date) and not isinstance(right, date) and sign in "+-":
        return _later(left, right if sign == "+" else -right, column)
    if isinstance(left, date) and isinstance(right, date):
        raise _Refused(Fault("between two dates write days(…, …)", column))
    one, other = _number(left, sign, column), _number(right, sign, column)
    if sign == "/" and other == 0:
        raise _Refused(Fault("it divides by 0", column))
    return _bounded(_ARITHMETIC[sign](one, other), column)


def _bounded(value: Fraction, column: int) -> Fraction:
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > _MAX_BITS:
        raise _Refused(Fault("the numbers grow too long", column))
    return value


def _later(day: date, count: Fraction, column: int) -> date:
    if count.denominator != 1:
        raise _Refused(Fault("a date and a part of a day make no date", column))
    try:
        return day + timedelta(days=int(count))
    except OverflowError:
        raise _Refused(Fault("that date is beyond the calendar", column)) from None


def _number(worth: Worth, what: str, column: int) -> Fraction:
    if isinstance(worth, date):
        raise _Refused(Fault(f"“{what}” takes numbers, and one of these is a date", column))
    return worth


def _rounded(numbers: list[Fraction], column: int) -> Fraction:
    """Half away from zero, as the press rounds."""
    places = numbers[1] if len(numbers) > 1 else Fraction(0)
    if places.denominator != 1 or abs(places) > _MAX_PLACES:
        raise _Refused(Fault(f"round takes a whole number of places, up to {_MAX_PLACES}", column))
    return rounded(numbers[0], int(places))


def rounded(value: Fraction, places: int) -> Fraction:
    """A number to so many decimal places, half away from zero; negative: tens, hundreds …"""
    scale = Fraction(10) ** places
    whole = (abs(value) * scale + Fraction(1, 2)).__floor__()
    return Fraction(whole if value >= 0 else -whole) / scale
