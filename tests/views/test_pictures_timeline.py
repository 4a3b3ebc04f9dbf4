"""The timeline: where its signs stand, what they look like, and what is said of them in words."""

import re
from collections.abc import Iterator
from datetime import date as calendar_date
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen import edtf
from sitegen.model import Fact
from sitegen.views.kinds import ExplainerPage, TimelinePage
from sitegen.views.pictures.axis import axis, ordinal, year_axis
from sitegen.views.pictures.timeline import NARROW, WIDE, Event, timeline
from sitegen.views.pictures.timelines import MOST_EVENTS, timeline_of
from sitegen.views.pictures.years import by_year
from sitegen.views.wording.dates import date_words
from tests.factory import cite, date, fact, page, source
from tests.views.making import cards_of, page_of, words_of


def event(when: str, reason: str | None = None, words: str = "It happened.") -> Event:
    parsed = date(when)
    return Event(f"facts/{abs(hash(when))}.html", words, parsed, date_words(parsed), reason)


def drawn(*events: Event) -> Element:
    return ElementTree.fromstring(timeline(events, "Title", "Timeline-1"))  # noqa: S314 (our own)


def wide(figure: Element) -> Element:
    found = figure.find("svg[@class='time-wide']")
    assert found is not None
    return found


def both(figure: Element) -> list[Element]:
    return figure.findall("svg")


def at(value: str | None) -> float:
    assert value is not None
    return float(value.removesuffix("%"))


def span(rect: Element) -> tuple[float, float]:
    left = at(rect.get("x"))
    return left, left + at(rect.get("width"))


def named(svg: Element, name: str) -> list[Element]:
    return [part for part in svg.iter() if name in (part.get("class") or "").split()]


def years(svg: Element) -> dict[str, float]:
    """Where the words of the axis stand."""
    return {text.text or "": at(text.get("x")) for text in named(svg, "time-year")}


@pytest.mark.parametrize("kind", [0, 1], ids=["wide", "narrow"])
def test_a_month_is_a_bar_over_the_month_and_a_day_a_point_within_it(kind: int) -> None:
    svg = both(
        drawn(event("2018"), event("2018-04"), event("2018-04-15"), event("2019"), event("2021"))
    )[kind]
    year, month, *_ = (span(rect) for rect in named(svg, "time-span"))
    ticks = years(svg)
    assert year == pytest.approx((ticks["2018"], ticks["2019"]), abs=0.02)
    length = year[1] - year[0]
    begin = (calendar_date(2018, 4, 1) - calendar_date(2018, 1, 1)).days / 365
    end = (calendar_date(2018, 5, 1) - calendar_date(2018, 1, 1)).days / 365
    assert month == pytest.approx((year[0] + begin * length, year[0] + end * length), abs=0.02)
    (day,) = named(svg, "time-day")
    assert at(day.get("cx")) == pytest.approx((month[0] + month[1]) / 2, abs=0.15)
    assert day.tag == "circle"


def test_years_without_a_fact_are_cut_out_and_said_to_be() -> None:
    figure = drawn(event("1996"), event("2015"), event("2018-06"), event("2021-01-20"))
    for svg in both(figure):
        (cut,) = named(svg, "time-cut")
        ticks = years(svg)
        assert set(ticks) >= {"1996", "2015", "2018", "2021"}
        assert "2005" not in ticks
        left, right = span(cut)
        assert ticks["1996"] < left < right == pytest.approx(ticks["2015"], abs=0.02)
        each = ticks["2018"] - ticks["2015"]  # three years, to scale
        assert left - ticks["1996"] == pytest.approx(each / 3, rel=0.01)
        assert [text.text for text in named(svg, "time-left-out")] == ["18 years"]
        assert named(svg, "time-break")
        assert "left out: 1997 to 2014" in (svg.findtext("desc") or "")
    assert "years without a fact, left out" in words_of(ElementTree.tostring(figure, "unicode"))


def test_a_few_years_without_a_fact_are_drawn_to_scale() -> None:
    svg = wide(drawn(event("2016"), event("2018"), event("2021")))
    assert named(svg, "time-cut") == []
    ticks = years(svg)
    assert ticks["2021"] - ticks["2016"] == pytest.approx(
        (ticks["2017"] - ticks["2016"]) * 5, rel=0.01
    )


def test_a_bar_across_a_cut_is_broken_by_dots() -> None:
    svg = wide(drawn(event("19XX"), event("1950"), event("2018")))
    bars = [span(rect) for rect in named(svg, "time-span")]
    dots = [(at(line.get("x1")), at(line.get("x2"))) for line in named(svg, "time-cut-through")]
    cuts = [span(cut) for cut in named(svg, "time-cut")]
    century = bars[:-2]
    assert len(century) == 3  # 1900, 1950, 1999
    assert dots == cuts[:2]
    assert [bar[1] for bar in century[:2]] == [pytest.approx(dot[0], abs=0.02) for dot in dots]


@pytest.mark.parametrize(
    ("when", "reason", "looks"),
    [
        ("2018-04-15", None, "stated"),
        ("2018-04-15", "inferred", "reasoned"),
        ("2018-04-15", "not checked", "reasoned"),
        ("2018-04~", None, "vague"),
        ("2018?", None, "vague"),
        ("2018%", "inferred", "vague"),
    ],
)
def test_a_sign_looks_as_its_date_is_known(when: str, reason: str | None, looks: str) -> None:
    svg = wide(drawn(event(when, reason), event("2020")))
    sign = (named(svg, "time-day") + named(svg, "time-span"))[0]
    assert looks in (sign.get("class") or "")
    assert (sign.get("fill") == "currentColor") is (looks == "stated")
    assert ("stroke-dasharray" in sign.attrib) is (looks == "vague")
    words = "".join(named(svg, "time-label")[0].itertext())
    assert date_words(date(when)) in words
    assert (reason or "") in words


def test_every_look_that_is_drawn_is_in_the_legend_and_no_other() -> None:
    def legend(*events: Event) -> set[str]:
        entries = drawn(*events).findall("ul[@class='legend']/li/span")
        return {entry.text or "" for entry in entries}

    assert legend(event("2018-04-15"), event("2018-04-16")) == {"a day"}
    assert legend(event("2018"), event("2018-04~")) == {
        "some time within this span",
        "about, or uncertain",
    }
    hollow = legend(event("2018", "inferred"), event("2019", "not checked"))
    assert "date inferred or not checked" in hollow
    assert "no end given, or no beginning" in legend(event("2018/.."), event("2019"))
    assert "from … to …" in legend(event("2018/2019"), event("2019"))


def test_an_interval_is_a_line_between_the_signs_of_its_ends() -> None:
    svg = wide(drawn(event("2018-04-02/2018-09"), event("2019")))
    (line,) = named(svg, "time-through")
    (day,) = named(svg, "time-day")
    month = span(named(svg, "time-span")[0])
    assert at(line.get("x1")) == at(day.get("cx"))
    assert at(line.get("x2")) == pytest.approx(month[0], abs=0.01)


@pytest.mark.parametrize(("when", "direction"), [("2018/..", 1), ("../2018", -1)])
def test_an_open_end_is_an_arrow_away_from_the_date(when: str, direction: int) -> None:
    for svg in both(drawn(event(when), event("2018-06"))):
        (arrow,) = named(svg, "time-open")
        year = span(named(svg, "time-span")[0])
        assert at(arrow.get("x")) == pytest.approx(year[1 if direction > 0 else 0], abs=0.02)
        head = arrow.findall("path")[1].get("d") or ""
        tip = re.search(r"L(-?\d+) 0", head)
        assert tip is not None
        pixels = int(tip[1])
        assert pixels * direction > 0
        width = WIDE if svg.get("class") == "time-wide" else NARROW
        assert 0 <= at(arrow.get("x")) / 100 * width + pixels <= width


def test_a_date_without_a_year_stands_apart_on_an_axis_of_months() -> None:
    svg = wide(drawn(event("2018"), event("2019"), event("XXXX-07-01")))
    assert [text.text for text in named(svg, "time-heading")] == ["Year not given"]
    heading = float(named(svg, "time-heading")[0].get("y") or 0)
    (day,) = named(svg, "time-day")
    assert float(day.get("cy") or 0) > heading
    assert at(day.get("cx")) == pytest.approx(years(svg)["Jul"], abs=0.2)
    assert "1 date without a year set apart" in (svg.findtext("desc") or "")


def test_only_dates_without_a_year_have_no_axis_of_years() -> None:
    svg = wide(drawn(event("XXXX-07-01"), event("XXXX-02-29")))
    assert set(years(svg)) == {"Jan", "Apr", "Jul", "Oct"}


def test_each_fact_is_a_link_that_is_named_by_its_date_and_its_words() -> None:
    events = (event("2018", "inferred", "One & <two>."), event("2018-04-01", None, "x " * 200))
    for svg in both(drawn(*events)):
        links = svg.findall("a")
        assert [link.get("href") for link in links] == [one.href for one in events]
        assert [link.get("aria-label") for link in links] == [
            "2018, inferred: One & <two>.",
            f"1 April 2018: {'x ' * 200}",
        ]
        assert svg.get("role") == "group"  # links within an img would not be told
        heights = [float(row.get("height") or 0) for row in named(svg, "time-row")]
        assert min(heights) >= 24  # WCAG 2.2, 2.5.8


def test_what_is_seen_of_a_link_is_part_of_its_name() -> None:
    for svg in both(drawn(event("2018-07", "inferred", "many words " * 20), event("2019"))):
        for link in svg.findall("a"):
            seen = re.sub(r"\W+", " ", "".join(link.itertext())).strip()
            assert seen in re.sub(r"\W+", " ", link.get("aria-label") or "")


def test_the_first_of_several_facts_of_a_date_says_it() -> None:
    svg = wide(drawn(event("2018-04", None, "One."), event("2018-04", None, "Two."), event("2019")))
    assert [text.text for text in named(svg, "time-date")] == ["April 2018", "2019"]


def test_ids_are_the_pictures_own_and_name_it() -> None:
    figure = drawn(event("2018"), event("2019"))
    ids = [part.get("id") for part in figure.iter() if part.get("id")]
    assert len(ids) == len(set(ids)) == 4
    for svg in both(figure):
        labels = {part.get("id") for part in svg if part.tag in {"title", "desc"}}
        assert set((svg.get("aria-labelledby") or "").split()) == labels
    assert not [part for part in figure.iter() if "style" in part.attrib]


def test_words_have_room_beside_their_sign() -> None:
    long = "a rather long account of what happened " * 5
    dates = ("1950", "1950-02-03", "2015/2020", "2018-04-02/2018-09-30", "2020~", "2019/..")
    for svg in both(drawn(*(event(when, "inferred", long) for when in dates))):
        width = WIDE if svg.get("class") == "time-wide" else NARROW
        for text in named(svg, "time-label"):
            needed = len("".join(text.itertext())) * 6.2
            begin = at(text.get("x")) / 100 * width + float(text.get("dx") or 0)
            left, right = (
                (begin - needed, begin)
                if text.get("text-anchor") == "end"
                else (begin, begin + needed)
            )
            assert left >= -1
            assert right <= width + 1


def moments() -> st.SearchStrategy[str]:
    year = st.integers(1, 9999).map(lambda number: f"{number:04}")
    month = st.builds("{}-{:02}".format, year, st.integers(1, 12))
    day = st.builds("{}-{:02}".format, month, st.integers(1, 28))
    vague = st.builds("{}{}".format, st.one_of(year, month, day), st.sampled_from("?~%"))
    decade = st.integers(1, 999).map(lambda number: f"{number:03}X")
    without = st.builds("XXXX-{:02}-{:02}".format, st.integers(1, 12), st.integers(1, 28))
    moment = st.one_of(year, month, day, vague, decade)
    interval = st.builds("{}/{}".format, moment, st.one_of(moment, st.just("..")))
    return st.one_of(moment, interval, without).filter(
        lambda text: isinstance(edtf.parse(text), edtf.Edtf)
    )


@given(st.lists(moments(), min_size=2, max_size=12))
@example(["0002", "0001-02/0001"])
def test_whatever_the_dates_all_signs_stand_within_the_picture(dates: list[str]) -> None:
    for svg in both(drawn(*map(event, dates))):
        places = [
            at(part.get(name))
            for part in svg.iter()
            for name in ("x", "cx", "x1", "x2")
            if "%" in (part.get(name) or "")
        ]
        assert all(0 <= place <= 100 for place in places)
        assert all(span(rect)[1] <= 100.02 for rect in named(svg, "time-span"))
        assert len(svg.findall("a")) == len(dates)


@given(st.lists(st.tuples(st.integers(1, 9999), st.integers(1, 12)), min_size=1, max_size=20))
def test_a_later_day_never_stands_further_left(months: list[tuple[int, int]]) -> None:
    scale = axis([((year, month, 1), (year, month, 28)) for year, month in months])
    days = sorted(ordinal((year, month, day)) for year, month in months for day in (1, 28))
    places = [scale.place(day) for day in days]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


def test_the_axis_of_a_short_time_is_in_months_or_days() -> None:
    def words(*spans: tuple[int, int, int]) -> list[str]:
        return [
            tick.words for tick in axis([(day, day) for day in spans]).ticks(WIDE) if tick.words
        ]

    assert words((2020, 11, 3), (2021, 2, 1)) == ["Nov 2020", "Dec", "Jan 2021", "Feb"]
    assert words((2020, 11, 3), (2020, 11, 20)) == ["Nov 2020", "8", "15", "22"]
    assert year_axis().place(ordinal((1, 1, 1))) == 0


def test_more_facts_than_can_be_drawn_are_counted_by_year() -> None:
    events = (
        [event("2018-04")] * 30
        + [event("2018", "inferred")] * 10
        + [event("1996~")] * 20
        + [event("XXXX-04")]
    )
    markup = by_year(
        [one.when for one in events], "Title", "Timeline-1", lambda year: f"#Year-{year}"
    )
    svg = ElementTree.fromstring(markup).find("svg")  # noqa: S314 (our own)
    assert svg is not None
    links = svg.findall("a")
    assert [link.get("aria-label") for link in links] == [
        "1996: 20 facts, the date of 20 not stated or vague",
        "2018: 40 facts, the date of 10 not stated or vague",
        "No year: 1 fact",
    ]
    assert [link.get("href") for link in links] == ["#Year-1996", "#Year-2018", "#Year-0"]
    assert "1997–2017: no fact" in words_of(markup)
    lengths = [[at(rect.get("width")) for rect in named(link, "time-count")] for link in links]
    assert lengths[0] == pytest.approx([0, lengths[1][0] * 20 / 30], abs=0.02)
    assert lengths[1][1] == pytest.approx(lengths[1][0] / 3, abs=0.02)


def test_many_years_are_put_together_until_they_fit() -> None:
    events = [event(f"{year}") for year in range(1000, 2000)]
    markup = by_year([one.when for one in events], "Title", "Timeline-1", None)
    assert len(re.findall('class="time-count stated"', markup)) <= 41
    assert "1000–1049" in markup or "1000–1099" in markup or "1000–1024" in markup


@pytest.mark.parametrize("number", [MOST_EVENTS, MOST_EVENTS * 10, MOST_EVENTS * 100])
def test_the_size_of_a_timeline_is_bounded(number: int) -> None:
    facts = [
        fact(
            f"f{n}",
            cite("s", 1, "x"),
            kind="date",
            claim="It was.",
            date=f"{1000 + n % 999:04}-0{n % 9 + 1}",
        )
        for n in range(number)
    ]
    cards = cards_of(source("s", "x"), *facts)
    drawing = timeline_of(facts, cards, "timeline.html", "Timeline-1")
    assert drawing is not None
    assert len(drawing) < 80_000


def dated_facts(*dates: str) -> Iterator[Fact]:
    for number, when in enumerate(dates):
        yield fact(f"f{number}", cite("s", 1, "x"), kind="date", claim="It was.", date=when)


def test_the_pages_list_is_the_table_of_its_picture() -> None:
    facts = dated_facts("2020-05", "XXXX-01-20", "2019~", "../2018")
    view = page_of("timeline.html", TimelinePage, source("s", "x"), *facts)
    assert view.picture is not None
    figure = ElementTree.fromstring(str(view.picture))  # noqa: S314 (our own)
    listed = [
        (card.href, f"{entry.date.words}, not checked: It was.")
        for year in view.years
        for entry in year.entries
        for card in entry.facts
    ]
    for svg in both(figure):
        links = [(link.get("href"), link.get("aria-label")) for link in svg.findall("a")]
        assert links == listed


def test_one_date_alone_is_not_drawn() -> None:
    view = page_of("timeline.html", TimelinePage, source("s", "x"), *dated_facts("2020-05"))
    assert view.picture is None


def test_a_timeline_amid_prose_is_drawn_above_its_list() -> None:
    text = ":::{timeline}\n:kind: date\n:::"
    facts = dated_facts("2020-05", "2019")
    both_of_them = page("p", f"{text}\n\n{text}")
    body = str(page_of("p.html", ExplainerPage, source("s", "x"), *facts, both_of_them).body)
    assert body.index('<figure class="time-chart">') < body.index('<ol class="timeline">')
    ids = re.findall(r'\bid="([^"]*)"', body)
    assert len(ids) == len(set(ids)) == 8
