"""The way from a citation to its words, from disk and without scripts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext


@pytest.fixture
def context(browser: "Browser") -> "Iterator[BrowserContext]":
    """A window without scripts."""
    opened = browser.new_context(java_script_enabled=False)
    yield opened
    opened.close()


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
