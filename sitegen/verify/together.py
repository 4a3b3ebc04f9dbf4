"""Checks that hold facts against others which they do not name; they see the facts' fields alone.

They are run besides those that go batch by batch.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from operator import attrgetter

from sitegen.diagnostics import Diagnostic
from sitegen.memory import Memory
from sitegen.model import Fact
from sitegen.verify.batches import Batch
from sitegen.verify.figures.calculations import calculations_end, derived
from sitegen.verify.figures.measures import measures_agree
from sitegen.verify.findings import Check, Judged
from sitegen.verify.lookup import Lookup, held_together

TOGETHER: Mapping[Check, Callable[[Fact], str | None]] = {
    calculations_end: lambda fact: "calculated" if fact.basis and any(derived(fact)) else None,
    measures_agree: lambda fact: fact.measure,
}
"""Each with what tells which facts belong together; None belongs to no others."""

_CHECKS = tuple(TOGETHER)
_Group = tuple[int, str]  # which of the checks, and whom it holds together
_id = attrgetter("id")


def together(
    parts: Iterable[Batch], lookup: Lookup, memory: Memory
) -> Iterator[Diagnostic | Judged]:
    """What the checks say; each group of facts, in the order of the ids, is one piece of work."""
    groups: dict[_Group, list[Fact]] = {}
    for batch in parts:
        if batch.facts:
            work = partial(_grouped, batch.facts)
            for group, some in memory.once("verify: groups", None, batch.facts, work).items():
                groups.setdefault(group, []).extend(some)
    for group, members in sorted(groups.items()):
        check, facts = _CHECKS[group[0]], tuple(sorted(members, key=_id))
        named = lookup.beside(Batch(facts))[0] if any(fact.basis for fact in facts) else ()
        say = partial(_said, check, facts, named)
        yield from memory.once("verify: together", (check, len(facts)), (*facts, *named), say)


def _grouped(facts: Iterable[Fact]) -> dict[_Group, list[Fact]]:
    found: dict[_Group, list[Fact]] = {}
    for number, belongs in enumerate(TOGETHER.values()):
        for fact in facts:
            name = belongs(fact)
            if name is not None:
                found.setdefault((number, name), []).append(fact)
    return found


def _said(
    check: Check, facts: tuple[Fact, ...], named: tuple[Fact, ...]
) -> tuple[Diagnostic | Judged, ...]:
    return tuple(check(held_together(facts, named)))
