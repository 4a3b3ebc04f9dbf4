"""Every case file: the project that it describes gives just the diagnostics that it expects."""

from pathlib import Path

import pytest

from sitegen.build import check
from sitegen.diagnostics import Diagnostic
from sitegen.snapshot import Snapshot
from tests.cases.reading import Case, read_cases

ALL = read_cases()


def told(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    where = f"{span.path}:{span.line}:{span.column}" if span else "nowhere"
    return f"{where} {diagnostic.severity} {diagnostic.code}"


@pytest.mark.parametrize("case", ALL, ids=[f"{case.subject}: {case.name}" for case in ALL])
def test_case(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    diagnostics = check(Snapshot(tmp_path)).diagnostics
    expected = [f"{e.path}:{e.line}:{e.column} {e.severity} {e.code}" for e in case.expected]
    messages = "\n".join(f"{told(d)}: {d.message} {d.hints}" for d in diagnostics)
    assert [told(diagnostic) for diagnostic in diagnostics] == expected, messages
    for diagnostic, wanted in zip(diagnostics, case.expected, strict=True):
        assert wanted.message in diagnostic.message
        for hint in wanted.hints:
            assert any(hint in given for given in diagnostic.hints), diagnostic.hints
        places = [f"{r.span.path}:{r.span.line}:{r.span.column}" for r in diagnostic.related]
        assert set(wanted.related) <= set(places), places


def test_case_names_are_unique() -> None:
    names = [(case.subject, case.name) for case in ALL]
    assert len(set(names)) == len(names)
