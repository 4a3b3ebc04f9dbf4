"""Take each rule of the check out of the code, and see whether a case file turns red.

A mutant that no case notices is a rule without a case, or code without a rule.
"""

import argparse
import ast
import importlib
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, NoReturn

from benchmarks.rules.mutate import Mutant, mutants
from sitegen.build import Checked, check
from sitegen.snapshot import Snapshot
from tests.cases.reading import Case, read_cases

ROOT = Path(__file__).resolve().parent.parent.parent
LIMIT = 30  # seconds; a mutant that runs on has been noticed
RED, CRASHED = 3, 4  # exit codes of a mutant's process
SURVIVED, UNREACHED = "survived", "unreached"
FORGOTTEN = ("sitegen.verify", "sitegen.build", "sitegen.anchor", "sitegen.recognise")

Told = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """A case that was written to disk, and what the unchanged check says of it."""

    case: Case
    folder: Path
    told: Told


Work = Sequence[tuple[Path, Mutant]]


def main() -> int:
    """Run all mutants and print the table."""
    parser = argparse.ArgumentParser(prog="benchmarks.rules.run", description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="FILE", help="default: sitegen/verify")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once (2)")
    arguments = parser.parse_args()
    paths = [Path(name).resolve() for name in arguments.modules]
    paths = paths or sorted((ROOT / "sitegen" / "verify").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        projects = list(_written(Path(folder)))
        reached = _reached(projects, paths)
        work = [(path, mutant) for path in paths for mutant in mutants(path.read_text("utf-8"))]
        outcomes = _forked(work, projects, reached, arguments.jobs)
    judged = [(path, mutant, outcomes[n]) for n, (path, mutant) in enumerate(work)]
    sys.stdout.writelines(f"{line}\n" for line in _table(judged))
    return 0


def _written(folder: Path) -> Iterator[Project]:
    for number, case in enumerate(read_cases()):
        place = folder / str(number)
        place.mkdir()
        case.write(place)
        yield Project(case, place, _told(place))


def _told(folder: Path, judge: Callable[[Snapshot], Checked] = check) -> Told:
    """What a check says of a project: its diagnostics, and its verdicts."""
    checked = judge(Snapshot(folder))
    verdicts = (
        f"{name} {fact.verdict} {fact.fields}" for name, fact in checked.checked.facts.items()
    )
    origins = (f"{name} {fields}" for name, fields in checked.checked.sources.items())
    diagnostics = (
        f"{d.span} {d.severity} {d.code} {d.message} {d.hints} {d.related}"
        for d in checked.diagnostics
    )
    return (*diagnostics, *verdicts, *origins)


def _reached(projects: Sequence[Project], paths: Sequence[Path]) -> Mapping[str, set[int]]:
    """By “file:line”, the numbers of the projects whose check runs that line."""
    names = {str(path) for path in paths}
    reached: dict[str, set[int]] = {}

    def trace(project: int, frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename not in names:
            return None
        if event == "line":
            reached.setdefault(f"{frame.f_code.co_filename}:{frame.f_lineno}", set()).add(project)
        return partial(trace, project)

    for number, project in enumerate(projects):
        sys.settrace(partial(trace, number))
        _told(project.folder)
        sys.settrace(None)
    return reached


def _forked(
    work: Work, projects: Sequence[Project], reached: Mapping[str, set[int]], jobs: int
) -> Mapping[int, str]:
    """What became of each mutant, by its number. Each is judged in a process of its own."""
    outcomes: dict[int, str] = {}
    running: dict[int, int] = {}
    for number, (path, mutant) in enumerate(work):
        relevant = sorted(_within(path, mutant, reached, len(projects)))
        if not relevant:
            outcomes[number] = UNREACHED
            continue
        while len(running) >= jobs:
            _collect(running, outcomes)
        child = os.fork()
        if child == 0:
            _judge(path, mutant, [projects[index] for index in relevant])
        running[child] = number
    while running:
        _collect(running, outcomes)
    return outcomes


def _within(path: Path, mutant: Mutant, reached: Mapping[str, set[int]], every: int) -> set[int]:
    """The projects whose check runs a line of the function around the mutant."""
    around = [f for f in ast.walk(mutant.tree) if isinstance(f, ast.FunctionDef)]
    inner = [f for f in around if f.lineno <= mutant.line <= (f.end_lineno or f.lineno)]
    if not inner:
        return set(range(every))
    function = max(inner, key=lambda f: f.lineno)
    lines = range(function.lineno + 1, (function.end_lineno or function.lineno) + 1)
    return set().union(*(reached.get(f"{path}:{line}", set()) for line in lines))


def _collect(running: dict[int, int], outcomes: dict[int, str]) -> None:
    child, status = os.wait()
    code = os.waitstatus_to_exitcode(status)
    outcomes[running.pop(child)] = {0: SURVIVED, RED: "red", CRASHED: "crashed"}.get(
        code, "endless"
    )


def _judge(path: Path, mutant: Mutant, projects: Sequence[Project]) -> NoReturn:
    """In the process of a mutant: put it in the place of its module, and check the projects."""
    signal.alarm(LIMIT)
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    code = compile(mutant.tree, str(path), "exec")
    plain = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        return code if name == module else plain(loader, name)

    SourceFileLoader.get_code = get_code  # type: ignore[assignment] # in this process alone
    for name in [name for name in sys.modules if name.startswith(FORGOTTEN)]:
        del sys.modules[name]
    try:
        mutated = importlib.import_module("sitegen.build").check
        for project in projects:
            if _told(project.folder, mutated) != project.told:
                os._exit(RED)
    except BaseException:  # a mutant may raise anything
        os._exit(CRASHED)
    os._exit(0)


def _table(judged: Sequence[tuple[Path, Mutant, str]]) -> Iterator[str]:
    """A row for each module, then every mutant that no case has noticed."""
    outcomes = ("red", "crashed", "endless", UNREACHED, SURVIVED)
    yield f"{'module':36}" + "".join(f"{name:>10}" for name in ("mutants", *outcomes))
    for path in dict.fromkeys(path for path, _, _ in judged):
        counts = Counter(outcome for where, _, outcome in judged if where == path)
        columns = (counts.total(), *(counts[name] for name in outcomes))
        yield f"{_named(path):36}" + "".join(f"{number:10}" for number in columns)
    for path, mutant, outcome in judged:
        if outcome in {SURVIVED, UNREACHED}:
            yield f"{_named(path)}:{mutant.line}: {outcome}: {mutant.kind}: {mutant.was}"


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    sys.exit(main())
