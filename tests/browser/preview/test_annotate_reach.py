"""Annotating for every hand: by keyboard, on a phone, with a screen reader; and the margin."""

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
from tests.browser.test_standards import AXE
from tests.conftest import require_file

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["article", "harbour"]  # fixtures
pytestmark = pytest.mark.browser

PAINTED = "name => [...CSS.highlights.get(`sitegen-${name}`) ?? []].map(String)"
CHOSEN = "() => String(getSelection())"


def test_what_nothing_covers_is_underlined_and_counted_in_the_margin(article: "Page") -> None:
    """The date of line 7 is covered, its figure is not."""
    assert figure(article) == (4, 5)
    over_two_lines = ["“We don’t mean", "to begin now,”"]
    assert article.evaluate(PAINTED, "open") == [
        "“We have never missed a night,”",
        *over_two_lines,
        "1,200",
        "90",
    ]
    counts = part(article, ".count")
    labels = counts.evaluate_all("all => all.map(one => one.ariaLabel)")
    assert "Line 3: 1 open" in labels
    counts.and_(article.get_by_label("Line 7")).click()
    menu = part(article, ".menu")
    menu.wait_for()
    assert "1,200" in menu.inner_text()
    menu.get_by_role("button", name="Skip, because …: 1,200").click()
    field(article, "because").wait_for()
    assert "1,200 people" in part(article, "blockquote").inner_text()


def test_the_counts_stand_beside_their_lines(article: "Page") -> None:
    for line in (3, 7):
        count = part(article, f'.count[aria-label^="Line {line}:"]').bounding_box()
        number = article.locator(f"#L{line} .digits").bounding_box()
        assert count is not None
        assert number is not None
        assert abs(count["y"] + count["height"] / 2 - number["y"] - number["height"] / 2) < 4
        assert count["x"] + count["width"] < number["x"]


def test_the_marks_are_put_away_and_stay_away(article: "Page") -> None:
    part(article, ".status").get_by_role("button", name="Hide marks").click()
    assert article.evaluate(PAINTED, "open") == []
    assert part(article, ".count").count() == 0
    article.reload()
    part(article, ".status").get_by_role("button", name="Show marks").click()
    assert article.evaluate(PAINTED, "open") != []


def test_keys_walk_through_what_is_open(article: "Page") -> None:
    article.keyboard.press("n")
    part(article, ".bar").wait_for()
    assert article.evaluate(CHOSEN) == "We have never missed a night,"
    article.keyboard.press("n")
    article.wait_for_function(f"() => ({CHOSEN})().startsWith('We don')")
    article.keyboard.press("p")
    article.wait_for_function(f"() => ({CHOSEN})().startsWith('We have')")


def test_a_fact_by_keyboard_alone(harbour: Preview, article: "Page") -> None:
    """From the number of a line: words by arrows, its sentence by Space, the form, and save."""
    article.locator("#L8 .line-number").focus()
    article.keyboard.press("w")
    assert article.evaluate(CHOSEN) == "The"
    article.keyboard.press("ArrowRight")
    assert article.evaluate(CHOSEN) == "pier"
    article.keyboard.press("Shift+ArrowRight")
    article.keyboard.press("Shift+ArrowRight")
    assert article.evaluate(CHOSEN) == "pier is 90"
    article.keyboard.press("Shift+ArrowLeft")
    assert article.evaluate(CHOSEN) == "pier is"
    article.keyboard.press("Space")
    assert article.evaluate(CHOSEN) == "The pier is 90 feet long."
    article.keyboard.press("Tab")
    assert focused(article).startswith("Annotate")
    article.keyboard.press("ArrowRight")
    assert focused(article).startswith("Copy citation")
    article.keyboard.press("ArrowLeft")
    article.keyboard.press("Enter")
    part(article, ".panel").wait_for()
    article.keyboard.press("Escape")
    part(article, ".panel").wait_for(state="hidden")
    assert article.evaluate(CHOSEN) == "The pier is 90 feet long."  # a key goes on from there
    article.keyboard.press("a")
    part(article, ".panel").wait_for()
    if not focused(article).startswith("field-claim"):
        field(article, "claim").focus()
    article.keyboard.type("The pier is 90 feet long.")
    article.keyboard.press("Control+Enter")
    saved(article)
    assert len(facts(harbour)) > len(FACTS)
    assert focused(article).startswith("See the fact")


def test_keys_are_left_to_who_types(article: "Page") -> None:
    """The letters that act on the page are letters in a field."""
    drag(article, (8, "The pier"), (8, "long."))
    article.keyboard.press("a")
    part(article, ".kinds").get_by_label("Claim").check()
    field(article, "claim").focus()
    article.keyboard.type("a c s n p w")
    assert field(article, "claim").input_value() == "a c s n p w"
    assert part(article, ".panel h2").inner_text() == "Annotate"


def test_the_keys_can_be_put_out(article: "Page") -> None:
    part(article, ".status").get_by_role("button", name="Keys").click()
    drag(article, (8, "The pier"), (8, "long."))
    article.keyboard.press("n")
    article.keyboard.press("a")
    assert article.evaluate(CHOSEN) == "The pier is 90 feet long."
    assert not part(article, ".panel").is_visible()
    part(article, ".bar").get_by_role("button", name="Annotate").click()
    part(article, ".panel").wait_for()


@pytest.fixture
def phone(harbour: Preview, browser: "Browser") -> "Page":
    """The article on a phone."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(harbour.url(PAGE))
    part(page, ".figure").filter(has_text="open").wait_for()
    return page


def test_on_a_phone_all_of_it_fits_and_the_words_stay_in_sight(phone: "Page") -> None:
    try:
        status = part(phone, ".status").bounding_box()
        assert status is not None
        assert status["height"] < 60  # one row
        part(phone, ".status").get_by_role("button", name="Next").tap()
        bar = part(phone, ".bar")
        bar.wait_for()
        bar.get_by_role("button", name="Annotate").tap()
        panel = part(phone, ".panel")
        panel.wait_for()
        box = panel.bounding_box()
        assert box is not None
        assert (box["x"], box["width"]) == (0, 360)
        assert round(box["y"] + box["height"]) == 740
        words = phone.evaluate(
            "() => getSelection().getRangeAt(0).getBoundingClientRect().toJSON()"
        )
        assert 0 <= words["top"] < words["bottom"] <= box["y"]
        assert phone.evaluate("document.documentElement.scrollWidth") == 360
        rights = "all => all.map(one => one.getBoundingClientRect().right)"
        assert max(panel.locator("*").evaluate_all(rights)) <= 360
    finally:
        phone.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing(article: "Page", width: int, scheme: str) -> None:
    """In the margin's menu, the bar, the form with a problem, the skip, and what was done."""
    axe = require_file("axe-core/axe.min.js").read_text(encoding="utf-8")
    article.set_viewport_size({"width": width, "height": 900})
    article.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    article.evaluate(axe)
    found = {"margin": article.evaluate(AXE, [])}
    part(article, ".count").first.click()
    found["menu"] = article.evaluate(AXE, [])
    article.keyboard.press("Escape")
    article.keyboard.press("n")
    part(article, ".bar").wait_for()
    found["bar"] = article.evaluate(AXE, [])
    article.keyboard.press("c")
    part(article, ".toast").wait_for()
    found["toast"] = article.evaluate(AXE, [])
    article.keyboard.press("a")
    part(article, ".panel").wait_for()
    for summary in part(article, ".panel summary").all():
        summary.click()
    field(article, "id").fill("Not an id")
    article.keyboard.press("Control+Enter")
    part(article, ".of-id .problem").first.wait_for()
    found["form"] = article.evaluate(AXE, [])
    assert {where: what for where, what in found.items() if what} == {}
