"""Files that give way to new versions of themselves, as a whole or not at all.

A new version is written beside the old one and takes its name in one step, so that a crash or a
full disk leaves the old one. What somebody else has written meanwhile is never overwritten.
"""

import errno
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from sitegen.frozen import dataclass

_TEMPORARY = ".sitegen-"  # hidden, so that a run passes over what a crash has left
_OPENING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file, reached through no link, with what it held when read and what it shall hold."""

    path: Path
    before: bytes
    after: bytes


def rewrite(rewrites: Iterable[Rewrite]) -> None:
    """Write new versions of files, with the permissions of the old ones.

    Raises OSError where a file cannot be written or has changed since it was read. All new versions
    are written out before the first takes its place, so that hardly anything is left to fail then.
    """
    with ExitStack() as stack:
        staged = [(change, stack.enter_context(_staged(change))) for change in rewrites]
        for change, temporary in staged:
            _status_of_unchanged(change)
            with told_of(change.path):
                os.replace(temporary, change.path)
        for folder in {change.path.parent for change, _ in staged}:
            flush_folder(folder)


@contextmanager
def _staged(change: Rewrite) -> Iterator[Path]:
    """The new version under another name, which is gone in the end."""
    status = _status_of_unchanged(change)
    if not (status.st_mode & 0o222 and os.access(change.path, os.W_OK)):  # root may write anything
        raise OSError(errno.EACCES, "it is read-only, so nothing was changed", str(change.path))
    with told_of(change.path):
        file, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=change.path.parent)
    try:
        with told_of(change.path), open(file, "wb") as stream:
            stream.write(change.after)
            _resemble(stream.fileno(), status)
            stream.flush()
            os.fsync(stream.fileno())
        yield Path(name)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)


def _status_of_unchanged(change: Rewrite) -> os.stat_result:
    """The status of a file that still holds what was read."""
    with suppress(FileNotFoundError), told_of(change.path):
        file = os.open(change.path, _OPENING | _BINARY)
        with open(file, "rb") as stream:
            status = os.fstat(file)
            if stat.S_ISREG(status.st_mode) and stream.read() == change.before:
                return status
    raise OSError(
        errno.EBUSY, "it changed while it was being checked; run it again", str(change.path)
    )


def _resemble(file: int, status: os.stat_result) -> None:
    """Give a new file the permissions and, where that is allowed, the owner of the old one."""
    if hasattr(os, "fchmod"):  # not on Windows
        with suppress(PermissionError):
            os.fchown(file, status.st_uid, status.st_gid)
        os.fchmod(file, stat.S_IMODE(status.st_mode))


def flush_folder(folder: Path) -> None:
    """Make new names last through a crash, where the system lets a folder be flushed."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Let an error name the file itself, not the temporary one beside it."""
    try:
        yield
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror, str(path)) from problem
