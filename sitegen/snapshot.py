"""The project's files as one run sees them: the only reader of inputs.

A path is relative to the project, with `/`. Nothing outside the project is ever read, and no link
that leads out of it is followed.
"""

import errno
import os
import stat
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath
from types import MappingProxyType

_NO_SUCH_FILE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG}
# A link that is put there after it was looked at is not followed. Windows has no such flag.
_READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_LEAST_READ = 4_096  # bytes
_FORBIDDEN_PARTS = frozenset({"", ".", ".."})


class Refusal(StrEnum):
    """Why a path cannot be read, as the end of a sentence."""

    MISSING = "there is no such file"
    OUTSIDE = "it leads out of the project"
    NOT_A_FILE = "it is not a file"
    TOO_LARGE = "it is too large"


def is_inside(path: str) -> bool:
    """Whether a path as an editor writes it stays below the project by its spelling alone."""
    parts = path.split("/")
    drive_or_backslash = "\\" in path or ":" in parts[0]
    return not drive_or_backslash and not _FORBIDDEN_PARTS.intersection(parts)


def is_left_alone(path: str) -> bool:
    """Whether a path is of the files that systems and editors put beside others.

    Hidden ones, such as `.DS_Store`, and Emacs's and Vim's copies: `facts.yaml~`, `#facts.yaml#`.
    """
    parts = path.split("/")
    hidden = any(part.startswith(".") for part in parts)
    return hidden or parts[-1].endswith("~") or (parts[-1][:1] == parts[-1][-1:] == "#")


class Snapshot:
    """The files below `root`, each read at most once, so that a run sees one state of them.

    Those in `replacing` are listed and read as if they held these bytes, whether they are there or
    not: so a draft is checked before it is written.
    """

    def __init__(self, root: Path, replacing: Mapping[str, bytes] = MappingProxyType({})) -> None:
        self.root = root.resolve()
        self._real_root = str(self.root)
        self._replacing = replacing
        self._contents: dict[str, bytes | Refusal] = {}
        self._folders: dict[str, str | None] = {}
        self._are_folders: dict[str, bool] = {}
        self._listed: dict[str, tuple[str, ...]] = {}

    def read(self, path: str, most: int | None = None) -> bytes | Refusal:
        """The bytes of a file, unless they are more than `most`.

        Raises OSError where the system refuses to read it.
        """
        if path not in self._contents:
            self._contents[path] = self._read(path, most)
        return self._contents[path]

    def contents(self) -> dict[str, bytes | Refusal]:
        """All that was read so far, by path: what a run rests on."""
        return dict(self._contents)

    def listings(self) -> dict[str, tuple[str, ...]]:
        """The files of each folder that was listed so far."""
        return dict(self._listed)

    def _read(self, path: str, most: int | None) -> bytes | Refusal:
        if not is_inside(path) or "\0" in path:
            return Refusal.OUTSIDE
        folder, _, name = path.rpartition("/")
        real_folder = self._real_folder(folder)
        if real_folder is None:
            return Refusal.OUTSIDE
        place = f"{real_folder}{os.sep}{name}"
        try:
            status = os.lstat(place)
            if stat.S_ISLNK(status.st_mode):
                place = os.path.realpath(place)
                if not self._holds(place):
                    return Refusal.OUTSIDE
                status = os.stat(place)
            if path not in self._replacing:
                return _content(place, status, most)
        except OSError as problem:
            if problem.errno not in _NO_SUCH_FILE:
                raise
            if path not in self._replacing:
                return Refusal.MISSING
        content = self._replacing[path]
        return Refusal.TOO_LARGE if most is not None and len(content) > most else content

    def _real_folder(self, folder: str) -> str | None:
        """Where a folder is, all links followed, once for all of its files; None if outside."""
        if folder not in self._folders:
            real = os.path.realpath(os.path.join(self._real_root, folder))
            self._folders[folder] = real if self._holds(real) else None
        return self._folders[folder]

    def _holds(self, real: str) -> bool:
        root = self._real_root
        return real == root or real.startswith(root if root.endswith(os.sep) else root + os.sep)

    def has_folder(self, path: str) -> bool:
        """Whether there is a folder at `path`."""
        self._are_folders[path] = (self.root / PurePosixPath(path)).is_dir()
        return self._are_folders[path]

    def folders(self) -> dict[str, bool]:
        """Whether there was a folder, by each path that was asked for so far."""
        return dict(self._are_folders)

    def size(self, path: str) -> int | None:
        """How large a file is; None where there is none."""
        try:
            return os.stat(os.path.join(self._real_root, path)).st_size
        except OSError:
            return None

    def files_below(self, folder: str) -> tuple[str, ...]:
        """The paths of all files below a folder, sorted; links to folders are listed, not entered.

        Empty when there is no such folder.
        """
        found = {path for path in self._replacing if path.startswith(f"{folder}/")}
        pending = [folder]
        while pending:
            current = pending.pop()
            try:
                entries = list(os.scandir(self.root / PurePosixPath(current)))
            except OSError as problem:
                if problem.errno in _NO_SUCH_FILE:
                    continue
                raise
            for entry in entries:
                path = f"{current}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    pending.append(path)
                else:
                    found.add(path)
        self._listed[folder] = tuple(sorted(found))
        return self._listed[folder]


def _content(place: str, status: os.stat_result, most: int | None) -> bytes | Refusal:
    """The bytes of a file at a place that has no link in it."""
    if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for who writes to it
        return Refusal.NOT_A_FILE
    if most is not None and status.st_size > most:
        return Refusal.TOO_LARGE
    file = os.open(place, _READING)
    try:
        asked = max(status.st_size + 1, _LEAST_READ)
        content = part = os.read(file, asked)
        while part and len(content) != status.st_size:  # a part of it, or it has changed since
            part = os.read(file, asked)
            content += part
    finally:
        os.close(file)
    return content
