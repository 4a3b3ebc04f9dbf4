"""The account's own key: made once, for nobody else to read."""

import os
import stat
from pathlib import Path

import pytest

from sitegen.config import Environment, own_key


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return tmp_path / "caches" / "sitegen" / "key"


def test_it_is_made_when_it_is_asked_for_first(key: Path) -> None:
    first = own_key(key.parents[1])
    assert first is not None
    assert len(first) == 32
    assert own_key(key.parents[1]) == first == key.read_bytes()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert os.listdir(key.parent) == ["key"]


def test_each_account_has_another(key: Path) -> None:
    first = own_key(key.parents[1])
    key.unlink()
    assert own_key(key.parents[1]) != first


@pytest.mark.parametrize("content", [b"", b"short", bytes(33)], ids=["empty", "short", "long"])
def test_a_damaged_one_is_none(key: Path, content: bytes) -> None:
    own_key(key.parents[1])
    key.write_bytes(content)
    assert own_key(key.parents[1]) is None


def test_one_that_others_may_read_is_none(key: Path) -> None:
    own_key(key.parents[1])
    key.chmod(0o640)
    assert own_key(key.parents[1]) is None


def test_a_link_is_none(key: Path, tmp_path: Path) -> None:
    own_key(key.parents[1])
    key.rename(tmp_path / "elsewhere")
    key.symlink_to(tmp_path / "elsewhere")
    assert own_key(key.parents[1]) is None


def test_where_no_folder_can_be_made_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in its place")
    assert own_key(tmp_path / "file") is None


def test_the_environment_says_where_the_caches_are(key: Path) -> None:
    environment = Environment.read({"XDG_CACHE_HOME": os.fspath(key.parents[1])})
    assert environment.own_key() == key.read_bytes()
