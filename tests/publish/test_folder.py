"""A folder as a target: what is written there, what is left alone, and what is refused."""

import os
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from sitegen.model import FolderTarget
from sitegen.publish import Site, TargetError, make_plan, open_target
from sitegen.publish.folder import open_folder
from sitegen.write import MANIFEST
from tests.publish.making import NEW, OLD, broken, built, standing
from tests.write import tracing

SILENT = lambda _: None  # noqa: E731 - it says all


def publish(site: Site, folder: Path) -> int:
    """Publish a site to a folder; the number of files that were uploaded."""
    with open_folder(folder) as target:
        plan = make_plan(site, target.survey(site))
        target.carry_out(site, plan, SILENT)
    return len(plan.uploads)


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Site, Site]:
    return built(tmp_path / "old", OLD), built(tmp_path / "new", NEW)


def test_a_folder_takes_the_site_and_then_the_next(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:
    old, new = sites
    folder = tmp_path / "www"
    assert publish(old, folder) == len(OLD)
    assert standing(folder) == OLD
    assert publish(new, folder) == 8
    assert standing(folder) == NEW
    assert (folder / MANIFEST).read_bytes() == new.manifest
    assert publish(new, folder) == 0


def test_a_file_that_is_the_same_keeps_its_time_and_inode(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:
    old, new = sites
    folder = tmp_path / "www"
    publish(old, folder)
    before = (folder / "facts/same.html").stat()
    publish(new, folder)
    assert (folder / "facts/same.html").stat() == before


def test_what_somebody_has_changed_there_is_seen_and_put_right(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:
    old, _ = sites
    folder = tmp_path / "www"
    publish(old, folder)
    (folder / "index.html").write_text("hacked", encoding="utf-8")
    (folder / "facts/kept.html").unlink()
    assert publish(old, folder) == 2
    assert standing(folder) == OLD


def test_files_of_others_stay_and_so_do_their_folders(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:
    old, new = sites
    folder = tmp_path / "www"
    (folder / "blog").mkdir(parents=True)
    (folder / "blog/index.html").write_text("theirs", encoding="utf-8")
    publish(old, folder)
    (folder / "facts/notes.txt").write_text("theirs too", encoding="utf-8")
    publish(new, folder)
    assert standing(folder) == {
        **NEW,
        "blog/index.html": "theirs",
        "facts/notes.txt": "theirs too",
    }


def test_empty_folders_go_with_their_last_file(tmp_path: Path) -> None:
    publish(built(tmp_path / "a", {"index.html": "", "people/x.html": ""}), tmp_path / "www")
    publish(built(tmp_path / "b", {"index.html": ""}), tmp_path / "www")
    assert not (tmp_path / "www/people").exists()


def test_no_link_leads_out_of_the_folder(sites: tuple[Site, Site], tmp_path: Path) -> None:
    old, new = sites
    folder, elsewhere = tmp_path / "www", tmp_path / "elsewhere"
    publish(old, folder)
    elsewhere.mkdir()
    (folder / "people").symlink_to(elsewhere)
    with pytest.raises(TargetError, match="people"):
        publish(new, folder)
    assert list(elsewhere.iterdir()) == []


def test_a_link_in_the_place_of_a_page_is_replaced_and_not_followed(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:
    old, new = sites
    folder, precious = tmp_path / "www", tmp_path / "precious.html"
    publish(old, folder)
    precious.write_text("precious", encoding="utf-8")
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(precious)
    publish(new, folder)
    assert standing(folder) == NEW
    assert precious.read_text(encoding="utf-8") == "precious"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="only on accounts other than root")
def test_a_folder_that_may_not_be_written_is_told(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:  # pragma: no cover - as root everything may be written
    folder = tmp_path / "www"
    folder.mkdir(mode=0o555)
    with pytest.raises(TargetError, match="Permission denied"):
        publish(sites[0], folder)


def test_a_file_in_the_place_of_the_folder_is_told(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:
    (tmp_path / "www").write_text("", encoding="utf-8")
    with pytest.raises(TargetError, match="www is not a folder"):
        publish(sites[0], tmp_path / "www")


def test_a_parent_that_is_not_there_may_be_a_disk_that_is_not_mounted(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:
    with pytest.raises(TargetError, match=r"there is no folder .*mnt; is the disk mounted\?"):
        publish(sites[0], tmp_path / "mnt" / "www")
    assert not (tmp_path / "mnt").exists()


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("site", "the site is built from it"),
        ("site/below", "from which the site is built"),
        ("content/assets", "from which the site is built"),
        (".", "it is the project"),
        ("..", "it holds the project"),
        ("/", "it is the root of the file system"),
        (".git", "which is not for sites"),
    ],
)
def test_some_folders_are_never_published_to(folder: str, told: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    for name in ("content", "site"):
        (project / name).mkdir(parents=True)
    inputs = [project / "content", project / "site"]
    opened = open_target(FolderTarget("x", folder), project, inputs, {}, interactive=False)
    with pytest.raises(TargetError, match=told), opened:
        pass


@pytest.mark.skipif(tracing.unavailable() is not None, reason=f"only on {tracing.unavailable()}")
@pytest.mark.parametrize("first", [True, False], ids=["first publication", "second"])
def test_killed_at_any_moment_the_site_is_consistent_and_the_next_completes_it(
    sites: tuple[Site, Site], tmp_path: Path, *, first: bool
) -> None:
    old, new = sites
    moments = 0
    while True:
        moments += 1
        folder = tmp_path / f"www-{moments}"
        if not first:
            publish(old, folder)
        run = tracing.run(partial(publish, new, folder), tracing.WRITING_FILES, at=moments)
        if run.code == 0:
            break
        if folder.exists():
            assert broken(standing(folder)) == set(), moments
            with suppress(FileNotFoundError):
                assert (folder / "index.html").read_text(encoding="utf-8") in {
                    OLD["index.html"],
                    NEW["index.html"],
                }
        publish(new, folder)
        assert standing(folder) == NEW, moments
    assert moments > 3 * len(NEW)


@pytest.mark.skipif(tracing.unavailable() is not None, reason=f"only on {tracing.unavailable()}")
@pytest.mark.skipif(
    tracing.cannot_fail_calls() is not None, reason=f"only on {tracing.cannot_fail_calls()}"
)
def test_with_the_disk_full_at_any_moment_it_is_told_and_nothing_is_torn(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:
    old, new = sites
    told = 0
    for moment in range(1, 400):
        folder = tmp_path / f"www-{moment}"
        publish(old, folder)
        run = tracing.run(partial(publish, new, folder), tracing.WRITING_FILES, at=moment, fault=28)
        assert run.code in {0, 3}
        told += run.code == 3
        assert broken(standing(folder)) == set(), moment
        publish(new, folder)
        assert standing(folder) == NEW, moment
        if len(run.calls) < moment:
            break
    assert told > len(NEW)


def test_a_page_that_is_edited_while_it_is_published_is_not(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:
    old, _ = sites
    folder = tmp_path / "www"
    with open_folder(folder) as target:
        plan = make_plan(old, target.survey(old))
        (old.folder / "index.html").write_text("not what was checked", encoding="utf-8")
        with pytest.raises(TargetError, match=r"index\.html is no longer as it was built"):
            target.carry_out(old, plan, SILENT)
    assert not (folder / "index.html").exists()


@pytest.mark.parametrize("leads_to", ["content", "site", ".git"])
def test_a_link_to_where_no_site_may_be_is_followed_before_it_is_judged(
    leads_to: str, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    for name in ("content", "site", ".git"):
        (project / name).mkdir(parents=True)
    (tmp_path / "link").symlink_to(project / leads_to)
    inputs = [project / "content", project / "site"]
    opened = open_target(FolderTarget("x", "../link"), project, inputs, {}, interactive=False)
    with pytest.raises(TargetError, match="cannot be published to"), opened:
        pass


def test_two_publications_to_one_folder_do_not_meet(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:
    publish(sites[0], tmp_path / "www")
    running = "another publication to this folder is running"
    with open_folder(tmp_path / "www"), pytest.raises(TargetError, match=running):
        publish(sites[1], tmp_path / "www")
    publish(sites[1], tmp_path / "www")


@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
def test_a_manifest_that_is_no_file_is_told(
    sites: tuple[Site, Site], tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "www"
    folder.mkdir()
    place = folder / MANIFEST
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TargetError, match="is not a file; move it away"):
        publish(sites[0], folder)


def test_a_new_folder_that_somebody_fills_meanwhile_is_left_alone(
    sites: tuple[Site, Site], tmp_path: Path
) -> None:
    folder = tmp_path / "www"
    with open_folder(folder) as target:
        plan = make_plan(sites[0], target.survey(sites[0]))
        publish(sites[1], folder)
        with pytest.raises(TargetError, match="was filled meanwhile; run it again"):
            target.carry_out(sites[0], plan, SILENT)
    assert standing(folder) == NEW
