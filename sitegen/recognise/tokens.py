"""What the recogniser hands out: tokens and sentences, by their place in an article."""

from decimal import Decimal
from enum import StrEnum

from sitegen.frozen import NamedTuple, dataclass


class TokenKind(StrEnum):
    """What a token is: words between quotation marks, a figure, or a date."""

    QUOTATION = "quotation"
    NUMBER = "number"
    DATE = "date"


class Sort(StrEnum):
    """What sort of a figure a number is."""

    COUNT = "count"
    RANK = "rank"  # No. 1, the 21st
    PERCENT = "percent"
    MONEY = "money"  # with a currency mark of its own
    FRACTION = "fraction"
    FACTOR = "factor"  # twice, tenfold
    CLOCK = "clock"  # a time of day or a ratio, without a value
    VAGUE = "vague"  # dozens, in his 20s: without a value
    YEAR = "year"  # a date in four plain digits, which may be a count after all


@dataclass(frozen=True, slots=True)
class Token:
    """A quotation, number or date in an article.

    Lines count from 1; `start` and `end` are code points in the raw line, the end exclusive.
    `text` is the words as written, each line end as one space. `number` is the value of a number
    that has one ("dozens" and "9:30" have none; "5%" is 5). `date` is the EDTF text that the words
    support, and None where they support none ("the '90s").
    """

    kind: TokenKind
    line: int
    start: int
    end_line: int
    end: int
    text: str
    number: Decimal | None
    date: str | None


class Sentence(NamedTuple):
    """The range of a sentence in raw lines: lines from 1, code points, the end exclusive."""

    line: int
    start: int
    end_line: int
    end: int


class Found(NamedTuple):
    """A token before it has a place: `start` and `end` are offsets in a paragraph's text.

    Of a number, `factor` is the scale that it is written with: 1000000 in "74 million", else 1.
    """

    kind: TokenKind
    start: int
    end: int
    number: Decimal | None = None
    date: str | None = None
    sort: Sort = Sort.COUNT
    factor: int = 1


class Step(NamedTuple):
    """What a parser made of the words from one on: the tokens, and the word to go on with.

    A step without tokens passes over words that look like a figure and are none.
    """

    found: tuple[Found, ...]
    next: int
