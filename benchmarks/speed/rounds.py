"""The measured builds of one project, in turns: each round runs every tool once."""

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.peers.tools import Tool
from benchmarks.preview.edits import marker
from benchmarks.speed.edits import EDITS
from benchmarks.speed.measuring import Run, RunError, raw_limit, run

COLD, NOTHING, SEARCH = "cold", "nothing changed", "cold, with search"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one project: runs by what was done and by tool, and the raw limit."""

    facts: int
    runs: dict[str, dict[str, list[Run]]] = field(default_factory=dict)
    raw: list[float] = field(default_factory=list)
    files: dict[str, tuple[int, int]] = field(default_factory=dict)  # tool: how many, their bytes
    stages: dict[str, str] = field(default_factory=dict)  # tool: what --profile prints

    def add(self, what: str, tool: Tool, found: Run) -> None:
        """Note a run down."""
        self.runs.setdefault(what, {}).setdefault(tool.name, []).append(found)


@dataclass(frozen=True, slots=True)
class Desk:
    """The tools at work on one project, each in a folder of its own below `place`."""

    tools: Sequence[Tool]
    project: Path
    place: Path
    figures: Figures
    say: Say

    def set_up(self) -> None:
        """Give each tool its project."""
        for tool in self.tools:
            tool.write(self.project, self.folder(tool))

    def folder(self, tool: Tool) -> Path:
        """A tool's project."""
        return self.place / tool.name

    def site(self, tool: Tool) -> Path:
        """A tool's site."""
        return self.place / "sites" / tool.name

    def build(self, tool: Tool, what: str, *, counted: bool = True) -> None:
        """One run, noted down."""
        folder = self.folder(tool)
        found = run(tool, folder, tool.command(folder, self.site(tool)))
        if counted:
            self.figures.add(what, tool, found)
            self.say(f"{self.figures.facts:,} facts, {what}: {tool.name}: {found.seconds:.2f} s")

    def forget(self, tool: Tool) -> None:
        """Take away a tool's site and what it keeps, so that the next run is a first one."""
        site = self.site(tool)
        self._set_aside(site.parent / f".{site.name}.sitegen")
        for folder in (site, *(self.folder(tool) / name for name in tool.caches)):
            self._set_aside(folder)

    def _set_aside(self, folder: Path) -> None:
        """Move a folder away. Whoever makes files just after many were deleted waits for the disk:
        on ext4 up to some seconds, which would be held against the tool whose turn it is.
        """
        if folder.exists():
            aside = self.place / "aside"
            aside.mkdir(exist_ok=True)
            folder.rename(aside / str(len(list(aside.iterdir()))))

    def in_turns(self, round_: int) -> Sequence[Tool]:
        """The tools of a round; another one begins each."""
        start = round_ % len(self.tools)
        return (*self.tools[start:], *self.tools[:start])

    def cold(self, rounds: int) -> None:
        """First runs, and the same bytes written in a plain loop."""
        for round_ in range(rounds):
            for tool in self.in_turns(round_):
                self.forget(tool)
                self.build(tool, COLD)
            self.figures.raw.append(self._raw())
        for tool in self.tools:
            sizes = [file.stat().st_size for file in self.site(tool).rglob("*") if file.is_file()]
            self.figures.files[tool.name] = (len(sizes), sum(sizes))

    def _raw(self) -> float:
        out = self.place / "raw"
        seconds = raw_limit(self.site(self.tools[0]), out)
        self._set_aside(out)
        return seconds

    def warm(self, rounds: int) -> None:
        """Runs over a site that is there, with each edit or none; the first ones don't count.

        A page that must show an edit is looked at after each run.
        """
        for round_ in range(rounds + 1):
            for tool in self.in_turns(round_):
                self.build(tool, NOTHING, counted=round_ > 0)
        number = 0
        for what, edit in EDITS.items():
            for round_ in range(rounds + 1):
                for tool in self.in_turns(round_):
                    number += 1
                    page = edit(tool, self.folder(tool), number)
                    self.build(tool, what, counted=round_ > 0)
                    if marker(number) not in (self.site(tool) / page).read_text("utf-8"):
                        raise RunError(f"{tool.name}: {page} does not show the edit ({what})")

    def memory(self) -> None:
        """One more first run of each, with an eye on all its processes; its time doesn't count."""
        for tool in self.tools:
            self.forget(tool)
            folder = self.folder(tool)
            found = run(tool, folder, tool.command(folder, self.site(tool)), watch=True)
            self.figures.add("memory", tool, found)
            self.say(f"{self.figures.facts:,} facts, memory: {tool.name}: {found.tree:.0f} MB")

    def search(self, rounds: int) -> None:
        """First runs of our own that make the search index as well."""
        for _ in range(rounds):
            for tool in filter(is_ours, self.tools):
                self.forget(tool)
                folder = self.folder(tool)
                command = [
                    word for word in tool.command(folder, self.site(tool)) if word != "--no-search"
                ]
                self.figures.add(SEARCH, tool, run(tool, folder, command))

    def profile(self) -> None:
        """What our own says of its stages; nothing where it does not know the option."""
        for tool in filter(is_ours, self.tools):
            self.forget(tool)
            folder = self.folder(tool)
            command = [*tool.command(folder, self.site(tool)), "--profile"]
            told = subprocess.run(  # noqa: S603 - ours
                command, cwd=folder, env=tool.environ(), capture_output=True, text=True, check=False
            )
            if told.returncode == 0:
                self.figures.stages[tool.name] = told.stderr


def is_ours(tool: Tool) -> bool:
    """Whether a tool is sitegen."""
    return tool.name.startswith("sitegen")
