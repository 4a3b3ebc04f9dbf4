"""Killed at every system call, or failing at every one: the old site or the new one, whole."""

import errno
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.write import live_files, publish, refusal, stamps, working
from tests.write import tracing
from tests.write.trees import Site, digests, files, published, tree

OLDER: Site = {"index.html": "home 1", "facts/gone.html": "gone", "facts/kept.html": "kept"}
OLD: Site = {
    "index.html": "home 2",
    "facts/kept.html": "kept",
    "facts/changed.html": "before",
    "people/deleted.html": "deleted",
    "turns": "a file, then a folder",
    "assets/a.css": "same bytes",
}
NEW: Site = {
    "index.html": "home 3",
    "facts/kept.html": "kept",
    "facts/changed.html": "after " * 50,
    "topics/added.html": "added",
    "turns/page.html": "a folder, once a file",
    "assets/b.css": "same bytes",
}


class Case(NamedTuple):
    """Sites published one after the other, perhaps one killed, and the one that is struck."""

    before: tuple[Site, ...]
    after: Site
    wrecked_at: int = 0


CASES = {
    "first of all": Case((), NEW),
    "second": Case((OLD,), NEW),
    "third": Case((OLDER, OLD), NEW),
    "third, turned about": Case((OLD, OLDER), NEW),
    "after a kill": Case((OLDER, OLD), NEW, wrecked_at=12),
    "everything goes": Case((OLDER, OLD), {}),
}


def prepared(room: Path, case: Case) -> Path:
    for entry in room.iterdir():
        shutil.rmtree(entry)
    output = room / "site"
    for earlier in case.before:
        publish(output, files(earlier))
    if case.wrecked_at:
        wreck: Site = {"index.html": "never seen", "facts/changed.html": "nor this"}
        work = partial(publish, output, files(wreck))
        run = tracing.run(work, tracing.CHANGING, at=case.wrecked_at)
        assert run.code is None
    return output


def whole(output: Path) -> dict[str, bytes] | None:
    return tree(output) if output.exists() else None


def assert_clean(output: Path, wanted: Site) -> None:
    """The next build is not refused, succeeds, and leaves nothing behind."""
    assert refusal(output, output.parent / "project", []) is None
    publish(output, files(wanted))
    assert tree(output) == published(wanted)
    beside = output.with_name(f".{output.name}.sitegen")
    if beside.exists():
        left = {entry.name.partition("-")[0] for entry in beside.iterdir()}
        assert left <= {working.MARKER.partition("-")[0], "lock", "next", "stamps"}
        assert len(list(beside.glob("stamps-*"))) <= 2
    assert live_files(output) == digests(wanted)


def strikes(
    room: Path,
    case: Case,
    watch: tracing.Watch,
    fault: int | None,
    check: Callable[[Path, int | None], None],
) -> int:
    """Strike at each watched call in turn, and check; gives the number of calls struck."""
    at = 0
    while True:
        at += 1
        output = prepared(room, case)
        work = partial(publish, output, files(case.after))
        run = tracing.run(work, watch, at, fault)
        check(output, run.code)
        if len(run.calls) < at:
            assert run.code == 0
            return at - 1


def assert_only_whole_sites_are_vouched_for(output: Path) -> None:
    """A site that a killed build left half-way has no stamps: that is how it is recognised."""
    older = output.with_name(f".{output.name}.sitegen") / "next"
    if older.exists() and stamps.kept(older.parent, older.stat().st_ino):
        assert tree(older) in [published(site) for site in (OLDER, OLD, NEW, {})]


@pytest.mark.usefixtures("traceable")
@pytest.mark.parametrize("name", CASES)
def test_killed_at_any_system_call(room: Path, name: str) -> None:
    case = CASES[name]
    old = published(case.before[-1]) if case.before else None
    seen = []

    def check(output: Path, code: int | None) -> None:
        found = whole(output)
        assert found in (old, published(case.after))
        seen.append((code, found == old))
        assert_only_whole_sites_are_vouched_for(output)
        assert_clean(output, case.after)

    assert strikes(room, case, tracing.CHANGING, None, check) >= 10
    assert (None, True) in seen, "never killed while the old site stood"
    assert (None, False) in seen, "never killed when the new site stood"


@pytest.mark.usefixtures("breakable")
@pytest.mark.parametrize(
    ("fault", "watch"),
    [
        pytest.param(errno.ENOSPC, tracing.WRITING_FILES, id="disk full"),
        pytest.param(errno.EIO, tracing.USING_FILES, id="bad disk"),
    ],
)
def test_failing_at_any_call(room: Path, fault: int, watch: tracing.Watch) -> None:
    case = CASES["third"]
    old, new = published(OLD), published(NEW)
    failed = 0

    def check(output: Path, code: int | None) -> None:
        nonlocal failed
        assert code in (0, 3), "neither done nor an OSError"
        found = tree(output)
        assert found == new if code == 0 else found in (old, new)
        failed += code == 3
        assert_clean(output, NEW)

    strikes(room, case, watch, fault, check)
    assert failed >= 20
