"""Each kind of page by keyboard alone: all that can be followed or pressed is reached, in order.

Source of the rules: WCAG 2.2, criteria 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7 and 2.4.11.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.making import DESK, PHONE, kinds, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

# What the Tab key comes to next in the order of the page, and what it came to. A note that opens
# with the focus on its mark stands right after it.
WALK = """
() => {
    const all = () => [...document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [tabindex]")].filter(
            element => element.checkVisibility({visibilityProperty: true})
                && !element.disabled && element.tabIndex >= 0);
    window.following = () => {
        const elements = all();
        return elements[elements.indexOf(document.activeElement) + 1] ?? null;
    };
}
"""
STEP = """
expected => {
    const at = document.activeElement;
    const style = getComputedStyle(at), box = at.getBoundingClientRect();
    const name = `${at.tagName} ${at.getAttribute("href") ?? at.id}`;
    const wrong = [];
    if (at !== window.expected) wrong.push(`${name} instead of ${window.expected?.outerHTML}`);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
        wrong.push(`${name} has focus and does not show it`);
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth)
        wrong.push(`${name} has focus out of sight`);
    return wrong;
}
"""
ENDS = "() => { window.expected = window.following(); return window.expected === null; }"


def walk(page: "Page") -> tuple[int, list[str]]:
    """Presses Tab from the top of the page to its end: how many steps, and what was wrong."""
    page.evaluate(WALK)
    wrong: list[str] = []
    steps = 0
    while not page.evaluate(ENDS):
        page.keyboard.press("Tab")
        wrong += page.evaluate(STEP)
        steps += 1
        if wrong or steps > 2000:
            break
    return steps, wrong


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_tab_comes_to_everything_in_the_order_of_the_page(
    size: tuple[int, int], site: Path, browser: "Browser"
) -> None:
    found: dict[str, Any] = {}
    with window(browser, size, reduced_motion="reduce") as page:
        for path in kinds(site):
            page.goto((site / path).as_uri())
            steps, wrong = walk(page)
            if wrong or not steps:
                found[path] = wrong or "nothing to come to"
    # Without an address of its site this page cannot lead anywhere.
    assert found.pop("404.html") == "nothing to come to"
    assert found == {}


def test_the_first_link_skips_to_the_content(site: Path, browser: "Browser") -> None:
    with window(browser) as page:
        page.goto((site / "quotes.html").as_uri())
        page.keyboard.press("Tab")
        link = page.get_by_role("link", name="Skip to the content")
        assert link.evaluate("link => link === document.activeElement")
        box = link.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_phones_contents_open_and_close_by_keyboard(
    scripts: bool, site: Path, browser: "Browser"
) -> None:
    with window(browser, PHONE, scripts=scripts) as page:
        page.goto((site / "facts.html").as_uri())
        button, contents = page.get_by_role("button", name="Contents"), page.locator("#Menu")
        assert not contents.is_visible()
        button.focus()
        for closing in ("Enter", "Escape"):
            page.keyboard.press("Enter")
            contents.wait_for(state="visible", timeout=2000)
            assert contents.get_by_role("link").count() > 5
            page.keyboard.press("Tab")
            first = contents.get_by_role("link").first
            assert first.evaluate("link => link === document.activeElement")
            page.keyboard.press("Shift+Tab")
            page.keyboard.press(closing)
            contents.wait_for(state="hidden", timeout=2000)
            assert button.evaluate("button => button === document.activeElement")


def test_what_a_page_folds_away_opens_by_keyboard_without_scripts(
    site: Path, browser: "Browser"
) -> None:
    with window(browser, PHONE, scripts=False) as page:
        page.goto((site / min((site / "facts").glob("*.html"))).as_uri())
        for fold in page.locator("details").all():
            assert not fold.locator("pre").is_visible()
            fold.locator("summary").focus()
            page.keyboard.press("Enter")
            assert fold.locator("pre").is_visible()
        assert page.locator("details").count() == 2
