"""Laws that hold for any text at all."""

import sys
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.recognise import amount, recognise, sentences
from sitegen.recognise.english import ENGLISH

FRAGMENTS = """
    May June Jan. 2018 20 1,000 5% $ - – − / . , ’ ' " “ ” ‘ « » ( ) th s million and a of the to
    one in p.m. BC @x #1 www. x.y/ İ ½
"""
SNIPPETS = [*sorted(ENGLISH.triggers), *FRAGMENTS.split(), " ", "\N{ZERO WIDTH SPACE}", "\x85"]
PROSE = st.lists(st.sampled_from(SNIPPETS), max_size=30).map("".join)
LINES = st.lists(st.one_of(st.text(max_size=20), PROSE), max_size=6)


def raw(lines: list[str], line: int, start: int, end_line: int, end: int) -> str:
    run = lines[line - 1 : end_line]
    run[-1] = run[-1][:end]
    run[0] = run[0][start:]
    return " ".join(run)


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_every_token_lies_in_its_lines_and_has_their_text(lines: list[str]) -> None:
    for token in recognise(lines):
        assert 1 <= token.line <= token.end_line <= len(lines)
        assert (token.line, token.start) < (token.end_line, token.end)
        assert token.end <= len(lines[token.end_line - 1])
        assert token.text == raw(lines, token.line, token.start, token.end_line, token.end)


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_tokens_are_sorted_and_numbers_and_dates_do_not_overlap(lines: list[str]) -> None:
    tokens = recognise(lines)
    places = [(token.line, token.start, token.end_line, token.end) for token in tokens]
    assert places == sorted(places)
    figures = [
        place for place, token in zip(places, tokens, strict=True) if token.kind != "quotation"
    ]
    for earlier, later in pairwise(figures):
        assert earlier[2:] <= later[:2]


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_sentences_hold_every_character_but_white_space_once(lines: list[str]) -> None:
    held = "".join(raw(lines, *sentence) for sentence in sentences(lines))
    assert "".join(held.split()) == "".join("".join(lines).split())


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_a_number_with_a_value_is_an_amount_of_the_same_value(lines: list[str]) -> None:
    for token in recognise(lines):
        alone = amount(token.text) if token.kind == "number" else None
        if alone is not None and token.number is not None:
            assert alone == token.number or shared_scale(token.number, alone)


def shared_scale(number: Decimal, alone: Decimal) -> bool:
    """The 5 of "5–10 million" is five million there, and five alone."""
    return alone != 0 and number % alone == 0


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=30), PROSE, st.text("0123456789,.:/-s½", max_size=60)))
def test_any_text_has_an_amount_or_none(text: str) -> None:
    number = amount(text)
    assert number is None or number.is_finite()


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_reads_the_same_with_and_without_separators(number: int) -> None:
    assert amount(str(number)) == amount(f"{number:,}") == number


def steps(work: Callable[[], object]) -> int:
    """How many calls a piece of work makes: a measure of work that no machine's load changes."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


PATTERNS = [
    "He said 5 million on June 4, 2018. ",
    "one hundred and two thousand and ",
    "five five five ",
    "hundreds of thousands of ",
    "1-2-3-4-5-6-",
    "1.2.3.4.5.6.",
    "1,000,000,",
    "May and June and ",
    "May–June–",
    "20–21–22 ",
    '"',
    "“",
    "”",
    "'",
    "‘a ",
    "'s a' ",
    "“‘",
    "a.a.a.",
    "@@@@",
    "x@y.",
    "...!?",
    "A. B. ",
    "half of a ",
    "_1_",
    "[1]",
    "$ $ ",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_twice_the_text_is_at_most_twice_the_work(pattern: str) -> None:
    once, twice = [pattern * 200], [pattern * 400]
    assert steps(lambda: recognise(twice)) <= 2.1 * steps(lambda: recognise(once)) + 200
    assert steps(lambda: sentences(twice)) <= 2.1 * steps(lambda: sentences(once)) + 200
