"""What the latest build came to, so that a build that would change nothing ends at once.

It stands for the very same input: each file that was read, each folder that was listed, what was
asked for, and the program itself. Whatever differs, is missing or is damaged, is built.
"""

import os
import sys
from collections.abc import Container, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sitegen import cache, write
from sitegen.build.output import refusal
from sitegen.build.request import Built, Request, Search
from sitegen.config import CACHE_FOLDER
from sitegen.digest import fingerprint
from sitegen.kept_diagnostics import diagnostic, plain
from sitegen.model import Verdict
from sitegen.report import Summary
from sitegen.snapshot import Refusal, Snapshot

_KIND = "built"
_LIBRARIES = ("jinja2", "markupsafe", "markdown_it", "mdit_py_plugins", "yaml", "pagefind")


def engine() -> str:
    """A digest of the program: of the size and age of each of its files, and of its libraries'.

    Files that are installed anew are younger; reading them all would take longer than a build.
    """
    package = Path(__file__).parent.parent
    folders = (package, *(f for f in (package / "themes", package.parent / "themes") if f.is_dir()))
    stamps = (stamp for folder in folders for stamp in _stamps(os.fspath(folder)))
    libraries = ((name, _library(name)) for name in _LIBRARIES)
    return fingerprint(repr((sys.version, sorted(stamps), *libraries)).encode())


def recall(snapshot: Snapshot, request: Request, program: str) -> Built | None:
    """What the latest build came to, if the site is still as it left it and nothing differs."""
    kept = cache.load(snapshot.root / CACHE_FOLDER, cache.name_for(_KIND, request.output))
    try:
        if kept["asked"] != _asked(request, program) or not _same(kept["read"], snapshot):
            return None
        if any(list(snapshot.files_below(path)) != files for path, files in kept["listed"].items()):
            return None
        if any(snapshot.has_folder(path) != there for path, there in kept["folders"].items()):
            return None
        live = write.look(request.output)
        if refusal(snapshot, request.output, kept["read"], live) is not None:
            return None
        if not write.stands(live, kept["manifest"]):
            return None
        return _built(kept)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def remember(snapshot: Snapshot, request: Request, program: str, built: Built) -> None:
    """Keep what a build came to that published its site. Raises OSError."""
    read = {path: _told(content) for path, content in snapshot.contents().items()}
    folder, name = snapshot.root / CACHE_FOLDER, cache.name_for(_KIND, request.output)
    unread = any(digest is None for _, digest in read.values())
    if built.outcome is None or built.search is Search.FAILED or unread:
        cache.forget(folder, name)
        return
    cache.keep(
        folder,
        name,
        {
            "asked": _asked(request, program),
            "read": read,
            "listed": snapshot.listings(),
            "folders": snapshot.folders(),
            "manifest": built.outcome.manifest,
            "summary": plain(built.summary),
            "diagnostics": [plain(one) for one in built.diagnostics],
            "pages": len(built.rendered) + built.reused,
            "files": built.outcome.written + built.outcome.unchanged,
            "search": built.search,
            "search_note": built.search_note,
        },
    )


def common(
    snapshot: Snapshot, request: Request, program: str, facts: Container[str], *, indexed: bool
) -> str:
    """A digest of all that a site is made of but its files of `facts`; all must have been read."""
    contents = sorted(snapshot.contents().items())
    others = [(path, _digest(content)) for path, content in contents if path not in facts]
    return fingerprint(repr((_asked(request, program), indexed, others)).encode())


def _asked(request: Request, program: str) -> list[Any]:
    """All that a site depends on beside the files of its project."""
    wanted = (request.base_url, request.theme, request.strict, request.search)
    return [program, *wanted]


def _same(read: Mapping[str, tuple[int | None, str]], snapshot: Snapshot) -> bool:
    # A file of another size is not read here: the build that follows may find it too large to read.
    return all(
        snapshot.size(path) == size and (size is None or _digest(snapshot.read(path)) == digest)
        for path, (size, digest) in read.items()
    )


def _told(content: bytes | Refusal) -> tuple[int | None, str | None]:
    """The size and digest of a file that was read; neither is known of one that is missing."""
    return len(content) if isinstance(content, bytes) else None, _digest(content)


def _digest(content: bytes | Refusal) -> str | None:
    """What is compared of a file; None for one that is there and was not read."""
    if content is Refusal.MISSING:
        return "missing"
    return None if isinstance(content, Refusal) else fingerprint(content)


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path)
            else:
                status = entry.stat(follow_symlinks=entry.is_file())  # or it leads nowhere
                yield entry.path, status.st_size, status.st_mtime_ns


def _library(name: str) -> tuple[str, int, int] | None:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return None
    status = os.stat(spec.origin)
    return spec.origin, status.st_size, status.st_mtime_ns


def _built(kept: dict[str, Any]) -> Built:
    """What the latest build came to, as one tells it that changes nothing."""
    facts, citations, verdicts, *rest = kept["summary"]
    search = Search(kept["search"])
    return Built(
        Summary(facts, citations, {Verdict(name): n for name, n in verdicts.items()}, *rest),
        tuple(map(diagnostic, kept["diagnostics"])),
        write.Outcome(0, kept["files"], 0, atomic=True, note=None, manifest=kept["manifest"]),
        reused=kept["pages"],
        search=Search.REUSED if search is Search.WRITTEN else search,
        search_note=kept["search_note"],
    )
