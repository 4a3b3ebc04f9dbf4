"""Stamps: how we tell without reading it that a file is still the one that we wrote.

They are kept in the working folder, in one file for each of the two sites, named after the inode
of the site's folder: exchanging the two sites leaves them true. Lost or stale stamps cost time and
nothing else, so a site without them is simply read; that is also how a killed build is recognised.
"""

import os
import time
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen.digest import fingerprint
from sitegen.write.files import put

_PREFIX = "stamps-"
_FIELDS = 3
_CHANGED = 1  # which of the fields is the time of the last change
_STEP = 0.001  # seconds; the clocks of file systems go in steps of up to ten of these
_PATIENCE = 20  # steps, after which such files are read once at the next build instead
_LARGEST = (1 << 63) - 1  # some file systems number their inodes beyond a signed integer


Stamp = tuple[int, int, int]
"""Size in bytes, time of the last change in nanoseconds, and inode. There is one for each file of
a site at every build, hence a plain tuple."""


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp in what a stat returned."""
    return status.st_size, status.st_mtime_ns, status.st_ino & _LARGEST


def kept(working: Path, inode: int) -> bool:
    """Whether there are stamps of the site in the folder with this inode."""
    return (working / f"{_PREFIX}{inode}").exists()


def load(working: Path, inode: int, manifest: bytes, named: Iterable[str]) -> dict[str, Stamp]:
    """The stamps of the site in the folder with this inode; {} unless they are of this manifest.

    Left out are files that changed no earlier than the stamps were kept: many file systems tell the
    time in steps of some milliseconds, and a later change within the same step would not show.
    """
    file = working / f"{_PREFIX}{inode}"
    try:
        raw, kept_at = file.read_bytes(), file.lstat().st_mtime_ns
    except OSError:
        return {}
    header = _header(manifest)
    numbers = array("q")
    if not raw.startswith(header) or (len(raw) - len(header)) % numbers.itemsize:
        return {}
    numbers.frombytes(raw[len(header) :])
    paths = sorted(named)
    if len(numbers) != _FIELDS * len(paths):
        return {}
    rows = iter(numbers)
    stamps = zip(paths, zip(rows, rows, rows, strict=True), strict=True)
    return {path: stamp for path, stamp in stamps if stamp[_CHANGED] < kept_at}


def save(working: Path, inode: int, manifest: bytes, stamps: Mapping[str, Stamp]) -> None:
    """Keep the stamps of a whole site, one for each file of its manifest."""
    numbers = array("q")
    for path in sorted(stamps):
        numbers.extend(stamps[path])
    new = working / f"{_PREFIX}new"
    new.unlink(missing_ok=True)
    put(new, _header(manifest) + numbers.tobytes())
    _outwait(new, max((stamp[_CHANGED] for stamp in stamps.values()), default=0))
    new.replace(working / f"{_PREFIX}{inode}")


def _outwait(file: Path, latest: int) -> None:
    """Let the file system's clock go on until a file is clearly younger than the latest change."""
    for _ in range(_PATIENCE):
        if file.lstat().st_mtime_ns > latest:
            return
        time.sleep(_STEP)
        os.utime(file)


def forget(working: Path, *, but: frozenset[int]) -> None:
    """Drop all stamps but those of the folders with these inodes."""
    keep = {f"{_PREFIX}{inode}" for inode in but}
    for name in sorted(os.listdir(working)):
        if name.startswith(_PREFIX) and name not in keep:
            (working / name).unlink()


def _header(manifest: bytes) -> bytes:
    return fingerprint(manifest).encode() + b"\n"
