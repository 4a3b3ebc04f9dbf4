"""Facts and skipped passages as lines of YAML, in the manner of a file."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sitegen.drafts.scalars import Hand, inline, is_plain, key, lines
from sitegen.frozen import dataclass, field

Value = str | int | Sequence["Value"] | Mapping[str, "Value"]

# Fields whose numbers and dates stand without quotation marks.
_BARE = frozenset(
    {"lines", "occurrence", "value", "date", "said", "as_of", "added", "published", "retrieved"}
)
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_CITE = "cite"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file lays out its records; what it does not show is as sitegen's own files have it.

    - `ids`: the columns before a fact's id; `step`: from there to its fields, and on inwards
    - `dashes`: from a key to the dashes of its list
    - `blank`: the empty lines between facts; `between_skips`: between skipped passages
    - `flow_lists`: lists of ids stand in brackets; `flow_unnamed`: `{unnamed: …}` in braces
    - `cite`: how one citation is written: as a `mapping`, in braces (`flow`), or as a `list` of one
    - `words_first`: a citation begins with the words
    """

    ids: int = 2
    step: int = 2
    dashes: int = 2
    blank: int = 1
    between_skips: int = 0
    flow_lists: bool = True
    flow_unnamed: bool = True
    cite: str = "mapping"
    words_first: bool = False
    hand: Hand = field(default_factory=Hand)


def as_yaml(name: str, value: Value) -> str:
    """A key with its value as a block of YAML, to be pasted into a file."""
    return "\n".join(entry(name, value, 0, Manner())) + "\n"


def entry(name: str, value: Value, margin: int, manner: Manner) -> list[str]:
    """A key with its value, as lines of a block; `margin` columns stand before the key."""
    lead = f"{' ' * margin}{key(name, manner.hand)}:"
    inner = margin + manner.step
    if isinstance(value, Mapping):
        if not value or _in_braces(name, value, margin, manner):
            return [f"{lead} {flow(value, manner, name)}"]
        return [lead, *(line for k, v in value.items() for line in entry(k, v, inner, manner))]
    if isinstance(value, str | int):
        return lines(lead, str(value), inner, manner.hand, bare=name in _BARE)
    one = f"{lead} {flow(value, manner, name)}"
    ids = all(isinstance(part, str) and _ID.fullmatch(part) for part in value)
    if not value or (ids and manner.flow_lists and len(one) <= manner.hand.width):
        return [one]
    at = margin + manner.dashes
    return [lead, *(line for part in value for line in dash(part, at, manner, name))]


def dash(value: Value, margin: int, manner: Manner, name: str = "") -> list[str]:
    """A part of a list, as lines of a block; `margin` columns stand before the dash."""
    lead = f"{' ' * margin}-"
    if isinstance(value, str | int):
        return lines(lead, str(value), margin + 2, manner.hand, bare=name in _BARE)
    if not value or not isinstance(value, Mapping) or (name == _CITE and manner.cite == "flow"):
        return [f"{lead} {flow(value, manner, name)}"]
    inside = [line for k, v in value.items() for line in entry(k, v, margin + 2, manner)]
    return [f"{lead} {inside[0].lstrip()}", *inside[1:]]


def flow(value: Value, manner: Manner, name: str = "") -> str:
    """A value on one line, with braces and brackets."""
    if isinstance(value, Mapping):
        parts = (
            f"{key(k, manner.hand, flow=True)}: {flow(v, manner, k)}" for k, v in value.items()
        )
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, str | int):
        return inline(str(value), manner.hand, bare=name in _BARE, flow=True)
    return f"[{', '.join(flow(part, manner, name) for part in value)}]"


def _in_braces(name: str, value: Mapping[str, Value], margin: int, manner: Manner) -> bool:
    """Whether a mapping stands on its key's own line."""
    if name == _CITE:
        return manner.cite == "flow"
    (only, text), *more = value.items()
    if more or only != "unnamed" or not manner.flow_unnamed or not isinstance(text, str):
        return False
    fits = margin + len(name) + len(text) + len(": {unnamed: }") <= manner.hand.width
    return fits and is_plain(text, flow=True)


def citation(given: Mapping[str, Value], source: str | None, manner: Manner) -> dict[str, Value]:
    """A citation in the order of the file, without the source that the file names once."""
    order = ("exact", "lines") if manner.words_first else ("lines", "exact")
    names = ("source", *order, "prefix", "suffix", "occurrence", "relation")
    kept = {name: given[name] for name in names if name in given}
    if source is not None and kept.get("source") == source:
        del kept["source"]
    return kept


def cited(fields: Mapping[str, Value], source: str | None, manner: Manner) -> dict[str, Value]:
    """The fields of a fact with its citations as the file writes them."""
    return dict(_cited(fields, source, manner))


def _cited(
    fields: Mapping[str, Value], source: str | None, manner: Manner
) -> Iterator[tuple[str, Value]]:
    for name, value in fields.items():
        if name != _CITE or isinstance(value, str | int):
            yield name, value
            continue
        given = [value] if isinstance(value, Mapping) else list(value)
        ours = [citation(one, source, manner) for one in given if isinstance(one, Mapping)]
        yield name, ours[0] if len(ours) == 1 and manner.cite != "list" else ours
