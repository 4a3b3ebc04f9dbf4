"""Where announcements fail, looking at the files makes up for them."""

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from sitegen.preview import native
from sitegen.preview.polling import Stamps
from sitegen.preview.watch import MISSED, Watcher
from tests.preview.small import lay_out, save
from tests.preview.waiting import until


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


class Looks:
    """A watcher that looks all the time, how often it called, and what it said."""

    def __init__(self, root: Path) -> None:
        self.count = 0
        self.said: list[str] = []
        self.watcher = Watcher(root, every=0.02, say=self.said.append)
        self.watcher.start(self.look_again)

    def look_again(self) -> None:
        self.count += 1

    def looked(self) -> None:
        """Wait for a call, and begin a run."""
        until(lambda: self.count)
        self.watcher.mark()
        self.count = 0


def _made_more_than(number: int) -> bool:
    return Deaf.made > number


class Deaf(native.Native):
    """Hears nothing, as where the system's queue overflows or another machine writes."""

    made = 0

    def __init__(self, heard: Callable[[str], None]) -> None:
        super().__init__(lambda path: None)
        Deaf.made += 1


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(Deaf, "made", 0)
    monkeypatch.setattr(native, "Native", Deaf)
    monkeypatch.setattr("sitegen.preview.watch._GRACE", 0.0)
    return iter(())


@pytest.mark.usefixtures("deaf")
def test_a_change_that_nothing_announces_is_found(root: Path) -> None:
    looks = Looks(root)
    save(root / "content/facts/letter.yaml", "facts: {}\n")
    looks.looked()
    looks.watcher.stop()


@pytest.mark.usefixtures("deaf")
def test_waiting_for_an_announcement_does_not_put_off_the_next_look(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.preview.watch._GRACE", 0.4)
    monkeypatch.setattr("sitegen.preview.watch.SAFETY_SHARE", 0.001)
    looks = Looks(root)
    for words in ("facts: {}\n", "facts: {}\n# again\n"):
        save(root / "content/facts/letter.yaml", words)
        looks.looked()
    looks.watcher.stop()


@pytest.mark.usefixtures("deaf")
def test_whoever_missed_a_change_is_replaced(root: Path) -> None:
    looks = Looks(root)
    save(root / "content/facts/letter.yaml", "facts: {}\n")
    until(lambda: Deaf.made > 1)
    looks.watcher.stop()


@pytest.mark.usefixtures("deaf")
def test_where_changes_are_missed_time_and_again_it_is_said_once(root: Path) -> None:
    looks = Looks(root)
    for number in range(1, 2 * MISSED):
        save(root / "content/facts/letter.yaml", f"facts: {{}}\n# {number}\n")
        looks.looked()
        until(partial(_made_more_than, number))
    assert len(looks.said) == 1
    assert "not always announced" in looks.said[0]
    looks.watcher.stop()


def test_without_room_for_watches_looking_is_enough(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(self: native.Native, folders: Mapping[str, bool]) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(native.Native, "keep", no_room)
    looks = Looks(root)
    assert looks.said == [
        "changed files cannot be announced (inotify watch limit reached): looking every 0.25 s"
    ]
    save(root / "content/facts/letter.yaml", "facts: {}\n")
    looks.looked()
    looks.watcher.stop()


@pytest.mark.parametrize(("after_the_second", "runs"), [(0, 1), (1, 0)])
def test_a_clock_of_whole_seconds_hides_no_second_save(
    after_the_second: int, runs: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = 1_800_000_000 * 10**9
    looks: list[int] = []
    now = [second + 10**8]

    def same_stamps(folders: Iterable[str], files: Iterable[str]) -> Stamps:
        looks.append(1)
        return {"saved": (second, second + after_the_second, 5, 7)}

    monkeypatch.setattr("sitegen.preview.watch.stamps", same_stamps)
    monkeypatch.setattr("sitegen.preview.watch.time.time_ns", lambda: now[0])
    called: list[int] = []
    watcher = Watcher(root, poll=True, every=0.001)
    watcher.start(lambda: called.append(1))
    for _ in range(3):  # the run that is called for, and others after it, find nothing new
        seen = len(looks)
        until(lambda seen=seen: len(looks) > seen + 3)  # type: ignore[misc]  # bound early
        now[0] += 10**10
        seen = len(looks)
        until(lambda seen=seen: len(looks) > seen + 3)  # type: ignore[misc]  # bound early
        watcher.mark()
    watcher.stop()
    assert len(called) == runs
