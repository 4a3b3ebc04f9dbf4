"""Check and build the project made of every quotation, and compare each place with the truth.

sitegen is run as its users run it, as a command; only its printed and written results are read.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes of ru_maxrss's unit
ENOUGH = 2000  # characters of a command's last words

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finished:
    """A command that has ended: exit code, output, wall and processor seconds, peak bytes."""

    code: int
    output: str
    errors: str
    seconds: float
    busy: float
    peak: int

    def cost(self, name: str, facts: int) -> str:
        """A line for the report."""
        return (
            f"{name}: exit {self.code}, {self.seconds:.2f} s ({self.busy:.2f} s of processor), "
            f"{self.seconds / max(facts, 1) * 1e6:.0f} µs a fact, peak {self.peak / 2**20:.0f} MB\n"
        )


def run(command: Sequence[str], scratch: Path) -> Finished:
    """Run a command to its end; its memory is that of its largest process."""
    with (scratch / "stdout").open("w+b") as output, (scratch / "stderr").open("w+b") as errors:
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=errors, cwd=ROOT)  # noqa: S603 - our own
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in (output, errors):
            stream.seek(0)
            texts.append(stream.read().decode(errors="replace"))
    peak = usage.ru_maxrss * MAXRSS_UNIT
    busy = usage.ru_utime + usage.ru_stime
    return Finished(child.returncode, texts[0], texts[1], seconds, busy, peak)


def ranges(places: Iterable[Sequence[int]], lines: Sequence[str]) -> set[tuple[int, int, int]]:
    """Line, start and end of each range, without spaces at its ends; what touches becomes one."""
    merged: list[tuple[int, int, int]] = []
    for line, start, end in sorted((place[0], place[1], place[2]) for place in places):
        text = lines[line - 1][start:end]
        first = start + len(text) - len(text.lstrip())
        last = start + len(text.rstrip())
        if first >= last:
            continue
        if merged and merged[-1][0] == line and first <= merged[-1][2]:
            merged[-1] = (line, merged[-1][1], max(last, merged[-1][2]))
        else:
            merged.append((line, first, last))
    return set(merged)


def failures(truth: Json, diagnostics: Sequence[Json], built: Json, project: Path) -> Iterator[str]:
    """One line for each fact that is not found, or found elsewhere, with how it was typed."""
    said = {entry["fact"]: entry for entry in diagnostics if entry["severity"] == "error"}
    shown = {fact["id"]: fact for fact in built.get("facts", ())}
    texts: dict[str, list[str]] = {}
    for name, fact in truth["facts"].items():
        source = fact["source"]
        if source not in texts:
            texts[source] = _lines(project / "seeds" / f"{source}.txt")
        wrong = ""
        if name in said:
            wrong = f"{said[name]['code']}: {said[name]['message']}"
        elif built and name not in shown:
            wrong = "not in facts.json"
        elif built:
            citation = shown[name]["citations"][0]
            found = ranges(
                ((a["line"], a["start"], a["end"]) for a in citation["anchors"]), texts[source]
            )
            if citation["verdict"] != "found":
                wrong = f"verdict {citation['verdict']}"
            elif found != ranges(fact["places"], texts[source]):
                wrong = f"found elsewhere: {sorted(found)} instead of {fact['places']}"
        if wrong:
            ways = ", ".join(way for way in fact["variation"].values() if way)
            yield f"{name} lines {fact['lines']} [{ways}] {fact['exact']}\n    {wrong}\n"


def _lines(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def tiers(truth: Json, built: Json) -> str:
    """How many facts were found at each tier, beside what the generator expects."""
    expected = Counter(f"T{fact['tier']}" for fact in truth["facts"].values())
    found = Counter(str(fact["citations"][0]["tier"]) for fact in built.get("facts", ()))
    return f"tiers found {dict(sorted(found.items()))}, expected {dict(sorted(expected.items()))}\n"


def measure(books: Path, editions: Sequence[str], project: Path, scratch: Path) -> int:
    """Generate, check, build, compare, report; the exit code."""
    generate = [sys.executable, str(HERE / "generate.py"), str(books), str(project)]
    made = run([*generate, *(f"--edition={edition}" for edition in editions)], scratch)
    sys.stdout.write(made.output + made.errors)
    if made.code:
        return made.code
    sitegen = [sys.executable, "-m", "sitegen", "-C", str(project)]
    # Nothing is read between the runs: a child's peak memory counts what its parent held.
    checked = run([*sitegen, "check", "--format", "json"], scratch)
    build = run([*sitegen, "build"], scratch)
    return report(project, checked, build)


def report(project: Path, checked: Finished, build: Finished) -> int:
    """Compare what was printed and written with the truth, print it; the exit code."""
    truth = json.loads((project / "truth.json").read_text(encoding="utf-8"))
    count = len(truth["facts"])
    sys.stdout.write(f"\n{count} facts\n{checked.cost('check', count)}{build.cost('build', count)}")
    try:
        printed = json.loads(checked.output)
    except ValueError:
        last = (checked.output + checked.errors)[-ENOUGH:]
        sys.stdout.write(f"check printed no JSON:\n{last}\n")
        return 1
    written = project / "site" / "data" / "facts.json"
    is_new = build.code == 0 and written.is_file()  # a kept folder may hold an earlier site
    built = json.loads(written.read_text(encoding="utf-8")) if is_new else {}
    codes = Counter(f"{entry['severity']}[{entry['code']}]" for entry in printed["diagnostics"])
    sys.stdout.write(f"summary {printed['summary']}\ndiagnostics {dict(codes.most_common())}\n")
    sys.stdout.write(
        tiers(truth, built) if built else f"nothing built:\n{build.errors[-ENOUGH:]}\n"
    )
    lost = list(failures(truth, printed["diagnostics"], built, project))
    sys.stdout.write(f"not found, or elsewhere: {len(lost)}\n" + "".join(lost))
    return 1 if lost or checked.code or build.code or not built else 0


def main() -> int:
    """Measure in a temporary folder, or in one that is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("books", type=Path, metavar="BOOKS_DIR")
    parser.add_argument(
        "--edition", action="append", default=[], help="as generate.py has it: curly, broken"
    )
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="make the project here and keep it"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        project = (options.keep or Path(scratch) / "project").resolve()
        return measure(options.books, options.edition, project, Path(scratch))


if __name__ == "__main__":
    sys.exit(main())
