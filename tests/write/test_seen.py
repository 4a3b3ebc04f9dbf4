"""Publishing to a folder that was looked at a moment ago."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.write import live_files, look, publish
from tests.write.trees import ONE, TWO, digests, files, published, tree


def test_what_lies_still_is_not_looked_at_again(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = room / "site"
    publish(output, files(ONE))
    live = look(output)
    monkeypatch.setattr("sitegen.write.site.survey", None)  # any second look would fail now
    assert publish(output, files(TWO), live).atomic
    assert tree(output) == published(TWO)


def test_a_look_that_is_older_than_a_build_is_none(room: Path) -> None:
    output = room / "site"
    publish(output, files(ONE))
    live = look(output)
    publish(output, files(TWO))
    assert publish(output, files(ONE), live).written == 2
    assert tree(output) == published(ONE)


def test_no_folder_was_looked_at(room: Path) -> None:
    output = room / "site"
    live = look(output)
    publish(output, files(ONE), live)
    assert tree(output) == published(ONE)


MEANWHILE: dict[str, Callable[[Path], object]] = {
    "a page is edited": lambda site: (site / "facts/a.html").write_text("edited"),
    "a page is deleted": lambda site: (site / "facts/a.html").unlink(),
    "a page is replaced": lambda site: (site / "assets/x.css").replace(site / "facts/a.html"),
    "the manifest is deleted": lambda site: (site / ".sitegen-manifest.json").unlink(),
}


@pytest.mark.parametrize("what", MEANWHILE)
def test_what_happens_meanwhile_is_seen_by_the_next_build_at_the_latest(
    room: Path, what: str
) -> None:
    output = room / "site"
    publish(output, files(TWO))
    publish(output, files(ONE))
    live = look(output)
    MEANWHILE[what](output)
    try:
        publish(output, files(TWO), live)
    except FileExistsError:  # without a manifest the pages are somebody else's
        assert what == "the manifest is deleted"
        return
    assert tree(output) == published(TWO)
    publish(output, files(ONE), look(output))
    assert tree(output) == published(ONE)
    assert live_files(output) == digests(ONE)


def test_what_somebody_puts_there_meanwhile_is_refused(room: Path) -> None:
    output = room / "site"
    publish(output, files(ONE))
    for folder in (output, output / "facts"):
        os.utime(folder, ns=(0, 0))  # the clock of the file system may go in coarse steps
    live = look(output)
    (output / "facts/mine.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="did not write this"):
        publish(output, files(TWO), live)
    assert (output / "facts/mine.txt").read_text() == "mine"


def test_the_root_of_the_file_system_is_no_site() -> None:
    assert not look(Path("/")).inode
