"""How a command prints what was found: in the form that was asked for, and as an exit code."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from sitegen import report
from sitegen.cli.exits import Exit
from sitegen.config import Environment
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.snapshot import Snapshot

SPOKEN = frozenset({"text", "github"})
"""The forms that people read, beside which a command may print more."""


def content_code(arguments: argparse.Namespace, diagnostics: Iterable[Diagnostic]) -> Exit:
    """The exit code for what was found."""
    counted = {Severity.ERROR, Severity.WARNING} if arguments.strict else {Severity.ERROR}
    return Exit.CONTENT if any(d.severity in counted for d in diagnostics) else Exit.FINE


class Printer:
    """Prints the report of a run on standard output."""

    def __init__(
        self, arguments: argparse.Namespace, environment: Environment, snapshot: Snapshot
    ) -> None:
        self.form: str = arguments.format
        self.lines = report.Lines(snapshot)
        self.folder = environment.folder_in_repository(snapshot.root)
        coloured = sys.stdout.isatty() and not environment.plain
        self.style = report.Style.for_terminal() if coloured else report.Style()

    def report(
        self,
        summary: report.Summary,
        diagnostics: tuple[Diagnostic, ...],
        more: Mapping[str, Any],
    ) -> None:
        """The diagnostics; as JSON with the figures, and with what else the command has to tell."""
        root = self.folder or ""
        if self.form == "json":
            text = report.render_json(diagnostics, summary, **more)
        elif self.form == "sarif":
            in_repository = self.folder is not None
            text = report.render_sarif(diagnostics, root=root, in_repository=in_repository)
        elif self.form == "github":
            text = report.render_github(diagnostics, self.lines.line, root=root)
        else:
            text = report.render_text(diagnostics, self.lines.line, self.style)
        if text:
            print(text)
