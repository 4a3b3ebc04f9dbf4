"""Whether a preview serves what a first run would, after random edits without end.

    python -m benchmarks.preview.agreement [PROJECT] [--minutes 10] [--seed 1]

Without PROJECT a small made one is taken, with something of everything. Works on copies. Each seed
is one preview that lives through some edits; the first difference of each is printed with the seed
and the edits that led to it. The edits are those of `tests/incremental`.
"""

import argparse
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from random import Random

from tests.incremental.lived import Lived
from tests.incremental.mishaps import Bytes, whole_project

EDITS = 40  # in the life of one preview
TOLD = 5  # differences of one life


def main() -> int:
    """Fails where something differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", nargs="?", type=Path)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1, help="of the first life")
    asked = parser.parse_args()
    files = _read(asked.project) if asked.project else whole_project()
    until = time.monotonic() + 60 * asked.minutes
    seed, done, good, broken = asked.seed, 0, 0, 0
    while time.monotonic() < until:
        random = Random(seed)  # noqa: S311 - nothing is secret
        with tempfile.TemporaryDirectory() as folder:
            lived = Lived(Path(folder), files, random)
            edits: list[str] = []
            for edit, differing in islice(lived.steps(files), EDITS):
                edits.append(edit)
                if differing or time.monotonic() > until:
                    broken += bool(differing)
                    _tell(seed, edits, differing)
                    break
            done, good = done + len(edits), good + lived.goods
        seed += 1
    sys.stdout.write(f"{done} states, {good} of them good; {broken} lives differ\n")
    return 1 if broken else 0


def _read(root: Path) -> Bytes:
    found = (file for top in ("content", "seeds", "themes/own") for file in (root / top).rglob("*"))
    return {
        file.relative_to(root).as_posix(): file.read_bytes() for file in found if file.is_file()
    }


def _tell(seed: int, edits: list[str], differing: list[str]) -> None:
    for one in differing[:TOLD]:
        sys.stdout.write(f"seed {seed}, edit {len(edits)} ({edits[-1]}): {one[:500]}\n")


if __name__ == "__main__":
    sys.exit(main())
