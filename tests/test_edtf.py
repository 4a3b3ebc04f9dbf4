"""Dates: the forms an editor may write, and the library edtf as an independent reader of them."""

from datetime import date

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.edtf import Edtf, Precision, Support, parse, support

READ = [
    # written            earliest       latest         precision of its start
    ("2018", (2018, 1, 1), (2018, 12, 31), Precision.YEAR),
    ("2018-04", (2018, 4, 1), (2018, 4, 30), Precision.MONTH),
    ("2018-04-25", (2018, 4, 25), (2018, 4, 25), Precision.DAY),
    ("2020-02-29", (2020, 2, 29), (2020, 2, 29), Precision.DAY),
    ("2018?", (2018, 1, 1), (2018, 12, 31), Precision.YEAR),
    ("2018~", (2018, 1, 1), (2018, 12, 31), Precision.YEAR),
    ("2018-04%", (2018, 4, 1), (2018, 4, 30), Precision.MONTH),
    ("2018-04-XX", (2018, 4, 1), (2018, 4, 30), Precision.MONTH),
    ("2018-XX-XX", (2018, 1, 1), (2018, 12, 31), Precision.YEAR),
    ("201X", (2010, 1, 1), (2019, 12, 31), Precision.DECADE),
    ("20XX", (2000, 1, 1), (2099, 12, 31), Precision.CENTURY),
    ("2018-21", (2018, 3, 1), (2018, 5, 31), Precision.SEASON),
    ("2018-04/..", (2018, 4, 1), (9999, 12, 31), Precision.MONTH),
    ("2018/2020-06", (2018, 1, 1), (2020, 6, 30), Precision.YEAR),
    ("XXXX-01-20", (1, 1, 20), (1, 1, 20), Precision.DAY),
    ("XXXX-02-29", (1, 2, 29), (1, 2, 29), Precision.DAY),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), READ)
def test_what_a_date_may_mean(
    text: str, earliest: tuple[int, int, int], latest: tuple[int, int, int], precision: Precision
) -> None:
    read = parse(text)
    assert isinstance(read, Edtf)
    assert (read.earliest, read.latest) == (earliest, latest)
    assert read.start
    assert read.start.precision is precision


def test_an_open_beginning_has_no_start() -> None:
    read = parse("../2018-04")
    assert isinstance(read, Edtf)
    assert (read.start, read.earliest, read.latest) == (None, (1, 1, 1), (2018, 4, 30))


REFUSED = [
    ("2018-13", "there is no month 13"),
    ("2018-02-30", "month 02 has no day 30"),
    ("2019-02-29", "month 02 has no day 29"),
    ("2018-04-00", "month 04 has no day 00"),
    ("2018/2017", "the interval ends before it begins"),
    ("../..", "an interval needs at least one end"),
    ("XXXX", "a date without a year needs its month"),
    ("XXXX-XX-20", "a date without a year needs its month"),
    ("2018-XX-20", "a day needs its month"),
    ("201X-04", "a decade or a century has no month"),
    ("2018-21-03", "a season has no day"),
    ("0000", "there is no year 0000 in a fact sheet"),
    ("18", "a date is written as 2018, 2018-04 or 2018-04-25"),
    ("2018-4-5", "a date is written as 2018, 2018-04 or 2018-04-25"),
    ("25 April 2018", "a date is written as 2018, 2018-04 or 2018-04-25"),
    ("２０１８", "a date is written as 2018, 2018-04 or 2018-04-25"),
    ("2018-04-25T10:00", "a date is written as 2018, 2018-04 or 2018-04-25"),
    ("", "a date is written as 2018, 2018-04 or 2018-04-25"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_is_no_date(text: str, reason: str) -> None:
    assert parse(text) == reason


DAYS = st.dates(min_value=date(1000, 1, 1))
FORMS = st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"])
MARKS = st.sampled_from(["", "?", "~", "%"])


@given(DAYS, FORMS, MARKS)
def test_the_library_reads_the_same_days(day: date, form: str, mark: str) -> None:
    text = day.strftime(form) + mark
    read, other = parse(text), oracle.parse_edtf(text)
    assert isinstance(read, Edtf)
    assert read.earliest == tuple(other.lower_strict()[:3])
    assert read.latest == tuple(other.upper_strict()[:3])


@given(DAYS, DAYS)
def test_an_interval_runs_from_its_first_day_to_its_last(first: date, second: date) -> None:
    start, end = sorted((first, second))
    read = parse(f"{start}/{end}")
    assert isinstance(read, Edtf)
    assert (read.earliest, read.latest) == (start.timetuple()[:3], end.timetuple()[:3])


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    assert isinstance(parse(text), Edtf | str)


SUPPORTS = [
    # the words       the claim     what they do for it
    ("2018-06-14", "2018-06-14", Support.STATED),
    ("2018-06-14", "2018-06", Support.STATED),
    ("2018-06-14", "2018", Support.STATED),
    ("2018-06-14", "201X", Support.STATED),
    ("2018-06-14", "2018-22", Support.STATED),
    ("2018-06-14", "XXXX-06-14", Support.STATED),
    ("2018-06-14", "2018?", Support.STATED),
    ("2018", "2018-06", Support.FINER),
    ("2018-06", "2018-06-14", Support.FINER),
    ("201X", "2018", Support.FINER),
    ("2018-22", "2018-07", Support.FINER),
    ("XXXX-06", "2018-06-14", Support.FINER),
    ("XXXX-06-14", "2018-06-14", Support.YEARLESS),
    ("XXXX-06-14", "2018-06", Support.YEARLESS),
    ("XXXX-06-14", "XXXX-06", Support.STATED),
    ("XXXX-06-14", "2018", Support.NONE),
    ("2018-06-14", "2018-06-15", Support.NONE),
    ("2018", "2019", Support.NONE),
    ("2018-22", "2018-09", Support.NONE),
    ("2018", "2018/2019", Support.NONE),
    ("2018/2019", "2018/2019", Support.STATED),
]


@pytest.mark.parametrize(("stated", "claimed", "expected"), SUPPORTS)
def test_what_stated_words_do_for_a_date(stated: str, claimed: str, expected: Support) -> None:
    there, ours = parse(stated), parse(claimed)
    assert isinstance(there, Edtf)
    assert isinstance(ours, Edtf)
    assert support(there, ours) is expected
