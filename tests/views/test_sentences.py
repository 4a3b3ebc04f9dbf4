"""The sentences around cited words."""

import pytest

from sitegen.model import Anchor
from sitegen.views.wording.sentences import GAP, Sentences

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
