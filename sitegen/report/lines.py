"""The lines that diagnostics point at."""

from sitegen.snapshot import Refusal, Snapshot


class Lines:
    """The lines of the files that diagnostics point into, each file split once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._files: dict[str, list[str]] = {}

    def line(self, path: str, number: int) -> str | None:
        """A line of a file, from 1, without a byte-order mark."""
        if path not in self._files:
            content = self._snapshot.read(path)
            text = "" if isinstance(content, Refusal) else content.decode(errors="replace")
            self._files[path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines = self._files[path]
        return lines[number - 1].removeprefix("\ufeff") if 0 < number <= len(lines) else None
