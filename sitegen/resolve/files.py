"""The facts of a file: what they are by themselves, and what they refer to."""

from collections.abc import Collection

from sitegen.frozen import dataclass
from sitegen.model import Fact, Skip
from sitegen.resolve.facts import resolve_fact, resolve_skip
from sitegen.resolve.references import Making, References
from sitegen.schema import FileRecords


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The facts of a file, in its order; `renamed` are those with former ids."""

    path: str
    facts: tuple[Fact, ...]
    references: References
    renamed: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FileSkips:
    """The skipped passages of a file."""

    skips: tuple[Skip, ...]
    references: References


def resolve_facts(file: FileRecords, without: Collection[int] = ()) -> FileFacts:
    """The facts of a file without those at these indexes, whose ids others have."""
    making = Making()
    facts = tuple(
        resolve_fact(entry, making)
        for index, entry in enumerate(file.facts)
        if index not in without
    )
    renamed = tuple(fact for fact in facts if fact.formerly)
    return FileFacts(file.path, facts, References.of(making.made), renamed)


def resolve_skips(file: FileRecords) -> FileSkips:
    """The skipped passages of a file."""
    making = Making()
    skips = tuple(resolve_skip(entry, making) for entry in file.skips)
    return FileSkips(skips, References.of(making.made))
