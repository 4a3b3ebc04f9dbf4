"""What the operating system announces of changed files, by watchdog. Imported only where wanted.

An announcement means "look again", never more: announcements come late, twice, in part, for files
that only were read, and sometimes not at all.
"""

import logging
import os
import warnings
from collections.abc import Callable, Mapping

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

_CHANGES: tuple[type[FileSystemEvent], ...] = (
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
)
"""The others tell of files that were opened, read or given other rights. A build does all of that,
and would call for the next one. A folder is modified when what is in it comes or goes, and that is
announced by itself."""

_Identity = tuple[int, int]


class Native(FileSystemEventHandler):
    """Announcements of changes in folders, as the paths concerned, on a thread of watchdog's.

    Raises OSError where the system has no room for another watch.
    """

    def __init__(self, heard: Callable[[str], None]) -> None:
        _silence()
        self._heard = heard
        self._observer = Observer()
        self._watches: dict[str, tuple[ObservedWatch, _Identity, bool]] = {}
        self._observer.start()

    def keep(self, folders: Mapping[str, bool]) -> None:
        """Hear of exactly these folders; those marked True with all that is below them.

        A folder that is not there is passed over. One that was deleted or moved and made again is
        heard of again. Raises OSError where the system has no room for another watch.
        """
        for path in [path for path in self._watches if not self._well(path, folders)]:
            self._observer.unschedule(self._watches.pop(path)[0])
        for path, recursive in folders.items():
            identity = _identity(path)
            if path in self._watches or identity is None:
                continue
            try:
                watch = self._observer.schedule(
                    self, path, recursive=recursive, event_filter=list(_CHANGES)
                )
            except FileNotFoundError:
                continue  # gone a moment ago
            self._watches[path] = (watch, identity, recursive)

    def _well(self, path: str, folders: Mapping[str, bool]) -> bool:
        """Whether a watch is wanted, alive, and still on the folder of that name."""
        watch, identity, recursive = self._watches[path]
        alive = any(
            emitter.watch == watch and emitter.is_alive() for emitter in self._observer.emitters
        )
        return alive and folders.get(path) is recursive and _identity(path) == identity

    def dispatch(self, event: FileSystemEvent) -> None:
        """Called by watchdog. A file saved by renaming appears in `dest_path` alone."""
        for path in (event.src_path, event.dest_path):
            if path:
                self._heard(os.fsdecode(path))

    def stop(self) -> None:
        """Hear no more. Its threads end by themselves."""
        self._observer.stop()


def _identity(path: str) -> _Identity | None:
    """Which folder a path leads to; None where there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if os.path.isdir(path) else None


def _silence() -> None:
    """Keep the library's notes off the terminal: what they tell of, the periodic look finds.

    It warns of itself where a folder and one within it are made at once.
    """
    warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
    log = logging.getLogger("watchdog")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
