"""What the operating system must do for us: swap two folders at once, and flush to the disk.

Python has neither call, so both go through the C library. It is loaded late, because a build that
changes nothing needs none of it.
"""

import errno
import os
import struct
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctypes import CDLL

if sys.platform == "darwin":
    import fcntl

POSSIBLE = sys.platform in {"linux", "darwin"}
"""Whether this operating system can exchange two folders at all."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS, sys/stdio.h
_RENAMEAT2 = {  # its number by machine and size of a pointer, for a C library without the function
    ("x86_64", 8): 316,
    ("x86_64", 4): 353,
    ("i386", 4): 353,
    ("i686", 4): 353,
    ("aarch64", 8): 276,
    ("aarch64", 4): 382,
    ("armv6l", 4): 382,
    ("armv7l", 4): 382,
    ("armv8l", 4): 382,
    ("loongarch64", 8): 276,
    ("ppc64le", 8): 357,
    ("riscv64", 8): 276,
    ("s390x", 8): 347,
}


def swap(first: Path, second: Path) -> None:
    """Exchange two folders so that each name has always one of the two.

    Raises OSError: EXDEV, EBUSY, EINVAL, ENOSYS and their like where it can't be done here.
    """
    code = _swap(os.fsencode(first), os.fsencode(second))
    if code:
        raise OSError(code, os.strerror(code), str(first), None, str(second))


def flush(folder: Path) -> None:
    """Have everything that was written to the file system of a folder reach the disk."""
    if sys.platform == "linux" and hasattr(_library(), "syncfs"):
        file = os.open(folder, os.O_RDONLY)
        try:
            code = _failure(_library().syncfs(file))
        finally:
            os.close(file)
        if not code:
            return
        if code != errno.ENOSYS:
            raise OSError(code, os.strerror(code), str(folder))
    if sys.platform != "win32":  # which has no such call
        os.sync()
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """Have the names in a folder reach the disk."""
    if sys.platform == "win32":  # which opens no folders
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        try:
            os.fsync(file)
        except OSError as fault:
            if fault.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some shares flush no folders
                raise
        if sys.platform == "darwin":  # its fsync stops at the drive's own cache
            with suppress(OSError):  # a network share has no such thing
                fcntl.fcntl(file, fcntl.F_FULLFSYNC)
    finally:
        os.close(file)


if sys.platform == "linux":

    def _swap(first: bytes, second: bytes) -> int:
        names = (_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
        library = _library()
        if hasattr(library, "renameat2"):
            return _failure(library.renameat2(*names))
        import platform  # slow, and asked where the C library is an old one

        number = _RENAMEAT2.get((platform.machine(), struct.calcsize("P")))
        return _failure(library.syscall(number, *names)) if number else errno.ENOSYS

elif sys.platform == "darwin":

    def _swap(first: bytes, second: bytes) -> int:
        return _failure(_library().renamex_np(first, second, _RENAME_SWAP))

else:

    def _swap(first: bytes, second: bytes) -> int:
        return errno.ENOSYS


@cache
def _library() -> "CDLL":
    import ctypes  # 8 ms, and only a build that changes something needs it

    return ctypes.CDLL(None, use_errno=True)


def _failure(result: int) -> int:
    """The error number of the call that has just returned; 0 if it went well."""
    import ctypes

    return ctypes.get_errno() if result else 0
