"""What a terminal gets that a file does not: colours, and how far a build is."""

import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.cli import main, progress
from sitegen.cli.progress import Progress
from sitegen.config import Environment
from tests.cli.conftest import Sitegen

ENVIRONMENTS: list[tuple[dict[str, str], bool, bool]] = [
    # what is set, whether there are colours, whether there is progress
    ({}, True, True),
    ({"TERM": "xterm-256color"}, True, True),
    ({"NO_COLOR": ""}, True, True),  # no-color.org: when present and not empty
    ({"NO_COLOR": "1"}, False, False),
    ({"NO_COLOR": "0"}, False, False),
    ({"TERM": "dumb"}, False, False),
    ({"CI": "true"}, True, False),
    ({"CI": "1"}, True, False),
    ({"CI": "false"}, True, True),
    ({"CI": "0"}, True, True),
    ({"CI": ""}, True, True),
]


class Terminal:
    """A pseudo-terminal: what is written to `stream` is what it shows."""

    def __init__(self) -> None:
        try:
            self.screen, end = os.openpty()
        except OSError as refusal:  # in a chroot without /dev/pts
            pytest.skip(f"there are no pseudo-terminals here: {refusal.strerror}")
        self.stream = os.fdopen(end, "w", encoding="utf-8")

    def shown(self) -> str:
        self.stream.flush()
        os.write(self.stream.fileno(), b"\0")  # a mark after the last word: reading never waits
        text = b""
        while not text.endswith(b"\0"):
            text += os.read(self.screen, 65536)
        return text[:-1].decode()


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    opened = Terminal()
    yield opened
    opened.stream.close()
    os.close(opened.screen)


class SlowClock:
    """A clock on which each look takes half a second."""

    def __init__(self, step: float = 0.5) -> None:
        self.now, self.step = 0.0, step

    def monotonic(self) -> float:
        self.now += self.step
        return self.now

    def perf_counter(self) -> float:
        return 0.0


@pytest.mark.parametrize(("variables", "colours", "counts"), ENVIRONMENTS)
def test_the_environment_is_honoured(
    variables: dict[str, str], colours: bool, counts: bool
) -> None:
    environment = Environment.read(variables)
    assert (not environment.plain, not environment.quiet_terminal) == (colours, counts)


@pytest.mark.parametrize(("variables", "colours", "_"), ENVIRONMENTS)
def test_colours_only_on_a_terminal(
    terminal: Terminal,
    broken: Path,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    colours: bool,
    _: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", terminal.stream)
    assert main(["-C", str(broken), "check"]) == 1
    assert ("\x1b[" in terminal.shown()) == colours


def test_a_file_gets_no_colours(sitegen: Sitegen, broken: Path) -> None:
    assert "\x1b" not in sitegen("-C", broken, "check").out


def test_json_has_no_colours_on_a_terminal(
    terminal: Terminal, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", terminal.stream)
    assert main(["-C", str(broken), "check", "--format", "json"]) == 1
    assert "\x1b" not in terminal.shown()


def counted(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    """What a terminal shows of a build in which time flies."""
    monkeypatch.setattr(progress, "time", SlowClock())
    monkeypatch.setattr(sys, "stderr", terminal.stream)
    assert main(words) == 0
    return terminal.shown()


def test_a_slow_build_tells_where_it_is_and_clears_the_line(
    terminal: Terminal, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = counted(terminal, monkeypatch, "-C", str(project), "build")
    assert re.search("\rmaking pages( [0-9]+%)?, about [0-9]+ s left", shown.replace("\x1b[K", ""))
    assert "writing, about" in shown
    assert shown.endswith("\r\x1b[K")
    assert "\n" not in shown


@pytest.mark.parametrize(("variables", "switch"), [({"CI": "1"}, "-s"), ({}, "-q")])
def test_a_slow_build_is_silent_where_that_is_wanted(
    terminal: Terminal,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    switch: str,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert counted(terminal, monkeypatch, "-C", str(project), "build", switch) == ""


@pytest.mark.parametrize(("variables", "_", "counts"), ENVIRONMENTS)
def test_progress_is_silent_where_that_is_wanted(
    terminal: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    _: bool,
    counts: bool,
) -> None:
    monkeypatch.setattr(progress, "time", SlowClock())
    with Progress(terminal.stream, Environment.read(variables), quiet=False) as tell:
        for page in range(9):
            tell("pages", page, 9)
    assert (terminal.shown() != "") == counts


def test_a_file_hears_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "time", SlowClock())
    written = io.StringIO()
    with Progress(written, Environment.read({}), quiet=False) as tell:
        for page in range(20):
            tell("pages", page, 20)
    assert written.getvalue() == ""


def test_the_first_second_is_silent_and_the_line_is_not_hurried(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "time", SlowClock(step=1 / 64))
    with Progress(terminal.stream, Environment.read({}), quiet=False) as tell:
        for page in range(1, 64):
            tell("pages", page, 5000)
        assert terminal.shown() == ""
        for page in range(64, 128):
            tell("pages", page, 5000)
        assert 5 <= terminal.shown().count("making pages") <= 11


def test_an_interrupted_build_leaves_no_half_line(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "time", SlowClock())

    def interrupted() -> None:
        with Progress(terminal.stream, Environment.read({}), quiet=False) as tell:
            for page in range(4):
                tell("pages", page, 9)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert terminal.shown().endswith("\r\x1b[K")
