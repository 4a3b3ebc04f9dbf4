"""Measure builds beside those of other generators, in turns, and print medians.

    python -m benchmarks.speed [--sizes 1000 10000 100000] [--rounds 5] [--tools plain hugo …]

Cold (no site, no cache), nothing changed, one fact, one source and one template changed; peak
memory; the same bytes written in a plain loop; with --search what Pagefind adds, with --preview the
time from a save to its paint beside Hugo's server, with --profile our stages. Needs an otherwise
idle machine.
"""

import argparse
import dataclasses
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.peers import tools
from benchmarks.peers.eleventy import INSTALLED
from benchmarks.scale.generate import write_project
from benchmarks.speed.rounds import Desk, Figures
from benchmarks.speed.tables import tables

SELDOM = 400  # GOGC of the Hugo that spends memory on time
NAMES = ("plain", "default", "hugo", "hugo-quick", "eleventy")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure."""
    asked = _parser().parse_args(arguments)
    _say(f"load of the machine before the first run: {os.getloadavg()[0]:.2f}")
    all_figures = []
    if asked.work:
        asked.work.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=asked.work) as folder:
        for facts in asked.sizes:
            place = Path(folder, str(facts))
            all_figures.append(_measure(facts, place, asked))
            _write(asked.json, all_figures)
            if asked.preview:
                all_lines = _preview(place / "sitegen, plain theme", asked.rounds, asked.chromium)
                sys.stdout.write("".join(f"{line}\n" for line in all_lines))
            shutil.rmtree(place)
    lines = "".join(f"{line}\n" for line in tables(all_figures))
    sys.stdout.write(lines)
    if asked.markdown:
        asked.markdown.write_text(lines, "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.speed")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], metavar="N"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tools", nargs="+", choices=NAMES, default=NAMES)
    parser.add_argument("--modules", type=Path, default=INSTALLED, help="Eleventy's node_modules")
    parser.add_argument("--work", type=Path, help="where to work: a folder on the disk to measure")
    parser.add_argument("--cold-only", action="store_true", help="leave out the edits")
    parser.add_argument("--search", action="store_true", help="what the search index adds")
    parser.add_argument("--profile", action="store_true", help="the shares of our stages")
    parser.add_argument("--preview", action="store_true", help="from a save to its paint")
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="for --preview")
    parser.add_argument("--json", type=Path, help="a file for every figure")
    parser.add_argument("--markdown", type=Path, help="a file for the tables")
    return parser


def _measure(facts: int, place: Path, asked: argparse.Namespace) -> Figures:
    """One size."""
    write_project(facts, place / "project")
    makers: dict[str, Callable[[], tools.Tool]] = {
        "plain": tools.sitegen_plain,
        "default": tools.sitegen_default,
        "hugo": tools.hugo,
        "hugo-quick": lambda: tools.hugo(SELDOM),
        "eleventy": lambda: tools.eleventy(asked.modules),
    }
    chosen = [makers[name]() for name in NAMES if name in asked.tools]
    desk = Desk(chosen, place / "project", place, Figures(facts), _say)
    desk.set_up()
    desk.cold(asked.rounds)
    if not asked.cold_only:
        desk.warm(asked.rounds)
    desk.memory()
    if asked.search:
        desk.search(asked.rounds)
    if asked.profile:
        desk.profile()
    return desk.figures


def _preview(project: Path, rounds: int, chromium: str | None) -> Iterator[str]:
    """Milliseconds from a save to its paint; a browser is needed, so only when asked for."""
    from benchmarks.preview.latency import measure

    for name, times in measure(project, rounds, chromium).items():
        middle = statistics.median(times)
        yield f"preview, one fact: {name}: {middle:.0f} ms ({min(times):.0f}–{max(times):.0f})"


def _write(path: Path | None, all_figures: Sequence[Figures]) -> None:
    if path:
        told = [dataclasses.asdict(figures) for figures in all_figures]
        path.write_text(json.dumps(told, indent=1), "utf-8")


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
