"""What may be written after `sitegen`."""

import argparse
from pathlib import Path

from sitegen import __version__
from sitegen.cli.options import COMMANDS

_EXIT_CODES = """\
exit codes:
  0  all is well
  1  something is wrong with the content
  2  the command was not understood, or there is no project here
  3  the world is in the way: disk, network, permissions, an output folder that is not ours
"""
_EXAMPLES = """\
examples:
  sitegen init lamp                 a small fact sheet to begin with, in the folder lamp
  sitegen add report.html           an article more, with drafts of its facts
  sitegen build                     check everything, then write the site to site/
  sitegen build -o public --strict  the same to public/, and warnings stop it
  sitegen serve --open              the site in a browser, anew after every save
  sitegen check --fix               correct the lines of citations that have moved
  sitegen check --format json       every diagnostic for a program to read
  sitegen coverage --fail-under 90  what is not annotated yet
  sitegen explain some-fact         what it rests on, and what rests on it
  sitegen publish --dry-run         what publishing would upload and delete

"""


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line. Common options may stand before or after a command."""
    parser = argparse.ArgumentParser(
        prog="sitegen",
        description="Builds a fact sheet whose every citation is checked against its source.",
        epilog=_EXAMPLES + _EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"sitegen {__version__}")
    _add_common(parser, with_defaults=True)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (summary, add_options) in COMMANDS.items():
        add_options(_add_command(commands, name, summary))
    return parser


def _add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, summary: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_argument("--version", action="version", version=f"sitegen {__version__}")
    _add_common(command, with_defaults=False)
    return command


def _add_common(parser: argparse.ArgumentParser, *, with_defaults: bool) -> None:
    """The common options. A command's own parser has no defaults, which keeps what came first."""

    def default(value: object) -> object:
        return value if with_defaults else argparse.SUPPRESS

    parser.add_argument(
        "-C",
        dest="project",
        metavar="DIR",
        type=Path,
        default=default(None),
        help="the project (default: the nearest folder upward with content/site.yaml)",
    )
    parser.add_argument(
        "-s",
        "--strict",
        action="store_true",
        default=default(False),
        help="let warnings count as errors",
    )
    parser.add_argument(
        "-q",
        "--quiet",
        action="store_true",
        default=default(False),
        help="print only what is wrong, and what was asked for",
    )
    parser.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        default=default(False),
        help="print more: each rendered page, each covered token",
    )
