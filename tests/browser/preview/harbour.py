"""An article of which little is annotated, in a preview, and a hand that selects words of it."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.preview.conftest import Preview, copy_demonstration, previewing

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ARTICLE = """\
The lamp of Northhaven

“We have never missed a night,” said Ada Finch, who keeps the lamp.
“We don’t mean
to begin now,” Finch added.

The lamp was first lit on 4 May 1871. About 1,200 people came 🎉🎉 to see it, the Gazette wrote.
The pier is 90 feet long.
"""

SOURCE = """
  harbour-gazette:
    text: seeds/harbour.txt
    sha256: {digest}
    title: The lamp of Northhaven
    publisher: Harbour Gazette
    published: 1921-05-04
    display: full
    because: An article that was written to be annotated.
"""

PERSON = """
  ada-finch:
    name: Ada Finch
    aliases: [Finch]
    role: keeper of the lighthouse
"""

FACTS = """\
# What the Gazette told.
source: harbour-gazette

facts:
  lamp-first-lit: # the oldest date
    kind: date
    date: 1871-05-04
    claim: The lamp of Northhaven was first lit on 4 May 1871.
    cite:
      lines: 7
      exact: The lamp was first lit on 4 May 1871
"""

FILE = "content/facts/harbour.yaml"
PAGE = "sources/harbour-gazette.html"


def put_harbour(project: Path) -> None:
    """Adds the article, its source, one person and one fact to a project."""
    article = ARTICLE.encode()
    (project / "seeds" / "harbour.txt").write_bytes(article)
    added = {
        "content/sources.yaml": SOURCE.format(digest=sha256(article).hexdigest()),
        "content/people.yaml": PERSON,
    }
    for path, text in added.items():
        with (project / path).open("a", encoding="utf-8") as file:
            file.write(text)
    (project / FILE).write_text(FACTS, encoding="utf-8")


SELECT = """
([from, to]) => {
    const find = ([line, words, atEnd]) => {
        const walker = document.createTreeWalker(
            document.querySelector(`#L${line} .line-text`), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(words);
            if (at >= 0) return [node, at + (atEnd ? words.length : 0)];
        }
        throw new Error(`${words} is not in line ${line}`);
    };
    const [first, start] = find(from), [last, end] = find(to);
    const range = document.createRange();
    range.setStart(first, start);
    range.setEnd(last, end);
    first.parentElement.scrollIntoView({block: "center"});
    const boxes = [...range.getClientRects()].filter(box => box.width > 1);
    const one = boxes[0], other = boxes.at(-1);
    const middle = box => box.top + box.height / 2;
    return [one.left + 0.5, middle(one), other.right - 0.5, middle(other)];
}
"""


def drag(page: "Page", start: tuple[int, str], end: tuple[int, str]) -> None:
    """Selects with the mouse, from the beginning of the first words to the end of the others."""
    places = [[start[0], start[1], False], [end[0], end[1], True]]
    left, top, right, bottom = page.evaluate(SELECT, places)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=4)
    page.mouse.up()
    part(page, ".bar").wait_for()


def part(page: "Page", selector: str) -> "Locator":
    """Something of the annotator, which lives in a shadow root of its own."""
    return page.locator(f"sitegen-annotate {selector}")


def field(page: "Page", name: str) -> "Locator":
    """A field of the form."""
    return part(page, f"#field-{name}")


def focused(page: "Page") -> str:
    """What has the focus within the annotator: its id, else its text."""
    return str(
        page.evaluate(
            """() => {
                const at = document.querySelector("sitegen-annotate").shadowRoot.activeElement;
                return at ? at.id || at.textContent : "";
            }"""
        )
    )


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[Preview]:
    """The demonstration with one article more, of which little is annotated."""
    project = tmp_path / "a project with spaces"
    project.mkdir()
    put_harbour(copy_demonstration(project))
    with previewing(project) as running:
        yield running


@pytest.fixture
def article(harbour: Preview, tab: "Page") -> "Page":
    """The article's page, as soon as it is ready to be annotated."""
    tab.set_default_timeout(5000)
    tab.goto(harbour.url(PAGE))
    part(tab, ".figure").filter(has_text="open").wait_for()
    return tab


def facts(harbour: Preview) -> str:
    """The file of facts, as it is on disk."""
    return harbour.file(FILE).read_text(encoding="utf-8")


def figure(page: "Page") -> tuple[int, int]:
    """How many tokens are open, and how many there are."""
    text = part(page, ".figure").inner_text()
    found = re.match(r"(\d+) of (\d+) open", text)
    assert found, text
    return int(found[1]), int(found[2])


def saved(page: "Page") -> None:
    """Until the server has written something."""
    part(page, ".toast").get_by_role("button", name="Undo").wait_for()
