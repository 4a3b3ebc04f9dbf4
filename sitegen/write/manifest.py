"""The manifest: which files of an output folder are ours, and the digest of each.

It holds no times and is sorted, so that the same site always has the same bytes.
"""

import json
import stat
from collections.abc import Callable, Mapping
from functools import lru_cache
from json.encoder import encode_basestring
from pathlib import Path

from sitegen.frozen import dataclass, field
from sitegen.write.files import read_file
from sitegen.write.paths import MANIFEST, unsafe

_VERSION = 1
_string: Callable[[str], str] = encode_basestring


def encode(digests: Mapping[str, str]) -> bytes:
    """The bytes of the manifest of these files."""
    rows = ",\n".join(  # as `json.dumps` with indent=0 has it, in a tenth of its time
        [f"{_string(path)}: {_string(digest)}" for path, digest in sorted(digests.items())]
    )
    files = f"{{\n{rows}\n}}" if rows else "{}"
    return f'{{\n"version": {_VERSION},\n"files": {files}\n}}\n'.encode()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest as it was found: its bytes, and the digest of each path.

    `problem` is None, or says why it is none of ours, as the end of a sentence; then `files` is
    empty.
    """

    raw: bytes = b""
    files: Mapping[str, str] = field(default_factory=dict)
    problem: str | None = None


@lru_cache(2)  # of the live site and of the older one; a build asks for the first several times
def parse(raw: bytes) -> Manifest:
    """Read a manifest.

    The paths are checked like those of a new site: whoever writes a manifest by hand must not
    make us delete a file elsewhere.
    """
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return Manifest(raw, problem="is not readable")
    if not isinstance(found, dict) or not isinstance(found.get("files"), dict):
        return Manifest(raw, problem="was not written by sitegen")
    if found.get("version") != _VERSION:
        return Manifest(raw, problem="was written by another version of sitegen")
    files = found["files"]
    if unsafe(files) or not all(isinstance(digest, str) for digest in files.values()):
        return Manifest(raw, problem="was not written by sitegen")
    return Manifest(raw, files)


def read(folder: Path) -> Manifest | None:
    """The manifest of a folder; None where there is none. Raises OSError if it can't be read."""
    path = folder / MANIFEST
    try:
        kind = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(kind):
        return Manifest(problem="is not a file")
    return parse(read_file(path)[0])
