"""What holds of every page from disk, with scripts on: it is silent, asks nobody, fits its window.

Each page is opened once; the tests look at what was seen.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.making import every, kinds, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

WIDTHS = (1440, 360, 320)
# Whole pixels: a window that is half a pixel short is not one that scrolls.
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# What may be read only by scrolling within it, and so must be reachable by keyboard: axe looks at
# that. Here is what cuts off its words.
CLIPPED = """
() => [...document.querySelectorAll("main *, footer *")].filter(element => {
    const style = getComputedStyle(element);
    return element.checkVisibility() && style.overflowX !== "visible" && style.display !== "inline"
        && !["auto", "scroll"].includes(style.overflowX)
        && element.scrollWidth > element.clientWidth + 1
        && element.clientWidth > 1;  // what only a screen reader is told
}).map(element => `${element.tagName}.${element.className}: ${element.textContent.trim()}`)
"""


@dataclass(slots=True)
class Seen:
    """What a browser showed of a site. Each list is empty for a good one."""

    pages: int = 0
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    wider: list[str] = field(default_factory=list)
    clipped: list[str] = field(default_factory=list)


def look(browser: "Browser", site: Path, paths: list[str]) -> Seen:
    """Opens pages from disk, each at every width."""
    seen = Seen()
    with window(browser) as page:
        page.on("console", lambda message: seen.told.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: seen.told.append(f"{page.url}: {error}"))
        page.on("request", lambda request: seen.asked.append(request.url))
        page.on(
            "requestfailed",
            lambda request: seen.failed.append(f"{request.url}: {request.failure}"),
        )
        for path in paths:
            page.goto((site / path).as_uri())
            seen.pages += 1
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                if page.evaluate(WIDER):
                    seen.wider.append(f"{path} at {width}")
            # In the narrowest window: what is cut off in a wide one is so here too.
            seen.clipped += (f"{path}: {what}" for what in page.evaluate(CLIPPED))
    return seen


@pytest.fixture(scope="module", params=["default", "dossier"])
def seen(request: pytest.FixtureRequest, site: Path, browser: "Browser") -> tuple[Path, Seen]:
    """Every page of the demonstration, and a page of each kind in the other theme."""
    if request.param == "default":
        return site, look(browser, site, every(site))
    dossier: Path = request.getfixturevalue("dossier")
    return dossier, look(browser, dossier, kinds(dossier))


def test_no_page_says_anything_in_the_console(seen: tuple[Path, Seen]) -> None:
    assert seen[1].pages > 15
    assert seen[1].told == []


def test_no_page_asks_for_anything_outside_its_folder(seen: tuple[Path, Seen]) -> None:
    folder = seen[0].as_uri() + "/"
    assert len(seen[1].asked) > seen[1].pages
    assert [url for url in seen[1].asked if not url.startswith(folder)] == []


def test_no_page_asks_for_anything_that_is_not_there(seen: tuple[Path, Seen]) -> None:
    # What is still being fetched when the next page is opened, such as the icon, is called off.
    assert [what for what in seen[1].failed if not what.endswith("net::ERR_ABORTED")] == []


def test_no_page_scrolls_sideways(seen: tuple[Path, Seen]) -> None:
    assert seen[1].wider == []


def test_nothing_is_cut_off(seen: tuple[Path, Seen]) -> None:
    assert seen[1].clipped == []
