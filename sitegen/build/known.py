"""What an earlier build knew of the content: what it read, and what it judged."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from sitegen import cache
from sitegen.build.standing import engine
from sitegen.config import CACHE_FOLDER
from sitegen.digest import fingerprint
from sitegen.frozen import NamedTuple
from sitegen.load import KeptFiles
from sitegen.snapshot import Snapshot
from sitegen.verify import Kept

_VERDICTS, _FILES = "verdicts.bin", "files.bin"


class Known(NamedTuple):
    """What is kept of the files of facts and of their verdicts; a run adds what it finds."""

    files: KeptFiles
    verdicts: Kept


Key = Callable[[], bytes | None]
"""Gives the key by which this account knows its own files again, if it has one."""


def known(snapshot: Snapshot, program: str, key: Key, *, clean: bool) -> Known:
    """What earlier builds knew; nothing where that is to be forgotten. `program` is a digest."""
    folder = snapshot.root / CACHE_FOLDER
    if clean:
        return _known(snapshot, program, {}, {})
    return _known(snapshot, program, cache.load_parts(folder, _VERDICTS), _read(folder, key))


def known_to_a_build(snapshot: Snapshot, key: Key) -> Known | None:
    """What the latest build of this program knew; None where there was none."""
    folder = snapshot.root / CACHE_FOLDER
    old = cache.load_parts(folder, _VERDICTS)
    return _known(snapshot, engine(), old, _read(folder, key)) if old else None


def keep_known(root: Path, found: Known, key: Key) -> None:
    """Keep what a build has read and judged, as far as that can be written."""
    folder = root / CACHE_FOLDER
    with suppress(OSError, KeyboardInterrupt):
        if found.verdicts.differ:
            cache.keep_parts(folder, _VERDICTS, found.verdicts.new)
    with suppress(OSError, KeyboardInterrupt):
        own = key() if found.files.differ else None
        if own is not None:
            cache.keep_parts(folder, _FILES, found.files.new, own)


def _read(folder: Path, key: Key) -> Mapping[str, bytes]:
    """What was read of files of facts: pickles, which nobody else must have written."""
    own = key() if (folder / _FILES).exists() else None
    return {} if own is None else cache.load_parts(folder, _FILES, own)


def _known(
    snapshot: Snapshot, program: str, old: Mapping[str, bytes], read: Mapping[str, bytes]
) -> Known:
    @lru_cache(None)  # what is told of many facts names the same file
    def of_file(path: str) -> str:
        content = snapshot.read(path)
        return fingerprint(content) if isinstance(content, bytes) else ""

    return Known(KeptFiles(read, program), Kept(old, program, of_file))
