"""Checks of measures: counts of one thing that differ, from one source to another."""

from collections.abc import Iterator

from sitegen.counts import Counted, counted, excluding, of_different_units, place
from sitegen.diagnostics import Diagnostic, Related, warning
from sitegen.verify.figures.refused_numbers import shown_value
from sitegen.verify.findings import Findings

_MOST_SHOWN = 5


def measures_agree(findings: Findings) -> Iterator[Diagnostic]:
    """`sources-differ`, a warning: facts of one measure that cannot all be so at one time.

    One for each measure, at the last of these facts in the order of files, with the others as
    related places. "More than 60,000" and 61,000 agree, and so do 74 million and 74,223,000; counts
    of different days are a development, and a source that gives the figures of several people does
    not differ from itself.
    """
    groups: dict[str, list[Counted]] = {}
    for fact in findings.judged:
        if fact.measure and (count := counted(fact)):
            groups.setdefault(fact.measure, []).append(count)
    for measure, counts in groups.items():
        yield from _judge(measure, counts)


def _judge(measure: str, counts: list[Counted]) -> Iterator[Diagnostic]:
    units = of_different_units(counts, place)
    differing = units or sorted(excluding(counts), key=place)
    if not differing or (not units and _of_several_people(differing)):
        return
    *others, last = differing
    what = "units" if units else "figures"
    undated = [count.fact.id for count in differing if not count.is_dated]
    dated = len(undated) < len(differing)
    hint = f"give {undated[0]} its as_of" if dated and undated else "give each its as_of"
    shown = others[:_MOST_SHOWN]
    told = ", ".join(f"{_shown(count)} ({count.fact.id})" for count in (*shown, last))
    yield warning(
        "sources-differ",
        f"the facts of “{measure}” give different {what}: {told}",
        last.fact.places("unit" if units else "value"),
        fact=last.fact.id,
        hints=(
            "if they do differ, say why: accept: {sources-differ: why}; if they count something "
            f"else, give them another measure; if it changed over time, {hint}",
        ),
        related=tuple(
            Related(count.fact.places("value"), f"{count.fact.id} gives {_shown(count)}")
            for count in shown
        ),
    )


def _of_several_people(differing: list[Counted]) -> bool:
    """Whether one source gives each of these figures as somebody else's."""
    people = {count.fact.according_to for count in differing}
    one_source = len({count.source for count in differing}) == 1
    return one_source and None not in people and len(people) == len(differing)


def _shown(count: Counted) -> str:
    fact = count.fact
    modifier = f"{fact.modifier.replace('-', ' ')} " if fact.modifier else ""
    return f"{modifier}{shown_value(fact)} {count.given.unit}"
