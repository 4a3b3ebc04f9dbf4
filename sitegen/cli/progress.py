"""A line on the terminal that tells how far a build is, once it takes noticeably long."""

import time
from types import TracebackType
from typing import TextIO

from sitegen.config import Environment

_PATIENCE = 1.0  # seconds before a build is worth a word
_INTERVAL = 0.1  # seconds between two of them


class Progress:
    """Counts pages on a terminal; silent in CI, with NO_COLOR, and where there is no terminal."""

    def __init__(self, stream: TextIO, environment: Environment, *, quiet: bool) -> None:
        self.stream = stream
        self.wanted = stream.isatty() and not quiet and not environment.quiet_terminal
        self.next = time.monotonic() + _PATIENCE
        self.shown = False

    def __enter__(self) -> "Progress":
        return self

    def __call__(self, done: int, total: int) -> None:
        """Tell that `done` of `total` pages are ready."""
        if self.wanted and time.monotonic() >= self.next:
            self.next = time.monotonic() + _INTERVAL
            self.shown = True
            print(f"\r{done:,} of {total:,} pages", end="", file=self.stream, flush=True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.shown:
            print("\r\x1b[K", end="", file=self.stream, flush=True)
