"""Every row of the tables of English says why it stands there, and makes a difference."""

from dataclasses import replace

import pytest

from sitegen.recognise import recognise, sentences
from sitegen.recognise.english import TABLES
from sitegen.recognise.language import Row, compiled

ROWS = list(TABLES.rows())
NAMES = [f"{table}-{row.form}-{row.meaning}" for table, row in ROWS]


@pytest.mark.parametrize(("table", "row"), ROWS, ids=NAMES)
def test_without_the_row_its_example_is_read_otherwise(table: str, row: Row) -> None:
    rest = tuple(other for other in getattr(TABLES, table) if other != row)
    without = compiled(replace(TABLES, **{table: rest}))
    lines = [row.example]
    assert (recognise(lines), sentences(lines)) != (
        recognise(lines, without),
        sentences(lines, without),
    )


@pytest.mark.parametrize(("table", "row"), ROWS, ids=NAMES)
def test_a_row_gives_its_reason(table: str, row: Row) -> None:
    assert row.meaning
    assert len(row.reason) >= len("feet"), f"{table}: {row.form}"


def test_no_form_stands_twice_in_a_table() -> None:
    keys = [(table, row.form, row.meaning if table == "marks" else "") for table, row in ROWS]
    assert len(keys) == len(set(keys))
