"""A folder that this machine can write: a mounted share, what a web server reads, a synced folder.

Files take their names whole, but one after another. A folder that a web server reads on this
machine, and that holds nothing else, is exchanged at once by `sitegen build -o` instead.
"""

import errno
import filecmp
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import ClassVar

from sitegen.frozen import dataclass
from sitegen.publish.failure import TargetError
from sitegen.publish.plan import Plan
from sitegen.publish.site import Site
from sitegen.publish.standing import Standing
from sitegen.publish.steps import in_steps
from sitegen.publish.target import Steps, Tell
from sitegen.write import exchange, manifest
from sitegen.write.files import put, remove
from sitegen.write.paths import MANIFEST, STAGING, folders_of, shown
from sitegen.write.working import locked

_BUSY = "another publication to this folder is running; let it end"


@dataclass(frozen=True, slots=True)
class FolderPublication:
    """A folder as a target. `is_new`: it was not there when it was opened."""

    folder: Path
    is_new: bool = False
    at_once: ClassVar[bool] = False

    @property
    def place(self) -> str:
        """The folder."""
        return shown(self.folder)

    def survey(self, site: Site) -> Standing:
        """What stands there. Only files of the site, or of the manifest there, are looked at."""
        with _told():
            return self._surveyed(site)

    def _surveyed(self, site: Site) -> Standing:
        raw = self._manifest()
        ours = manifest.parse(raw).files if raw else {}
        same, other, beside = set(), set(), set()
        for path in {*site.digests, *ours}:
            kind = self._kind(path)
            if kind is None:
                continue
            if path not in site.digests:
                beside.add(path)
            elif stat.S_ISREG(kind) and filecmp.cmp(
                site.folder / path, self.folder / path, shallow=False
            ):
                same.add(path)
            else:
                other.add(path)
        beside |= set(self._in_place_of_folders(site)) - ours.keys()
        return Standing(frozenset(same), frozenset(other), frozenset(beside), raw)

    def carry_out(self, site: Site, plan: Plan, tell: Tell) -> None:
        """Make the folder hold the site."""
        steps = Steps(self._put, self._put_manifest, self._delete)
        with _told(), ExitStack() as stack:
            if self.is_new:
                self.folder.mkdir(0o755, exist_ok=True)
                stack.enter_context(locked(self.folder, busy=_BUSY))
                if os.listdir(self.folder):
                    raise TargetError(f"{self.place} was filled meanwhile; run it again")
            in_steps(steps, site, plan, tell)

    def _put(self, site: Site, paths: Sequence[str]) -> None:
        for folder in sorted(folders_of(paths)):
            self._make_folder(folder)
        with self._staged() as staging:
            for path in paths:
                put(staging, site.read(path))
                os.replace(staging, self.folder / path)
        # What comes next rests on these files, so they are on the disk before it is.
        exchange.flush(self.folder)

    def _put_manifest(self, content: bytes) -> None:
        with self._staged() as staging:
            put(staging, content)
            os.replace(staging, self.folder / MANIFEST)
        exchange.flush(self.folder)

    def _delete(self, paths: Sequence[str]) -> None:
        for path in paths:
            self._inside(path)
        remove(self.folder, paths, folders_of(paths))

    @contextmanager
    def _staged(self) -> Iterator[Path]:
        """The name under which each file is written before it takes its own."""
        staging = self.folder / STAGING
        with suppress(FileNotFoundError):  # of a publication that was killed
            os.unlink(staging)
        try:
            yield staging
        finally:
            with suppress(FileNotFoundError):
                os.unlink(staging)

    def _make_folder(self, folder: str) -> None:
        path = self._inside(f"{folder}/")
        path.mkdir(0o755, exist_ok=True)

    def _inside(self, path: str) -> Path:
        """A path below the folder. Raises TargetError where a link leads elsewhere on the way."""
        for part in sorted(folders_of([path])):
            if (self.folder / part).is_symlink():
                raise TargetError(
                    f"{shown(self.folder / part)} is a symbolic link, which is not followed; "
                    "nothing was written through it"
                )
        return self.folder / path

    def _manifest(self) -> bytes | None:
        try:
            kind = os.lstat(self.folder).st_mode
        except FileNotFoundError:
            if not self.folder.parent.is_dir():
                raise TargetError(
                    f"there is no folder {shown(self.folder.parent)}; is the disk mounted?"
                ) from None
            return None
        if not stat.S_ISDIR(kind):
            raise TargetError(f"{shown(self.folder)} is not a folder")
        found = manifest.read(self.folder)
        if found is not None and not found.raw:
            raise TargetError(f"{shown(self.folder / MANIFEST)} {found.problem}; move it away")
        return None if found is None else found.raw

    def _kind(self, path: str) -> int | None:
        """What stands under a name: its mode; None where nothing does."""
        try:
            return self._inside(path).lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _in_place_of_folders(self, site: Site) -> Iterator[str]:
        """Files that stand where the site wants a folder."""
        for folder in folders_of(site.digests):
            kind = self._kind(folder)
            if kind is not None and not stat.S_ISDIR(kind):
                yield folder


@contextmanager
def open_folder(folder: Path) -> Iterator[FolderPublication]:
    """A folder as a target, which nobody else publishes to meanwhile."""
    if not folder.is_dir():
        yield FolderPublication(folder, is_new=True)
        return
    with ExitStack() as stack:
        with _told():
            stack.enter_context(locked(folder, busy=_BUSY))
        yield FolderPublication(folder)


@contextmanager
def _told() -> Iterator[None]:
    """Let what the disk refuses name the file as somebody would write it."""
    try:
        yield
    except TargetError:
        raise
    except OSError as problem:
        named = problem.filename2 or problem.filename
        where = shown(named) if isinstance(named, str) else "the folder"
        why = os.strerror(problem.errno) if problem.errno else str(problem)
        if isinstance(problem, BlockingIOError):
            raise TargetError(problem.strerror) from problem
        if problem.errno == errno.ELOOP:
            why = "it is a symbolic link, which is not followed"
        raise TargetError(f"{where}: {why}") from problem
