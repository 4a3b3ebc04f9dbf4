"""The classes that `frozen` makes behave as those of `dataclasses` and `typing`."""

import copy
import dataclasses
import pickle
import typing
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import frozen
from sitegen.diagnostics import Span
from sitegen.yamltree.nodes import Scalar

NAMES = ("first", "value", "name", "self_", "of")
Spec = tuple[str, str, bool, bool]


def of(makers: Any, specs: list[Spec], *, fixed: bool, base: type | None = None) -> Any:
    """A class of the given fields: their names, what each is where left out, compare and repr."""
    contents: dict[str, Any] = {
        "__annotations__": {},
        "__doc__": "A value.",
        "__module__": __name__,
    }
    for name, left_out, compare, shown in specs:
        contents["__annotations__"][name] = Any
        said: dict[str, Any] = {"compare": compare, "repr": shown}
        if left_out == "default":
            contents[name] = 7 if compare and shown else makers.field(default=7, **said)
        elif left_out == "factory":
            contents[name] = makers.field(default_factory=list, **said)
        elif not (compare and shown):
            contents[name] = makers.field(**said)
    made = type("Made", (base,) if base else (), contents)
    return makers.dataclass(frozen=fixed, slots=True)(made)


@st.composite
def specs(draw: st.DrawFn) -> list[Spec]:
    """Fields, those that may be left out at the end."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=5))
    needed = draw(st.integers(0, len(names)))
    optional = st.sampled_from(("default", "factory"))
    return [
        (name, draw(optional) if number >= needed else "", draw(st.booleans()), draw(st.booleans()))
        for number, name in enumerate(names)
    ]


@given(specs(), st.booleans(), st.data())
def test_a_value_is_what_dataclasses_makes_of_it(
    fields: list[Spec], fixed: bool, drawn: st.DataObject
) -> None:
    ours, theirs = (of(makers, fields, fixed=fixed) for makers in (frozen, dataclasses))
    assert ours.__match_args__ == theirs.__match_args__
    assert ours.__slots__ == theirs.__slots__
    pairs = []
    for _ in range(2):
        given_ = {
            name: drawn.draw(st.integers(0, 1))
            for name, left_out, *_ in fields
            if not left_out or drawn.draw(st.booleans())
        }
        pairs.append((ours(**given_), theirs(**given_)))
    (mine, their), (other, their_other) = pairs
    assert repr(mine) == repr(their)
    assert (mine == other) is (their == their_other)
    assert mine != their
    assert outcome(lambda: hash(mine)) == outcome(lambda: hash(their))
    for name, *_ in fields:
        ours_then, theirs_then = (
            frozen.replace(mine, **{name: 5}),
            dataclasses.replace(their, **{name: 5}),
        )
        assert repr(ours_then) == repr(theirs_then)
        assert repr(dataclasses.replace(mine, **{name: 5})) == repr(theirs_then)
    assert copy.deepcopy(mine) == mine
    told = [
        (f.name, f.compare, f.repr, f.default, f.default_factory) for f in dataclasses.fields(their)
    ]
    assert told == [
        (f.name, f.compare, f.repr, f.default, f.default_factory) for f in dataclasses.fields(mine)
    ]
    for name, *_ in fields:
        mine_too = outcome(partial(setattr, mine, name, 3))
        assert mine_too == outcome(partial(setattr, their, name, 3))
    with pytest.raises(AttributeError):
        mine.stranger = 3


def outcome(work: Any) -> Any:
    """What comes of it: the value, or the kind of the exception."""
    try:
        return work()
    except (AttributeError, TypeError) as problem:
        return type(problem)


def test_a_class_below_another_keeps_the_order_of_the_fields() -> None:
    for makers in (frozen, dataclasses):
        above = of(
            makers, [("first", "", True, True), ("value", "default", True, True)], fixed=True
        )
        below = of(
            makers,
            [("value", "factory", True, True), ("name", "default", True, False)],
            fixed=True,
            base=above,
        )
        assert repr(below(1)) == "Made(first=1, value=[])"
        assert below(1, 2, 3).name == 3
        assert below(1) != above(1)
        assert above(1).value == 7


def test_a_missing_argument_is_named_with_its_class() -> None:
    with pytest.raises(TypeError, match=r"Span\.__init__\(\) missing 5 required"):
        Span()  # type: ignore[call-arg] # that is the point


def test_values_survive_pickling() -> None:
    span, scalar = Span("a.yaml", 1, 2, 3, 4), Scalar("text", True, 1, 2, 3, 4)
    assert pickle.loads(pickle.dumps((span, scalar))) == (span, scalar)  # noqa: S301 - our own


def tuples(maker: Any) -> Any:
    """A named tuple with all that one has here."""

    class Made(maker):  # type: ignore[misc] # a class that is given
        """A value."""

        first: int
        name: str = "x"
        rest: tuple[int, ...] = ()

        @property
        def twice(self) -> int:
            return int(self.first) * 2

        def __bool__(self) -> bool:
            return bool(self.first)

    return Made


OURS, THEIRS = tuples(frozen.NamedTuple), tuples(typing.NamedTuple)


@given(st.lists(st.integers(0, 3), max_size=4), st.integers(0, 3))
def test_a_named_tuple_is_what_typing_makes_of_it(values: list[int], number: int) -> None:
    asked: tuple[Any, ...] = (
        lambda kind: repr(kind(*values)),
        lambda kind: tuple(kind(*values)),
        lambda kind: hash(kind(*values)),
        lambda kind: kind(*values) == tuple(values),
        lambda kind: bool(kind(*values)),
        lambda kind: kind(*values).twice,
        lambda kind: (kind(*values).first, kind(*values).name, kind(*values).rest),
        lambda kind: tuple(kind(*values)._replace(name=number)),
        lambda kind: kind(*values)._replace(stranger=number),
        lambda kind: kind(*values)._asdict(),
        lambda kind: tuple(kind._make(values)),
        lambda kind: tuple(kind(first=number, rest=3)),
        lambda kind: setattr(kind(*values), "first", number),
        lambda kind: setattr(kind(*values), "stranger", number),
    )
    for question in asked:
        assert answer(question, OURS) == answer(question, THEIRS)


def answer(question: Any, kind: Any) -> Any:
    """What comes of it, or the kind of the exception."""
    try:
        return question(kind)
    except (AttributeError, TypeError, ValueError) as problem:
        return type(problem)


@pytest.mark.parametrize(
    "name", ["__doc__", "_fields", "_field_defaults", "__match_args__", "__slots__", "__bases__"]
)
def test_a_class_of_named_tuples_says_the_same_of_itself(name: str) -> None:
    assert getattr(OURS, name) == getattr(THEIRS, name)
