"""The verdicts that an earlier build kept, for a build and for a check that has no site to make."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sitegen import cache
from sitegen.build.checking import Checked, check
from sitegen.build.standing import engine
from sitegen.config import CACHE_FOLDER
from sitegen.digest import fingerprint
from sitegen.jobs import Jobs
from sitegen.snapshot import Snapshot
from sitegen.verify import Kept

_NAME = "verdicts"


def kept_verdicts(snapshot: Snapshot, program: str, *, clean: bool) -> Kept:
    """What earlier builds have judged, and where to gather what this one does."""
    old = None if clean else cache.load(snapshot.root / CACHE_FOLDER, _NAME)
    return _kept(snapshot, program, old if isinstance(old, dict) else {})


def keep_verdicts(snapshot: Snapshot, kept: Kept) -> None:
    """Keep what a build has judged for the next one. Raises OSError."""
    cache.keep(snapshot.root / CACHE_FOLDER, _NAME, kept.new)


def check_again(snapshot: Snapshot, jobs: Jobs) -> Checked:
    """Check a project by what a build has judged before, if there was one; nothing is written."""
    old = cache.load(snapshot.root / CACHE_FOLDER, _NAME)
    kept = _kept(snapshot, engine(), old) if isinstance(old, dict) else None
    return check(snapshot, jobs=jobs, kept=kept)


def _kept(snapshot: Snapshot, program: str, old: Mapping[str, Any]) -> Kept:
    @lru_cache(None)  # what is told of many facts names the same file
    def of_file(path: str) -> str:
        content = snapshot.read(path)
        return fingerprint(content) if isinstance(content, bytes) else ""

    return Kept(old, program, of_file)
