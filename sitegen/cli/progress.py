"""How far a build is: a line on the terminal, and afterwards what each stage took."""

import sys
import time
from types import TracebackType
from typing import TextIO

from sitegen.config import Environment

_PATIENCE = 1.0  # seconds before a build is worth a word
_INTERVAL = 0.1  # seconds between two of them
_STAGES = {
    "compare": ("looking for changes", 0.01),
    "start": ("starting", 0.01),
    "read": ("reading", 0.15),
    "check": ("checking", 0.27),
    "link": ("linking", 0.02),
    "theme": ("preparing the theme", 0.02),
    "pages": ("making pages", 0.42),
    "search": ("making the search index", 0.0),
    "write": ("writing", 0.1),
}
"""The stages in order: in words, and the share that each has of a long build with nothing to reuse.

Long builds are mostly such; of others the estimate is too careful."""


class Progress:
    """Tells on a terminal where a build is and about how long it will take yet.

    Silent in CI, with NO_COLOR, and where there is no terminal. `stages` has the seconds of each
    stage that has ended, in order.
    """

    def __init__(self, stream: TextIO, environment: Environment, *, quiet: bool) -> None:
        self.stream = stream
        self.wanted = stream.isatty() and not quiet and not environment.quiet_terminal
        self.stages: dict[str, float] = {}
        self.began = self.stage_began = time.monotonic()
        self.next = self.began + _PATIENCE
        self.stage: str | None = None
        self.shown = False

    def __enter__(self) -> "Progress":
        return self

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tell that `done` of `total` pieces of a stage's work are ready."""
        now = time.monotonic()
        if stage != self.stage:
            self._end_stage(now)
            self.stage, self.stage_began = stage, now
        if self.wanted and now >= self.next:
            self.next = now + _INTERVAL
            self.shown = True
            line = _line(stage, done / total if total else 0.0, now - self.began)
            print(f"\r\x1b[K{line}", end="", file=self.stream, flush=True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end_stage(time.monotonic())
        if self.shown:
            print("\r\x1b[K", end="", file=self.stream, flush=True)

    def _end_stage(self, now: float) -> None:
        if self.stage is not None:
            self.stages[self.stage] = self.stages.get(self.stage, 0.0) + now - self.stage_began


def profile(stages: dict[str, float], seconds: float) -> str:
    """What each stage of a build took, what the rest did, and the most memory that was held."""
    rest = max(0.0, seconds - sum(stages.values()))
    rows = [*((name, _STAGES[name][0], taken) for name, taken in stages.items())]
    rows.append(("rest", "keeping what the next build can use, and telling", rest))
    lines = [f"{'stage':8}{'seconds':>8}{'share':>7}"]
    for name, words, taken in rows:
        lines.append(f"{name:8}{taken:8.3f}{taken / seconds:7.1%}  {words}")
    lines.append(f"{'all':8}{seconds:8.3f}{1:7.1%}")
    return "\n".join((*lines, *_memory()))


def _memory() -> list[str]:
    """The most memory that this process held, and the largest of the others that it began."""
    if sys.platform == "win32":
        return []
    import resource

    unit = 1 if sys.platform == "darwin" else 1024  # bytes, as POSIX leaves open
    own, others = (
        resource.getrusage(whose).ru_maxrss * unit / 1e6
        for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    beside = f", and {others:.0f} MB in another process" if others else ""
    return [f"memory  {own:.0f} MB{beside}"]


def _line(stage: str, fraction: float, elapsed: float) -> str:
    words, share = _STAGES[stage]
    names = list(_STAGES)
    before = sum(_STAGES[name][1] for name in names[: names.index(stage)])
    part = before + share * fraction
    percent = f" {fraction:.0%}" if fraction else ""
    left = f", about {_duration(elapsed * (1 - part) / part)} left" if part else ""
    return f"{words}{percent}{left}"


def _duration(seconds: float) -> str:
    if seconds < 60:  # noqa: PLR2004 - a minute
        return f"{max(1, round(seconds))} s"
    return f"{seconds / 60:.0f} min"
