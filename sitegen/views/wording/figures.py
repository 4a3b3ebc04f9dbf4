"""The figures of a build in a sentence, as every page's foot has them."""

from collections import Counter
from collections.abc import Iterable
from functools import partial

from sitegen.memory import Memory
from sitegen.model import CheckedFact, CheckedFactsheet, Counts, Verdict, counts_of_facts
from sitegen.views.wording.words import CITATION_VERDICTS, count


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
    inferred, unchecked = counts[Verdict.UNCHECKED, True], counts[Verdict.UNCHECKED, False]
    if inferred:
        parts.append(f"{count(inferred, 'field')} inferred")
    parts.append(f"{count(unchecked, 'field')} not checked")
    return "; ".join(parts)


def _counted(
    checked: CheckedFactsheet, files: Iterable[tuple[CheckedFact, ...]], memory: Memory
) -> Counts:
    counts: Counts = Counter()
    for facts in files:
        counts.update(memory.once("figures", None, facts, partial(counts_of_facts, facts)))
    return counts + checked.counts_of_sources
