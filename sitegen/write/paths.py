"""Names: which paths a site may have, and where its folders lie."""

import os
import re
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path

MANIFEST = ".sitegen-manifest.json"
STAGING = ".sitegen-next"
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a desktop drops into every folder that somebody looks at."""

_END = r"(?:/|\Z)"
_OURS = rf"(?!(?i:{re.escape(MANIFEST)}|{re.escape(STAGING)}){_END})"
# A control character would break the lines of a listing; a lone surrogate has no UTF-8.
_PART = rf"(?!\.{{1,2}}{_END})[^/\\\x00-\x1f\x7f\ud800-\udfff]+"
_SAFE = re.compile(rf"{_OURS}{_PART}(?:/{_PART})*")


def unsafe(paths: Iterable[str]) -> list[str]:
    """Those paths that are not relative, not in POSIX form, leave their folder, or are ours."""
    return [path for path in paths if _SAFE.fullmatch(path) is None]


def check(paths: Collection[str]) -> None:
    """Refuse paths that no site may have.

    Raises:
        ValueError: A path is unsafe, is both a file and a folder, or would be the same file as
            another one on a file system that ignores case or composition (macOS, Windows).
    """
    for path in unsafe(paths):
        raise ValueError(f"not a path for a site: {path!r}")
    folders = folders_of(paths)
    for path in paths:
        if path in folders:
            raise ValueError(f"both a file and a folder: {path!r}")
    spellings: dict[str, str] = {}
    for path in (*paths, *folders):
        other = spellings.setdefault(folded(path), path)
        if other != path:
            raise ValueError(f"the same file where case is ignored: {other!r} and {path!r}")


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """Every folder that the files of a site need, the site's own folder apart."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(folders)


def folded(path: str) -> str:
    """What a file system that ignores case and composition would take the path for."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def in_the_way(removed: Iterable[str], files: Collection[str]) -> list[str]:
    """The removed files that must go before the new ones are written, not after.

    A file may stand where a folder is wanted, or a folder where a file is; and where case is
    ignored, deleting the old spelling last would delete the new file.
    """
    spellings = {folded(path): path for path in (*files, *folders_of(files))}

    def stands(path: str) -> bool:
        part = path
        while part:
            wanted = spellings.get(folded(part))
            if wanted is not None and (wanted != part or part == path or part in files):
                return True
            part = part.rpartition("/")[0]
        return False

    return [path for path in removed if stands(path)]


def canonical(output: Path) -> Path:
    """The absolute path of a folder: links are followed everywhere but in its last part."""
    if output.name in {"", ".."}:
        return Path(os.path.realpath(output))
    return Path(os.path.realpath(output.parent), output.name)


def working_folder(place: Path) -> Path:
    """Where the older site, the lock and the stamps of a site lie; `place` is canonical."""
    return place.with_name(f".{place.name}.sitegen")


def shown(path: str | Path) -> str:
    """A path for one line of a message: control characters and stray bytes are spelt out."""
    text = os.fspath(path).encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
