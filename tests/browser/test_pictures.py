"""Pictures as a browser shows them: words that can be read at every width, marks that are links."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (360, 620, 660, 1440)  # on both sides of where the drawing changes
_CLIPPED = """pictures => pictures.flatMap(picture => {
  const frame = picture.getBoundingClientRect();
  return [...picture.querySelectorAll("text")]
    .map(text => [text.textContent, text.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.right > frame.right + 1 || box.left < frame.left - 1))
    .map(([words]) => words);
})"""
_SIZES = """pictures => pictures.flatMap(picture => [...picture.querySelectorAll("text")]
  .map(text => parseFloat(getComputedStyle(text).fontSize)))"""
PICTURES = ".time-chart > svg, .chart > svg, .evidence-columns > svg"


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: "Browser") -> "Iterator[Page]":
    """A window without scripts, as wide as the test's parameter says."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": request.param, "height": 900}
    )
    yield context.new_page()
    context.close()


def pages_with_pictures(site: Path) -> list[Path]:
    marks = ('class="time-chart"', 'class="chart"', 'class="evidence-map"')
    found = [
        path
        for path in sorted(site.rglob("*.html"))
        if any(mark in path.read_text(encoding="utf-8") for mark in marks)
    ]
    assert len(found) > 3
    return found


@pytest.mark.browser
def test_the_words_of_pictures_can_be_read_whole(site: Path, page: "Page") -> None:
    for path in pages_with_pictures(site):
        page.goto(path.as_uri())
        pictures = page.locator(PICTURES)
        assert pictures.evaluate_all(_CLIPPED) == [], path
        assert min(pictures.evaluate_all(_SIZES), default=12) >= 12, path


@pytest.mark.browser
def test_one_of_the_two_drawings_of_a_timeline_is_shown(site: Path, page: "Page") -> None:
    page.goto((site / "timeline.html").as_uri())
    shown = page.locator(".time-chart > svg:visible")
    assert shown.count() == 1
    links = shown.locator("a.time-fact")
    listed = page.locator("ol.timeline .card")
    assert links.count() == listed.count() > 1
    links.first.focus()
    assert links.first.evaluate("link => link.matches(':focus')")
    assert all(box["height"] >= 24 for link in links.all() if (box := link.bounding_box()))
    links.last.click()
    assert "/facts/" in page.url


@pytest.mark.browser
def test_runs_of_evidence_lead_to_lines_that_are_there(site: Path, page: "Page") -> None:
    for path in sorted((site / "sources").glob("*.html")):
        page.goto(path.as_uri())
        for href in page.locator(".evidence-runs a").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        ):
            assert page.locator(f"[id='{href[1:]}']").count() == 1, (path, href)
