"""A small project that is right in all parts, and `sitegen` run on it."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sitegen.cli import main

LETTER = """\
To the editor

The bridge was opened on Monday. About 60,000 people came, the mayor said.
“It’s a good day,” said Ada Lovelace.
"""
PROJECT = {
    "content/site.yaml": "title: A small site\n",
    "content/people.yaml": "people:\n  ada:\n    name: Ada Lovelace\n",
    "content/topics.yaml": "topics:\n  crossings:\n    title: Crossings\n",
    "content/sources.yaml": (
        "sources:\n  letter:\n    text: seeds/letter.txt\n    sha256: @sha256\n"
        "    title: A letter\n"
    ),
    "content/facts/letter.yaml": """\
source: letter
facts:
  bridge-opened:
    kind: claim
    claim: The bridge was opened.
    topics: [crossings]
    cite: {lines: 3, exact: The bridge was opened}
  good-day:
    kind: quote
    quote: It’s a good day
    speaker: ada
    cite: {lines: 4, exact: It’s a good day}
""",
    "content/pages/crossing.md": "---\ntitle: The crossing\n---\n\nSee {fact}`bridge-opened`.\n",
    "seeds/letter.txt": LETTER,
}

FACTS = "content/facts/letter.yaml"


class Ran(NamedTuple):
    """What a run answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Sitegen = Callable[..., Ran]


def write_project(root: Path, **changes: str | bytes | None) -> Path:
    """The project below `root`, with these files instead; None leaves one out."""
    contents = {path: text.encode() for path, text in PROJECT.items()}
    for path, text in changes.items():
        if text is None:
            del contents[path]
        else:
            contents[path] = text.encode() if isinstance(text, str) else text
    digest = hashlib.sha256(contents.get("seeds/letter.txt", b"")).hexdigest().encode()
    for path, content in contents.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.replace(b"@sha256", digest))
    return root


def spawn(
    words: list[str], folder: Path, preexec: Callable[[], None] | None = None, **streams: Any
) -> subprocess.CompletedProcess[str]:
    """`python -m sitegen` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "sitegen", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        text=True,
        timeout=20,
        check=False,
        preexec_fn=preexec,
        **(streams or {"capture_output": True}),
    )


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "CI", "TERM", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The project with one error, for which a file is to blame and no fact."""
    return write_project(
        tmp_path / "broken", **{"content/site.yaml": "title: A small site\nnoindex: yes\n"}
    )


@pytest.fixture
def sitegen(capfd: pytest.CaptureFixture[str]) -> Sitegen:
    """Runs a command line here; usage errors end it as they end the program."""

    def run(*words: str | Path) -> Ran:
        capfd.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as ending:
            code = int(ending.code or 0)
        printed = capfd.readouterr()
        return Ran(int(code), printed.out, printed.err)

    return run
