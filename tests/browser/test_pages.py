"""The pages as a browser shows them: from disk, without scripts, on a phone and on a desk."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.cli import main
from tests.conftest import require_tool
from tests.documents import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

HTML_RULES = {"root": True, "extends": ["html-validate:standard"]}
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fact sheet in this checkout."""
    project = tmp_path_factory.mktemp("project")
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, project / name)
    assert main(["-C", str(project), "build", "--quiet"]) == 0
    return project / "site"


@pytest.fixture
def context(browser: "Browser") -> "Iterator[BrowserContext]":
    """A window without scripts."""
    opened = browser.new_context(java_script_enabled=False)
    yield opened
    opened.close()


def kinds(site: Path) -> list[str]:
    """A page of each kind: all at the root, and the first of each folder."""
    folders = ("facts", "sources", "people", "topics")
    first = [min((site / folder).glob("*.html")) for folder in folders]
    return [page.relative_to(site).as_posix() for page in [*sorted(site.glob("*.html")), *first]]


def test_the_html_of_every_page_is_valid(site: Path, tmp_path: Path) -> None:
    validator = require_tool("html-validate")
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(HTML_RULES), encoding="utf-8")
    command = [validator, "--config", str(rules), "--ext", "html", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.browser
def test_no_page_asks_for_anything_that_is_not_there(site: Path, context: "BrowserContext") -> None:
    asked: list[str] = []
    failed: list[tuple[str, str | None]] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    # What is still being fetched when the next page is opened, such as the icon, is called off.
    page.on("requestfailed", lambda request: failed.append((request.url, request.failure)))
    for path in kinds(site):
        page.goto((site / path).as_uri())
    assert [url for url, reason in failed if reason != "net::ERR_ABORTED"] == []
    assert [url for url in asked if not url.startswith(site.as_uri())] == []


@pytest.mark.browser
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_page_is_wider_than_the_window(
    size: dict[str, int], site: Path, context: "BrowserContext"
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    wider = []
    for path in kinds(site):
        page.goto((site / path).as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > size["width"]:
            wider.append((path, width))
    assert wider == []


@pytest.mark.browser
def test_whoever_follows_a_citation_sees_exactly_its_words_light_up(
    site: Path, context: "BrowserContext"
) -> None:
    facts = json.loads((site / "data" / "facts.json").read_text(encoding="utf-8"))["facts"]
    in_pieces = next(fact for fact in facts if len(fact["citations"][0]["anchors"]) > 1)
    whole = next(fact for fact in facts if fact["kind"] == "quote")
    page = context.new_page()
    for fact in (in_pieces, whole):
        source = f"sources/{fact['citations'][0]['source']}.html"
        page.goto((site / source).as_uri())
        before = page.evaluate(BACKGROUNDS)
        page.goto((site / "facts" / f"{fact['id']}.html").as_uri())
        page.locator(f'a[href="../{source}#{fact["id"]}"]').first.click()
        page.wait_for_url(f"**/{source}#{fact['id']}")  # and for its style sheets
        after = page.evaluate(BACKGROUNDS)
        lit = {
            number
            for number, (old, new) in enumerate(zip(before, after, strict=True))
            if old != new
        }
        cited = set(page.evaluate(CITED, fact["id"]))
        assert lit
        assert lit == cited
        assert page.locator(f"#{fact['id']}").first.is_visible()


BACKGROUNDS = """
[...document.querySelectorAll("mark")].map(mark => getComputedStyle(mark).backgroundColor)
"""
CITED = """
id => [...document.querySelectorAll("mark")].flatMap(
    (mark, number) => (mark.dataset.facts || "").split(" ").includes(id) ? [number] : [])
"""
