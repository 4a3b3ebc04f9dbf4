"""Looking at a folder tells every kind of change, and nothing where nothing changed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.preview.polling import Stamps, stamps


def _look(root: Path) -> Stamps:
    return stamps([str(root / "content"), str(root / "themes")], [str(root / "text.txt")])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/facts").mkdir(parents=True)
    (tmp_path / "content/facts/a.yaml").write_text("one", encoding="utf-8")
    (tmp_path / "text.txt").write_text("one", encoding="utf-8")
    return tmp_path


def _same_length_and_time(root: Path) -> None:
    file = root / "content/facts/a.yaml"
    then = file.stat()
    file.write_text("two", encoding="utf-8")
    os.utime(file, ns=(then.st_atime_ns, then.st_mtime_ns))


def _renamed_over(root: Path) -> None:
    (root / "new").write_text("one", encoding="utf-8")
    (root / "new").replace(root / "content/facts/a.yaml")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file is written": lambda root: (root / "content/facts/a.yaml").write_text("longer"),
    "with the same length and the old time": _same_length_and_time,
    "renamed over": _renamed_over,
    "a file is deleted": lambda root: (root / "content/facts/a.yaml").unlink(),
    "a file is new": lambda root: (root / "content/facts/b.yaml").touch(),
    "a folder is moved": lambda root: (root / "content/facts").rename(root / "content/other"),
    "a folder is moved away": lambda root: (root / "content").rename(root / "away"),
    "a single file is written": lambda root: (root / "text.txt").write_text("longer"),
    "a single file is deleted": lambda root: (root / "text.txt").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_shows(root: Path, change: Callable[[Path], object]) -> None:
    before = _look(root)
    change(root)
    assert _look(root) != before


def test_a_folder_that_comes_later_shows(root: Path) -> None:
    before = _look(root)
    (root / "themes/own").mkdir(parents=True)
    (root / "themes/own/theme.yaml").touch()
    assert _look(root) != before


def test_what_lies_behind_a_link_shows(root: Path) -> None:
    (root / "content/link.yaml").symlink_to(root / "elsewhere.yaml")
    before = _look(root)
    (root / "elsewhere.yaml").write_text("one", encoding="utf-8")
    assert _look(root) != before


def test_reading_shows_nothing(root: Path) -> None:
    before = _look(root)
    (root / "content/facts/a.yaml").read_bytes()
    (root / "text.txt").read_bytes()
    assert _look(root) == before


def test_other_files_and_the_folders_of_tools_show_nothing(root: Path) -> None:
    before = _look(root)
    for path in ("site/index.html", ".git/index", "content/.git/index", "README.md"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    assert _look(root) == before
