"""The sentences around cited words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Anchor
from sitegen.views.wording.sentences import GAP, Sentences, Stretch

LINES = (
    "It was late. Ann left. Bob stayed on. He slept.",
    "",
    "The next day came. Nobody saw it.",
)


def excerpt(*anchors: Anchor, lines: tuple[str, ...] = LINES) -> str:
    """The segments, cited ones in square brackets."""
    segments = Sentences(lines).excerpt(anchors)
    return "".join(f"<{s.text}>" if s.cited else s.text for s in segments)


@pytest.mark.parametrize(
    ("anchors", "expected"),
    [
        ([Anchor(1, 13, 16)], "<Ann> left."),
        ([Anchor(1, 13, 22)], "<Ann left.>"),
        ([Anchor(1, 17, 26)], "Ann <left. Bob> stayed on."),
        ([Anchor(1, 0, 2), Anchor(1, 23, 26)], f"<It> was late. {GAP} <Bob> stayed on."),
        ([Anchor(1, 0, 2), Anchor(1, 13, 16)], "<It> was late. <Ann> left."),
        ([Anchor(1, 41, 47), Anchor(3, 0, 3)], "He <slept.> <The> next day came."),
        ([Anchor(1, 13, 16), Anchor(3, 19, 25)], f"<Ann> left. {GAP} <Nobody> saw it."),
        ([], ""),
    ],
)
def test_an_excerpt_holds_whole_sentences(anchors: list[Anchor], expected: str) -> None:
    assert excerpt(*anchors) == expected


def test_of_a_very_long_sentence_only_the_words_nearby_are_shown() -> None:
    line = "before " * 200 + "HERE" + " after" * 200
    shown = excerpt(Anchor(1, 1400, 1404), lines=(line,))
    assert shown.startswith(f"{GAP} before")
    assert shown.endswith(f"after {GAP}")
    assert "before <HERE> after" in shown
    assert len(shown) < 700


def test_between_two_cited_stretches_far_apart_both_ends_are_kept() -> None:
    line = "HERE" + " middle" * 200 + " THERE"
    shown = excerpt(Anchor(1, 0, 4), Anchor(1, 1405, 1410), lines=(line,))
    assert shown.startswith("<HERE> middle")
    assert shown.endswith("middle <THERE>")
    assert shown.count(GAP) == 1
    assert len(shown) < 400


WRAPPED = (
    *("It was late. Ann", "left, and nobody saw", "it. Bob stayed.", "", "The next", "day came."),
    "All of one line. Two of it. " + "words " * 120 + "end.",
)


def anchors_in(lines: tuple[str, ...]) -> st.SearchStrategy[Anchor]:
    """Any range of a line, empty ones too."""
    return st.integers(1, len(lines)).flatmap(
        lambda line: st.tuples(*[st.integers(0, len(lines[line - 1]))] * 2).map(
            lambda ends: Anchor(line, min(ends), max(ends))
        )
    )


@given(st.lists(anchors_in(WRAPPED), max_size=5))
def test_the_sentences_that_are_touched_are_those_that_share_a_character(
    anchors: list[Anchor],
) -> None:
    known = Sentences(WRAPPED)
    expected = [
        number
        for number, one in enumerate(known.sentences)
        if any(
            (one.line, one.start) < (line, end) and (one.end_line, one.end) > (line, start)
            for line, start, end in anchors
        )
    ]
    assert known.touched(anchors) == expected


@given(anchors_in(WRAPPED), st.integers(0, 800), st.integers(1, 800))
def test_one_range_is_cut_out_of_a_line_as_several_are(
    anchor: Anchor, start: int, length: int
) -> None:
    known = Sentences(WRAPPED)
    long = len(WRAPPED[anchor.line - 1])
    stretch = Stretch(anchor.line, min(start, long), min(start + length, long))
    if stretch.end > stretch.start:
        for cited in ((anchor,), ()):
            assert [*known._segments(stretch, cited)] == [*known._several(stretch, cited)]
