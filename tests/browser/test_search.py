"""The search as readers use it: from a server, from a disk, without scripts, without an index."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from tests.conftest import require_file
from tests.documents import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

AXE = """
async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.flatMap(
    rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))
"""


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 (its name there)
        pass


def served(folder: Path) -> Iterator[str]:
    """The address of a folder, below a path of its own with a space in it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder.parent)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{quote(folder.name)}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The demonstration's site on a server."""
    for project in served(site.parent):
        yield f"{project}/{site.name}"


@pytest.fixture
def damaged(site: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the site that a test may spoil, and its address."""
    copy = tmp_path / "a site"
    shutil.copytree(site, copy)
    for address in served(copy):
        yield copy, address


Opened = tuple["Page", list[str]]
Open = Callable[..., Opened]


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Open]:
    """Opens an address, and keeps all that goes wrong there."""
    contexts = []

    def at(address: str, *, scripts: bool = True, width: int = 1000, **settings: Any) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=scripts, **settings
        )
        contexts.append(context)
        page = context.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda fault: wrong.append(str(fault)))
        page.on("response", lambda r: wrong.append(r.url) if r.status >= 400 else None)
        page.goto(address)
        return page, wrong

    yield at
    for context in contexts:
        context.close()


def look_for(page: "Page", words: str) -> None:
    """Type words."""
    page.get_by_label("Words to look for").fill(words)


def says(page: "Page", words: str | re.Pattern[str]) -> None:
    """Wait until the page says this of the results."""
    from playwright.sync_api import expect

    expect(page.get_by_role("status")).to_have_text(words)


def results(page: "Page") -> list[str]:
    page.locator("#Search-results > li").first.wait_for()
    return page.locator(".search-headline a").all_inner_texts()


def found(page: "Page", number: int) -> None:
    """Wait until so many pages are said to be found."""
    says(page, f"{number} {'page' if number == 1 else 'pages'} found")


def choose(page: "Page", label: str, value: str) -> None:
    page.get_by_label(label, exact=True).select_option(value)


def test_a_word_is_found_and_the_result_leads_to_its_fact(address: str, opened: Open) -> None:
    page, wrong = opened(f"{address}/search.html")
    look_for(page, "commuted")
    results(page)
    first = page.locator("#Search-results > li").filter(has_text="our copy of the source").first
    assert "commut" in first.locator("mark").first.inner_text()
    headline = first.locator(".search-headline a")
    words = headline.inner_text()
    headline.click()
    page.wait_for_url(f"{address}/facts/*.html")
    assert page.locator("h1").inner_text() == words
    assert wrong == []


def test_a_result_says_its_kind_speaker_source_and_check(
    address: str, site: Path, opened: Open
) -> None:
    facts = json.loads((site / "data" / "facts.json").read_text(encoding="utf-8"))["facts"]
    quote_ = next(f for f in facts if f["kind"] == "quote" and f["speaker"] == "john-legend")
    words = " ".join(quote_["citations"][0]["exact"][0].split()[:5])
    page, _ = opened(f"{address}/search.html")
    look_for(page, f"“{words}”")
    results(page)
    page.locator("#Search-results > li").first.wait_for()
    about = page.locator(".search-about").first.inner_text().split(" · ")
    assert about[:2] == ["Quotation", "John Legend"]
    assert about[-1] == "quoted words: matches our copy of the source"
    assert len(about) == 4


def test_choices_narrow_what_is_found(address: str, opened: Open) -> None:
    page, wrong = opened(f"{address}/search.html?q=vote")
    results(page)
    everything = int(page.locator("#Search-status").inner_text().split()[0])
    options = page.get_by_label("Kind", exact=True).locator("option").all_inner_texts()
    claims = next(int(o.split("(")[1][:-1]) for o in options if o.startswith("Claim"))
    assert 0 < claims < everything
    choose(page, "Kind", "Claim")
    found(page, claims)
    results(page)
    abouts = page.locator(".search-about").all_inner_texts()
    assert {about.split(" · ")[0] for about in abouts} == {"Claim"}
    options = page.get_by_label("Person", exact=True).locator("option:enabled").all_inner_texts()
    person, number = next(
        (o.rpartition(" (")[0], int(o.rpartition(" (")[2][:-1])) for o in options if "(" in o
    )
    choose(page, "Person", person)
    found(page, number)
    choose(page, "Person", "")
    choose(page, "Kind", "")
    found(page, everything)
    assert wrong == []


def test_choices_alone_list_all_that_they_name(address: str, site: Path, opened: Open) -> None:
    page, _ = opened(f"{address}/search.html")
    page.get_by_label("Kind", exact=True).wait_for()
    choose(page, "Kind", "Person")
    found(page, len(list((site / "people").glob("*.html"))))
    choose(page, "Kind", "")
    says(page, "")
    assert page.locator("#Search-results > li").count() == 0


def test_the_lines_of_a_source_are_found_where_they_stand(address: str, opened: Open) -> None:
    page, wrong = opened(f"{address}/search.html?q=tremendous&kind=Source")
    page.locator(".search-lines a").first.wait_for()
    link = page.locator(".search-lines a").first
    number = link.inner_text().removeprefix("line ")
    link.click()
    page.wait_for_url(f"**/sources/*.html#L{number}")
    assert "tremendous" in page.locator(f"#L{number}").inner_text()
    assert wrong == []


def test_an_address_with_words_in_it_asks_for_them_and_the_way_back_too(
    address: str, opened: Open
) -> None:
    page, _ = opened(f"{address}/search.html?q=vote&kind=Claim&person=Nobody")
    before = results(page)
    assert page.get_by_label("Words to look for").input_value() == "vote"
    page.locator(".search-headline a").first.click()
    page.wait_for_url(f"{address}/facts/*.html")
    page.go_back()
    assert results(page) == before


def test_further_results_come_when_asked_for_and_take_the_focus(address: str, opened: Open) -> None:
    page, _ = opened(f"{address}/search.html?q=vote")
    assert len(results(page)) == 10
    page.get_by_role("button", name="Show more").click()
    page.locator("#Search-results > li:nth-child(11) .search-headline a:focus").wait_for()


def test_the_keyboard_is_enough(address: str, opened: Open) -> None:
    page, _ = opened(f"{address}/search.html")
    box = page.get_by_label("Words to look for")
    box.wait_for()
    box.focus()
    page.keyboard.type("vote")
    page.keyboard.press("Enter")
    results(page)
    for _ in range(6):  # the button and the four choices lie between
        page.keyboard.press("Tab")
    page.locator("#Search-results > li:nth-child(1) .search-headline a:focus").wait_for()


def test_what_is_found_is_told_to_who_does_not_see_it(address: str, opened: Open) -> None:
    page, _ = opened(f"{address}/search.html")
    look_for(page, "vote")
    says(page, re.compile(r"\d+ pages found"))
    look_for(page, "xylophonist")
    says(page, re.compile("Nothing found"))
    assert page.locator("#Search-results > li").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_results_are_readable_on_every_screen(
    width: int, scheme: str, address: str, opened: Open
) -> None:
    axe = require_file("axe-core/axe.min.js").read_text(encoding="utf-8")
    page, _ = opened(
        f"{address}/search.html?q=vote", width=width, color_scheme=scheme, bypass_csp=True
    )
    results(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(axe)
    assert page.evaluate(AXE) == []


def test_nothing_but_this_page_may_run_webassembly(address: str, opened: Open) -> None:
    page, wrong = opened(f"{address}/search.html?q=vote")
    results(page)
    assert wrong == []
    with_wasm = []
    for path in ("search.html", "index.html", "sources.html"):
        page.goto(f"{address}/{path}")
        policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
        assert "unsafe-inline" not in policy
        with_wasm += [path] if "wasm-unsafe-eval" in policy else []
    assert with_wasm == ["search.html"]


def every_page(site: Path) -> set[str]:
    """The addresses of each fact, source, person, topic and explainer page."""
    folders = ("facts", "sources", "people", "topics")
    found = {p.relative_to(site).as_posix() for f in folders for p in (site / f).iterdir()}
    written = {page.stem for page in (ROOT / "content" / "pages").glob("*.md")} - {"index"}
    return found | {f"{name}.html" for name in written}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_a_disk_the_page_says_what_works_and_lists_every_page(
    scripts: bool, site: Path, opened: Open
) -> None:
    page, wrong = opened((site / "search.html").as_uri(), scripts=scripts)
    told = page.get_by_text("opened from a disk" if scripts else "needs scripts")
    told.wait_for()
    assert told.is_visible()
    assert not page.get_by_role("search").is_visible()
    links = page.locator(".every-page a[href]")
    listed = {links.nth(n).get_attribute("href") for n in range(links.count())}
    assert every_page(site) <= listed
    assert wrong == []


def test_without_scripts_the_list_is_there_on_a_server(address: str, opened: Open) -> None:
    page, wrong = opened(f"{address}/search.html", scripts=False)
    assert page.get_by_text("needs scripts").is_visible()
    assert not page.get_by_role("search").is_visible()
    page.locator(".headings a").first.click()
    assert page.url != f"{address}/search.html"
    assert wrong == []


@pytest.mark.parametrize(
    "lost",
    ["pagefind", "pagefind/pagefind.js", "pagefind/pagefind-entry.json", "pagefind/*.pf_meta"],
)
def test_an_index_that_cannot_be_loaded_is_said_to_be_so(
    lost: str, damaged: tuple[Path, str], opened: Open
) -> None:
    site, address = damaged
    (path,) = site.glob(lost)
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    page, _ = opened(f"{address}/search.html")
    page.get_by_text("could not be loaded").wait_for()
    assert not page.get_by_role("search").is_visible()
    assert page.locator(".headings a").first.is_visible()


def test_words_of_an_address_are_shown_and_never_run(address: str, opened: Open) -> None:
    words = "<img src=x onerror=alert(1)> vote"
    page, wrong = opened(f"{address}/search.html?q={quote(words)}")
    says(page, re.compile("found"))
    assert page.get_by_label("Words to look for").input_value() == words
    assert page.locator("#Search-results img").count() == 0
    assert wrong == []
