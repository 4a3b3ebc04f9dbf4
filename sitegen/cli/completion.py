"""`sitegen completion`: a script by which a shell completes commands, options and their values."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from sitegen.cli.exits import Exit
from sitegen.cli.parser import make_parser
from sitegen.config import Environment


def run_completion(arguments: argparse.Namespace, _project: Path, _: Environment) -> int:
    """Prints the script; it needs no project, and neither runs nor reads one."""
    print(script(arguments.shell))
    return Exit.FINE


def script(shell: str) -> str:
    """What bash, zsh or fish is given to complete a command line of sitegen.

    Values that are folders and files are known by what the options call them: DIR and FILE.
    """
    import shtab

    completed = {"DIR": shtab.DIRECTORY, "FILE": shtab.FILE}
    parser = make_parser()
    for action in _actions(parser):
        if action.metavar in completed:
            action.complete = completed[action.metavar]  # type: ignore[attr-defined] # shtab's own
    return shtab.complete(parser, shell=shell)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Each option and argument of the parser and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
