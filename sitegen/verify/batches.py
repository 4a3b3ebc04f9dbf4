"""How a fact sheet is parted for the check: what is judged in one go, and remembered as one."""

from collections.abc import Iterator
from itertools import chain, groupby

from sitegen.frozen import dataclass
from sitegen.model import Fact, Factsheet, Skip, Source
from sitegen.prose import Passage, Texts

_MOST = 64
"""Facts in a batch. So a single long file is shared out too, and is not judged anew as a whole."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Records that are judged in one go. `prose` are texts that may hold Markdown."""

    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    skips: tuple[Skip, ...] = ()
    prose: tuple[Passage, ...] = ()

    @property
    def names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the facts that these rest on, and of the sources that they cite."""
        return tuple(dict.fromkeys(self._named())), tuple(dict.fromkeys(self._cited()))

    def _named(self) -> Iterator[str]:
        owners: tuple[Fact | Source, ...] = (*self.facts, *self.sources)
        for owner in owners:
            for basis in owner.basis.values():
                yield from basis.rests_on

    def _cited(self) -> Iterator[str]:
        for fact in self.facts:
            for citation in fact.cite:
                yield citation.source
        for skip in self.skips:
            yield skip.citation.source
        for source in self.sources:
            yield source.id


def batches(factsheet: Factsheet, texts: Texts) -> Iterator[Batch]:
    """The facts by their files, with their texts; all else one by one, and skips by their source.

    An editor saves one file at a time, so that one batch of facts differs then.
    """
    for ids, prose in zip(factsheet.files.values(), texts.files, strict=True):
        facts = tuple(map(factsheet.facts.__getitem__, ids))
        if len(facts) <= _MOST:
            yield Batch(facts, prose=prose)
        else:
            yield from _parts(facts, prose)
    for source in factsheet.sources.values():
        yield Batch(sources=(source,))
    for _, skips in groupby(sorted(factsheet.skips, key=_source), _source):
        yield Batch(skips=tuple(skips))
    for passage in texts.others:
        yield Batch(prose=(passage,))


def _parts(facts: tuple[Fact, ...], prose: tuple[Passage, ...]) -> Iterator[Batch]:
    """The facts of a long file in several batches."""
    by_fact: dict[str, list[Passage]] = {}
    for passage in prose:
        by_fact.setdefault(passage.key.id, []).append(passage)
    for start in range(0, len(facts), _MOST):
        part = facts[start : start + _MOST]
        texts = chain.from_iterable(by_fact.get(fact.id, ()) for fact in part)
        yield Batch(part, prose=tuple(texts))


def _source(skip: Skip) -> str:
    return skip.citation.source
