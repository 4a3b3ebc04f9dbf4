"""Publishing: the live site becomes the new one, whole, or stays as it is."""

import errno
import os
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from sitegen.digest import fingerprint
from sitegen.frozen import dataclass, field
from sitegen.write import exchange, inplace, manifest, older, paths, stamps, working
from sitegen.write.paths import STAGING, shown
from sitegen.write.plan import OutputFile, change, digests_of, provider
from sitegen.write.survey import Folder, survey

_MOUNT = "it is a mount point or lies on a file system of its own"
_NO_SWAP = "this system cannot exchange two folders there"
_FORBIDDEN = "there is no permission to write beside it"
_REASONS = {
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENAMETOOLONG: "its name is too long for a working folder beside it",
    errno.EXDEV: _MOUNT,
    errno.EBUSY: _MOUNT,
    errno.EINVAL: _NO_SWAP,
    errno.ENOSYS: _NO_SWAP,
    errno.ENOTSUP: _NO_SWAP,
    errno.EOPNOTSUPP: _NO_SWAP,
}
"""The faults that call for writing in place, as the reason that the user is given."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done: files written, unchanged and removed, relative to the live site before.

    `atomic`: no reader can have met anything but the old site or the new one. `note` is a line for
    the user: why the exchange could not be done, or what was found and kept. `manifest` is the
    digest of the manifest that was published, which tells every file of the site.
    """

    written: int
    unchanged: int
    removed: int
    atomic: bool
    note: str | None
    manifest: str = field(default="", compare=False, repr=False)


def live_files(output: Path) -> Mapping[str, str]:
    """The digest of each file of the live site that is as it was written, for reuse.

    A file that was edited, truncated or lost since is left out; {} where there is no site of ours.
    """
    return look(output).intact


def stands(live: Folder, digest: str) -> bool:
    """Whether a live site is whole, and the one whose manifest has this digest."""
    strange = live.staging or live.strangers
    return not strange and live.named == live.intact and fingerprint(live.raw) == digest


def look(output: Path) -> Folder:
    """The live site as it lies there; nothing where it cannot be looked at.

    Files are read only where their stamps are in doubt, and then new stamps are kept if possible.
    """
    place = paths.canonical(output)
    if not place.name:  # the root of the file system
        return Folder()
    beside = paths.working_folder(place)
    try:
        live = survey(place, beside)
    except OSError:
        return Folder()
    if live.read and (beside / working.MARKER).exists():
        with suppress(OSError), working.held(beside, busy=""):
            _vouch(beside, live)
    return live


def publish(output: Path, files: Mapping[str, OutputFile], live: Folder | None = None) -> Outcome:
    """Make the folder `output` hold exactly these files (path → file) and its manifest.

    `live` is what `look` saw there a moment ago: then files that lie still where they lay are not
    all looked at again.

    Killed at any moment, or with the disk full, `output` is the old site or the new one, and the
    next call cleans up. Where two folders cannot be exchanged, that holds for each file by itself,
    and the outcome's note says why.

    Raises:
        ValueError: A path is not fit for a site; see `paths.check`.
        BlockingIOError: Another build is writing the same folder.
        OSError: The disk, a permission, or a folder that holds what is not ours. The old site is
            whole, unless it was being written in place.
    """
    paths.check(files)
    place = paths.canonical(output)
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = paths.working_folder(place)
    busy = f"another build is writing {shown(place)}; let it end, then build again"
    with ExitStack() as stack:
        try:
            stack.enter_context(working.held(beside, busy=busy))
        except OSError as fault:
            obstacle = _reason(fault)
        else:
            return _publish(place, beside, files, live)
        place.mkdir(0o755, exist_ok=True)
        stack.enter_context(working.locked(place, busy=busy))
        live = _ours(place, None, None)
        if _settled(live, files):
            return _nothing_to_do(files)
        return _write_in_place(place, None, live, files, obstacle)


def _publish(
    place: Path, beside: Path, files: Mapping[str, OutputFile], seen: Folder | None
) -> Outcome:
    if _holds_as_claimed(place, files):
        return _nothing_to_do(files)
    live = _ours(place, beside, seen)
    if _settled(live, files):
        if live.read:
            _vouch(beside, live)
        return _nothing_to_do(files)
    if live.inode and live.device != beside.lstat().st_dev:
        return _write_in_place(place, beside, live, files, _MOUNT)
    if not live.bare and not exchange.POSSIBLE:
        return _write_in_place(place, beside, live, files, _NO_SWAP)
    old, kept = older.find(beside)
    provide = provider(files, place, live)
    target = older.renew(beside, old, change(old, files), provide, live.inode)
    try:
        older.enter(target, place, live)
    except OSError as fault:
        return _write_in_place(place, beside, live, files, _reason(fault))
    exchange.flush_folder(place.parent)
    exchange.flush_folder(beside)
    return _outcome(live, files, atomic=True, note=kept)


def _write_in_place(
    place: Path, beside: Path | None, live: Folder, files: Mapping[str, OutputFile], obstacle: str
) -> Outcome:
    if beside:
        stamps.forget(beside, but=frozenset())
    place.mkdir(0o755, exist_ok=True)
    todo = change(live, files)
    written = inplace.write(place, live, todo, provider(files, place, live))
    if beside:
        stamps.save(beside, place.lstat().st_ino, todo.after, written)
    note = (
        f"{shown(place)} was written file by file, because {obstacle}; "
        "a reader may have met old and new pages together"
    )
    return _outcome(live, files, atomic=False, note=note)


def _ours(place: Path, beside: Path | None, seen: Folder | None) -> Folder:
    """The live site. Refuses once more what `refusal` refused: time has passed since."""
    live = seen if seen is not None and seen.is_still(place) else survey(place, beside)
    if live.problem is not None:
        raise FileExistsError(
            errno.EEXIST, f"the manifest {live.problem}", os.fspath(place / paths.MANIFEST)
        )
    if live.strangers:
        stranger = os.fspath(place / live.strangers[0])
        raise FileExistsError(errno.EEXIST, "sitegen did not write this", stranger)
    return live


def _holds_as_claimed(place: Path, files: Mapping[str, OutputFile]) -> bool:
    """Whether all files are said to be there already, and are those of the manifest.

    The caller has just learned it from `live_files`, so no file is looked at a second time.
    """
    if any(file.content is not None for file in files.values()):
        return False
    found = manifest.read(place)
    return (
        found is not None
        and found.files == digests_of(files)
        and not os.path.lexists(place / STAGING)
    )


def _settled(live: Folder, files: Mapping[str, OutputFile]) -> bool:
    return bool(live.raw) and not live.staging and live.named == live.intact == digests_of(files)


def _vouch(beside: Path, live: Folder) -> None:
    """Keep the stamps of a site that was read and found whole, so as not to read it again."""
    if live.named == live.intact:
        stamps.save(beside, live.inode, live.raw, live.present)


def _reason(fault: OSError) -> str:
    """Why a site must be written in place; a fault that calls for no such thing is raised."""
    if fault.errno not in _REASONS:
        raise fault
    return _REASONS[fault.errno]


def _nothing_to_do(files: Mapping[str, OutputFile]) -> Outcome:
    return Outcome(0, len(files), 0, atomic=True, note=None, manifest=_manifest_of(files))


def _outcome(
    live: Folder, files: Mapping[str, OutputFile], *, atomic: bool, note: str | None
) -> Outcome:
    """What was done to turn the live site into these files."""
    known = live.intact.get
    unchanged = sum(known(path) == file.digest for path, file in files.items())
    removed = len(live.named.keys() - files.keys())
    written = len(files) - unchanged
    return Outcome(written, unchanged, removed, atomic, note, _manifest_of(files))


def _manifest_of(files: Mapping[str, OutputFile]) -> str:
    return fingerprint(manifest.encode(digests_of(files)))
