"""Facts that rest on the same lines of a source."""

from collections.abc import Iterator

from sitegen.linked import Linked
from sitegen.model import CheckedFact

_MOST = 6
_MOST_LOOKED_AT = 200  # a line may bear thousands, all on each other's pages


def neighbours(checked: CheckedFact, linked: Linked) -> tuple[str, ...]:
    """The first of them, in the order of the lines; those tied to it are told elsewhere."""
    fact_id = checked.fact.id
    told = {fact_id, *linked.rests_on[fact_id], *linked.rested_on_by[fact_id]}
    found: dict[str, None] = {}
    for looked_at, other in enumerate(_beside(checked, linked)):
        if other not in told:
            found[other] = None
        if len(found) == _MOST or looked_at >= _MOST_LOOKED_AT:
            break
    return tuple(found)


def _beside(checked: CheckedFact, linked: Linked) -> Iterator[str]:
    for evidence in checked.evidence:
        by_line = linked.by_line.get(evidence.citation.source, {})
        lines = dict.fromkeys([anchor.line for anchor in evidence.anchors])
        for line in lines or (evidence.citation.selector.lines.first,):
            for cited in by_line.get(line, ()):
                yield cited.fact
