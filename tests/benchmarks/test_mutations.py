"""The yardstick of falsehoods: what it plants in a small project, and whom it lays a verdict to."""

import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from benchmarks.mutations.judging import (
    Outcome,
    control,
    groups_of,
    judge,
    rounds_of,
)
from benchmarks.mutations.planting import Change, Family, Kind, LineChange, Mutant, scene_of
from benchmarks.mutations.project import Project, cited, read_project, rewritten
from benchmarks.mutations.reading import numbers_in, stands
from benchmarks.mutations.run import ASSERTIONS, EVIDENCE, main, mutants_of
from benchmarks.mutations.yaml_text import written

ARTICLE = """\
A Town and its Bridge

“We did not want the bridge to be sold,” said Ann Reed in May 2019. “It was ours.”

“The town has no other way across, and it never will,” said Tom Hale.

About 1,200 people crossed it each day, and it cost $30 million. In June 2018 Hale signed the deed.

Reed’s committee, which has eleven members, was not told.
"""
FACTS = """\
source: town

facts:
  # a comment that is nobody's
  not-sold:
    kind: quote
    speaker: ann-reed
    said: 2019-05
    cite:
      lines: 3
      exact: >-
        We did not want the bridge
        to be sold,

  no-other-way:
    kind: quote
    speaker: tom-hale
    cite: {lines: 5, exact: "The town has no other way across, and it never will,"}

  crossings:
    kind: count
    value: 1200
    modifier: about
    unit: people
    claim: About 1,200 people crossed the bridge each day.
    cite:
      lines: 7
      exact: About 1,200 people crossed it each day

  deed:
    kind: date
    date: 2018-06
    claim: Hale signed the deed in June 2018.
    cite:
    - lines: 7
      exact: In June 2018 Hale signed the deed

  not-told:
    kind: claim
    claim: Ann Reed’s committee was not told.
    note: As {date}`deed` shows, the deed was signed.
    cite:
      lines: 9
      exact: Reed’s committee, which has eleven members, was not told
"""
PAGE = """\
---
title: The bridge
---

So many people crossed the bridge: {value}`crossings`. Then
it was sold {fact}`deed`.

## Voices

And Ann Reed said this: {quote}`not-sold`
"""
OTHER = "Another article.\n\nIt tells of something else, with as many lines.\n" + "\nMore.\n" * 3


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for path, text in {
        "seeds/town.txt": ARTICLE,
        "seeds/other.txt": OTHER,
        "content/site.yaml": "title: The bridge\n",
        "content/people.yaml": (
            "people:\n  ann-reed:\n    name: Ann Reed\n    aliases: [Reed]\n"
            "  tom-hale: {name: Tom Hale, aliases: [Hale]}\n  zoe-park: {name: Zoe Park}\n"
        ),
        "content/sources.yaml": "sources:\n"
        + "".join(
            f"  {name}:\n    text: seeds/{name}.txt\n"
            f"    sha256: {hashlib.sha256(text.encode()).hexdigest()}\n    title: {name}\n"
            for name, text in (("town", ARTICLE), ("other", OTHER))
        ),
        "content/facts/town.yaml": FACTS,
        "content/pages/index.md": PAGE,
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def project(root: Path) -> Project:
    return read_project(root)


def changes(project: Project, kind: Kind) -> Iterator[tuple[str, Change]]:
    scene = scene_of(project)
    for fact in project.facts.values():
        for change in kind.plant(scene, fact, random.Random(1)):  # noqa: S311 - a sample
            yield fact.id, change


def kind_named(name: str) -> Kind:
    return next(kind for kind in (*EVIDENCE, *ASSERTIONS) if kind.name == name)


def whats(project: Project, name: str) -> set[tuple[str, str]]:
    return {(fact, change.what) for fact, change in changes(project, kind_named(name))}


def test_a_project_is_read_with_its_citations(project: Project) -> None:
    assert list(project.facts) == ["not-sold", "no-other-way", "crossings", "deed", "not-told"]
    assert project.facts["not-sold"].citations[0].pieces == (
        "We did not want the bridge to be sold,",
    )
    assert project.text_at("town", 9, 9).startswith("Reed’s")
    assert project.people["ann-reed"] == ("Ann Reed", "Reed")


def test_facts_written_anew_say_the_same_and_leave_the_rest_alone(project: Project) -> None:
    fields = {name: fact.fields for name, fact in project.facts.items()}
    texts, places = rewritten(project, fields)
    text = texts["content/facts/town.yaml"]
    assert yaml.safe_load(text) == yaml.safe_load(FACTS)
    assert "# a comment that is nobody's" in text
    for name, (_, first, last) in places.items():
        lines = text.split("\n")[first - 1 : last]
        assert lines[0].strip() == f"{name}:"
        assert lines[-1].strip().startswith("exact:")
    assert control(project)[0] == ()


def test_any_text_survives_the_writing() -> None:
    for text in ("no", "null", "- a: #b", "\u202e\u200b", "“q” \\ \n", "1:30", "\x85\u2028\ufeff"):
        assert yaml.safe_load(written({"exact": text}, 0)) == {"exact": text}


@pytest.mark.parametrize("kind", EVIDENCE, ids=lambda kind: kind.name)
def test_false_evidence_never_stands_in_its_lines(project: Project, kind: Kind) -> None:
    for name, change in changes(project, kind):
        cite = cited(change.fields)[0]
        exact = cite.get("exact", "")
        pieces = exact if isinstance(exact, list) else [exact]
        first, _, last = str(cite["lines"]).partition("-")
        text = project.text_at(str(cite.get("source", "town")), int(first), int(last or first))
        assert change.fields != project.facts[name].fields
        if kind.name not in TRUE_WORDS:
            assert not exact or not all(stands(str(piece), text) for piece in pieces)


@pytest.mark.parametrize("kind", ASSERTIONS, ids=lambda kind: kind.name)
def test_false_assertions_leave_the_evidence_alone(project: Project, kind: Kind) -> None:
    for name, change in changes(project, kind):
        assert change.fields["cite"] == project.facts[name].fields["cite"]
        assert change.fields != project.facts[name].fields


TRUE_WORDS = (
    "pieces around a negation",
    "words of two speakers joined",
    "words after a negation, without it",
    "words before a negation, without it",
)
NEGATED = {
    ("not-sold", "without not"),
    ("no-other-way", "without never"),
    ("not-told", "without not"),
}
CLAUSE = "where its own clause names the old"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("negation removed", NEGATED),
        ("pieces around a negation", {("not-sold", "two pieces around not")}),
        ("quote elided over a negation", {("not-sold", "[…] over not")}),
        ("claim: negation removed", {("not-told", " not → ")}),
        ("claim: not added", set()),
        ("modifier dropped", {("crossings", "about dropped")}),
        (
            "modifier reversed",
            {("crossings", "about → at-least"), ("crossings", "about → less-than")},
        ),
        ("modifier added", set()),
        ("value: a factor of ten", {("crossings", f"1200 → {n}") for n in (12000, 1200000, 120)}),
        ("date: year shifted", {("deed", "2018-06 → 2019-06"), ("deed", "2018-06 → 2017-06")}),
        ("date: day shifted", set()),
        (
            f"speaker: a stranger, {CLAUSE}",
            {("not-sold", "ann-reed → zoe-park"), ("no-other-way", "tom-hale → zoe-park")},
        ),
        (
            f"speaker: someone near, {CLAUSE}",
            {("not-sold", "ann-reed → tom-hale"), ("no-other-way", "tom-hale → ann-reed")},
        ),
        (
            "claim: name, of someone not in the paragraph",
            {("deed", "Hale → Zoe Park"), ("not-told", "Ann Reed → Zoe Park")},
        ),
    ],
)
def test_what_is_planted(project: Project, kind: str, expected: set[tuple[str, str]]) -> None:
    assert whats(project, kind) == expected


def test_a_number_that_the_lines_give_is_never_planted() -> None:
    assert numbers_in("twenty-one or 1,200 of 3 million, half, third") >= {21, 1200, 3e6, 0.5, 3}
    assert numbers_in("two hundred and five thousand") >= {205000}


def test_tied_facts_are_never_mutated_together(project: Project) -> None:
    groups = groups_of(project)
    assert groups["deed"] == groups["not-told"] != groups["crossings"]
    mutants = mutants_of(project, (), 20, 1)
    rounds = rounds_of(project, mutants, alone=False)
    assert sorted(map(id, mutants)) == sorted(id(mutant) for each in rounds for mutant in each)
    for planted in rounds:
        held = [groups[each.target] for each in planted if isinstance(each.change, Change)]
        assert len(held) == len(set(held))
        assert not held or len(held) == len(planted)  # pages apart


def verdicts(outcomes: list[Outcome]) -> dict[int, tuple[str, set[str]]]:
    return {
        id(each.mutant): (each.verdict, {remark.code for remark in each.remarks})
        for each in outcomes
    }


def test_many_at_once_get_the_verdicts_that_they_get_alone(
    root: Path, project: Project, tmp_path: Path
) -> None:
    mutants = mutants_of(project, (), 3, 1)
    found = [
        verdicts(judge(root, tmp_path / name, rounds_of(project, mutants, alone=alone), 1))
        for name, alone in (("together", False), ("alone", True))
    ]
    assert found[0] == found[1]
    assert len(found[0]) == len(mutants)


def test_a_verdict_goes_to_the_fact_that_was_changed(
    root: Path, project: Project, tmp_path: Path
) -> None:
    fields = project.facts["crossings"].fields
    broken = Change({**fields, "cite": {"lines": "7", "exact": "About 1,300 people"}}, "broken")
    harmless = Change(dict(project.facts["deed"].fields), "nothing")
    page = LineChange(
        5, "So many people crossed the bridge: {value}`nowhere`. Then", "unknown fact"
    )
    elsewhere = LineChange(10, "And Ann Reed said this: {quote}`not-sold`", "nothing")
    index = "content/pages/index.md"
    planted = (
        Mutant("a", Family.EVIDENCE, "crossings", broken),
        Mutant("b", Family.EVIDENCE, "deed", harmless),
        Mutant("c", Family.ASSERTION, index, page),
        Mutant("d", Family.ASSERTION, index, elsewhere),
    )
    outcomes = judge(root, tmp_path / "copies", [planted[:2], planted[2:]], 1)
    found = {each.mutant.kind: each for each in outcomes}
    assert {kind: each.verdict for kind, each in found.items()} == {
        "a": "error",
        "b": "missed",
        "c": "error",
        "d": "missed",
    }
    assert {remark.code for remark in found["a"].remarks} == {"quote-mismatch"}
    assert {remark.code for remark in found["c"].remarks} == {"unknown-fact"}


def test_the_tables_count_what_the_file_lists(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    listed = tmp_path / "all.json"
    assert (
        main([str(root), "--limit", "2", "--jobs", "1", "--misses", "1", "--json", str(listed)])
        == 0
    )
    shown = capsys.readouterr().out
    mutants = json.loads(listed.read_text(encoding="utf-8"))["mutants"]
    counts = Counter((each["kind"], each["verdict"]) for each in mutants)
    rows = {line.split("  ")[0].strip(): line for line in shown.splitlines()}
    for kind in (*EVIDENCE, *ASSERTIONS):
        verdict = [counts[kind.name, each] for each in ("error", "warning", "missed")]
        assert [int(each) for each in rows[kind.name][len(kind.name) :].split()[:4]] == [
            sum(verdict),
            *verdict,
        ]
    assert counts["word swapped", "error"] == 2
    assert "0 of 5 facts" in shown
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_folder_without_facts_is_refused(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2
