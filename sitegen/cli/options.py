"""The commands, in the order of their use, and the options of each."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from sitegen.cli import values
from sitegen.config import DEFAULT_HOST, DEFAULT_OUTPUT, DEFAULT_PORT, DEFAULT_SCHEMAS, MOST_DELETES

AddOptions = Callable[[argparse.ArgumentParser], None]


def _init(init: argparse.ArgumentParser) -> None:
    init.add_argument(
        "folder", metavar="DIR", type=Path, help="the folder: a new one, or one that is empty"
    )
    init.add_argument(
        "--exercise",
        action="store_true",
        help="with five planted errors, and a page that leads a class through finding them",
    )
    init.set_defaults(format="text")


def _add(add: argparse.ArgumentParser) -> None:
    add.add_argument(
        "file",
        metavar="FILE",
        help="the article: a text file, an .html file (with the extra “html”), or - for what is "
        "piped in",
    )
    add.add_argument(
        "--id",
        metavar="ID",
        type=values.source_id,
        help="the source's id (default: made of its publisher, or its title, and its year)",
    )
    add.add_argument(
        "--url", metavar="URL", type=values.address, help="where the article stands on the web"
    )
    add.set_defaults(format="text")


def _check(check: argparse.ArgumentParser) -> None:
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


def _coverage(coverage: argparse.ArgumentParser) -> None:
    coverage.add_argument(
        "--fail-under",
        metavar="N",
        type=values.percentage,
        help="exit with 1 when less than N per cent are covered or skipped with a reason",
    )
    _add_format(coverage)


def _build(build: argparse.ArgumentParser) -> None:
    _add_output(build)
    build.add_argument(
        "--base-url",
        metavar="URL",
        type=values.link,
        help="where the site will be published, for what must be absolute",
    )
    build.add_argument("--theme", metavar="NAME", help="the theme, instead of site.yaml's")
    build.add_argument(
        "--clean", action="store_true", help="do all work again, whatever is remembered"
    )
    _add_work(build)
    build.add_argument(
        "--profile", action="store_true", help="print what each stage took, to standard error"
    )
    _add_format(build, "github", "sarif")


def _serve(serve: argparse.ArgumentParser) -> None:
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
        type=values.port,
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


def _explain(explain: argparse.ArgumentParser) -> None:
    explain.add_argument("id", metavar="ID", help="the id of a fact or a page")


def _schema(schema: argparse.ArgumentParser) -> None:
    schema.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=Path,
        help=f"the folder to write, relative to the project (default: {DEFAULT_SCHEMAS})",
    )


def _publish(publish: argparse.ArgumentParser) -> None:
    publish.add_argument(
        "target",
        metavar="TARGET",
        nargs="?",
        help="a target of site.yaml's “publish” (default: the only one that there is)",
    )
    publish.add_argument(
        "-n",
        "--dry-run",
        action="store_true",
        help="check, build, and print what would be uploaded and deleted; change nothing there",
    )
    publish.add_argument(
        "--max-deletes",
        metavar="N",
        type=values.deletes,
        default=MOST_DELETES,
        help="ask before more than N addresses are deleted; where nobody can be asked, publish "
        f"nothing (default: {MOST_DELETES})",
    )
    publish.add_argument(
        "-y", "--yes", action="store_true", help="delete however many there are, without a question"
    )
    _add_output(publish)
    _add_work(publish)
    _add_format(publish)


def _completion(completion: argparse.ArgumentParser) -> None:
    completion.add_argument(
        "shell", metavar="SHELL", choices=("bash", "zsh", "fish"), help="bash, zsh or fish"
    )


COMMANDS: Mapping[str, tuple[str, AddOptions]] = {
    "init": ("make a small fact sheet to begin with", _init),
    "add": ("register an article, and draft its facts", _add),
    "check": ("check every citation and print every diagnostic", _check),
    "coverage": ("print the quotations, numbers and dates that are not annotated", _coverage),
    "build": ("check everything, then write the site", _build),
    "serve": ("show the site in a browser, and show it anew after every save", _serve),
    "explain": ("print what a fact or page rests on, and what rests on it", _explain),
    "schema": ("write JSON Schemas of the content files, for editors to check by", _schema),
    "publish": ("check, build, and bring the site to where it is read", _publish),
    "completion": ("print a script that completes commands and options in a shell", _completion),
}
"""Each command with a line on what it does, and what adds its options."""


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=Path,
        default=Path(DEFAULT_OUTPUT),
        help=f"the folder to write, relative to the project (default: {DEFAULT_OUTPUT})",
    )


def _add_work(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--no-search", action="store_true", help="make no search index; the list of pages stays"
    )
    command.add_argument(
        "-j",
        "--jobs",
        metavar="N",
        type=values.jobs,
        help="how many processes may work on a large site (default: as many as there are cores); "
        "the site is the same for any number",
    )


def _add_format(command: argparse.ArgumentParser, *more: str) -> None:
    command.add_argument(
        "--format",
        choices=("text", "json", *more),
        default="text",
        help="how to print (default: text)",
    )
