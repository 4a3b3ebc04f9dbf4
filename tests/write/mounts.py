"""Run a piece of work in a mount namespace of its own, where it may mount what it likes (Linux)."""

import ctypes
import os
import pickle
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

_NEWNS, _NEWUSER = 0x00020000, 0x10000000
_RDONLY, _REMOUNT, _BIND, _REC, _PRIVATE = 0x1, 0x20, 0x1000, 0x4000, 0x40000


def unavailable() -> str | None:
    """Why nothing can be mounted here."""
    if sys.platform != "linux":
        return "private mounts need Linux"
    try:
        apart(lambda: None)
    except PermissionError as fault:
        return f"mounting needs root or user namespaces: {str(fault).splitlines()[-1]}"
    return None


def apart(work: Callable[[], None]) -> None:
    """Do the work in a child with private mounts; an exception there fails here.

    Raises PermissionError where this system allows no private mounts.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work_apart(work, writing)
    os.close(writing)
    with open(reading, "rb") as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    allowed, trouble = pickle.loads(answer)  # noqa: S301 - our own child wrote it
    if not allowed:
        raise PermissionError(trouble)
    if trouble:
        raise AssertionError(trouble)


def mount_memory(folder: Path, *, size: int = 1 << 24) -> None:
    """Mount a file system in memory, of so many bytes."""
    _mount("tmpfs", folder, "tmpfs", 0, f"size={size}")


def mount_again(source: Path, folder: Path) -> None:
    """Mount a folder at a second place of the same file system."""
    _mount(os.fspath(source), folder, "none", _BIND)


def make_read_only(folder: Path) -> None:
    """Allow no more writing below a mount point."""
    _mount("none", folder, "none", _REMOUNT | _BIND | _RDONLY)


def _work_apart(work: Callable[[], None], writing: int) -> None:
    answer = (False, "killed")
    try:
        _enter_namespace()
        answer = (True, "")
        work()
    except BaseException:
        answer = (answer[0], traceback.format_exc())
    finally:
        with open(writing, "wb") as stream:
            pickle.dump(answer, stream)
        os._exit(0)


def _enter_namespace() -> None:
    user, group = os.geteuid(), os.getegid()
    _call("unshare", _NEWNS if user == 0 else _NEWNS | _NEWUSER)
    if user != 0:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    _mount("none", Path("/"), "none", _REC | _PRIVATE)


def _mount(source: str, folder: Path, kind: str, flags: int, options: str = "") -> None:
    names = (source.encode(), os.fsencode(folder), kind.encode())
    _call("mount", *names, ctypes.c_ulong(flags), options.encode() or None)


def _call(name: str, *arguments: object) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if library[name](*arguments) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), name)
