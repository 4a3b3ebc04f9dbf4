"""Nodes become HTML."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sitegen.markdown import (
    Directive,
    Hyperlink,
    Image,
    Renderer,
    Role,
    heading_ids,
    html,
    inline_html,
    parse,
    plain_text,
)


def role(found: Role) -> str:
    return f"({found.name} {found.target})"


def directive(found: Directive) -> str:
    return f"<hr class={found.name}>"


def link(found: Hyperlink) -> str | None:
    return None if found.href.startswith("bad") else found.href


def image(found: Image) -> str | None:
    return None if found.src.startswith("bad") else found.src


RENDERER = Renderer(role, directive, link, image)


def rendered(text: str) -> str:
    return html(parse(text), RENDERER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b & 'c'", "<p>a &lt; b &amp; &#x27;c&#x27;</p>\n"),
        ("a\nb  \nc", "<p>a\nb<br>\nc</p>\n"),
        ("*a* **b** `<c>`", "<p><em>a</em> <strong>b</strong> <code>&lt;c&gt;</code></p>\n"),
        ("{value}`x`", "<p>(value x)</p>\n"),
        ("[a](b.md 'T')", '<p><a href="b.md" title="T">a</a></p>\n'),
        ("[a](bad)", "<p>a</p>\n"),
        ('![a"b](c.png)', '<p><img src="c.png" alt="a&quot;b"></p>\n'),
        ("![a](bad)", "<p>a</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n\n4. b", '<ol start="3">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("```\n<a>\n```", "<pre><code>&lt;a&gt;\n</code></pre>\n"),
        ("---", "<hr>\n"),
        (":::{chart}\n:::", "<hr class=chart>"),
        ("", ""),
    ],
)
def test_blocks(text: str, expected: str) -> None:
    assert rendered(text) == expected


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("# A\n\n## B", ["h2", "h3"]),
        ("## A\n\n### B\n\n## C", ["h2", "h3", "h2"]),
        ("###### A", ["h2"]),
        ("# A\n\n###### B", ["h2", "h6"]),
    ],
)
def test_headings_begin_at_the_second_level(text: str, tags: list[str]) -> None:
    found = [line[1:3] for line in rendered(text).splitlines()]
    assert found == tags


def test_each_heading_has_an_id_of_its_own_with_a_capital_letter() -> None:
    prose = parse("# The vote\n\n## The vote\n\n## …\n\n> # The vote 2")
    assert dict(heading_ids(prose)) == {
        "the-vote": "H-the-vote",
        "the-vote-2": "H-the-vote-2",
        "section": "H-section",
        "the-vote-2-2": "H-the-vote-2-2",
    }
    assert all(
        f'id="{identifier}"' in rendered("# The vote\n\n## The vote")
        for identifier in ("H-the-vote", "H-the-vote-2")
    )


def test_within_a_line_blocks_give_their_words() -> None:
    text = "One *two*.\n\n- three\n- four\n\n:::{facts}\n:::"
    assert inline_html(parse(text), RENDERER) == "One <em>two</em>. three four"


def test_plain_words() -> None:
    text = "One *two*\nthree [four](x.md) `five` {value}`x` ![six](a.png)\n\n- seven"
    expected = "One two three four five (value x) six seven"
    assert plain_text(parse(text), role) == expected


class _Outline(HTMLParser):
    """The elements and words of HTML, without what the site does in its own way."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[object] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        kept = sorted((name, value) for name, value in attributes if name not in {"id", "class"})
        self.events.append((tag[:1] if tag[1:].isdigit() else tag, kept))

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)  # the parser writes <br />, the site <br>

    def handle_endtag(self, tag: str) -> None:
        self.events.append(tag[:1] if tag[1:].isdigit() else tag)

    def handle_data(self, data: str) -> None:
        if self.events and isinstance(self.events[-1], list):
            self.events[-1] += data.split()
        elif data.split():
            self.events.append(data.split())


def outline(markup: str) -> list[object]:
    reader = _Outline()
    reader.feed(markup)
    reader.close()
    return reader.events


@given(st.text(alphabet="ab \n*_`[]()<>!#>-1.\\&;\"'~", max_size=60))
def test_what_is_plain_markdown_becomes_what_the_parser_itself_makes(text: str) -> None:
    theirs = MarkdownIt("commonmark", {"html": False}).render(text)
    assert outline(rendered(text)) == outline(theirs)
