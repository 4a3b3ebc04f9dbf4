"""What a quick hand meets: nothing jumps, keys mean what is seen, refusals read as sentences."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.preview.conftest import Preview
from tests.browser.preview.harbour import SELECT, article, drag, field, harbour, part

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["article", "harbour"]  # fixtures
pytestmark = pytest.mark.browser

TOP = "document.querySelector('#L8').getBoundingClientRect().top"


def test_the_page_stays_where_it_is_when_the_form_is_put_away(article: "Page") -> None:
    drag(article, (8, "The pier"), (8, "long."))
    article.mouse.wheel(0, -250)  # the words stand low in the window
    article.wait_for_function(f"() => {TOP} > innerHeight * 0.6")
    article.keyboard.press("a")
    part(article, ".panel").wait_for()
    before = article.evaluate(TOP)
    article.keyboard.press("Escape")
    part(article, ".panel").wait_for(state="hidden")
    assert article.evaluate(TOP) == before


def test_a_key_right_behind_the_mouse_means_the_new_words(article: "Page") -> None:
    """Not those chosen before, although a selection is read only once it rests."""
    drag(article, (8, "The pier"), (8, "long."))
    places = [[7, "The lamp", False], [7, "1871", True]]
    left, top, right, bottom = article.evaluate(SELECT, places)
    article.mouse.move(left, top)
    article.mouse.down()
    article.mouse.move(right, bottom)
    article.mouse.up()
    article.keyboard.press("a")
    part(article, ".panel").wait_for()
    assert part(article, "blockquote").inner_text() == "The lamp was first lit on 4 May 1871"


def test_a_refusal_reads_as_sentences(preview: Preview, tab: "Page") -> None:
    """And is seen, also where the problems of the project take the room."""
    tab.set_viewport_size({"width": 800, "height": 800})
    tab.goto(preview.url("sources/election-count-2020.html"))
    part(tab, ".figure").wait_for()
    preview.edit("content/facts/inquisitr-2018.yaml", "lines: 5", "lines: 6")
    tab.locator(".sp-item").first.wait_for()
    assert not part(tab, ".status").is_visible()
    drag(tab, (15, "For Biden"), (15, "withheld]"))
    tab.keyboard.press("a")
    told = part(tab, ".toast > p")
    told.first.wait_for()
    for words in told.all_inner_texts():
        assert words[0].isupper()
        assert words.endswith(".")
    tab.get_by_role("button", name="Close").click()  # refused where something lies above it
    told.first.wait_for(state="detached")


def test_a_fact_that_no_page_shows_yet_is_told_so(harbour: Preview, article: "Page") -> None:
    harbour.edit("content/facts/inquisitr-2018.yaml", "lines: 5", "lines: 6")
    article.locator(".sp-item").first.wait_for()
    drag(article, (8, "The pier"), (8, "long."))
    article.keyboard.press("a")
    field(article, "claim").fill("The pier is 90 feet long.")
    article.keyboard.press("Control+Enter")
    toast = part(article, ".toast")
    toast.get_by_role("button", name="Undo").wait_for()
    assert "when the errors of the project are mended" in toast.inner_text()
    assert toast.get_by_role("link").count() == 0
