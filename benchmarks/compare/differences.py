"""In what two sites differ, and which of it is known and accepted."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from benchmarks.compare.pages import contents, named

_SHOWN = 8  # things of a difference
_KEYED = (".json", ".csv", ".xml")  # differ by the names of their fields, not by each value


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that one side's file has and the other's has not.

    `kind` is file, link, id, title or word; `side` is ours or theirs.
    """

    peer: str
    path: str
    kind: str
    side: str
    what: tuple[str, ...]

    def __str__(self) -> str:
        shown = ", ".join(self.what[:_SHOWN])
        more = f" and {len(self.what) - _SHOWN} more" if len(self.what) > _SHOWN else ""
        return f"{self.peer}: {self.path}: {self.kind}, only {self.side}: {shown}{more}"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A difference that may be: where, of what kind, on which side, and why.

    `peer`, `path` and `kind` are patterns with stars; `what` is a regular expression that each
    thing must match whole.
    """

    path: str
    kind: str
    side: str
    why: str
    peer: str = "*"
    what: str = ".*"

    def covers(self, difference: Difference) -> bool:
        """Whether all of a difference is accepted."""
        return (
            self.side in ("both", difference.side)
            and fnmatchcase(difference.peer, self.peer)
            and fnmatchcase(difference.path, self.path)
            and fnmatchcase(difference.kind, self.kind)
            and all(re.fullmatch(self.what, thing, re.DOTALL) for thing in difference.what)
        )


def read_accepted(path: Path) -> tuple[Accepted, ...]:
    """The committed list."""
    return tuple(Accepted(**entry) for entry in yaml.safe_load(path.read_text("utf-8")))


def differences(peer: str, ours: Path, theirs: Path, base: str) -> Iterator[Difference]:
    """All of them, file by file."""
    our_files, their_files = _files(ours), _files(theirs)
    for path in sorted(our_files.keys() | their_files.keys()):
        if path not in their_files:
            yield Difference(peer, path, "file", "ours", (path,))
        elif path not in our_files:
            yield Difference(peer, path, "file", "theirs", (path,))
        else:
            yield from _within(peer, path, our_files[path], their_files[path], base)


def _files(folder: Path) -> dict[str, Path]:
    """The site's files; what a generator keeps for itself begins with a dot."""
    found = (file for file in folder.rglob("*") if file.is_file() and file.name[0] != ".")
    return {named(file.relative_to(folder).as_posix()): file for file in found}


def _within(peer: str, path: str, ours: Path, theirs: Path, base: str) -> Iterator[Difference]:
    our_bytes, their_bytes = ours.read_bytes(), theirs.read_bytes()
    if our_bytes == their_bytes:
        return
    one, other = contents(path, our_bytes, base), contents(path, their_bytes, base)
    for kind, here, there in (
        ("link", one.links, other.links),
        ("id", one.ids, other.ids),
        ("title", one.title, other.title),
        ("word", one.words, other.words),
    ):
        for side, extra in (("ours", here - there), ("theirs", there - here)):
            if extra:
                yield Difference(peer, path, kind, side, _told(path, kind, extra))


def _told(path: str, kind: str, extra: Counter[str]) -> tuple[str, ...]:
    if kind == "word" and path.endswith(_KEYED):
        return tuple(sorted({thing.partition("=")[0] for thing in extra}))
    return tuple(sorted(extra.elements()))


def summary(found: Sequence[Difference], accepted: Sequence[Accepted]) -> Iterator[str]:
    """The accepted differences with how many files have them, and what is accepted in vain."""
    for entry in accepted:
        covered = [difference for difference in found if entry.covers(difference)]
        files = len({(difference.peer, difference.path) for difference in covered})
        peers = ", ".join(sorted({difference.peer for difference in covered})) or "no peer"
        yield f"{entry.path}: {entry.kind}, {entry.side}: {entry.why} ({peers}: {files} files)"
