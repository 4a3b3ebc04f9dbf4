"""What the runs of a preview leave in its memory: enough for the next one, and never more."""

from functools import partial
from pathlib import Path

import pytest

from sitegen.memory import Memory
from sitegen.preview.runs import Runs
from tests.preview.small import FACTS, lay_out, save

FACT = "content/facts/letter.yaml"


class Run:
    """Work that is counted."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.worked: list[str] = []

    def meet(self, *keys: str, whole: bool = True) -> list[str]:
        """A run that comes to these; gives those that had to be worked out."""
        self.worked = []
        for key in keys:
            self.memory.once("work", key, (), partial(self.worked.append, key))
        self.memory.turn(whole=whole)
        return self.worked

    def read(self, text: str, *, whole: bool = True) -> str:
        """A run that reads this text; gives the one that later stages see."""
        seen = self.memory.same("text", "file", "".join(text))
        self.memory.turn(whole=whole)
        return seen


def test_what_a_broken_run_did_not_meet_is_there_when_it_is_mended() -> None:
    run = Run()
    run.meet("a", "b")
    run.meet("a", whole=False)
    run.meet("slip", whole=False)
    assert run.meet("a", "b") == []


def test_what_only_broken_runs_met_is_forgotten() -> None:
    run = Run()
    run.meet("a")
    for number in range(100):
        run.meet("a", f"slip {number}", whole=False)
    assert run.meet("slip 98", "slip 99", whole=False) == ["slip 98"]


def test_what_a_whole_run_did_not_meet_is_forgotten() -> None:
    run = Run()
    run.meet("a", "b")
    run.meet("a", whole=False)
    run.meet("a")
    assert run.meet("a", "b") == ["b"]


def test_a_file_that_is_put_right_keeps_the_identity_that_it_had() -> None:
    run = Run()
    good = run.read("".join(["good", "!"]))
    run.read("".join(["a ", "slip"]), whole=False)
    run.read("".join(["another ", "slip"]), whole=False)
    assert run.read("".join(["good", "!"])) is good


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


def test_runs_do_not_grow_the_memory(root: Path) -> None:
    runs = Runs(root, lambda: ("index.html",))
    sizes = []
    for number in range(12):
        claim = f"A lamp, {'x' * number}, was lit."
        slip = "  - [" if number % 3 == 1 else ""
        save(root / FACT, FACTS.replace("The lamp was lit.", claim) + slip)
        runs.run()
        if not slip:
            assert not any(list(runs.sweep()))
            sizes.append(runs._memory.size)
    assert max(sizes[2:]) <= max(sizes[:2])
