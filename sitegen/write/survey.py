"""What lies in an output folder, held against its manifest."""

import errno
import os
import stat
from collections.abc import Collection, Mapping
from pathlib import Path

from sitegen.digest import fingerprint
from sitegen.frozen import dataclass, field
from sitegen.write import manifest, stamps, working
from sitegen.write.files import read_file
from sitegen.write.manifest import Manifest
from sitegen.write.paths import LITTER, MANIFEST, STAGING, folders_of
from sitegen.write.stamps import Stamp, stamp_of


@dataclass(frozen=True, slots=True)
class Entries:
    """What is found in an output folder, its manifest and litter apart.

    `named` are the files that the manifest names and `folders` those that they need. `strangers`
    are somebody else's and sorted; a folder among them was not opened. `staging` says that a
    killed build that wrote in place left something behind. `changed` is when each folder that was
    opened had last changed, in nanoseconds; "" is the output folder.
    """

    named: list[str]
    folders: frozenset[str]
    changed: Mapping[str, int]
    strangers: tuple[str, ...]
    staging: bool


@dataclass(frozen=True, slots=True)
class Folder:
    """An output folder, or the older site beside it, as it lies on the disk.

    `named` is its manifest (path → digest), `raw` the manifest's bytes, and `problem` says why it
    is none of ours. `present` holds the named files that are there; `intact` those of them that
    have the manifest's digest. `read` counts the files that had to be read to know that.
    `inode` is 0 where there is no folder; `bare` says that nothing at all lies in it. `changed` is
    as in `Entries`.
    """

    inode: int = 0
    device: int = 0
    bare: bool = True
    raw: bytes = b""
    problem: str | None = None
    named: Mapping[str, str] = field(default_factory=dict)
    present: Mapping[str, Stamp] = field(default_factory=dict)
    intact: Mapping[str, str] = field(default_factory=dict)
    read: int = 0
    folders: frozenset[str] = frozenset()
    strangers: tuple[str, ...] = ()
    staging: bool = False
    changed: Mapping[str, int] = field(default_factory=dict)

    def is_still(self, folder: Path) -> bool:
        """Whether this very folder lies there, and no file has come, gone or been replaced since.

        Files that were edited in place do not show: whoever takes one looks at its stamp. Within
        the same tick of the file system's clock a change may not show either.
        """
        try:
            return folder.lstat().st_ino == self.inode and all(
                _changed(folder / path) == before for path, before in self.changed.items()
            )
        except OSError:
            return False


def survey(folder: Path, beside: Path | None) -> Folder:
    """Look at a folder: one status a file, and a file is read only where its stamp is in doubt.

    `beside` is the working folder that holds the stamps.

    Raises:
        NotADirectoryError: `folder` is a link, a file or a device.
        OSError: Something in it cannot be read.
    """
    try:
        status = folder.lstat()
    except FileNotFoundError:
        return Folder()
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, "not a folder", os.fspath(folder))
    found = manifest.read(folder) or Manifest()
    named = found.files
    inside = entries(folder, named)
    present = {path: stamp_of(os.lstat(f"{folder}/{path}")) for path in inside.named}
    vouched = stamps.load(beside, status.st_ino, found.raw, named) if beside else {}
    doubted = [path for path, stamp in present.items() if vouched.get(path) != stamp]
    intact = {path: named[path] for path in present}
    for path in doubted:
        if not _has_digest(f"{folder}/{path}", present[path], named[path]):
            del intact[path]
    return Folder(
        inode=status.st_ino,
        device=status.st_dev,
        bare=not os.listdir(folder),
        raw=found.raw,
        problem=found.problem,
        named=named,
        present=present,
        intact=intact,
        read=len(doubted),
        folders=inside.folders,
        strangers=inside.strangers,
        staging=inside.staging,
        changed=inside.changed,
    )


def entries(folder: Path, named: Collection[str]) -> Entries:
    """Look through a folder without asking for the status of any file."""
    wanted = folders_of(named)
    ours: list[str] = []
    folders: list[str] = []
    strangers: list[str] = []
    staging = False
    changed: dict[str, int] = {}
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        changed[prefix] = _changed(folder / prefix)
        with os.scandir(folder / prefix) as found:
            for entry in found:
                path = prefix + entry.name
                if entry.is_file(follow_symlinks=False):
                    if path in named:
                        ours.append(path)
                    elif path != MANIFEST and entry.name not in LITTER:
                        strangers.append(path)
                elif not entry.is_dir(follow_symlinks=False):
                    strangers.append(path)
                elif path in wanted:
                    folders.append(path)
                    waiting.append(f"{path}/")
                elif path == STAGING and working.stranger(folder / path) is None:
                    staging = True
                else:
                    strangers.append(path)
    return Entries(ours, frozenset(folders), changed, tuple(sorted(strangers)), staging)


def _changed(folder: Path) -> int:
    """When a file last came to a folder or left it, in nanoseconds."""
    return folder.lstat().st_mtime_ns


def _has_digest(path: str, stamp: Stamp, digest: str) -> bool:
    """Read a file and compare; one that cannot be read or changes meanwhile has no digest."""
    try:
        content, status = read_file(path)
    except OSError:
        return False
    return fingerprint(content) == digest and stamp_of(status) == stamp
