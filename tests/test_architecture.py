"""The floors of docs/architecture.md: imports go down only, and each room has its floor."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.documents import ROOT, code, section

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FLOORS: list[str] = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]


def rooms(floor: str) -> set[str]:
    return set(re.findall(r"\w+", floor))


def test_imports_go_down_the_floors(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert not broken, capsys.readouterr().out


def test_stages_do_not_know_each_other() -> None:
    judging, making = {"load", "resolve", "verify", "coverage", "link"}, {"views", "render"}
    stages = {*judging, *making, "search", "write"}
    (floor,) = (floor for floor in FLOORS if "resolve" in floor)
    assert rooms(floor) == stages
    assert ":" not in floor


def test_the_manual_has_every_room_and_no_other() -> None:
    contract = set[str]().union(*map(rooms, FLOORS)) - {"__main__"}
    rows = section(Path(ROOT, "docs", "architecture.md"), "The floors").rows
    assert {room for row in rows for room in code(row[1]) if "." not in room} == contract


# Python before 3.11.5, and so Debian 12's, matches these wrongly (CPython issue 106052): "60,000,"
# would be a number with its comma. Possessive quantifiers of single characters are sound.
BROKEN = re.compile(r"(?<!\\)\)(?:[*+?]|\{[0-9,]+\})\+|\(\?>")


def test_no_pattern_has_a_possessive_or_atomic_group() -> None:
    patterns = [
        (file.relative_to(ROOT).as_posix(), node.lineno, node.value)
        for file in sorted((ROOT / "sitegen").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "(?" in node.value
    ]
    assert [pattern for pattern in patterns if BROKEN.search(pattern[2])] == []
