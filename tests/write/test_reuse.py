"""What the live site holds is used again, and only if it is still what was written."""

import os
import shutil
from pathlib import Path

import pytest

from sitegen.write import MANIFEST, Outcome, live_files, older, publish, survey
from sitegen.write.survey import Folder
from tests.write.trees import ONE, TWO, claimed, digests, files, published, tree


def test_what_did_not_change_keeps_its_file_through_the_exchange(room: Path) -> None:
    output = room / "site"
    publish(output, files(ONE))
    publish(output, files({**ONE, "index.html": "other"}))
    inode = (output / "facts/a.html").stat().st_ino
    publish(output, files({**ONE, "index.html": "another"}))
    assert (output / "facts/a.html").stat().st_ino == inode


def test_bytes_are_taken_from_the_live_site_even_under_another_name(room: Path) -> None:
    output = room / "site"
    publish(output, files(ONE))
    moved = {"index.html": "home", "facts/z.html": "a", "again.html": "a"}
    publish(output, claimed(moved))
    assert tree(output) == published(moved)


def test_where_there_are_no_hard_links_the_bytes_are_copied(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(source: str, target: str) -> None:
        raise PermissionError(1, "no links here", source, None, target)

    monkeypatch.setattr(os, "link", link)
    publish(room / "site", files(ONE))
    publish(room / "site", files({"index.html": "new"}) | claimed({"facts/a.html": "a"}))
    assert tree(room / "site") == published({"index.html": "new", "facts/a.html": "a"})


def test_bytes_that_the_live_site_does_not_hold_are_not_made_up(room: Path) -> None:
    publish(room / "site", files(ONE))
    with pytest.raises(OSError, match="build again"):
        publish(room / "site", claimed({"index.html": "never seen"}))
    assert tree(room / "site") == published(ONE)


@pytest.mark.parametrize("lost", [False, True])
def test_a_file_edited_or_lost_while_the_site_is_published_is_not_passed_on(
    room: Path, monkeypatch: pytest.MonkeyPatch, lost: bool
) -> None:
    output = room / "site"
    find = older.find

    def edit_first(beside: Path) -> tuple[Folder, str | None]:
        (output / "facts/a.html").unlink()
        if not lost:
            (output / "facts/a.html").write_text("A")
        return find(beside)

    publish(output, files(ONE))
    monkeypatch.setattr(older, "find", edit_first)
    with pytest.raises(OSError, match="build again"):
        publish(output, {**claimed(ONE), **files({"index.html": "new"})})
    monkeypatch.setattr(older, "find", find)
    assert publish(output, files(TWO)).atomic
    monkeypatch.setattr(older, "find", edit_first)
    publish(output, files(ONE))
    assert tree(output) == published(ONE)


DAMAGE = {
    "edited": lambda file: file.write_text("edited by hand"),
    "edited to the same length": lambda file: file.write_text("A"),
    "replaced": lambda file: shutil.copy(file.with_name("b.html"), file),
    "emptied": lambda file: file.write_bytes(b""),
    "lost": lambda file: file.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_not_offered_and_comes_back(room: Path, damage: str) -> None:
    output = room / "site"
    publish(output, files(TWO))
    publish(output, files(ONE))
    DAMAGE[damage](output / "facts/a.html")
    offered = live_files(output)
    assert offered == {p: d for p, d in digests(ONE).items() if p != "facts/a.html"}
    assert publish(output, files(ONE)) == Outcome(1, 3, 0, True, None)
    assert tree(output) == published(ONE)
    assert publish(output, files(TWO)).atomic
    assert tree(output) == published(TWO)


def test_a_file_that_changes_while_it_is_read_is_not_offered(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_and_edit(path: str) -> tuple[bytes, os.stat_result]:
        content = Path(path).read_bytes()
        Path(path).write_text("edited meanwhile")
        return content, os.lstat(path)

    publish(room / "site", files(ONE))
    os.utime(room / "site/facts/a.html", ns=(0, 0))
    monkeypatch.setattr(survey, "read_file", read_and_edit)
    assert "facts/a.html" not in live_files(room / "site")


def test_a_touched_file_is_read_and_still_offered(room: Path) -> None:
    output = room / "site"
    publish(output, files(ONE))
    os.utime(output / "facts/a.html", ns=(0, 0))
    assert live_files(output) == digests(ONE)


def test_a_copy_of_the_project_is_read_once(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(room / "site", files(ONE))
    (room / "site").rename(room / "was")
    publish(room / "site", files({}))
    for path, text in ONE.items():
        target = room / "site" / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text)
    (room / "site" / MANIFEST).write_bytes(published(ONE)[MANIFEST])
    assert live_files(room / "site") == digests(ONE)
    monkeypatch.setattr("sitegen.write.survey.read_file", None)  # any reading would fail now
    assert live_files(room / "site") == digests(ONE)


def test_broken_stamps_are_no_stamps(room: Path) -> None:
    publish(room / "site", files(ONE))
    (stamps,) = (room / ".site.sitegen").glob("stamps-*")
    whole = stamps.read_bytes()
    for raw in (b"", whole[:-1], whole[:-8], whole + b"12345678", b"\0" * len(whole)):
        stamps.write_bytes(raw)
        assert live_files(room / "site") == digests(ONE)
        assert stamps.read_bytes() == whole


def test_an_edit_within_the_same_step_of_a_coarse_clock_is_seen(room: Path) -> None:
    output = room / "site"
    publish(output, files(ONE))
    (stamps,) = (room / ".site.sitegen").glob("stamps-*")
    page = output / "facts/a.html"
    changed = page.stat().st_mtime_ns
    page.write_text("A")  # as long as before, and with the same time
    os.utime(page, ns=(changed, changed))
    os.utime(stamps, ns=(changed, changed))
    assert "facts/a.html" not in live_files(output)


def test_stamps_are_younger_than_every_file_that_they_vouch_for(room: Path) -> None:
    publish(room / "site", files(ONE))
    (stamps,) = (room / ".site.sitegen").glob("stamps-*")
    changed = [file.stat().st_mtime_ns for file in (room / "site").rglob("*") if file.is_file()]
    assert stamps.stat().st_mtime_ns > max(changed)
