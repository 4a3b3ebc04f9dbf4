"""Where a document is run: a home, the commands on its PATH, repositories instead of GitHub's."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from sitegen.drafts.init import make
from sitegen.drafts.projects import starter
from tests.conftest import require_tool
from tests.diagnostic_pages import lay_out
from tests.documents import ROOT

STARTER = "sheet"
"""The folder of a document that begins in the project of `sitegen init`."""
_GITHUB = re.compile(r"(?:https://github\.com/|git@github\.com:)([\w.-]+/[\w.-]+)")
_OF_A_CHECKOUT = ("content", "seeds", "themes", "schemas")
_PYTHON = f'"{sys.executable}" -m tests.manual.stand_ins'
_COMMANDS = {
    "sitegen": f"""\
for word in "$@"; do [ "$word" != serve ] || exec {_PYTHON} serve "$@"; done
exec "{sys.executable}" -m sitegen "$@"
""",
    "python3": f"""\
case "$1 $2" in
"-m venv") shift 2; exec {_PYTHON} venv "$@" ;;
"-m pip") shift 2; exec {_PYTHON} pip "$@" ;;
"-m pytest") shift 2; exec {_PYTHON} pytest "$@" ;;
"-m sitegen") shift 2; exec sitegen "$@" ;;
esac
exec "{sys.executable}" "$@"
""",
    "pip": f'exec {_PYTHON} pip "$@"\n',
    "ssh": f'exec {_PYTHON} ssh "$@"\n',
}
_PAGE = """\
<!doctype html><html lang="en"><head><title>The lamp seen again</title></head><body><article>
<h1>The lamp seen again</h1>
<p>The lamp of Northhaven was seen from 18 miles on 2 June 2020, said its keeper, Ada Finch.</p>
<p>“It is as bright as it ever was,” Finch told the Harbour Gazette. “We clean it each day.”</p>
</article></body></html>
"""
"""What a browser has saved as lamp.html, for documents that begin where they are read."""
_SAME = {"python3": "python", "pip": "pip3"}
_DIGEST = 'exec shasum -a 256 "$@"\n'  # older releases of macOS call it by another name


@dataclass(frozen=True, slots=True)
class Room:
    """A folder for one document: `home`, where it begins, and the variables of its commands."""

    home: Path
    begin: Path
    variables: dict[str, str]


def make_room(folder: Path, document: Path, begins: str) -> Room:
    """A room in which a document can be run."""
    home, commands = folder / "home", folder / "commands"
    home.mkdir()
    _write_commands(commands)
    variables = {
        "PATH": os.pathsep.join([str(commands), os.environ["PATH"]]),
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",  # or what a command prints twice over stands in another order
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "C.UTF-8",
        "BROWSER": "true",
        "MANUAL_COMMANDS": str(commands),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": str(_git_settings(folder, document)),
        "GIT_TERMINAL_PROMPT": "0",
    }
    return Room(home, _begin(home, begins), variables)


def _write_commands(folder: Path) -> None:
    folder.mkdir()
    wanted = dict(_COMMANDS)
    wanted |= {other: wanted[name] for name, other in _SAME.items()}
    if shutil.which("sha256sum") is None:
        wanted["sha256sum"] = _DIGEST
    for name, script in wanted.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        (folder / name).chmod(0o755)


def _git_settings(folder: Path, document: Path) -> Path:
    """Settings for git by which GitHub is a folder, with each repository that a document names."""
    hosted = folder / "github.com"
    hosted.mkdir()
    settings = folder / "gitconfig"
    settings.write_text(
        "[user]\n\tname = Ada Finch\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"
        f'[url "{hosted.as_uri()}/"]\n\tinsteadOf = https://github.com/\n'
        "\tinsteadOf = git@github.com:\n",
        encoding="utf-8",
    )
    for name in set(_GITHUB.findall(document.read_text(encoding="utf-8"))):
        repository = hosted / name
        command = [require_tool("git"), "init", "-q", "--bare", str(repository)]
        subprocess.run(command, check=True, capture_output=True)
    return settings


def _begin(home: Path, begins: str) -> Path:
    if begins == "an empty folder":
        (home / "lamp.html").write_text(_PAGE, encoding="utf-8")
        return home
    folder = home / STARTER
    folder.mkdir()
    match begins:
        case "a checkout":
            for name in _OF_A_CHECKOUT:
                shutil.copytree(ROOT / name, folder / name)
            for file in (ROOT / "pyproject.toml", *ROOT.glob("requirements*.txt")):
                shutil.copy(file, folder)
        case "the project of sitegen init":
            make(folder, starter())
        case "a built project":
            make(folder, starter())
            _run("-m", "sitegen", "-C", str(folder), "build", "-q")
        case "the project of docs/diagnostics/README.md":
            lay_out(folder)
        case "a repository of northhaven/lamp":
            lay_out(folder)
            _keep(folder)
        case _:
            raise ValueError(f"a document cannot begin in {begins}")
    return folder


def _run(*words: str) -> None:
    subprocess.run([sys.executable, *words], cwd=ROOT, check=True, capture_output=True)


def _keep(folder: Path) -> None:
    """Makes a repository of a folder, with GitHub as its remote."""
    remote = "https://github.com/northhaven/lamp.git"
    for words in ("init -q -b main", f"remote add origin {remote}"):
        command = [require_tool("git"), *words.split()]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
