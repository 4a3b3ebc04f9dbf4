"""What is told of a view: the same of what is the same, and all that a template could see."""

import marshal
import typing
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from sitegen.render.keys import _VERSION, Telling, _annotations, _anything
from sitegen.views import kinds
from sitegen.views.kinds.basics import shared


class Words(NamedTuple):
    text: str
    href: str | None = None


class Other(NamedTuple):
    text: str
    href: str | None = None


@shared
class Card(NamedTuple):
    text: Markup
    link: Words | None


@dataclass(frozen=True, slots=True)
class Shown:
    label: str
    value: Markup | None
    count: int
    current: bool
    link: Words | None
    links: tuple[Words, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class One:
    only: str


class Links(NamedTuple):
    links: tuple[Words, ...]


class Page(NamedTuple):
    title: str
    body: Markup | str
    rows: tuple[Shown, ...]
    either: Words | Other | None
    one: One
    cards: tuple[Card, ...]
    card: Card | None


def told(view: object) -> bytes:
    """What is told of a view by who knows no other."""
    return Telling().told(view)


TEXTS = st.one_of(
    st.none(),
    st.sampled_from(["", "a", "b", "ab", "\x00", "\ud800", "('a',)"]),
    st.sampled_from([Markup(""), Markup("a"), Markup("ab")]),
    st.sampled_from([0, 1, True, False, 1.0, 2**70]),
)
WORDS = st.one_of(TEXTS, st.builds(Words, TEXTS, TEXTS), st.builds(Other, TEXTS, TEXTS))
MANY = st.one_of(WORDS, st.lists(WORDS, max_size=3).map(tuple))
# What the classes promise, and more often something else in one place or another.
CARDS = st.one_of(st.builds(Card, TEXTS.filter(bool), WORDS), TEXTS)
SHOWN = st.builds(Shown, TEXTS, TEXTS, TEXTS, TEXTS, WORDS, MANY, MANY)
PAGES = st.builds(
    Page,
    TEXTS,
    TEXTS,
    st.one_of(MANY, st.lists(SHOWN, max_size=2).map(tuple)),
    MANY,
    st.builds(One, TEXTS),
    st.one_of(MANY, st.lists(CARDS, max_size=7).map(tuple)),
    st.one_of(TEXTS, CARDS),
)


def exactly(value: Any) -> Any:
    """A value with the type of all that is in it: what one could tell from another."""
    kind = type(value)
    if isinstance(value, tuple):
        return (kind, *(exactly(each) for each in value))
    if kind in (Shown, One):
        return (kind, *(exactly(getattr(value, name)) for name in kind.__match_args__))
    return (kind, value)


@given(PAGES, PAGES)
@settings(deadline=None, max_examples=300)
def test_views_have_one_key_exactly_if_nothing_tells_them_apart(one: Page, other: Page) -> None:
    assert (told(one) == told(other)) == (exactly(one) == exactly(other))


@given(PAGES, st.sampled_from(Page._fields), MANY)
@settings(deadline=None, max_examples=300)
def test_a_change_in_one_place_is_told(page: Page, name: str, value: Any) -> None:
    changed = page._replace(**{name: value})
    assert (told(page) == told(changed)) == (exactly(page) == exactly(changed))


@given(st.lists(PAGES, max_size=4), st.lists(st.tuples(*[st.integers(0, 3)] * 3), max_size=6))
@settings(deadline=None, max_examples=200)
def test_what_was_told_before_makes_no_difference(
    pool: list[Page], order: list[tuple[int, int, int]]
) -> None:
    """Digests are kept of what pages share; and which objects are one must not matter."""
    telling = Telling()
    for index, rows, either in order if pool else ():
        page = pool[index % len(pool)]._replace(
            rows=pool[rows % len(pool)].rows, either=pool[either % len(pool)].either
        )
        assert telling.told(page) == told(page)


APART = (
    (Words("a"), Words("a", "")),
    (Words("a"), Words("a", "None")),
    (Words("a"), Words(Markup("a"))),
    (Words("a", "b"), Other("a", "b")),
    (Words("ab", "c"), Words("a", "bc")),
    (Links((Words("a"),)), Links(typing.cast("tuple[Words, ...]", ("a", None)))),
    (Links((Words("a"),)), Links(typing.cast("tuple[Words, ...]", (Other("a"),)))),
    (One(""), One(Markup(""))),
    (One("1"), One(typing.cast("str", 1))),
    (One(typing.cast("str", 1)), One(typing.cast("str", True))),
)


@pytest.mark.parametrize(("one", "other"), APART)
def test_these_are_apart(one: object, other: object) -> None:
    assert told(one) != told(other)


def test_what_is_no_plain_value_is_told_by_its_type_and_repr() -> None:
    class Kind(StrEnum):
        COUNT = "count"

    assert told(One(Kind.COUNT)) != told(One("count"))
    assert told(One(Kind.COUNT)) == told(One(Kind.COUNT))
    assert told(["a"]) != told(["b"])


def test_no_view_takes_the_long_way() -> None:
    """All kinds of views are read by their fields, and by no more than these."""
    for name in kinds.__all__:
        kind = getattr(kinds, name)
        if isinstance(kind, type):
            assert _annotations(kind) is not None, name
            assert Telling()._layout_of(kind) is not _anything, name


def test_a_view_that_keeps_its_promises_is_laid_out_by_its_class() -> None:
    shown = Shown("a", Markup("b"), 1, True, Words("c"), (Words("d"), Words("e", "f")), ("g", "h"))
    layout = ["a", b"b", 1, True, ["c", None], ["d", None, "e", "f"], ("g", "h")]
    assert told(shown) == marshal.dumps((f"{__name__}.Shown", layout), _VERSION)


def test_a_view_with_a_text_that_is_empty_keeps_its_promises_too() -> None:
    shown = Shown("", Markup(""), 0, False, None, (), ())
    layout = ["", b"", 0, False, None, (), ()]
    assert told(shown) == marshal.dumps((f"{__name__}.Shown", layout), _VERSION)
