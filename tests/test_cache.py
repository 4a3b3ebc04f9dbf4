"""What is kept between builds comes back as it was written, or not at all."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import cache

VALUE = {"index.html": ["key", "digest"], "ü": [1, None, {"a": [2.5]}]}


def test_a_value_comes_back_under_its_name(tmp_path: Path) -> None:
    cache.keep(tmp_path, "pages", VALUE)
    cache.keep(tmp_path, "verdicts", {"other": 1})
    assert cache.load(tmp_path, "pages") == VALUE
    assert cache.load(tmp_path, "verdicts") == {"other": 1}
    cache.forget(tmp_path, "pages")
    cache.forget(tmp_path, "pages")
    assert cache.load(tmp_path, "pages") is None


def test_the_folder_keeps_itself_out_of_version_control(tmp_path: Path) -> None:
    cache.keep(tmp_path / ".sitegen", "pages", VALUE)
    assert (tmp_path / ".sitegen" / ".gitignore").read_text().endswith("\n*\n")
    assert sorted(os.listdir(tmp_path / ".sitegen")) == [".gitignore", "pages.json"]


def test_each_output_folder_has_a_name_of_its_own(tmp_path: Path) -> None:
    names = {cache.name_for("pages", tmp_path / name) for name in ("site", "public")}
    assert len(names) == 2


@given(st.data())
def test_no_damage_is_taken_for_a_value(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    cache.keep(folder, "pages", VALUE)
    file = folder / "pages.json"
    whole = file.read_bytes()
    cut = data.draw(st.integers(0, len(whole)))
    rest = data.draw(st.sampled_from([b"", whole[cut + 1 :], whole[cut:]]))
    spoilt = whole[:cut] + data.draw(st.binary(max_size=3)) + rest
    file.write_bytes(spoilt)
    assert cache.load(folder, "pages") == (VALUE if spoilt == whole else None)


@pytest.mark.parametrize("content", [b"", b"\n", b"\x00\xff", b"{", b"null", b"[" * 200_000])
def test_rubbish_is_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pages.json").write_bytes(content)
    assert cache.load(tmp_path, "pages") is None


def test_what_is_no_file_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "pages.json").mkdir()
    assert cache.load(tmp_path, "pages") is None
    os.mkfifo(tmp_path / "verdicts.json")  # nobody writes to it: who read it would wait for ever
    assert cache.load(tmp_path, "verdicts") is None


PARTS = {"first": b"one\n\x00", "": b"", "ü": b"\xff" * 9}


def test_parts_come_back_by_their_names(tmp_path: Path) -> None:
    cache.keep_parts(tmp_path, "files.bin", PARTS, b"a key")
    assert cache.load_parts(tmp_path, "files.bin", b"a key") == PARTS
    assert cache.load_parts(tmp_path, "other.bin", b"a key") == {}


def test_parts_of_somebody_else_are_none(tmp_path: Path) -> None:
    cache.keep_parts(tmp_path, "files.bin", PARTS, b"a key")
    assert cache.load_parts(tmp_path, "files.bin", b"another") == {}
    assert cache.load_parts(tmp_path, "files.bin") == {}


def test_no_damaged_parts_come_back(tmp_path: Path) -> None:
    cache.keep_parts(tmp_path, "files.bin", PARTS)
    whole = (tmp_path / "files.bin").read_bytes()
    for cut in range(len(whole)):
        (tmp_path / "files.bin").write_bytes(whole[:cut] + whole[cut + 1 :])
        assert cache.load_parts(tmp_path, "files.bin") == {}


@pytest.mark.parametrize("head", [1, None, [1], [["a"]], [["a", "b"]], {"a": 1}, "ab"], ids=repr)
def test_a_head_that_lies_has_no_parts(tmp_path: Path, head: object) -> None:
    cache.keep(tmp_path, "files", head)
    assert cache.load_parts(tmp_path, "files.json") == {}
