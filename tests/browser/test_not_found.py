"""404.html as a host shows it: at an address that is not its own, below any folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import build
from tests.browser.making import PHONE, window
from tests.hosting import Manner, fetch, hosted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ASIDE = "a/mistyped/address.html"


def open_aside(page: "Page", address: str) -> tuple[list[str], list[str]]:
    """Goes to an address that is not there; what was said in the console, and asked for."""
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404
    # Every browser tells of the status itself; a page can do nothing about that.
    return [
        words for words in told if "the server responded with a status of 404" not in words
    ], asked


@pytest.fixture(scope="module")
def nameless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without an address of its own."""
    return build(tmp_path_factory.mktemp("nameless") / "project", "--no-search")


@pytest.mark.parametrize("prefix", ["/", "/sheets/"])
@pytest.mark.parametrize("below", ["mistyped.html", "facts/mistyped", ASIDE])
def test_without_an_address_the_page_leans_on_nothing(
    prefix: str, below: str, nameless: Path, browser: "Browser"
) -> None:
    with hosted(nameless, prefix) as host, window(browser, PHONE) as page:
        told, asked = open_aside(page, f"{host}{prefix}{below}")
        assert told == []
        assert {url.removeprefix(host) for url in asked} <= {f"{prefix}{below}", "/favicon.ico"}
        assert page.get_by_role("link").count() == 0
        assert page.get_by_role("heading", name="This page is not here").is_visible()
        assert page.evaluate("getComputedStyle(document.body).maxWidth") == "576px"  # it is styled


@pytest.mark.parametrize("manner", Manner)
@pytest.mark.parametrize("base_url", ["https://example.org/sheets/", "https://example.org/sheets"])
def test_with_an_address_it_has_the_sites_dress_and_leads_home_on_whichever_host(
    base_url: str, manner: Manner, tmp_path: Path, browser: "Browser"
) -> None:
    """A host that is asked for a look at the site has another name than the published one."""
    site = build(tmp_path / "project", "--no-search", "--base-url", base_url)
    with hosted(site, "/sheets/", manner) as host, window(browser, PHONE) as page:
        told, asked = open_aside(page, f"{host}/sheets/{ASIDE}")
        assert told == []
        assert [url for url in asked if not url.startswith(f"{host}/sheets/")] == []
        assert any(url.endswith(".css") for url in asked)
        hrefs = page.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
        assert f"{host}/sheets/" in hrefs
        for href in hrefs:
            assert fetch(href).status in {200, 308} or href.endswith("#Content"), href
