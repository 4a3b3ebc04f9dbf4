"""The mutation run over the check: what it changes, and that the change is in force."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks.rules.mutate import mutants
from benchmarks.rules.put import functions_of, put

SOURCE = """\
from functools import cache

from sitegen.recognise.lazily import lazily


def plain(number):
    return number > 3


@cache
def kept(number):
    return number > 3


class Held:
    @property
    def is_short(self):
        return len("abc") > 3

    @lazily
    def is_long(self):
        return len("abc") > 3


TABLE = {"more": lambda number: number > 3}
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    (tmp_path / "judging.py").write_text(SOURCE, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("judging")
    del sys.modules["judging"]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (7, "plain(3)"),
        (12, "kept(3)"),
        (18, "Held().is_short"),
        (22, "Held().is_long"),
    ],
)
def test_a_function_is_changed_whatever_holds_it(line: int, asked: str, module: ModuleType) -> None:
    path = str(module.__file__)
    (mutant,) = (one for one in mutants(SOURCE) if one.line == line)
    assert not eval(asked, vars(module))  # noqa: S307 - a line of this file
    vars(module)["kept"].cache_clear()
    put(mutant, "judging", path, functions_of([path])[path])
    assert eval(asked, vars(module))  # noqa: S307 - a line of this file


CHANGES = [
    # source                                    kinds of mutants
    ('error("a-code", "message", span)', ["another code", "another severity"]),
    ("CHECKS: tuple = (one, two)", ["without one", "without two"]),
    ("TOGETHER: dict = {one: 1, two: 2}", ["without one", "without two"]),
    ("def f():\n    yield from rule(a)", ["without rule(a)"]),
    ("if a:\n    pass", ["always", "never"]),
    ("while a:\n    pass", ["never"]),
    ("a and b", ["without “a”", "without “b”"]),
    ("[x for x in y if x]", ["without “if x”"]),
    ("a > b", ["swapped"]),
    ("match a:\n    case b if c:\n        pass", ["without “if c”"]),
]


@pytest.mark.parametrize(("source", "kinds"), CHANGES)
def test_each_part_of_a_rule_is_taken_out(source: str, kinds: list[str]) -> None:
    made = list(mutants(source))
    assert [one.kind for one in made] == kinds
    for one in made:
        compile(one.tree(), "judging.py", "exec")
