"""A project is begun whole or not at all, and nothing that stands there is ever overwritten."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen import drafts
from sitegen.build import check
from sitegen.coverage import State, coverage
from sitegen.drafts.init import make
from sitegen.drafts.projects import SLIPS, exercise, starter
from sitegen.model import FactKind
from sitegen.schema.json_schema import schema_files
from sitegen.snapshot import Snapshot
from tests.drafts.making import codes_of, diagnostics_of, tree

FILES = {
    ".gitignore": b"/site/\n",
    "README.md": b"# Ours\n",
    "content/facts/a.yaml": b"facts: {}\n",
    "content/site.yaml": b"title: A\n",
    "seeds/a.txt": b"A line.\r\n",
}
DATA = Path(drafts.__file__).parent / "starter"
OURS = sorted({path.partition("/")[0] for path in starter()} - {"README.md"})
STANDING = [".git", ".DS_Store", "README.md", "LICENSE", "readme.md"]


# A new folder takes its name in one step; into one that is there, each name is moved by itself.
MOMENTS = [
    *(("fsync", folder, at) for folder in (".", "new", "some/new") for at in (1, 3)),
    *(("rename", folder, 1) for folder in (".", "new", "some/new")),
    *(("rename", ".", at) for at in (2, 3, 4)),
]


# the files


def test_the_starter_has_nothing_to_complain_of(tmp_path: Path) -> None:
    make(tmp_path / "new", starter())
    assert diagnostics_of(tmp_path / "new") == ()


def test_the_starter_leaves_no_token_open_and_has_a_fact_of_each_kind(tmp_path: Path) -> None:
    make(tmp_path / "new", starter())
    sheet = check(Snapshot(tmp_path / "new")).checked
    counts = coverage(sheet).counts
    assert counts[State.OPEN] == 0
    assert counts[State.SKIPPED] > 0
    assert {checked.fact.kind for checked in sheet.facts.values()} == set(FactKind)


def test_every_file_of_the_starter_is_written_and_every_other_one_is_a_schema() -> None:
    stored = {path.name for path in DATA.rglob("*") if path.is_file()}
    written = exercise()
    names = {path.rpartition("/")[2] for path in written if not path.startswith("schemas/")}
    assert {name.replace("dot-", ".") for name in stored} == names
    assert [path for path in written if "dot-" in path] == []
    schemas = {f"schemas/{name}": text for name, text in schema_files().items()}
    assert {path: text for path, text in written.items() if path in schemas} == schemas


def test_each_slip_is_an_error_of_its_own_and_its_hint_mends_it(tmp_path: Path) -> None:
    project = tmp_path / "new"
    make(project, exercise())
    left = [slip.code for slip in SLIPS]
    assert len(set(left)) == len(left) == 5
    for slip in SLIPS:
        found = diagnostics_of(project)
        assert sorted(diagnostic.code for diagnostic in found) == sorted(left)
        (hints,) = (diagnostic.hints for diagnostic in found if diagnostic.code == slip.code)
        assert slip.hint in map(str, hints)
        assert slip.right.strip() in slip.hint or slip.right in slip.hint
        file = project / slip.path
        text = file.read_text(encoding="utf-8")
        assert text.count(slip.wrong) == 1
        file.write_text(text.replace(slip.wrong, slip.right), encoding="utf-8")
        left.remove(slip.code)
    assert diagnostics_of(project) == ()


def test_a_mended_exercise_is_the_starter_and_one_page_more() -> None:
    mended = exercise()
    for slip in SLIPS:
        mended[slip.path] = mended[slip.path].replace(slip.wrong.encode(), slip.right.encode())
    assert mended.pop("content/pages/exercise.md")
    assert mended == starter()


def test_the_page_of_the_exercise_explains_each_code_and_names_no_slip() -> None:
    page = exercise()["content/pages/exercise.md"].decode()
    for slip in SLIPS:
        assert f"`{slip.code}`" in page
        assert slip.right.strip() not in page
        assert slip.wrong.strip() not in page


# where they are written


@pytest.mark.parametrize("place", ["new", "some/where/new"])
def test_a_new_folder_holds_the_files_and_nothing_else(tmp_path: Path, place: str) -> None:
    assert list(make(tmp_path / place, FILES)) == []
    assert tree(tmp_path / place) == FILES
    assert len(os.listdir(tmp_path)) == 1


def test_new_files_and_folders_have_the_usual_permissions(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        make(tmp_path / "new", FILES)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o750
    assert stat.S_IMODE((tmp_path / "new" / "README.md").stat().st_mode) == 0o640


def test_an_empty_folder_stays_the_same_folder(tmp_path: Path) -> None:
    number = tmp_path.stat().st_ino
    make(tmp_path, FILES)
    assert tree(tmp_path) == FILES
    assert tmp_path.stat().st_ino == number


@pytest.mark.parametrize("name", STANDING)
def test_what_a_new_repository_holds_may_stand_and_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"theirs")
    stood = make(tmp_path, FILES)
    ours = {path: text for path, text in FILES.items() if path.lower() != name.lower()}
    assert tree(tmp_path) == {**ours, name: b"theirs"}
    assert list(stood) == ([name] if name.lower() == "readme.md" else [])


def test_a_dangling_link_that_may_stand_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "README.md").symlink_to(outside)
    make(tmp_path / "in", FILES)
    assert not outside.exists()
    assert (tmp_path / "in" / "README.md").is_symlink()


@pytest.mark.parametrize("name", OURS)
def test_each_name_that_is_in_the_way_is_told_and_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"theirs")
    with pytest.raises(OSError, match="not empty") as raised:
        make(tmp_path, starter())
    assert name in str(raised.value.strerror)
    assert raised.value.filename == str(tmp_path)
    assert tree(tmp_path) == {name: b"theirs"}


@pytest.mark.parametrize("name", ["seeds", "content", ".github", "notes"])
def test_a_folder_in_the_way_is_told_even_an_empty_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(OSError, match=f"holds {name};"):
        make(tmp_path, starter())
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("name", ["seeds", ".gitignore"])
def test_a_link_in_the_way_is_told_and_not_followed(tmp_path: Path, name: str) -> None:
    inside, outside = tmp_path / "in", tmp_path / "outside"
    inside.mkdir()
    make(outside, FILES)
    (inside / name).symlink_to(outside / name)
    with pytest.raises(OSError, match=f"holds {name};"):
        make(inside, FILES)
    assert tree(outside) == FILES


def test_many_names_in_the_way_are_counted(tmp_path: Path) -> None:
    for name in "edcba":
        (tmp_path / name).touch()
    with pytest.raises(OSError, match="holds a, b, c and 2 more; name a new folder"):
        make(tmp_path, FILES)


def test_a_project_is_not_begun_twice(tmp_path: Path) -> None:
    make(tmp_path, FILES)
    with pytest.raises(FileExistsError, match="a fact sheet in it already"):
        make(tmp_path, FILES)
    assert tree(tmp_path) == FILES


def test_a_file_or_a_link_by_the_name_of_the_folder_is_told(tmp_path: Path) -> None:
    file, link, nowhere = tmp_path / "file", tmp_path / "link", tmp_path / "nowhere"
    file.write_bytes(b"theirs")
    (tmp_path / "real").mkdir()
    link.symlink_to("real")
    nowhere.symlink_to("gone")
    for path, told in [(file, "such a file"), (link, "is a link"), (nowhere, "is a link")]:
        with pytest.raises(FileExistsError, match=told):
            make(path, FILES)
    assert file.read_bytes() == b"theirs"
    assert sorted(os.listdir(tmp_path)) == ["file", "link", "nowhere", "real"]
    assert os.listdir(tmp_path / "real") == []


@pytest.mark.parametrize("place", [".", "new", "some/new"])
def test_a_read_only_folder_is_told_and_nothing_is_left(tmp_path: Path, place: str) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    if place == "some/new":
        (locked / "some").mkdir()
        (locked / "some").chmod(0o555)
    locked.chmod(0o555)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(PermissionError):
        make(locked / place, FILES)
    assert sorted(tmp_path.rglob("*")) == before
    for folder in (locked, locked / "some"):
        if folder.exists():
            folder.chmod(0o755)


# whatever the disk does


class Failing:
    """A function of `os` that fails, or ends the process, when it is called for the n-th time."""

    def __init__(self, real: Callable[..., Any], at: int, *, crash: bool = False) -> None:
        self.real, self.left, self.crash = real, at, crash

    def __call__(self, *arguments: Any) -> Any:
        self.left -= 1
        if self.left == 0:
            if self.crash:
                os._exit(9)
            raise OSError(errno.ENOSPC, "no space left", "elsewhere")
        return self.real(*arguments)


@pytest.mark.parametrize(("name", "folder", "at"), MOMENTS)
def test_what_fails_midway_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, folder: str, at: int
) -> None:
    failing = Failing(getattr(os, name), at)
    monkeypatch.setattr(os, name, failing)
    with pytest.raises(OSError, match="no space left") as raised:
        make(tmp_path / folder, FILES)
    assert raised.value.filename == str(tmp_path / folder)
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a crash needs a process of its own")
@pytest.mark.parametrize(("name", "folder", "at"), MOMENTS)
def test_after_a_crash_there_is_no_project_and_a_second_run_makes_it(
    tmp_path: Path, name: str, folder: str, at: int
) -> None:
    child = os.fork()
    if child == 0:
        setattr(os, name, Failing(getattr(os, name), at, crash=True))
        make(tmp_path / folder, FILES)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert not (tmp_path / folder / "content").exists()
    make(tmp_path / folder, FILES)
    made = tree(tmp_path / folder)
    assert {path: text for path, text in made.items() if not path.startswith(".sitegen-")} == FILES


def test_what_a_crash_has_left_and_somebody_has_changed_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_bytes(b"A lime.\r\n")
    with pytest.raises(OSError, match="holds seeds;"):
        make(tmp_path, FILES)
    (tmp_path / "seeds" / "a.txt").write_bytes(FILES["seeds/a.txt"])
    make(tmp_path, FILES)
    assert tree(tmp_path) == FILES


def test_a_name_that_somebody_takes_meanwhile_is_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.rename

    def rename(source: Path, target: Path) -> None:
        real(source, target)
        if target.name == ".gitignore":
            (tmp_path / "seeds").write_bytes(b"theirs")

    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(FileExistsError, match="somebody has just made seeds"):
        make(tmp_path, FILES)
    assert tree(tmp_path) == {"seeds": b"theirs"}


def test_the_facts_of_the_exercise_are_wrong_and_nothing_else_is(tmp_path: Path) -> None:
    make(tmp_path / "new", exercise())
    assert sorted(codes_of(tmp_path / "new")) == sorted(slip.code for slip in SLIPS)
