"""Markdown becomes nodes, each reference with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markdown import (
    Code,
    Directive,
    Emphasis,
    Hyperlink,
    Image,
    Option,
    Paragraph,
    Place,
    Prose,
    Role,
    Text,
    parse,
)
from sitegen.markdown.parse import _Reader


def inline(text: str) -> tuple[object, ...]:
    (block,) = parse(text).blocks
    assert isinstance(block, Paragraph)
    return block.children


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("74 million votes.", (Text("74 million votes."),)),
        ("a *b* c", (Text("a "), Emphasis(False, (Text("b"),)), Text(" c"))),
        ("**b**", (Emphasis(True, (Text("b"),)),)),
        ("a `b` c", (Text("a "), Code("b"), Text(" c"))),
        ("<b>&amp;", (Text("<b>&"),)),
        (r"\{fact}`x`", (Text("{fact}"), Code("x"))),
        ("{no role} here", (Text("{no role} here"),)),
        ("~~kept~~", (Text("~~kept~~"),)),
    ],
)
def test_the_words_of_a_line(text: str, children: tuple[object, ...]) -> None:
    assert inline(text) == children


def test_html_and_tables_are_plain_text() -> None:
    text = "<div onclick=x>\n\n| a | b |\n|---|---|"
    words = [b.children[0] for b in parse(text).blocks if isinstance(b, Paragraph)]
    assert words == [Text("<div onclick=x>"), Text("| a | b |")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("\x0c\n{fact}`a`", [(2, 1, 9)]),
        ("{value}`a`", [(1, 1, 10)]),
        ("see {value}`a` and {date}`b`", [(1, 5, 10), (1, 20, 9)]),
        ("one\ntwo {value}`a`\n  three {date}`b`", [(2, 5, 10), (3, 9, 9)]),
        ("# Of {value}`a`", [(1, 6, 10)]),
        ("> - one\n>   two {value}`a`", [(2, 9, 10)]),
        ("1. x\n\n   {value}`a`", [(3, 4, 10)]),
        ("*so {value}`a`*", [(1, 5, 10)]),
        ("…’ {value}`a`", [(1, 4, 10)]),
        ("a\r\nb {value}`a`", [(2, 3, 10)]),
    ],
)
def test_a_role_knows_its_place(text: str, places: list[tuple[int, int, int]]) -> None:
    found = [tuple(reference.place) for reference in parse(text).references]
    assert found == places


def test_a_role_may_run_over_a_line_end() -> None:
    assert inline("a {plain}`2020\nelection` b") == (
        Text("a "),
        Role("plain", "2020 election", Place(1, 3, 12)),
        Text(" b"),
    )


def test_links_and_pictures_know_their_places() -> None:
    text = 'see [the *vote*](vote.md "T") ![alt *x*](assets/a.png)\n<https://a.example/>'
    assert list(parse(text).references) == [
        Hyperlink(
            "vote.md",
            "T",
            (Text("the "), Emphasis(False, (Text("vote"),))),
            Place(1, 5, 25),
        ),
        Image("assets/a.png", "alt x", None, Place(1, 31, 24)),
        Hyperlink("https://a.example/", None, (Text("https://a.example/"),), Place(2, 1, 20)),
    ]


def test_a_role_within_a_link_is_found() -> None:
    names = [type(reference).__name__ for reference in parse("[{value}`a`](x.md)").references]
    assert names == ["Hyperlink", "Role"]


def test_a_link_of_any_scheme_is_kept_for_its_judge() -> None:
    (link,) = parse("[x](javascript:alert)").references
    assert isinstance(link, Hyperlink)
    assert link.href == "javascript:alert"


def test_a_directive_has_options_then_text() -> None:
    text = "Before.\n\n:::{timeline} extra\n:ids: a b\n:topic:\n\nmore\n:::\n\nAfter."
    (directive,) = parse(text).references
    assert directive == Directive(
        "timeline",
        "extra",
        (Option("ids", "a b", Place(4, 1, 9)), Option("topic", "", Place(5, 1, 7))),
        "\nmore\n",
        Place(3, 1, 19),
    )


def test_a_fence_without_braces_is_still_a_directive() -> None:
    (directive,) = parse(":::note\nx\n:::").references
    assert isinstance(directive, Directive)
    assert directive.name == "note"


PROSE = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("abc 012.)-+#=~:|\\`*_[]<>&!{}\n\t\u00a0"),
    ),
    max_size=40,
)


@given(PROSE)
def test_the_short_way_for_plain_words_gives_what_the_parser_gives(text: str) -> None:
    assert parse(text) == Prose(_Reader(text).blocks())


MARKED = st.text(alphabet="ab \n*_`[](){}<>!#>-1.:\\&;\"'~", max_size=60)


@given(MARKED)
def test_each_place_is_where_the_reference_begins(text: str) -> None:
    lines = text.split("\n")
    for reference in parse(text).references:
        line, column, _ = reference.place
        openings = {Role: "{", Image: "!", Directive: ":", Hyperlink: "[<"}
        assert lines[line - 1][column - 1] in openings[type(reference)]
