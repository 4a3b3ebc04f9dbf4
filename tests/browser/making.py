"""What the tests of pages in a browser share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE, DESK = (360, 740), (1440, 900)


def kinds(site: Path) -> list[str]:
    """A page of each kind: all at the root, and the first of each folder."""
    folders = ("facts", "sources", "people", "topics")
    first = [min((site / folder).glob("*.html")) for folder in folders]
    return [page.relative_to(site).as_posix() for page in [*sorted(site.glob("*.html")), *first]]


def every(site: Path) -> list[str]:
    """Every page."""
    return [page.relative_to(site).as_posix() for page in sorted(site.rglob("*.html"))]


@contextmanager
def window(
    browser: "Browser", size: tuple[int, int] = DESK, *, scripts: bool = True, **more: Any
) -> "Iterator[Page]":
    """A page in a window, closed at the end. `more`: what a context of Playwright takes besides."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, java_script_enabled=scripts, **more
    )
    try:
        yield context.new_page()
    finally:
        context.close()
