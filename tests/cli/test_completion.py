"""The scripts of `completion`, in the shells that they are for: what TAB brings there."""

import os
import re
import select
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sitegen.cli import completion, make_parser, options
from tests.cli.conftest import Sitegen
from tests.conftest import require_tool
from tests.documents import ROOT

MANUAL = ROOT / "docs" / "command-line.md"
SHELLS = ("bash", "zsh", "fish")
FORMATS = {"text", "json", "github", "sarif"}
PATIENCE = 20  # seconds until a shell that says nothing has failed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="only on systems with these shells")


class Terminal:
    """A shell at a terminal, typed into, that must answer with certain words."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.screen, behind = os.openpty()
        self.running = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(folder),
            stdin=behind,
            stdout=behind,
            stderr=behind,
            start_new_session=True,
        )
        os.close(behind)

    def type(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def wait(self, *wanted: str) -> str:
        """What is printed until all these words have been; they must come."""
        seen = ""
        missing = set(wanted)
        while missing:
            ready, _, _ = select.select([self.screen], [], [], PATIENCE)
            assert ready, f"waited in vain for {sorted(missing)}; there is: {seen}"
            seen += os.read(self.screen, 65536).decode(errors="replace")
            missing = {word for word in missing if word not in seen}
        return seen

    def close(self) -> None:
        self.running.kill()
        self.running.wait()
        with suppress(OSError):
            os.close(self.screen)


def manual(shell: str) -> str:
    """The line that the manual gives to a user of this shell."""
    (line,) = re.findall(
        rf"^    (.*sitegen completion {shell}.*)$", MANUAL.read_text("utf-8"), re.M
    )
    return str(line)


def bash(folder: Path) -> list[str]:
    program = require_tool("bash")
    told = subprocess.run([program, "--version"], capture_output=True, check=True).stdout
    if b"version 3." in told:
        pytest.skip("only on bash 4 and newer: macOS's has no slashes after folders")
    (folder / "rc").write_text(
        f"{manual('bash')}\n"
        "bind 'set show-all-if-ambiguous on' 'set page-completions off'\n"
        "bind 'set completion-query-items 0' 'set enable-bracketed-paste off'\n",
        encoding="utf-8",
    )
    return [program, "--noprofile", "--rcfile", "rc", "-i"]


def zsh(folder: Path) -> list[str]:
    (folder / ".zshrc").write_text(
        f"autoload -Uz compinit; compinit -u -D\n{manual('zsh')}\n"
        "LISTMAX=0; unsetopt prompt_cr prompt_sp list_beep\n",
        encoding="utf-8",
    )
    return [require_tool("zsh"), "--no-globalrcs", "-i"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file to complete, and with the command."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "report.txt").touch()
    command = tmp_path / "commands" / "sitegen"
    command.parent.mkdir()
    run = f"PYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m sitegen"
    command.write_text(f'#!/bin/sh\n{run} "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return tmp_path


def environment(folder: Path) -> dict[str, str]:
    """What a shell is told: nothing of whoever runs the tests."""
    path = f"{folder / 'commands'}{os.pathsep}{os.environ['PATH']}"
    home = {"HOME": str(folder), "ZDOTDIR": str(folder), "INPUTRC": os.devnull}
    return {**home, "PATH": path, "TERM": "dumb", "PS1": "", "LC_ALL": "C.UTF-8"}


@pytest.fixture(params=["bash", "zsh"])
def terminal(request: pytest.FixtureRequest, folder: Path) -> Iterator[Terminal]:
    """A shell that has its script as the manual says."""
    opened = Terminal({"bash": bash, "zsh": zsh}[request.param](folder), folder)
    opened.type("echo rea''dy\n")
    opened.wait("ready")
    yield opened
    opened.close()


def test_a_command_is_completed(terminal: Terminal) -> None:
    terminal.type("sitegen pu\t")
    terminal.wait("sitegen publish ")


def test_a_command_is_completed_after_a_common_option(terminal: Terminal) -> None:
    terminal.type("sitegen -C articles cov\t")
    terminal.wait("sitegen -C articles coverage ")


def test_the_options_of_a_command_and_the_common_ones_are_offered(terminal: Terminal) -> None:
    terminal.type("sitegen build --\t")
    offered = terminal.wait("--profile", "--no-search", "--base-url", "--strict", "--version")
    assert "--dry-run" not in offered


def test_the_choices_of_an_option_are_offered(terminal: Terminal) -> None:
    terminal.type("sitegen check --format \t")
    terminal.wait(*FORMATS)


def test_a_choice_is_completed(terminal: Terminal) -> None:
    terminal.type("sitegen check --strict --format gi\t")
    terminal.wait("--format github ")


def test_folders_and_files_are_completed(terminal: Terminal) -> None:
    terminal.type("sitegen -C art\t")
    terminal.wait("-C articles/")
    terminal.type("\x15sitegen add articles/rep\t")
    terminal.wait("add articles/report.txt")


def offered_by_fish(line: str, folder: Path) -> set[str]:
    """What fish completes a line with; it can be asked without a terminal."""
    fish = require_tool("fish")
    ran = subprocess.run(
        [fish, "--no-config", "-c", f"{manual('fish')}; complete -C {shlex.quote(line)}"],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert ran.stderr == ""
    return {row.partition("\t")[0] for row in ran.stdout.splitlines()}


def test_fish_completes_the_same(folder: Path) -> None:
    assert offered_by_fish("sitegen pu", folder) == {"publish"}
    assert offered_by_fish("sitegen -C articles cov", folder) == {"coverage"}
    flags = offered_by_fish("sitegen build --", folder)
    assert {"--profile", "--no-search", "--base-url", "--strict", "--version"} <= flags
    assert "--dry-run" not in flags
    assert offered_by_fish("sitegen check --format ", folder) == FORMATS
    assert offered_by_fish("sitegen check --strict --format gi", folder) == {"github"}
    assert offered_by_fish("sitegen -C art", folder) == {"articles/"}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_reads_the_script_without_complaint(shell: str, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text(completion.script(shell), encoding="utf-8")
    ran = subprocess.run(
        [require_tool(shell), "-n", script], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed_where_there_is_no_project(
    shell: str, sitegen: Sitegen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = sitegen("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == completion.script(shell) + "\n"
    assert all(command in ran.out for command in options.COMMANDS)
    assert list(tmp_path.iterdir()) == []


def test_each_value_that_is_a_path_is_completed_as_one() -> None:
    """So every option that takes a folder or a file must call it that."""
    paths = {
        (action.dest, action.metavar)
        for action in completion._actions(make_parser())
        if action.type is Path
    }
    assert paths
    assert {name for _, name in paths} <= {"DIR", "FILE"}


def test_no_other_command_waits_for_the_library() -> None:
    program = "import sys, sitegen.cli, sitegen.cli.completion; print('shtab' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "False\n"
