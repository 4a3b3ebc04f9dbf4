"""What linking hands on: the checked fact sheet with its prose parsed and everything indexed.

The stage is `link`; the pages and `sitegen explain` read its result.
"""

from collections.abc import Mapping

from sitegen.edtf import Edtf
from sitegen.frozen import NamedTuple, dataclass
from sitegen.markdown import Place, Prose
from sitegen.model import CheckedFactsheet, Fact

MARKING_ROLES = frozenset({"fact", "quote", "value", "date"})
"""The roles that give a citation mark on an explainer page."""


class ProseKey(NamedTuple):
    """A text of the fact sheet: what kind of record holds it, the record's id, and the field."""

    kind: str
    id: str
    field: str


class At(NamedTuple):
    """A place within one of the texts."""

    key: ProseKey
    place: Place


class Destination(NamedTuple):
    """Where a link leads: an address outside, or else a path below the site, with a fragment.

    A fragment is the id of an element; None leads to the top.
    """

    address: str
    external: bool
    fragment: str | None = None


class Cited(NamedTuple):
    """A citation by its fact's id and its number there, from 1."""

    fact: str
    number: int


@dataclass(frozen=True, slots=True)
class Linked:
    """A checked fact sheet with its cross-references. All tuples of ids have a stable order.

    - `prose`: each text that may hold Markdown, parsed
    - `destinations`: the links and pictures that lead somewhere; others are errors
    - `selections`: the facts that a directive shows, in its order
    - `marks`: for a page its cited facts, in the order of their numbers
    - `by_line`: for a source the citations that rest on a line
    - `said`, `about`: for a person, facts that they said and facts that name them otherwise
    - `by_topic`, `by_measure`: facts by id, in the reading order
    - `used_on`: for a fact the pages that use it, also through other facts
    - `rests_on`, `rested_on_by`: facts that name another in their prose or basis
    """

    checked: CheckedFactsheet
    prose: Mapping[ProseKey, Prose]
    destinations: Mapping[At, Destination]
    selections: Mapping[At, tuple[str, ...]]
    marks: Mapping[str, tuple[str, ...]]
    by_line: Mapping[str, Mapping[int, tuple[Cited, ...]]]
    said: Mapping[str, tuple[str, ...]]
    about: Mapping[str, tuple[str, ...]]
    by_topic: Mapping[str, tuple[str, ...]]
    by_measure: Mapping[str, tuple[str, ...]]
    used_on: Mapping[str, tuple[str, ...]]
    rests_on: Mapping[str, tuple[str, ...]]
    rested_on_by: Mapping[str, tuple[str, ...]]


def dated(fact: Fact) -> tuple[str, Edtf] | None:
    """The field that dates a fact, and its date: when it happened, was counted, or was said."""
    if fact.date is not None:
        return "date", fact.date
    if fact.as_of is not None:
        return "as_of", fact.as_of
    return None if fact.said is None else ("said", fact.said)


def quoted(fact: Fact) -> tuple[str, ...]:
    """The words that a fact quotes, in pieces: as a citation has them, else as edited."""
    in_order = sorted(fact.cite, key=lambda citation: citation.contradicts)
    exact = next((c.selector.exact for c in in_order if c.selector.exact), ())
    return exact or ((fact.quote,) if fact.quote is not None else ())


def leading(fact: Fact) -> int:
    """The number of the citation that stands for a fact: the first that does not contradict it."""
    for number, citation in enumerate(fact.cite, start=1):
        if not citation.contradicts:
            return number
    return 1


def has_year(date: Edtf) -> bool:
    """Whether a date can stand in an order of years; `XXXX-01-20` cannot."""
    start, end = date.start, date.end
    return (start is None or start.year is not None) and (end is None or end.year is not None)


ReadingKey = tuple[int, tuple[int, int, int], str, int, str]
"""Where a fact stands in the reading order."""


def reading_order(fact: Fact) -> ReadingKey:
    """A key to sort facts for readers: by date, then as the source has them.

    Dates without a year come after those with one, and undated facts last.
    """
    date = dated(fact)
    first = fact.cite[0] if fact.cite else None
    return (
        2 if date is None else 0 if has_year(date[1]) else 1,
        date[1].earliest if date else (0, 0, 0),
        first.source if first else "",
        first.selector.lines.first if first else 0,
        fact.id,
    )
