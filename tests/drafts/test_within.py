"""`yamltree.within`: an edit of a value comes down to the characters that give way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import yamltree
from sitegen.diagnostics import Edit, Span

PATH = "content/a.yaml"


def within(text: str, span: tuple[int, int, int, int], replacement: str) -> tuple[int, ...] | None:
    edit = yamltree.within(Edit(Span(PATH, *span), replacement), yamltree.lines_of(text))
    if edit is None:
        return None
    assert edit.replacement == replacement
    return edit.span.line, edit.span.column, edit.span.end_line, edit.span.end_column


@pytest.mark.parametrize(
    ("text", "span", "wanted"),
    [
        ("a: 13", (1, 4, 1, 6), (1, 4, 1, 6)),
        ('a: "13"', (1, 4, 1, 8), (1, 5, 1, 7)),
        ("a: '13'", (1, 4, 1, 8), (1, 5, 1, 7)),
        ('a: ""', (1, 4, 1, 6), (1, 5, 1, 5)),
        ("\ufeffa: '13'\r\nb: 1", (1, 4, 1, 8), (1, 5, 1, 7)),
        ("a: |-\r   13  \r\n", (1, 4, 3, 1), (2, 4, 2, 6)),
        ("a: >-\n\n  13\n\nb: 1", (1, 4, 5, 1), (3, 3, 3, 5)),
        ("a: '", (1, 4, 1, 5), (1, 4, 1, 5)),  # a quotation mark alone is no quoted value
        ("a: |-\n  1\n  3\n", (1, 4, 4, 1), None),
        ("a: |-\n\n", (1, 4, 3, 1), None),
        ("a: 13", (2, 1, 2, 2), None),
        ("a: 13", (1, 4, 1, 99), None),
        ("a: 13", (1, 6, 1, 4), None),
        ("a: 13", (0, 1, 1, 1), None),
    ],
)
def test_a_value_is_reached_within_its_style(
    text: str, span: tuple[int, int, int, int], wanted: tuple[int, int, int, int] | None
) -> None:
    assert within(text, span, "15-16") == wanted


@pytest.mark.parametrize("replacement", ['"15"', "", "a\nb", "it's", "\\x", "{a: b}"])
def test_what_may_mean_something_in_a_style_is_written_as_it_stands(replacement: str) -> None:
    assert within('a: "13"', (1, 4, 1, 8), replacement) == (1, 4, 1, 8)


@given(
    st.text(alphabet="a:'\"|>- 1\n\r\ufeff", max_size=30),
    st.tuples(*[st.integers(0, 8)] * 4),
)
def test_what_it_gives_stays_as_it_is_within_the_file(
    text: str, span: tuple[int, int, int, int]
) -> None:
    once = within(text, span, "15")
    if once is None:
        return
    line, column, end_line, end_column = once
    lines = yamltree.lines_of(text)
    assert span[:2] <= (line, column) <= (end_line, end_column) <= span[2:]
    assert end_column <= len(lines[end_line - 1]) + 1
