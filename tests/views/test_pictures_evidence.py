"""The map of a source: which lines carry evidence, in rows, in words and in links."""

import re
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Display
from sitegen.views.kinds import SourcePage
from sitegen.views.pictures.evidence import MOST_ROWS, Text, evidence_map, in_words
from tests.factory import Record, cite, fact, redaction, skip, source
from tests.views.making import page_of, words_of

LINES = (
    "A heading",
    "",
    "One line with words in it that are cited.",
    "",
    "Another, of which some words were left out.",
    "A line that nobody has used, longer than all the others, to the last of its words.",
    "The end.",
)
RECORDS: tuple[Record, ...] = (
    fact("a", cite("s", 3, "words in it")),
    fact("b", cite("s", 3, "cited"), cite("s", 7, "The end")),
    skip(cite("s", 5, "some words"), "They say nothing."),
)


def map_of(*records: Record, lines: tuple[str, ...] = LINES, **fields: Any) -> Element | None:
    text = source("s", "\n".join(lines), **fields)
    view = page_of("sources/s.html", SourcePage, text, *records)
    if view.evidence_map is None:
        return None
    return ElementTree.fromstring(str(view.evidence_map))  # noqa: S314 (our own)


def drawn(*records: Record, lines: tuple[str, ...] = LINES, **fields: Any) -> Element:
    found = map_of(*records, lines=lines, **fields)
    assert found is not None
    return found


def svg_of(figure: Element) -> Element:
    found = figure.find("div/svg")
    assert found is not None
    return found


def named(part: Element, name: str) -> list[Element]:
    return [one for one in part.iter() if one.get("class") == name]


def at(value: str | None) -> float:
    assert value is not None
    return float(value.removesuffix("%"))


def row_of(part: Element, figure: Element, lines: int) -> int:
    """The line, from 1, in whose row a sign stands."""
    height = at(svg_of(figure).get("height")) / lines
    top = part.get("y1") or part.get("y")
    return int(at(top) / height) + 1


def links(figure: Element) -> list[tuple[str | None, str | None, str | None]]:
    entries = figure.findall("div/ol/li")
    return [(one.find("a").get("href"), one.findtext("a"), one.findtext("span")) for one in entries]  # type: ignore[union-attr]  # is there


def test_cited_words_stand_in_their_lines_row_where_they_stand_in_the_line() -> None:
    figure = drawn(*RECORDS)
    longest = max(map(len, LINES))
    cited = named(svg_of(figure), "evidence-cited")
    assert [row_of(part, figure, len(LINES)) for part in cited] == [3, 3, 7]
    begin = LINES[2].index("words in it")
    assert at(cited[0].get("x")) == pytest.approx(begin / longest * 100, abs=0.01)
    assert at(cited[0].get("width")) == pytest.approx(len("words in it") / longest * 100, abs=0.01)
    (skipped,) = named(svg_of(figure), "evidence-skipped")
    assert row_of(skipped, figure, len(LINES)) == 5
    assert at(skipped.get("x")) == pytest.approx(
        LINES[4].index("some words") / longest * 100, abs=0.01
    )
    texts = named(svg_of(figure), "evidence-open")
    assert [row_of(part, figure, len(LINES)) for part in texts] == [1, 3, 5, 6, 7]
    assert [at(part.get("x2")) for part in texts] == [
        pytest.approx(len(line) / longest * 100, abs=0.01) for line in LINES if line
    ]


def test_what_is_cited_and_what_is_left_out_differ_in_more_than_colour() -> None:
    figure = drawn(*RECORDS)
    (skipped,) = named(svg_of(figure), "evidence-skipped")
    cited = named(svg_of(figure), "evidence-cited")
    assert {part.get("fill") for part in cited} == {"currentColor"}
    assert skipped.get("fill") == "none"
    assert {part.tag for part in named(svg_of(figure), "evidence-open")} == {"line"}


def test_the_map_is_one_image_named_in_words_that_count() -> None:
    figure = drawn(*RECORDS)
    svg = svg_of(figure)
    assert svg.get("role") == "img"
    assert list(svg.iter("a")) == []
    words = (
        "2 of 5 lines of text carry evidence; 1 passage was looked at and left out; nothing rests "
        "on the other 2 lines."
    )
    assert figure.findtext("figcaption") == words
    assert svg.findtext("desc") == (
        f"{words} From top to bottom, evidence stands in line 3, line 7."
    )
    ids = {part.get("id") for part in svg if part.tag in {"title", "desc"}}
    assert set((svg.get("aria-labelledby") or "").split()) == ids
    assert all(re.search("[A-Z]", name or "") for name in ids)


def test_each_run_is_a_link_to_its_first_line() -> None:
    assert links(drawn(*RECORDS)) == [("#L3", "Line 3", "2 facts"), ("#L7", "Line 7", "1 fact")]


def test_blank_lines_do_not_end_a_run() -> None:
    figure = drawn(
        *RECORDS[:2], fact("c", cite("s", 5, "some words")), fact("d", cite("s", 6, "A"))
    )
    assert links(figure) == [("#L3", "Lines 3–7", "4 facts")]


def test_a_citation_without_words_is_told_of() -> None:
    figure = drawn(fact("a", cite("s", 3)), fact("b", cite("s", 7, "The end")))
    assert "1 of 5 lines of text carries evidence; 1 line is cited without words, unchecked" in (
        figure.findtext("figcaption") or ""
    )


def test_a_source_that_nobody_used_has_no_map_nor_has_one_without_a_text() -> None:
    assert map_of() is None
    view = page_of("sources/s.html", SourcePage, source("s", None), fact("a", cite("s", 1, "x")))
    assert view.evidence_map is None


def test_a_source_with_passages_left_out_and_no_facts_has_a_map_without_links() -> None:
    figure = drawn(RECORDS[2])
    assert links(figure) == []
    assert (figure.findtext("figcaption") or "").startswith(
        "0 of 5 lines of text carry evidence; 1 passage"
    )


def test_an_excerpts_map_does_not_tell_how_long_its_lines_are() -> None:
    figure = drawn(*RECORDS, display=Display.EXCERPT)
    svg = svg_of(figure)
    assert {part.get("x2") for part in named(svg, "evidence-open")} == {"100%"}
    assert {part.get("width") for part in named(svg, "evidence-cited")} == {"100%"}
    other = tuple(line[: len(line) // 2] if "nobody" in line else line for line in LINES)
    short = drawn(*RECORDS, lines=other, display=Display.EXCERPT)
    assert ElementTree.tostring(short) == ElementTree.tostring(figure)


def test_a_map_is_drawn_from_the_text_as_shown() -> None:
    hidden = redaction("words in it that are", "[…]")
    figure = drawn(*RECORDS, redact=(hidden,))
    shown = LINES[2].replace("words in it that are", "[…]")
    texts = named(svg_of(figure), "evidence-open")
    assert at(texts[1].get("x2")) == pytest.approx(
        len(shown) / max(map(len, LINES)) * 100, abs=0.01
    )
    cited = named(svg_of(figure), "evidence-cited")[:2]
    assert all(at(part.get("x")) < at(texts[1].get("x2")) for part in cited)


def text_of(cited: set[int], length: int, blank: set[int] = frozenset()) -> Text:  # type: ignore[assignment]  # empty
    return Text(
        lines=["" if number in blank else "some words" for number in range(1, length + 1)],
        cited={number: [(0, 4)] for number in sorted(cited)},
        skipped={},
        facts={number: frozenset({f"f{number}"}) for number in sorted(cited)},
        passages=0,
        whole=True,
    )


@given(st.integers(1, 3000), st.data())
def test_every_line_with_evidence_is_in_one_run_and_counted_once(length: int, data: Any) -> None:
    cited = data.draw(st.sets(st.integers(1, length), min_size=1, max_size=200))
    markup = evidence_map(text_of(cited, length), "Evidence-map")
    assert markup is not None
    runs = re.findall(r'<a href="#L(\d+)">Lines? (\d+)(?:–(\d+))?</a> <span>([^<]*)<', markup)
    spans = [(int(first), int(last or first)) for _, first, last, _ in runs]
    assert len(spans) <= 24
    assert spans == sorted(spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    assert {line for line in cited if any(first <= line <= last for first, last in spans)} == cited
    for (link, *_), (first, last) in zip(runs, spans, strict=True):
        assert int(link) == min(line for line in cited if first <= line <= last)
    facts = [int(re.search(r"([\d,]+) facts?$", words)[1].replace(",", "")) for *_, words in runs]  # type: ignore[index]  # it ends so
    assert sum(facts) == len(cited)


@pytest.mark.parametrize("length", [1_000, 10_000])
def test_a_book_is_drawn_in_bounded_rows_that_show_shares(length: int) -> None:
    markup = evidence_map(text_of(set(range(1, length + 1, 4)), length), "Evidence-map")
    assert markup is not None
    assert len(markup) < 40_000
    figure = ElementTree.fromstring(markup)  # noqa: S314 (our own)
    bars = named(svg_of(figure), "evidence-cited")[:-1]  # the last row stands for fewer lines
    assert len(bars) < MOST_ROWS
    size = -(-length // MOST_ROWS)
    rows = [range(first, first + size) for first in range(1, length + 1 - size, size)]
    shares = [sum(line % 4 == 1 for line in row) / size * 100 for row in rows]
    assert [at(bar.get("width")) for bar in bars] == pytest.approx(shares[: len(bars)], abs=0.01)
    assert f"Each row stands for {size} lines" in words_of(markup)
    assert len(links(figure)) >= 10


def test_the_words_for_one_and_for_all() -> None:
    assert in_words(text_of({1}, 2)) == (
        "1 of 2 lines of text carries evidence; nothing rests on the other line."
    )
    assert in_words(text_of({1, 3}, 3, {2})) == "2 of 2 lines of text carry evidence."
