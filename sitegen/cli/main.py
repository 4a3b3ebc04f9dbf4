"""Runs a command: the one place where exceptions end and exit codes begin."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from sitegen.cli.exits import Exit
from sitegen.cli.parser import make_parser
from sitegen.config import SITE_FILE, Environment, find_project


def run() -> None:
    """The `sitegen` command."""
    # A command is one pass over frozen values, which hold no cycles: looking for some finds
    # nothing, and takes a third of a large build.
    gc.disable()
    sys.stdout, sys.stderr = _writable(sys.stdout), _writable(sys.stderr)
    code = main(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # nobody is left to tell
            stream.flush()
    # Python would take all values apart one by one at its end. Of 10,000 facts that takes seconds,
    # in which a preview that was told to end holds the terminal, and nothing comes of it.
    os._exit(code)


def _writable(stream: TextIO | None) -> TextIO:
    """A standard stream that takes any character; where the shell closed it, one that takes all."""
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):  # articles hold any character; a terminal may not
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream


def main(words: Sequence[str]) -> int:
    """Runs one command line and returns its exit code. Usage errors raise SystemExit(2)."""
    arguments = make_parser().parse_args(words)
    try:
        return _run(arguments)
    except OSError as problem:
        return _world(problem)
    except KeyboardInterrupt:
        print("sitegen: interrupted; the site is as it was", file=sys.stderr)
        return Exit.INTERRUPTED


def _run(arguments: argparse.Namespace) -> int:
    project = _project(arguments.project)
    if isinstance(project, str) and arguments.project is None and _works_anywhere(arguments):
        project = Path.cwd()
    if isinstance(project, str):
        _say(project)
        if arguments.project is None:
            print("  hint: sitegen init DIR makes one; -C DIR names one", file=sys.stderr)
        return Exit.USAGE
    code = _command(arguments.command)(arguments, project, Environment.read(os.environ))
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def _world(problem: OSError) -> int:
    """Say in a line what is in the way; nothing to whoever has stopped reading."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # what cannot be written now cannot be at exit, when nobody catches it
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    if not isinstance(problem, BrokenPipeError):
        where = f"{problem.filename}: " if problem.filename else ""
        _say(f"{where}{problem.strerror or problem}")
    return Exit.WORLD


def _say(reason: str) -> None:
    from sitegen import report

    print(f"sitegen: {report.printable(reason)}", file=sys.stderr)


Command = Callable[[argparse.Namespace, Path, Environment], int]


_COMMANDS = {
    "init": "sitegen.cli.init.run_init",
    "add": "sitegen.cli.add.run_add",
    "build": "sitegen.cli.build.run_build",
    "check": "sitegen.cli.check.run_check",
    "coverage": "sitegen.cli.commands.run_coverage",
    "explain": "sitegen.cli.commands.run_explain",
    "schema": "sitegen.cli.schemas.run_schema",
    "serve": "sitegen.cli.serve.run_serve",
    "publish": "sitegen.cli.publish.run_publish",
    "completion": "sitegen.cli.completion.run_completion",
}
_WITHOUT_PROJECT = frozenset({"init", "completion"})


def _command(name: str) -> Command:
    """A command, imported only now, and no other: `--help` and a slip should answer at once."""
    module, _, function = _COMMANDS[name].rpartition(".")
    command: Command = getattr(import_module(module), function)
    return command


def _project(given: Path | None) -> Path | str:
    """The project's folder, or why there is none."""
    if given is None:
        found = find_project(Path.cwd())
        return found or f"there is no {SITE_FILE.as_posix()} here or in a folder above"
    return given if os.path.isdir(given) else f"there is no folder {given}"


def _works_anywhere(arguments: argparse.Namespace) -> bool:
    """Whether a command needs no project: schemas are the same in all, once a folder is named."""
    named = arguments.command == "schema" and arguments.output is not None
    return named or arguments.command in _WITHOUT_PROJECT
