"""A source's page: its lines, exactly the cited words marked, and the facts beside them."""

from sitegen.model import Display
from sitegen.views import highlights
from sitegen.views.kinds import LineView, SourcePage
from tests.factory import cite, date, fact, redaction, skip, source
from tests.views.making import page_of, pages_of, shown_of

TEXT = (
    "It was late. Ann left. Bob stayed on. He slept. She ran.\n\nThe next day came.\nNobody saw it."
)
TWELVE = "\n".join(f"Line {number} is here. It ends." for number in range(1, 13))


def lines(page: SourcePage) -> list[tuple[int, int, str]]:
    return [(line.number, line.last, str(line.html)) for line in page.lines]


def test_the_first_range_of_each_citation_carries_its_id() -> None:
    page = page_of(
        "sources/s.html",
        SourcePage,
        source("s", TEXT),
        source("t", "Elsewhere."),
        fact(
            "a",
            cite("s", 1, "late", "Ann"),
            cite("t", 1, "Elsewhere"),
            cite("s", (3, 4), "next day", "Nobody"),
        ),
    )
    assert [line[2] for line in lines(page)] == [
        'It was <mark id="a" data-facts="a">late</mark>. <mark data-facts="a">Ann</mark> left. '
        "Bob stayed on. He slept. She ran.",
        "",
        'The <mark id="a--3" data-facts="a">next day</mark> came.',
        '<mark data-facts="a">Nobody</mark> saw it.',
    ]


def test_each_line_has_its_facts_in_the_order_of_their_words() -> None:
    page = page_of(
        "sources/s.html",
        SourcePage,
        source("s", TEXT),
        fact("a", cite("s", 1, "stayed")),
        fact("b", cite("s", 1, "late"), cite("s", 1, "slept")),
        fact("c", cite("s", (1, 3))),
    )
    refs = {line.number: [(ref.id, ref.href) for ref in line.facts] for line in page.lines}
    assert refs == {
        1: [("b", "../facts/b.html"), ("a", "../facts/a.html"), ("c", "../facts/c.html")],
        2: [("c", "../facts/c.html")],
        3: [("c", "../facts/c.html")],
        4: [],
    }


def excerpt(*citations: int) -> SourcePage:
    return page_of(
        "sources/s.html",
        SourcePage,
        source("s", TWELVE, display=Display.EXCERPT),
        *(fact(f"f{line}", cite("s", line, f"Line {line}")) for line in citations),
    )


def test_an_excerpt_shows_cited_sentences_and_one_on_either_side() -> None:
    assert lines(excerpt(6)) == [
        (1, 4, "".join(f'<span id="L{line}"></span>' for line in range(1, 5))),
        (5, 5, '<span class="elided">[…]</span> It ends.'),
        (6, 6, '<mark id="f6" data-facts="f6">Line 6</mark> is here. It ends.'),
        (7, 12, "".join(f'<span id="L{line}"></span>' for line in range(7, 13))),
    ]


def test_every_line_of_an_excerpt_can_be_linked_to_exactly_once() -> None:
    page = excerpt(1, 6, 12)
    ids = [
        number
        for line in page.lines
        for number in (range(line.number, line.last + 1) if line.elided else (line.number,))
    ]
    assert ids == list(range(1, 13))
    for line in page.lines:
        assert line.html.count("<span id=") == (line.last - line.number + 1 if line.elided else 0)


def test_what_an_excerpt_leaves_out_is_nowhere_on_the_page() -> None:
    page = page_of(
        "sources/s.html",
        SourcePage,
        source("s", TEXT, display=Display.EXCERPT),
        fact("a", cite("s", 1, "It")),
    )
    assert lines(page) == [
        (
            1,
            1,
            '<mark id="a" data-facts="a">It</mark> was late. Ann left. '
            '<span class="elided">[…]</span>',
        ),
        (2, 2, ""),
        (3, 4, '<span id="L3"></span><span id="L4"></span>'),
    ]
    assert "slept" not in repr(page)


def test_a_blank_line_between_lines_that_are_left_out_goes_with_them() -> None:
    page = page_of(
        "sources/s.html",
        SourcePage,
        source("s", "One.\n\nTwo.\n\nThree.\n\nFour.\n", display=Display.EXCERPT),
        fact("a", cite("s", 1, "One")),
    )
    assert [(line.number, line.last, line.elided, line.blank) for line in page.lines] == [
        (1, 1, False, False),
        (2, 2, False, True),
        (3, 3, False, False),
        (4, 4, False, True),
        (5, 7, True, False),
        (8, 8, False, True),
    ]


def test_a_source_without_its_text_says_so_and_still_lists_its_facts() -> None:
    page = page_of("sources/s.html", SourcePage, source("s", None), fact("a", cite("s", 3, "x")))
    assert page.missing
    assert page.lines == ()
    assert [card.id for card in page.facts] == ["a"]
    assert "no copy" in page.display_words


def test_facts_stand_in_the_order_of_the_lines() -> None:
    page = page_of(
        "sources/s.html",
        SourcePage,
        source("s", TEXT),
        fact("a", cite("s", 4, "Nobody")),
        fact("b", cite("s", 1, "late"), cite("s", 4, "saw")),
    )
    assert [card.id for card in page.facts] == ["b", "a"]
    assert page.figures == "2 facts rest on it, with 3 citations."


def test_left_out_passages_stand_with_their_reasons() -> None:
    page = page_of(
        "sources/s.html",
        SourcePage,
        source("s", TEXT),
        fact("a", cite("s", 1, "late")),
        skip(cite("s", 4, "Nobody saw it."), "Nobody said so."),
        skip(cite("s", 3, "next"), "Too vague."),
    )
    assert [(s.lines, s.href, s.words, s.because) for s in page.skipped] == [
        ("line 3", "#L3", ("next",), "Too vague."),
        ("line 4", "#L4", ("Nobody saw it.",), "Nobody said so."),
    ]


def test_what_was_inferred_of_a_source_is_shown_with_its_reason() -> None:
    from sitegen.model import Basis, BasisKind

    page = page_of(
        "sources/s.html",
        SourcePage,
        source(
            "s",
            TEXT,
            title_inferred=True,
            publisher="The <Daily>",
            published=date("2020-05"),
            licence="CC0",
            basis={"published": Basis(BasisKind.INFERRED, "It speaks of May.")},
        ),
    )
    rows = [(r.name, r.value, r.basis, r.verdict and r.verdict.code) for r in page.rows]
    assert rows == [
        ("publisher", "The &lt;Daily&gt;", None, "unchecked"),
        (
            "published",
            '<time datetime="2020-05">May 2020</time>',
            "inferred: It speaks of May.",
            "unchecked",
        ),
        ("licence", "CC0", None, None),
    ]
    assert page.title_note == "The title is the first line of the text."


def test_only_a_whole_text_without_redactions_is_given_as_a_file() -> None:
    hidden = (redaction("Ann", "[A.]"),)
    pages = pages_of(
        source("full", TEXT),
        source("excerpt", "Other.", display=Display.EXCERPT),
        source("redacted", TEXT, redact=hidden),
        source("no-text", None),
    )
    texts = {
        path: page.view.text for path, page in pages.items() if isinstance(page.view, SourcePage)
    }
    assert texts == {
        "sources/full.html": None,  # the same words are hidden wherever they stand
        "sources/excerpt.html": None,
        "sources/redacted.html": None,
        "sources/no-text.html": None,
    }
    page = page_of("sources/full.html", SourcePage, source("full", TEXT))
    assert page.text == "../data/texts/full.txt"


def test_all_ranges_of_a_fact_light_up_on_arrival_at_any_of_its_citations() -> None:
    css = highlights(
        shown_of(
            source("s", TEXT),
            fact("one", cite("s", 1, "late")),
            fact("two", cite("s", 1, "Ann", "Bob"), cite("s", 4, "Nobody")),
        )
    ).decode()
    assert css.split("\n{")[0].split(",\n") == [
        ':root:has([id="two"]:target) [data-facts~="two"]',
        ':root:has([id="two--2"]:target) [data-facts~="two"]',
    ]


def test_single_ranges_need_no_generated_rule() -> None:
    assert highlights(shown_of(source("s", TEXT), fact("one", cite("s", 1, "late")))) == b""


def test_a_range_that_is_split_has_a_rule_too() -> None:
    css = highlights(
        shown_of(
            source("s", TEXT),
            fact("one", cite("s", 1, "It was late")),
            fact("two", cite("s", 1, "late. Ann")),
        )
    )
    assert b'[data-facts~="two"]' in css
    assert b'[data-facts~="one"]' not in css


def test_only_source_pages_load_the_generated_style_sheet() -> None:
    pages = pages_of(source("s", TEXT), fact("a", cite("s", 1, "late")))
    loading = [path for path, page in pages.items() if len(page.view.chrome.stylesheets) > 1]
    assert loading == ["sources/s.html"]
    assert pages["sources/s.html"].view.chrome.stylesheets == (
        "../assets/style.1.css",
        "../assets/highlights.2.css",
    )


def test_a_line_view_is_what_a_template_needs() -> None:
    page = page_of("sources/s.html", SourcePage, source("s", "<b>&"))
    assert page.lines == (LineView(1, 1, False, False, page.lines[0].html, ()),)
    assert str(page.lines[0].html) == "&lt;b&gt;&amp;"
