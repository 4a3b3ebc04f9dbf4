"""What each entry of the corpus of hostile input costs: seconds and megabytes, the dearest first.

Each is checked in a process of its own, which may take so much memory beside the interpreter's and
no more, and is ended when it takes too long.
"""

import argparse
import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.hostile import corpus
from tests.hostile.making import MB, Hostile

MOST_SECONDS = 2.0
MOST_MEMORY = 512
PATIENCE = 30  # seconds until an entry is given up
SHOWN = 25


class Cost(NamedTuple):
    """What an entry costs. `seconds` are of the processor; `megabytes` are the peak in memory."""

    seconds: float
    megabytes: float
    name: str
    ended: str


def measured(entry: Hostile, folder: Path) -> Cost:
    """The cost of an entry's check, in a copy of this process."""
    entry.write(folder)
    child = os.fork()
    if child == 0:
        _check(folder)
    _, status, usage = os.wait4(child, 0)
    ended = "" if status == 0 else f"ended with {os.waitstatus_to_exitcode(status)}"
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, entry.name, ended)


def _check(folder: Path) -> None:
    """Check and end, with limits of memory and time."""
    from sitegen.build import check
    from sitegen.snapshot import Snapshot

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + MOST_MEMORY * MB
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    signal.alarm(PATIENCE)
    failed = 1
    try:
        check(Snapshot(folder))
        failed = 0
    finally:
        os._exit(failed)


def main() -> int:
    """Measure the entries whose names hold the given words; fails where one costs too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only entries whose names hold one of these")
    parser.add_argument("--all", action="store_true", help="print every entry")
    asked = parser.parse_args()
    costs = []
    begun = time.monotonic()
    for entry in corpus.ENTRIES:
        if asked.words and not any(word in entry.name for word in asked.words):
            continue
        with tempfile.TemporaryDirectory() as folder:
            costs.append(measured(entry, Path(folder)))
    costs.sort(reverse=True)
    bad = [c for c in costs if c.seconds > MOST_SECONDS or c.megabytes > MOST_MEMORY or c.ended]
    sys.stdout.write(
        f"{len(costs)} entries in {time.monotonic() - begun:.0f} s, {len(bad)} too dear\n"
    )
    for cost in costs if asked.all else costs[:SHOWN]:
        sys.stdout.write(
            f"{cost.seconds:6.2f} s {cost.megabytes:5.0f} MB  {cost.name} {cost.ended}\n"
        )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
