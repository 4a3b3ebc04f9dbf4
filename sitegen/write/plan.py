"""What has to change to turn one site into another, and where the bytes come from."""

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from sitegen.frozen import dataclass
from sitegen.write.files import put, share
from sitegen.write.manifest import encode
from sitegen.write.paths import folders_of, in_the_way
from sitegen.write.spool import Spooled
from sitegen.write.stamps import Stamp, stamp_of
from sitegen.write.survey import Folder


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the new site.

    `digest` is the fingerprint of its content. `content` None: the live site already holds these
    bytes (its manifest has this digest), so they are taken from there.
    """

    digest: str
    content: bytes | Spooled | None


@dataclass(frozen=True, slots=True)
class Change:
    """How a folder must change to hold the files in `digests`; all lists are sorted.

    Of the files in `removed` those that are there go before anything is written (`first`) or
    after (`last`). `before` is the manifest while the folder changes: it names the old files and
    the new, so that a killed build leaves no file that none names. `after` is the new manifest.
    """

    digests: Mapping[str, str]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    folders: frozenset[str]
    before: bytes
    after: bytes


def digests_of(files: Mapping[str, OutputFile]) -> dict[str, str]:
    """The digest of each file by its path, sorted."""
    return {path: files[path].digest for path in sorted(files)}


def change(old: Folder, files: Mapping[str, OutputFile]) -> Change:
    """What must change in a folder."""
    digests = digests_of(files)
    removed = sorted(old.named.keys() - digests.keys())
    there = [path for path in removed if path in old.present]
    first = frozenset(in_the_way(there, digests)) if there else frozenset()
    after = encode(digests)
    return Change(
        digests=digests,
        written=tuple(path for path in digests if old.intact.get(path) != digests[path]),
        removed=tuple(removed),
        first=tuple(path for path in there if path in first),
        last=tuple(path for path in there if path not in first),
        folders=folders_of(digests),
        before=encode({**old.named, **digests}) if removed else after,
        after=after,
    )


Provide = Callable[[str, str], Stamp]
"""Creates the file of a path of the new site at the place given, and returns its stamp."""


def provider(files: Mapping[str, OutputFile], place: Path, live: Folder) -> Provide:
    """Create files from what was rendered, or by sharing what the live site at `place` holds.

    The function raises OSError where the live site no longer holds the bytes.
    """
    holders = {digest: path for path, digest in live.intact.items()}

    def provide(path: str, target: str) -> Stamp:
        digest, content = files[path].digest, files[path].content
        holder = path if live.intact.get(path) == digest else holders.get(digest)
        if holder is not None and _is_still(f"{place}/{holder}", live.present[holder]):
            return stamp_of(share(f"{place}/{holder}", target))
        if content is None:
            reason = "the file was changed while the site was built; build again"
            raise OSError(errno.ESTALE, reason, os.fspath(place / path))
        return stamp_of(put(target, content if isinstance(content, bytes) else content.read()))

    return provide


def _is_still(path: str, stamp: Stamp) -> bool:
    try:
        return stamp_of(os.lstat(path)) == stamp
    except FileNotFoundError:
        return False
