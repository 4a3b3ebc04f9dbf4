"""Annotating in the preview: words of an article become a fact, or are left out with a reason."""

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.preview.conftest import Preview
from tests.browser.preview.harbour import (
    FACTS,
    PAGE,
    article,
    drag,
    facts,
    field,
    figure,
    focused,
    harbour,
    part,
    saved,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["article", "harbour"]  # fixtures
pytestmark = pytest.mark.browser


def wait_for_open(page: "Page", count: int) -> None:
    """Until so many tokens are open: the site has been built anew, and the page has heard of it."""
    part(page, ".figure").filter(has_text=re.compile(rf"^{count} of ")).wait_for()


def test_a_quotation_over_two_lines_becomes_a_fact_with_a_page(
    harbour: Preview, article: "Page"
) -> None:
    """By hand: one drag, and two keys. Its speaker is found by the check."""
    drag(article, (4, "We don"), (5, "now,"))
    article.keyboard.press("a")
    panel = part(article, ".panel")
    panel.wait_for()
    assert "We don’t mean to begin now," in panel.locator("blockquote").inner_text()
    assert "matches our copy of the source, lines 4–5" in panel.inner_text()
    assert panel.locator(":checked").first.get_attribute("value") == "quote"
    assert field(article, "speaker").input_value() == "ada-finch"
    name = field(article, "id").input_value()
    article.keyboard.press("Control+Enter")
    saved(article)
    assert not panel.is_visible()

    written = facts(harbour)
    assert written.startswith(FACTS.rstrip("\n"))  # comments and all
    assert "speaker: ada-finch" in written[len(FACTS) :]
    article.locator(f'#L5 mark[data-facts~="{name}"]').wait_for()  # the page has come to it
    article.keyboard.press("Enter")  # on the link that has the focus
    article.wait_for_url(harbour.url(f"facts/{name}.html"))
    words = article.locator(".evidence").first.inner_text()
    assert " ".join(words.split()).find("We don’t mean to begin now,") >= 0


def test_an_error_is_shown_at_its_field_and_nothing_is_written(
    harbour: Preview, article: "Page"
) -> None:
    drag(article, (8, "The pier"), (8, "long."))
    article.keyboard.press("a")
    part(article, ".kinds").get_by_label("Claim").check()
    field(article, "claim").fill("The pier is 80 feet long.")
    article.keyboard.press("Control+Enter")
    problem = part(article, ".of-claim .problem")
    problem.first.wait_for()
    assert "80" in problem.first.inner_text()
    assert focused(article) == "field-claim"
    assert field(article, "claim").get_attribute("aria-invalid") == "true"
    assert field(article, "claim").input_value() == "The pier is 80 feet long."
    assert facts(harbour) == FACTS

    field(article, "claim").fill("The pier is 90 feet long.")
    article.keyboard.press("Control+Enter")
    saved(article)
    assert "The pier is 90 feet long." in facts(harbour)


def test_a_fact_is_taken_back_on_its_own_page(harbour: Preview, article: "Page") -> None:
    page = article.url
    drag(article, (3, "We have"), (3, "night,"))
    article.keyboard.press("a")
    name = field(article, "id").input_value()
    article.keyboard.press("Control+Enter")
    saved(article)
    article.locator(f'#L3 mark[data-facts~="{name}"]').wait_for()
    part(article, ".toast").get_by_role("link").click()
    article.wait_for_url(harbour.url(f"facts/{name}.html"))
    part(article, ".toast").get_by_role("button", name="Undo").click()
    part(article, ".toast").filter(has_text="taken back").wait_for()
    assert facts(harbour) == FACTS
    article.wait_for_url(page)  # the fact's own page is gone, and told nothing any more
    article.locator(f'#L3 mark[data-facts~="{name}"]').wait_for(state="detached")
    assert part(article, ".toast").is_visible()
    article.reload()
    assert not part(article, ".toast").is_visible()


def test_a_passage_is_left_out_with_a_reason_and_taken_back(
    harbour: Preview, article: "Page"
) -> None:
    before, _ = figure(article)
    drag(article, (7, "About"), (7, "people"))
    article.keyboard.press("s")
    field(article, "because").wait_for()
    assert focused(article) == "field-because"
    article.keyboard.press("Control+Enter")
    part(article, ".problem").wait_for()  # without a reason nothing is left out
    assert facts(harbour) == FACTS
    field(article, "because").fill("The Gazette does not say who counted.")
    article.keyboard.press("Control+Enter")
    saved(article)
    assert "The Gazette does not say who counted." in facts(harbour).partition("skip:")[2]
    wait_for_open(article, before - 1)
    part(article, ".toast").get_by_role("button", name="Undo").click()
    wait_for_open(article, before)
    assert facts(harbour) == FACTS


def test_a_citation_is_copied_and_shown(harbour: Preview, article: "Page") -> None:
    article.context.grant_permissions(["clipboard-read", "clipboard-write"])
    drag(article, (4, "We don"), (5, "now,"))
    article.keyboard.press("c")
    part(article, ".toast pre").wait_for()
    shown = part(article, ".toast pre").inner_text()
    assert "lines: 4-5" in shown
    copied = article.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == shown.strip()
    assert "is copied" in part(article, ".toast").inner_text()
    assert facts(harbour) == FACTS


def test_a_citation_is_shown_where_the_clipboard_is_closed(article: "Page") -> None:
    article.evaluate("() => Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    drag(article, (4, "We don"), (5, "now,"))
    part(article, ".bar").get_by_role("button", name="Copy citation").click()
    part(article, ".toast pre").wait_for()
    assert "keeps its clipboard closed" in part(article, ".toast").inner_text()


def test_what_is_typed_outlives_escape_and_a_new_start(article: "Page") -> None:
    drag(article, (8, "The pier"), (8, "long."))
    article.keyboard.press("a")
    part(article, ".kinds").get_by_label("Claim").check()
    field(article, "claim").fill("A pier of 90 feet")
    article.keyboard.press("Escape")
    part(article, ".panel").wait_for(state="hidden")
    resume = part(article, ".status").get_by_role("button", name="Go on with a draft")
    resume.wait_for()
    article.reload()
    resume.click()
    field(article, "claim").wait_for()
    assert field(article, "claim").input_value() == "A pier of 90 feet"
    part(article, ".panel").get_by_role("button", name="Discard").click()
    part(article, ".panel").wait_for(state="hidden")
    assert not resume.is_visible()


def test_other_words_take_the_place_of_those_chosen_and_what_is_typed_stays(
    article: "Page",
) -> None:
    drag(article, (8, "The pier"), (8, "pier"))
    article.keyboard.press("a")
    part(article, ".kinds").get_by_label("Claim").check()
    field(article, "claim").fill("The pier is 90 feet long.")
    drag(article, (8, "The pier"), (8, "long."))
    article.keyboard.press("a")
    part(article, "blockquote").filter(has_text="90 feet").wait_for()
    assert field(article, "claim").input_value() == "The pier is 90 feet long."


def test_a_new_build_leaves_the_form_as_it_is(harbour: Preview, article: "Page") -> None:
    drag(article, (8, "The pier"), (8, "long."))
    article.keyboard.press("a")
    part(article, ".kinds").get_by_label("Claim").check()
    field(article, "claim").fill("The pier is")
    harbour.edit("content/sources.yaml", "publisher: Harbour Gazette", "publisher: The Gazette")
    article.locator("dd", has_text="The Gazette").first.wait_for()
    assert focused(article) == "field-claim"
    article.keyboard.type(" 90 feet long.")
    assert field(article, "claim").input_value() == "The pier is 90 feet long."
    article.keyboard.press("Control+Enter")
    saved(article)


def test_where_the_server_gives_no_token_nothing_is_shown(harbour: Preview, tab: "Page") -> None:
    tab.goto(harbour.url("index.html"))
    begin = """async ([token, page]) => {
        const client = document.querySelector('script[src^="/_sitegen/assets/"]');
        const {start} = await import(new URL("annotate.js", client.src));
        start({token, page, build: "", get: async () => ({}), post: async () => ({})});
        return document.querySelector("sitegen-annotate") !== null;
    }"""
    assert not tab.evaluate(begin, ["", PAGE])
    assert not tab.evaluate(begin, ["a token", "index.html"])
    assert tab.evaluate(begin, ["a token", PAGE])
