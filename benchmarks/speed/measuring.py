"""One run of a command: how long it took, and how much memory it held at most."""

import contextlib
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.tools import Tool
from sitegen.write.exchange import flush

_LOOK = 0.02  # seconds between two looks at the memory of a tree of processes
_PSS = "Pss:"


class RunError(Exception):
    """A command that failed; a figure of it would mean nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock, seconds of all processors, and megabytes.

    `memory` is the largest process's peak; `tree` is that of all processes together, as far as it
    was looked at (else None). What processes share is counted once in it.
    """

    seconds: float
    cpu: float
    memory: float
    tree: float | None
    errors: str


def run(tool: Tool, folder: Path, command: list[str], *, watch: bool = False) -> Run:
    """Run a command to its end; everything written before lies on the disk when it starts."""
    os.sync()
    with tempfile.TemporaryFile() as told:
        began = time.monotonic()
        started = subprocess.Popen(  # noqa: S603 - the tools that are measured
            command, cwd=folder, env=tool.environ(), stdout=subprocess.DEVNULL, stderr=told
        )
        with watching(started.pid) if watch else contextlib.nullcontext() as tree:
            _, status, used = os.wait4(started.pid, 0)
        seconds = time.monotonic() - began
        started.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        errors = told.read().decode("utf-8", "replace")
    if started.returncode:
        raise RunError(f"{tool.name}: exit {started.returncode}\n{errors}")
    own = used.ru_maxrss / 1024
    together = max([own, *(size / 1024 for size in tree)]) if tree is not None else None
    return Run(seconds, used.ru_utime + used.ru_stime, own, together, errors)


@contextlib.contextmanager
def watching(process: int) -> Iterator[list[int]]:
    """A list that fills with the kilobytes of a process and all below it, look by look."""
    sizes: list[int] = []
    done = threading.Event()

    def look() -> None:
        while not done.wait(_LOOK):
            sizes.append(sum(_size(one) for one in _family(process)))

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield sizes
    finally:
        done.set()
        watcher.join()


def _family(process: int) -> Iterator[int]:
    """A process and all below it that have not ended yet."""
    yield process
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{process}/task"):
            for child in Path(f"/proc/{process}/task/{thread}/children").read_text().split():
                yield from _family(int(child))


def _size(process: int) -> int:
    """Proportional: of what several processes share, each has its part."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith(_PSS):
                return int(line.split()[1])
    return 0


def raw_limit(site: Path, out: Path) -> float:
    """Seconds to write a site's bytes in a plain loop into a new folder, flushed to the disk."""
    files = [
        (out / file.relative_to(site), file.read_bytes())
        for file in sorted(site.rglob("*"))
        if file.is_file()
    ]
    folders = sorted({path.parent for path, _ in files})
    os.sync()
    began = time.monotonic()
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files:
        with path.open("wb", buffering=0) as file:
            file.write(content)
    flush(out)
    return time.monotonic() - began
