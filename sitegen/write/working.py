"""The working folder beside a site: ours by its name and by the marker in it."""

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.write.files import put
from sitegen.write.paths import LITTER, shown

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MARKER = "sitegen-working-folder"
_LOCK = "lock"
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
_EXPLANATION = b"""\
sitegen works here: it keeps the previous version of the site that lies beside this folder.
The folder may be deleted while no build is running.
"""


def stranger(folder: Path) -> str | None:
    """Why a folder with our name is not ours, as the end of a sentence; None where it is.

    No folder at all is fine, and so is an empty one: a build was killed before it put the marker.
    """
    try:
        kind = folder.lstat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISDIR(kind):
        return "is not a folder"
    names = sorted(os.listdir(folder))
    if MARKER in names:
        marked = stat.S_ISREG((folder / MARKER).lstat().st_mode)
        return None if marked else f"holds {MARKER}, which is not a file"
    foreign = [name for name in names if name not in LITTER]
    return f"holds {shown(foreign[0])}, which sitegen did not put there" if foreign else None


def claim(folder: Path) -> None:
    """Make a folder with the marker in it, or find that it is there.

    Raises:
        FileExistsError: There is something of this name that is not ours.
    """
    reason = stranger(folder)
    if reason is not None:
        raise FileExistsError(errno.EEXIST, f"it {reason}", os.fspath(folder))
    if not folder.exists():
        folder.mkdir(0o755, exist_ok=True)  # another build may be making it at this moment
    if not (folder / MARKER).exists():
        with suppress(FileExistsError):
            put(folder / MARKER, _EXPLANATION)


def clear(folder: Path) -> None:
    """Remove a folder that is ours with all that it holds; the marker goes last."""
    for name in sorted(os.listdir(folder)):
        if name != MARKER:
            _remove(folder / name)
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


@contextmanager
def locked(path: Path, *, busy: str) -> Iterator[None]:
    """Hold a lock file, or on POSIX a folder. It is freed when the program ends, however it ends.

    Where the file system knows no locks (some network shares), nothing is held.

    Raises:
        BlockingIOError: Another build holds it; `busy` says so to the user.
    """
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR | os.O_CREAT
    file = os.open(path, flags, 0o644)
    try:
        try:
            _lock(file)
        except OSError as fault:
            if fault.errno in {errno.EWOULDBLOCK, errno.EACCES}:
                raise BlockingIOError(errno.EWOULDBLOCK, busy) from fault
            if fault.errno not in _NO_LOCKS:
                raise
        yield
    finally:
        os.close(file)


@contextmanager
def held(folder: Path, *, busy: str) -> Iterator[None]:
    """The working folder, made if need be, for one build alone. Raises as `claim` and `locked`."""
    claim(folder)
    with locked(folder / _LOCK, busy=busy):
        yield


def _remove(path: Path) -> None:
    """Remove whatever lies at a path; links are not followed."""
    if stat.S_ISDIR(path.lstat().st_mode):
        shutil.rmtree(path)
    else:
        path.unlink()


if sys.platform == "win32":

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
