"""What an editor saves, the open page shows: edited, broken, mended, deleted, renamed."""

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.preview.conftest import Preview

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

FACTS = "content/facts/inquisitr-2018.yaml"
FACT = "facts/legend-on-podcast.html"
CLAIM = "John Legend spoke to the journalist Dan Wootton on Wootton’s podcast."
SHEET = "themes/default/styles/35-text.css"
ARTICLE = "seeds/001_c9114db5fbd8a4af.txt"
NEVER_LOADED_AGAIN = "() => { window.mine = true; }"


EXTRA = (
    "\nfacts:\n",
    """
facts:
  one-more:
    kind: claim
    claim: John Legend spoke at length.
    cite:
      lines: 7
      exact: Legend told journalist Dan Wootton

""",
)


def opened(tab: "Page", preview: Preview, path: str) -> None:
    """A page with a mark on it that is lost when it is loaded anew, and its stream open."""
    with tab.expect_request("**/_sitegen/page?*"):
        tab.goto(preview.url(path))
    tab.evaluate(NEVER_LOADED_AGAIN)


def stayed(tab: "Page") -> bool:
    """Whether the page is still the one that was opened, and not loaded anew."""
    return bool(tab.evaluate("window.mine === true"))


def test_an_edited_fact_is_shown_in_place(preview: Preview, tab: "Page") -> None:
    opened(tab, preview, FACT)
    preview.edit(FACTS, "John Legend spoke to the", "John Legend talked to the")
    expect(tab.locator("h1")).to_have_text(CLAIM.replace("spoke", "talked"))
    expect(tab).to_have_title(f"{CLAIM.replace('spoke', 'talked')} – Kanye West and the presidency")
    assert stayed(tab)


def test_an_edited_page_is_shown_in_place(preview: Preview, tab: "Page") -> None:
    opened(tab, preview, "index.html")
    preview.edit("content/pages/index.md", "Each mark leads", "Every mark leads")
    expect(tab.locator("main")).to_contain_text("Every mark leads")
    assert stayed(tab)


def test_an_edited_template_is_shown_in_place(preview: Preview, tab: "Page") -> None:
    opened(tab, preview, FACT)
    preview.edit("themes/default/fact.html", "How the words came here", "The way of the words")
    expect(tab.locator("#Chain")).to_have_text("The way of the words")
    assert stayed(tab)


def test_an_edited_style_sheet_takes_the_place_of_the_old(preview: Preview, tab: "Page") -> None:
    opened(tab, preview, FACT)
    sheets = tab.locator('head > link[rel="stylesheet"]')
    old, number = sheets.first.get_attribute("href"), sheets.count()
    tab.evaluate(  # what a reader would see between the two
        """() => {
            window.bare = 0;
            const look = () => {
                bare += [...document.styleSheets].every(sheet => sheet.cssRules.length < 9);
                requestAnimationFrame(look);
            };
            look();
        }"""
    )
    preview.edit(SHEET, "h1", "h1 { letter-spacing: 3px; } h1")
    expect(tab.locator("h1")).to_have_css("letter-spacing", "3px")
    expect(sheets).to_have_count(number)
    assert sheets.first.get_attribute("href") != old
    assert tab.evaluate("bare") == 0
    assert stayed(tab)


def test_an_edited_article_is_shown_in_place(preview: Preview, tab: "Page") -> None:
    """Words that nothing cites; the source's digest is accepted anew, as an editor would."""
    source = "sources/inquisitr-2018.html"
    opened(tab, preview, source)
    preview.edit(ARTICLE, "Legend believes", "Mr. Legend believes")
    expect(tab.locator(".sp-item").first).to_contain_text("error[source-changed]")
    accept = ["-C", str(preview.project), "check", "--accept-source", "inquisitr-2018", "--quiet"]
    command = [sys.executable, "-m", "sitegen", *accept]
    subprocess.run(command, check=False, capture_output=True)
    expect(tab.locator("#L15")).to_contain_text("Mr. Legend believes")
    assert stayed(tab)


@pytest.mark.parametrize(
    ("path", "good", "bad", "code"),
    [
        (FACTS, "    kind: date\n", "    kind: [date\n", "yaml-syntax"),
        (
            FACTS,
            "exact: Legend told journalist",
            "exact: Legend told a journalist",
            "quote-mismatch",
        ),
        ("themes/default/fact.html", "{% if fact.value %}", "{% if fact.value %", "template-error"),
        (
            "themes/default/fact.html",
            "{{ fact.kind_label }}",
            "{{ fact.no_such }}",
            "template-error",
        ),
        (SHEET, "{", "{{", "template-error"),
        (ARTICLE, "Dan Wootton", "Dan Wooton", "source-changed"),
        (
            "content/pages/index.md",
            "{person}`john-legend`",
            "{person}`jon-legend`",
            "unknown-person",
        ),
    ],
    ids=["yaml", "words", "template", "view", "style sheet", "article", "page"],
)
def test_what_is_broken_is_told_on_the_page_and_goes_when_it_is_mended(
    path: str, good: str, bad: str, code: str, preview: Preview, tab: "Page"
) -> None:
    opened(tab, preview, FACT)
    text = preview.file(path).read_text(encoding="utf-8")
    preview.edit(path, good, bad)
    expect(tab.locator(".sp-item").filter(has_text=f"error[{code}]").first).to_be_visible()
    expect(tab.locator("h1")).to_have_text(CLAIM)
    preview.write(path, text)
    expect(tab.locator(".sp-sheet")).to_be_hidden()
    expect(tab.locator(".sp-problems")).to_be_hidden()
    assert stayed(tab)


def test_a_deleted_fact_is_gone_and_comes_back(preview: Preview, tab: "Page") -> None:
    """The page says so at the same address, and waits there."""
    text = preview.file(FACTS).read_text(encoding="utf-8")
    preview.edit(FACTS, *EXTRA)
    tab.goto(preview.url("facts/one-more.html"))
    expect(tab.locator("h1")).to_contain_text("at length")
    preview.write(FACTS, text)
    expect(tab.locator("h1")).to_have_text("This page is not here")
    assert tab.url == preview.url("facts/one-more.html")
    preview.edit(FACTS, *EXTRA)
    expect(tab.locator("h1")).to_contain_text("at length")


def test_a_renamed_fact_is_found_under_its_new_address(preview: Preview, tab: "Page") -> None:
    preview.edit(FACTS, *EXTRA)
    tab.goto(preview.url("facts/one-more.html"))
    expect(tab.locator("h1")).to_contain_text("at length")
    preview.edit(FACTS, "  one-more:", "  another-one:")
    expect(tab.locator("h1")).to_have_text("This page is not here")
    tab.goto(preview.url("facts/another-one.html"))
    expect(tab.locator("h1")).to_contain_text("at length")


def test_a_new_page_appears_where_somebody_waits_for_it(preview: Preview, tab: "Page") -> None:
    tab.goto(preview.url("news.html"))
    expect(tab.locator("h1")).to_have_text("This page is not here")
    preview.write("content/pages/news.md", "---\ntitle: What is new\n---\n\nNothing yet.\n")
    expect(tab.locator("h1")).to_have_text("What is new")


def test_a_page_whose_scripts_change_is_loaded_anew(preview: Preview, tab: "Page") -> None:
    opened(tab, preview, "index.html")
    script = 'script[src*="citations"]'
    old = tab.locator(script).get_attribute("src")
    preview.edit("themes/default/assets/citations.js", "(() => {", "(() => { // changed")
    expect(tab.locator(script)).not_to_have_attribute("src", str(old))
    assert not stayed(tab)


def test_two_tabs_both_follow(preview: Preview, browser: "Browser") -> None:
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    opened(one, preview, FACT)
    opened(two, preview, "facts.html")
    preview.edit(FACTS, "John Legend spoke to the", "John Legend talked to the")
    for tab in (one, two):
        expect(tab.locator("main")).to_contain_text("John Legend talked to the")
    context.close()
