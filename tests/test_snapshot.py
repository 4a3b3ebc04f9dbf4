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
    (root / "link-loop").symlink_to("link-loop")
    return root


@pytest.mark.parametrize(("path", "refusal"), REFUSED)
def test_what_is_not_read(project: Path, path: str, refusal: Refusal) -> None:
    assert Snapshot(project).read(path) is refusal


def test_a_link_within_the_project_is_followed(project: Path) -> None:
    assert Snapshot(project).read("link-in.txt") == b"inside"


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
