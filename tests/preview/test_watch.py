"""Every change of what a project reads calls for a look, and nothing else does."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.preview.watch import Watcher
from tests.preview.small import lay_out, save
from tests.preview.waiting import until


class Looks:
    """A watcher of a small project, and how often it called."""

    def __init__(self, root: Path, *, poll: bool) -> None:
        self.root = root
        self.count = 0
        self.fences = 0
        self.watcher = Watcher(root, poll=poll, every=0.02 if poll else 3600.0)
        self.watcher.watch(["content/site.yaml", "texts/letter.txt"])
        self.watcher.start(self.look_again)
        self.settle()

    def look_again(self) -> None:
        self.count += 1

    def settle(self) -> None:
        """Forget the calls so far, as a run does when it begins."""
        self.fence()
        self.watcher.mark()
        self.count = 0

    def fence(self) -> None:
        """One more change, and wait until it is told, and so all that happened before."""
        self.watcher.mark()
        before = self.count
        self.fences += 1
        (self.root / f"content/fence-{self.fences}.yaml").touch()
        until(lambda: self.count > before)


@pytest.fixture(params=[False, True], ids=["announced", "polling"])
def looks(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Looks]:
    looks = Looks(lay_out(tmp_path / "project"), poll=request.param)
    yield looks
    looks.watcher.stop()


def _saved_by_renaming(root: Path) -> None:
    save(root / "content/facts/.letter.tmp", "facts: {}\n")
    (root / "content/facts/.letter.tmp").replace(root / "content/facts/letter.yaml")


def _renamed_from_outside(root: Path) -> None:
    save(root.parent / "outside.yaml", "facts: {}\n")
    (root.parent / "outside.yaml").rename(root / "content/facts/new.yaml")


def _folder_from_outside(root: Path) -> None:
    save(root.parent / "outside/new.yaml", "facts: {}\n")
    (root.parent / "outside").rename(root / "content/facts/new")


def _text_saved_by_renaming(root: Path) -> None:
    save(root / "texts/.letter.tmp", "Other words.\n")
    (root / "texts/.letter.tmp").replace(root / "texts/letter.txt")


CHANGES: dict[str, Callable[[Path], object]] = {
    "saved": lambda root: save(root / "content/facts/letter.yaml", "facts: {}\n"),
    "saved by renaming": _saved_by_renaming,
    "new": lambda root: save(root / "content/facts/new.yaml", "facts: {}\n"),
    "in a new folder": lambda root: save(root / "content/pages/new/page.md", "Words\n"),
    "deleted": lambda root: (root / "content/facts/letter.yaml").unlink(),
    "renamed": lambda root: (root / "content/facts/letter.yaml").rename(
        root / "content/facts/other.yaml"
    ),
    "renamed from outside": _renamed_from_outside,
    "renamed to outside": lambda root: (root / "content/facts/letter.yaml").rename(
        root.parent / "outside.yaml"
    ),
    "folder moved": lambda root: (root / "content/facts").rename(root / "content/moved"),
    "folder moved here": _folder_from_outside,
    "folder deleted": lambda root: shutil.rmtree(root / "content/facts"),
    "theme saved": lambda root: save(root / "themes/own/theme.yaml", "extends: dossier\n"),
    "themes deleted": lambda root: shutil.rmtree(root / "themes"),
    "text saved": lambda root: save(root / "texts/letter.txt", "Other words.\n"),
    "text saved by renaming": _text_saved_by_renaming,
    "text deleted": lambda root: (root / "texts/letter.txt").unlink(),
    "texts moved": lambda root: (root / "texts").rename(root / "articles"),
    "everything deleted": shutil.rmtree,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_calls_for_a_look(looks: Looks, change: Callable[[Path], object]) -> None:
    change(looks.root)
    until(lambda: looks.count)


def test_a_folder_that_was_moved_is_watched_at_its_new_place(looks: Looks) -> None:
    (looks.root / "content/facts").rename(looks.root / "content/moved")
    until(lambda: looks.count)
    looks.settle()
    save(looks.root / "content/moved/letter.yaml", "facts: {}\n")
    until(lambda: looks.count)


def test_what_is_deleted_and_made_again_is_watched_again(looks: Looks) -> None:
    for _ in range(3):  # as a checkout does
        for name in ("content", "texts", "themes"):
            shutil.rmtree(looks.root / name)
        lay_out(looks.root)
        until(lambda: looks.count)
        looks.settle()
        for path in ("content/site.yaml", "texts/letter.txt", "themes/own/theme.yaml"):
            save(looks.root / path, "Other words.\n")
            until(lambda: looks.count)
            looks.settle()


def test_a_themes_folder_that_comes_later_is_watched(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    shutil.rmtree(root / "themes")
    looks = Looks(root, poll=False)
    save(root / "themes/own/theme.yaml", "")
    until(lambda: looks.count)
    looks.settle()
    save(root / "themes/own/theme.yaml", "extends: dossier\n")
    until(lambda: looks.count)
    looks.watcher.stop()


def test_texts_are_watched_from_when_a_run_reads_them(looks: Looks) -> None:
    looks.watcher.watch(["new/article.txt"])
    save(looks.root / "new/article.txt", "Words.\n")
    until(lambda: looks.count)
    looks.settle()
    save(looks.root / "new/article.txt", "Other words.\n")
    until(lambda: looks.count)


def test_a_text_saved_between_its_reading_and_its_watching_calls_for_a_look(looks: Looks) -> None:
    save(looks.root / "new/article.txt", "Words.\n")
    looks.watcher.watch(["new/article.txt"])
    assert looks.count == 1


def _read_everything(root: Path) -> None:
    for file in root.rglob("*"):
        if file.is_file():
            file.read_bytes()


OTHERS: dict[str, Callable[[Path], object]] = {
    "read": _read_everything,
    "listed": lambda root: list(root.rglob("*")),
    "the output": lambda root: save(root / "site/facts/a.html", "<p>"),
    "the cache": lambda root: save(root / ".sitegen/cache.json", "{}"),
    "version control": lambda root: save(root / ".git/index", ""),
    "version control in content": lambda root: save(root / "content/.git/refs/head", ""),
    "a file beside a text": lambda root: save(root / "texts/notes.txt", ""),
    "a file beside content": lambda root: save(root / "README.md", ""),
    "a text that is no longer read": lambda root: save(root / "texts/old.txt", ""),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_nothing_else_calls_for_a_look(looks: Looks, other: Callable[[Path], object]) -> None:
    other(looks.root)
    looks.fence()
    assert looks.count == 1


def test_outside_the_project_nothing_is_watched(looks: Looks) -> None:
    outside = ["../secret.txt", "texts/../../secret.txt", "nul\0"]
    looks.watcher.watch(["texts/letter.txt", *outside])
    save(looks.root.parent / "secret.txt", "Words.")
    looks.fence()
    assert looks.count == 1
