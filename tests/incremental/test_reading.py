"""Reading and resolving with a memory: what comes out is what comes out without one."""

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.diagnostics import Diagnostic
from sitegen.load import load
from sitegen.markdown import Place
from sitegen.memory import Memory
from sitegen.model import Factsheet
from sitegen.prose import passages
from sitegen.resolve import resolve
from sitegen.schema import Records
from sitegen.snapshot import Snapshot
from tests.incremental.project import (
    BRIDGE,
    EDITS,
    GAZETTE,
    LETTER,
    PROJECT,
    TOLLS,
    Files,
    write,
)

_PARTS = [(), ("claim",), ("cite", 0, "exact"), ("formerly", 0), ("title",), ("name",)]


class Run:
    """What one run makes of the files of a folder."""

    def __init__(self, folder: Path, memory: Memory | None = None) -> None:
        self.records, loading = load(Snapshot(folder), memory)
        self.factsheet, resolving = resolve(self.records, memory)
        self.passages = passages(self.factsheet, memory).every
        self.diagnostics: tuple[Diagnostic, ...] = (*loading, *resolving)
        if memory:
            memory.turn()

    def told(self) -> list[Any]:
        """All of it, in order, with its places, which the values leave out of comparisons."""
        return [
            list(self.diagnostics),
            _in_order(self.records, Records),
            _in_order(self.factsheet, Factsheet),
            [_placed(record) for record in self._with_places()],
            [(p.key, p.text, p.prose, p.span(Place(1, 2, 3))) for p in self.passages],
        ]

    def _with_places(self) -> Iterable[Any]:
        sheet = self.factsheet
        yield sheet.settings
        for kind in (sheet.sources, sheet.people, sheet.topics, sheet.facts, sheet.pages):
            yield from kind.values()
        for fact in sheet.facts.values():
            yield from fact.cite
        yield from (skip.citation for skip in sheet.skips)


def _placed(record: Any) -> list[Any]:
    return [record.places(*path) for path in _PARTS]


def _in_order(value: Any, shape: type[Any]) -> list[Any]:
    fields = [getattr(value, name) for name in shape.__slots__]
    return [list(f.items()) if isinstance(f, Mapping) else f for f in fields]


def agree(folder: Path, steps: Iterable[Files]) -> None:
    """A run after each step, with one memory and with none."""
    memory = Memory()
    for files in steps:
        write(files, folder)
        assert Run(folder, memory).told() == Run(folder).told()


def after(names: Iterable[str], files: Files = PROJECT) -> Iterable[Files]:
    yield files
    for name in names:
        files = EDITS[name](files)
        yield files


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_and_taking_it_back(name: str, tmp_path: Path) -> None:
    changed = EDITS[name](PROJECT)
    agree(tmp_path, [PROJECT, changed, changed, PROJECT])


def test_all_edits_one_after_the_other(tmp_path: Path) -> None:
    agree(tmp_path, after(EDITS))
    agree(tmp_path, after(reversed(list(EDITS))))


@settings(max_examples=15)
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=8))
def test_any_edits_in_any_order(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        agree(Path(folder), after(names))


def test_the_project_is_sound_and_each_edit_but_nothing_changes_it(tmp_path: Path) -> None:
    write(PROJECT, tmp_path)
    assert not Run(tmp_path).diagnostics
    undoing = [n for n in EDITS if "mended" in n or "back" in n or n.endswith(" deleted")]
    kept = [name for name, edit in EDITS.items() if edit(PROJECT) == PROJECT]
    assert set(kept) <= {"nothing", *undoing}


def test_files_of_the_same_bytes_are_told_apart(tmp_path: Path) -> None:
    empty = {BRIDGE: "", TOLLS: "", LETTER: "", GAZETTE: ""}
    write({**PROJECT, **empty}, tmp_path)
    run = Run(tmp_path, Memory())
    assert {path: one.path for path, one in run.records.articles.items()} == {
        LETTER: LETTER,
        GAZETTE: GAZETTE,
    }
    told = [d.span.path for d in run.diagnostics if d.code == "missing-field" and d.span]
    assert told == [BRIDGE, TOLLS]


def identities(values: Mapping[str, Any]) -> dict[str, int]:
    return {name: id(value) for name, value in values.items()}


def whole(run: Run) -> dict[str, Mapping[str, int]]:
    """The identity of all that a run gives, by kind and name."""
    records, sheet = run.records, run.factsheet
    prose = {f"{passage.key.id} {passage.key.field}": passage for passage in run.passages}
    return {
        "files": identities({file.path: file for file in records.files}),
        "articles": identities(records.articles),
        "sources": identities(sheet.sources),
        "people": identities(sheet.people),
        "topics": identities(sheet.topics),
        "facts": identities(sheet.facts),
        "pages": identities(sheet.pages),
        "assets": identities({asset.path: asset for asset in sheet.assets}),
        "passages": identities(prose),
    }


# What is worked out anew after an edit, by kind; all else is the same object.
ANEW: list[tuple[str, dict[str, set[str]]]] = [
    ("nothing", {}),
    ("a comment beside the source", {}),
    (
        "a claim changed",
        {
            "files": {BRIDGE},
            "facts": {"opened", "arches"},
            "passages": {"opened claim", "arches claim"},
        },
    ),
    (
        "a fact added",
        {
            "files": {TOLLS},
            "facts": {"toll", "later-toll", "new"},
            "passages": {"toll claim", "later-toll claim", "new claim"},
        },
    ),
    (
        "a fact takes the id of a later file",
        {
            "files": {BRIDGE},
            "facts": {"opened", "toll", "later-toll"},
            "passages": {"opened claim", "toll claim", "later-toll claim"},
        },
    ),
    ("a name changed", {"people": {"ada-byrne"}, "passages": {"ada-byrne description"}}),
    ("a person's id changed", {"people": {"thomas-hill"}}),
    ("a person who cannot be read", {}),
    ("a topic's title changed", {"topics": {"tolls"}, "passages": {"tolls summary"}}),
    (
        "a source's title changed",
        {"sources": {"letter"}, "passages": {"letter note"}},
    ),
    (
        "an article changed",
        {"articles": {LETTER}, "sources": {"letter"}, "passages": {"letter note"}},
    ),
    ("an article's first line changed", {"articles": {GAZETTE}, "sources": {"gazette"}}),
    ("a page changed", {"pages": {"index"}, "passages": {"index body"}}),
    ("a file of the assets changed", {"assets": {"note.txt"}}),
    ("all texts in full", {"sources": {"letter", "gazette"}, "passages": {"letter note"}}),
]


@pytest.mark.parametrize(("name", "anew"), ANEW, ids=[name for name, _ in ANEW])
def test_what_an_edit_does_not_touch_is_not_made_again(
    name: str, anew: dict[str, set[str]], tmp_path: Path
) -> None:
    memory = Memory()
    write(PROJECT, tmp_path)
    first = Run(tmp_path, memory)
    write(EDITS[name](PROJECT), tmp_path)
    second = Run(tmp_path, memory)
    before, now = whole(first), whole(second)
    changed = {
        kind: {name for name, one in ones.items() if before[kind].get(name) != one}
        for kind, ones in now.items()
    }
    assert {kind: names for kind, names in changed.items() if names} == anew
