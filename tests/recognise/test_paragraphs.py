"""Where a paragraph ends: at a blank line, or at each line end where nobody wraps lines."""

import pytest

from sitegen.recognise.text.paragraphs import paragraphs

LONG = "word " * 30
PARTED = [
    (["one", "two", "", "three"], [(1, 2), (4, 4)]),
    (["", "  ", "one", ""], [(3, 3)]),
    ([LONG, "two", "", "three", "four"], [(1, 1), (2, 2), (4, 5)]),
    (["one", LONG], [(1, 1), (2, 2)]),
    (["one", "https://" + "a" * 200, "two"], [(1, 3)]),  # nothing that could be wrapped
    (["one", "w" * 60 + " " + "w" * 59], [(1, 2)]),
    (["one", "w" * 60 + " " + "w" * 60], [(1, 1), (2, 2)]),
]


@pytest.mark.parametrize(("lines", "wanted"), PARTED)
def test_the_lines_of_each_paragraph(lines: list[str], wanted: list[tuple[int, int]]) -> None:
    assert [(found.first, found.last) for found in paragraphs(lines)] == wanted
