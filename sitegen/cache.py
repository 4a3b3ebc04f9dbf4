"""What earlier builds rendered, so that a page whose view is the same is not rendered again.

Only a convenience: whatever is missing, stale or damaged here costs time and nothing else.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from sitegen.digest import fingerprint

_VERSION = 1
_IGNORE_ALL = "# Made by sitegen; safe to delete.\n*\n"

Remembered = Mapping[str, tuple[str, str]]


def recall(folder: Path, output: Path) -> Remembered:
    """For each page of an output folder the key that it was rendered for, and its digest."""
    try:
        file = _file(folder, output)
        if not file.is_file():  # a pipe would keep us waiting
            return {}
        stored = json.loads(file.read_bytes())
        if stored["version"] != _VERSION:
            return {}
        return {
            str(path): (str(key), str(digest)) for path, (key, digest) in stored["pages"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def remember(folder: Path, output: Path, pages: Remembered) -> None:
    """Keep what was rendered. Raises OSError where the folder cannot be written."""
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORE_ALL, encoding="utf-8")
    file = _file(folder, output)
    content = json.dumps({"version": _VERSION, "pages": pages}, separators=(",", ":"))
    fresh = file.with_suffix(f".{os.getpid()}.new")
    try:
        fresh.write_text(content, encoding="utf-8")
        os.replace(fresh, file)
    finally:
        fresh.unlink(missing_ok=True)


def _file(folder: Path, output: Path) -> Path:
    """One file for each output folder, so that several can be built in turn."""
    return folder / f"pages-{fingerprint(os.fsencode(output.absolute()))[:12]}.json"
