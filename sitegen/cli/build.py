"""`sitegen build`."""

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from sitegen import build, report
from sitegen.build import Built, Request, Search
from sitegen.cli.exits import Exit
from sitegen.cli.paths import shown_path
from sitegen.cli.progress import Progress, profile
from sitegen.cli.reports import SPOKEN, Printer, content_code
from sitegen.config import Environment
from sitegen.frozen import replace
from sitegen.jobs import Jobs, cores
from sitegen.snapshot import Snapshot


def run_build(arguments: argparse.Namespace, project: Path, environment: Environment) -> int:
    """`sitegen build`."""
    started = time.perf_counter()
    snapshot = Snapshot(project)
    request = replace(
        request_of(arguments, project, arguments.base_url),
        theme=arguments.theme,
        clean=arguments.clean,
        key=environment.own_key,
    )
    with Progress(sys.stderr, environment, quiet=arguments.quiet) as progress:
        built = build.build(snapshot, request, progress)
    seconds = time.perf_counter() - started
    shown = shown_path(request.output / "index.html")
    Printer(arguments, environment, snapshot).report(
        built.summary, built.diagnostics, _build_object(built, seconds, shown)
    )
    if arguments.profile:
        print(profile(progress.stages, seconds), file=sys.stderr)
    code = tell_outcome(built, arguments)
    if code is Exit.FINE and arguments.format in SPOKEN:
        print_figures(built, arguments, seconds)
        print(shown)
    return code


def request_of(arguments: argparse.Namespace, project: Path, base_url: str | None) -> Request:
    """What every command asks for that builds a site."""
    return Request(
        output=Path(project.resolve(), arguments.output),
        base_url=base_url,
        strict=arguments.strict,
        search=not arguments.no_search,
        jobs=Jobs(arguments.jobs or cores()),
    )


def tell_outcome(built: Built, arguments: argparse.Namespace) -> Exit:
    """Say why there is no site, or what is to be known of it; the exit code of either."""
    if built.refused:
        return Exit.WORLD
    if built.outcome is None:
        if arguments.format in SPOKEN:
            print("Nothing was published; the site is as it was.", file=sys.stderr)
        return content_code(arguments, built.diagnostics)
    if built.outcome.note:
        print(f"sitegen: {built.outcome.note}", file=sys.stderr)
    if built.search_note and not (arguments.quiet and built.search is Search.NOT_INSTALLED):
        print(f"sitegen: {report.printable(built.search_note)}", file=sys.stderr)
    return Exit.FINE


def print_figures(built: Built, arguments: argparse.Namespace, seconds: float) -> None:
    """What was checked and written, in a line."""
    if arguments.verbose:
        print("\n".join(f"rendered {path}" for path in built.rendered))
    if not arguments.quiet:
        print(
            f"{report.summary_sentence(built.summary)}; "
            f"{report.counted(len(built.rendered), 'page')} written, {built.reused} reused, "
            f"{seconds:.2f} s."
        )


def _build_object(built: Built, seconds: float, shown: str) -> dict[str, Any]:
    outcome = built.outcome
    return {
        "build": {
            "published": outcome is not None,
            "pages_written": len(built.rendered),
            "pages_reused": built.reused,
            "files_removed": outcome.removed if outcome else 0,
            "search": str(built.search) if outcome else None,
            "seconds": round(seconds, 3),
            "open": shown if outcome else None,
        }
    }
