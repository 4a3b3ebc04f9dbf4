"""Work in several processes at once, where the system can fork; elsewhere in one.

A child is a copy of its parent at that moment: it has all values without being sent any, and sends
back what it made as plain values. Which process does which piece is left to chance, so a result
must not depend on it.
"""

import marshal
import mmap
import os
import signal
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NoReturn, TypeVar

from sitegen.frozen import dataclass

Piece = TypeVar("Piece")
Plain = Any
"""None, numbers, strings, bytes, and tuples, lists and dictionaries of them."""

_NUMBER = struct.Struct("=i")
_COUNT = struct.Struct("=q")
_MOST_GROUPS = 1024  # their numbers wait in a pipe, which holds at least 4,096 bytes
_MOST_UNASKED = 16  # of a build that nobody gave a number; each takes memory of its own
_LARGEST_READ = 1 << 20


@dataclass(frozen=True, slots=True)
class Jobs:
    """How many processes may work at once. One is always this one."""

    count: int = 1

    def share_out(
        self,
        pieces: Sequence[Piece],
        work: Callable[[Piece, int], Plain],
        done: Callable[[int], None] | None = None,
    ) -> list[Plain]:
        """What `work` makes of each piece, in their order.

        It is told a piece and the number of the process that does it, below `count`; this one is 0.
        `done` is told how many pieces are ready. What stops one process stops all: an OSError is
        raised here as it was there, anything else as a RuntimeError with its traceback.
        """
        children = min(self.count, len(pieces), _MOST_GROUPS) - 1
        if children < 1 or not _can_fork():
            return list(_alone(pieces, work, done))
        return _Crew(pieces, work, children).run(done)


def cores() -> int:
    """How many processes this one may keep busy at once, and no more than pay."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST_UNASKED)
    return min(os.cpu_count() or 1, _MOST_UNASKED)


def _can_fork() -> bool:
    """Elsewhere than on Linux system libraries may not outlive a fork; nor do threads anywhere."""
    return sys.platform == "linux" and threading.active_count() == 1


def _alone(
    pieces: Sequence[Piece],
    work: Callable[[Piece, int], Plain],
    done: Callable[[int], None] | None,
) -> Iterator[Plain]:
    for ready, piece in enumerate(pieces, start=1):
        yield work(piece, 0)
        if done is not None:
            done(ready)


class _Crew:
    """Some children and this process, which take pieces in turn until none is left."""

    def __init__(
        self, pieces: Sequence[Any], work: Callable[[Any, int], Plain], children: int
    ) -> None:
        self._pieces, self._work = pieces, work
        # Some pieces stand for many: whoever is free takes the next that nobody has taken.
        self._groups = _groups(len(pieces))
        self._counts = mmap.mmap(-1, _COUNT.size * children)
        self._queue, filling = os.pipe()
        os.set_blocking(filling, False)
        os.write(filling, b"".join(map(_NUMBER.pack, range(len(self._groups)))))
        os.close(filling)
        self._children: dict[int, int] = {}  # where each answers, by its process's id
        sys.stdout.flush()
        sys.stderr.flush()
        try:
            # This process does what those do not that the system refuses.
            with suppress(OSError):
                for number in range(1, children + 1):
                    self._fork(number)
        except BaseException:
            self._end()
            raise

    def run(self, done: Callable[[int], None] | None) -> list[Plain]:
        """The result of every piece, in order."""
        try:
            made: dict[int, Plain] = {}
            for ready, (index, result) in enumerate(self._share(0), start=1):
                made[index] = result
                if done is not None:
                    done(ready + self._elsewhere())
            for child in tuple(self._children):
                made.update(self._answer(child))
        finally:
            self._end()
        if done is not None:
            done(len(made))
        return [made[index] for index in range(len(self._pieces))]

    def _share(self, number: int) -> Iterator[tuple[int, Plain]]:
        """Takes pieces until none is left; gives each one's index and result."""
        while taken := os.read(self._queue, _NUMBER.size):
            for index in self._groups[_NUMBER.unpack(taken)[0]]:
                yield index, self._work(self._pieces[index], number)

    def _elsewhere(self) -> int:
        """How many pieces the children have done so far."""
        return sum(
            _COUNT.unpack_from(self._counts, _COUNT.size * number)[0]
            for number in range(len(self._counts) // _COUNT.size)
        )

    def _fork(self, number: int) -> None:
        reading, writing = os.pipe()
        parent = os.getpid()
        try:
            child = os.fork()
        except OSError:
            os.close(reading)
            os.close(writing)
            raise
        if child:
            os.close(writing)
            self._children[child] = reading
            return
        for own in (reading, *self._children.values()):
            os.close(own)  # else nobody's end of a pipe would tell a child that its parent is gone
        self._work_for(parent, number, writing)

    def _work_for(self, parent: int, number: int, writing: int) -> NoReturn:
        """All that a child does. It never returns into the program that it is a copy of."""
        code = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # its parent is told, and ends it
            answer: Plain
            try:
                answer = ("made", self._made_for(parent, number))
            except OSError as fault:
                answer = ("fault", (fault.errno, fault.strerror, _name(fault.filename)))
            except Exception:  # the parent raises it
                answer = ("bug", traceback.format_exc())
            with open(writing, "wb") as stream:
                marshal.dump(answer, stream)
            code = 0
        finally:
            os._exit(code)

    def _made_for(self, parent: int, number: int) -> list[tuple[int, Plain]]:
        made = []
        for ready, result in enumerate(self._share(number), start=1):
            made.append(result)
            _COUNT.pack_into(self._counts, _COUNT.size * (number - 1), ready)
            if os.getppid() != parent:  # nobody waits for it any more
                os._exit(1)
        return made

    def _answer(self, child: int) -> Iterator[tuple[int, Plain]]:
        """What a child made; raises what stopped it."""
        raw = bytearray()
        while part := os.read(self._children[child], _LARGEST_READ):
            raw += part
        try:
            kind, answer = marshal.loads(raw)  # noqa: S302 - our own child wrote it
        except (EOFError, ValueError, TypeError) as lost:
            raise ChildProcessError("a process of the build was ended from outside") from lost
        if kind == "fault":
            raise OSError(*answer)
        if kind == "bug":
            raise RuntimeError(f"in another process:\n{answer}")
        return iter(answer)

    def _end(self) -> None:
        """End what still runs, and free what the system lent."""
        os.close(self._queue)
        for child, reading in self._children.items():
            os.close(reading)
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            with suppress(ChildProcessError):  # where SIGCHLD is ignored nobody has to wait
                os.waitpid(child, 0)
        self._children.clear()


def _groups(pieces: int) -> list[range]:
    """The pieces in as many groups as a pipe holds numbers of, at most."""
    size = -(-pieces // _MOST_GROUPS)
    return [range(start, min(start + size, pieces)) for start in range(0, pieces, size)]


def _name(path: object) -> str | None:
    return os.fsdecode(path) if isinstance(path, str | bytes) else None
