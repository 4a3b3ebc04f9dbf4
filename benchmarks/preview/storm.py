"""How a storm of saves ends: 10,000 in a row, from another process, while the preview watches.

    python -m benchmarks.preview.storm [PROJECT] [--saves 10000] [--gap MILLISECONDS]

Without PROJECT the demonstration is taken. Works on a copy. Prints how many runs there were, how
long after the last save the last state was there, and whether it is that of a clean build.
"""

import argparse
import gc
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sitegen.build import prepare
from sitegen.memory import Memory
from sitegen.preview.runs import RunReport
from sitegen.preview.state import State
from sitegen.preview.watch import Watcher
from sitegen.preview.worker import Worker
from sitegen.snapshot import Snapshot

_SAVING = """
import pathlib, sys, time
file, saves, gap = pathlib.Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]) / 1000
words = file.read_bytes()
for number in range(saves):
    file.write_bytes(words + f"# {number}\\n".encode())
    if gap:
        time.sleep(gap)
"""
_AT_REST = 5.0  # seconds without a run


def main() -> None:
    """Measure one storm."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", nargs="?", type=Path, default=Path())
    parser.add_argument("--saves", type=int, default=10_000)
    parser.add_argument("--gap", type=float, default=0.0, help="milliseconds between two saves")
    arguments = parser.parse_args()
    gc.disable()  # as the command line does
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(
            arguments.project,
            root,
            ignore=lambda _, names: {name for name in names if name not in _read_by(names)},
        )
        _storm(root, arguments.saves, arguments.gap)


def _read_by(names: list[str]) -> set[str]:
    """At the top of a project, what a build reads; elsewhere everything."""
    read = {"content", "seeds", "themes"}
    return read if "content" in names else set(names)


def _storm(root: Path, saves: int, gap: float) -> None:
    reports: list[tuple[float, RunReport]] = []
    states: list[tuple[float, State]] = []
    worker = Worker(
        root,
        lambda state: states.append((time.monotonic(), state)),
        lambda: ("index.html",),
        log=lambda report: reports.append((time.monotonic(), report)),
        watcher=Watcher(root, say=print),
    )
    worker.start()
    _rest(reports)
    before = len(reports)
    file = min((root / "content" / "facts").glob("*.yaml"))
    began = time.monotonic()
    words = [sys.executable, "-c", _SAVING, str(file), str(saves), str(gap)]
    subprocess.run(words, check=True)  # noqa: S603 - this Python, and the words above
    ended = time.monotonic()
    _rest(reports)
    worker.stop()
    runs = [report for _, report in reports[before:]]
    site, clean = states[-1][1].site, prepare(Snapshot(root), Memory()).site
    assert site is not None  # noqa: S101 - the storm adds comments to a good project
    assert clean is not None  # noqa: S101 - as above
    same = site.paths == clean.paths
    same = same and all(site.file(path) == clean.file(path) for path in clean.paths)
    begun = ", ".join(f"{at - r.seconds - began:.2f}" for at, r in reports[before:])
    sys.stdout.write(
        f"{saves} saves in {ended - began:.1f} s: {len(runs)} runs, begun after {begun} s\n"
        f"last state {states[-1][0] - ended:+.3f} s after the last save\n"
        f"{'the state of a clean build' if same else 'NOT the state of a clean build'}\n"
    )


def _rest(reports: list[tuple[float, RunReport]]) -> None:
    while not reports or time.monotonic() - reports[-1][0] < _AT_REST:
        time.sleep(0.05)


if __name__ == "__main__":
    main()
