"""How a fact sheet is parted for the check: what is judged in one go, and remembered as one."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from sitegen.model import Fact, Factsheet, Skip
from sitegen.prose import Texts
from sitegen.verify.findings import Batch


def batches(factsheet: Factsheet, texts: Texts) -> Iterator[Batch]:
    """The facts by their files, with their texts; all else one by one, and skips by their source.

    An editor saves one file at a time, so that one batch of facts differs then.
    """
    for ids, prose in zip(factsheet.files.values(), texts.files, strict=True):
        yield Batch(facts=tuple(map(factsheet.facts.__getitem__, ids)), prose=prose)
    for source in factsheet.sources.values():
        yield Batch(sources=(source,))
    for _, skips in groupby(sorted(factsheet.skips, key=_source), _source):
        yield Batch(skips=tuple(skips))
    for passage in texts.others:
        yield Batch(prose=(passage,))


def groups(
    facts: Iterable[Fact], belongs: Callable[[Fact], str | None]
) -> Iterator[tuple[Fact, ...]]:
    """The facts that belong together, in their order; None belongs to no others."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        group = belongs(fact)
        if group is not None:
            found.setdefault(group, []).append(fact)
    for group_ in found.values():
        yield tuple(group_)


def _source(skip: Skip) -> str:
    return skip.citation.source
