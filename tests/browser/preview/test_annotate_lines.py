"""From a selection on the page to places in the text, and back.

The page is made up here, as a source's page has its lines, and asks the scripts alone.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import sitegen.preview

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

ASSETS = Path(sitegen.preview.__file__).parent / "assets"
ADDRESS = "http://preview.test/"
# Line 2 has marks in marks and a note; 3 is blank; 4 to 6 are left out; 7 shows a part of its text;
# 8 has characters that JavaScript counts twice.
HTML = """
<!doctype html><html lang="en"><title>A source</title><h1 id="Title">Title</h1>
<ol class="lines">
<li class="line" id="L1" value="1"><a class="line-number" href="#L1">\
<span class="unseen">Line </span><span class="digits">1</span></a>\
<p class="line-text">The lamp was lit.</p></li>
<li class="line" id="L2" value="2"><a class="line-number" href="#L2">\
<span class="digits">2</span></a><p class="line-text">\
“We <mark data-facts="a">have <mark data-facts="b">never</mark> missed</mark> a night,”\
<span class="cite-note" popover>a note</span> said Finch’s son.</p>\
<ul class="line-facts"><li><a href="#a">Quote: never</a></li></ul></li>
<li class="line blank" id="L3" value="3"><a class="line-number" href="#L3">3</a>\
<p class="line-text"></p></li>
<li class="line elided" value="4"><span class="line-number">4–6</span><p class="line-text">\
<span id="L4"></span><span class="gap">[…]</span></p></li>
<li class="line" id="L7" value="7"><a class="line-number" href="#L7">7</a><p class="line-text">\
<span class="elided">[…]</span> About 1,200 people came. <span class="elided">[…]</span></p></li>
<li class="line" id="L8" value="8"><a class="line-number" href="#L8">8</a><p class="line-text">\
A 🎉🎉 party, 𝒜 it was.</p></li>
</ol><p id="After">After it.</p>
"""
PREPARE = """
async () => {
    const {Article} = await import("/annotate-lines.js");
    const {passageOf, sentence} = await import("/annotate-words.js");
    window.article = new Article();
    window.passageOf = token => passageOf(window.article, token);
    window.sentence = (text, words) => {
        const start = text.indexOf(words);
        const found = sentence(text, start, start + words.length, "en");
        return text.slice(found.start, found.end);
    };
    // [selector, number of the text node, offset]; without a number, the element itself
    window.passage = (from, to) => {
        const point = ([selector, number, offset]) => {
            const element = document.querySelector(selector);
            if (number === null) return [element, offset];
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            for (let left = number; left >= 0; left -= 1) walker.nextNode();
            return [walker.currentNode, offset];
        };
        const range = document.createRange();
        range.setStart(...point(from));
        range.setEnd(...point(to));
        const found = window.article.passage(range);
        return found && [found.start.line, found.start.column, found.end.line, found.end.column,
                         found.words];
    };
    window.wordsOf = (start, end) => String(window.article.range({start, end}));
}
"""
Passage = list[Any]
Point = tuple[str, int | None, int]


@pytest.fixture(scope="module")
def page(browser: "Browser") -> "Iterator[Page]":
    """The page, with the scripts' functions at hand."""
    context = browser.new_context()

    def answer(route: "Route") -> None:
        name = route.request.url.removeprefix(ADDRESS)
        if name.endswith(".js"):
            route.fulfill(path=ASSETS / name, content_type="text/javascript")
        else:
            route.fulfill(body=HTML, content_type="text/html; charset=utf-8")

    context.route("**/*", answer)
    tab = context.new_page()
    tab.goto(ADDRESS)
    tab.evaluate(PREPARE)
    yield tab
    context.close()


def passage(page: "Page", start: Point, end: Point) -> Passage | None:
    found: Passage | None = page.evaluate("([one, other]) => passage(one, other)", [start, end])
    return found


L1, L2, L7, L8 = (f"#L{number} .line-text" for number in (1, 2, 7, 8))


def test_columns_count_from_the_line_s_own_text(page: "Page") -> None:
    assert passage(page, (L1, 0, 4), (L1, 0, 8)) == [1, 4, 1, 8, "lamp"]


def test_marks_within_marks_do_not_count(page: "Page") -> None:
    """The third text node of the line is “never”, the fifth begins behind both marks."""
    assert passage(page, (L2, 2, 0), (L2, 2, 5)) == [2, 9, 2, 14, "never"]
    assert passage(page, (L2, 2, 0), (L2, 4, 2)) == [2, 9, 2, 23, "never missed a"]


def test_a_note_in_the_line_is_none_of_its_text(page: "Page") -> None:
    assert passage(page, (L2, 4, 3), (L2, 6, 11)) == [2, 24, 2, 42, "night,” said Finch"]


def test_numbers_of_lines_and_lists_of_facts_are_left_out(page: "Page") -> None:
    """From within the number of line 1 to within the facts of line 2."""
    found = passage(page, ("#L1 .digits", 0, 0), ("#L2 .line-facts a", 0, 3))
    assert found == [
        1,
        0,
        2,
        49,
        "The lamp was lit.\n“We have never missed a night,” said Finch’s son.",
    ]


def test_what_begins_before_the_article_and_ends_behind_it_is_clamped(page: "Page") -> None:
    found = passage(page, ("#Title", 0, 2), ("#After", 0, 5))
    assert found is not None
    assert found[:4] == [1, 0, 8, 21]


def test_a_paragraph_that_is_selected_whole_ends_where_it_ends(page: "Page") -> None:
    """A triple click takes all up to the beginning of the next row."""
    assert passage(page, (L1, 0, 0), ("#L2", None, 0)) == [1, 0, 1, 17, "The lamp was lit."]
    assert passage(page, (L1, 0, 0), (L2, 0, 0)) == [1, 0, 1, 17, "The lamp was lit."]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(("#Title", 0, 0), ("#Title", 0, 5), id="outside"),
        pytest.param((L1, 0, 3), (L1, 0, 4), id="a space"),
        pytest.param(("#L3", None, 0), ("#L3", None, 2), id="a blank line"),
        pytest.param((".gap", 0, 0), (".gap", 0, 3), id="lines that are left out"),
        pytest.param(
            ("#L2 .line-facts a", 0, 0), ("#L2 .line-facts a", 0, 5), id="a list of facts"
        ),
    ],
)
def test_no_words_of_the_article_are_no_passage(page: "Page", start: Point, end: Point) -> None:
    assert passage(page, start, end) is None


def test_lines_that_an_excerpt_leaves_out_are_passed_over(page: "Page") -> None:
    found = passage(page, (L2, 6, 14), (L7, 1, 6))
    assert found == [2, 45, 7, 9, "son.\n[…] About"]


def test_the_sign_for_words_left_out_counts_as_it_is_shown(page: "Page") -> None:
    assert passage(page, (L7, 1, 1), (L7, 1, 6)) == [7, 4, 7, 9, "About"]


@pytest.mark.parametrize(
    ("line", "node", "start", "end", "words"),
    [
        (L1, 0, 5, 7, "lamp"),
        (L1, 0, 3, 9, "lamp"),
        (L7, 1, 8, 10, "1,200"),
        (L7, 1, 9, 12, "1,200"),
        (L2, 6, 6, 11, "Finch"),
    ],
)
def test_words_and_numbers_that_are_cut_are_taken_whole(
    page: "Page", line: str, node: int, start: int, end: int, words: str
) -> None:
    found = passage(page, (line, node, start), (line, node, end))
    assert found is not None
    assert found[-1] == words


def test_columns_are_code_points(page: "Page") -> None:
    """`A 🎉🎉 party, 𝒜 it was.`: in UTF-16 units, "party" stands at 7 and "it" at 17."""
    assert passage(page, (L8, 0, 7), (L8, 0, 12)) == [8, 5, 8, 10, "party"]
    assert passage(page, (L8, 0, 17), (L8, 0, 19)) == [8, 14, 8, 16, "it"]


def test_half_a_character_is_taken_whole(page: "Page") -> None:
    assert passage(page, (L8, 0, 3), (L8, 0, 5)) == [8, 2, 8, 4, "🎉🎉"]
    assert passage(page, (L8, 0, 15), (L8, 0, 16)) == [8, 12, 8, 13, "𝒜"]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ((2, 9), (2, 14), "never"),
        ((2, 4), (2, 21), "have never missed"),
        ((8, 14), (8, 16), "it"),
        ((8, 2), (8, 4), "🎉🎉"),
    ],
)
def test_the_way_back(
    page: "Page", start: tuple[int, int], end: tuple[int, int], words: str
) -> None:
    places = [{"line": line, "column": column} for line, column in (start, end)]
    assert page.evaluate("([start, end]) => wordsOf(start, end)", places) == words


def test_of_a_quotation_the_words_between_the_marks_are_selected(page: "Page") -> None:
    token = {"line": 2, "start": 0, "end": 31, "kind": "quotation", "text": "", "state": "open"}
    found = page.evaluate("token => passageOf(token)", token)
    assert found["words"] == "We have never missed a night,"


def test_of_a_number_the_sentence_is_selected(page: "Page") -> None:
    token = {"line": 7, "start": 10, "end": 15, "kind": "number", "text": "1,200", "state": "open"}
    found = page.evaluate("token => passageOf(token)", token)
    assert "1,200 people" in found["words"]


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. The lamp burned. It was late.", "lamp", "The lamp burned."),
        ("He left on Jan. 20. While it rained.", "20", "He left on Jan. 20."),
        ("So said Dr. Finch and J. Moss. Nobody else.", "said", "So said Dr. Finch and J. Moss."),
        ("“It burns,” she said. “It does.”", "she", "“It burns,” she said."),
        ("One only", "only", "One only"),
    ],
)
def test_a_sentence(page: "Page", text: str, words: str, sentence: str) -> None:
    assert page.evaluate("([text, words]) => sentence(text, words)", [text, words]) == sentence
