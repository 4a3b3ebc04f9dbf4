"""Where two folders cannot be exchanged: file by file, in an order that is safe, and said so."""

import errno
import os
from pathlib import Path

import pytest

from sitegen.write import MANIFEST, exchange, live_files, manifest, publish, working
from sitegen.write.paths import STAGING, folders_of
from tests.write import mounts, tracing
from tests.write.test_crash import CASES, NEW, OLD, OLDER, assert_clean, strikes
from tests.write.trees import Site, claimed, files, published, snapshot, tree


def no_exchange(patch: pytest.MonkeyPatch) -> None:
    """As on an operating system that has no such call."""
    patch.setattr(exchange, "POSSIBLE", False)


def no_working_folder(patch: pytest.MonkeyPatch) -> None:
    """As where nobody may write beside the site."""

    def held(folder: Path, *, busy: str) -> None:
        raise PermissionError(errno.EACCES, busy, os.fspath(folder))

    patch.setattr(working, "held", held)


HINDRANCES = {"no exchange": no_exchange, "no working folder": no_working_folder}


@pytest.fixture(params=HINDRANCES)
def hindered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    HINDRANCES[request.param](monkeypatch)


def assert_not_torn(output: Path, old: Site, new: Site) -> None:
    """Every file is an old or a new one, named by the manifest; what both sites have is there."""
    found = {p: raw for p, raw in tree(output).items() if not p.startswith(f"{STAGING}/")}
    raw = found.pop(MANIFEST, None)
    named = manifest.parse(raw).files if raw is not None else {}
    for path, content in found.items():
        if path.endswith("/"):
            assert path.rstrip("/") in folders_of(named)
        else:
            assert path in named
            assert content.decode() in (old.get(path), new.get(path))
    assert old.keys() & new.keys() <= found.keys()
    arrived = {path for path, content in found.items() if content.decode() == new.get(path)}
    if "index.html" in arrived:
        assert new.keys() <= arrived, "the home page came before a page that it leads to"
    if "topics/added.html" in arrived:
        assert "assets/b.css" in arrived, "a page came before what it shows"


@pytest.mark.parametrize(
    ("hindrance", "struck"),
    [
        ("no exchange", "second"),
        ("no exchange", "everything goes"),
        ("no working folder", "first of all"),
        ("no working folder", "third"),
    ],
)
@pytest.mark.usefixtures("traceable")
def test_killed_at_any_system_call_no_file_is_torn(
    room: Path, monkeypatch: pytest.MonkeyPatch, hindrance: str, struck: str
) -> None:
    HINDRANCES[hindrance](monkeypatch)
    case = CASES[struck]

    def check(output: Path, code: int | None) -> None:
        if output.exists():
            assert_not_torn(output, case.before[-1] if case.before else {}, case.after)
        assert_clean(output, case.after)

    assert strikes(room, case, tracing.CHANGING, None, check) >= 10


@pytest.mark.usefixtures("breakable")
def test_a_full_disk_is_met_while_the_old_site_stands(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_exchange(monkeypatch)
    kept = 0

    def check(output: Path, code: int | None) -> None:
        nonlocal kept
        assert code in (0, 3)
        assert_not_torn(output, OLD, NEW)
        found = tree(output)
        kept += all(found.get(path) == raw for path, raw in published(OLD).items())
        assert_clean(output, NEW)

    strikes(room, CASES["third"], tracing.WRITING_FILES, errno.ENOSPC, check)
    assert kept >= len(NEW)


@pytest.mark.usefixtures("hindered")
def test_the_new_site_is_whole_and_the_note_says_how_it_came(room: Path) -> None:
    output = room / "site"
    for site in (OLDER, OLD, NEW, OLDER):
        outcome = publish(output, files(site))
        assert tree(output) == published(site)
    assert not outcome.atomic
    assert outcome.note is not None
    assert "\n" not in outcome.note
    assert "file by file" in outcome.note


@pytest.mark.usefixtures("hindered")
def test_the_new_files_are_on_the_disk_before_the_first_is_moved_to_its_name(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = room / "site"
    flushed: list[bool] = []

    def flush(folder: Path) -> None:
        flushed.append(tree(output).items() >= published(OLD).items())

    publish(output, files(OLD))
    monkeypatch.setattr(exchange, "flush", flush)
    publish(output, files(NEW))
    assert flushed == [True, False]


@pytest.mark.usefixtures("traceable")
def test_what_a_killed_build_left_in_the_site_goes_when_exchanges_are_possible(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = room / "site"
    publish(output, files(OLD))
    with monkeypatch.context() as patch:
        no_exchange(patch)
        tracing.run(lambda: publish(output, files(NEW)), tracing.CHANGING, at=12)
    assert (output / STAGING).exists()
    for site in (OLDER, NEW, OLD):
        assert publish(output, files(site)).atomic
        assert tree(output) == published(site)


@pytest.mark.usefixtures("hindered")
def test_nothing_changed_means_nothing_written(room: Path) -> None:
    output = room / "site"
    publish(output, files(OLD))
    publish(output, files(NEW))
    before = snapshot(room)
    for again in (files(NEW), claimed(NEW)):
        outcome = publish(output, again)
        assert (outcome.written, outcome.removed, outcome.note) == (0, 0, None)
    assert snapshot(room) == before


@pytest.mark.parametrize(
    ("fault", "because"),
    [
        (errno.EXDEV, "mount point"),
        (errno.EBUSY, "mount point"),
        (errno.EINVAL, "cannot exchange"),
        (errno.ENOSYS, "cannot exchange"),
        (errno.EACCES, "no permission"),
        (errno.EROFS, "no permission"),
    ],
)
def test_a_refused_exchange_leads_here(
    room: Path, monkeypatch: pytest.MonkeyPatch, fault: int, because: str
) -> None:
    def swap(first: Path, second: Path) -> None:
        raise OSError(fault, os.strerror(fault), os.fspath(first), None, os.fspath(second))

    publish(room / "site", files(OLD))
    monkeypatch.setattr(exchange, "swap", swap)
    for site in (NEW, OLDER):
        outcome = publish(room / "site", files(site))
        assert tree(room / "site") == published(site)
        assert because in (outcome.note or "")


def test_any_other_fault_of_the_exchange_is_the_users_to_see(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swap(first: Path, second: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    publish(room / "site", files(OLD))
    monkeypatch.setattr(exchange, "swap", swap)
    with pytest.raises(OSError, match="Input/output"):
        publish(room / "site", files(NEW))
    assert tree(room / "site") == published(OLD)


@pytest.mark.usefixtures("hindered")
def test_a_second_build_of_the_same_site_is_turned_away(room: Path) -> None:
    output = room / "site"
    publish(output, files(OLD))
    with (
        working.locked(output, busy=""),
        working.locked(room / ".site.sitegen" / "lock", busy="")
        if (room / ".site.sitegen").exists()
        else working.locked(room, busy=""),
        pytest.raises(BlockingIOError, match="another build"),
    ):
        publish(output, files(NEW))
    assert tree(output) == published(OLD)


@pytest.mark.usefixtures("mountable")
def test_a_mount_point(room: Path) -> None:
    output = room / "site"
    output.mkdir()

    def work() -> None:
        mounts.mount_memory(output)
        for site in (OLDER, OLD, NEW):
            outcome = publish(output, files(site))
            assert tree(output) == published(site)
            assert "mount point" in (outcome.note or "")
        assert live_files(output).keys() == NEW.keys()
        assert not (room / ".site.sitegen" / "next").exists()

    mounts.apart(work)


@pytest.mark.usefixtures("mountable")
def test_a_folder_mounted_over_itself(room: Path) -> None:
    output = room / "site"
    publish(output, files(OLDER))

    def work() -> None:
        mounts.mount_again(output, output)
        for site in (OLD, NEW):
            outcome = publish(output, files(site))
            assert tree(output) == published(site)
            assert "mount point" in (outcome.note or "")

    mounts.apart(work)


@pytest.mark.usefixtures("mountable")
def test_a_parent_folder_that_is_read_only(room: Path) -> None:
    output = room / "parent" / "site"
    output.parent.mkdir()

    def work() -> None:
        mounts.mount_memory(output.parent)
        output.mkdir()
        mounts.mount_memory(output)
        mounts.make_read_only(output.parent)
        for site in (OLDER, OLD, NEW):
            outcome = publish(output, files(site))
            assert tree(output) == published(site)
            assert "no permission" in (outcome.note or "")

    mounts.apart(work)
