"""Charts: bars to scale from zero, what is said of figures that no bar can show, ranks, columns."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import recognise
from sitegen.model import Amount, Basis, BasisKind, Fact
from sitegen.views.kinds import DateView, FactCard, Link, Measure, NumbersPage
from sitegen.views.pictures.chart import Bar, chart
from sitegen.views.pictures.charts import charts_of
from sitegen.views.pictures.compare import difference, side_by_side
from sitegen.views.pictures.ranks import ranks
from tests.factory import cite, date, fact, source
from tests.views.making import cards_of, page_of, words_of

MODIFIERS = ("about", "nearly", "at-least", "more-than", "at-most", "less-than")
GAZETTE = source(
    "s", "About 50 people came.\nMore came.", publisher="The Gazette", published=date("2020-05")
)
TIMES = source("t", "The office says 60 people came.\nMore came.")


def figure(name: str, value: str, *, of: str = "s", **fields: Any) -> Fact:
    """A count, with its number as an editor's value has it."""
    words = "50 people" if of == "s" else "60 people"
    given_fields = {"kind": "count", "claim": f"Claim of {name}.", "unit": "people", **fields}
    return replace(
        fact(name, cite(of, 1, words), **given_fields),
        value=Amount(value, recognise.amount(value)),
    )


def bar(number: str, modifier: str | None = None, words: str | None = None) -> Bar:
    label = Link(f"Fact of {number}", f"facts/f{number}.html")
    return Bar(label, Decimal(number), words or number, None, Link("s"), "line 1", modifier)


def parsed(markup: str | None) -> list[Element]:
    """The figures of some markup."""
    assert markup is not None
    return list(ElementTree.fromstring(f"<div>{markup}</div>"))  # noqa: S314 (our own)


def drawn(*bars: Bar) -> Element:
    return parsed(chart(bars, "Title", "Chart-1"))[0]


def named(part: Element, name: str) -> list[Element]:
    return [one for one in part.iter() if name in (one.get("class") or "").split()]


def at(value: str | None) -> float:
    assert value is not None
    return float(value.removesuffix("%"))


def spans(part: Element) -> list[tuple[float, float]]:
    bars = [one for one in part.findall("svg/rect") if "chart-bar" in (one.get("class") or "")]
    return [(at(rect.get("x")), at(rect.get("x")) + at(rect.get("width"))) for rect in bars]


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=9))
def test_bars_are_proportional_to_their_figures(numbers: list[int]) -> None:
    most = max(numbers) or 1
    found = spans(drawn(*(bar(str(number)) for number in numbers)))
    assert {left for left, _ in found} == {0}
    ends = [number / most * 100 for number in numbers]
    assert [right for _, right in found] == pytest.approx(ends, abs=0.011)


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=9))
def test_bars_of_negative_figures_grow_to_the_left_of_the_same_zero(numbers: list[int]) -> None:
    whole = drawn(*(bar(str(number)) for number in numbers))
    (axis,) = named(whole, "chart-axis")
    zero = at(axis.get("x1"))
    for number, (left, right) in zip(numbers, spans(whole), strict=True):
        if number > 0:
            assert left == pytest.approx(zero, abs=0.02)
        if number < 0:
            assert right == pytest.approx(zero, abs=0.02)
        assert -0.01 <= left <= right <= 100.02


def test_a_small_figure_beside_a_huge_one_can_be_seen_and_the_ratio_is_said() -> None:
    whole = drawn(bar("74000000"), bar("60000"))
    (large, small) = spans(whole)
    assert small[1] == pytest.approx(large[1] * 60000 / 74000000, abs=0.006)
    (sliver,) = named(whole, "chart-sliver")
    assert at(sliver.get("x1")) == small[1]
    words = words_of(ElementTree.tostring(whole, "unicode"))
    assert "the largest figure is about 1,200 times the smallest" in words
    assert named(drawn(bar("50"), bar("60")), "chart-sliver") == []


@pytest.mark.parametrize("modifier", MODIFIERS)
@pytest.mark.parametrize("number", ["50", "-50"])
def test_a_modifier_is_a_sign_at_the_end_of_the_bar_and_in_the_legend(
    modifier: str, number: str
) -> None:
    whole = drawn(bar(number, modifier), bar("10"))
    (sign,) = (one for one in whole.findall("svg/svg") if one.get("class") == "chart-limit")
    left, right = spans(whole)[0]
    assert at(sign.get("x")) == pytest.approx(right if number == "50" else left, abs=0.02)
    assert 2 < at(sign.get("x")) < 98  # the sign itself has room beside it
    is_bound = modifier in {"at-most", "less-than"}
    assert ("hollow" in (named(whole, "chart-bar")[0].get("class") or "")) is is_bound
    (legend,) = named(whole, "legend")
    assert modifier.replace("-", " ") in words_of(ElementTree.tostring(legend, "unicode"))


def test_without_modifiers_there_is_no_legend() -> None:
    assert named(drawn(bar("50"), bar("10")), "legend") == []


def test_a_chart_is_one_image_with_a_title_and_all_figures_in_words() -> None:
    dated = replace(bar("50", "about", "about 50 people"), date=DateView("May 2020", "2020-05"))
    whole = drawn(dated, bar("10", None, "10 people"))
    svg = whole.find("svg")
    assert svg is not None
    assert svg.get("role") == "img"
    assert svg.findtext("title") == "Title"
    assert (
        svg.findtext("desc") == "Fact of 50: about 50 people, as of May 2020; Fact of 10: 10 people"
    )
    assert list(svg.iter("a")) == []
    rows = [
        [cell.text or "" for cell in row.findall("td")] for row in whole.findall("table/tbody/tr")
    ]
    assert rows[0][0] == "about 50 people"
    assert rows[1] == ["10 people", ""]
    assert [link.get("href") for link in whole.findall("table/tbody/tr/th/a")] == [
        "facts/f50.html",
        "facts/f10.html",
    ]
    assert not [part for part in whole.iter() if "style" in part.attrib]


def test_text_that_is_long_is_written_for_narrow_and_for_wide_screens() -> None:
    long = replace(bar("50"), label=Link("word " * 40))
    texts = named(drawn(long), "chart-label")
    assert [text.get("class") for text in texts] == ["chart-label if-wide", "chart-label if-narrow"]
    assert len(texts[1].text or "") <= 46 < len(texts[0].text or "")


def test_figures_of_one_measure_are_told_apart_by_source_and_date() -> None:
    one = figure("a", "50", measure="came", as_of="2020-05-04")
    two = figure("b", "60", of="t", measure="came", as_of="2020-05")
    cards = cards_of(GAZETTE, TIMES, one, two)
    (whole,) = parsed(charts_of([one, two], cards, "numbers.html", "Came", "C"))
    labels = " ".join(text.text or "" for text in named(whole, "chart-label"))
    assert re.search("4 May 2020.*Title of s.* May 2020.*Title of t", labels)


def test_a_date_stands_beside_its_figure_where_there_is_room() -> None:
    dated = replace(bar("50"), date=DateView("May 2020", "2020-05"))
    whole = drawn(dated)
    assert [text.text for text in named(whole, "chart-date")] == ["as of May 2020"]
    long = drawn(replace(dated, words="50 people of the eastern provinces"))
    assert named(long, "chart-date") == []
    assert [text.text for text in named(long, "chart-label")] == ["as of May 2020: Fact of 50"]


def test_units_are_never_mixed_in_one_chart() -> None:
    facts = [
        figure("a", "50", measure="m"),
        figure("b", "60", measure="m"),
        figure("c", "5", measure="m", unit="tonnes"),
        figure("d", "6", measure="m", unit="tonnes"),
        figure("e", "5%", measure="m", unit="of people"),
        figure("f", "half", measure="m", unit="of people"),
    ]
    figures = parsed(charts_of(facts, cards_of(GAZETTE, *facts), "numbers.html", "M", "C"))
    assert [one.findtext("figcaption") for one in figures] == ["M, people", "M, tonnes"]
    assert [len(spans(one)) for one in figures] == [2, 2]
    ids = [part.get("id") for one in figures for part in one.iter() if part.get("id")]
    assert len(ids) == len(set(ids)) == 4


@given(st.one_of(st.integers(0, 10**15).map(str), st.integers(0, 10**15).map("{:,}".format)))
def test_digits_alone_are_a_count(text: str) -> None:
    """So the scale of such a figure is known before it is read."""
    read = recognise.written(text)
    assert recognise.plain_number(text) is not None
    assert read is not None
    assert read.every[0].sort is recognise.Sort.COUNT


def test_a_scale_in_the_unit_counts() -> None:
    facts = [figure("a", "74", unit="million votes"), figure("b", "37,000,000", unit="votes")]
    (whole,) = parsed(charts_of(facts, cards_of(GAZETTE, *facts), "numbers.html", "Votes", "C"))
    assert spans(whole) == [(0, 100), (0, 50)]


def test_what_is_no_number_is_said_below_the_chart() -> None:
    facts = [figure("a", "50"), figure("b", "60"), figure("c", "dozens")]
    (whole,) = parsed(charts_of(facts, cards_of(GAZETTE, *facts), "numbers.html", "People", "C"))
    assert len(spans(whole)) == 2
    notes = named(whole, "chart-note")
    assert ["".join(note.itertext()) for note in notes] == [
        "Not drawn, for the source gives no number: dozens people."
    ]
    assert [link.get("href") for link in notes[0].findall("a")] == ["facts/c.html"]


def test_a_figure_that_we_worked_out_says_so() -> None:
    derived = {"value": Basis(BasisKind.DERIVED, "1 + 1")}
    facts = [figure("a", "50", basis=derived), figure("b", "60")]
    (whole,) = parsed(charts_of(facts, cards_of(GAZETTE, *facts), "numbers.html", "People", "C"))
    cells = [cell.text for cell in whole.findall("table/tbody/tr/td")]
    assert cells == ["50 people, worked out", "60 people, not checked"]


def test_a_rank_is_a_point_and_the_best_is_on_the_left() -> None:
    whole = parsed(ranks([bar("1"), bar("11"), bar("21")], "Ranks", "C"))[0]
    points = [at(point.get("cx")) for point in named(whole, "chart-point")]
    assert points[1] - points[0] == pytest.approx(points[2] - points[1])
    assert points[0] < 5
    assert points[2] > 95
    assert spans(whole) == []
    ends = [text.text for text in named(whole, "chart-label")][-2:]
    assert ends == ["1, the best", "21"]


def test_ranks_of_different_orders_are_apart() -> None:
    facts = [
        replace(
            fact(name, cite("s", 1, "50 people"), kind="rank", claim="It stood.", of=order),
            value=Amount(value, Decimal(value)),
        )
        for name, value, order in (
            ("a", "1", "x"),
            ("b", "2", "x"),
            ("c", "3", "y"),
            ("d", "4", "y"),
        )
    ]
    figures = parsed(charts_of(facts, cards_of(GAZETTE, *facts), "numbers.html", "Ranks", "C"))
    assert [one.findtext("figcaption") for one in figures] == ["Ranks, in x", "Ranks, in y"]


def test_a_chart_of_very_many_figures_is_bounded_and_says_so() -> None:
    facts = [figure(f"f{number}", str(number)) for number in range(500)]
    markup = charts_of(facts, cards_of(GAZETTE, *facts), "numbers.html", "People", "C")
    (whole,) = parsed(markup)
    assert len(spans(whole)) == 60
    assert "The first 60 are drawn; 440 more are not." in words_of(str(markup))


def columns(*facts: Fact) -> Element:
    return parsed(side_by_side(facts, cards_of(GAZETTE, TIMES, *facts), "numbers.html"))[0]


def test_figures_that_differ_stand_in_columns_with_their_words_and_no_winner() -> None:
    facts = (
        figure("a", "50", measure="came", modifier="about"),
        figure("b", "60", of="t", measure="came", as_of="2020-05"),
    )
    whole = columns(*facts)
    assert words_of(ElementTree.tostring(whole[0], "unicode")) == (
        "Two facts from two sources. The sources differ: about 50 people; 60 people. Of when they "
        "are, only some say: May 2020 (not checked). Which of them is right, this site does not "
        "judge."
    )
    articles = [one for one in whole if "card" in (one.get("class") or "").split()]
    assert ["".join(one.find("blockquote").itertext()) for one in articles] == [  # type: ignore[union-attr]  # is there
        "About 50 people came.",
        "The office says 60 people came.",
    ]
    assert [mark.text for mark in whole.iter("mark")] == ["50 people", "60 people"]
    first = words_of(ElementTree.tostring(articles[0], "unicode"))
    assert "published: The Gazette, May 2020" in first
    assert "matches our copy of the source" in first
    assert [link.get("href") for link in articles[1].iter("a")] == [
        "facts/b.html",
        "sources/t.html",
    ]


def test_figures_that_agree_are_not_said_to_differ() -> None:
    facts = (figure("a", "50", measure="m"), figure("b", "60", measure="n"))
    assert (
        words_of(ElementTree.tostring(columns(*facts)[0], "unicode"))
        == "Two facts from one source."
    )
    assert difference(facts, cards_of(GAZETTE, *facts)) == ""


def test_the_page_of_numbers_shows_each_fact_once_beside_or_below() -> None:
    facts = (
        figure("a", "50", measure="came"),
        figure("b", "60", of="t", measure="came"),
        figure("c", "dozens", measure="came"),
    )
    view = page_of("numbers.html", NumbersPage, GAZETTE, TIMES, *facts)
    (measure,) = view.measures
    assert isinstance(measure, Measure)
    assert re.findall(r'<a href="facts/(\w+)\.html">', str(measure.beside)) == ["a", "b"]
    assert [card.id for card in measure.rest] == ["c"]
    assert all(isinstance(card, FactCard) for card in measure.facts)
    assert measure.differ is not None
    assert measure.differ in words_of(str(measure.beside))


def test_very_many_figures_that_differ_are_bounded() -> None:
    facts = [figure(f"f{number}", str(number), measure="m") for number in range(300)]
    whole = columns(*facts)
    assert len([one for one in whole if "card" in (one.get("class") or "").split()]) == 12
    words = "".join(whole[0].itertext())
    assert "and 288 more" in words
    assert "The first 12 of 300 are shown." in words
