"""Content files give way whole or not at all, whatever the disk and other people do."""

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from sitegen.drafts.files import Rewrite, rewrite
from tests.drafts.making import tree


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    return path


def test_a_file_gets_its_new_content_and_nothing_is_left_beside_it(file: Path) -> None:
    rewrite([Rewrite(file, b"old", b"new")])
    assert tree(file.parent) == {"a.yaml": b"new"}


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o640, 0o755])
def test_permissions_stay(file: Path, mode: int) -> None:
    file.chmod(mode)
    rewrite([Rewrite(file, b"old", b"new")])
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only on root's shell")
def test_the_owner_stays(file: Path) -> None:
    os.chown(file, 1234, 1235)
    rewrite([Rewrite(file, b"old", b"new")])
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 1235)


def test_a_read_only_file_stops_all(file: Path) -> None:
    other = file.with_name("b.yaml")
    other.write_bytes(b"old")
    other.chmod(0o444)
    with pytest.raises(PermissionError) as raised:
        rewrite([Rewrite(file, b"old", b"new"), Rewrite(other, b"old", b"new")])
    assert raised.value.filename == str(other)
    assert tree(file.parent) == {"a.yaml": b"old", "b.yaml": b"old"}


def test_a_file_that_changed_since_it_was_read_stops_all(file: Path) -> None:
    other = file.with_name("b.yaml")
    other.write_bytes(b"theirs")
    with pytest.raises(OSError, match="run it again"):
        rewrite([Rewrite(file, b"old", b"new"), Rewrite(other, b"old", b"new")])
    assert tree(file.parent) == {"a.yaml": b"old", "b.yaml": b"theirs"}


def test_a_file_that_is_gone_is_not_made_again(file: Path) -> None:
    file.unlink()
    with pytest.raises(OSError, match="run it again"):
        rewrite([Rewrite(file, b"old", b"new")])
    assert tree(file.parent) == {}


def test_a_link_that_took_the_file_s_place_is_not_followed(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")
    file.unlink()
    file.symlink_to(target)
    with pytest.raises(OSError, match=r".") as raised:
        rewrite([Rewrite(file, b"old", b"new")])
    assert raised.value.filename == str(file)
    assert file.is_symlink()
    assert target.read_bytes() == b"old"


def test_a_pipe_that_took_the_file_s_place_is_not_waited_for(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(OSError, match="run it again"):
        rewrite([Rewrite(file, b"old", b"new")])


def test_a_change_while_the_new_version_was_being_written_is_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def slow_flush(opened: int) -> None:
        flush(opened)
        file.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", slow_flush)
    with pytest.raises(OSError, match="run it again"):
        rewrite([Rewrite(file, b"old", b"new")])
    assert tree(file.parent) == {"a.yaml": b"theirs"}


@pytest.mark.parametrize("name", ["fsync", "replace", "fchmod", "unlink"])
@pytest.mark.parametrize("number", [1, 2])
def test_a_fault_at_any_step_leaves_each_file_old_or_new(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    other = file.with_name("b.yaml")
    other.write_bytes(b"old")
    real = getattr(os, name)
    calls = 0

    def failing(*words: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == number:
            raise OSError(errno.ENOSPC, "no space left")
        return real(*words, **named)

    monkeypatch.setattr(os, name, failing)
    changes = [Rewrite(file, b"old", b"new"), Rewrite(other, b"old", b"new")]
    with pytest.raises(OSError, match="no space left"):
        rewrite(changes)
    monkeypatch.undo()
    contents = tree(file.parent)
    assert {contents.pop("a.yaml"), contents.pop("b.yaml")} <= {b"old", b"new"}
    assert name == "unlink" or contents == {}


def test_a_fault_names_the_file_and_not_the_one_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space left") as raised:
        rewrite([Rewrite(file, b"old", b"new")])
    assert raised.value.filename == str(file)
