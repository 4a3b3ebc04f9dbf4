"""`sitegen serve`: the site in a browser, anew after every save."""

import argparse
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import report
from sitegen.cli.exits import Exit
from sitegen.cli.paths import shown_path
from sitegen.cli.reports import Printer
from sitegen.config import Environment
from sitegen.preview import editors

if TYPE_CHECKING:
    from sitegen.diagnostics import Diagnostic
    from sitegen.preview.ports import Listening
    from sitegen.preview.runs import RunReport
    from sitegen.preview.state import State

_FEW = 3  # changed files that are named; of more, how many


def run_serve(arguments: argparse.Namespace, project: Path, environment: Environment) -> int:
    """`sitegen serve`. The server is imported only here: no other command waits for it."""
    from sitegen.preview.server import Notices, Wanted, serve

    given = arguments.editor or environment.editor
    if given and (why := editors.refusal(given)):
        named = "--editor" if arguments.editor else editors.VARIABLE
        print(f"sitegen: {named}: {report.printable(why)}", file=sys.stderr)
        return Exit.USAGE
    wanted = Wanted(
        root=project.resolve(),
        host=arguments.host,
        port=arguments.port,
        open=arguments.open,
        poll=arguments.poll,
        editor=given,
        theme=arguments.theme,
        strict=arguments.strict,
    )
    told = _Told(arguments, environment, wanted.root)
    serve(wanted, Notices(told.listening, told.published, told.ran, told.say))
    told.say_quietly("stopped")
    return Exit.FINE


class _Told:
    """What the terminal hears. Runs are told from the thread that makes them."""

    def __init__(self, arguments: argparse.Namespace, environment: Environment, root: Path) -> None:
        self.arguments = arguments
        self.environment = environment
        self.root = root
        self.printed: tuple[Diagnostic, ...] = ()
        self.first = True
        self.stay = "there are no pages yet"
        self.lock = threading.Lock()

    def listening(self, where: "Listening") -> None:
        """The address, alone on standard output, so that a program can read it."""
        if where.asked and where.port != where.asked:
            self.say(f"port {where.asked} is taken; this is {where.port}")
        if not where.loopback:
            self.warn(where)
        print(where.url, flush=True)
        folder = report.printable(shown_path(self.root))
        self.say_quietly(
            f"watching content/, themes/ and the sources' texts in {folder}; Ctrl-C ends it"
        )

    def warn(self, where: "Listening") -> None:
        """Say who can see what, where that is more than this machine."""
        reached = where.url_elsewhere
        at = f" at {reached}" if reached else ""
        for line in (
            f"WARNING: anyone who can reach this machine can read this preview{at}:",
            "WARNING: every page, and each error with lines of your files and articles, even words",
            "WARNING: that the site redacts. Nothing is encrypted, and nobody is asked for a name.",
            "WARNING: Annotating and the links into your editor are off.",
        ):
            self.say(line)

    def published(self, state: "State") -> None:
        """Print what is wrong, as `check` does, when it is something else than the last time."""
        wrong = state.diagnostics if state.broken else ()
        if state.site is not None:
            self.stay = "the pages stay as they were"
        with self.lock:
            if wrong and wrong != self.printed and state.checked and state.snapshot:
                printer = Printer(self.arguments, self.environment, state.snapshot)
                printer.report(report.summarise(state.checked.checked, wrong), wrong, {})
                sys.stdout.flush()
            self.printed = wrong

    def ran(self, run: "RunReport") -> None:
        """One line for each run in which something was another than before."""
        if run.trace and self.arguments.verbose:
            print(report.printable(run.trace), file=sys.stderr)
        first, self.first = self.first, False
        if not (first or run.changed or run.shown):
            return
        line = f"{self._became(run)} ({_seconds(run.seconds)}{_changed(run)})"
        if run.broken:
            self.say(line)
        else:
            self.say_quietly(line)

    def _became(self, run: "RunReport") -> str:
        counts = f"{report.counted(run.errors, 'error')}, {report.counted(run.warnings, 'warning')}"
        return f"{run.failure or counts}; {self.stay}" if run.broken else counts

    def say(self, line: str) -> None:
        """A line that is said even quietly."""
        with self.lock:
            print(f"sitegen: {report.printable(line)}", file=sys.stderr, flush=True)

    def say_quietly(self, line: str) -> None:
        """A line that `--quiet` leaves out."""
        if not self.arguments.quiet:
            self.say(line)


def _changed(run: "RunReport") -> str:
    if not run.changed:
        return ""
    if len(run.changed) > _FEW:
        return f", {report.counted(len(run.changed), 'file')} changed"
    return f", {', '.join(run.changed)} changed"


def _seconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
