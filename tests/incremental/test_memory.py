"""`Memory`: what is worked out once, what counts as the same input, and what is forgotten."""

import gc
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from sitegen.memory import Memory


class Part:
    """Equal to every other, so that only its identity tells it apart."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Part)

    __hash__ = None  # type: ignore[assignment]  # parts need not be hashable


def counting(result: Any) -> tuple[Callable[[], Any], list[int]]:
    """Work that gives this result, and how often it was done."""
    done: list[int] = []

    def work() -> Any:
        done.append(1)
        return result

    return work, done


@pytest.mark.parametrize("result", [None, 0, "", (), False, [], "text"])
def test_work_is_done_once_whatever_it_gives(result: object) -> None:
    memory, part = Memory(), Part()
    work, done = counting(result)
    for _ in range(3):
        assert memory.once("job", "key", (part,), work) is result
        memory.turn()
    assert len(done) == 1


PARTS = [Part(), Part(), Part()]
INPUTS = [
    ("job", "key", ()),
    ("job", "key", (PARTS[0],)),
    ("job", "key", (PARTS[1],)),
    ("job", "key", (PARTS[0], PARTS[1])),
    ("job", "key", (PARTS[1], PARTS[0])),
    ("job", "key", (PARTS[0], PARTS[1], PARTS[2])),
    ("job", "other key", (PARTS[0],)),
    ("other job", "key", (PARTS[0],)),
    ("job", None, (PARTS[0],)),
    ("job", ("key",), (PARTS[0],)),
    ("job", "key", (None,)),
]


def test_each_input_has_a_result_of_its_own() -> None:
    memory = Memory()
    for _ in range(2):
        for number, (job, key, parts) in enumerate(INPUTS):
            assert memory.once(job, key, parts, partial(int, number)) == number
        memory.turn()


def test_a_key_is_compared_by_value() -> None:
    memory = Memory()
    first = memory.once("job", ("a", b"bytes"), (), object)
    assert memory.once("job", ("a", bytes([*b"bytes"])), (), object) is first


def test_what_a_run_does_not_meet_is_forgotten_with_its_parts() -> None:
    memory = Memory()
    memory.once("job", "old", (), lambda: "old")
    memory.once("job", "kept", (), lambda: "kept")
    memory.turn()
    memory.once("job", "kept", (), lambda: "anew")
    memory.turn()
    assert memory.once("job", "kept", (), lambda: "anew") == "kept"
    assert memory.once("job", "old", (), lambda: "anew") == "anew"


def test_nothing_grows_from_run_to_run() -> None:
    memory = Memory()
    for number in range(50):
        memory.once("job", number, (Part(),), Part)
        memory.same("value", "key", (number, Part()))
        memory.turn()
    gc.collect()
    alive = sum(isinstance(one, Part) for one in gc.get_objects())
    assert alive <= 3 + len(PARTS)


def test_an_id_is_never_that_of_another_part() -> None:
    memory = Memory()
    for number in range(1_000):  # a part that is let go leaves its id to the next one
        assert memory.once("job", None, ([number],), partial(int, number)) == number
        memory.turn()


def test_work_that_a_run_did_not_come_to_at_all_is_kept() -> None:
    memory = Memory()
    memory.once("check", None, (), lambda: "checked")
    memory.once("views", None, (), lambda: "seen")
    memory.turn()
    for _ in range(3):  # an error ends these runs after the check
        memory.once("check", None, (), lambda: "anew")
        memory.turn()
    assert memory.once("views", None, (), lambda: "anew") == "seen"


def met(memory: Memory, *names: str, whole: bool = True) -> list[str]:
    """The names of which a run works something out anew."""
    anew: list[str] = []
    for name in names:
        memory.once("job", name, (), partial(anew.append, name))
    memory.turn(whole=whole)
    return anew


def test_a_run_that_is_stopped_leaves_what_the_last_whole_one_had() -> None:
    memory = Memory()
    assert met(memory, "a", "b") == ["a", "b"]
    assert met(memory, "slip", whole=False) == ["slip"]
    assert met(memory, "other slip", whole=False) == ["other slip"]
    assert met(memory, "slip", whole=False) == ["slip"]
    assert met(memory, "a", "b") == []


def test_a_whole_run_forgets_what_stopped_ones_had_and_itself_did_not_meet() -> None:
    memory = Memory()
    met(memory, "a", "b")
    met(memory, "a", "slip", whole=False)
    assert met(memory, "a") == []
    assert met(memory, "a", "b", "slip") == ["b", "slip"]


def test_a_value_that_is_mended_is_the_one_of_the_last_whole_run() -> None:
    memory = Memory()
    first, slip, again = tuple("ok"), tuple("slip"), tuple("ok")
    memory.same("job", "key", first)
    memory.turn()
    for wrong in (slip, tuple("slap"), slip):
        assert memory.same("job", "key", wrong) is wrong
        memory.turn(whole=False)
    assert memory.same("job", "key", again) is first
    memory.turn()
    assert memory.same("job", "key", slip) is slip


def test_work_that_fails_leaves_nothing() -> None:
    memory = Memory()
    with pytest.raises(ZeroDivisionError):
        memory.once("job", None, (), lambda: 1 // 0)
    assert memory.once("job", None, (), lambda: 1) == 1


def test_a_value_that_equals_the_earlier_one_gives_way_to_it() -> None:
    memory = Memory()
    first, again = tuple("a1"), tuple("a1")
    assert memory.same("job", "key", first) is first
    memory.turn()
    assert again is not first
    assert memory.same("job", "key", again) is first
    memory.turn()
    other = ("b", 1)
    assert memory.same("job", "key", other) is other
    assert memory.same("job", "key", other) is other


@pytest.mark.parametrize("value", [None, "", 0])
def test_a_value_may_be_nothing(value: object) -> None:
    memory = Memory()
    for kept in ("something", value):
        assert memory.same("job", "key", kept) is kept
