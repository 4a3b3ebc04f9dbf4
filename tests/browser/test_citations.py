"""Citation marks as readers use them: by pointer, by touch, by keyboard; with scripts and without.

Source of the rules: WCAG 2.2, criterion 1.4.13 (what hover and focus show can be put away, entered,
and stays).
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.making import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

DESK, HALF, PHONE = (1440, 900), (1000, 800), (360, 740)
Home = Callable[..., "Page"]


@pytest.fixture
def home(site: Path, browser: "Browser") -> Iterator[Home]:
    """Opens the home page in a window of some size."""
    contexts = []

    def opened(size: tuple[int, int], *, scripts: bool = True) -> "Page":
        touch = size == PHONE
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=scripts,
            has_touch=touch,
            is_mobile=touch,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto((site / "index.html").as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


def third(page: "Page") -> tuple["Locator", "Locator"]:
    """A mark amid the text and the window, and its note, which has room below it."""
    mark, note = page.locator(".cite-mark").nth(2), page.locator(".cite-note").nth(2)
    mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
    return mark, note


def comes(note: "Locator") -> None:
    note.wait_for(state="visible", timeout=2000)


def goes(note: "Locator") -> None:
    note.wait_for(state="hidden", timeout=2000)


def has_focus(element: "Locator") -> bool:
    return bool(element.evaluate("element => element === document.activeElement"))


sizes = pytest.mark.parametrize("size", [DESK, HALF, PHONE], ids=["desk", "half a desk", "phone"])
scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@scripts
@pytest.mark.parametrize("size", [DESK, HALF], ids=["desk", "half a desk"])
def test_hover_shows_the_note_and_leaving_puts_it_away(
    size: tuple[int, int], scripts: bool, home: Home
) -> None:
    page = home(size, scripts=scripts)
    mark, note = third(page)
    assert not note.is_visible()
    mark.hover()
    comes(note)
    page.mouse.move(2, 2)
    goes(note)


@pytest.mark.parametrize("size", [DESK, HALF], ids=["desk", "half a desk"])
def test_the_pointer_can_enter_the_note_and_it_stays(size: tuple[int, int], home: Home) -> None:
    page = home(size)
    mark, note = third(page)
    mark.hover()
    comes(note)
    box = note.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 20, steps=3)
    page.wait_for_timeout(1200)  # longer than what lets the pointer cross
    assert note.is_visible()


@pytest.mark.parametrize("size", [DESK, HALF], ids=["desk", "half a desk"])
def test_escape_puts_away_what_hover_shows_until_the_pointer_comes_back(
    size: tuple[int, int], home: Home
) -> None:
    page = home(size)
    mark, note = third(page)
    mark.hover()
    comes(note)
    page.keyboard.press("Escape")
    assert not note.is_visible()
    page.mouse.move(2, 2)
    mark.hover()
    comes(note)


@sizes
@scripts
def test_the_keyboard_reaches_the_mark_its_note_and_the_links_in_it(
    size: tuple[int, int], scripts: bool, home: Home
) -> None:
    page = home(size, scripts=scripts)
    mark, note = third(page)
    mark.focus()
    comes(note)
    page.keyboard.press("Tab")
    assert has_focus(note.get_by_role("link").first)
    assert note.is_visible()


@sizes
def test_escape_in_the_note_puts_it_away_and_the_focus_returns(
    size: tuple[int, int], home: Home
) -> None:
    page = home(size)
    mark, note = third(page)
    mark.focus()
    comes(note)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert has_focus(mark)


@scripts
def test_a_tap_brings_the_note_within_a_phones_screen(scripts: bool, home: Home) -> None:
    page = home(PHONE, scripts=scripts)
    mark, note = third(page)
    mark.tap()
    comes(note)
    box = note.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE[0]
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= PHONE[1]


@sizes
def test_escape_closes_what_a_tap_or_enter_opens_and_the_focus_returns(
    size: tuple[int, int], home: Home
) -> None:
    page = home(size)
    mark, note = third(page)
    mark.focus()
    page.keyboard.press("Enter")
    assert note.evaluate("note => note.matches(':popover-open')")
    page.keyboard.press("Escape")
    goes(note)
    assert has_focus(mark)


def test_on_a_desk_the_note_stands_beside_the_text_and_covers_none(home: Home) -> None:
    page = home(DESK)
    mark, note = third(page)
    mark.hover()
    comes(note)
    beside = note.bounding_box()
    text = page.locator(".prose > p").first.bounding_box()
    assert beside is not None
    assert text is not None
    assert beside["x"] >= text["x"] + text["width"]
    assert beside["x"] + beside["width"] <= DESK[0]


def test_the_verdict_in_the_note_leads_to_the_words_which_light_up(home: Home) -> None:
    page = home(DESK)
    mark, note = third(page)
    mark.hover()
    comes(note)
    link = note.get_by_role("link").first
    assert "matches our copy of the source, line" in link.inner_text().replace("\xa0", " ")
    words = note.locator("mark").all_inner_texts()
    link.click()
    page.wait_for_url("**/sources/*.html#*")
    identifier = page.url.rpartition("#")[2]
    lit = page.locator(f'mark[data-facts~="{identifier}"]').all_inner_texts()
    assert lit == words


_PARTED = """() => [...document.querySelectorAll('.cite sup')].filter(mark => {
  let before = mark.parentNode.previousSibling
  while (before?.lastChild) before = before.lastChild
  if (before?.nodeType !== Node.TEXT_NODE || /\\s$/.test(before.data)) return false
  const end = document.createRange()
  end.setStart(before, before.data.length - 1)
  end.setEnd(before, before.data.length)
  const number = mark.querySelector('button').getBoundingClientRect()
  return number.top > end.getBoundingClientRect().bottom
}).length"""


def test_no_line_begins_with_a_mark(site: Path, browser: "Browser") -> None:
    with window(browser) as page:
        page.goto((site / "index.html").as_uri())
        assert page.locator(".cite sup").count() > 5
        parted = []
        for width in range(320, 1300, 14):
            page.set_viewport_size({"width": width, "height": 800})
            parted.append(page.evaluate(_PARTED))
    assert not any(parted)
