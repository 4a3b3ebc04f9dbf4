"""The lines that diagnostics point at."""

import re

from sitegen.snapshot import Refusal, Snapshot

_PASSWORD = re.compile(r"(?<=://)([^\s/@:]{0,200}:)([^\s/@]{1,200})(?=@)")


class Lines:
    """The lines of the files that diagnostics point into, each file split once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._files: dict[str, list[str]] = {}

    def line(self, path: str, number: int) -> str | None:
        """A line of a file, from 1, without a byte-order mark, and without the password of a link.

        What a run prints is kept in logs, which others may read who may not read the file.
        """
        if path not in self._files:
            content = self._snapshot.read(path)
            text = "" if isinstance(content, Refusal) else content.decode(errors="replace")
            self._files[path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines = self._files[path]
        if not 0 < number <= len(lines):
            return None
        return _PASSWORD.sub(_hidden, lines[number - 1].removeprefix("\ufeff"))


def _hidden(found: re.Match[str]) -> str:
    """As long as it was, so that what follows stays in its column."""
    return found[1] + "•" * len(found[2])
