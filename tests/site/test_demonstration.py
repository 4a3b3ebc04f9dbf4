"""The demonstration, built from the three real articles: every statement leads to its words."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import check
from sitegen.coverage import State, coverage
from sitegen.model import CheckedFact, Verdict
from sitegen.snapshot import Snapshot
from tests.site.reading import Page, broken_links, opened, read_site


@pytest.fixture(scope="module")
def pages(demonstration: Path) -> dict[str, Page]:
    return read_site(demonstration / "site")


@pytest.fixture(scope="module")
def facts(demonstration: Path) -> dict[str, CheckedFact]:
    return dict(check(Snapshot(demonstration)).checked.facts)


def lines_of(demonstration: Path) -> dict[str, list[str]]:
    sources = check(Snapshot(demonstration)).checked.factsheet.sources.values()
    return {
        source.id: (demonstration / source.text).read_text(encoding="utf-8").split("\n")
        for source in sources
    }


def test_nothing_is_wrong_and_every_citation_is_found(
    demonstration: Path, facts: dict[str, CheckedFact]
) -> None:
    assert check(Snapshot(demonstration)).diagnostics == ()
    assert {e.verdict for fact in facts.values() for e in fact.evidence} == {Verdict.FOUND}


def test_no_token_is_open_and_at_most_a_fifth_is_skipped(demonstration: Path) -> None:
    covered = coverage(check(Snapshot(demonstration)).checked)
    still_open = [
        f"{entry.path}:{entry.token.line}: {entry.token.text}"
        for entry in covered.tokens
        if entry.state is State.OPEN
    ]
    assert still_open == []
    assert 0 < covered.counts[State.SKIPPED] <= len(covered.tokens) / 5


def test_no_link_or_anchor_is_broken(demonstration: Path, pages: dict[str, Page]) -> None:
    assert broken_links(demonstration / "site", pages) == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, Page]) -> None:
    twice = {
        path: sorted({name for name in page.ids if page.ids.count(name) > 1})
        for path, page in pages.items()
    }
    assert {path: names for path, names in twice.items() if names} == {}


def test_each_fact_leads_to_its_words_and_each_cited_line_back(
    pages: dict[str, Page], facts: dict[str, CheckedFact]
) -> None:
    for name, fact in facts.items():
        own = pages[f"facts/{name}.html"]
        for number, evidence in enumerate(fact.evidence, start=1):
            source = evidence.citation.source
            mark = name if number == 1 else f"{name}--{number}"
            assert f"../sources/{source}.html#{mark}" in own.links
            assert mark in pages[f"sources/{source}.html"].ids
            assert f"../facts/{name}.html" in pages[f"sources/{source}.html"].links


def test_exactly_the_cited_words_are_marked(
    demonstration: Path, pages: dict[str, Page], facts: dict[str, CheckedFact]
) -> None:
    lines = lines_of(demonstration)
    redacted = {
        source.id: source.redact
        for source in check(Snapshot(demonstration)).checked.factsheet.sources.values()
    }
    for source, text in lines.items():
        for name, fact in facts.items():
            anchors = {a for e in fact.evidence if e.citation.source == source for a in e.anchors}
            wanted: dict[str, str] = {}
            for line, start, end in sorted(anchors):
                wanted[f"L{line}"] = wanted.get(f"L{line}", "") + text[line - 1][start:end]
            marked: dict[str, str] = {}
            for mark in pages[f"sources/{source}.html"].marks:
                if name in mark.facts and mark.line:
                    marked[mark.line] = marked.get(mark.line, "") + mark.text
            assert not any(r.exact in words for r in redacted[source] for words in wanted.values())
            assert marked == wanted, name


def test_private_individuals_are_nowhere_in_the_site(demonstration: Path) -> None:
    factsheet = check(Snapshot(demonstration)).checked.factsheet
    hidden = {
        r.exact for source in factsheet.sources.values() for r in source.redact if not r.lines
    }
    assert hidden
    for file in (demonstration / "site").rglob("*"):
        if file.is_file():
            text = opened(file.read_bytes()).decode("utf-8", errors="replace")
            assert [words for words in hidden if words in text] == [], file.name


def verify(folder: Path, *copies: str) -> subprocess.CompletedProcess[str]:
    """Run data/verify.py by a bare Python: no site-packages, no environment, away from all."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(folder / "verify.py"), *copies],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder.parent,
        check=False,
    )


@pytest.fixture
def published(demonstration: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demonstration / "site" / "data", tmp_path / "away" / "data"))


def test_verify_agrees_away_from_the_project(published: Path, demonstration: Path) -> None:
    copies = [str(path) for path in sorted((demonstration / "seeds").glob("*.txt"))]
    alone, with_copies = verify(published), verify(published, *copies)
    assert alone.returncode == 0, alone.stdout + alone.stderr
    assert with_copies.returncode == 0, with_copies.stdout + with_copies.stderr
    assert "0 disagree" in with_copies.stdout


def test_verify_disagrees_with_words_that_were_changed(published: Path) -> None:
    file = published / "facts.json"
    exported: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    citation = next(f for f in exported["facts"] if f["id"] == "west-2020-votes")["citations"][0]
    citation["exact"] = citation["exact"].replace("60,000", "61,000")
    file.write_text(json.dumps(exported), encoding="utf-8")
    told = verify(published)
    assert told.returncode == 1
    assert "west-2020-votes" in told.stdout
