"""A folder of another machine as a target: rsync through a real ssh server on loopback."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen.model import RsyncTarget
from sitegen.publish import Publication, Site, TargetError, make_plan, open_target
from sitegen.write import MANIFEST
from tests.conftest import require_tool
from tests.publish.making import NEW, OLD, broken, built, page, standing
from tests.publish.servers import Sshd, bad_line, sshd

KEY = "DEPLOY_KEY"
CUTS = 9


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    for tool in ("rsync", "ssh", "ssh-keygen"):
        require_tool(tool)
    with sshd(require_tool("sshd"), tmp_path_factory.mktemp("sshd")) as server:
        yield server


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Site, Site]:
    return built(tmp_path / "old", OLD), built(tmp_path / "new", NEW)


def target_of(server: Sshd, folder: Path, port: int | None = None) -> RsyncTarget:
    place = f"{server.user}@127.0.0.1:{folder}"
    return RsyncTarget("server", place, port or server.port, KEY, server.host_key)


@contextmanager
def opened(target: RsyncTarget, server: Sshd, tmp_path: Path) -> Iterator[Publication]:
    variables = {**os.environ, KEY: server.user_key}
    with open_target(target, tmp_path, [], variables, interactive=False) as there:
        yield there


def publish(site: Site, target: RsyncTarget, server: Sshd, tmp_path: Path) -> list[str]:
    """Publish a site; what was uploaded."""
    with opened(target, server, tmp_path) as there:
        plan = make_plan(site, there.survey(site))
        there.carry_out(site, plan, lambda _: None)
    return [upload.path for upload in plan.uploads]


def test_a_machine_takes_the_site_and_then_the_next(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    old, new = sites
    folder = tmp_path / "a folder; with $(odd) letters – ü"
    target = target_of(server, folder)
    assert set(publish(old, target, server, tmp_path)) == OLD.keys()
    assert standing(folder) == OLD
    assert len(publish(new, target, server, tmp_path)) == 8
    assert standing(folder) == NEW
    assert (folder / MANIFEST).read_bytes() == new.manifest
    assert publish(new, target, server, tmp_path) == []


def test_a_survey_changes_nothing_not_even_a_folder(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    folder = tmp_path / "www"
    with opened(target_of(server, folder), server, tmp_path) as there:
        assert there.survey(sites[0]).same == frozenset()
    assert not folder.exists()


def test_what_differs_is_seen_by_content_and_not_by_time(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    old, _ = sites
    folder = tmp_path / "www"
    target = target_of(server, folder)
    publish(old, target, server, tmp_path)
    changed = folder / "facts/kept.html"
    was = changed.stat()
    changed.write_bytes(b"x" * was.st_size)
    here = (old.folder / "facts/kept.html").stat()
    os.utime(changed, (here.st_atime, here.st_mtime))
    assert publish(old, target, server, tmp_path) == ["facts/kept.html"]
    assert standing(folder) == OLD


def test_files_of_others_stay(server: Sshd, sites: tuple[Site, Site], tmp_path: Path) -> None:
    old, new = sites
    folder = tmp_path / "www"
    (folder / "blog").mkdir(parents=True)
    (folder / "blog/  odd\nname.html").write_text("theirs", encoding="utf-8")
    target = target_of(server, folder)
    publish(old, target, server, tmp_path)
    publish(new, target, server, tmp_path)
    assert standing(folder) == {**NEW, "blog/  odd\nname.html": "theirs"}


def test_a_place_with_another_site_is_left_alone(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    folder = tmp_path / "www"
    folder.mkdir()
    (folder / "index.html").write_text("theirs", encoding="utf-8")
    with pytest.raises(TargetError, match=r"^index\.html stands there, and sitegen did not put"):
        publish(sites[0], target_of(server, folder), server, tmp_path)
    assert standing(folder) == {"index.html": "theirs"}


def test_names_with_quotes_blanks_and_letters_of_all_kinds(server: Sshd, tmp_path: Path) -> None:
    odd = {"assets/a 'b' c.0.css": "x", "assets/Überblick – 図.svg": "y", "index.html": page()}
    folder = tmp_path / "www"
    target = target_of(server, folder)
    publish(built(tmp_path / "odd", odd), target, server, tmp_path)
    assert standing(folder) == odd
    publish(built(tmp_path / "less", {"index.html": page()}), target, server, tmp_path)
    assert standing(folder) == {"index.html": page()}


def test_pages_can_be_read_by_all_whatever_the_mask_here(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    (sites[0].folder / "index.html").chmod(0o600)
    publish(sites[0], target_of(server, tmp_path / "www"), server, tmp_path)
    assert (tmp_path / "www/index.html").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "www/facts").stat().st_mode & 0o777 == 0o755


def test_the_key_lies_nowhere_afterwards(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    with opened(target_of(server, tmp_path / "www"), server, tmp_path) as there:
        there.survey(sites[0])
        (key,) = scratch.glob("*/key")
        assert key.stat().st_mode & 0o777 == 0o600
    assert list(scratch.iterdir()) == []


def test_another_machine_is_not_believed(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    place = f"{server.user}@127.0.0.1:{tmp_path / 'www'}"
    stranger = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJt2l5ZbDZQ1qQOuFqVY4gqVJ9Y0lZ8Zb1mV5c9m2b7x"
    target = RsyncTarget("server", place, server.port, KEY, stranger)
    with pytest.raises(TargetError, match=r"comparing with .* failed: .*Host key verification"):
        publish(sites[0], target, server, tmp_path)


def test_a_wrong_key_is_told_and_not_shown(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    body = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo="
    key = f"-----BEGIN OPENSSH PRIVATE KEY-----\n{body}\n-----END OPENSSH PRIVATE KEY-----"
    target = target_of(server, tmp_path / "www")
    with (
        pytest.raises(TargetError, match="comparing with") as refused,
        open_target(target, tmp_path, [], {**os.environ, KEY: key}, interactive=False) as there,
    ):
        there.survey(sites[0])
    assert body not in str(refused.value)


def test_a_missing_key_and_a_missing_parent_are_told(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    target = target_of(server, tmp_path / "www")
    told = f"the environment variable {KEY}, which publish.server.key_env names, is not set"
    opening = open_target(target, tmp_path, [], {}, interactive=False)
    with pytest.raises(TargetError, match=re.escape(told)), opening:
        pass
    lost = target_of(server, tmp_path / "not" / "there")
    # What the other side says of it, rsync may lose as it ends; then its number is told.
    reason = r"uploading to .*/not/there.*(No such file or directory|it ended with 11$)"
    with pytest.raises(TargetError, match=reason):
        publish(sites[0], lost, server, tmp_path)


def test_without_rsync_that_is_said(sites: tuple[Site, Site], tmp_path: Path) -> None:
    variables = {"PATH": str(tmp_path)}
    opening = open_target(RsyncTarget("s", "host:/x"), tmp_path, [], variables, interactive=False)
    with pytest.raises(TargetError, match="needs rsync, which is not here"), opening as there:
        there.survey(sites[0])


@pytest.mark.parametrize("name", ["index.html", "facts", MANIFEST])
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_links_and_pipes_of_others_stay_and_are_named(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path, name: str, kind: str
) -> None:
    folder, precious = tmp_path / "www", tmp_path / "precious"
    folder.mkdir()
    precious.mkdir()
    if kind == "link":
        (folder / name).symlink_to(precious)
    else:
        os.mkfifo(folder / name)
    before = (folder / name).lstat().st_ino
    with pytest.raises(TargetError, match=rf"{re.escape(name)} .*(stands there|is not a file)"):
        publish(sites[0], target_of(server, folder), server, tmp_path)
    assert (folder / name).lstat().st_ino == before
    assert list(precious.iterdir()) == []


def test_a_page_that_is_edited_while_it_is_published_is_not(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    old, _ = sites
    with opened(target_of(server, tmp_path / "www"), server, tmp_path) as there:
        plan = make_plan(old, there.survey(old))
        (old.folder / "index.html").write_text("not what was checked", encoding="utf-8")
        with pytest.raises(TargetError, match=r"index\.html is no longer as it was built"):
            there.carry_out(old, plan, lambda _: None)
    assert not (tmp_path / "www/index.html").exists()


def test_the_key_of_a_machine_is_known_under_any_name(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    place = f"{server.user}@localhost:{tmp_path / 'www'}"
    target = RsyncTarget("server", place, server.port, KEY, server.host_key)
    publish(sites[0], target, server, tmp_path)
    assert standing(tmp_path / "www") == OLD


def test_a_listing_that_is_not_understood_is_no_empty_folder(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    wrapper = tools / "rsync"
    wrapper.write_text("#!/bin/sh\necho 'index.html, since long ago'\n", encoding="utf-8")
    wrapper.chmod(0o755)
    path = f"{tools}:{os.environ['PATH']}"
    variables = {**os.environ, KEY: server.user_key, "PATH": path}
    opening = open_target(
        target_of(server, tmp_path / "www"), tmp_path, [], variables, interactive=False
    )
    with opening as there, pytest.raises(TargetError, match=r"rsync lists 'index\.html, since"):
        there.survey(sites[0])


# Large enough for the line to break within a file, with nothing in it that could be compressed.
NOISE = {f"facts/{n}.html": page("../index.html", text=os.urandom(9000).hex()) for n in "ab"}


@pytest.fixture(scope="module")
def everything(server: Sshd, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many bytes go up the line when `OLD` gives way to `NEW` with noise."""
    room = tmp_path_factory.mktemp("measure")
    folder = room / "www"
    publish(built(room / "old", OLD), target_of(server, folder), server, room)
    with bad_line(server.port) as line:
        new = built(room / "new", {**NEW, **NOISE})
        publish(new, target_of(server, folder, line.port), server, room)
        return line.sent


@pytest.mark.parametrize("cut", range(1, CUTS))
def test_a_line_that_breaks_leaves_a_consistent_site_and_the_next_completes_it(
    server: Sshd, sites: tuple[Site, Site], tmp_path: Path, everything: int, cut: int
) -> None:
    old, new = sites[0], built(tmp_path / "noisy", {**NEW, **NOISE})
    folder = tmp_path / "www"
    straight = target_of(server, folder)
    publish(old, straight, server, tmp_path)
    with bad_line(server.port, everything * cut // CUTS) as line, pytest.raises(TargetError):
        publish(new, target_of(server, folder, line.port), server, tmp_path)
    assert broken(standing(folder)) == set()
    publish(new, straight, server, tmp_path)
    assert standing(folder) == {**NEW, **NOISE}
