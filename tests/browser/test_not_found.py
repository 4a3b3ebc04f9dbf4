"""404.html as a server shows it: at an address that is not its own, below any folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import build
from tests.browser.making import PHONE, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ASIDE = "/sheets/a/mistyped/address.html"


class Hosting(SimpleHTTPRequestHandler):
    """A static host: whatever is not there is answered with the site's 404.html."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        del message, explain
        words = Path(self.directory, "sheets", "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 (its name there)
        del format, arguments


@contextmanager
def hosted(room: Path, *, with_address: bool) -> Iterator[str]:
    """A server that holds the site at /sheets/; its site knows its address or does not."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Hosting, directory=str(room)))
    host = f"http://127.0.0.1:{server.server_port}"
    options = ("--base-url", f"{host}/sheets/") if with_address else ()
    build(room / "project", "--no-search", *options).rename(room / "sheets")
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def open_aside(page: "Page", host: str) -> tuple[list[str], list[str]]:
    """Goes to an address that is not there; what was said in the console, and asked for."""
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    answer = page.goto(host + ASIDE)
    assert answer is not None
    assert answer.status == 404
    # Every browser tells of the status itself; a page can do nothing about that.
    return [
        words for words in told if "the server responded with a status of 404" not in words
    ], asked


def test_without_an_address_the_page_leans_on_nothing(tmp_path: Path, browser: "Browser") -> None:
    with hosted(tmp_path, with_address=False) as host, window(browser, PHONE) as page:
        told, asked = open_aside(page, host)
        assert told == []
        assert {url.removeprefix(host) for url in asked} <= {ASIDE, "/favicon.ico"}
        assert page.get_by_role("link").count() == 0
        assert page.get_by_role("heading", name="This page is not here").is_visible()
        assert page.evaluate("getComputedStyle(document.body).maxWidth") == "576px"  # it is styled


def test_with_an_address_it_has_the_sites_dress_and_leads_home(
    tmp_path: Path, browser: "Browser"
) -> None:
    with hosted(tmp_path, with_address=True) as host, window(browser, PHONE) as page:
        told, asked = open_aside(page, host)
        assert told == []
        assert [url for url in asked if not url.startswith(f"{host}/sheets/")] == []
        assert any(url.endswith(".css") for url in asked)
        hrefs = page.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
        assert f"{host}/sheets/" in hrefs
        for href in hrefs:
            assert page.request.get(href).ok or href.endswith("#Content"), href
