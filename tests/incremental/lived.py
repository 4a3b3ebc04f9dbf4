"""One preview through many states of its project, held against a first run after each."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from sitegen.build import Prepared, prepare
from sitegen.diagnostics import has_errors
from sitegen.memory import Memory
from sitegen.preview.runs import Runs
from sitegen.snapshot import Snapshot
from sitegen.theme import Templates
from tests.incremental.mishaps import Bytes, edited
from tests.incremental.project import told


def lay_out(before: Bytes, files: Bytes, root: Path) -> None:
    """Make the folder hold `files` instead of `before`; what is as it was is not touched."""
    for path in before.keys() - files.keys():
        (root / path).unlink()
        for parent in (root / path).parents:
            if parent == root or any(parent.iterdir()):
                break
            parent.rmdir()
    for path, content in files.items():
        if before.get(path) != content:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)


class Lived:
    """The runs of one preview of a project in `root`, after any number of edits.

    `compiled` has templates by their text for the first runs to compare with, which else compile
    all of them each time.
    """

    def __init__(
        self, root: Path, files: Bytes, random: Random, compiled: Templates | None = None
    ) -> None:
        self.root, self.random = root, random
        self.files: Bytes = {}
        self.goods = 0
        self.is_good = False
        self._compiled = compiled
        self._open: tuple[str, ...] = ()
        self._lived: Prepared | None = None
        self._runs = Runs(root, lambda: self._open, prepare=self._prepare)
        self.become(files)

    def steps(self, whole: Bytes) -> Iterator[tuple[str, list[str]]]:
        """Edits without end: what each was, and what differs from a first run after it."""
        good = whole
        while True:
            if not self.is_good and self.random.random() < 0.7:
                done, files = "mended", self.random.choice([good, good, whole])
            elif self.random.random() < 0.03:
                done, files = "as at first", whole
            else:
                done, files = "", self.files
                for _ in range(self.random.choice([1, 1, 1, 2, 5])):
                    name, files = edited(self.random, files)
                    done += f"{name} "
            self.become(files)
            yield done, self.differences()
            good = self.files if self.is_good else good
            self.goods += self.is_good

    def agrees(self) -> bool:
        """Whether nothing differs, in any file; to be asserted, as it tells what does."""
        differing = self.differences(all_files=True)
        assert not differing
        return True

    def differences(self, *, all_files: bool = False) -> list[str]:
        """Run, and tell where readers would see another site than that of a first run."""
        self._runs.run()
        fresh = Memory()
        if self._compiled is not None:
            fresh.once("templates", None, (), lambda: self._compiled)
        clean = prepare(Snapshot(self.root), fresh)
        assert self._lived is not None
        found = []
        if list(map(repr, self._lived.diagnostics)) != list(map(repr, clean.diagnostics)):
            ours, theirs = (set(map(repr, d.diagnostics)) for d in (self._lived, clean))
            found.append(f"diagnostics: {sorted(ours ^ theirs)[:4] or 'in another order'}")
        if told(self._lived.checked) != told(clean.checked):
            found.append("what is known of the content")
        self.is_good = clean.site is not None
        site = self._lived.site
        if clean.site is None or site is None:
            return found if clean.site is site else [*found, "a site or none"]
        if site.paths != clean.site.paths or site.pages != clean.site.pages:
            found.append(f"paths: {sorted(site.paths ^ clean.site.paths)}")
        paths = sorted(site.paths & clean.site.paths)
        if not all_files and self.random.random() < 0.3:  # as readers ask for few of them
            paths = self.random.sample(paths, len(paths) // 4)
        differing = [path for path in paths if site.file(path) != clean.site.file(path)]
        self._open = tuple(self.random.sample(site.pages, min(2, len(site.pages))))
        return [*found, *differing, *self._as_served(clean)]

    def _as_served(self, clean: Prepared) -> Iterator[str]:
        """What the state that readers see has to do with this run."""
        if self.random.random() < 0.7:
            for _ in self._runs.sweep():
                pass
        state = self._runs.state
        assert clean.site is not None
        failing = has_errors(state.diagnostics)
        if failing != state.broken:
            yield "broken without an error"
        served = state.site
        if not failing and (
            served is None
            or any(served.file(path) != clean.site.file(path) for path in clean.site.paths)
        ):
            yield "an older site is served"

    def become(self, files: Bytes) -> None:
        lay_out(self.files, files, self.root)
        self.files = files

    def _prepare(self, snapshot: Snapshot, memory: Memory) -> Prepared:
        self._lived = prepare(snapshot, memory)
        return self._lived
