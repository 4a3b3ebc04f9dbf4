"""What earlier runs of this process worked out, so that a preview works out only what changed.

Each result is kept with its whole input. A run that meets the same input again takes the result
from here, so that a run with a memory gives what a run without one would.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Result = TypeVar("Result")


class _Entry:
    """A result, the run that worked it out, and the one that last met it.

    It holds the parts of its input too: while it is kept, their ids are those of no other value.
    """

    __slots__ = ("born", "parts", "result", "run")

    def __init__(self, parts: tuple[object, ...], result: Any, run: int) -> None:
        self.parts = parts
        self.result = result
        self.born = run
        self.run = run


class Memory:
    """Results by their inputs, of the latest run; those of the runs before it are forgotten.

    A run that something stopped, as a slip in a file does, met little. So those of the latest run
    that came to its end are kept beside them: the run that mends the slip has them again. So are
    those of a kind of work that the latest run did not come to at all.

    A fresh one is empty: every result is worked out. Not for several threads at once. Work must not
    ask for what is remembered itself: when its own result is taken from here, nothing would meet
    that, and it would be forgotten.
    """

    def __init__(self) -> None:
        self._run = 0
        self._whole = -1  # the latest run that came to its end
        self._replaced: dict[tuple[str, Hashable], _Entry] = {}  # by runs since
        self._entries: defaultdict[str, dict[Any, _Entry]] = defaultdict(dict)
        self._met: set[str] = set()

    @property
    def size(self) -> int:
        """How many results are kept."""
        return sum(map(len, self._entries.values())) + len(self._replaced)

    def once(
        self,
        job: str,
        key: Hashable,
        parts: tuple[object, ...],
        work: Callable[[], Result],
    ) -> Result:
        """What `work` gives for this input, worked out at most once.

        The input is all that `work` looks at: `key` is compared by value, `parts` by identity, as
        frozen values that are large. `job` names the kind of work; 1, 1.0 and True are one key.
        """
        one = len(parts) == 1  # the commonest by far, and three times as fast so
        name = (key, id(parts[0])) if one else (key, *map(id, parts))
        entry = self._entries[job].get(name)
        if entry is None:
            result = work()
            self._entries[job][name] = _Entry(parts, result, self._run)
            self._met.add(job)
            return result
        if entry.run != self._run:
            entry.run = self._run
            self._met.add(job)
        kept: Result = entry.result
        return kept

    def same(self, job: str, key: Hashable, value: Result) -> Result:
        """The value that was met here before where it equals this one, else this one.

        So that what is read anew, and says the same, keeps its identity. Equal must mean that
        nobody can tell one from the other: no field is left out of the comparison.
        """
        entry = self._entries[job].get(key)
        if entry is None or (entry.result is not value and entry.result != value):
            entry = self._entries[job][key] = self._another(job, key, value, entry)
        entry.run = self._run
        self._met.add(job)
        kept: Result = entry.result
        return kept

    def _another(self, job: str, key: Hashable, value: Any, entry: _Entry | None) -> _Entry:
        """The entry for a value that the latest run did not meet; an earlier one may have."""
        earlier = self._replaced.get((job, key))
        if entry is not None and entry.born <= self._whole:
            self._replaced[job, key] = entry
        if earlier is not None and earlier.result == value:
            return earlier
        return _Entry((), value, self._run)

    def turn(self, *, whole: bool = True) -> None:
        """End a run: of each kind of work that it came to, what it did not meet is forgotten.

        `whole`: nothing stopped it before its end. Otherwise what the latest whole run had is kept.
        """
        since = -1 if whole else self._whole
        for job in self._met:
            entries = self._entries[job]
            old = [
                name
                for name, entry in entries.items()
                if entry.run != self._run and entry.born > since
            ]
            for name in old:
                del entries[name]
        if whole:
            self._whole = self._run
            self._replaced.clear()
        self._met.clear()
        self._run += 1


class Forgetful(Memory):
    """For a single run: works out everything, and holds on to nothing."""

    def once(
        self,
        job: str,
        key: Hashable,
        parts: tuple[object, ...],
        work: Callable[[], Result],
    ) -> Result:
        """What `work` gives."""
        return work()

    def same(self, job: str, key: Hashable, value: Result) -> Result:
        """The value itself."""
        return value
