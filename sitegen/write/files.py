"""Single files and folders: written so that no reader of an older version is disturbed.

No file is ever changed in place. A name gets a new file instead, so that an open file, or another
name of the same file (a hard link), keeps what it had.
"""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sitegen.write.paths import LITTER

_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_UNSHARED = frozenset(
    {errno.EPERM, errno.EMLINK, errno.EXDEV, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
)


def put(path: Path | str, content: bytes) -> os.stat_result:
    """Create a file, which must not exist yet. Gives its status."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o644)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
        return os.fstat(file)
    finally:
        os.close(file)


def read_file(path: Path | str) -> tuple[bytes, os.stat_result]:
    """The content of a file, never through a link, and its status once that was read."""
    file = os.open(path, os.O_RDONLY | _NO_LINK | _BINARY)
    with open(file, "rb") as stream:
        return stream.read(), os.fstat(file)


def share(source: str, path: str) -> os.stat_result:
    """Give the bytes of `source` a second name, or copy them where there are no hard links."""
    try:
        os.link(source, path)
    except OSError as fault:
        if fault.errno not in _UNSHARED:
            raise
        return put(path, read_file(source)[0])
    return os.lstat(path)


def make_folders(site: Path, folders: Iterable[str]) -> None:
    """Make folders below a site, parents first; those that are there are left alone."""
    for folder in sorted(folders):
        (site / folder).mkdir(0o755, exist_ok=True)


def remove(site: Path, files: Iterable[str], folders: Iterable[str]) -> None:
    """Remove files of a site, lost ones too, and then folders, unless something is left in them.

    What a desktop dropped into a folder goes with it.
    """
    for path in files:
        with suppress(FileNotFoundError):
            os.unlink(f"{site}/{path}")
    for folder in sorted(folders, reverse=True):
        _remove_folder(site / folder)


def _remove_folder(path: Path) -> None:
    try:
        path.rmdir()
    except (FileNotFoundError, NotADirectoryError):  # a file may have taken its place
        return
    except OSError as fault:
        if fault.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
            raise
        names = os.listdir(path)
        if LITTER.issuperset(names):
            for name in names:
                (path / name).unlink()
            path.rmdir()
