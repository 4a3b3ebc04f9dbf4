"""What `append` has made, written to the disk, and taken back from there."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path, PurePosixPath

from sitegen.drafts.files import Rewrite, rewrite
from sitegen.drafts.splicing import Appended

_TEMPORARY = ".sitegen-"  # hidden, as in `files`


def write(root: Path, made: Appended) -> None:
    """Write a file with its new record; all of it or nothing.

    Raises OSError where it cannot be written, leads out of the project, or is no longer what
    `append` has read.
    """
    path = _real(root, made.path)
    if made.before is None:
        _create(path, made.after)
    else:
        rewrite((Rewrite(path, made.before, made.after),))


def take_back(root: Path, made: Appended) -> None:
    """Give a file back what it held before; one that was begun for the record is removed.

    Raises OSError where somebody has changed the file since.
    """
    path = _real(root, made.path)
    if made.before is not None:
        rewrite((Rewrite(path, made.after, made.before),))
        return
    rewrite((Rewrite(path, made.after, made.after),))  # refuses what has changed
    path.unlink()


def _real(root: Path, path: str) -> Path:
    """Where a file lies once links are followed."""
    base = root.resolve()
    real = Path(os.path.realpath(base / PurePosixPath(path)))
    if not real.is_relative_to(base):
        raise OSError(errno.EACCES, "it leads out of the project, so nothing was changed", path)
    return real


def _create(path: Path, content: bytes) -> None:
    """Write a new file that takes its name whole, and only where nothing has that name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    name = path.parent / f"{_TEMPORARY}{secrets.token_hex(8)}"
    try:
        with open(name, "xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        try:
            os.link(name, path)
        except FileExistsError as problem:
            raise OSError(problem.errno, "somebody has just made this file", str(path)) from problem
        except OSError:  # a file system without links
            with open(path, "xb") as stream:
                stream.write(content)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)
