"""`sitegen check`: every diagnostic, and with `--fix` what can be corrected for the editor."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sitegen import build, drafts, report
from sitegen.build import Checked
from sitegen.cli.exits import Exit
from sitegen.cli.reports import SPOKEN, Printer, content_code
from sitegen.config import Environment
from sitegen.diagnostics import Diagnostic, nearest_name, ordered
from sitegen.drafts import Change
from sitegen.jobs import Jobs, cores
from sitegen.snapshot import Snapshot

_MOST_ROUNDS = 4  # of corrections; each brings words to stand and loses none, so few are needed
_LONGEST_SHOWN = 24  # characters of a value; a digest is told by its beginning


def run_check(arguments: argparse.Namespace, project: Path, environment: Environment) -> int:
    """`sitegen check`."""
    snapshot = Snapshot(project)
    checked = _checked(snapshot, environment)
    writing = bool(arguments.fix or arguments.accept_source)
    changes: tuple[Change, ...] = ()
    if writing:
        unknown = [name for name in arguments.accept_source if not _is_source(name, checked)]
        if unknown:
            return _refuse(unknown, checked)
        snapshot, checked, changes = _fixed(arguments, environment, project, snapshot, checked)
    _, problems = build.load_theme(snapshot, checked.checked.factsheet)
    diagnostics = ordered((*checked.diagnostics, *problems))
    _print_changes(arguments.format, changes)
    more = {"fixed": [_change_object(change) for change in changes]} if writing else {}
    summary = report.summarise(checked.checked, diagnostics)
    Printer(arguments, environment, snapshot).report(summary, diagnostics, more)
    if arguments.format in SPOKEN and not arguments.quiet:
        _print_figures(arguments, summary, diagnostics, changes)
    return content_code(arguments, diagnostics)


def _checked(snapshot: Snapshot, environment: Environment) -> Checked:
    """The project as it is, by what a build has kept of it; nothing is written."""
    return build.check(
        snapshot, jobs=Jobs(cores()), known=build.known_to_a_build(snapshot, environment.own_key)
    )


def _fixed(
    arguments: argparse.Namespace,
    environment: Environment,
    project: Path,
    snapshot: Snapshot,
    checked: Checked,
) -> tuple[Snapshot, Checked, tuple[Change, ...]]:
    """The project after its corrections. One may show the next, where they meet in one place."""
    changes: list[Change] = []
    for _ in range(_MOST_ROUNDS):
        made = drafts.fix(
            snapshot, checked.diagnostics, arguments.accept_source, pins_only=not arguments.fix
        )
        if not made:
            break
        changes += made
        snapshot = Snapshot(project)
        checked = _checked(snapshot, environment)
    return snapshot, checked, tuple(changes)


def _is_source(name: str, checked: Checked) -> bool:
    return name in checked.checked.factsheet.sources


def _refuse(unknown: Sequence[str], checked: Checked) -> int:
    """Tell of sources that there are not; nothing was written."""
    for name in unknown:
        print(f"sitegen: there is no source “{report.printable(name)}”", file=sys.stderr)
        for hint in nearest_name(name, checked.checked.factsheet.sources):
            print(f"  hint: {hint}", file=sys.stderr)
    return Exit.USAGE


def _print_changes(form: str, changes: Sequence[Change]) -> None:
    """What was written, before what remains; beside a report for programs on standard error."""
    if not changes or form == "json":
        return
    text = "\n".join(map(_change_line, changes))
    if form == "github":
        print(report.inert(text))
    else:
        print(f"{text}\n" if form == "text" else text, file=None if form == "text" else sys.stderr)


def _change_line(change: Change) -> str:
    key = f"{change.key}: " if change.key else ""
    edit = f"{key}{_short(change.was)} → {_short(change.now)}"
    return report.printable(f"{change.path}:{change.line}: {edit}")


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"


def _change_object(change: Change) -> dict[str, Any]:
    return {
        "path": change.path,
        "line": change.line,
        "column": change.column,
        "key": change.key or None,
        "was": change.was,
        "now": change.now,
    }


def _print_figures(
    arguments: argparse.Namespace,
    summary: report.Summary,
    diagnostics: tuple[Diagnostic, ...],
    changes: Sequence[Change],
) -> None:
    print(f"{report.summary_sentence(summary)}.")
    if arguments.fix or changes:
        print(f"{report.counted(len(changes), 'correction')} written.")
    elif fixable := sum(_is_fixable(diagnostic) for diagnostic in diagnostics):
        print(f"{fixable} can be corrected by: sitegen check --fix")


def _is_fixable(diagnostic: Diagnostic) -> bool:
    return bool(diagnostic.fixes) and not any(edit.accept_source for edit in diagnostic.fixes)
