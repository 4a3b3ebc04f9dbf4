"""From a save to the browser's new paint: `sitegen serve` beside Hugo's server, in turns.

Run as `python -m benchmarks.preview.latency [PROJECT …] [--rounds N] [--chromium PATH]`. Each round
saves one file of facts (atomically, as editors do) for one server and then for the other, while a
page of the fact is open in headless Chromium. The clock starts just before the file takes its name
and stops after the frame that shows the new words was painted. The debounce is in the figures.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.preview.edits import Note, first_without_note, marker
from benchmarks.preview.servers import Preview, hugo, sitegen

_PATIENCE = 60_000  # milliseconds for one paint
_POLLING = 100  # milliseconds between two looks at whether it has come; the time itself is kept
_REST = 1.5  # seconds between two saves, so that neither server is still at the last one
_WARMING = 2  # first rounds that are not counted

# Looks for the awaited word whenever the page changes, and then lets one frame pass: a message that
# is sent in a frame comes after its paint. Kept over a reload in the tab's own storage, since one
# of the two servers reloads the page.
_PROBE = """
const look = () => {
  const word = sessionStorage.getItem("awaited");
  if (!word || !document.querySelector("main")?.textContent.includes(word)) return;
  sessionStorage.removeItem("awaited");
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      sessionStorage.setItem("painted", String(performance.timeOrigin + performance.now()));
    };
    channel.port2.postMessage(null);
  });
};
const all = { subtree: true, childList: true, characterData: true };
new MutationObserver(look).observe(document, all);
"""


@dataclass(frozen=True, slots=True)
class Watched:
    """A server with a page open on it, and its times in milliseconds."""

    preview: Preview
    page: Page
    note: Note
    times: list[float] = field(default_factory=list)


def main() -> None:
    """Measure each project and print a row for each server."""
    parser = argparse.ArgumentParser(description="Time from a save to the browser's new paint.")
    parser.add_argument("projects", nargs="+", type=Path, metavar="PROJECT")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    arguments = parser.parse_args()
    _tell("| project | server | median | fastest | slowest |\n|---|---|---|---|---|")
    for project in arguments.projects:
        for name, times in measure(project, arguments.rounds, arguments.chromium).items():
            middle = statistics.median(times)
            row = f"{middle:.0f} ms | {min(times):.0f} | {max(times):.0f}"
            _tell(f"| {project.resolve().name} | {name} | {row} |")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def measure(project: Path, rounds: int, chromium: str | None) -> dict[str, list[float]]:
    """The times of each server in milliseconds."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        stack.callback(browser.close)
        fact = _first_fact(project)
        watched = []
        for server in (sitegen, hugo):
            preview = stack.enter_context(server(project, folder))
            page = browser.new_context().new_page()
            page.add_init_script(_PROBE)
            page.goto(f"{preview.address}facts/{fact.fact}.html")
            note = Note(preview.facts / fact.file.name, fact.fact)
            watched.append(Watched(preview, page, note))
        for number in range(rounds + _WARMING):
            for one in watched:
                taken = _save(one, marker(number))
                if number >= _WARMING:
                    one.times.append(taken)
        return {one.preview.name: one.times for one in watched}


def _first_fact(project: Path) -> Note:
    """The first fact of the first file that has no note of its own."""
    file = min((project / "content" / "facts").glob("*.yaml"))
    return Note(file, first_without_note(file))


def _save(watched: Watched, word: str) -> float:
    page = watched.page
    page.bring_to_front()
    page.evaluate(
        "word => { sessionStorage.removeItem('painted'); sessionStorage.setItem('awaited', word) }",
        word,
    )
    time.sleep(_REST)
    started = time.time()
    watched.note.write(word)
    page.wait_for_function(
        "() => sessionStorage.getItem('painted')", timeout=_PATIENCE, polling=_POLLING
    )
    painted = float(page.evaluate("() => sessionStorage.getItem('painted')"))
    return painted - started * 1000


if __name__ == "__main__":
    main()
