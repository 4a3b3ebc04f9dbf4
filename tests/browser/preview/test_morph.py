"""A living page brought to a newer version: it says what that one says, and keeps its elements.

The page is made up here, and asks the script alone for the change.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import sitegen.preview

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

ASSETS = Path(sitegen.preview.__file__).parent / "assets"
ADDRESS = "http://preview.test/"
PREPARE = """
async () => {
    const {mirror} = await import("/morph.js");
    window.read = html => new DOMParser().parseFromString(html, "text/html").documentElement;
    window.page = mirror(document.documentElement);
    window.become = html => window.page.become(window.read(html));
    window.$ = selector => document.querySelector(selector);
}
"""
Made = Callable[[str], "Page"]


@pytest.fixture
def made(browser: "Browser") -> Iterator[Made]:
    """Opens a page of this HTML, with `become(html)` and `$(selector)` at hand."""
    context = browser.new_context(viewport={"width": 800, "height": 600})
    served = {"": ""}

    def answer(route: "Route") -> None:
        name = route.request.url.removeprefix(ADDRESS)
        if name == "morph.js":
            route.fulfill(path=ASSETS / name, content_type="text/javascript")
        else:
            route.fulfill(body=served[""], content_type="text/html; charset=utf-8")

    context.route("**/*", answer)

    def opened(html: str) -> "Page":
        served[""] = html
        page = context.new_page()
        page.goto(ADDRESS)
        page.evaluate(PREPARE)
        return page

    yield opened
    context.close()


def become(page: "Page", html: str) -> None:
    page.evaluate("html => become(html)", html)


def body(page: "Page") -> str:
    return str(page.evaluate("document.body.innerHTML"))


def test_it_comes_to_say_what_the_newer_page_says(made: Made) -> None:
    """Pages made by chance, each brought to the next: in elements, attributes, text and order."""
    chance = random.Random(5)  # noqa: S311 - the same pages each time, nothing secret
    pages = [f"<body>{tree(chance, 4)}</body>" for _ in range(300)]
    page = made(f"<!doctype html>{pages[0]}")
    differing = page.evaluate(
        """pages => pages.flatMap(html => {
            become(html);
            const wanted = read(html);
            const within = one => Array.from(
                one.querySelectorAll("template"), template => template.innerHTML).join();
            const came = [document.documentElement, window.page.base].every(
                one => one.isEqualNode(wanted) && within(one) === within(wanted));
            return came ? [] : [[wanted.outerHTML, document.documentElement.outerHTML]];
        })""",
        pages,
    )
    assert not differing, differing[0]


def tree(chance: random.Random, depth: int) -> str:
    """Elements in elements, many of them alike, some with ids that wander."""
    parts = []
    for identifier in chance.sample(range(9), chance.randrange(5)):
        sort = chance.randrange(6)
        if sort == 0:
            parts.append(chance.choice(["one ", "two ", "one two ", "&amp;"]))
        elif sort == 1:
            parts.append(f"<!--{chance.randrange(3)}-->")
        elif sort == 2:
            parts.append(f"<template><b>{chance.randrange(3)}</b></template>")
        elif sort == 3:
            parts.append(f'<svg viewBox="0 0 {chance.randrange(3)} 9"><g>{identifier}</g></svg>')
        else:
            given = f' id="d{depth}-{identifier}"' if chance.random() < 0.4 else ""
            given += f' class="c{chance.randrange(3)}"' if chance.random() < 0.4 else ""
            given += f' title="{chance.randrange(3)}"' if chance.random() < 0.3 else ""
            inner = tree(chance, depth - 1) if depth else ""
            tag = chance.choice(["div", "section", "ul"])
            parts.append(f"<{tag}{given}>{inner}</{tag}>")
    return "".join(parts)


def test_the_same_page_changes_nothing(made: Made) -> None:
    html = "<!doctype html><title>A</title><body><p>one</p><svg><g/></svg></body>"
    page = made(html)
    page.evaluate(
        """() => {
            window.changes = 0;
            const all = {subtree: true, childList: true, attributes: true, characterData: true};
            new MutationObserver(made => { changes += made.length; }).observe(document, all);
        }"""
    )
    become(page, html)
    assert page.evaluate("new Promise(done => setTimeout(() => done(changes)))") == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<p id="x">one</p>', '<div>new</div><p id="x">two</p>'),
        ("<p>a</p><ul><li id=x>one</ul>", "<ul><li>new<li id=x>two</ul><p>a</p>"),
        ("<div><b id=x>one</b></div>", "<div>before</div><div><b id=x>two</b></div>"),
        ("<i>1</i><i>2</i><i id=x>3</i>", "<i id=x>3</i><i>1</i><i>2</i>"),
    ],
    ids=["pushed down", "in a list that moved", "by an id within", "to the front"],
)
def test_an_element_with_an_id_is_kept_wherever_it_goes(
    before: str, after: str, made: Made
) -> None:
    page = made(f"<!doctype html><body>{before}</body>")
    page.evaluate("() => { window.kept = $('#x'); }")
    become(page, f"<body>{after}</body>")
    assert page.evaluate("kept === $('#x') && kept.isConnected")


def test_two_elements_with_other_ids_are_two_things(made: Made) -> None:
    page = made("<!doctype html><body><details id=a><summary>A</summary></details></body>")
    page.evaluate("() => { $('details').open = true; }")
    become(page, "<body><details id=b><summary>B</summary></details></body>")
    assert not page.evaluate("$('details').open")


def test_what_was_opened_stays_open(made: Made) -> None:
    page = made("<!doctype html><body><p>1</p><details><summary>S</summary>a</details></body>")
    page.evaluate("() => { $('details').open = true; }")
    become(page, "<body><p>2</p><p>new</p><details><summary>S</summary>b</details></body>")
    assert page.evaluate("$('details').open")
    assert "b</details>" in body(page)


def test_what_the_document_itself_opens_or_closes_follows_it(made: Made) -> None:
    page = made("<!doctype html><body><details open><summary>S</summary></details></body>")
    become(page, "<body><details><summary>S</summary></details></body>")
    assert not page.evaluate("$('details').open")
    become(page, "<body><details open><summary>S</summary></details></body>")
    assert page.evaluate("$('details').open")


def test_an_open_popover_stays_open(made: Made) -> None:
    page = made("<!doctype html><body><p>1</p><div id=n popover>note</div></body>")
    page.evaluate("$('#n').showPopover()")
    become(page, "<body><p>2</p><div id=n popover>another note</div></body>")
    assert page.evaluate("$('#n').matches(':popover-open')")


def test_focus_and_what_was_typed_stay(made: Made) -> None:
    form = "<form><input name=a><textarea>old</textarea><input type=checkbox></form>"
    page = made(f"<!doctype html><body><p>1</p>{form}</body>")
    page.locator("[name=a]").fill("some words")
    page.locator("textarea").fill("new")
    page.locator("[type=checkbox]").check()
    page.locator("[name=a]").focus()
    page.evaluate("$('[name=a]').setSelectionRange(2, 4)")
    changed = form.replace("<form>", '<form class="x"><b>new</b>')
    become(page, f"<body><h1>0</h1><p>2</p>{changed}</body>")
    assert page.evaluate(
        "[$('[name=a]').value, $('textarea').value, $('[type=checkbox]').checked]"
    ) == ["some words", "new", True]
    assert page.evaluate(
        "document.activeElement === $('[name=a]') && document.activeElement.selectionStart === 2"
    )


def test_focus_stays_when_its_element_is_moved(made: Made) -> None:
    page = made("<!doctype html><body><i>1</i><i>2</i><button id=x>b</button></body>")
    if not page.evaluate("'moveBefore' in Element.prototype"):
        pytest.skip("only on browsers that move elements without taking them out")
    page.locator("button").focus()
    become(page, "<body><button id=x>b</button><i>1</i><i>2</i></body>")
    assert page.evaluate("document.activeElement.id") == "x"


def test_a_selection_stays_on_its_words(made: Made) -> None:
    page = made("<!doctype html><body><p>the words in the middle are kept</p></body>")
    page.evaluate(
        """() => {
            const text = $("p").firstChild;
            getSelection().setBaseAndExtent(text, 17, text, 23);
        }"""
    )
    assert page.evaluate("String(getSelection())") == "middle"
    become(page, "<body><p>the many words in the middle are kept</p></body>")
    assert page.evaluate("String(getSelection())") == "middle"


def test_an_inner_scroller_stays_where_it_is(made: Made) -> None:
    lines = "".join(f"<p>{number}</p>" for number in range(99))
    box = '<div style="height: 5rem; overflow: auto">{}</div>'
    page = made(f"<!doctype html><body>{box.format(lines)}</body>")
    page.evaluate("() => { $('div').scrollTop = 300; }")
    become(page, f"<body><h1>new</h1>{box.format(lines + '<p>more</p>')}</body>")
    assert page.evaluate("$('div').scrollTop") == 300


def test_what_a_script_has_added_stays(made: Made) -> None:
    page = made('<!doctype html><body><p class="a">1</p><ul><li>x</ul></body>')
    page.evaluate(
        """() => {
            $("p").classList.add("dismissed");
            $("p").dataset.by = "script";
            $("ul").append(document.createElement("hr"));
            document.documentElement.append(document.createElement("sitegen-preview"));
        }"""
    )
    become(page, '<body><p class="b">2</p><ul><li>w<li>x</ul></body>')
    assert page.evaluate("[$('p').className, $('p').dataset.by]") == ["b dismissed", "script"]
    assert page.evaluate("Boolean($('ul > hr') && $('html > sitegen-preview'))")
    assert page.locator("li").all_text_contents() == ["w", "x"]


def test_what_a_script_has_taken_away_does_no_harm(made: Made) -> None:
    page = made("<!doctype html><body><p id=a>1</p><p id=b>2</p><p id=c>3</p></body>")
    page.evaluate("() => { $('#b').remove(); $('#c').remove(); }")
    become(page, "<body><p id=new>0</p><p id=b>22</p><p id=a>1</p></body>")
    assert page.evaluate("$('#new').textContent + $('#a').textContent") == "01"


def test_the_head_and_the_root_follow(made: Made) -> None:
    head = '<head><title>{}</title><meta name="description" content="{}"></head>'
    page = made(f'<!doctype html><html lang="en" class="a">{head.format("A", "a")}<body>')
    become(page, f'<html lang="de" class="b">{head.format("B", "b")}<body class="c">')
    assert page.title() == "B"
    assert page.evaluate(
        "(root => [root.lang, root.className, document.body.className])(document.documentElement)"
    ) == ["de", "b", "c"]
    assert page.locator("meta").get_attribute("content") == "b"


def test_drawings_keep_their_namespaces(made: Made) -> None:
    drawing = '<svg viewBox="0 0 9 9"><a xlink:href="#{0}"><path d="M0 {0}"/></a></svg>'
    page = made(f"<!doctype html><body>{drawing.format(1)}</body>")
    page.evaluate("() => { window.kept = $('path'); }")
    become(page, f"<body>{drawing.format(2)}<p>{drawing.format(3)}</p></body>")
    found: Any = page.evaluate(
        """() => [kept === $("path"), ...[...document.querySelectorAll("svg a")].flatMap(link => [
            link instanceof SVGElement,
            link.getAttributeNS("http://www.w3.org/1999/xlink", "href"),
        ])]"""
    )
    assert found == [True, True, "#2", True, "#3"]


def test_templates_follow_inside(made: Made) -> None:
    page = made("<!doctype html><body><div><template><b>1</b></template></div></body>")
    become(page, "<body><div><template><b>2</b></template></div></body>")
    assert page.evaluate("$('template').innerHTML") == "<b>2</b>"


def test_nothing_of_a_newer_page_is_loaded_twice(made: Made) -> None:
    """The copy that is kept beside the page asks for nothing."""
    page = made("<!doctype html><body><p>1</p></body>")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    become(page, '<body><p>2</p><img src="picture.svg" alt=""></body>')
    page.evaluate("new Promise(done => setTimeout(done, 50))")
    assert asked == [f"{ADDRESS}picture.svg"]
