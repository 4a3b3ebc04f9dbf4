"""What the head and the foot of a built page say to machines."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen.cli import main
from tests.site.conftest import copy_project

BASE = "https://example.org/ours/"


class Head(HTMLParser):
    """The metas, links and data blocks of a page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.metas: dict[str, str] = {}
        self.alternates: list[tuple[str, str]] = []
        self.anchors: list[str] = []
        self.blocks: list[str] = []
        self._in_block = False
        self.feed(file.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "meta" and "content" in given:
            self.metas[given.get("property") or given.get("name") or ""] = given["content"]
        elif tag == "link" and given.get("rel") == "alternate":
            self.alternates.append((given["type"], given["href"]))
        elif tag == "a":
            self.anchors.append(given.get("href", ""))
        self._in_block = tag == "script" and given.get("type") == "application/ld+json"

    def handle_data(self, text: str) -> None:
        if self._in_block:
            self.blocks.append(text)
            self._in_block = False


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration at an address, with a fact that has a date."""
    root = copy_project(tmp_path_factory.mktemp("published"))
    file = root / "content/facts/hollywoodlife-2021.yaml"
    text = file.read_text(encoding="utf-8")
    dated = text.replace("    kind: ", "    added: 2024-05-06\n    kind: ", 1)
    file.write_text(dated, encoding="utf-8")
    assert main(["-C", str(root), "build", "-q", "--base-url", BASE]) == 0
    return root / "site"


def test_a_page_of_a_fact_tells_machines_what_it_is(site: Path) -> None:
    head = Head(site / "facts/legend-thinks-serious.html")
    (block,) = head.blocks
    quotation, trail = json.loads(block)["@graph"]
    assert quotation["@type"] == "Quotation"
    assert quotation["spokenByCharacter"]["name"] == "John Legend"
    assert len(trail["itemListElement"]) == 3
    assert head.metas["og:url"] == f"{BASE}facts/legend-thinks-serious.html"
    assert head.metas["og:site_name"] == "Kanye West and the presidency"
    assert head.metas["twitter:card"] == "summary"


def test_every_page_leads_to_the_feeds_in_its_head_and_for_readers(site: Path) -> None:
    for path, up in (
        ("index.html", ""),
        ("facts/west-2020-votes.html", "../"),
        ("404.html", "/ours/"),
    ):
        head = Head(site / path)
        assert head.alternates == [
            ("application/atom+xml", f"{up}feed.xml"),
            ("application/feed+json", f"{up}feed.json"),
        ]
        assert {f"{up}feed.xml", f"{up}feed.json"} <= set(head.anchors)
    assert (site / "feed.xml").is_file()
    assert (site / "feed.json").is_file()


def test_a_site_without_an_address_names_no_feed_and_no_address(demonstration: Path) -> None:
    for path in ("index.html", "facts/west-2020-votes.html"):
        head = Head(demonstration / "site" / path)
        assert head.alternates == []
        assert "og:title" in head.metas
        assert "og:url" not in head.metas
        assert "http" not in head.blocks[0].replace("https://schema.org", "")


def test_every_page_but_those_for_nobody_is_in_the_sitemap(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        address = BASE if path == "index.html" else BASE + path
        hidden = path in {"404.html", "search.html"} or "robots" in Head(file).metas
        assert (f"<loc>{address}</loc>" in sitemap) is not hidden, path
