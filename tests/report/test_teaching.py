"""What the text form shows beside place and message: the difference of the words, and the edit."""

import pytest

from sitegen.diagnostics import Difference, Edit, Span, error
from sitegen.report import Style, render_text

PATH = "content/a.yaml"


def shown(difference: Difference) -> list[str]:
    problem = error("quote-mismatch", "m", difference=difference)
    return render_text([problem], lambda _, __: None, Style()).splitlines()[1:]


def test_each_range_that_differs_is_marked_in_both() -> None:
    assert shown(Difference("a bb c d", "a x c dd", ((2, 4), (7, 8)), ((2, 3), (6, 8)))) == [
        "  yours:  a bb c d",
        "            ^^   ^",
        "  source: a x c dd",
        "            ^   ^^",
    ]


def test_words_more_leave_an_empty_place_in_the_other() -> None:
    assert shown(Difference("I agree", "I do not agree", ((2, 2),), ((2, 8),))) == [
        "  yours:  I agree",
        "            ^",
        "  source: I do not agree",
        "            ^^^^^^",
    ]


def test_wide_and_combining_letters_keep_the_carets_below() -> None:
    [_, yours, *_] = shown(Difference("日本 e\u0301 x", "日本 e\u0301 y", ((6, 7),), ((6, 7),)))
    assert yours == "                 ^"


def test_long_texts_are_cut_around_the_first_difference() -> None:
    same = "word " * 100
    yours, carets, source, _ = shown(
        Difference(f"{same}one {same}", f"{same}two {same}", ((500, 503),), ((500, 503),))
    )
    at = carets.index("^")
    assert (yours[at : at + 3], source[at : at + 3]) == ("one", "two")
    assert all(line.count("…") == 2 and len(line) < 110 for line in (yours, source))


def test_no_words_command_the_terminal() -> None:
    hostile = "\x1b[31m\u202e"
    lines = shown(Difference(hostile, hostile, ((0, 2),), ((0, 2),)))
    assert not set("".join(lines)) & set(hostile[0] + hostile[-1])


def drawn(edit: Edit, *lines: str) -> list[str]:
    def line_of(_: str, number: int) -> str | None:
        return lines[number - 1] if number <= len(lines) else None

    problem = error("quote-moved", "m", fixes=(edit,))
    return render_text([problem], line_of, Style()).splitlines()[1:]


def test_an_edit_shows_the_line_before_and_after() -> None:
    edit = Edit(Span(PATH, 1, 12, 1, 13), "5")
    assert drawn(edit, "    lines: 4 # here") == [
        "  fix:",
        "  - lines: 4 # here",
        "  + lines: 5 # here",
    ]


def test_an_edit_that_needs_consent_says_how_it_is_given() -> None:
    edit = Edit(Span(PATH, 1, 1, 1, 2), "5", accept_source="letter")
    assert drawn(edit, "4")[0] == "  fix, with --accept-source letter:"


def test_an_edit_over_lines_keeps_their_indentation_to_each_other() -> None:
    edit = Edit(Span(PATH, 1, 3, 2, 9), "c: 1\n    d: 2\n    e: 3")
    assert drawn(edit, "  a: 1", "    b: 2") == [
        "  fix:",
        "  - a: 1",
        "  -   b: 2",
        "  + c: 1",
        "  +   d: 2",
        "  +   e: 3",
    ]


def test_of_many_lines_the_first_are_shown() -> None:
    edit = Edit(Span(PATH, 1, 1, 9, 2), "x\n" * 9)
    lines = drawn(edit, *"abcdefghi")
    assert lines == [
        "  fix:", "  - a", "  - b", "  - c", "  - d", "  - …",
        *["  + x"] * 4, "  + …",
    ]  # fmt: skip


@pytest.mark.parametrize("place", [1, 5000, 99_990])
def test_a_long_line_is_cut_around_its_edit(place: int) -> None:
    line = "ab" * 50_000
    _, old, new = drawn(Edit(Span(PATH, 1, place, 1, place + 2), "XY"), line)
    assert "XY" in new
    assert "XY" not in old
    assert max(map(len, (old, new))) < 110
