"""The older site: brought up to the new one out of sight, then exchanged with the live one."""

import os
import stat
import sys
from itertools import count
from pathlib import Path

from sitegen.write import exchange, files, stamps, working
from sitegen.write.paths import MANIFEST, STAGING, shown
from sitegen.write.plan import Change, Provide
from sitegen.write.survey import Folder, survey

_NEXT = "next"
_UNFINISHED = "unfinished"
_KEPT = "kept-"


def find(beside: Path) -> tuple[Folder, str | None]:
    """The older site in a working folder, cleaned of what a killed build left.

    Somebody whose shell or program still stands in the older site may have put a file there. Then
    the whole of it is set aside under another name, and the note says so; nothing is lost.
    """
    path = beside / _NEXT
    try:
        kind = path.lstat().st_mode
    except FileNotFoundError:
        return Folder(), None
    if not stat.S_ISDIR(kind):
        return Folder(), _set_aside(beside, _NEXT)
    old = survey(path, beside)
    if old.strangers or old.problem is not None:
        if (old.problem is not None or not old.raw) and not stamps.kept(beside, old.inode):
            # The power failed while we wrote here: the stamps are always the last to come.
            working.clear(path)
            return Folder(), None
        return Folder(), _set_aside(beside, old.strangers[0] if old.strangers else MANIFEST)
    if old.staging:
        working.clear(path / STAGING)
    return old, None


def renew(beside: Path, old: Folder, change: Change, provide: Provide, live: int) -> Path:
    """Bring the older site up to the new one, on the disk and stamped; gives its folder.

    The stamps go first and come last: a folder without them is one where a build was killed, and
    then each file is read. `live` is the inode of the live site's folder, whose stamps stay.
    """
    target = beside / _NEXT
    done = old.raw == change.after and not change.written
    stamps.forget(beside, but=frozenset({live, old.inode} if done else {live}))
    kept = {path: old.present[path] for path in change.digests if path in old.intact}
    if not done:
        unwanted = old.folders - change.folders
        if old.read:  # a killed build may have filled the disk
            spoilt = [path for path in change.written if path in old.present]
            files.remove(target, (*change.first, *change.last, *spoilt), unwanted)
        target.mkdir(0o755, exist_ok=True)
        _put_manifest(beside, change.before)
        files.remove(target, change.first, unwanted)
        files.make_folders(target, change.folders - old.folders)
        for path in change.written:
            if path in old.present:
                files.remove(target, (path,), ())
            kept[path] = provide(path, f"{target}/{path}")
        files.remove(target, change.last, unwanted)
        if change.before != change.after:
            _put_manifest(beside, change.after)
    exchange.flush(target)
    stamps.save(beside, target.lstat().st_ino, change.after, kept)
    return target


def enter(target: Path, place: Path, live: Folder) -> None:
    """Put the renewed site in the place of the live one, at once.

    Raises OSError where the system cannot do it; then nothing has changed.
    """
    if live.bare:
        if sys.platform == "win32" and live.inode:
            place.rmdir()
        target.rename(place)
    else:
        exchange.swap(target, place)


def _put_manifest(beside: Path, raw: bytes) -> None:
    unfinished = beside / _UNFINISHED
    unfinished.unlink(missing_ok=True)
    files.put(unfinished, raw)
    unfinished.replace(beside / _NEXT / MANIFEST)


def _set_aside(beside: Path, stranger: str) -> str:
    names = (beside / f"{_KEPT}{number}" for number in count(1))
    kept = next(name for name in names if not os.path.lexists(name))
    (beside / _NEXT).rename(kept)
    return f"{shown(kept)} keeps {shown(stranger)}, which somebody put into the older site"
