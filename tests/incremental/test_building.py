"""What is published after any edits, whatever became of the cache, is what a clean build gives."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from sitegen.build import Built, Request, build
from sitegen.load import project as loading
from sitegen.snapshot import Snapshot
from tests.incremental.lived import lay_out
from tests.incremental.mishaps import Bytes, edited, whole_project
from tests.site.reading import tree

SEQUENCES = 200
IN_A_TEST = 10
STEPS = 3


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder in memory where there is such a thing."""
    shared = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    folder = tempfile.mkdtemp(prefix="sitegen-", dir=shared if shared.is_dir() else None)
    yield Path(folder).resolve()
    shutil.rmtree(folder)


class Desk:
    """A project that is edited and built again and again, and a clean build of it to compare."""

    def __init__(self, room: Path, seed: int) -> None:
        self.root = room / f"{seed}"
        self.random = Random(seed)  # noqa: S311 - an edit is no secret
        self.mishaps = Random(-seed)  # noqa: S311 - else what is kept would decide on the edits
        self.files: Bytes = {}
        self.older: dict[str, list[bytes]] = {}
        self.goods = 0
        self.become(whole_project())

    def become(self, files: Bytes) -> None:
        self.root.mkdir(exist_ok=True)
        lay_out(self.files, files, self.root)
        self.files = files

    def edit(self) -> str:
        """A few edits; from a state that cannot be built rather back to one that can."""
        if not self.is_good and self.random.random() < 0.6:
            self.become(self.good)
            return "mended"
        files, done = self.files, []
        for _ in range(self.random.choice([1, 1, 1, 2, 4])):
            name, files = edited(self.random, files)
            done.append(name)
        self.become(files)
        return ", ".join(done)

    def build(self, output: str = "site", *, clean: bool = False) -> Built:
        request = Request(self.root / output, clean=clean, search=False, key=lambda: bytes(32))
        return build(Snapshot(self.root), request)

    def build_a_copy(self) -> Built:
        """Of the project without a cache, so that what is kept comes from builds upon builds."""
        copy = self.root.with_name(f"{self.root.name}-copy")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.root, copy, ignore=shutil.ignore_patterns("site", ".*"), symlinks=True)
        built = build(Snapshot(copy), Request(self.root / "clean", search=False))
        shutil.rmtree(copy)
        return built

    def agree(self) -> None:
        """Build on what is there, and from nothing, and compare."""
        before = tree(self.root / "site") if (self.root / "site").is_dir() else None
        made, fresh = self.build(), self.build_a_copy()
        assert list(map(repr, made.diagnostics)) == list(map(repr, fresh.diagnostics))
        assert made.summary == fresh.summary
        self.is_good = fresh.outcome is not None
        if not self.is_good:
            assert (tree(self.root / "site") if before is not None else None) == before
            return
        self.good = self.files
        self.goods += 1
        wanted, found = tree(self.root / "clean"), tree(self.root / "site")
        assert found.keys() == wanted.keys()
        assert [path for path in wanted if found[path] != wanted[path]] == []
        differing = {path for path, content in found.items() if (before or {}).get(path) != content}
        pages = {path for path in differing if path.endswith(".html")}
        assert pages <= set(made.rendered)
        assert len(made.rendered) + made.reused == sum(path.endswith(".html") for path in found)

    def spoil(self) -> None:
        """What may become of a cache: lost, cut off, filled with rubbish, or of an older state."""
        folder = self.root / ".sitegen"
        if not folder.is_dir():
            return
        for name in sorted(os.listdir(folder)):
            file = folder / name
            what = self.mishaps.randrange(8)
            content = file.read_bytes()
            self.older.setdefault(name, []).append(content)
            place = self.mishaps.randrange(len(content) + 1)
            if what == 0:
                file.unlink()
            elif what == 1:
                file.write_bytes(content[:place])
            elif what == 3:
                file.write_bytes(self.mishaps.choice(self.older[name]))
            elif what == 2:
                file.write_bytes(content[:place] + self.mishaps.randbytes(3) + content[place + 3 :])


@pytest.mark.parametrize("first", range(0, SEQUENCES, IN_A_TEST))
def test_an_incremental_build_is_a_clean_one(
    room: Path, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if first % (2 * IN_A_TEST):  # what was read of files is kept, as of large projects
        monkeypatch.setattr(loading, "WORTH_SHARING", 0)
    goods = 0
    for seed in range(first, first + IN_A_TEST):
        desk = Desk(room, seed)
        desk.agree()
        for _ in range(STEPS):
            done = desk.edit()
            desk.spoil()
            try:
                desk.agree()
            except AssertionError as wrong:
                raise AssertionError(f"sequence {seed}, after: {done}") from wrong
        goods += desk.goods
        shutil.rmtree(desk.root)
    assert goods > IN_A_TEST * 1.5, "many states can be built, or nothing is compared"
