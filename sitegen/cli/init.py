"""`sitegen init`: makes a small fact sheet to begin with, or an exercise for a class."""

import argparse
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from sitegen import report
from sitegen.cli.exits import Exit
from sitegen.cli.paths import shown_path
from sitegen.config import CACHE_FOLDER, DEFAULT_OUTPUT, INPUTS, Environment, find_project
from sitegen.drafts.init import make
from sitegen.drafts.projects import exercise, starter

_NEXT = """\
  sitegen check           ask whether every citation stands in its source
  sitegen serve --open    see the site in a browser; it follows every save
  sitegen build           write the site to site/, once nothing is wrong"""
_FIRST = """\
content/pages/exercise.md leads a class through finding them. Read it before you run a command."""


def run_init(arguments: argparse.Namespace, project: Path, _: Environment) -> int:
    """Makes the project, and prints what to do next. A folder is relative to here, or to `-C`."""
    base = Path.cwd() if arguments.project is None else project
    folder = base / arguments.folder
    within = _folder_of_another_project(folder)
    if within is not None:
        shown = report.printable(shown_path(within))
        reason = "belongs to another fact sheet; name a folder outside it"
        print(f"sitegen: {shown} {reason}", file=sys.stderr)
        return Exit.USAGE
    files = exercise() if arguments.exercise else starter()
    stood = make(folder, files)
    if arguments.quiet:
        print(report.printable(shown_path(folder)))
    else:
        _tell(folder, len(files) - len(stood), stood, with_exercise=arguments.exercise)
    return Exit.FINE


def _folder_of_another_project(folder: Path) -> Path | None:
    """The folder of a project in which a new one would be taken for content, or be in the way."""
    real = folder.resolve()
    project = find_project(real.parent)
    if project is None or real == project:
        return None
    first = real.relative_to(project).parts[0]
    taken = {*INPUTS, CACHE_FOLDER, DEFAULT_OUTPUT}
    return project / first if first.casefold() in taken else None


def _tell(folder: Path, count: int, stood: Sequence[str], *, with_exercise: bool) -> None:
    shown = shown_path(folder)
    made = "an exercise with five errors" if with_exercise else "a small fact sheet"
    print(report.printable(f"Made {made} in {shown}: {report.counted(count, 'file')}."))
    for name in stood:
        print(report.printable(f"{name} was there already, and is as it was."))
    if with_exercise:
        print(f"\n{_FIRST}")
    print("\nNext:")
    if folder.resolve() != Path.cwd().resolve():
        print(report.printable(f"  cd {shlex.quote(shown)}"))
    print(_NEXT)
