"""Facts that hang by one thread: a single outlet, which does not name who said so."""

from collections.abc import Mapping

from sitegen.model import Fact, Source

ONE_THREAD = "One outlet, an unnamed source"


def thread(fact: Fact, sources: Mapping[str, Source]) -> str | None:
    """What is said beside a fact that hangs by one thread; None for any other."""
    return ONE_THREAD if single_unnamed(fact, sources) else None


def single_unnamed(fact: Fact, sources: Mapping[str, Source]) -> bool:
    """Whether a fact rests on one outlet alone and on somebody whom that does not name.

    A passage that contradicts the fact is nothing that it rests on.
    """
    if not is_unnamed(fact):  # most facts; and no outlet need be looked at
        return False
    outlets = {outlet(sources[cite.source]) for cite in fact.cite if not cite.contradicts}
    return len(outlets) == 1


def is_unnamed(fact: Fact) -> bool:
    """Whether a fact's speaker, or whoever states it, is told but not named by the source."""
    speaker, teller = fact.speaker, fact.according_to
    return (speaker is not None and speaker.unnamed is not None) or (
        teller is not None and teller.unnamed is not None
    )


def outlet(source: Source) -> str:
    """What stands for a source's publisher: its name however it is spaced and capitalised.

    A source whose publisher is not known stands for itself.
    """
    if source.publisher is None:
        return f"source {source.id}"
    return f"publisher {' '.join(source.publisher.split()).casefold()}"
