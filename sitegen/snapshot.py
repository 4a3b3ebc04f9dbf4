"""The project's files as one run sees them: the only reader of inputs.

A path is relative to the project, with `/`. Nothing outside the project is ever read, and no link
that leads out of it is followed.
"""

import errno
import os
import stat
from enum import StrEnum
from pathlib import Path, PurePosixPath

_NO_SUCH_FILE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG}
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


class Snapshot:
    """The files below `root`, each read at most once, so that a run sees one state of them."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._contents: dict[str, bytes | Refusal] = {}

    def read(self, path: str, most: int | None = None) -> bytes | Refusal:
        """The bytes of a file, unless they are more than `most`.

        Raises OSError where the system refuses to read it.
        """
        if path not in self._contents:
            self._contents[path] = self._read(path, most)
        return self._contents[path]

    def _read(self, path: str, most: int | None) -> bytes | Refusal:
        if not is_inside(path) or "\0" in path:
            return Refusal.OUTSIDE
        resolved = Path(os.path.realpath(self.root / PurePosixPath(path)))
        if not resolved.is_relative_to(self.root):
            return Refusal.OUTSIDE
        try:
            status = resolved.stat()
            if not stat.S_ISREG(status.st_mode):
                return Refusal.NOT_A_FILE
            if most is not None and status.st_size > most:
                return Refusal.TOO_LARGE
            return resolved.read_bytes()
        except OSError as problem:
            if problem.errno in _NO_SUCH_FILE:
                return Refusal.MISSING
            raise

    def has_folder(self, path: str) -> bool:
        """Whether there is a folder at `path`."""
        return (self.root / PurePosixPath(path)).is_dir()

    def files_below(self, folder: str) -> tuple[str, ...]:
        """The paths of all files below a folder, sorted; links to folders are listed, not entered.

        Empty when there is no such folder.
        """
        found: list[str] = []
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
                    found.append(path)
        return tuple(sorted(found))
