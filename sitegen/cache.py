"""What earlier builds of a project worked out, kept in its folder for the next ones.

Only a convenience: whatever is missing, stale or damaged here costs time and nothing else.
"""

import json
import os
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sitegen.digest import fingerprint

_IGNORE_ALL = "# Made by sitegen; safe to delete.\n*\n"


def load(folder: Path, name: str) -> Any:
    """What was kept under a name; None unless it is all there, as it was written."""
    content = _load(folder, f"{name}.json")
    try:
        return None if content is None else json.loads(content)
    except (ValueError, RecursionError):
        return None


def keep(folder: Path, name: str, value: Any) -> None:
    """Keep a value under a name. JSON must know it. Raises OSError where nothing can be written."""
    _keep(folder, f"{name}.json", json.dumps(value, separators=(",", ":")).encode())


def load_parts(folder: Path, name: str, key: bytes = b"") -> dict[str, bytes]:
    """The parts that were kept in a file of this name, with the same key, each by its name.

    None of them unless all are there, as they were written by somebody who has the key.
    """
    head, _, body = (_load(folder, name, key) or b"").partition(b"\n")
    found: dict[str, bytes] = {}
    at = 0
    try:
        for part, length in json.loads(head):
            found[part] = body[at : at + length]
            at += length
    except (ValueError, TypeError, RecursionError):
        return {}
    return found


def keep_parts(folder: Path, name: str, parts: Mapping[str, bytes], key: bytes = b"") -> None:
    """Keep parts by their names, each to be read by itself. Raises OSError as `keep` does."""
    head = json.dumps([(part, len(content)) for part, content in parts.items()])
    _keep(folder, name, b"\n".join((head.encode(), b"".join(parts.values()))), key)


def _load(folder: Path, name: str, key: bytes = b"") -> bytes | None:
    """What was kept in a file of this name, whole."""
    file = folder / name
    try:
        if not file.is_file():  # a pipe would keep us waiting
            return None
        digest, _, content = file.read_bytes().partition(b"\n")
    except (OSError, ValueError):
        return None
    return content if _digest(content, key) == digest else None


def _keep(folder: Path, name: str, content: bytes, key: bytes = b"") -> None:
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORE_ALL, encoding="utf-8")
    file = folder / name
    for left in folder.glob(f"{file.stem}.*.new"):  # by a build that was killed
        left.unlink(missing_ok=True)
    fresh = file.with_suffix(f".{os.getpid()}.new")
    try:
        fresh.write_bytes(_digest(content, key) + b"\n" + content)
        os.replace(fresh, file)
    finally:
        fresh.unlink(missing_ok=True)


def _digest(content: bytes, key: bytes) -> bytes:
    return blake2b(content, digest_size=16, key=key).hexdigest().encode()


def forget(folder: Path, name: str) -> None:
    """Drop what was kept under a name."""
    (folder / f"{name}.json").unlink(missing_ok=True)


def name_for(kind: str, output: Path) -> str:
    """A name of its own for each output folder, so that several can be built in turn."""
    return f"{kind}-{fingerprint(os.fsencode(output.absolute()))[:12]}"
