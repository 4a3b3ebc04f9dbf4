"""Every case file: the project that it describes gives just the diagnostics that it expects."""

import re
from pathlib import Path

import pytest

from sitegen.build import check
from sitegen.snapshot import Snapshot
from sitegen.verify import CHECKS, TOGETHER
from sitegen.verify.speakers.people import people_stand
from tests.cases.reading import CASES, Case, differences, read_cases

ALL = read_cases()


@pytest.mark.parametrize("case", ALL, ids=[f"{case.subject}: {case.name}" for case in ALL])
def test_case(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    found = differences(case, check(Snapshot(tmp_path)))
    assert not found, "\n".join(found)


def test_case_names_are_unique() -> None:
    names = [(case.subject, case.name) for case in ALL]
    assert len(set(names)) == len(names)


def test_the_table_of_rules_names_every_check_and_no_case_file_that_there_is_not() -> None:
    table = (CASES / "rules.md").read_text("utf-8")
    checks = {check.__name__ for check in (*CHECKS, *TOGETHER)} - {people_stand.__name__}
    parts = {name for name in people_stand.__code__.co_names if name in people_stand.__globals__}
    named = set(re.findall(r"`(\w+)`", table))
    assert checks | (parts - {"Spoken"}) <= named
    assert {CASES / name for name in re.findall(r"`([\w-]+\.case)`", table)} <= set(CASES.iterdir())
