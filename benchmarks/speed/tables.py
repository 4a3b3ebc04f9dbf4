"""The figures as tables: medians, and how they compare."""

import math
import re
import statistics
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.speed.edits import EDITS
from benchmarks.speed.measuring import Run
from benchmarks.speed.rounds import COLD, NOTHING, SEARCH, Figures

_STAGE = re.compile(
    r"^\W*(?P<name>[a-z][\w ,/()-]*?):?\s+(?P<seconds>\d+\.\d+)\s*s?\b", re.MULTILINE
)
_SUMS = ("all", "total")  # which are no stages
_ROWS = (COLD, NOTHING, *EDITS)


def tables(all_figures: Sequence[Figures]) -> Iterator[str]:
    """Lines of Markdown."""
    for figures in all_figures:
        yield from _of(figures)
    yield from _growth(all_figures)


def median(runs: Sequence[Run]) -> float:
    """Of their seconds."""
    return statistics.median(run.seconds for run in runs)


def _of(figures: Figures) -> Iterator[str]:
    tools = list(figures.runs[COLD])
    rounds = max(len(runs) for runs in figures.runs[COLD].values())
    yield f"\n### {figures.facts:,} facts\n"
    yield f"Seconds by the clock, medians of {rounds}; in brackets seconds of all processors.\n"
    ours = [name for name in tools if name.startswith("sitegen")]
    yield from _head(["", *tools, *(f"{name} to the quickest Hugo" for name in ours)])
    for what in _ROWS:
        if figures.runs.get(what):
            yield _row([what, *_times(figures.runs[what], tools, ours)])
    if figures.runs.get("memory"):
        sizes = {name: runs[0].tree or 0.0 for name, runs in figures.runs["memory"].items()}
        leanest = min((size for name, size in sizes.items() if _is_hugo(name)), default=None)
        cells = [f"{sizes[name]:.0f} MB" for name in tools]
        ratios = [_ratio(sizes[name], leanest) for name in ours]
        yield _row(["peak memory, cold (ratio to the leanest Hugo)", *cells, *ratios])
    yield _row(["files", *(f"{figures.files[name][0]:,}" for name in tools), *("" for _ in ours)])
    sizes_of = (f"{figures.files[name][1] / 1e6:.1f} MB" for name in tools)
    yield _row(["bytes", *sizes_of, *("" for _ in ours)])
    yield from _limit(figures, tools)
    yield from _search(figures, ours)
    yield from _stages(figures)


def _times(
    runs: Mapping[str, list[Run]], tools: Sequence[str], ours: Sequence[str]
) -> Iterator[str]:
    for name in tools:
        cpu = statistics.median(run.cpu for run in runs[name])
        yield f"{median(runs[name]):.2f} ({cpu:.2f})"
    quickest = min((median(runs[name]) for name in tools if _is_hugo(name)), default=None)
    for name in ours:
        yield _ratio(median(runs[name]), quickest)


def _is_hugo(name: str) -> bool:
    return name.startswith("Hugo")


def _ratio(one: float, other: float | None) -> str:
    return f"{one / other:.2f}" if other else "–"


def _limit(figures: Figures, tools: Sequence[str]) -> Iterator[str]:
    if figures.raw:
        raw = statistics.median(figures.raw)
        times = ", ".join(f"{name} {median(figures.runs[COLD][name]) / raw:.1f}" for name in tools)
        yield f"\nThe bytes of {tools[0]} in a plain loop, flushed: {raw:.2f} s."
        yield f"Cold builds as multiples of that: {times}."


def _search(figures: Figures, ours: Sequence[str]) -> Iterator[str]:
    for name in ours:
        if name in figures.runs.get(SEARCH, {}):
            added = median(figures.runs[SEARCH][name]) - median(figures.runs[COLD][name])
            yield f"\nSearch (Pagefind) adds {added:.2f} s to {name}."


def _stages(figures: Figures) -> Iterator[str]:
    for name, told in figures.stages.items():
        found = [(one["name"], float(one["seconds"])) for one in _STAGE.finditer(told)]
        found = [(stage, seconds) for stage, seconds in found if stage not in _SUMS]
        total = sum(seconds for _, seconds in found)
        if total:
            yield f"\nStages of {name}, cold:\n"
            yield from _head(["stage", "seconds", "share"])
            for stage, seconds in found:
                yield _row([stage, f"{seconds:.3f}", f"{seconds / total:.0%}"])


def _growth(all_figures: Sequence[Figures]) -> Iterator[str]:
    """How the cold time grows: the exponent between the smallest project and the largest."""
    small, large = min(all_figures, key=_facts), max(all_figures, key=_facts)
    if small is not large:
        yield f"\nCold, from {small.facts:,} to {large.facts:,} facts:\n"
        yield from _head(["", "times", "exponent"])
        for name in small.runs[COLD]:
            times = median(large.runs[COLD][name]) / median(small.runs[COLD][name])
            exponent = math.log(times) / math.log(large.facts / small.facts)
            yield _row([name, f"{times:.1f}", f"{exponent:.2f}"])


def _facts(figures: Figures) -> int:
    return figures.facts


def _head(cells: Sequence[str]) -> Iterator[str]:
    yield _row(cells)
    yield "|---" * len(cells) + "|"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
