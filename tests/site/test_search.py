"""The search index of a build: when it is made, what it holds, and a site without one."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import sitegen.search
from sitegen.cli import main
from sitegen.search import Failure
from tests.search import fakes
from tests.site.reading import opened, tree

FRAGMENT = "pagefind/fragment/"
MISSING = "pip install 'sitegen-factsheets[search]'"


def build(project: Path, *words: str) -> int:
    return main(["-C", str(project), "build", *words])


def searched(site: Path) -> dict[str, str]:
    """What the index holds, by the file of its fragment."""
    found = {path: content for path, content in tree(site).items() if path.startswith(FRAGMENT)}
    return {path: opened(content).decode() for path, content in found.items()}


def has_index(site: Path) -> bool:
    """Whether there is an index; the page must say the same."""
    page = (site / "search.html").read_text(encoding="utf-8")
    there = (site / "pagefind" / "pagefind.js").is_file()
    assert ('role="search"' in page) is there
    assert ("wasm-unsafe-eval" in page) is there
    assert ("has no search index" in page) is not there
    assert (site / "pagefind").exists() is there
    return there


def reword(project: Path) -> None:
    file = project / "content/facts/hollywoodlife-2021.yaml"
    text = file.read_text(encoding="utf-8")
    told = "60,000 people voted for Kanye West, HollywoodLife reported"
    assert told in text
    file.write_text(text.replace(told, f"Some {told}"), encoding="utf-8")


def forbidden(*_: object) -> dict[str, bytes] | Failure:
    raise AssertionError("an index was made")


def test_each_page_that_a_reader_may_look_for_is_in_the_index(demonstration: Path) -> None:
    site = demonstration / "site"
    assert has_index(site)
    found = {re.search(r'"url":"/([^"]*)"', text)[1] for text in searched(site).values()}  # type: ignore[index]  # each has one
    folders = ("facts", "sources", "people", "topics")
    pages = {p.relative_to(site).as_posix() for f in folders for p in (site / f).iterdir()}
    written = {f"{p.stem}.html" for p in (demonstration / "content" / "pages").glob("*.md")}
    assert found == pages | written


def test_the_index_is_taken_from_the_live_site_while_nothing_that_is_searched_changes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build(project, "-q") == 0
    before = tree(project / "site")
    with monkeypatch.context() as patch:
        patch.setattr(sitegen.search, "make_index", forbidden)
        assert build(project, "-q") == 0
        assert tree(project / "site") == before
        assert build(project, "-q", "--base-url", "https://example.org/") == 0
        assert has_index(project / "site")
    reword(project)
    assert build(project, "-q") == 0
    assert any("Some 60,000 people" in text for text in searched(project / "site").values())
    again = tree(project / "site")
    assert build(project, "-q", "--clean") == 0
    assert tree(project / "site") == again


def test_a_file_of_the_index_that_was_lost_comes_back(project: Path) -> None:
    assert build(project, "-q") == 0
    before = tree(project / "site")
    (project / "site" / min(path for path in before if path.startswith(FRAGMENT))).unlink()
    assert build(project, "-q") == 0
    assert tree(project / "site") == before


def test_no_search_leaves_the_index_out_and_the_list_in(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build(project, "-q") == 0
    with monkeypatch.context() as patch:
        patch.setattr(sitegen.search, "make_index", forbidden)
        assert build(project, "--no-search") == 0
    assert not has_index(project / "site")
    assert 'href="facts/west-2020-votes.html"' in (project / "site/search.html").read_text("utf-8")
    assert capsys.readouterr().err == ""
    assert build(project, "-q") == 0
    assert has_index(project / "site")


@pytest.mark.parametrize("quiet", [False, True])
def test_without_the_tool_a_line_says_how_to_get_it(
    quiet: bool,
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sitegen.search, "installed", lambda: None)
    assert build(project, *["-q"] * quiet) == 0
    assert not has_index(project / "site")
    lines = capsys.readouterr().err.splitlines()
    assert [MISSING in line for line in lines] == [True] * (not quiet)


@pytest.mark.parametrize("program", [fakes.CRASH, fakes.KILLED, fakes.LOSING])
def test_a_tool_that_fails_costs_the_index_and_nothing_else(
    program: str,
    project: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert build(project, "-q", "--no-search") == 0
    without: Mapping[str, bytes] = tree(project / "site")
    assert build(project, "-q") == 0
    reword(project)
    capsys.readouterr()
    fakes.install(program, tmp_path / "fake", monkeypatch)
    assert build(project, "-q") == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("sitegen: the search index was left out, because pagefind ")
    assert not has_index(project / "site")
    changed = tree(project / "site")
    assert changed.keys() == without.keys() or {p.split(".")[0] for p in changed} == {
        p.split(".")[0] for p in without
    }
    assert b"Some 60,000 people" in changed["facts/west-2020-votes.html"]


def test_what_became_of_the_index_is_told_to_programs(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(*words: str) -> str:
        assert build(project, "--format", "json", *words) == 0
        return str(json.loads(capsys.readouterr().out)["build"]["search"])

    assert [told(), told(), told("--no-search"), told()] == [
        "written",
        "reused",
        "not wanted",
        "written",
    ]
    monkeypatch.setattr(sitegen.search, "make_index", lambda *_: Failure("pagefind is unwell"))
    assert told("--clean") == "failed"
    monkeypatch.setattr(sitegen.search, "installed", lambda: None)
    assert told() == "not installed"


def test_a_bundle_is_not_made_of_a_site_with_an_error(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitegen.search, "make_index", forbidden)
    templates = project / "themes" / "odd"
    templates.mkdir(parents=True)
    (templates / "search.html").write_text("{{ page.nothing }}", encoding="utf-8")
    assert build(project, "-q", "--theme", "odd") == 1
    assert not (project / "site").exists()


def test_a_template_that_fails_without_an_index_publishes_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitegen.search, "make_index", lambda *_: Failure("pagefind is unwell"))
    templates = project / "themes" / "odd"
    templates.mkdir(parents=True)
    text = "<p>{% if not page.bundle %}{{ page.nothing.at_all }}{% endif %}</p>"
    (templates / "search.html").write_text(text, encoding="utf-8")
    assert build(project, "-q", "--theme", "odd") == 1
    assert not (project / "site").exists()
