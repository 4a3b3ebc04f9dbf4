"""The only reader of inputs: inside the project, following no link out, each file once."""

import os
from pathlib import Path

import pytest

from sitegen.snapshot import Refusal, Snapshot

REFUSED = [
    ("nothing.txt", Refusal.MISSING),
    ("folder", Refusal.NOT_A_FILE),
    ("../outside.txt", Refusal.OUTSIDE),
    ("folder/../../outside.txt", Refusal.OUTSIDE),
    ("folder/../inside.txt", Refusal.OUTSIDE),  # by its spelling alone
    ("./inside.txt", Refusal.OUTSIDE),
    ("folder//inside.txt", Refusal.OUTSIDE),
    ("/etc/hostname", Refusal.OUTSIDE),
    ("C:/windows.txt", Refusal.OUTSIDE),
    ("folder\\inside.txt", Refusal.OUTSIDE),
    ("link-out.txt", Refusal.OUTSIDE),
    ("folder-out/outside.txt", Refusal.OUTSIDE),
    ("folder-out/nothing.txt", Refusal.OUTSIDE),
    ("folder-beside/outside.txt", Refusal.OUTSIDE),
    ("link-through.txt", Refusal.OUTSIDE),
    ("pipe", Refusal.NOT_A_FILE),
    ("link-loop", Refusal.MISSING),
    ("in\0side.txt", Refusal.OUTSIDE),
    ("", Refusal.OUTSIDE),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "folder").mkdir(parents=True)
    (root / "inside.txt").write_text("inside")
    (tmp_path / "outside.txt").write_text("outside")
    (root / "link-in.txt").symlink_to("inside.txt")
    (root / "link-out.txt").symlink_to("../outside.txt")
    (root / "folder-out").symlink_to("..")
    (tmp_path / "project-beside").mkdir()
    (tmp_path / "project-beside" / "outside.txt").write_text("outside")
    (root / "folder-beside").symlink_to("../project-beside")
    (root / "link-through.txt").symlink_to("folder-out/outside.txt")
    (root / "folder-in").symlink_to("folder")
    (root / "link-loop").symlink_to("link-loop")
    os.mkfifo(root / "pipe")
    return root


@pytest.mark.parametrize(("path", "refusal"), REFUSED)
def test_what_is_not_read(project: Path, path: str, refusal: Refusal) -> None:
    assert Snapshot(project).read(path) is refusal


def test_a_link_within_the_project_is_followed(project: Path) -> None:
    (project / "folder" / "there.txt").write_text("there")
    snapshot = Snapshot(project)
    assert snapshot.read("link-in.txt") == b"inside"
    assert snapshot.read("folder-in/there.txt") == b"there"


def test_each_run_looks_anew_where_a_folder_leads(project: Path) -> None:
    (project / "folder" / "outside.txt").write_text("inside")
    assert Snapshot(project).read("folder-in/outside.txt") == b"inside"
    (project / "folder-in").unlink()
    (project / "folder-in").symlink_to("..")
    assert Snapshot(project).read("folder-in/outside.txt") is Refusal.OUTSIDE


@pytest.mark.parametrize("size", [0, 1, 4_095, 4_096, 4_097, 100_000])
@pytest.mark.parametrize("at_once", [1_000, 4_096, None])
def test_the_whole_of_a_file_is_read_however_the_system_gives_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, size: int, at_once: int | None
) -> None:
    (project / "long.txt").write_bytes(bytes(range(256)) * (size // 256) + bytes(size % 256))
    if at_once:
        read = os.read
        monkeypatch.setattr(os, "read", lambda file, most: read(file, min(most, at_once)))
    content = Snapshot(project).read("long.txt")
    assert content == (project / "long.txt").read_bytes()


def test_a_file_over_the_limit_is_not_read(project: Path) -> None:
    assert Snapshot(project).read("inside.txt", 5) is Refusal.TOO_LARGE
    assert Snapshot(project).read("inside.txt", 6) == b"inside"


def test_a_run_sees_one_state_of_a_file(project: Path) -> None:
    snapshot = Snapshot(project)
    before = snapshot.read("inside.txt")
    (project / "inside.txt").write_text("changed")
    assert snapshot.read("inside.txt") == before == b"inside"


def test_files_below_a_folder_are_sorted_and_links_to_folders_not_entered(project: Path) -> None:
    (project / "folder" / "b").mkdir()
    for name in ("b/z.txt", "a.txt", "c.txt"):
        (project / "folder" / name).write_text("")
    os.symlink("../folder", project / "folder" / "around")
    assert Snapshot(project).files_below("folder") == (
        "folder/a.txt",
        "folder/around",
        "folder/b/z.txt",
        "folder/c.txt",
    )


def test_a_folder_that_is_not_there_has_no_files(project: Path) -> None:
    assert Snapshot(project).files_below("elsewhere") == ()


def drafted(project: Path, path: str, content: bytes = b"draft") -> Snapshot:
    return Snapshot(project, {path: content})


@pytest.mark.parametrize(
    "path", ["inside.txt", "folder/new.txt", "new/deep/new.txt", "link-in.txt"]
)
def test_a_draft_is_read_and_listed_as_if_it_were_written(project: Path, path: str) -> None:
    snapshot = drafted(project, path)
    assert snapshot.read(path) == b"draft"
    folder = path.partition("/")[0]
    assert snapshot.files_below(folder) == ((path,) if folder != path else ())
    assert Snapshot(project).read(path) != b"draft"


def test_a_draft_stands_among_the_files_that_are_there_once(project: Path) -> None:
    for name in ("a.txt", "c.txt"):
        (project / "folder" / name).write_text("written")
    snapshot = Snapshot(project, {"folder/b.txt": b"", "folder/a.txt": b"", "folder-b/x.txt": b""})
    assert snapshot.files_below("folder") == ("folder/a.txt", "folder/b.txt", "folder/c.txt")
    assert [snapshot.read(f"folder/{name}.txt") for name in "abc"] == [b"", b"", b"written"]


@pytest.mark.parametrize(
    "path", ["link-out.txt", "folder-out/new.txt", "../new.txt", "folder-beside/new.txt"]
)
def test_a_draft_leads_out_of_the_project_no_more_than_a_file(project: Path, path: str) -> None:
    assert drafted(project, path).read(path) is Refusal.OUTSIDE


def test_a_draft_may_be_too_large(project: Path) -> None:
    assert drafted(project, "inside.txt").read("inside.txt", 4) is Refusal.TOO_LARGE
