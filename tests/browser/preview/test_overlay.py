"""Errors on the page: the words of the check, for every eye and hand, and out of the way."""

import subprocess
import sys
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.making import DESK, PHONE
from tests.browser.preview.conftest import Preview
from tests.conftest import require_file

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

FACTS = "content/facts/inquisitr-2018.yaml"
FACT = "facts/legend-on-podcast.html"
BROKEN = (
    ("He said it multiple times,", "He said it many many times,"),
    ("date: 2018-09-07", "date: 2018-09-08"),
    ("according_to: john-legend", "according_to: jon-legend"),
)
WARNED = ("claim: John Legend spoke", "claim: John Legend never spoke")
AXE = """
async () => (await axe.run(document, {
    resultTypes: ["violations"],
    rules: {"target-size": {enabled: true}},
})).violations.flatMap(rule => rule.nodes.filter(
    node => String(node.target).includes("sitegen-preview")
).map(node => `${rule.id}: ${node.target.join(" ")}: ${node.html}`))
"""


def break_facts(preview: Preview) -> None:
    text = preview.file(FACTS).read_text(encoding="utf-8")
    for old, new in BROKEN:
        assert old in text
        text = text.replace(old, new, 1)
    preview.write(FACTS, text)


@pytest.fixture
def broken(preview: Preview, tab: "Page") -> "Page":
    """The page of a fact whose file is broken in three places."""
    tab.goto(preview.url(FACT))
    break_facts(preview)
    expect(tab.locator(".sp-item")).to_have_count(len(BROKEN))
    return tab


def words(text: str) -> str:
    """A text without what sets it in lines and columns, which a page does by other means."""
    return "".join(text.split())


def test_it_says_what_the_check_prints_word_for_word(preview: Preview, broken: "Page") -> None:
    command = [sys.executable, "-m", "sitegen", "-C", str(preview.project), "check", "--quiet"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    printed = done.stdout.strip().split("\n\n")
    shown = broken.locator(".sp-item").evaluate_all("items => items.map(item => item.textContent)")
    assert [words(text) for text in shown] == [words(text) for text in printed]
    beside = "list => [...list.firstChild.childNodes].filter(node => node.nodeName !== 'SECTION')"
    assert broken.locator(".sp-list").evaluate(f"list => ({beside})(list).length") == 0


def test_it_counts_in_its_head_and_groups_by_file(preview: Preview, broken: "Page") -> None:
    preview.edit("content/topics.yaml", "title:", "titel:")
    expect(broken.locator(".sp-path")).to_have_count(2)
    assert "error" in broken.locator(".sp-title").inner_text()
    assert broken.locator(".sp-note").inner_text() == "The page is the last good one."
    paths = [words(path) for path in broken.locator(".sp-name").all_text_contents()]
    assert paths == [FACTS, "content/topics.yaml"]


def test_each_place_opens_the_editor_there(preview: Preview, broken: "Page") -> None:
    link = broken.locator("a.sp-place").first.get_attribute("href")
    path = preview.file(FACTS).as_posix().replace(" ", "%20")
    assert link == f"vscode://file{path}:7:19"


def test_the_page_says_where_it_is_written(preview: Preview, tab: "Page") -> None:
    tab.goto(preview.url(FACT))
    edit = tab.locator(".sp-bar .sp-edit")
    expect(edit).to_have_text("Edit this fact")
    path = preview.file(FACTS).as_posix().replace(" ", "%20")
    assert edit.get_attribute("href") == f"vscode://file{path}:20:3"
    preview.edit(FACTS, "facts:\n", "\n\nfacts:\n")
    expect(edit).to_have_attribute("href", f"vscode://file{path}:22:3")
    for page, noun in (
        ("sources/inquisitr-2018.html", "source"),
        ("people/john-legend.html", "person"),
        ("topics/run-2024.html", "topic"),
        ("index.html", "page"),
    ):
        tab.goto(preview.url(page))
        expect(edit).to_have_text(f"Edit this {noun}")
    tab.goto(preview.url("facts.html"))
    expect(tab.locator("h1")).to_be_visible()
    expect(edit).to_be_hidden()


def test_it_never_takes_the_focus(preview: Preview, tab: "Page") -> None:
    tab.goto(preview.url(FACT))
    tab.locator("summary").first.focus()
    break_facts(preview)
    expect(tab.locator(".sp-sheet")).to_be_visible()
    expect(tab.locator("summary").first).to_be_focused()


@pytest.mark.parametrize("by", ["key", "button"])
def test_it_is_folded_and_stays_so_while_the_errors_stay(
    by: str, preview: Preview, broken: "Page"
) -> None:
    sheet, pill = broken.locator(".sp-sheet"), broken.locator(".sp-problems")
    if by == "key":
        broken.keyboard.press("Escape")
    else:
        broken.locator(".sp-fold").click()
        expect(pill).to_be_focused()
    expect(sheet).to_be_hidden()
    expect(pill).to_have_text("3 errors")
    preview.edit(FACTS, "jon-legend", "joan-legend")
    preview.edit(FACTS, "many many", "multiple")
    expect(pill).to_have_text("2 errors")
    expect(sheet).to_be_hidden()
    pill.press("Enter")
    expect(sheet).to_be_visible()
    expect(broken.locator(".sp-list")).to_be_focused()


def test_folded_or_not_the_next_errors_show_themselves(preview: Preview, broken: "Page") -> None:
    good = preview.file(FACTS).read_text(encoding="utf-8")
    for old, new in BROKEN:
        good = good.replace(new, old)
    broken.keyboard.press("Escape")
    preview.write(FACTS, good)
    expect(broken.locator(".sp-problems")).to_be_hidden()
    break_facts(preview)
    expect(broken.locator(".sp-sheet")).to_be_visible()


def test_a_fold_holds_on_the_next_page_too(preview: Preview, broken: "Page") -> None:
    broken.keyboard.press("Escape")
    broken.goto(preview.url("index.html"))
    expect(broken.locator(".sp-problems")).to_be_visible()
    expect(broken.locator(".sp-sheet")).to_be_hidden()


def test_the_page_below_stays_usable(broken: "Page") -> None:
    broken.locator("summary").last.click()
    broken.mouse.move(1200, 200)
    broken.mouse.wheel(0, 20_000)
    footer, sheet = broken.locator("footer").last, broken.locator(".sp-sheet")
    expect(footer).to_be_in_viewport()
    broken.wait_for_timeout(100)
    bottom = footer.evaluate("footer => footer.getBoundingClientRect().bottom")
    top = sheet.evaluate("sheet => sheet.getBoundingClientRect().top")
    assert bottom <= top


def test_warnings_are_a_quiet_count_that_opens(preview: Preview, tab: "Page") -> None:
    tab.goto(preview.url(FACT))
    preview.edit(FACTS, *WARNED)
    pill, sheet = tab.locator(".sp-problems"), tab.locator(".sp-sheet")
    expect(pill).to_have_text("1 warning")
    expect(tab.locator("h1")).to_contain_text("never")
    expect(sheet).to_be_hidden()
    pill.click()
    expect(tab.locator(".sp-item")).to_contain_text("warning[claim-negation]")
    preview.edit(FACTS, WARNED[1], WARNED[0])
    expect(sheet).to_be_hidden()
    expect(pill).to_be_hidden()


def test_a_screen_reader_hears_of_errors_and_of_their_end(preview: Preview, broken: "Page") -> None:
    status = broken.get_by_role("status")
    expect(status).to_contain_text("3 errors: there is no person")
    text = preview.file(FACTS).read_text(encoding="utf-8")
    for old, new in BROKEN:
        text = text.replace(new, old)
    preview.write(FACTS, text)
    expect(status).to_have_text("All is mended.")


def test_a_first_build_that_fails_shows_why_and_then_the_page(
    preview: Preview, tab: "Page"
) -> None:
    from tests.browser.preview.conftest import Server

    break_facts(preview)
    server = Server(preview.project, "--port", "0")
    try:
        tab.goto(f"{server.address()}{FACT}")
        expect(tab.locator(".sp-item")).to_have_count(len(BROKEN))
        expect(tab.locator(".sp-note")).to_have_text("The page comes when these are mended.")
        text = preview.file(FACTS).read_text(encoding="utf-8")
        for old, new in BROKEN:
            text = text.replace(new, old)
        preview.write(FACTS, text)
        expect(tab.locator("h1")).to_contain_text("John Legend spoke")
        expect(tab.locator(".sp-sheet")).to_be_hidden()
    finally:
        server.stop()


@pytest.mark.parametrize(
    ("size", "scheme"), [(DESK, "light"), (DESK, "dark"), (PHONE, "light"), (PHONE, "dark")]
)
def test_axe_finds_nothing_in_it(
    size: tuple[int, int], scheme: Literal["light", "dark"], preview: Preview, browser: "Browser"
) -> None:
    axe = require_file("axe-core/axe.min.js")
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce",  # else colours are judged half faded in
        bypass_csp=True,
    )
    tab = context.new_page()
    tab.goto(preview.url(FACT))
    break_facts(preview)
    expect(tab.locator(".sp-item")).to_have_count(len(BROKEN))
    tab.evaluate(axe.read_text(encoding="utf-8"))
    assert tab.evaluate(AXE) == []
    tab.keyboard.press("Escape")
    expect(tab.locator(".sp-problems")).to_be_visible()
    assert tab.evaluate(AXE) == []
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_long_lines_scroll_within_their_box_and_nothing_else_does(
    size: tuple[int, int], preview: Preview, broken: "Page"
) -> None:
    broken.set_viewport_size({"width": size[0], "height": size[1]})
    wide = """element => element.scrollWidth > element.clientWidth"""
    assert not broken.evaluate(f"({wide})(document.documentElement)")
    assert not broken.locator(".sp-list").evaluate(wide)
    frames = broken.locator(".sp-frame")
    scrolling = [frame for frame in frames.all() if frame.evaluate(wide)]
    assert bool(scrolling) == (size == PHONE)
    for frame in scrolling:
        expect(frame).to_have_attribute("tabindex", "0")


def test_nothing_in_it_is_against_the_policy_of_the_page(preview: Preview, tab: "Page") -> None:
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda problem: said.append(str(problem)))
    tab.goto(preview.url(FACT))
    break_facts(preview)
    expect(tab.locator(".sp-item")).to_have_count(len(BROKEN))
    tab.locator(".sp-fold").click()
    tab.locator(".sp-problems").click()
    assert said == []
