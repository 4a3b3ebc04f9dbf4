"""The older site and its working folder: ours, yet nothing of others is lost there."""

from pathlib import Path

import pytest

from sitegen.write import MANIFEST, live_files, publish, working
from sitegen.write.paths import LITTER
from tests.write.trees import ONE, TWO, digests, files, published, tree


@pytest.mark.parametrize("lost", ["stamps-*", "lock", working.MARKER, "next", "next/*"])
def test_whatever_is_lost_of_the_working_folder_costs_time_only(room: Path, lost: str) -> None:
    output = room / "site"
    publish(output, files(TWO))
    publish(output, files(ONE))
    for path in sorted((room / ".site.sitegen").glob(lost), reverse=True):
        path.rename(room / f"lost-{path.name}")
    if lost == working.MARKER:  # without it the folder is not known to be ours
        with pytest.raises(FileExistsError):
            publish(output, files(TWO))
        return
    assert live_files(output) == digests(ONE)
    publish(output, files(TWO))
    assert tree(output) == published(TWO)


def test_the_working_folder_may_be_deleted(room: Path) -> None:
    publish(room / "site", files(ONE))
    for path in sorted((room / ".site.sitegen").iterdir()):
        path.unlink()
    (room / ".site.sitegen").rmdir()
    publish(room / "site", files(TWO))
    assert tree(room / "site") == published(TWO)


def test_a_file_put_into_the_older_site_is_kept(room: Path) -> None:
    """A shell that stood in the site stands in the older one after the exchange."""
    output = room / "site"
    publish(output, files(ONE))
    publish(output, files(TWO))
    (room / ".site.sitegen/next/facts/notes.txt").write_text("mine")
    outcome = publish(output, files(ONE))
    kept = room / ".site.sitegen/kept-1"
    assert outcome.atomic
    assert outcome.note == f"{kept} keeps facts/notes.txt, which somebody put into the older site"
    assert (kept / "facts/notes.txt").read_text() == "mine"
    assert tree(output) == published(ONE)


def test_a_link_in_place_of_the_older_site_is_not_followed(room: Path) -> None:
    output = room / "site"
    publish(output, files(ONE))
    (room / "mine").mkdir()
    (room / "mine/thesis.odt").touch()
    (room / ".site.sitegen/next").symlink_to(room / "mine")
    publish(output, files(TWO))
    publish(output, files(ONE))
    assert tree(output) == published(ONE)
    assert [path.name for path in (room / "mine").iterdir()] == ["thesis.odt"]


def test_an_older_site_that_a_power_cut_wrecked_is_made_anew(room: Path) -> None:
    output = room / "site"
    publish(output, files(ONE))
    publish(output, files(TWO))
    beside = room / ".site.sitegen"
    older = beside / "next"
    (beside / f"stamps-{older.stat().st_ino}").unlink()  # these always come last
    (older / MANIFEST).write_bytes(b"")
    (older / "torn.html").touch()
    assert publish(output, files(ONE)).note is None
    assert tree(output) == published(ONE)
    assert not (beside / "kept-1").exists()


def test_an_older_site_that_somebody_else_wrecked_is_kept(room: Path) -> None:
    output = room / "site"
    publish(output, files(ONE))
    publish(output, files(TWO))
    (room / ".site.sitegen/next" / MANIFEST).write_text("mine now")
    assert "kept-1" in (publish(output, files(ONE)).note or "")
    assert tree(output) == published(ONE)
    assert (room / ".site.sitegen/kept-1" / MANIFEST).read_text() == "mine now"


def test_an_edit_of_the_older_site_never_goes_live(room: Path) -> None:
    output = room / "site"
    publish(output, files(ONE))
    publish(output, files(TWO))
    (room / ".site.sitegen/next/facts/b.html").write_text("B")
    publish(output, files(ONE))
    assert tree(output) == published(ONE)


def test_litter_of_a_desktop_does_no_harm(room: Path) -> None:
    output = room / "site"
    for turn, site in enumerate((ONE, TWO, {"index.html": "1"}, ONE, {"index.html": "2"})):
        publish(output, files({**site, "turn.html": str(turn)}))
        found = {path: raw for path, raw in tree(output).items() if Path(path).name not in LITTER}
        assert found == published({**site, "turn.html": str(turn)})
        (output / ".DS_Store").touch()
        if "facts/a.html" in site:
            (output / "facts/Thumbs.db").touch()
