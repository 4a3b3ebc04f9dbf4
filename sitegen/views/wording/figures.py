"""The figures of a build in a sentence, as every page's foot has them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial

from sitegen.memory import Memory
from sitegen.model import Basis, CheckedFact, CheckedFactsheet, Verdict
from sitegen.views.wording.words import CITATION_VERDICTS, count

_INFERRED, _OPEN = "inferred", "open"
_Counts = Counter[str | Verdict]  # citations by their verdict, and fields that no rule has judged


def figures(
    checked: CheckedFactsheet, files: Iterable[tuple[CheckedFact, ...]], memory: Memory
) -> str:
    """What matches, and what nothing has judged.

    `files` are the facts by file; `memory` has what earlier runs counted in each.
    """
    counts = _counted(checked, files, memory)
    verdicts = {verdict: counts[verdict] for verdict in Verdict}
    citations, matching = sum(verdicts.values()), verdicts[Verdict.FOUND]
    parts = [count(len(checked.facts), "fact")]
    if citations > 1 and matching == citations:
        parts.append(f"all {citations:,} citations match our copy of the sources")
    elif citations:
        parts[0] += f", {count(citations, 'citation')}"
        verb = "match" if matching != 1 else "matches"
        parts.append(f"{matching:,} {verb} our copy of the sources")
        parts += (
            f"{number:,} {CITATION_VERDICTS[verdict]}"
            for verdict, number in verdicts.items()
            if number and verdict is not Verdict.FOUND
        )
    if counts[_INFERRED]:
        parts.append(f"{count(counts[_INFERRED], 'field')} inferred")
    parts.append(f"{count(counts[_OPEN], 'field')} not checked")
    return "; ".join(parts)


def _counted(
    checked: CheckedFactsheet, files: Iterable[tuple[CheckedFact, ...]], memory: Memory
) -> _Counts:
    counts: _Counts = Counter()
    for facts in files:
        counts += memory.once("figures", None, facts, partial(_of_facts, facts))
    for name, source in checked.factsheet.sources.items():
        _count_fields(checked.sources.get(name, {}), source.basis, counts)
    return counts


def _of_facts(facts: Iterable[CheckedFact]) -> _Counts:
    counts: _Counts = Counter()
    for checked in facts:
        for evidence in checked.evidence:
            counts[evidence.verdict] += 1
        _count_fields(checked.fields, checked.fact.basis, counts)
    return counts


def _count_fields(
    fields: Mapping[str, Verdict], bases: Mapping[str, Basis], counts: _Counts
) -> None:
    for name, verdict in fields.items():
        if verdict is Verdict.UNCHECKED:
            counts[_INFERRED if name in bases else _OPEN] += 1
