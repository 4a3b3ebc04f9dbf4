"""What the tests of the writer share: sites as mappings, and folders as values."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from sitegen.digest import fingerprint
from sitegen.write import MANIFEST, OutputFile
from sitegen.write.manifest import encode

Site = Mapping[str, str]
"""A site as path → text."""

ONE: Site = {"index.html": "home", "facts/a.html": "a", "facts/b.html": "b", "assets/x.css": "x"}
TWO: Site = {"index.html": "home 2", "facts/a.html": "a", "facts/c.html": "c", "assets/x.css": "x"}


def files(site: Site) -> dict[str, OutputFile]:
    """A site as `publish` wants it, with all its content."""
    return {
        path: OutputFile(fingerprint(text.encode()), text.encode()) for path, text in site.items()
    }


def digests(site: Site) -> dict[str, str]:
    """What its manifest says of a site."""
    return {path: file.digest for path, file in files(site).items()}


def claimed(site: Site) -> dict[str, OutputFile]:
    """A site whose every file is said to be live already."""
    return {path: OutputFile(file.digest, None) for path, file in files(site).items()}


def published(site: Site) -> dict[str, bytes]:
    """What must lie in the output folder when the site is published: its files and no others."""
    whole = {path: text.encode() for path, text in site.items()}
    whole[MANIFEST] = encode(digests(site))
    return whole


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; an empty folder stands as `NAME/`."""
    found: dict[str, bytes] = {}
    for root, folders, names in os.walk(folder):
        inside = Path(root)
        for name in names:
            path = inside / name
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
        if not folders and not names and inside != folder:
            found[f"{inside.relative_to(folder).as_posix()}/"] = b""
    return found


def snapshot(folder: Path) -> dict[str, tuple[object, ...]]:
    """All there is to know of every entry below a folder: no write at all goes unnoticed."""
    found: dict[str, tuple[object, ...]] = {}
    for root, folders, names in os.walk(folder):
        for name in (".", *folders, *names):
            path = Path(root, name)
            status = path.lstat()
            content: object = None
            if stat.S_ISLNK(status.st_mode):
                content = path.readlink()
            elif stat.S_ISREG(status.st_mode):
                content = path.read_bytes()
            found[os.fspath(path)] = (
                status.st_mode,
                status.st_ino,
                status.st_nlink,
                status.st_size,
                status.st_mtime_ns,
                status.st_ctime_ns,
                content,
            )
    return found
