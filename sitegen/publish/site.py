"""The built site, as it lies on this machine and is to stand at a target."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sitegen.digest import fingerprint
from sitegen.frozen import dataclass
from sitegen.publish.failure import TargetError
from sitegen.write import manifest
from sitegen.write.paths import shown
from sitegen.write.site import live_files


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its folder, the digest of each of its files, and its manifest's bytes."""

    folder: Path
    digests: Mapping[str, str]
    manifest: bytes

    def read(self, path: str) -> bytes:
        """The content of one of its files. Raises TargetError where it has changed since."""
        content = b""
        with suppress(FileNotFoundError):
            content = (self.folder / path).read_bytes()
        if fingerprint(content) != self.digests[path]:
            raise TargetError(_changed(self.folder / path))
        return content

    def size(self, path: str) -> int:
        """How many bytes a file has."""
        return (self.folder / path).stat().st_size


def built_site(folder: Path, digest: str | None = None) -> Site:
    """The site in a folder that a build has just written; `digest` is that of its manifest.

    Raises TargetError where a file is no longer as it was written: what was checked is published,
    and nothing else.
    """
    found = manifest.read(folder)
    if found is None or found.problem is not None:
        raise TargetError(f"{shown(folder)} is no longer a site that sitegen wrote; run it again")
    if digest is not None and fingerprint(found.raw) != digest:
        raise TargetError(f"{shown(folder)} has been built anew by somebody else; run it again")
    changed = sorted(found.files.keys() - live_files(folder).keys())
    if changed:
        raise TargetError(_changed(folder / changed[0]))
    return Site(folder, found.files, found.raw)


def _changed(path: Path) -> str:
    return f"{shown(path)} is no longer as it was built; what is not checked is not published"
