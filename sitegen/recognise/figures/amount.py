"""An amount of a text, what it measures, and what says how exact it is."""

from decimal import Decimal

from sitegen.frozen import NamedTuple
from sitegen.recognise.tokens import Sort


class Amount(NamedTuple):
    """An amount from offset `start` to `end` of a paragraph's text.

    `other` is a second value that the words bear: 2,000,000 for the two of "two and three
    million", 5 for "5m", which may be metres. `stated`: it is a figure of the text. `link` is what
    joins it to the next amount: "range" (5 to 10), "dash" (5–10, or a result or change: 5 to 4),
    "list" (5, 10 and 20), or nothing.
    """

    start: int
    end: int
    value: Decimal | None
    sort: Sort
    factor: int = 1
    other: Decimal | None = None
    stated: bool = True
    link: str = ""

    @property
    def is_below(self) -> bool:
        """Whether words make it negative: 20 degrees below zero."""
        return self.value is not None and self.value < 0 and self.other == -self.value

    def has(self, value: Decimal) -> bool:
        """Whether it is of this value."""
        return value in (self.value, self.other)


class Measure(NamedTuple):
    """What a figure measures: "money" and "dollar"; or "count" and the word for what it counts.

    Money of a currency that is not known has no name.
    """

    dimension: str
    name: str

    def agrees(self, other: "Measure") -> bool:
        """Whether the two may measure the same."""
        if self.dimension != other.dimension:
            return self.name == other.name
        unnamed = self.dimension == "money" and "" in {self.name, other.name}
        return self.name == other.name or self.dimension == "count" or unnamed


class Hedge(NamedTuple):
    """Words beside a figure, from offset `start` to `end`, that tell how exactly it is meant.

    `modifiers` are those that a fact may give for them. Not `needed`: they may mean something else,
    so that a fact may leave the modifier out. `plain`: a fact that says otherwise contradicts them,
    as they stand beside the figure and have one meaning.
    """

    modifiers: tuple[str, ...]
    needed: bool
    plain: bool
    start: int
    end: int
