"""When files that a run reads may have changed: announced by the system, or seen by looking.

The system's announcements are quick and now and then missing: where its queue overflows, where a
folder is deleted and made again, on network mounts. So a thread also looks at the stamps of all
files from time to time. Neither ever says what changed; that is for the run to find.
"""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.preview.polling import PASSED_OVER, Stamps, stamps
from sitegen.snapshot import is_inside

if TYPE_CHECKING:
    from sitegen.preview.native import Native

WATCHED = ("content", "themes")
"""The folders that a project reads whole. Other files are watched one by one, as runs read them."""

SAFETY = 1.0
"""Seconds between two looks where changes are announced."""

POLL = 0.25
"""Seconds between two looks where they are not."""

SAFETY_SHARE = 0.01
POLL_SHARE = 0.1
"""How much of one processor looking may take: at many files it comes to be more seldom."""

MISSED = 3
"""After so many changes that nothing announced, looks come as often as without announcements."""

_GRACE = 0.7
"""Seconds that an announcement may come after the change: watchdog keeps that of a file moved away
for half a second, to see where it went."""

_CLOCKS = 2_000_000_000
"""Nanoseconds by which the time of a file may lag behind the clock."""

_SECOND = 1_000_000_000  # nanoseconds


class Watcher:
    """Calls `look_again`, from threads of its own, when files of a project may have changed.

    `poll`: by looking alone, for network mounts. `every`: seconds between two looks, if not the
    usual ones. `say` takes a line for the terminal.
    """

    def __init__(
        self,
        root: Path,
        *,
        poll: bool = False,
        every: float | None = None,
        say: Callable[[str], None] = lambda line: None,
    ) -> None:
        self._root = root.resolve()
        self._roots = tuple(str((self._root / name).resolve()) for name in WATCHED)
        self._poll = poll
        self._say = say
        self._look_again: Callable[[], None] = lambda: None
        self._files: frozenset[str] = frozenset()
        self._folders = frozenset(self._roots)
        self._native: Native | None = None
        self._every = every or (POLL if poll else SAFETY)
        self._share = POLL_SHARE if poll else SAFETY_SHARE
        self._lock = threading.Lock()
        self._marked: Stamps = {}
        self._marks = 0
        self._heard = False
        self._announced = 0
        self._missed = 0
        self._begun = 0
        self._doubted = 0  # the mark of which it is settled whether it may hide a save
        self._wake = threading.Event()
        self._stopped = False

    def start(self, look_again: Callable[[], None]) -> None:
        """Begin to watch. What changes from now on leads to a call."""
        self._look_again = look_again
        self.mark()
        self._wake.clear()
        if not self._poll:
            self._listen()
        threading.Thread(target=self._watch, name="sitegen-watch", daemon=True).start()

    def stop(self) -> None:
        """Stop watching, without waiting for threads to end."""
        self._stopped = True
        self._wake.set()

    def mark(self) -> None:
        """A run begins: what changes from now on, it may not see."""
        with self._lock:  # held while looking: what is announced meanwhile counts after it
            self._heard = False
            self._marks += 1
            self._begun = time.time_ns()
            self._marked = stamps(self._roots, self._files)

    def watch(self, paths: Iterable[str]) -> None:
        """The files that the run read or looked for, by path below the project."""
        wanted = (str(self._root / path) for path in paths if is_inside(path) and "\0" not in path)
        files = frozenset(path for path in wanted if not self._below_a_root(path))
        with self._lock:
            added = files - self._files
            gone = self._files - files
            if not added and not gone:
                return
            self._files = files
            self._folders = frozenset((*self._roots, *(str(Path(path).parent) for path in files)))
            new = stamps((), added)
            kept = {path: stamp for path, stamp in self._marked.items() if path not in gone}
            self._marked = {**kept, **new}
            begun = self._begun - _CLOCKS
        self._wake.set()
        if any(not stamp or stamp[1] >= begun for stamp in new.values()):
            self._look_again()  # it may have been saved after it was read, before it was watched

    def _below_a_root(self, path: str) -> bool:
        return any(path.startswith(root + os.sep) for root in self._roots)

    def _is_content(self, path: str) -> bool:
        tools = PASSED_OVER.intersection(path.removeprefix(str(self._root)).split(os.sep))
        return self._below_a_root(path) and not tools

    def _hear(self, path: str) -> None:
        """Something happened at a path: on a thread of the native watcher's."""
        if path in self._folders:
            self._wake.set()  # it came, or went: its own watch does not tell of that
        elif path not in self._files and not self._is_content(path):
            return
        with self._lock:
            self._heard = True
            self._announced += 1
        self._look_again()

    def _watch(self) -> None:
        pause = self._every
        while not self._stopped:
            woken = self._wake.wait(pause)
            self._wake.clear()
            if self._stopped:
                break
            if self._native is not None:
                self._listen()
            began = time.thread_time()  # of the processor: to wait for announcements costs nothing
            self._look(woken)
            spent = time.thread_time() - began
            pause = max(self._every, spent / self._share)
        if self._native is not None:
            self._native.stop()

    def _look(self, woken: bool) -> None:
        """Compare the files with what they were when the latest run began."""
        with self._lock:
            marks, files = self._marks, self._files
        found = stamps(self._roots, files)
        with self._lock:
            if marks != self._marks or files != self._files:
                return  # a run has begun meanwhile: the next look has its mark to compare with
            if self._heard:
                return  # a run will begin already
            if found == self._marked and not self._may_hide_a_save():
                return
            self._marked = found
        self._look_again()
        if self._native is not None and not woken:
            self._doubt()

    def _may_hide_a_save(self) -> bool:
        """Whether a file may have been saved twice within its clock, with the latest run between.

        Some file systems count whole seconds, so that both saves have one stamp. Asked once for
        each run, when nothing more can be hidden; with announcements never.
        """
        if self._native or self._doubted == self._marks or time.time_ns() < self._begun + _CLOCKS:
            return False
        self._doubted = self._marks
        written = (stamp[1] for stamp in self._marked.values() if stamp)
        within = range(self._begun - _CLOCKS, self._begun)
        return any(at in within and at % _SECOND == 0 for at in written)

    def _doubt(self) -> None:
        """Nobody announced a change. Late, or are the announcements missing?"""
        announced = self._announced
        if self._wake.wait(_GRACE):
            return  # whatever it is, the next look comes at once
        if announced != self._announced or self._native is None:
            return
        self._native.stop()
        self._native = None
        self._missed += 1
        self._listen()
        if self._missed == MISSED:
            self._look_often()
            self._say(
                f"changed files are not always announced here: looking every {POLL:g} s as well"
            )

    def _listen(self) -> None:
        """Have the system announce changes in all folders concerned; without, look more often."""
        # The project's own folder tells when one of the others comes or goes.
        alone = dict.fromkeys((*self._folders, str(self._root)), False)
        folders = {**alone, **dict.fromkeys(self._roots, True)}
        try:
            if self._native is None:
                from sitegen.preview.native import Native

                self._native = Native(self._hear)
            self._native.keep(folders)
        except OSError as problem:
            if self._native is not None:
                with contextlib.suppress(OSError):
                    self._native.stop()
            self._native = None
            self._look_often()
            reason = problem.strerror or str(problem)
            self._say(f"changed files cannot be announced ({reason}): looking every {POLL:g} s")

    def _look_often(self) -> None:
        self._every, self._share = min(self._every, POLL), POLL_SHARE
