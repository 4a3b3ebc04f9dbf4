"""data/verify.py beside files that somebody changed."""

import json
from pathlib import Path

import pytest

from tests.standalone.test_verify import SOUND, folder, publish, verify

__all__ = ["folder"]


def test_a_published_text_that_was_changed_disagrees(folder: Path) -> None:
    publish(folder, SOUND[1])
    (folder / "texts" / "end.txt").write_bytes((folder / "texts" / "end.txt").read_bytes() + b"!")
    code, told = verify(folder)
    assert code == 1
    assert "the published text is not the copy that was cited" in told


@pytest.mark.parametrize("path", ["../facts.json", "/dev/zero", "texts/../../x.txt"])
def test_no_other_file_is_opened(folder: Path, path: str) -> None:
    publish(folder, SOUND[0], text=path)
    code, told = verify(folder)
    assert code == 2
    assert "not a text of this site" in told


DAMAGED = [
    {"lines": None}, {"lines": "x"}, {"exact": 7}, {"tier": []}, {"anchors": None},
    {"anchors": [{}]}, {"anchors": [7]}, {"anchors": [{"line": "1", "start": 0, "end": 1}]},
    {"exact": "\x1b[2J\ud800"}, {"exact": ["The End", 7]},
]  # fmt: skip


@pytest.mark.parametrize("change", DAMAGED, ids=json.dumps)
def test_a_damaged_citation_disagrees_in_one_line(folder: Path, change: dict[str, object]) -> None:
    publish(folder, {**SOUND[0], **change}, SOUND[1])
    code, told = verify(folder)
    assert code == 1
    assert told.count("\n") == 2
    assert "1 citations agree with the texts, 1 disagree" in told
    assert "\x1b" not in told


def test_deep_nesting_is_told_in_a_line(folder: Path) -> None:
    publish(folder, *SOUND)
    (folder / "facts.json").write_text("[" * 100_000, encoding="utf-8")
    code, told = verify(folder)
    assert code == 2
    assert told.count("\n") == 1
