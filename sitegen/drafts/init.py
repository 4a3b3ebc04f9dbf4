"""A new project: all of its files, or none, and never one in the place of another."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.config import SITE_FILE
from sitegen.drafts.files import flush_folder, told_of

_STAGED = ".sitegen-"  # hidden, as in `files`
_MAY_STAND = frozenset(
    {
        ".git",
        ".hg",
        ".ds_store",
        "thumbs.db",
        "desktop.ini",
        "readme.md",
        "license",
        "license.md",
        "license.txt",
    }
)
"""What a new repository or a system leaves in an empty folder, in small letters."""
_LAST = "content"  # without it there is no project yet
_NAMED = 3  # more names than that tell nobody more


def make(folder: Path, files: Mapping[str, bytes]) -> Sequence[str]:
    """Write a project, by path below a folder that is new or empty but for what may stand in it.

    Returns the names of ours that stood there, which stay as they are. Raises OSError where
    something else is in the way, or the disk is; then nothing has changed. A power cut leaves the
    folder without `content`, and a second run completes it.
    """
    if folder.is_symlink():
        raise OSError(errno.EEXIST, "it is a link; name the folder that it leads to", str(folder))
    if not os.path.lexists(folder):
        _begin(folder, files)
        return ()
    if not folder.is_dir():
        raise OSError(errno.EEXIST, "there is such a file; choose another name", str(folder))
    standing = _standing(folder, files)
    _fill(folder, files, standing)
    return [name for name in standing if name.casefold() in _MAY_STAND & _names(files)]


def _begin(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a new folder, which takes its name once everything is in it."""
    missing = [parent for parent in folder.parents if not os.path.lexists(parent)]
    made: list[Path] = []
    try:
        for parent in reversed(missing):
            with told_of(parent):
                parent.mkdir()
            made.append(parent)
        with told_of(folder), _staged(folder.parent, files) as staged:
            os.rename(staged, folder)
            flush_folder(folder.parent)
    except BaseException:
        for parent in reversed(made):
            with suppress(OSError):
                parent.rmdir()
        raise


def _fill(folder: Path, files: Mapping[str, bytes], standing: Sequence[str]) -> None:
    """Move everything into a folder that is there; back again, if something goes wrong."""
    taken = {name.casefold() for name in standing}
    with told_of(folder), _staged(folder, files) as staged:
        names = sorted(os.listdir(staged), key=lambda name: (name == _LAST, name))
        moved: list[str] = []
        try:
            for name in names:
                if name.casefold() not in taken:
                    _move(staged / name, folder / name)
                    moved.append(name)
            flush_folder(folder)
        except BaseException:
            for name in reversed(moved):
                with suppress(OSError):
                    os.rename(folder / name, staged / name)
            raise


def _standing(folder: Path, files: Mapping[str, bytes]) -> Sequence[str]:
    """What stands in a folder and may stay there. Raises OSError naming what may not."""
    names = sorted(os.listdir(folder))
    others = [
        name for name in names if name.casefold() not in _MAY_STAND and not name.startswith(_STAGED)
    ]
    if os.path.lexists(folder / SITE_FILE):
        reason = "there is a fact sheet in it already; name a new folder"
        raise OSError(errno.EEXIST, reason, str(folder))
    if _LAST in others or not all(_is_left_over(folder, name, files) for name in others):
        more = len(others) - _NAMED
        named = ", ".join(others[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        reason = f"it is not empty, it holds {named}; name a new folder, or move that away first"
        raise OSError(errno.ENOTEMPTY, reason, str(folder))
    return names


def _is_left_over(folder: Path, name: str, files: Mapping[str, bytes]) -> bool:
    """Whether a name has what a run that was cut off left there: our files, byte for byte."""
    ours = {path: text for path, text in files.items() if path.partition("/")[0] == name}
    found = dict(_below(folder / name, name)) if ours else {}
    if not ours or found.keys() != ours.keys():
        return False
    return all(_holds(found[path], text) for path, text in ours.items())


def _below(path: Path, shown: str) -> Iterator[tuple[str, Path]]:
    """What is at or below a path, and is no folder; a link is not followed."""
    if path.is_dir() and not path.is_symlink():
        for entry in path.iterdir():
            yield from _below(entry, f"{shown}/{entry.name}")
    else:
        yield shown, path


def _holds(path: Path, content: bytes) -> bool:
    status = path.lstat()
    same_size = stat.S_ISREG(status.st_mode) and status.st_size == len(content)
    return same_size and path.read_bytes() == content


@contextmanager
def _staged(parent: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """All files in a folder of another name, on the disk; the folder is gone in the end."""
    writable = parent.stat().st_mode & 0o222 and os.access(parent, os.W_OK)
    if not writable:  # root may write anything
        raise OSError(errno.EACCES, "the folder is read-only, so nothing was made")
    staged = parent / f"{_STAGED}{secrets.token_hex(8)}"
    try:
        staged.mkdir()
        for path, content in files.items():
            file = staged / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with open(file, "xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    """Give a name to a file or folder, unless somebody has just taken it."""
    if os.path.lexists(target):
        raise OSError(errno.EEXIST, f"somebody has just made {target.name}, so nothing was made")
    os.rename(source, target)


def _names(files: Mapping[str, bytes]) -> frozenset[str]:
    return frozenset(path.partition("/")[0].casefold() for path in files)
