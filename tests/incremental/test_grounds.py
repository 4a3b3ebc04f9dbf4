"""After an edit only those views are made that may differ, and all that do are among them."""

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sitegen.build import Request, build
from sitegen.cli import main
from sitegen.diagnostics import Diagnostic
from sitegen.digest import sha256
from sitegen.load import ahead
from sitegen.load import project as loading
from sitegen.snapshot import Snapshot
from sitegen.views.exports import exports
from sitegen.views.making import Making
from tests.incremental.project import Files
from tests.site.reading import tree

verify = sys.modules["sitegen.verify.verify"]  # the function hides its module

# Each file has a source of its own but for the two of the harbour, which share one.
_ARTICLES = {
    "mills": "There were 3 mills.\n\nThe oldest mill burnt down.\n",
    "inns": "There were 5 inns.\n",
    "guests": "Guests came to the inns.\n\nThey were 999.\n",
    "letters": "They wrote letters home.\n",
    "harbour": "The harbour has 4 piers, and it is deep.\n\nIt was dredged.\n",
    "toll": "The toll was 40 pence.\n",
    "toll-later": "The toll was 60 pence.\n",
    "apart": "The fair is held in spring.\n\nA ride costs 40 pence.\n",
}
_FACTS = {
    "mills": (
        "source: mills\nfacts:\n"
        "  mills:\n    kind: count\n    value: 3\n    unit: mills\n    claim: There were 3 mills.\n"
        "    cite: {lines: 1, exact: There were 3 mills}\n"
        "  fire:\n    kind: claim\n    claim: A mill burnt down.\n"
        "    cite:\n      - {lines: 3, exact: The oldest mill burnt down}\n"
        "      - {source: inns, lines: 1, exact: inns}\n"
        "skip:\n  - {lines: 3, exact: The oldest, because: Of its age.}\n"
    ),
    "inns": (
        "source: inns\nfacts:\n"
        "  inns:\n    kind: count\n    value: 5\n    unit: inns\n"
        "    claim: There were {value}`inns`, beside {value}`mills`.\n"
        "    cite: {lines: 1, exact: There were 5 inns}\n"
    ),
    "guests": (
        "source: guests\nfacts:\n"
        "  guests:\n    kind: claim\n    claim: Guests came.\n"
        "    note: To the inns, {fact}`inns`.\n"
        "    cite: {lines: 1, exact: Guests came to the inns}\n"
    ),
    "letters": (
        "source: letters\nfacts:\n"
        "  letters:\n    kind: claim\n    claim: They wrote home.\n"
        "    note: '[The fire](sources/mills.html#fire).'\n"
        "    basis: {claim: {inferred: The guests did., from: [guests]}}\n"
        "    cite: {lines: 1, exact: They wrote letters home}\n"
    ),
    "piers": (
        "source: harbour\nfacts:\n"
        "  piers:\n    kind: count\n    value: 4\n    unit: piers\n    claim: It has 4 piers.\n"
        "    cite: {lines: 1, exact: The harbour has 4 piers}\n"
    ),
    "depth": (
        "source: harbour\nfacts:\n"
        "  depth:\n    kind: claim\n    claim: The harbour is deep.\n"
        "    cite: {lines: 1, exact: it is deep}\n    people: [tom]\n    topics: [sea]\n"
    ),
    "toll": (
        "source: toll\nfacts:\n"
        "  toll:\n    kind: count\n    value: 40\n    unit: pence\n    measure: toll\n"
        "    claim: The toll was 40 pence.\n    cite: {lines: 1, exact: The toll was 40 pence}\n"
    ),
    "toll-later": (
        "source: toll-later\nfacts:\n"
        "  toll-later:\n    kind: count\n    value: 60\n    unit: pence\n    measure: toll\n"
        "    claim: The toll was 60 pence.\n    cite: {lines: 1, exact: The toll was 60 pence}\n"
    ),
    "apart": (
        "source: apart\nfacts:\n"
        "  apart:\n    kind: claim\n    claim: The fair is in spring.\n    note: Not in autumn.\n"
        "    cite: {lines: 1, exact: The fair is held in spring}\n"
    ),
}
PROJECT: Files = {
    "content/site.yaml": "title: A town\n",
    "content/sources.yaml": "sources:\n"
    + "".join(
        f"  {name}:\n    text: seeds/{name}.txt\n    sha256: {sha256(text.encode())}\n"
        + ("    note: It tells of {fact}`apart`.\n" if name == "guests" else "")
        for name, text in _ARTICLES.items()
    ),
    "content/people.yaml": (
        "people:\n  ada:\n    name: Ada Byrne\n    description: She dug, see {fact}`apart`.\n"
        "  tom:\n    name: Tom Hill\n"
    ),
    "content/topics.yaml": (
        "topics:\n  sea:\n    title: The sea\n  feasts:\n    title: Feasts\n"
        "    summary: As {fact}`guests` tells.\n"
    ),
    **{f"seeds/{name}.txt": text for name, text in _ARTICLES.items()},
    **{f"content/facts/{name}.yaml": text for name, text in _FACTS.items()},
}

EDITS = {
    # what is edited: the file, from, to; then the facts and the sources whose views are made
    "a note, which only the fact's own page shows": ("apart", "autumn", "winter", "apart", ""),
    "a claim that others name, at up to three removes": (
        "mills", "There were 3 mills.\n    cite", "There were 3 mills then.\n    cite",
        "mills fire inns guests letters", "mills inns guests letters",
    ),
    "a claim that takes words from another": (
        "inns", "There were {value}", "There were only {value}",
        "mills fire inns guests letters", "inns guests letters",
    ),
    "the order of a fact's citations, of which a link names one": (
        "mills",
        "      - {lines: 3, exact: The oldest mill burnt down}\n"
        "      - {source: inns, lines: 1, exact: inns}\n",
        "      - {source: inns, lines: 1, exact: inns}\n"
        "      - {lines: 3, exact: The oldest mill burnt down}\n",
        "mills fire inns letters", "mills inns",
    ),
    "a claim beside which another rests on the same line": (
        "depth", "The harbour is deep", "The whole harbour is deep", "depth piers", "harbour",
    ),
    "a figure of which there is another": (
        "toll-later", "The toll was 60 pence.\n", "Later, the toll was 60 pence.\n",
        "toll toll-later", "toll-later",
    ),
    "a measure of its own": (
        "toll-later", "measure: toll", "measure: tolls", "toll toll-later", "toll-later",
    ),
    "a passage that was left out": (
        "mills", "Of its age", "Of its great age", "mills fire",
        "mills",
    ),
}  # fmt: skip


LISTS = ("corrections", "facts", "methodology", "numbers", "quotes", "sources", "timeline")
Made = dict[str, set[str]]


class Town:
    """The project in a folder, and the views that were made for its latest build."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.files = dict(PROJECT)
        self.key = bytes(32)
        self.views: list[tuple[str, str]] = []
        self.diagnostics: tuple[Diagnostic, ...] = ()
        for kind in ("fact", "source", "person", "topic", *LISTS):
            monkeypatch.setattr(Making, kind, self._told(kind, getattr(Making, kind)))

    def _told(self, kind: str, make: Any) -> Any:
        def told(making: Making, *of: Any) -> Any:
            name = kind if not of else of[0] if kind == "fact" else of[0].id
            self.views.append((kind if of else "list", name))
            return make(making, *of)

        return told

    def lay_out(self) -> None:
        for path, text in self.files.items():
            file = self.root / "project" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)

    def build(self, output: str = "site", *, clean: bool = False) -> Made:
        """The facts whose views were made, the sources, and the people and topics."""
        self.lay_out()
        self.views.clear()
        snapshot = Snapshot(self.root / "project")
        built = build(
            snapshot, Request(self.root / output, clean=clean, search=False, key=lambda: self.key)
        )
        assert built.outcome is not None, built.diagnostics
        self.diagnostics = built.diagnostics
        made: Made = {kind: set() for kind in ("fact", "source", "person", "topic", "list")}
        for kind, name in self.views:
            made[kind].add(name)
        return made

    def hints(self, fact: str) -> str:
        """What an editor may do about a fact."""
        return " ".join(hint for one in self.diagnostics if one.fact == fact for hint in one.hints)

    def edit(self, file: str, old: str, new: str) -> None:
        path = f"content/facts/{file}.yaml"
        assert old in self.files[path]
        self.files[path] = self.files[path].replace(old, new, 1)

    def agrees(self) -> bool:
        """Whether the site is what a clean build gives."""
        self.build("clean", clean=True)
        return tree(self.root / "site") == tree(self.root / "clean")


def counted(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str) -> list[Any]:
    """What a function of a module is called with from now on: its first argument."""
    work, calls = getattr(module, name), list[Any]()

    def called(first: Any, *others: Any) -> Any:
        calls.append(first)
        return work(first, *others)

    monkeypatch.setattr(module, name, called)
    return calls


@pytest.fixture(params=[False, True], ids=["parsed", "kept"])
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Town:
    if request.param:  # what was read of files is kept, as of large projects
        monkeypatch.setattr(loading, "WORTH_SHARING", 0)
    return Town(tmp_path, monkeypatch)


@pytest.mark.parametrize(("file", "old", "new", "facts", "sources"), EDITS.values(), ids=EDITS)
def test_the_views_that_an_edit_asks_for(
    town: Town, file: str, old: str, new: str, facts: str, sources: str
) -> None:
    town.build()
    town.edit(file, old, new)
    made = town.build()
    assert town.agrees()
    assert (made["fact"], made["source"]) == (set(facts.split()), set(sources.split()))


@pytest.mark.parametrize(
    ("file", "old", "new", "people", "topics"),
    [
        ("depth", "The harbour is deep", "The whole harbour is deep", {"tom"}, {"sea"}),
        ("apart", "autumn", "winter", set(), set()),
        ("apart", "is in spring", "is held in spring", {"ada"}, set()),  # her description names it
        ("guests", "Guests came", "Many guests came", set(), {"feasts"}),
        ("mills", "There were 3 mills.\n", "There were 3 mills then.\n", set(), {"feasts"}),
        ("toll", "The toll was 40 pence.\n", "Then the toll was 40 pence.\n", set(), set()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_people_and_topics_that_an_edit_concerns(
    town: Town, file: str, old: str, new: str, people: set[str], topics: set[str]
) -> None:
    town.build()
    town.edit(file, old, new)
    made = town.build()
    assert town.agrees()
    assert (made["person"], made["topic"]) == (people, topics)


@pytest.mark.parametrize(
    ("file", "old", "new", "lists"),
    [
        ("apart", "autumn", "winter", set()),
        ("apart", "is in spring", "is held in spring", set(LISTS)),
        ("mills", "Of its age", "Of its great age", set(LISTS)),  # a passage that was left out
    ],
    ids=["a note", "a claim", "a reason"],
)
def test_lists_are_made_anew_where_they_may_differ(
    town: Town, file: str, old: str, new: str, lists: set[str]
) -> None:
    town.build()
    town.edit(file, old, new)
    made = town.build()
    assert town.agrees()
    assert made["list"] == lists


def test_only_of_these_facts_are_the_texts_made_anew_that_other_programs_read(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.build()
    told = counted(monkeypatch, exports, "fact_texts")
    town.edit("depth", "The harbour is deep", "The whole harbour is deep")
    town.build()
    assert sorted(one.checked.fact.id for one in told) == ["depth", "piers"]
    assert b"The whole harbour" in (town.root / "site/data/facts.json").read_bytes()
    assert town.agrees()


@pytest.mark.parametrize("path", ["data/facts.json", "data/facts.csv", "data/annotations.jsonld"])
@pytest.mark.parametrize("change", [b"", b"{}", None], ids=["emptied", "rewritten", "deleted"])
def test_a_file_that_somebody_changed_is_not_cut_up(
    town: Town, path: str, change: bytes | None
) -> None:
    town.build()
    file = town.root / "site" / path
    file.unlink()
    if change is not None:
        file.write_bytes(change)
    town.edit("depth", "The harbour is deep", "The whole harbour is deep")
    town.build()
    assert town.agrees()


def test_what_does_not_hold_is_told_again_and_not_judged_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.edit("apart", "Not in autumn", "It costs 40 pence")
    town.edit("guests", "To the inns", "All 999 of them")
    town.build()
    first = town.diagnostics
    assert [one.code for one in first] == [*["uncited-number"] * 2, "sources-differ"]
    judged = counted(monkeypatch, verify, "Judgement")
    town.edit("depth", "The harbour is deep", "The whole harbour is deep")
    town.build()
    facts = [fact.id for batch in judged for fact in batch.facts]
    assert (facts, town.diagnostics) == (["depth"], first)


def test_a_hint_that_names_another_fact_is_told_as_it_is_now(town: Town) -> None:
    town.edit("apart", "Not in autumn", "It costs 40 pence")
    town.build()
    first = town.hints("apart")
    assert "`toll`" in first
    town.edit("toll", "  toll:\n", "  old-toll:\n")
    town.build()
    assert town.hints("apart") == first.replace("`toll`", "`old-toll`")
    assert town.agrees()


def test_a_check_judges_no_more_than_a_build_would_and_keeps_nothing(
    town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    town.build()
    town.edit("depth", "The harbour is deep", "The whole harbour is deep")
    town.lay_out()
    kept = tree(town.root / "project" / ".sitegen")
    judged = counted(monkeypatch, verify, "Judgement")
    assert main(["-C", str(town.root / "project"), "check", "--format", "json"]) == 0
    assert [fact.id for batch in judged for fact in batch.facts] == ["depth"]
    assert len(json.loads(capsys.readouterr().out)["diagnostics"]) == len(town.diagnostics)
    assert tree(town.root / "project" / ".sitegen") == kept


@pytest.mark.parametrize(
    ("key", "files"),
    [(bytes(32), ["depth"]), (b"another account's key, of 32 b.", list(_FACTS))],
    ids=["the same account", "another, which reads nothing that this one has kept"],
)
def test_a_file_is_parsed_again_only_where_its_bytes_differ(
    town: Town, monkeypatch: pytest.MonkeyPatch, key: bytes, files: list[str]
) -> None:
    monkeypatch.setattr(loading, "WORTH_SHARING", 0)
    town.build()
    parsed = counted(monkeypatch, ahead, "facts_file")
    town.edit("depth", "The harbour is deep", "The whole harbour is deep")
    town.key = key
    town.build()
    assert sorted(parsed) == sorted(f"content/facts/{name}.yaml" for name in files)
    assert town.agrees()


def test_a_file_that_is_renamed_changes_no_page(town: Town) -> None:
    """Not even where one of several figures is held against the others: its place says nothing."""
    for name in ("mills", "inns", "piers"):
        town.edit(name, f"unit: {name}", f"unit: {name}\n    measure: houses")
    town.build()
    before = tree(town.root / "site")
    town.files["content/facts/zz.yaml"] = town.files.pop("content/facts/inns.yaml")
    (town.root / "project/content/facts/inns.yaml").unlink()
    town.build()
    assert tree(town.root / "site") == before
    assert town.agrees()


def test_a_warning_is_told_where_the_fact_stands_now(town: Town) -> None:
    town.edit("apart", "    note:", "    accept: {no-such-code: It is so.}\n    note:")
    town.build()
    town.files["content/facts/a0.yaml"] = town.files.pop("content/facts/apart.yaml")
    (town.root / "project/content/facts/apart.yaml").unlink()
    town.build()
    places = [one.span.path for one in town.diagnostics if one.fact == "apart" and one.span]
    assert places == ["content/facts/a0.yaml"]
