"""Checking with a memory: what is said, found and indexed is what a run without one gives."""

import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.build.checking import Checked, check
from sitegen.diagnostics import Diagnostic
from sitegen.digest import sha256
from sitegen.memory import Memory
from sitegen.model import Basis, BasisKind, Factsheet
from sitegen.snapshot import Snapshot
from sitegen.verify import verify as stage
from sitegen.verify.batches import Batch
from sitegen.verify.findings import Findings, Judged
from sitegen.verify.lookup import Lookup
from tests.factory import checked, cite, fact, person, source
from tests.incremental.project import (
    BRIDGE,
    EDITS,
    GAZETTE,
    HOME,
    PEOPLE,
    PROJECT,
    SITE,
    SOURCES,
    TOLLS,
    Edit,
    Files,
    appended,
    deleted,
    replaced,
    told,
    written,
)
from tests.incremental.project import write as write_files

SUMS, MORE = "content/facts/sums.yaml", "content/pages/more.md"
ALL: Files = {
    **PROJECT,
    TOLLS: PROJECT[TOLLS].replace("unit: pence\n", "unit: pence\n    measure: toll\n"),
    SUMS: (
        "source: gazette\n"
        "facts:\n"
        "  rise:\n    kind: count\n    value: 20\n    unit: pence\n"
        "    claim: The toll rose by 20 pence.\n"
        "    basis:\n      value: {derived: later-toll - toll}\n"
        "    note: After {value}`toll` it was {value}`later-toll`, paid by {person}`tom-hill`.\n"
        "    cite: {lines: 5, exact: toll was 60 pence later}\n"
        "  paid:\n    kind: count\n    value: 40\n    unit: pence\n    measure: toll\n"
        "    claim: 40 pence were paid.\n    note: It was 60 pence, and 999 men paid.\n"
        "    cite: {lines: 3, exact: toll was 40 pence}\n"
        "    accept: {sources-differ: They are of two years.}\n"
    ),
    MORE: (
        "---\ntitle: More\n---\n\n# Tolls\n\nIt was 40 pence: {fact}`rise`, {date}`opened`.\n\n"
        "[All](facts/arches.html), [none](facts/none.html), [a line](sources/letter.html#L3).\n\n"
        ":::{facts}\n:topic: tolls\n:::\n\n:::{compare}\n:measure: toll\n:::\n\n"
        ":::{facts}\n:kind: count\n:::\n"
    ),
}
MORE_EDITS: Mapping[str, Edit] = {
    **EDITS,
    "a figure changed that others are worked out from": replaced(TOLLS, "value: 40", "value: 41"),
    "a fact worked out from itself": replaced(SUMS, "later-toll - toll", "rise + toll"),
    "two facts worked out from one another": appended(
        TOLLS,
        "  circle:\n    kind: count\n    value: 20\n    unit: pence\n    claim: It was so.\n"
        "    basis: {value: {derived: rise + 0}}\n    cite: {lines: 3, exact: The toll was 40}\n",
    ),
    "and the other way round": replaced(SUMS, "later-toll - toll", "circle + 0"),
    "another measure": replaced(SUMS, "measure: toll", "measure: tolls"),
    "a fact that a text names is deleted": deleted(TOLLS),
    "it comes back": written(TOLLS, ALL[TOLLS]),
    "the sums mended": written(SUMS, ALL[SUMS]),
    "the sums deleted": deleted(SUMS),
    "a figure of a note changed": replaced(SUMS, "999 men", "12 men"),
    "a page's figure changed": replaced(MORE, "40 pence", "60 pence"),
    "a page's directive changed": replaced(MORE, ":measure: toll\n", ":ids: paid toll\n"),
    "the page mended": written(MORE, ALL[MORE]),
    "a person made private": replaced(PEOPLE, "name: Tom Hill", "name: Toll\n    private: true"),
    "a warning no longer accepted": replaced(SUMS, "accept: {sources-differ", "accept: {moved"),
    "another language": appended(SITE, "language: de\n"),
    "words redacted": replaced(
        SOURCES, "title: A letter", "redact: [{exact: arches, shown_as: parts}]"
    ),
}


class Folder:
    """A project that is checked after each edit, always with the same memory."""

    def __init__(self, root: Path, files: Files = ALL) -> None:
        self.root, self.files, self.memory = root, files, Memory()

    def run(self, edit: Edit | None = None) -> Checked:
        self.files = edit(self.files) if edit else self.files
        write_files(self.files, self.root)
        run = check(Snapshot(self.root), memory=self.memory)
        self.memory.turn()
        return run

    def afresh(self) -> Checked:
        return check(Snapshot(self.root))


@pytest.mark.parametrize("edit", MORE_EDITS)
def test_after_each_edit_all_is_said_as_by_a_first_run(edit: str, tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.run()
    assert told(folder.run(MORE_EDITS[edit])) == told(folder.afresh())
    assert told(folder.run(lambda _: ALL)) == told(folder.afresh())


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(sorted(MORE_EDITS)), min_size=2, max_size=8))
def test_after_any_edits_all_is_said_as_by_a_first_run(edits: list[str]) -> None:
    with tempfile.TemporaryDirectory() as root:
        folder = Folder(Path(root))
        folder.run()
        for edit in edits:
            assert told(folder.run(MORE_EDITS[edit])) == told(folder.afresh())


def test_what_nothing_differs_of_is_the_same_value(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    before = folder.run()
    assert folder.run().linked is before.linked
    after = folder.run(replaced(BRIDGE, "The bridge has", "It has"))
    changed = {name for name in after.checked.facts if not _same(before, after, name)}
    assert changed == {"opened", "arches"}
    for index in ("said", "by_topic", "by_measure"):
        one, other = getattr(before.linked, index), getattr(after.linked, index)
        assert [name for name in other if one[name] is not other[name]] in ([], ["ada-byrne"])
    assert before.linked.by_line["gazette"] is after.linked.by_line["gazette"]


def _same(before: Checked, after: Checked, name: str) -> bool:
    return before.checked.facts[name] is after.checked.facts[name]


@pytest.fixture
def batches(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The facts of each batch that is judged from now on."""
    seen: list[set[str]] = []

    def counted(findings: Findings) -> Iterator[Diagnostic | Judged]:
        if findings.facts:
            seen.append(set(findings.facts))
        return iter(())

    monkeypatch.setattr(stage_module(), "CHECKS", (*stage_module().CHECKS, counted))
    return seen


def stage_module() -> ModuleType:
    """Where `CHECKS` is looked up."""
    return sys.modules[stage.__module__]


_PAPER = "A paper.\n"
_SOURCE = f"  paper:\n    text: seeds/paper.txt\n    sha256: {sha256(_PAPER.encode())}\n"


@pytest.mark.parametrize(
    ("edit", "judged"),
    [
        (EDITS["nothing"], []),
        (replaced(BRIDGE, "The bridge has", "It has"), [BRIDGE]),
        (replaced(TOLLS, "The toll was 40", "It was 40"), [TOLLS, SUMS]),  # whose facts name it
        (replaced(HOME, "The toll", "It"), []),
        (replaced(SITE, "Bridges", "Arches"), []),
        (appended(SOURCES, _SOURCE), [TOLLS, SUMS]),  # the source before it now ends elsewhere
        (replaced(SOURCES, "title: A letter", "title: The letter"), [BRIDGE]),
        (appended(GAZETTE, "More.\n"), [TOLLS, SUMS]),
        (replaced(PEOPLE, "Ada Byrne", "Ada Burne"), [BRIDGE, SUMS, TOLLS]),
    ],
)
def test_only_what_may_have_changed_is_judged(
    edit: Edit, judged: list[str], tmp_path: Path, batches: list[set[str]]
) -> None:
    folder = Folder(tmp_path, {**ALL, "seeds/paper.txt": _PAPER})
    files = folder.run().checked.factsheet.files
    assert batches == [set(ids) for ids in files.values()]
    batches.clear()
    folder.run(edit)
    assert sorted(map(sorted, batches)) == sorted(sorted(files[path]) for path in judged)


def test_a_hint_names_a_fact_that_fits_now(tmp_path: Path) -> None:
    folder = Folder(tmp_path)

    def hints(run: Checked) -> list[str]:
        page = (d for d in run.diagnostics if d.span and d.span.path == MORE)
        return [d.hints[0] for d in page if d.code == "uncited-number"]

    assert hints(folder.run()) == ["write {value}`paid` or {value}`toll`"]
    assert hints(folder.run(replaced(SUMS, "value: 40", "value: 41"))) == ["write {value}`toll`"]


def test_what_a_check_stopped_in_is_judged_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, checks = Folder(tmp_path), stage_module().CHECKS

    def fails(findings: Findings) -> Iterator[Diagnostic | Judged]:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(stage_module(), "CHECKS", (*checks[:5], fails, *checks[5:]))
        with pytest.raises(RuntimeError):
            folder.run()
    assert told(folder.run()) == told(folder.afresh())


def test_a_batch_sees_what_it_names_and_cites_and_nothing_else() -> None:
    article = source("s", "It is so."), source("other", "It is not.")
    named = fact("named", cite("other", 1, "It is not"))
    sheet: Factsheet = checked(
        *article, named, fact("third", cite("other", 1, "not")), person("ada", "Ada")
    ).factsheet
    one = fact("one", cite("s", 1, "It is so"), basis=_inferred("named"))
    findings = Lookup(sheet, Memory()).findings(Batch(facts=(one,)), lambda _: ())
    assert list(findings.facts) == ["one"]
    assert set(findings.within.facts) == {"one", "named"}
    assert set(findings.within.sources) == set(findings.readings) == {"s"}
    assert set(findings.within.people) == {"ada"}


def _inferred(name: str) -> Mapping[str, Any]:
    return {"date": Basis(BasisKind.INFERRED, "Because.", (name,))}
