"""Who reads is not disturbed: where on the page, with what open and typed, in tabs that sleep."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.preview.conftest import Preview, Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

FACTS = "content/facts/inquisitr-2018.yaml"
FACT = "facts/legend-on-podcast.html"
HOME = "content/pages/index.md"
OLD, NEW = "John Legend spoke to the", "John Legend talked to the"
# A tab cannot be hidden from outside in a browser without a window; the page is told that it is.
HIDDEN = """hidden => {
    const now = {configurable: true, get: () => hidden ? "hidden" : "visible"};
    Object.defineProperty(document, "visibilityState", now);
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def opened(tab: "Page", preview: Preview, path: str) -> None:
    """A page with a mark on it that is lost when it is loaded anew, and its stream open."""
    with tab.expect_request("**/_sitegen/page?*"):
        tab.goto(preview.url(path))
    tab.evaluate("() => { window.mine = true; }")


def test_the_line_that_one_reads_stays_when_the_page_grows_above_it(
    preview: Preview, tab: "Page"
) -> None:
    opened(tab, preview, "index.html")
    read = tab.locator("h2", has_text="2020: a campaign")
    read.evaluate("heading => scrollTo(0, heading.getBoundingClientRect().top - 300)")
    before = read.evaluate("heading => heading.getBoundingClientRect().top")
    more = "\n\n".join(["Nothing stands here, and nothing more."] * 20)
    preview.edit(HOME, "## 2018:", f"{more}\n\n## 2018:")
    expect(tab.locator("main")).to_contain_text("Nothing stands here")
    after = read.evaluate("heading => heading.getBoundingClientRect().top")
    assert abs(after - before) < 2
    assert tab.evaluate("document.documentElement.hasAttribute('style')") is False


def test_at_the_top_one_stays_at_the_top(preview: Preview, tab: "Page") -> None:
    opened(tab, preview, "index.html")
    preview.edit(HOME, "This fact sheet rests", "News first.\n\nThis fact sheet rests")
    expect(tab.locator("main")).to_contain_text("News first.")
    assert tab.evaluate("scrollY") == 0


def test_open_details_stay_open(preview: Preview, tab: "Page") -> None:
    opened(tab, preview, FACT)
    details = tab.locator("details", has_text="BibTeX")
    details.locator("summary").click()
    preview.edit(FACTS, OLD, NEW)
    expect(details.locator("pre")).to_contain_text("talked")
    assert details.evaluate("details => details.open")


def test_focus_and_selection_stay(preview: Preview, tab: "Page") -> None:
    opened(tab, preview, FACT)
    tab.locator("summary", has_text="CSL").focus()
    tab.evaluate("() => getSelection().selectAllChildren(document.getElementById('Chain'))")
    preview.edit(FACTS, OLD, NEW)
    expect(tab.locator("h1")).to_contain_text("talked")
    assert "CSL" in tab.evaluate("document.activeElement.textContent")
    assert tab.evaluate("String(getSelection())") == "How the words came here"


def test_what_was_typed_stays(preview: Preview, tab: "Page") -> None:
    preview.edit(
        "themes/default/fact.html",
        '<section aria-labelledby="Evidence">',
        '<input name="mine" aria-label="Mine"><section aria-labelledby="Evidence">',
    )
    tab.goto(preview.url(FACT))
    typed = tab.locator("[name=mine]")
    typed.press_sequentially("a thought")
    preview.edit(FACTS, OLD, NEW)
    expect(tab.locator("h1")).to_contain_text("talked")
    expect(typed).to_have_value("a thought")
    expect(typed).to_be_focused()


def test_an_open_note_of_a_citation_stays_open(preview: Preview, tab: "Page") -> None:
    opened(tab, preview, "index.html")
    tab.locator(".cite-mark").nth(3).click()
    note = tab.locator(".cite-note").nth(3)
    expect(note).to_be_visible()
    preview.edit(HOME, "Each mark leads", "Every mark leads")
    expect(tab.locator("main")).to_contain_text("Every mark leads")
    expect(note).to_be_visible()
    tab.locator("h1").hover()
    tab.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_a_tab_that_slept_catches_up(preview: Preview, tab: "Page") -> None:
    opened(tab, preview, FACT)
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.evaluate(HIDDEN, True)
    other = tab.context.new_page()
    opened(other, preview, FACT)
    preview.edit(FACTS, OLD, NEW)
    expect(other.locator("h1")).to_contain_text("talked")
    assert not [url for url in requests if "/assets/" not in url], "a hidden tab asks for nothing"
    expect(tab.locator("h1")).to_contain_text("spoke")
    tab.evaluate(HIDDEN, False)
    expect(tab.locator("h1")).to_contain_text("talked")
    assert tab.evaluate("window.mine")


def test_many_saves_in_a_row_end_in_the_newest_with_one_request_at_a_time(
    preview: Preview, tab: "Page"
) -> None:
    opened(tab, preview, FACT)
    tab.evaluate(
        """() => {
            const real = window.fetch;
            let under = 0;
            window.most = 0;
            window.fetch = async (...asked) => {
                most = Math.max(most, ++under);
                try { return await real(...asked); } finally { under -= 1; }
            };
        }"""
    )
    text = preview.file(FACTS).read_text(encoding="utf-8")
    for number in range(40):
        preview.write(FACTS, text.replace(OLD, f"John Legend talked, so save {number}, to the"))
        tab.wait_for_timeout(20)
    preview.write(FACTS, text.replace(OLD, NEW))
    expect(tab.locator("h1")).to_contain_text("talked to the")
    assert tab.evaluate("most") == 1
    assert tab.evaluate("window.mine")


def test_a_server_that_goes_and_comes_is_told_quietly_and_caught_up_with(
    preview: Preview, tab: "Page"
) -> None:
    opened(tab, preview, FACT)
    stopped = tab.locator(".sp-stopped")
    expect(stopped).to_be_hidden()
    preview.server.stop()
    expect(stopped).to_be_visible()
    expect(tab.locator("h1")).to_contain_text("spoke")
    preview.edit(FACTS, OLD, NEW)
    port = re.sub(r"\D", "", preview.address.rpartition(":")[2])
    again = Server(preview.project, "--port", port)
    try:
        assert again.address() == preview.address
        expect(stopped).to_be_hidden(timeout=10_000)
        expect(tab.locator("h1")).to_contain_text("talked")
        assert tab.evaluate("window.mine")
    finally:
        again.stop()


def test_going_back_shows_the_newest(preview: Preview, tab: "Page") -> None:
    opened(tab, preview, FACT)
    tab.goto(preview.url("facts.html"))
    preview.edit(FACTS, OLD, NEW)
    expect(tab.locator("main")).to_contain_text(NEW)
    tab.go_back()
    expect(tab.locator("h1")).to_contain_text("talked")
