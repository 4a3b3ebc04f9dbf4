"""The calls to the operating system, each way that they can go."""

import errno
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sitegen.write import exchange

pytestmark = pytest.mark.skipif(not exchange.POSSIBLE, reason="no exchange on this system")


def two_folders(room: Path) -> tuple[Path, Path]:
    for name in ("one", "two"):
        (room / name).mkdir()
        (room / name / "page").write_text(name)
    return room / "one", room / "two"


def test_two_folders_change_names(room: Path) -> None:
    one, two = two_folders(room)
    exchange.swap(one, two)
    assert ((one / "page").read_text(), (two / "page").read_text()) == ("two", "one")


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has the call by number")
def test_a_c_library_without_the_function(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = two_folders(room)
    only = SimpleNamespace(syscall=exchange._library().syscall)
    monkeypatch.setattr(exchange, "_library", lambda: only)
    exchange.swap(one, two)
    assert (one / "page").read_text() == "two"
    with pytest.raises(FileNotFoundError):
        exchange.swap(one, room / "three")
    exchange.flush(one)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has the call by number")
def test_a_machine_whose_number_is_not_known(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = two_folders(room)
    monkeypatch.setattr(exchange, "_library", SimpleNamespace)
    monkeypatch.setattr("platform.machine", lambda: "abacus")
    with pytest.raises(OSError, match="not implemented") as caught:
        exchange.swap(one, two)
    assert caught.value.errno == errno.ENOSYS
    assert (one / "page").read_text() == "one"


def test_a_folder_that_is_not_there(room: Path) -> None:
    one, _ = two_folders(room)
    with pytest.raises(FileNotFoundError) as caught:
        exchange.swap(one, room / "three")
    assert (caught.value.filename, caught.value.filename2) == (str(one), str(room / "three"))
    with pytest.raises(FileNotFoundError):
        exchange.flush(room / "three")
