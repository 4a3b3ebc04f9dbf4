"""Publishing: what is written, what it costs, and what a reader sees meanwhile."""

import os
import stat
import threading
from pathlib import Path

import pytest

from sitegen.write import Outcome, exchange, live_files, publish, refusal, working
from tests.write import mounts, tracing
from tests.write.trees import ONE, TWO, Site, claimed, digests, files, published, snapshot, tree


def test_the_outcome_counts_against_the_site_before(room: Path) -> None:
    output = room / "deep" / "er" / "site"
    assert publish(output, files(ONE)) == Outcome(4, 0, 0, True, None)
    assert publish(output, files(TWO)) == Outcome(2, 2, 1, True, None)
    assert publish(output, files(ONE)) == Outcome(2, 2, 1, True, None)
    assert publish(output, files(ONE)) == Outcome(0, 4, 0, True, None)
    assert tree(output) == published(ONE)


def test_files_and_folders_have_plain_modes(room: Path) -> None:
    earlier = os.umask(0o022)
    try:
        publish(room / "site", files(ONE))
    finally:
        os.umask(earlier)
    for path in (room / "site").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o755 if path.is_dir() else 0o644)


def test_the_same_site_has_the_same_bytes_wherever_it_came_from(room: Path) -> None:
    publish(room / "one", files(TWO))
    publish(room / "one", files(ONE))
    publish(room / "two", dict(reversed(files(ONE).items())))
    assert tree(room / "one") == tree(room / "two")


def test_nothing_changed_means_nothing_written(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(room / "site", files(TWO))
    publish(room / "site", files(ONE))
    before = snapshot(room)
    for forbidden in ("swap", "flush", "flush_folder"):
        monkeypatch.delattr(exchange, forbidden)
    assert live_files(room / "site") == digests(ONE)
    assert publish(room / "site", files(ONE)) == Outcome(0, 4, 0, True, None)
    assert publish(room / "site", claimed(ONE)) == Outcome(0, 4, 0, True, None)
    assert snapshot(room) == before


def test_the_new_site_is_on_the_disk_before_it_is_live_and_its_name_after(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def noted(name: str) -> None:
        real = getattr(exchange, name)

        def call(*folders: Path) -> None:
            done.append(" ".join([name, *(folder.name for folder in folders)]))
            real(*folders)

        monkeypatch.setattr(exchange, name, call)

    publish(room / "site", files(ONE))
    for name in ("flush", "swap", "flush_folder"):
        noted(name)
    publish(room / "site", files(TWO))
    assert done == [
        "flush next",
        "swap next site",
        f"flush_folder {room.name}",
        "flush_folder .site.sitegen",
    ]


@pytest.mark.usefixtures("breakable")
def test_nothing_changed_costs_one_status_a_file(room: Path) -> None:
    calls = {}
    for count in (50, 250):
        output = room / str(count)
        site = {f"facts/{number}.html": str(number) for number in range(count)}
        publish(output, files(site))

        def build(output: Path = output, site: Site = site) -> None:
            assert refusal(output, room / "project", []) is None
            assert len(live_files(output)) == len(site)
            assert publish(output, claimed(site)).written == 0

        run = tracing.run(build, tracing.ASKING_OF_FILES)
        assert run.code == 0
        calls[count] = len(run.calls)
    assert 200 <= calls[250] - calls[50] <= 220


def test_other_names_and_open_files_keep_what_they_had(room: Path) -> None:
    output = room / "site"
    publish(output, files({"index.html": "1" * 9000, "facts/gone.html": "gone"}))
    os.link(output / "index.html", room / "other-name.html")
    with (output / "index.html").open() as page, (output / "facts/gone.html").open() as gone:
        assert page.read(3) == "111"
        for turn in "2345":
            publish(output, files({"index.html": turn * 9000}))
        assert page.read() == "1" * 8997
        assert gone.read() == "gone"
    assert (room / "other-name.html").read_text() == "1" * 9000


def test_a_second_build_at_the_same_time_is_turned_away(room: Path) -> None:
    output = room / "site"
    publish(output, files(ONE))
    with (
        working.held(room / ".site.sitegen", busy=""),
        pytest.raises(BlockingIOError, match=rf"another build is writing {output}"),
    ):
        publish(output, files(TWO))
    assert tree(output) == published(ONE)
    publish(output, files(TWO))


def test_no_reader_meets_a_missing_or_a_mixed_page(room: Path) -> None:
    output = room / "site"
    pages = [f"page-{number}.html" for number in range(5)]
    publish(output, files(dict.fromkeys(pages, "0\n" * 4000)))
    faults: list[str] = []
    turns = threading.Semaphore(0)  # one is given back for each round of reading
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            for page in pages:
                try:
                    lines = (output / page).read_text().split()
                except OSError as fault:
                    faults.append(f"{page} is missing: {fault}")
                else:
                    if len(lines) != 4000 or len(set(lines)) != 1:
                        faults.append(f"{page} is torn")
            turns.release()

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(1, 201):
            assert publish(output, files(dict.fromkeys(pages, f"{number}\n" * 4000))).atomic
            assert turns.acquire(timeout=60)
    finally:
        stop.set()
        reader.join()
    assert faults == []


@pytest.mark.usefixtures("mountable")
@pytest.mark.parametrize("in_place", [False, True])
def test_a_full_disk_leaves_the_old_site_and_the_next_build_succeeds(
    room: Path, in_place: bool
) -> None:
    """Disks of 8 to 47 pages: no room for a change, too little for a great one, room enough."""
    page = os.sysconf("SC_PAGESIZE")
    great = {f"facts/{name}.html": name * page for name in "abcdefghij"} | {"index.html": "new"}

    def disk(pages: int, name: str) -> Path:
        folder = room / f"{name}-{pages}"
        folder.mkdir()
        mounts.mount_memory(folder, size=pages * page)
        return folder if in_place else folder / "site"

    def fits(output: Path, *sites: Site) -> bool:
        try:
            for site in sites:
                publish(output, files(site))
        except OSError:
            return False
        return True

    def work() -> None:
        full = done = 0
        for pages in range(8, 48):
            if not fits(disk(pages, "control"), ONE, TWO):
                continue
            output = disk(pages, "disk")
            publish(output, files(ONE))
            if fits(output, great):
                done += 1
                assert tree(output) == published(great)
                continue
            full += 1
            assert tree(output).items() >= published(ONE).items()
            publish(output, files(TWO))
            assert tree(output) == published(TWO)
        assert full >= 5
        assert done >= 5

    mounts.apart(work)
