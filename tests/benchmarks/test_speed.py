"""The measuring of builds: what an edit changes, what is noted down, what the tables say."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.peers import tools
from benchmarks.peers.tools import Tool
from benchmarks.preview.edits import marker
from benchmarks.scale.generate import write_project
from benchmarks.speed.__main__ import main
from benchmarks.speed.edits import EDITS
from benchmarks.speed.measuring import Run, RunError, raw_limit, run, watching
from benchmarks.speed.rounds import COLD, Figures
from benchmarks.speed.tables import tables
from sitegen.cli.main import main as sitegen

FACTS = 40


@pytest.mark.parametrize("theme", [tools.sitegen_plain, tools.sitegen_default])
def test_after_each_edit_the_project_is_good_and_shows_it(
    theme: Callable[[], Tool], tmp_path: Path
) -> None:
    tool, folder = theme(), tmp_path / "project"
    write_project(FACTS, tmp_path / "made")
    tool.write(tmp_path / "made", folder)
    for number, edit in enumerate((*EDITS.values(), *EDITS.values())):
        page = edit(tool, folder, number)
        assert sitegen(["build", "-C", str(folder), "--no-search", "--strict", "-q"]) == 0
        assert marker(number) in (folder / "site" / page).read_text("utf-8")


def test_the_peers_copies_are_edited_as_ours_are(tmp_path: Path) -> None:
    """Their sources.yaml has the digest of their article, and both of Hugo's copies change."""
    write_project(FACTS, tmp_path / "made")
    kept = Tool(
        "kept",
        lambda project, folder: None,
        lambda folder, out: [],
        "page.html",
        facts="data/facts",
        seeds=("seeds", "static"),
        sources="data/sources.yaml",
    )
    folder = tmp_path / "peer"
    (folder / "data" / "facts").mkdir(parents=True)
    for place in kept.seeds:
        (folder / place).mkdir()
    for file in (tmp_path / "made" / "seeds").iterdir():
        for place in kept.seeds:
            (folder / place / file.name).write_bytes(file.read_bytes())
    pinned = (tmp_path / "made" / "content" / "sources.yaml").read_text("utf-8")
    (folder / kept.sources).write_text(pinned, "utf-8")
    page = EDITS["one source"](kept, folder, 7)
    name = f"{Path(page).stem}.txt"
    assert marker(7) in (folder / "seeds" / name).read_text("utf-8")
    assert (folder / "seeds" / name).read_bytes() == (folder / "static" / name).read_bytes()
    changed = set((folder / kept.sources).read_text("utf-8").split("\n")) ^ set(pinned.split("\n"))
    assert {line.split(":")[0].strip() for line in changed} == {"sha256"}
    assert len(changed) == 2


def command(*words: str) -> tuple[Tool, list[str]]:
    """A tool that isn't one, and a command."""
    return Tool("one", lambda project, folder: None, lambda folder, out: [], ""), [*words]


def test_the_memory_of_all_processes_is_added_up() -> None:
    """Parent and child each hold 60 MB of their own until they may end."""
    words = (
        "import os, sys\nchild = os.fork()\nheld = bytearray(60_000_000)\n"
        "held[::512] = held[::512]\nsys.stdin.read()\nchild and os.wait()"
    )
    with subprocess.Popen([sys.executable, "-c", words], stdin=subprocess.PIPE) as started:
        with watching(started.pid) as sizes:
            until = time.monotonic() + 60
            while max(sizes, default=0) < 110_000 and time.monotonic() < until:
                os.sched_yield()
        assert started.stdin is not None
        started.stdin.close()
    assert 110_000 < max(sizes) < 200_000


def test_a_run_that_fails_is_no_figure(tmp_path: Path) -> None:
    tool, words = command(sys.executable, "-c", "import sys; sys.exit('no such fact')")
    with pytest.raises(RunError, match="no such fact"):
        run(tool, tmp_path, words)


def test_the_raw_limit_writes_every_byte(tmp_path: Path) -> None:
    (tmp_path / "site" / "facts").mkdir(parents=True)
    (tmp_path / "site" / "facts" / "a.html").write_text("one", "utf-8")
    (tmp_path / "site" / "b.html").write_text("two", "utf-8")
    assert raw_limit(tmp_path / "site", tmp_path / "raw") > 0
    files = {path.name: path.read_text("utf-8") for path in (tmp_path / "raw").rglob("*.html")}
    assert files == {"a.html": "one", "b.html": "two"}


def test_tables_have_medians_ratios_and_growth() -> None:
    small, large = Figures(1_000, raw=[0.5]), Figures(10_000, raw=[0.5])
    for figures, times in ((small, 1), (large, 10)):
        for name, seconds in (("sitegen, plain theme", 1), ("Hugo", 4), ("Hugo, GOGC=400", 2)):
            runs = [Run(times * seconds * part, 1, 50, None, "") for part in (0.5, 1, 9)]
            figures.runs.setdefault(COLD, {})[name] = runs
            figures.files[name] = (3, 2_000_000)
    large.stages["sitegen, plain theme"] = (
        "stage    seconds  share\nread       1.500  75.0%  reading\nall        2.000 100.0%\n"
    )
    told = "\n".join(tables([small, large]))
    assert "| cold | 1.00 (1.00) | 4.00 (1.00) | 2.00 (1.00) | 0.50 |" in told
    assert "flushed: 0.50 s" in told
    assert "sitegen, plain theme 2.0, Hugo 8.0" in told
    assert "| Hugo | 10.0 | 1.00 |" in told
    assert "| read | 1.500 | 100% |" in told
    assert "| all" not in told


def test_the_whole_of_it_on_a_tiny_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = tmp_path / "figures.json"
    words = ["--sizes", "20", "--rounds", "1", "--tools", "plain", "--json", str(figures)]
    assert main([*words, "--work", str(tmp_path)]) == 0
    (of_twenty,) = json.loads(figures.read_text("utf-8"))
    assert {*of_twenty["runs"]} == {COLD, "nothing changed", *EDITS, "memory"}
    assert "### 20 facts" in capsys.readouterr().out
    assert [file.name for file in tmp_path.iterdir()] == ["figures.json"]
