"""Files of a site that wait outside the memory until they are written: a large site is not held."""

import os
from contextlib import ExitStack
from pathlib import Path

from sitegen.frozen import NamedTuple

Place = tuple[int, int, int]
"""Which of the spool's files, and where in it: plain numbers, which another process can send."""


class Spooled(NamedTuple):
    """Content that waits in an open file."""

    file: int
    offset: int
    size: int

    def read(self) -> bytes:
        """The content. Raises OSError where the disk fails."""
        content = b""
        while len(content) < self.size:
            part = os.pread(self.file, self.size - len(content), self.offset + len(content))
            if not part:
                raise EOFError("a temporary file was cut short")
            content += part
        return content


class Spool:
    """A temporary file for each of several processes, made before they part.

    The files have no names. They lie where the site is written, or where it can't be written
    there, with the system's other temporary files.
    """

    def __init__(self, output: Path, count: int) -> None:
        self._stack = ExitStack()
        self._files = [self._file(output.parent) for _ in range(count)]
        self._sizes = [0] * count

    def keep(self, number: int, content: bytes) -> Place:
        """Keep content in the file of a process, which is the only one to write there."""
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(self._files[number], rest) :]
        place = (number, self._sizes[number], len(content))
        self._sizes[number] += len(content)
        return place

    def at(self, place: Place) -> Spooled:
        """What was kept there."""
        number, offset, size = place
        return Spooled(self._files[number], offset, size)

    def close(self) -> None:
        """Give the room back."""
        self._stack.close()

    def _file(self, folder: Path) -> int:
        import tempfile  # brings a good deal with it, and small sites need none

        def file(place: Path | None) -> int:
            made = tempfile.TemporaryFile(dir=place, buffering=0)  # noqa: SIM115 - the stack closes it
            return self._stack.enter_context(made).fileno()

        try:
            return file(folder)
        except OSError:
            return file(None)
