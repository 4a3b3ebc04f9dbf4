"""The preview servers that are measured, each over its own copy of a project."""

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.peers.hugo import hugo_binary, write_hugo_project

_PATIENCE = 120  # seconds until a server must answer
_ADDRESS = re.compile(rb"http://127\.0\.0\.1:\d+/")


@dataclass(frozen=True, slots=True)
class Preview:
    """A server that runs: its name, its address, and the folder of the facts that it watches."""

    name: str
    address: str
    facts: Path


@contextmanager
def sitegen(project: Path, folder: Path) -> Iterator[Preview]:
    """`sitegen serve` over a copy of a project."""
    copy = folder / "sitegen"
    for part in ("content", "seeds", "themes"):
        if (project / part).exists():
            shutil.copytree(project / part, copy / part)
    command = [sys.executable, "-m", "sitegen", "-C", str(copy), "serve", "--port", "8790"]
    with _running(command, folder / "sitegen.log") as log:
        address = _told(log)
        yield Preview("sitegen", address, copy / "content" / "facts")


@contextmanager
def hugo(project: Path, folder: Path) -> Iterator[Preview]:
    """`hugo server` over the same YAML files."""
    copy = folder / "hugo"
    write_hugo_project(project, copy)
    flags = ["--bind", "127.0.0.1", "--port", "8791", "--source", str(copy)]
    with _running([str(hugo_binary()), "server", *flags], folder / "hugo.log") as log:
        yield Preview("hugo", _told(log), copy / "data" / "facts")


@contextmanager
def _running(command: list[str], log: Path) -> Iterator[Path]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603 - the tools that are measured
    try:
        yield log
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def _told(log: Path) -> str:
    """The address that a server prints, once it answers there."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        found = _ADDRESS.search(log.read_bytes().replace(b"localhost", b"127.0.0.1"))
        if found:
            address = found[0].decode()
            try:
                with urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
                    if answer.status == 200:  # noqa: PLR2004 - OK
                        return address
            except URLError:
                pass
        time.sleep(0.1)
    raise TimeoutError(f"no server after {_PATIENCE} s:\n{log.read_text('utf-8', 'replace')}")
