"""Dates, figures and counts in words."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from sitegen.edtf import Edtf, parse
from sitegen.memory import Memory
from sitegen.model import LineRange
from sitegen.views.kinds import DateView
from sitegen.views.wording.dates import _machine, date_view, date_words
from sitegen.views.wording.escaping import escaped, finished
from sitegen.views.wording.figures import figures
from sitegen.views.wording.words import (
    bare,
    count,
    figure,
    in_quotation_marks,
    lines_words,
    shortened,
    value_words,
)
from tests.factory import checked, cite, date, fact, source


@pytest.mark.parametrize(
    ("edtf", "words", "machine"),
    [
        ("2021-01-20", "20 January 2021", "2021-01-20"),
        ("2018-01", "January 2018", "2018-01"),
        ("2018", "2018", "2018"),
        ("2018-04-XX", "April 2018", "2018-04"),
        ("2018-XX-XX", "2018", "2018"),
        ("2020-21", "spring 2020", None),
        ("2020-22", "summer 2020", None),
        ("2020-23", "autumn 2020", None),
        ("2020-24", "winter 2020", None),
        ("XXXX-01-20", "20 January (year not given)", "01-20"),
        ("XXXX-01", "January (year not given)", None),
        ("2018?", "2018 (uncertain)", None),
        ("2018~", "about 2018", None),
        ("2018-04%", "about April 2018 (uncertain)", None),
        ("201X", "2010s", None),
        ("19XX", "1900 to 1999", None),
        ("2018-04/2019", "April 2018 to 2019", None),
        ("2018-04/..", "April 2018 or later", None),
        ("../2018", "2018 or earlier", None),
        ("2018/2018", "2018", None),
        ("0800", "800", "0800"),
    ],
)
def test_dates(edtf: str, words: str, machine: str | None) -> None:
    view = date_view(date(edtf))
    assert (view.words, view.machine) == (words, machine)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("60000", "60,000"),
        ("1234567.50", "1,234,567.50"),
        ("-5", "−5"),
        ("999", "999"),
        ("0", "0"),
        ("007", "007"),
        ("74 million", "74 million"),
        ("60,000", "60,000"),
        ("5%", "5%"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_plain_digits_get_separators_and_all_else_stays(written: str, words: str) -> None:
    assert figure(written) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "count", "modifier": "nearly"}, "nearly 60,000"),
        ({"kind": "count", "modifier": "at-least"}, "at least 60,000"),
        ({"kind": "count", "modifier": "more-than"}, "more than 60,000"),
        ({"kind": "count"}, "60,000"),
        ({"kind": "rank"}, "No. 60,000"),
    ],
)
def test_a_figure_keeps_what_the_source_makes_of_it(fields: dict[str, str], words: str) -> None:
    made = fact("a", claim="x", value="60000", **fields)
    assert made.value is not None
    assert value_words(made, made.value) == words


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        (("I think he’s serious.",), "“I think he’s serious.”"),
        (("Yes,", "I think so."), "“Yes,” … “I think so.”"),
        (("“It is late,”",), "“It is late,”"),
        (('"It is late"',), "“It is late”"),
        (("“Late,” he said, “so late”",), "““Late,” he said, “so late””"),
        (("over\n two   lines",), "“over two lines”"),
        (("”",), "“””"),
        (("",), "“”"),
    ],
)
def test_quoted_words_stand_in_one_pair_of_marks(pieces: tuple[str, ...], words: str) -> None:
    assert in_quotation_marks(pieces) == words


def test_marks_around_the_whole_are_taken_off() -> None:
    assert bare(" “a\nb” ") == "a b"


@pytest.mark.parametrize(
    ("words", "longest", "short"),
    [
        ("short", 5, "short"),
        ("one two three", 12, "one two\N{NO-BREAK SPACE}…"),
        ("one two, three", 12, "one two\N{NO-BREAK SPACE}…"),
        ("unbroken-and-long", 8, "unbrok\N{NO-BREAK SPACE}…"),
    ],
)
def test_long_words_are_cut_at_a_space(words: str, longest: int, short: str) -> None:
    assert shortened(words, longest) == short
    assert len(short) <= longest


def test_counts_and_lines() -> None:
    assert [count(n, "fact") for n in (0, 1, 2, 1200)] == [
        "0 facts",
        "1 fact",
        "2 facts",
        "1,200 facts",
    ]
    assert [lines_words(LineRange(13, last)) for last in (13, 15)] == ["line 13", "lines 13–15"]


DAILY = source("daily", "One two.")
ONE = cite("daily", 1, "One")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ([], "0 facts; 0 fields not checked"),
        (
            [fact("a", ONE)],
            "1 fact, 1 citation; 1 matches our copy of the sources; 1 field not checked",
        ),
        (
            [fact("a", ONE, ONE), fact("b", ONE, note="x")],
            "2 facts; all 3 citations match our copy of the sources; 3 fields not checked",
        ),
        (
            [fact("a", ONE, cite("daily", 1)), fact("b", cite("daily", 1))],
            "2 facts, 3 citations; 1 matches our copy of the sources; 2 not checked; "
            "2 fields not checked",
        ),
    ],
)
def test_the_figures_of_a_build_never_claim_more_than_was_checked(
    facts: list[object], words: str
) -> None:
    sheet = checked(DAILY, *facts)  # type: ignore[arg-type]  # facts are records
    assert figures(sheet, (tuple(sheet.facts.values()),), Memory()) == words


@given(st.text(st.sampled_from("ab&<>'\"“;#x27")))
def test_escaped_text_is_what_the_standard_library_makes_of_it(text: str) -> None:
    assert escaped(text) == escape(text)
    assert str(finished(escaped(text))) == escape(text)
    assert type(finished(text)) is Markup


written = st.from_regex(
    r"(1[0-9]{3}|XXXX|19[5-9]X)(-(0[1-9]|1[0-2]|2[1-4]))?(-[0-2][1-8])?[?~%]?", fullmatch=True
)


@given(written | st.tuples(written, written | st.just("..")).map("/".join))
def test_a_day_is_worded_as_any_date_is(text: str) -> None:
    made = parse(text)
    if isinstance(made, Edtf):
        assert date_view(made) == DateView(date_words(made), _machine(made))
