"""Work that is shared out gives what one process would have given, or stops as it would have."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sitegen.jobs import Jobs, cores
from sitegen.load import ahead, load, project
from sitegen.snapshot import Snapshot
from tests.cases.reading import read_cases


@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
@pytest.mark.parametrize("pieces", [0, 1, 2, 10, 3000])
def test_each_piece_is_done_once_and_the_results_keep_their_order(jobs: int, pieces: int) -> None:
    assert Jobs(jobs).share_out(range(pieces), lambda n, _: n * n) == [n * n for n in range(pieces)]


def test_each_process_has_a_number_and_a_child_sees_what_its_parent_has() -> None:
    words = {"a": "alpha", "b": "beta"}

    def work(name: str, number: int) -> tuple[str, int, int]:
        time.sleep(0.01)  # so that each takes its turn
        return words[name], number, os.getpid()

    made = Jobs(2).share_out(list("abababab"), work)
    assert [word for word, _, _ in made] == ["alpha", "beta"] * 4
    numbers = {pid: number for _, number, pid in made}
    assert numbers[os.getpid()] == 0
    assert sorted(numbers.values()) == [0, 1]


def test_what_is_plain_comes_back_as_it_was() -> None:
    values = [None, 1, "ü", b"\0", (1, ("a",)), [2.5], {"a": (1, None)}]
    assert Jobs(2).share_out(values, lambda value, _: value) == values


def test_progress_only_grows_and_ends_with_all() -> None:
    told: list[int] = []
    Jobs(3).share_out(range(50), lambda n, _: n, told.append)
    assert told == sorted(told)
    assert told[-1] == 50


def in_a_child(number: int) -> bool:
    """Lets the child take its share first."""
    if number == 0:
        time.sleep(0.05)
    return number > 0


def test_a_fault_of_the_world_is_raised_as_it_was() -> None:
    def work(_: int, number: int) -> None:
        if in_a_child(number):
            raise OSError(28, "No space left on device", "/somewhere/full")

    with pytest.raises(OSError, match="No space left on device") as raised:
        Jobs(2).share_out(range(8), work)
    assert (raised.value.errno, raised.value.filename) == (28, "/somewhere/full")


def test_a_bug_is_raised_with_its_traceback() -> None:
    def work(_: int, number: int) -> None:
        if in_a_child(number):
            raise ZeroDivisionError("by nothing")

    with pytest.raises(RuntimeError, match=r"(?s)in another process:.*in work.*by nothing"):
        Jobs(2).share_out(range(8), work)


def test_a_process_that_is_killed_is_missed() -> None:
    def work(_: int, number: int) -> None:
        if in_a_child(number):
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(ChildProcessError, match="ended from outside"):
        Jobs(2).share_out(range(8), work)


def test_nothing_is_left_behind_when_work_is_interrupted(tmp_path: Path) -> None:
    def work(_: int, number: int) -> None:
        (tmp_path / f"{number}").write_text(str(os.getpid()))
        if number == 0:
            time.sleep(0.05)
            raise KeyboardInterrupt
        time.sleep(60)

    with pytest.raises(KeyboardInterrupt):
        Jobs(2).share_out(range(8), work)
    child = int((tmp_path / "1").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_process_with_threads_does_not_fork() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert set(Jobs(2).share_out(range(8), lambda _, __: os.getpid())) == {os.getpid()}
    finally:
        done.set()
        thread.join()


def test_where_the_system_refuses_more_processes_those_that_there_are_do_the_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fork, asked = os.fork, []

    def refusing() -> int:
        asked.append(1)
        if len(asked) > 1:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return fork()

    monkeypatch.setattr(os, "fork", refusing)
    assert Jobs(5).share_out(range(40), lambda n, _: n) == list(range(40))
    assert Jobs(5).share_out(range(40), lambda n, _: n) == list(range(40))


def test_where_nobody_is_told_of_ended_children_the_work_is_done() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert Jobs(2).share_out(range(40), lambda n, _: n) == list(range(40))
    finally:
        signal.signal(signal.SIGCHLD, before)


_ORPHANS = """
import os, sys, time
from sitegen.jobs import Jobs

def work(piece, number):
    if number == 0:
        time.sleep(1)  # until the child has made more than a pipe holds
        os.kill(os.getpid(), 9)
    print(os.getpid(), flush=True)
    time.sleep(0.05)  # or the children may have done all before their parent takes a piece
    return b"x" * 1_000_000

Jobs(3).share_out(range(60), work)
"""


def test_no_process_outlives_the_one_that_began_it() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _ORPHANS], capture_output=True, timeout=20, check=False
    )
    # That nothing holds the pipe any more ended `run`; a child that hung would hold it for ever.
    assert ran.returncode == -signal.SIGKILL
    assert ran.stdout.split()


def test_no_descriptor_is_left_open() -> None:
    before = os.listdir("/proc/self/fd") if os.path.isdir("/proc/self/fd") else []
    for _ in range(5):
        Jobs(3).share_out(range(20), lambda n, _: n)
    after = os.listdir("/proc/self/fd") if before else []
    assert len(after) == len(before)


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1


def test_files_that_another_process_read_are_as_if_this_one_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {
        text
        for case in read_cases()
        for path, text in case.files.items()
        if text and path.startswith("content/facts/")
    }
    folder = tmp_path / "content/facts"
    folder.mkdir(parents=True)
    for number, text in enumerate(sorted(texts)):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8", newline="")
    alone = load(Snapshot(tmp_path), jobs=Jobs(1))
    monkeypatch.setattr(project, "WORTH_SHARING", 0)
    # So that this process leaves most of it to the others, however quick it is.
    monkeypatch.setattr(ahead, "_IN_A_PIECE", 1)
    assert load(Snapshot(tmp_path), jobs=Jobs(4)) == alone
    assert len(alone[0].files) == len(texts) > 500
