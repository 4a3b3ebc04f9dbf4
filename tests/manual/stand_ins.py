"""What stands for that which a test must not use: a package index, a server that runs on.

    python -m tests.manual.stand_ins pip|venv|ssh|serve|pytest ARGUMENT …

Each checks how it is called, does as little as shows that the call is right, and ends.
"""

import os
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from packaging.requirements import InvalidRequirement, Requirement

from sitegen import __version__
from tests.documents import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_PORT = "8000"


def pip(words: Sequence[str]) -> int:
    """`pip install`: of sitegen by the name and a version that it has, or of what lies here."""
    if not words or words[0] != "install":
        return _refuse(f"pip {' '.join(words)}: only install is known")
    names = []
    rest = iter(words[1:])
    for word in rest:
        if word in {"-r", "-qr"}:
            if not Path(next(rest, "")).is_file():
                return _refuse(f"pip: {word} names no file that is here")
        elif not word.startswith("-"):
            names.append(word)
        elif word not in {"-q", "--quiet", "-U", "--upgrade"}:
            return _refuse(f"pip: is {word} an option?")
    wrong = [why for name in names if (why := _wrong(name))]
    return _refuse(wrong[0]) if wrong else 0


def _wrong(name: str) -> str | None:
    """Why something cannot be installed."""
    if name == ".":
        return None if Path("pyproject.toml").is_file() else "pip: no pyproject.toml is here"
    try:
        asked = Requirement(name)
    except InvalidRequirement as problem:
        return f"pip: {problem}"
    if asked.name != PROJECT["name"]:
        return f"pip: {asked.name} is not sitegen"
    if not asked.extras <= PROJECT["optional-dependencies"].keys():
        return f"pip: there are no extras {sorted(asked.extras)}"
    if not asked.specifier.contains(__version__, prereleases=True):
        return f"pip: {asked.specifier} is not version {__version__}"
    if asked.url and not asked.url.startswith("git+https://github.com/"):
        return f"pip: nothing is at {asked.url}"
    return None


def venv(words: Sequence[str]) -> int:
    """`python3 -m venv FOLDER`: the commands of this test again, and what activates them."""
    (folder,) = words
    binaries = Path(folder).resolve() / "bin"
    shutil.copytree(os.environ["MANUAL_COMMANDS"], binaries, dirs_exist_ok=True)
    (binaries / "activate").write_text(f'PATH="{binaries}:$PATH"; export PATH\n', encoding="utf-8")
    return 0


def ssh(words: Sequence[str]) -> int:
    """`ssh HOST COMMAND`: runs the command here. The folder of the other machine is in the home."""
    rest = list(words)
    while rest and rest[0].startswith("-"):
        rest = rest[2 if rest[0] in {"-o", "-p", "-i", "-l", "-F"} else 1 :]
    if len(rest) < 2:
        return _refuse("ssh: which host, and which command?")
    Path(os.environ["HOME"], "srv", "www").mkdir(parents=True, exist_ok=True)
    return subprocess.run(["/bin/sh", "-c", " ".join(rest[1:])], check=False).returncode


def pytest(words: Sequence[str]) -> int:
    """`python -m pytest`: whether it takes these options, not the tests themselves."""
    command = [sys.executable, "-m", "pytest", *words, "--version"]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode


def serve(words: Sequence[str]) -> int:
    """`sitegen serve` until it has shown its page: prints what it prints, on the port as asked."""
    command = [sys.executable, "-m", "sitegen", *words]
    command += [] if "--port" in words else ["--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        address = running.stdout.readline().strip()
        first = running.stderr.readline()
        while first and "errors" not in first:
            first = running.stderr.readline()
        if address:
            with urlopen(address, timeout=20) as answer:  # noqa: S310 - it begins with http://127
                sound = answer.status == 200 and b"<title>" in answer.read()
            port = str(urlsplit(address).port)
            _say(address if "--port" in words else address.replace(port, _PORT))
            if not sound:
                return _refuse("serve: this is no page")
        running.send_signal(signal.SIGTERM)
        output, _ = running.communicate(timeout=20)
    sys.stdout.write(output)
    return running.returncode


def _refuse(why: str) -> int:
    sys.stderr.write(f"{why}\n")
    return 2


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "pip": pip,
    "venv": venv,
    "ssh": ssh,
    "pytest": pytest,
    "serve": serve,
}

if __name__ == "__main__":
    sys.exit(COMMANDS[sys.argv[1]](sys.argv[2:]))
