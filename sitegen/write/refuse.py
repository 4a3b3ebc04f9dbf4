"""Output folders that sitegen never writes to, found before any work is done.

Folders are compared by device and inode and also by name, where case and composition count for
nothing: so a second spelling of a folder is the same folder, whether or not it exists and whatever
this file system makes of it.
"""

import errno
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sitegen.diagnostics import Diagnostic, error
from sitegen.write import manifest, working
from sitegen.write.manifest import Manifest
from sitegen.write.paths import MANIFEST, canonical, folded, shown, working_folder
from sitegen.write.survey import Folder, entries

_CODE = "unsafe-output"
_ELSEWHERE = "name a folder of its own for the site, such as `-o site`"
_MOVE = "move it away, or name another folder with -o"
_PRIVATE = frozenset({".git", ".sitegen"})

_Identity = tuple[int, int] | str


def refusal(
    output: Path, project: Path, inputs: Sequence[Path], live: Folder | None = None
) -> Diagnostic | None:
    """Why `output` can't be the output folder; None where it can.

    `inputs` are the folders and files that the build reads: content, seeds, themes, articles.
    `live` is what was just seen there, if somebody has looked. Nothing is changed, and no link is
    followed but in the path that leads to the folder.
    """
    place, hint = output, _ELSEWHERE
    try:
        place = canonical(output)
        reason = forbidden(place, project, inputs) or _by_kind(place)
        if reason is None:
            reason, hint = _by_content(place, live) or _by_working_folder(place), _MOVE
    except OSError as fault:
        reason = f"{shown(str(fault.filename))} cannot be looked at: {fault.strerror}"
    if reason is None:
        return None
    message = f"{shown(place)} cannot be the output folder: {reason}"
    return error(_CODE, message, hints=(hint,))


def forbidden(place: Path, project: Path, inputs: Sequence[Path]) -> str | None:
    """Why no site may lie at a canonical path, whatever is there; None where one may."""
    return _by_name(place) or _by_place(place, project) or _by_inputs(place, inputs)


def _by_name(place: Path) -> str | None:
    """Folders that are not for sites, whatever lies in them."""
    if place.parent == place:
        return "it is the root of the file system"
    for part in place.parts:
        name = folded(part)
        if name in _PRIVATE or (name.startswith(".") and name.endswith(".sitegen")):
            return f"it is or lies in {shown(part)}, which is not for sites"
    for parent in place.parents:
        if os.path.lexists(parent / MANIFEST):
            return f"it lies in another site, {shown(parent)}"
    return None


def _by_place(place: Path, project: Path) -> str | None:
    """Folders that hold more than a site ever may."""
    itself = _identities(place)
    precious = _precious(project)
    for path, what in precious:
        if itself & _identities(path):
            return f"it is {what}"
    for path, what in precious:
        if itself & _chain(path):
            return f"it holds {what}, {shown(path)}"
    return None


def _by_inputs(place: Path, inputs: Sequence[Path]) -> str | None:
    """Folders and files that the build reads, and those in or around one."""
    itself, around = _identities(place), _chain(place)
    spellings = [(path, spelling) for path in inputs for spelling in _spellings(path)]
    for _, spelling in spellings:
        if itself & _identities(spelling):
            return "the site is built from it"
    for path, spelling in spellings:
        if itself & _chain(spelling):
            return f"it holds {shown(path)}, from which the site is built"
        if around & _identities(spelling):
            return f"it lies in {shown(path)}, from which the site is built"
    return None


def _by_kind(place: Path) -> str | None:
    """What is there already and is no folder."""
    try:
        kind = place.lstat().st_mode
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        return "a file stands where its parent folder should be"
    if stat.S_ISLNK(kind):
        return f"it is a symbolic link to {shown(os.readlink(place))}"
    return None if stat.S_ISDIR(kind) else "it is not a folder"


def _by_content(place: Path, live: Folder | None) -> str | None:
    """A folder that holds what we have not written."""
    if live is None or not live.inode:
        if not place.exists():
            return None
        found = manifest.read(place) or Manifest()
        inside = entries(place, found.files)
        live = Folder(problem=found.problem, strangers=inside.strangers)
    if live.problem is not None:
        return f"its {MANIFEST} {live.problem}"
    if not live.strangers:
        return None
    first = live.strangers[0]
    link = ", a symbolic link" if (place / first).is_symlink() else ""
    ours = os.path.lexists(place / MANIFEST)
    why = ", which sitegen did not write" if ours else ", and sitegen did not make this folder"
    return f"it holds {shown(first)}{link}{why}"


def _by_working_folder(place: Path) -> str | None:
    """Somebody else's folder under the name of ours."""
    beside = working_folder(place)
    try:
        reason = working.stranger(beside)
    except OSError as fault:
        if fault.errno == errno.ENAMETOOLONG:  # then the site is written without one
            return None
        raise
    return f"sitegen would work in {shown(beside)}, but that {reason}" if reason else None


def _precious(project: Path) -> list[tuple[Path, str]]:
    """Folders that must neither be written to nor lie within the site."""
    folders = [(Path(os.path.realpath(project)), "the project")]
    home = os.path.expanduser("~")
    if os.path.isabs(home):
        folders.append((Path(os.path.realpath(home)), "your home folder"))
    with suppress(FileNotFoundError):  # somebody may have deleted it
        folders.append((Path.cwd(), "the current folder"))
    return folders


def _spellings(path: Path) -> tuple[Path, ...]:
    """Where an input lies, and where it leads if it is a link."""
    return tuple(dict.fromkeys((canonical(path), Path(os.path.realpath(path)))))


def _identities(path: Path) -> set[_Identity]:
    """What a folder is known by: its name without regard to case, and its inode if it exists."""
    found: set[_Identity] = {folded(os.fspath(path))}
    with suppress(OSError):
        status = path.stat()
        found.add((status.st_dev, status.st_ino))
    return found


def _chain(path: Path) -> set[_Identity]:
    """What a folder and all folders around it are known by."""
    return set[_Identity]().union(*map(_identities, (path, *path.parents)))
