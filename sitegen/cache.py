"""What earlier builds of a project worked out, kept in its folder for the next ones.

Only a convenience: whatever is missing, stale or damaged here costs time and nothing else.
"""

import json
import os
from pathlib import Path
from typing import Any

from sitegen.digest import fingerprint

_IGNORE_ALL = "# Made by sitegen; safe to delete.\n*\n"


def load(folder: Path, name: str) -> Any:
    """What was kept under a name; None unless it is all there, as it was written."""
    file = folder / f"{name}.json"
    try:
        if not file.is_file():  # a pipe would keep us waiting
            return None
        digest, _, content = file.read_bytes().partition(b"\n")
        if fingerprint(content).encode() != digest:
            return None
        return json.loads(content)
    except (OSError, ValueError, RecursionError):
        return None


def keep(folder: Path, name: str, value: Any) -> None:
    """Keep a value under a name. JSON must know it. Raises OSError where nothing can be written."""
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORE_ALL, encoding="utf-8")
    content = json.dumps(value, separators=(",", ":")).encode()
    file = folder / f"{name}.json"
    for left in folder.glob(f"{name}.*.new"):  # by a build that was killed
        left.unlink(missing_ok=True)
    fresh = file.with_suffix(f".{os.getpid()}.new")
    try:
        fresh.write_bytes(fingerprint(content).encode() + b"\n" + content)
        os.replace(fresh, file)
    finally:
        fresh.unlink(missing_ok=True)


def forget(folder: Path, name: str) -> None:
    """Drop what was kept under a name."""
    (folder / f"{name}.json").unlink(missing_ok=True)


def name_for(kind: str, output: Path) -> str:
    """A name of its own for each output folder, so that several can be built in turn."""
    return f"{kind}-{fingerprint(os.fsencode(output.absolute()))[:12]}"
