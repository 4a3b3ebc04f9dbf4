"""Take each rule of the check out of the code, and see whether a case file turns red.

A mutant that no case notices is a rule without a case, or code without a rule.
"""

import argparse
import gc
import mmap
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any, NoReturn

from benchmarks.rules.judge import Project, ask, fails, written
from benchmarks.rules.mutate import Mutant, mutants
from benchmarks.rules.put import functions_of, put

ROOT = Path(__file__).resolve().parent.parent.parent
LIMIT = 60  # seconds; a mutant that runs on has been noticed
SURVIVED, RED, CRASHED, QUIET = 0, 3, 4, 5  # exit codes of a mutant's process
OUTCOMES = {RED: "red", CRASHED: "crashed", QUIET: "quiet", SURVIVED: "survived"}
ENDLESS, UNREACHED = "endless", "unreached"
LISTED = ("quiet", "survived", UNREACHED)
NO_RULES = {"batches", "kept", "lookup", "plain"}
"""Modules of `verify` that judge nothing, but share out, send and keep what the others judge.

Their mistakes are seen from one build to the next: `tests/incremental` and `tests/test_jobs.py`.
"""
COLUMNS = ("red", "crashed", ENDLESS, *LISTED)
_NUMBER = 4  # bytes of a project's number in the shared memory


@dataclass(frozen=True, slots=True)
class Changed:
    """A mutant, where it stands, and the numbers of the projects whose check runs it."""

    path: Path
    mutant: Mutant
    functions: Sequence[FunctionType]
    projects: Sequence[int]


def main() -> int:
    """Run all mutants and print the table."""
    parser = argparse.ArgumentParser(prog="benchmarks.rules.run", description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="FILE", help="default: sitegen/verify")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once (2)")
    arguments = parser.parse_args()
    paths = [Path(name).resolve() for name in arguments.modules]
    every = sorted((ROOT / "sitegen" / "verify").rglob("*.py"))
    paths = paths or [path for path in every if path.stem not in NO_RULES]
    with tempfile.TemporaryDirectory() as folder:
        projects = list(written(Path(folder)))
        reached = _reached(projects, paths)
        functions = functions_of([str(path) for path in paths])
        gc.freeze()  # so that the processes of the mutants share what was read
        rows = [
            _row(path, _shown(path, functions[str(path)], projects, reached, arguments.jobs))
            for path in paths
        ]
    titles = "".join(f"{name:>10}" for name in ("mutants", *COLUMNS))
    sys.stdout.writelines((f"{'module':44}{titles}\n", *rows))
    return 0


def _shown(
    path: Path,
    functions: Sequence[FunctionType],
    projects: Sequence[Project],
    reached: Mapping[str, set[int]],
    jobs: int,
) -> Counter[str]:
    """What became of the mutants of a module, counted; those that turn no case red are printed."""
    work = [
        Changed(path, mutant, functions, sorted(_running(path, mutant, reached, len(projects))))
        for mutant in mutants(path.read_text("utf-8"))
    ]
    outcomes = _forked(work, projects, jobs)
    for changed, outcome in zip(work, outcomes, strict=True):
        if outcome in LISTED:
            mutant = changed.mutant
            where = f"{_named(path)}:{mutant.line}"
            sys.stdout.write(f"{where}: {outcome}: {mutant.kind}: {mutant.was}\n")
    sys.stdout.flush()
    return Counter(outcomes)


def _reached(projects: Sequence[Project], paths: Sequence[Path]) -> Mapping[str, set[int]]:
    """By “file:line”, the numbers of the projects whose check runs that line."""
    names = {str(path) for path in paths}
    reached: dict[str, set[int]] = {}

    def trace(project: int, frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename not in names:
            return None
        where = f"{frame.f_code.co_filename}:{frame.f_lineno}"
        reached.setdefault(where, set()).add(project)
        return partial(trace, project)

    for number, project in enumerate(projects):
        sys.settrace(partial(trace, number))
        ask(project)
        sys.settrace(None)
    return reached


def _running(path: Path, mutant: Mutant, reached: Mapping[str, set[int]], every: int) -> set[int]:
    """The projects whose check runs the changed lines; of a module's own lines, all."""
    if mutant.in_function:
        lines = range(mutant.line, mutant.last_line + 1)
        return set().union(*(reached.get(f"{path}:{line}", set()) for line in lines))
    return set(range(every))


def _forked(work: Sequence[Changed], projects: Sequence[Project], jobs: int) -> list[str]:
    """What became of each mutant. Each is judged in a process of its own.

    A case that has noticed one mutant of a module is asked first about the next ones.
    """
    outcomes = [UNREACHED] * len(work)
    running: dict[int, int] = {}
    noticed: Counter[int] = Counter()
    shared = mmap.mmap(-1, max(1, len(work)) * _NUMBER)

    def collect() -> None:
        child, status = os.wait()
        number = running.pop(child)
        code = os.waitstatus_to_exitcode(status)
        outcomes[number] = OUTCOMES.get(code, ENDLESS)
        if code == RED:
            by = int.from_bytes(shared[number * _NUMBER : (number + 1) * _NUMBER])
            noticed[by] += 1

    for number, changed in enumerate(work):
        if not changed.projects:
            continue
        while len(running) >= jobs:
            collect()
        order = sorted(
            changed.projects, key=lambda n: (-noticed[n], not projects[n].case.expected, n)
        )
        child = os.fork()
        if child == 0:
            _judge(changed, [(n, projects[n]) for n in order], shared, number)
        running[child] = number
    while running:
        collect()
    return outcomes


def _judge(
    changed: Changed, projects: Sequence[tuple[int, Project]], shared: mmap.mmap, place: int
) -> NoReturn:
    """In the process of a mutant: put it in the place of its module, and check the projects."""
    signal.alarm(LIMIT)
    module = ".".join(changed.path.relative_to(ROOT).with_suffix("").parts)
    code = SURVIVED
    try:
        put(changed.mutant, module, str(changed.path), changed.functions)
        for number, project in projects:
            if ask(project) == project.told:
                continue
            code = QUIET
            if fails(project):
                shared[place * _NUMBER : (place + 1) * _NUMBER] = number.to_bytes(_NUMBER)
                os._exit(RED)
    except BaseException:  # a mutant may raise anything
        os._exit(CRASHED)
    os._exit(code)


def _row(path: Path, counts: Counter[str]) -> str:
    numbers = (counts.total(), *(counts[name] for name in COLUMNS))
    return f"{_named(path):44}" + "".join(f"{number:10}" for number in numbers) + "\n"


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    sys.exit(main())
