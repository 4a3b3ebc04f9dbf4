"""The line of a diagnostic with its caret, as a terminal shows it."""

import pytest

from sitegen.diagnostics import Related, Span, error
from sitegen.report import Style, render_text

PATH = "content/facts/a.yaml"

FRAMES = [
    # the line, from column, to column; what is shown, and the caret below it
    ("plain words", 7, 12, "plain words", "      ^^^^^"),
    ("one letter", 1, 2, "one letter", "^"),
    ("an empty span", 4, 4, "an empty span", "   ^"),
    ("ends here", 6, 10, "ends here", "     ^^^^"),
    ("past the end", 13, 14, "past the end", "            ^"),
    ("far past the end", 99, 120, "far past the end", "                ^"),
    ("backwards", 5, 2, "backwards", "    ^"),
    ("spaces after   ", 8, 16, "spaces after", "       ^^^^^"),
    ("in the spaces after   ", 22, 23, "in the spaces after", "                     ^"),
    ("\ttab\there", 6, 10, " tab here", "     ^^^^"),
    ("東京 and 大阪", 8, 10, "東京 and 大阪", "         ^^^^"),
    ("ｆｕｌｌ", 2, 3, "ｆｕｌｌ", "  ^^"),
    ("cafe\u0301 noir", 7, 11, "cafe\u0301 noir", "     ^^^^"),
    ("a\u20dd b", 4, 5, "a\u20dd b", "  ^"),  # an enclosing circle
    ("हिन्दी x", 8, 9, "हिन्दी x", "      ^"),  # of its signs one takes no column, two take one
    ("می\u200cخواهم x", 10, 11, "می\u200cخواهم x", "        ^"),
    ("no\u00a0break", 4, 9, "no\u00a0break", "   ^^^^^"),
    ("red \x1b[31m text", 11, 15, "red �[31m text", "          ^^^^"),
    ("C1 \x9b31m text", 9, 13, "C1 �31m text", "        ^^^^"),
    ("return\rover", 8, 12, "return�over", "       ^^^^"),
    ("page\x0cfeed", 6, 10, "page�feed", "     ^^^^"),
    ("next\x85line\u2028or\u2029so", 6, 10, "next�line�or�so", "     ^^^^"),
    ("bidi \u202eturned\u202c", 7, 13, "bidi �turned�", "      ^^^^^^"),
    ("isolate \u2067x\u2069 \u200f", 10, 11, "isolate �x� �", "         ^"),
    ("bell\x07 and \x7f", 6, 9, "bell� and �", "     ^^^"),
    ("tag \U000e0041", 5, 6, "tag �", "    ^"),
    ("unassigned \U0003fffd wide", 14, 18, "unassigned � wide", "             ^^^^"),
]


def drawn(line: str | None, span: Span) -> list[str]:
    text = render_text([error("wrong-type", "no", span)], lambda *_: line, Style())
    return text.split("\n")[1:-1]


@pytest.mark.parametrize(("line", "start", "end", "shown", "caret"), FRAMES)
def test_the_caret_stands_below_the_span(
    line: str, start: int, end: int, shown: str, caret: str
) -> None:
    span = Span(PATH, 12, start, 12, end)
    assert drawn(line, span) == [f"  12 | {shown}", f"     | {caret}"]


@pytest.mark.parametrize("line", [None, "", "   ", "\t"])
def test_where_nothing_stands_nothing_is_drawn(line: str | None) -> None:
    assert drawn(line, Span(PATH, 12, 1, 12, 2)) == []


def test_a_span_over_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    assert drawn("  exact: |  ", Span(PATH, 7, 10, 9, 4)) == [
        "  7 |   exact: |",
        "    |          ^",
    ]
    assert drawn("  exact: a b", Span(PATH, 7, 10, 9, 4))[1] == "    |          ^^^"


LONG = "0123456789" * 40


@pytest.mark.parametrize("start", [1, 25, 26, 97, 200, 328, 329, 400])
def test_a_long_line_is_cut_around_its_span(start: int) -> None:
    line = LONG[: start - 1] + "X" + LONG[start:]
    shown, caret = drawn(line, Span(PATH, 1, start, 1, start + 1))
    assert shown[caret.index("^")] == "X"
    assert len(shown) <= len("  1 | ") + 98
    assert ("…" in shown[:8], shown.endswith("…")) == (start > 25, start < 329)


@pytest.mark.parametrize("letter", ["東", "e\u0301", "\u0301", "\t", "\x1b", "a"])
@pytest.mark.parametrize("before", [0, 10, 60, 300])
def test_a_long_line_fits_whatever_it_is_made_of(letter: str, before: int) -> None:
    line = letter * before + "X" + letter * 300
    start = len(letter) * before + 1
    shown, caret = drawn(line, Span(PATH, 1, start, 1, start + 1))
    columns = [2 if c == "東" else 0 if c == "\u0301" else 1 for c in shown]
    assert sum(columns[: shown.index("X")]) == caret.index("^")
    assert sum(columns) <= len("  1 | ") + 98
    assert caret.count("^") == 1


def test_the_work_does_not_grow_with_the_line() -> None:
    class Line(str):
        """A line that tells when all of it is read."""

        __slots__ = ()

        def __getitem__(self, part: object) -> str:
            assert isinstance(part, slice)
            assert part.stop - part.start <= 96
            return str.__getitem__(self, part)

        def strip(self, *_: object) -> str:
            raise AssertionError

        rstrip = lstrip = split = isspace = isprintable = isascii = strip  # type: ignore[assignment] # none may be called

    line = Line(" x" * 1_000_000)
    assert drawn(line, Span(PATH, 1, 1_000_002, 1, 1_000_003))[1].endswith("^")


def test_nothing_that_is_written_commands_the_terminal() -> None:
    evil = "\x1b]0;owned\x07\r\x9b2J\u202e\n"
    place = Span(f"content/{evil}.yaml", 1, 1, 1, 5)
    finding = error(
        "wrong-type", evil, place, hints=(evil,), related=(Related(place, evil),), fact=evil
    )
    text = render_text([finding], lambda *_: evil, Style())
    assert not set(text) & set("\x1b\x07\r\x9b\u202e")
    assert len(text.splitlines()) == 7


def test_only_a_style_colours() -> None:
    coloured = render_text(
        [error("wrong-type", "no", Span(PATH, 1, 1, 1, 2))], lambda *_: "x", Style.for_terminal()
    )
    assert "\x1b[1;31merror[wrong-type]\x1b[0m" in coloured
    assert coloured.count("\x1b[") == 2 * coloured.count("\x1b[0m")
