"""Pages of the web: their text and metadata, found by trafilatura in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from sitegen.drafts.add.extracting import NO_START
from sitegen.drafts.add.refused import Because, RefusedError
from sitegen.frozen import dataclass

_LONGEST = 30  # seconds; a long page takes one or two
_TOOL = "trafilatura"
_HINT = "save the article's words as a text file, then add that"


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page, a paragraph a line, and its metadata by field; else empty."""

    text: str
    told: Mapping[str, str]


def read_page(text: str, name: str) -> Page:
    """What is found in a page. Nothing is fetched. Raises RefusedError."""
    if find_spec(_TOOL) is None:
        raise RefusedError(
            f"reading the page {name} needs {_TOOL}, which is not installed",
            "pip install 'sitegen-factsheets[html]' (in a checkout: pip install '.[html]')",
            Because.MACHINE,
        )
    try:
        # A page has no surrogates: what stands for one is a broken reference.
        answer = _run(text.encode("utf-8", "replace"))
    except subprocess.TimeoutExpired:
        raise RefusedError(
            f"{name} takes more than {_LONGEST} seconds to read, so it was left", _HINT
        ) from None
    try:
        found = json.loads(answer.stdout) if answer.returncode == 0 else None
    except ValueError:
        found = None
    if answer.returncode == NO_START:
        told = answer.stderr.decode(errors="replace").strip().splitlines()
        raise RefusedError(
            f"{_TOOL} does not start here: {told[-1] if told else 'it says nothing'}",
            "pip install --upgrade 'sitegen-factsheets[html]' (in a checkout: '.[html]')",
            Because.MACHINE,
        )
    if answer.returncode:
        raise RefusedError(f"{name} is built in a way that {_TOOL} cannot read", _HINT)
    if not found:
        raise RefusedError(f"no article is found in the page {name}", _HINT)
    return Page(found.pop("text"), found)


def _run(page: bytes) -> subprocess.CompletedProcess[bytes]:
    """The extraction, with the modules of this process and none of the folder that it runs in."""
    home = Path(__file__).resolve().parents[3]
    here = os.getcwd()  # `python -m` puts it before all others, whatever lies in it
    paths = [str(home), *(path for path in sys.path if os.path.isabs(path) and path != here)]
    return subprocess.run(
        [sys.executable, "-P", "-m", "sitegen.drafts.add.extracting"],
        input=page,
        capture_output=True,
        timeout=_LONGEST,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        check=False,
    )
