"""What each command does with a project: ask `build`, print what it says."""

import argparse
import sys
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path
from typing import Any

from sitegen import build, report
from sitegen.cli.exits import Exit
from sitegen.config import Environment
from sitegen.coverage import Coverage, State, coverage
from sitegen.diagnostics import nearest_name
from sitegen.snapshot import Snapshot


def run_coverage(arguments: argparse.Namespace, project: Path, _: Environment) -> int:
    """`sitegen coverage`."""
    checked = build.check(Snapshot(project))
    covered = coverage(checked.checked)
    if arguments.format == "json":
        print(report.json_text(_coverage_object(covered)))
    else:
        _print_coverage(covered, arguments)
    if checked.has_errors:
        errors = report.counted(checked.summary.errors, "error")
        print(
            f"sitegen: {errors} in the content; only what could be read is counted. "
            "`sitegen check` prints each",
            file=sys.stderr,
        )
    limit = arguments.fail_under
    reached = limit is None or (covered.percent >= limit and not checked.has_errors)
    return Exit.FINE if reached else Exit.CONTENT


def run_explain(arguments: argparse.Namespace, project: Path, _: Environment) -> int:
    """`sitegen explain`."""
    checked = build.check(Snapshot(project))
    explanation = build.explain(checked, arguments.id)
    if explanation is None:
        named = report.printable(arguments.id)
        print(f"sitegen: there is no fact or page “{named}”", file=sys.stderr)
        for hint in nearest_name(arguments.id, build.known_ids(checked)):
            print(f"  hint: {hint}", file=sys.stderr)
        return Exit.USAGE
    print("\n".join(map(report.printable, explanation.split("\n"))))
    return Exit.FINE


def _print_coverage(covered: Coverage, arguments: argparse.Namespace) -> None:
    for entry in covered.tokens:
        if entry.state is State.OPEN or arguments.verbose:
            token = entry.token
            place = f"{entry.path}:{token.line}:{token.start + 1}"
            print(report.printable(f"{place}: {entry.state} {token.kind} {token.text}"))
    if not arguments.quiet:
        counts = ", ".join(f"{count} {state}" for state, count in covered.counts.items())
        percent = _rounded_down(covered.percent, 1)
        print(f"{report.counted(len(covered.tokens), 'token')}: {counts} ({percent:.1f}%).")


def _coverage_object(covered: Coverage) -> dict[str, Any]:
    return {
        "tokens": [
            {
                "source": entry.source,
                "path": entry.path,
                "line": entry.token.line,
                "start": entry.token.start,
                "end_line": entry.token.end_line,
                "end": entry.token.end,
                "kind": str(entry.token.kind),
                "text": entry.token.text,
                "state": str(entry.state),
            }
            for entry in covered.tokens
        ],
        "summary": {
            "tokens": len(covered.tokens),
            **{str(state): count for state, count in covered.counts.items()},
            "percent": _rounded_down(covered.percent, 2),
        },
    }


def _rounded_down(percent: float, places: int) -> float:
    """Never more than there is: 99.96% is not all, and does not reach a limit of 100."""
    exact = Decimal(percent)
    return float(exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_FLOOR))
