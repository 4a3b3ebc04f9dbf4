"""What an earlier build knew of the content: what it read, and what it judged."""

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from sitegen import cache
from sitegen.build.standing import engine
from sitegen.config import CACHE_FOLDER
from sitegen.digest import fingerprint
from sitegen.frozen import NamedTuple
from sitegen.load import KeptFiles
from sitegen.snapshot import Snapshot
from sitegen.verify import Kept

_VERDICTS, _FILES = "verdicts", "files.bin"


class Known(NamedTuple):
    """What is kept of the files of facts and of their verdicts; a run adds what it finds."""

    files: KeptFiles
    verdicts: Kept


def known(snapshot: Snapshot, program: str, *, clean: bool) -> Known:
    """What earlier builds knew; nothing where that is to be forgotten. `program` is a digest."""
    folder = snapshot.root / CACHE_FOLDER
    old = None if clean else cache.load(folder, _VERDICTS)
    return _known(snapshot, program, old if isinstance(old, dict) else {}, clean=clean)


def known_to_a_build(snapshot: Snapshot) -> Known | None:
    """What the latest build of this program knew; None where there was none."""
    old = cache.load(snapshot.root / CACHE_FOLDER, _VERDICTS)
    return _known(snapshot, engine(), old, clean=False) if isinstance(old, dict) else None


def keep_known(root: Path, found: Known) -> None:
    """Keep what a build has read and judged, as far as that can be written."""
    folder = root / CACHE_FOLDER
    with suppress(OSError, KeyboardInterrupt):
        cache.keep(folder, _VERDICTS, found.verdicts.new)
    with suppress(OSError, KeyboardInterrupt):
        if found.files.differ:
            cache.keep_bytes(folder, _FILES, found.files.content)


def _known(snapshot: Snapshot, program: str, old: Mapping[str, Any], *, clean: bool) -> Known:
    @lru_cache(None)  # what is told of many facts names the same file
    def of_file(path: str) -> str:
        content = snapshot.read(path)
        return fingerprint(content) if isinstance(content, bytes) else ""

    read = None if clean else cache.load_bytes(snapshot.root / CACHE_FOLDER, _FILES)
    return Known(KeptFiles(read, program), Kept(old, program, of_file))
