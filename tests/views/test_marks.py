"""Cited ranges become nested marks around exactly the cited characters."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.views.marks import Range, marked, nested


def html(text: str, *ranges: Range) -> str:
    return marked(text, nested(ranges), 0, len(text))


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([], "abcdef"),
        ([Range(1, 3, "x", "x")], 'a<mark id="x" data-facts="x">bc</mark>def'),
        (
            [Range(1, 3, "x", "x"), Range(3, 5, "y", "y")],
            'a<mark id="x" data-facts="x">bc</mark><mark id="y" data-facts="y">de</mark>f',
        ),
        (
            [Range(1, 5, "x", "x"), Range(2, 3, "y", "y")],
            'a<mark id="x" data-facts="x">b<mark id="y" data-facts="y">c</mark>de</mark>f',
        ),
        (
            [Range(1, 3, "y", "y"), Range(1, 3, "x", "x")],
            'a<mark id="x" data-facts="x"><mark id="y" data-facts="y">bc</mark></mark>def',
        ),
        (
            [Range(0, 4, "x", "x"), Range(2, 6, "y", "y")],
            '<mark id="x" data-facts="x">ab<mark id="y" data-facts="y">cd</mark></mark>'
            '<mark data-facts="y">ef</mark>',
        ),
        (
            [Range(1, 3, "x", "x"), Range(1, 3, "x", "x--2")],
            'a<mark id="x" data-facts="x"><mark id="x--2" data-facts="x">bc</mark></mark>def',
        ),
        ([Range(2, 2, "x", "x")], 'ab<mark id="x" data-facts="x"></mark>cdef'),
    ],
)
def test_marks(ranges: list[Range], expected: str) -> None:
    assert html("abcdef", *ranges) == expected


def test_words_are_escaped_within_and_without() -> None:
    assert html('<&">', Range(1, 2, "x")) == '&lt;<mark data-facts="x">&amp;</mark>"&gt;'


def test_a_part_of_a_line_holds_only_its_own_marks() -> None:
    ranges = nested([Range(0, 1, "x", "x"), Range(3, 5, "y", "y")])
    assert marked("abcdef", ranges, 2, 6) == 'c<mark id="y" data-facts="y">de</mark>f'


TEXT = "ab<cdefg&hij"
RANGES = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted), max_size=6
)


@given(RANGES)
def test_exactly_the_cited_characters_are_marked(pairs: list[list[int]]) -> None:
    """Marks nest, the text stays, each id stands once, and each range covers its characters."""
    ranges = [Range(start, end, f"f{n}", f"f{n}") for n, (start, end) in enumerate(pairs)]
    markup = html(TEXT, *ranges)
    open_marks: list[str] = []
    covered: dict[str, list[int]] = {mark.fact: [] for mark in ranges}
    ids: list[str] = []
    position = 0
    for part in re.findall(r"<[^>]*>|&[a-z]+;|.", markup):
        if part == "</mark>":
            open_marks.pop()
        elif part.startswith("<mark"):
            open_marks.append(re.findall(r'data-facts="([^"]*)"', part)[0])
            ids += re.findall(r' id="([^"]*)"', part)
        else:
            assert unescape(part) == TEXT[position]
            for fact in open_marks:
                covered[fact].append(position)
            position += 1
    assert open_marks == []
    assert position == len(TEXT)
    assert sorted(ids) == sorted(covered)
    assert covered == {mark.fact: list(range(mark.start, mark.end)) for mark in ranges}
