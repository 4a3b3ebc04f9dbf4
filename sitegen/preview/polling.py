"""What a look at the file system alone tells: whether anything that a run reads has changed."""

import os
from collections.abc import Iterable, Mapping

Stamp = tuple[int, ...]
Stamps = Mapping[str, Stamp]
"""What the system says of each file, by path: when it was written and changed, how long it is, and
which one it is. A file that cannot be looked at has an empty one."""

PASSED_OVER = frozenset({".git", ".hg", ".svn", ".sitegen", "__pycache__"})
"""Folders that tools write to at any time, and that hold no content."""


def stamps(folders: Iterable[str], files: Iterable[str]) -> Stamps:
    """The stamps of all files below `folders`, and of `files`. Missing folders hold nothing.

    Reads no file. Some microseconds a file.
    """
    found: dict[str, Stamp] = {path: _stamp(path) for path in files}
    pending = list(folders)
    while pending:
        try:
            entries = os.scandir(pending.pop())
        except OSError:
            continue  # there is none, or no longer
        with entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    found[entry.path] = _stamp(entry)
                elif entry.name not in PASSED_OVER:
                    pending.append(entry.path)
    return found


def _stamp(place: "str | os.DirEntry[str]") -> Stamp:
    try:
        status = os.stat(place) if isinstance(place, str) else place.stat()
    except OSError:
        return ()
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
