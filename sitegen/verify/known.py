"""The facts by what they give, for hints that name one which fits."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from sitegen.frozen import dataclass
from sitegen.linked import dated
from sitegen.model import Fact, FactKind
from sitegen.recognise.lazily import lazily

_MOST_HINTS = 2


@dataclass(frozen=True, slots=True)
class Counting:
    """Which facts have this value? The first few are given."""

    number: Decimal

    @property
    def words(self) -> str:
        """What is asked for."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Dated:
    """Which fact has this date?"""

    date: str

    @property
    def words(self) -> str:
        """What is asked for."""
        return self.date


@dataclass(frozen=True, slots=True)
class Quoting:
    """Which fact quotes these words?"""

    words: str


Question = Counting | Dated | Quoting
QUESTIONS: Mapping[str, Callable[[str], Question]] = {
    "Counting": lambda words: Counting(Decimal(words)),
    "Dated": Dated,
    "Quoting": Quoting,
}
"""By the names of their classes, what makes a question of its own words."""

Known = Callable[[Question], tuple[str, ...]]
"""Gives the ids of facts that fit, in the order of their ids.

A check asks it for hints alone: it is all that the check can learn of facts that nothing names.
"""


class KnownFacts:
    """What all facts give; gathered when somebody asks for it first."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = tuple(facts)

    def __call__(self, question: Question) -> tuple[str, ...]:
        """The ids of the facts that fit."""
        match question:
            case Counting(number):
                return self._values.get(number, ())
            case Dated(date):
                return self._dates.get(date, ())
            case Quoting(words):
                return self._quoting(words)

    @lazily
    def _values(self) -> Mapping[Decimal, tuple[str, ...]]:
        values: dict[Decimal, tuple[str, ...]] = {}
        for fact in self._facts:
            number = fact.value.number if fact.value else None
            if number is not None and len(values.get(number, ())) < _MOST_HINTS:
                values[number] = (*values.get(number, ()), fact.id)
        return values

    @lazily
    def _dates(self) -> Mapping[str, tuple[str, ...]]:
        dates: dict[str, tuple[str, ...]] = {}
        for fact in self._facts:
            given = dated(fact)
            if given:
                dates.setdefault(given[1].text, (fact.id,))
        return dates

    def _quoting(self, words: str) -> tuple[str, ...]:
        quoting = (
            (fact.id,)
            for fact in self._facts
            if fact.kind is FactKind.QUOTE
            and any(words in piece for cited in fact.cite for piece in cited.selector.exact)
        )
        return next(quoting, ())
