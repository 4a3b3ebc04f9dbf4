"""What may be written after `sitegen`."""

import argparse
from pathlib import Path

from sitegen import __version__, urls
from sitegen.config import DEFAULT_HOST, DEFAULT_OUTPUT, DEFAULT_PORT, DEFAULT_SCHEMAS

_LAST_PORT = 65535
_MOST_JOBS = 64
_EXIT_CODES = """\
exit codes:
  0  all is well
  1  something is wrong with the content
  2  the command was not understood, or there is no project here
  3  the world is in the way: disk, permissions, an output folder that is not ours
"""
_EXAMPLES = """\
examples:
  sitegen build                     check everything, then write the site to site/
  sitegen build -o public --strict  the same to public/, and warnings stop it
  sitegen build --profile           what each stage of it took
  sitegen serve --open              the site in a browser, anew after every save
  sitegen check --format json       every diagnostic for a program to read
  sitegen check --fix               correct the lines of citations that have moved
  sitegen coverage --fail-under 90  what is not annotated yet
  sitegen explain some-fact         what it rests on, and what rests on it

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

    check = _add_command(commands, "check", "check every citation and print every diagnostic")
    check.add_argument(
        "--fix",
        action="store_true",
        help="write what can be corrected safely into the content files, then check again",
    )
    check.add_argument(
        "--accept-source",
        metavar="ID",
        action="append",
        default=[],
        help="pin the text of this source as it now is; may be given several times",
    )
    _add_format(check, "github", "sarif")

    coverage = _add_command(
        commands, "coverage", "print the quotations, numbers and dates that are not annotated"
    )
    coverage.add_argument(
        "--fail-under",
        metavar="N",
        type=_percentage,
        help="exit with 1 when less than N per cent are covered or skipped with a reason",
    )
    _add_format(coverage)

    build = _add_command(commands, "build", "check everything, then write the site")
    build.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=Path,
        default=Path(DEFAULT_OUTPUT),
        help=f"the folder to write, relative to the project (default: {DEFAULT_OUTPUT})",
    )
    build.add_argument(
        "--base-url",
        metavar="URL",
        type=_link,
        help="where the site will be published, for what must be absolute",
    )
    build.add_argument("--theme", metavar="NAME", help="the theme, instead of site.yaml's")
    build.add_argument(
        "--clean", action="store_true", help="do all work again, whatever is remembered"
    )
    build.add_argument(
        "--no-search", action="store_true", help="make no search index; the list of pages stays"
    )
    build.add_argument(
        "-j",
        "--jobs",
        metavar="N",
        type=_jobs,
        help="how many processes may work on a large site (default: as many as there are cores); "
        "the site is the same for any number",
    )
    build.add_argument(
        "--profile", action="store_true", help="print what each stage took, to standard error"
    )
    _add_format(build, "github", "sarif")

    _add_serve(commands)

    explain = _add_command(
        commands, "explain", "print what a fact or page rests on, and what rests on it"
    )
    explain.add_argument("id", metavar="ID", help="the id of a fact or a page")

    schema = _add_command(
        commands, "schema", "write JSON Schemas of the content files, for editors to check by"
    )
    schema.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=Path,
        help=f"the folder to write, relative to the project (default: {DEFAULT_SCHEMAS})",
    )
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


def _add_serve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    serve = _add_command(
        commands, "serve", "show the site in a browser, and show it anew after every save"
    )
    serve.add_argument(
        "--host",
        metavar="HOST",
        default=DEFAULT_HOST,
        help=f"where to listen (default: {DEFAULT_HOST}, for this machine alone); with any other "
        "than loopback, others can read the preview, and annotating and editor links are off",
    )
    serve.add_argument(
        "--port",
        metavar="N",
        type=_port,
        default=DEFAULT_PORT,
        help=f"the port (default: {DEFAULT_PORT}); where it is taken, the next that is free; "
        "0: any",
    )
    serve.add_argument(
        "--open", action="store_true", help="open the home page in the browser once it is there"
    )
    serve.add_argument(
        "--poll",
        action="store_true",
        help="find changes by looking at every file, where the disk announces none: network "
        "mounts, some containers",
    )
    serve.add_argument(
        "--editor",
        metavar="NAME",
        help="what opens when you follow a link to a file: vscode, zed, idea, …, a template like "
        "“name://open?file={path}&line={line}”, or none (default: $SITEGEN_EDITOR, else vscode)",
    )
    serve.add_argument("--theme", metavar="NAME", help="the theme, instead of site.yaml's")
    serve.set_defaults(format="text")


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


def _add_format(parser: argparse.ArgumentParser, *more: str) -> None:
    parser.add_argument(
        "--format",
        choices=("text", "json", *more),
        default="text",
        help="how to print (default: text)",
    )


def _percentage(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 100:  # noqa: PLR2004 - a percentage
        raise argparse.ArgumentTypeError(f"“{text}” is not a percentage from 0 to 100")
    return number


def _port(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else -1  # noqa: PLR2004 - digits of the last port
    if not 0 <= number <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"“{text}” is not a port from 0 to {_LAST_PORT}")
    return number


def _jobs(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 0  # noqa: PLR2004 - digits of the most jobs
    if not 1 <= number <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to {_MOST_JOBS}")
    return number


def _link(text: str) -> str:
    """A base_url. The schema is imported only now, as `--help` should answer at once."""
    from sitegen.schema.scalars import is_base

    if urls.external(text) is None or not is_base(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a link such as https://example.org")
    return text
