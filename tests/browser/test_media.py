"""The pages on paper, without motion, and in the reader's own colours."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.making import DESK, PHONE, kinds, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# The words of the page that are shown. Notes and controls have no place on paper.
SHOWN = """
() => {
    const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const shown = [];
    while (words.nextNode()) {
        const holder = words.currentNode.parentElement;
        if (words.currentNode.data.trim()
            && !holder.closest(".cite-note, .back, .jump, .citing details, option, svg")
            && holder.checkVisibility({contentVisibilityAuto: false, visibilityProperty: true}))
            shown.push(words.currentNode.data.trim());
    }
    return shown;
}
"""
LINK_OUT = """
() => document.querySelector("main").insertAdjacentHTML(
    "beforeend", '<p><a id="Out" href="https://example.org/">elsewhere</a></p>')
"""
AFTER = "link => getComputedStyle(link, '::after').content"
MOVING = """
() => [...document.querySelectorAll("*")].flatMap(
    element => ["", "::before", "::after"].flatMap(part => {
        const style = getComputedStyle(element, part);
        const longest = Math.max(...style.transitionDuration.split(",").map(parseFloat));
        return style.animationName !== "none" || longest > 0 || style.scrollBehavior === "smooth"
            ? [`${element.tagName}.${element.className}${part}`] : [];
    }))
"""


def test_paper_has_all_the_words_and_none_of_the_controls(site: Path, browser: "Browser") -> None:
    found = {}
    with window(browser, (720, 1000)) as page:
        for path in kinds(site):
            page.emulate_media(media="screen")
            page.goto((site / path).as_uri())
            on_screen = page.evaluate(SHOWN)
            page.emulate_media(media="print")
            for control in (".skip-link", ".menu-button", ".site-nav", ".breadcrumbs"):
                assert page.locator(f"{control}:visible").count() == 0, (path, control)
            assert page.locator(".cite-note:visible").count() == 0, path
            gone = set(on_screen) - set(page.evaluate(SHOWN))
            if gone or not on_screen:
                found[path] = gone
    assert found == {}


def test_paper_stays_white_for_readers_in_the_dark(site: Path, browser: "Browser") -> None:
    with window(browser, color_scheme="dark") as page:
        page.goto((site / "index.html").as_uri())
        ground = "getComputedStyle(document.documentElement).backgroundColor"
        dark = page.evaluate(ground)
        page.emulate_media(media="print")
        assert page.evaluate(ground) == "rgb(255, 255, 255)" != dark


def test_paper_shows_where_links_to_other_sites_lead(site: Path, browser: "Browser") -> None:
    with window(browser) as page:
        page.goto((site / "index.html").as_uri())
        page.evaluate(LINK_OUT)
        link = page.locator("#Out")
        assert link.evaluate(AFTER) == "none"
        page.emulate_media(media="print")
        assert "https://example.org/" in link.evaluate(AFTER)


@pytest.mark.parametrize("theme", ["site", "dossier"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_moves_for_who_asks_for_that(
    size: tuple[int, int], theme: str, request: pytest.FixtureRequest, browser: "Browser"
) -> None:
    site: Path = request.getfixturevalue(theme)
    with window(browser, size, reduced_motion="reduce") as page:
        for path in kinds(site):
            page.goto((site / path).as_uri())
            assert page.evaluate(MOVING) == [], path


MARKED = """
mark => {
    const own = getComputedStyle(mark), around = getComputedStyle(mark.parentElement);
    return own.backgroundColor !== around.backgroundColor;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_focus_are_seen_in_forced_colours(
    scheme: str, site: Path, browser: "Browser"
) -> None:
    with window(browser, color_scheme=scheme, forced_colors="active") as page:
        page.goto((min((site / "sources").glob("*.html"))).as_uri())
        cited = page.locator("mark").first
        assert cited.evaluate(MARKED)
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline not in {"none", ""}
