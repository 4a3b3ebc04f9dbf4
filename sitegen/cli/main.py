"""Runs a command: the one place where exceptions end and exit codes begin."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from pathlib import Path

from sitegen.cli.parser import make_parser
from sitegen.config import SITE_FILE, Environment, find_project


class Exit(IntEnum):
    """What the command line answers."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    WORLD = 3
    INTERRUPTED = 130  # 128 + SIGINT, as shells count


def run() -> None:
    """The `sitegen` command."""
    # A command is one pass over frozen values, which hold no cycles: looking for some finds
    # nothing, and takes a third of a large build.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # articles hold any character; a terminal's encoding may not
            reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:]))


def main(words: Sequence[str]) -> int:
    """Runs one command line and returns its exit code. Usage errors raise SystemExit(2)."""
    arguments = make_parser().parse_args(words)
    project = _project(arguments.project)
    if isinstance(project, str):
        print(f"sitegen: {project}", file=sys.stderr)
        return Exit.USAGE
    environment = Environment.read(os.environ)
    try:
        code = _commands()[arguments.command](arguments, project, environment)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads our output has gone; nothing is left to say, at exit neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.WORLD
    except OSError as problem:
        where = f"{problem.filename}: " if problem.filename else ""
        print(f"sitegen: {where}{problem.strerror or problem}", file=sys.stderr)
        return Exit.WORLD
    except KeyboardInterrupt:
        print("sitegen: interrupted; the site is as it was", file=sys.stderr)
        return Exit.INTERRUPTED
    return code


Command = Callable[[argparse.Namespace, Path, Environment], int]


def _commands() -> Mapping[str, Command]:
    """The commands by name, imported only now: `--help` and a slip should answer at once."""
    from sitegen.cli import commands

    return {
        "check": commands.run_check,
        "coverage": commands.run_coverage,
        "build": commands.run_build,
        "explain": commands.run_explain,
    }


def _project(given: Path | None) -> Path | str:
    """The project's folder, or why there is none."""
    if given is None:
        found = find_project(Path.cwd())
        return found or f"there is no {SITE_FILE.as_posix()} here or in a folder above"
    return given if given.is_dir() else f"there is no folder {given}"
