"""The thread that rebuilds: soon after files were saved, and one run at a time."""

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from sitegen.build import prepare as build_prepare
from sitegen.preview.debounce import Debounce
from sitegen.preview.runs import Prepare, RunReport, Runs
from sitegen.preview.state import State
from sitegen.preview.tidy import Tidy
from sitegen.preview.watch import Watcher

RETRY = 0.1
"""Seconds until files that could not be read are tried again: a folder may be on its way back."""

LONGEST_RETRY = 5.0
"""What `RETRY` grows to, doubling each time."""

QUIET_FAILURES = 3
"""So many failures to read are put down to a moment between two states, and told to nobody."""

_FETCHING = 0.1  # seconds after a run in which readers fetch the pages that they have open
_SLICE = 0.01  # seconds of sweeping at a time
_IDLE = 1.0  # seconds without news after which there is time to tidy up
_PATIENCE = 0.2  # seconds that `stop` waits for the thread


class Worker:
    """Rebuilds the preview of the project at `root`, on a thread of its own.

    `publish` is called from that thread with each state in which a reader could see a difference;
    `pages` gives the pages that readers have open, which are made first; `log` takes the report of
    each run. A `watcher` is started and stopped with it.
    """

    def __init__(
        self,
        root: Path,
        publish: Callable[[State], None],
        pages: Callable[[], Iterable[str]],
        *,
        log: Callable[[RunReport], None] = lambda report: None,
        watcher: Watcher | None = None,
        prepare: Prepare = build_prepare,
    ) -> None:
        self._runs = Runs(root, pages, prepare=prepare)
        self._publish = publish
        self._log = log
        self._watcher = watcher
        self._condition = threading.Condition()
        self._debounce = Debounce()
        self._suspects: list[str] = []
        self._retry_at: float | None = None
        self._published = self._runs.state  # the latest that readers were told of
        self._untold: RunReport | None = None  # of a run on trial that was for nothing
        self._failures = 0
        self._stopped = False
        self._tidy = Tidy()
        self._thread = threading.Thread(target=self._work, name="sitegen-rebuild", daemon=True)

    def start(self) -> None:
        """Begin with a first run, at once."""
        if self._watcher is not None:
            self._watcher.start(self.look_again)
        self._retry_at = time.monotonic()
        self._thread.start()

    def look_again(self) -> None:
        """Files may have changed. From any thread, any number of times."""
        with self._condition:
            self._debounce.news(time.monotonic())
            self._condition.notify()

    def failed(self, path: str) -> None:
        """A page failed when a reader asked for it. From any thread."""
        with self._condition:
            self._suspects.append(path)
            self._condition.notify()

    def stop(self) -> None:
        """Publish nothing more. Returns soon, even while a run goes on; that ends by itself."""
        with self._condition:
            self._stopped = True
            self._condition.notify()
        if self._watcher is not None:
            self._watcher.stop()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(_PATIENCE)

    def _work(self) -> None:
        rested = False
        while not self._stopped:
            if self._is_due():
                self._run()
                rested = False
            elif (self._suspects or not rested) and self._untold is None:
                rested = self._rest()
            else:
                self._wait(self._seconds_left())

    def _is_due(self) -> bool:
        with self._condition:
            left = self._seconds_left()
            return left is not None and left <= 0

    def _seconds_left(self) -> float | None:
        """Seconds until a run is due; None where none is."""
        moments = [at for at in (self._debounce.due(), self._retry_at) if at is not None]
        return min(moments) - time.monotonic() if moments else None

    def _wait(self, seconds: float | None) -> None:
        """Sleep so long, or until something happens."""
        with self._condition:
            if not self._stopped and not self._suspects:
                limits = [left for left in (seconds, self._seconds_left()) if left is not None]
                self._condition.wait(min(limits, default=None))

    def _run(self) -> None:
        with self._condition:
            trial = self._debounce.due() is not None and self._debounce.begin()
            self._retry_at = None
        if self._watcher is not None:
            self._watcher.mark()
        try:
            report = self._runs.run()
        except Exception as problem:  # a preview outlives every slip
            if self._is_passing(problem):
                return
            report = self._runs.fail(problem)
        else:
            self._failures = 0
        report, self._untold = report.after(self._untold), None
        if trial and not self._is_quiet():
            self._untold = report
        else:
            self._tell()
            self._log(report)
        if self._watcher is not None:
            self._watcher.watch(self._runs.read)

    def _is_quiet(self) -> bool:
        """Wait until a run on trial counts; whether it does, as no news has come since it began."""
        with self._condition:
            while not self._stopped:
                settled = self._debounce.settled
                if settled is None:
                    return False
                left = settled - time.monotonic()
                if left <= 0:
                    break
                self._condition.wait(left)
        return True

    def _is_passing(self, problem: Exception) -> bool:
        """Whether to say nothing yet: a file that could not be read is tried again by itself."""
        if not isinstance(problem, OSError):
            return False
        self._failures += 1
        pause = min(RETRY * 2 ** (self._failures - 1), LONGEST_RETRY)
        with self._condition:
            self._retry_at = time.monotonic() + pause
        return self._failures <= QUIET_FAILURES

    def _tell(self) -> None:
        """Publish the state if it is another one than the last."""
        if self._runs.state is self._published or self._stopped:
            return
        try:
            self._publish(self._runs.state)
        except Exception as problem:  # the next state may find its way again
            self._log(self._runs.fail(problem))
        self._published = self._runs.state

    def _rest(self) -> bool:
        """Use the time until the next run: sweep, then tidy up. Gives whether all is done."""
        with self._condition:
            suspects, self._suspects = self._suspects, []
        for path in suspects:
            self._runs.suspect(path)
        if not suspects:
            self._wait(_FETCHING)
        try:
            if not self._sweep():
                return False
        except Exception as problem:  # as for a run
            self._log(self._runs.fail(problem))
        self._tell()
        self._wait(_IDLE)
        with self._condition:
            if self._seconds_left() is not None or self._suspects or self._stopped:
                return False
        self._tidy.rest()
        return True

    def _sweep(self) -> bool:
        """Make the remaining pages, half of the time; whether nothing more urgent came up."""
        began = time.monotonic()
        for _ in self._runs.sweep():
            spent = time.monotonic() - began
            if spent >= _SLICE:
                self._wait(spent)  # readers have the other half
                began = time.monotonic()
            if self._stopped or self._suspects or self._is_due():
                return False
        return True
