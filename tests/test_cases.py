"""Every case file: the project that it describes gives just the diagnostics that it expects."""

from pathlib import Path

import pytest

from sitegen.build import check
from sitegen.snapshot import Snapshot
from tests.cases.reading import Case, differences, read_cases

ALL = read_cases()


@pytest.mark.parametrize("case", ALL, ids=[f"{case.subject}: {case.name}" for case in ALL])
def test_case(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    found = differences(case, check(Snapshot(tmp_path)))
    assert not found, "\n".join(found)


def test_case_names_are_unique() -> None:
    names = [(case.subject, case.name) for case in ALL]
    assert len(set(names)) == len(names)
