"""What was read of files of facts comes back for the same bytes, and runs nothing on its way."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.load import KeptFiles
from sitegen.load.files import FileRead, facts_file
from sitegen.load.pickled import pickled, unpickled
from sitegen.load.places import FileText
from sitegen.snapshot import Snapshot
from tests.incremental.project import BRIDGE, PROJECT, TOLLS

FILES = [FileText(path, PROJECT[path].encode()) for path in (BRIDGE, TOLLS)]
READS = [facts_file(*file) for file in FILES]


def kept() -> dict[str, bytes]:
    files = KeptFiles({}, "a program")
    for file, read in zip(FILES, READS, strict=True):
        files.keep(file, pickled(read))
    return files.new


def test_what_was_read_comes_back() -> None:
    found = KeptFiles(kept(), "a program")
    assert [found.read(file) for file in FILES] == READS
    assert not found.differ
    assert found.new == kept()


def test_not_of_other_bytes_nor_of_another_path_nor_of_another_program() -> None:
    file = FILES[0]
    others = [file._replace(content=file.content + b"\n"), file._replace(path=FILES[1].path)]
    assert [KeptFiles(kept(), "a program").read(other) for other in others] == [None, None]
    assert KeptFiles(kept(), "another").read(file) is None


def test_what_is_not_read_again_is_not_kept_for_ever() -> None:
    found = KeptFiles(kept(), "a program")
    found.read(FILES[1])
    assert found.differ
    later = KeptFiles(found.new, "a program")
    assert [later.read(file) for file in FILES] == [None, READS[1]]


@given(st.data())
def test_no_damage_stops_anything(data: st.DataObject) -> None:
    """What comes back then may be wrong: a digest of the whole file is what tells that."""
    spoilt = kept()
    for name, whole in spoilt.items():
        cut = data.draw(st.integers(0, len(whole)))
        rest = whole[cut + data.draw(st.integers(0, 4)) :]
        spoilt[name] = whole[:cut] + data.draw(st.binary(max_size=4)) + rest
    files = KeptFiles(spoilt, "a program")
    for file in FILES:
        assert isinstance(files.read(file), FileRead | None)


class Calls:
    """Asks whoever reads its pickle to call a function."""

    def __init__(self, function: Callable[..., Any], *given: object) -> None:
        self._asked = function, given

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object, ...]]:
        return self._asked


CALLS = {
    "a function of the system": lambda at: Calls(os.mkdir, at),
    "a function of Python's own": lambda at: Calls(eval, f"__import__('os').mkdir({at!r})"),
    "a class of Python's own": lambda at: Calls(open, at, "w"),
    "a class that our module imports": lambda at: Calls(Path, at),
    "a class of ours that is no value": lambda at: Calls(Snapshot, Path(at)),
    "a function of ours": lambda at: Calls(facts_file, at, b""),
    "no such thing": lambda at: b"\x80\x04\x8c\x0dsitegen.model\x8c\x04None\x93.",
    "another value": lambda at: ["a list"],
}


@pytest.mark.parametrize("asked", CALLS.values(), ids=CALLS)
def test_a_pickle_that_asks_for_more_is_not_read(
    tmp_path: Path, asked: Callable[[str], Any]
) -> None:
    made = tmp_path / "made"
    what = asked(os.fspath(made))
    content = what if isinstance(what, bytes) else pickle.dumps(what)
    with pytest.raises(pickle.UnpicklingError):
        unpickled(content, FILES[0])
    files = KeptFiles({}, "a program")
    files.keep(FILES[0], content)
    assert KeptFiles(files.new, "a program").read(FILES[0]) is None
    assert not made.exists()
