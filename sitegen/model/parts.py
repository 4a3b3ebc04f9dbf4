"""The small values of which records are made: places, lines, words, reasons."""

from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from sitegen.diagnostics import Span
from sitegen.edtf import Edtf
from sitegen.frozen import NamedTuple, dataclass, field


class Places(Protocol):
    """Where the parts of a record stand in its file: `places("cite", 0, "exact")`.

    Gives the span of the value at that path, or of the nearest part around it that exists.
    """

    def __call__(self, *path: str | int) -> Span:
        """The span of the part at `path`."""
        ...


class FactKind(StrEnum):
    """What a fact states, and so which fields it has."""

    QUOTE = "quote"
    COUNT = "count"
    RANK = "rank"
    DATE = "date"
    CLAIM = "claim"


class BasisKind(StrEnum):
    """How a field rests on the words where it is not plainly stated."""

    INFERRED = "inferred"
    DERIVED = "derived"


class Display(StrEnum):
    """How much of a source's text its page shows."""

    EXCERPT = "excerpt"
    FULL = "full"


class LineRange(NamedTuple):
    """Lines of an article, from 1, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    @property
    def words(self) -> str:
        """For messages: "line 13", "lines 13-15"."""
        return f"line {self}" if self.first == self.last else f"lines {self}"


class Anchor(NamedTuple):
    """A stretch of one line of an article: the line from 1, `start` and `end` in code points."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A source's stored text by line, exactly as in the file but for the line ends."""

    path: str
    sha256: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a field holds although the words do not state it plainly.

    `because` is the editor's reason (inferred) or the calculation (derived); `rests_on` holds the
    ids of the facts that it names.
    """

    kind: BasisKind
    because: str
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said so, or heard it: a person's id, or the source's words for whom it does not name."""

    person: str | None = None
    unnamed: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as the editor wrote it, and its number where one can be read from it."""

    text: str
    number: Decimal | None


@dataclass(frozen=True, slots=True)
class Selector:
    """What the editor wrote to point at words: lines, and the words in one or more pieces."""

    lines: LineRange
    exact: tuple[str, ...] = ()
    prefix: str | None = None
    suffix: str | None = None
    occurrence: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer from a fact into a source."""

    source: str
    selector: Selector
    contradicts: bool
    places: Places = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a fact said before, and why it no longer does."""

    date: Edtf
    was: str
    because: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """Words of a source that no file of the site may hold. Without `lines`: wherever they stand."""

    exact: str
    shown_as: str
    lines: LineRange | None = None
