"""The difference between words that were looked for and the nearest ones, as two marked lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import anchor
from sitegen.anchor import ArticleText, locate
from sitegen.diagnostics import Difference
from sitegen.model import LineRange, Selector

ARTICLE = ArticleText(
    ("“I do not agree,” she said.", "The bridge cost 60,000 pounds", "in May, he said. It’s new.")
)


def difference(words: str, first: int, last: int | None = None) -> Difference | None:
    found = locate(ARTICLE, Selector(LineRange(first, last or first), (words,)))
    assert isinstance(found, anchor.Near), found
    return found.difference


def marked(words: str, first: int, last: int | None = None) -> tuple[list[str], list[str]]:
    """What is marked in what was written, and in the source."""
    found = difference(words, first, last)
    assert found
    return (
        [found.yours[a:b] for a, b in found.yours_changed],
        [found.source[a:b] for a, b in found.source_changed],
    )


@pytest.mark.parametrize(
    ("words", "lines", "yours", "source"),
    [
        ("I do agree", (1,), [""], ["not"]),
        ("I do really not agree", (1,), ["really"], [""]),
        ("The bridge cost 6,000 pounds", (2,), ["6,000"], ["60,000"]),
        ("The Bridge cost 60,000 Pounds", (2,), ["Bridge", "Pounds"], ["bridge", "pounds"]),
        ("cost 60,000 euros in June, he said", (2, 3), ["euros", "June"], ["pounds", "May"]),
    ],
)
def test_the_words_that_differ(
    words: str, lines: tuple[int, ...], yours: list[str], source: list[str]
) -> None:
    assert marked(words, *lines) == (yours, source)


def test_both_are_one_line() -> None:
    found = difference("The bridge\ncost 60,000 pounds in June,\nhe said", 2, 3)
    assert found
    assert found.yours == "The bridge cost 60,000 pounds in June, he said"
    assert found.source == "The bridge cost 60,000 pounds in May, he said"


def test_where_no_word_differs_there_is_nothing_to_mark() -> None:
    assert difference("The bridge cost 60,000pounds", 2) is None


WORDS = st.lists(
    st.sampled_from(["a", "b", "not", "60,000", "It’s", "“", ",", "ÉÉ", "日本"]), max_size=12
).map(" ".join)


@given(WORDS, WORDS)
def test_what_is_not_marked_is_the_same_in_both(words: str, line: str) -> None:
    if not words:
        return
    found = locate(ArticleText((line,)), Selector(LineRange(1, 1), (words,)))
    if not isinstance(found, anchor.Near) or found.difference is None:
        return
    same = found.difference
    assert rest(same.yours, same.yours_changed) == rest(same.source, same.source_changed)
    assert len(same.yours_changed) == len(same.source_changed) > 0


def rest(text: str, changed: tuple[tuple[int, int], ...]) -> list[str]:
    """The words outside the ranges."""
    for start, end in reversed(changed):
        text = f"{text[:start]} {text[end:]}"
    return text.split()
