"""When to look: soon after the last save, and even while saves go on, but ever more seldom.

After a pause the first look comes on trial, at once: mostly all is saved by then, and what it came
to can be told as soon as nothing more has come for a moment. Else it is for nothing.
"""

from sitegen.frozen import dataclass

QUIET = 0.05
"""Seconds without news after which files are taken to be saved.

An editor's save is a few calls within some milliseconds (a file emptied and written, or written
beside and renamed); a reader notices a delay from a tenth of a second on.
"""

TRIAL = 0.01
"""Seconds after the first news of a row until a run on trial: most saves are over by then."""

LONGEST = 0.3
"""Seconds that the first news of a row waits at most: a slow checkout shows its progress."""

LONGEST_OF_ALL = 2.4
"""What `LONGEST` grows to while news never stops.

It doubles with each run of the row, and `QUIET` with it: a program that writes thousands of files
costs a few runs, whose results nobody could read in time anyway.
"""

REST = 1.0
"""Seconds without news after which a row is over. A busy machine has shorter gaps in a row."""


@dataclass(slots=True)
class Debounce:
    """The moments of news and of runs, in seconds of any clock that never goes back.

    `news()` says that there is some, `due()` when a run should begin, `begin()` that one does.
    """

    _first: float | None = None
    _last: float = float("-inf")
    _longest: float = LONGEST
    _trial: bool = False

    def news(self, now: float) -> None:
        """Something may have changed."""
        if self._first is None:
            self._first = now
        if now - self._last > REST:
            self._longest = LONGEST
            self._trial = True
        self._last = now

    def due(self) -> float | None:
        """The moment from which a run is due; None without news since the latest run began."""
        if self._first is None:
            return None
        if self._trial:
            return self._first + TRIAL
        return min(self._last + self._quiet, self._first + self._longest)

    @property
    def settled(self) -> float | None:
        """The moment from which a run on trial counts; None where there was news since it began."""
        return self._last + self._quiet if self._first is None else None

    @property
    def _quiet(self) -> float:
        return QUIET * self._longest / LONGEST

    def begin(self) -> bool:
        """A run begins, and will see all that there was news of. Gives whether it is on trial."""
        assert self._first is not None  # noqa: S101 - nothing begins without news
        within_a_row = self._last + self._quiet > self._first + self._longest
        if within_a_row:
            self._longest = min(2 * self._longest, LONGEST_OF_ALL)
        self._first = None
        trial, self._trial = self._trial, False
        return trial
