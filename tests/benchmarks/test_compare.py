"""The program that compares sites: what it sees, and that the peers make our plain site."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.compare.__main__ import ACCEPTED, build, compare
from benchmarks.compare.differences import Accepted, Difference, differences, read_accepted
from benchmarks.peers import tools
from benchmarks.peers.tools import Tool
from benchmarks.scale.generate import write_project
from tests.conftest import require_file, require_tool

BASE = "https://facts.example/"
PAGE = "<title>T</title><main><a href='../x.html#L1'>words here</a> <b id='L2'>and</b></main>"


def said(tmp_path: Path, path: str, ours: str, theirs: str) -> list[str]:
    """The differences of two sites that have one file each."""
    for side, content in (("ours", ours), ("theirs", theirs)):
        file = tmp_path / side / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    found = differences("Peer", tmp_path / "ours", tmp_path / "theirs", BASE)
    return [str(one).removeprefix(f"Peer: {path}: ") for one in found]


def test_markup_and_the_way_links_are_written_do_not_matter(tmp_path: Path) -> None:
    theirs = (
        "<TITLE>T</TITLE><nav>menu</nav><main><p id=L2>and <em>words</em>"
        f"<a href='{BASE}x.html#L1'>here</a></p></main>"
    )
    assert said(tmp_path, "facts/a.html", PAGE, theirs) == []


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        (
            PAGE.replace("#L1", "#L3"),
            ["link, only ours: x.html#L1", "link, only theirs: x.html#L3"],
        ),
        (PAGE.replace("id='L2'", ""), ["id, only ours: L2"]),
        (PAGE.replace("here", "there"), ["word, only ours: here", "word, only theirs: there"]),
        (PAGE.replace("<title>T", "<title>T U"), ["title, only theirs: U"]),
    ],
)
def test_what_differs_is_told(tmp_path: Path, theirs: str, expected: list[str]) -> None:
    assert said(tmp_path, "facts/a.html", PAGE, theirs) == expected


def test_fields_of_exports_are_told_by_name(tmp_path: Path) -> None:
    ours, theirs = '{"facts": [{"id": "a", "tier": "T0"}]}', '{"facts": [{"id": "a"}]}'
    assert said(tmp_path, "data/facts.json", ours, theirs) == ["word, only ours: facts.tier"]
    told = said(tmp_path / "table", "data/facts.csv", "id,line\na,5\n", "id\na\n")
    assert told == ["word, only ours: line"]


def test_hashes_in_names_do_not_matter_but_files_do(tmp_path: Path) -> None:
    for side, name in (("ours", "a.0123456789.css"), ("theirs", "a.abcdef012345.css")):
        (tmp_path / side).mkdir()
        (tmp_path / side / name).write_text("b { }", "utf-8")
    (tmp_path / "theirs" / "more.txt").write_text("more", "utf-8")
    (found,) = differences("Peer", tmp_path / "ours", tmp_path / "theirs", BASE)
    assert (found.kind, found.side, found.what) == ("file", "theirs", ("more.txt",))


def test_an_entry_of_the_list_covers_only_what_it_names(tmp_path: Path) -> None:
    (found,) = _difference(tmp_path)
    entry = Accepted("facts/*.html", "link", "theirs", "why", what=r"y\.html")
    assert entry.covers(found)
    for other in (
        Accepted("people/*.html", "link", "theirs", "why"),
        Accepted("facts/*.html", "id", "theirs", "why"),
        Accepted("facts/*.html", "link", "ours", "why"),
        Accepted("facts/*.html", "link", "theirs", "why", peer="Other"),
        Accepted("facts/*.html", "link", "theirs", "why", what="y"),
    ):
        assert not other.covers(found)


def _difference(tmp_path: Path) -> Iterator[Difference]:
    said(tmp_path, "facts/a.html", PAGE, PAGE + "<a href='../y.html'></a>")
    return differences("Peer", tmp_path / "ours", tmp_path / "theirs", BASE)


def unexplained(tool: Tool, tmp_path: Path) -> list[str]:
    """What differs of a small project without being on the list."""
    found = compare(60, [tool], tmp_path)
    assert found, "our own extras at least"
    accepted = read_accepted(ACCEPTED)
    return [str(one) for one in found if not any(entry.covers(one) for entry in accepted)]


def test_hugo_makes_our_plain_site(tmp_path: Path) -> None:
    try:
        tool = tools.hugo()
    except FileNotFoundError:
        require_tool("hugo")
        raise
    assert unexplained(tool, tmp_path) == []


def test_eleventy_makes_our_plain_site(tmp_path: Path) -> None:
    package = require_file("@11ty/eleventy/package.json")
    assert unexplained(tools.eleventy(package.parents[2]), tmp_path) == []


def test_a_cited_word_that_a_peer_does_not_mark_is_noticed(tmp_path: Path) -> None:
    ours = build_plain(tmp_path)
    theirs = tmp_path / "theirs"
    shutil.copytree(ours, theirs)
    page = theirs / "sources" / "article-00000.html"
    page.write_text(page.read_text("utf-8").replace(' id="quote-0"', "", 1), "utf-8")
    (found,) = differences("Peer", ours, theirs, BASE)
    assert str(found) == "Peer: sources/article-00000.html: id, only ours: quote-0"


def build_plain(tmp_path: Path) -> Path:
    """Our own plain site of a very small project."""
    write_project(20, tmp_path / "project")
    return build(tools.sitegen_plain(), tmp_path)
