"""The demonstration, copied to a folder of its own and shown by a running `sitegen serve`."""

import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.documents import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
_PATIENCE = 30.0  # seconds; a machine that runs other tests beside is slow


def copy_demonstration(project: Path) -> Path:
    """The fact sheet of this checkout with its theme, in a folder where it may be edited."""
    for name in ("content", "seeds", "themes"):
        shutil.copytree(ROOT / name, project / name)
    return project


class Server:
    """A `sitegen serve` in a process of its own, until `stop`."""

    def __init__(self, project: Path, *options: str) -> None:
        command = [sys.executable, "-m", "sitegen", "-C", str(project), "serve", *options]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            bufsize=1,
        )
        self.said: list[str] = []
        """The lines that it has printed so far."""
        self._address = ""
        self._told = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def address(self) -> str:
        """Where it listens, as soon as it says so."""
        self._told.wait(_PATIENCE)
        assert self._address, "\n".join(("sitegen serve names no address:", *self.said))
        return self._address

    def wait_for_site(self) -> None:
        """Wait until the first build has ended."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(self.address()):  # noqa: S310 - our own address
                    return
            except urllib.error.HTTPError:
                time.sleep(0.05)
        raise AssertionError("\n".join(("no site comes:", *self.said)))

    def stop(self) -> None:
        """End it, as the system does."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.rstrip("\n"))
            found = _ADDRESS.search(line)
            if found and not self._address:
                self._address = found[0]
                self._told.set()
        self._told.set()  # it has ended; nobody waits in vain


@dataclass
class Preview:
    """A project that is being previewed. `address` ends with a slash."""

    project: Path
    address: str
    server: Server

    def url(self, path: str) -> str:
        """Where a page of the site is shown."""
        return self.address + path

    def file(self, path: str) -> Path:
        """A file of the project."""
        return self.project / path

    def edit(self, path: str, old: str, new: str) -> None:
        """Save a file with other words, as an editor does who overwrites it."""
        text = self.file(path).read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        self.file(path).write_text(text.replace(old, new, 1), encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Save a file, with its folders."""
        self.file(path).parent.mkdir(parents=True, exist_ok=True)
        self.file(path).write_text(text, encoding="utf-8")


@contextmanager
def previewing(project: Path) -> Iterator[Preview]:
    """A project in a preview that has its first site."""
    server = Server(project, "--port", "0")
    try:
        server.wait_for_site()
        yield Preview(project, server.address(), server)
    finally:
        server.stop()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """The demonstration in a preview of its own, which the test may edit."""
    folder = tmp_path / "a project with spaces"
    folder.mkdir()
    with previewing(copy_demonstration(folder)) as running:
        yield running


@pytest.fixture
def tab(browser: "Browser") -> "Iterator[Page]":
    """A tab of a browser's window, at a desk."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(10_000)
    try:
        yield page
    finally:
        context.close()
