"""The pages of facts, people and topics, the lists, and the frame around them."""

import re
from decimal import Decimal

import pytest

from sitegen.model import Basis, BasisKind, Correction, Publisher
from sitegen.views.kinds import (
    CorrectionsPage,
    FactPage,
    Link,
    MethodologyPage,
    NotFoundPage,
    NumbersPage,
    TimelinePage,
)
from sitegen.views.pictures.chart import Bar, chart
from tests.factory import (
    Record,
    cite,
    date,
    fact,
    page,
    person,
    settings,
    source,
    unnamed,
)
from tests.views.making import page_of, pages_of

S = source("s", "60,000 people voted. “It is late,” said Ann Lee on 4 May 2020. 50 stayed.")
ANN = person("ann", "Ann Lee")


def fact_page(made: Record, *records: Record) -> FactPage:
    return page_of("facts/a.html", FactPage, S, ANN, made, *records)


def test_a_quotation_has_its_words_its_speaker_and_its_date() -> None:
    view = fact_page(
        fact(
            "a",
            cite("s", 1, "It is", "late,"),
            kind="quote",
            speaker="ann",
            said="2020-05-04",
            via="the radio",
            according_to=unnamed("a friend"),
        )
    )
    card = view.fact
    assert card.pieces == ("It is", "late,")
    assert str(card.headline) == "“It is” … “late,”"
    assert card.speaker == Link("Ann Lee", "../people/ann.html")
    assert card.attribution == "according to a friend, via the radio"
    assert (card.date_label, card.date and card.date.words) == ("said", "4 May 2020")
    assert (view.claim, view.wording) == (None, None)
    assert view.chrome.title == "“It is” … “late,” – The site"


def test_the_words_shown_are_those_of_the_source_over_line_ends() -> None:
    wrapped = source("w", "He said it was\nlate again.")
    view = fact_page(
        fact("a", cite("w", (1, 2), "was\nlate"), kind="quote", speaker="ann"), wrapped
    )
    assert view.fact.pieces == ("was late",)
    assert view.fact.lines == "lines 1–2"


def test_evidence_leads_to_the_words_and_says_how_they_were_found() -> None:
    view = fact_page(
        fact("a", cite("s", 1, "60,000"), cite("s", 1), cite("s", 1, "50", contradicts=True))
    )
    found, unchecked, contradicting = view.evidence
    assert (found.highlight, found.verdict.words) == (
        "../sources/s.html#a",
        "matches our copy of the source",
    )
    assert (unchecked.highlight, unchecked.verdict.code, unchecked.words) == (
        "../sources/s.html#L1",
        "unchecked",
        (),
    )
    assert contradicting.highlight == "../sources/s.html#a--3"
    assert contradicting.contradicts
    assert view.fact.verdict.code == "unchecked"
    assert view.fact.contradicted == "A cited passage contradicts this."


def test_nothing_that_no_rule_checked_looks_checked() -> None:
    view = fact_page(
        fact(
            "a",
            cite("s", 1, "60,000"),
            claim="Many voted.",
            note="So it says.",
            date="2020",
            kind="date",
            status="alleged",
        )
    )
    assert {field.name: field.verdict and field.verdict.code for field in view.fields} == {
        "date": "unchecked",
        "status": "unchecked",
    }
    assert view.parts == "Not checked by a rule: date, status."
    assert view.wording == (
        "The sentence and the note are our wording. "
        "Whether they follow from the source’s words is not checked by a rule."
    )


def test_a_field_shows_what_it_rests_on() -> None:
    basis = {"date": Basis(BasisKind.INFERRED, "It says today.", ("b",))}
    view = fact_page(
        fact("a", cite("s", 1, "60,000"), kind="date", claim="x", date="2020", basis=basis),
        fact("b", cite("s", 1, "voted")),
    )
    (row,) = view.fields
    assert (row.label, str(row.value), row.basis) == (
        "Date",
        '<time datetime="2020">2020</time>',
        "inferred: It says today.",
    )
    assert [ref.id for ref in row.basis_facts] == ["b"]
    assert view.parts == "Inferred by us; not checked by a rule: date."
    assert [ref.id for ref in view.rests_on] == ["b"]


def test_a_claim_links_what_it_names_and_a_headline_does_not() -> None:
    view = fact_page(
        fact("a", cite("s", 1, "60,000"), claim="{person}`ann` saw {value}`b` {fact}`b`."),
        fact("b", cite("s", 1, "50"), kind="count", claim="Fifty.", value="50", unit="people"),
    )
    assert str(view.fact.headline) == (
        '<span class="person">Ann Lee</span> saw <span class="value">50</span>.'
    )
    assert str(view.claim) == (
        '<a class="person" href="../people/ann.html">Ann Lee</a> saw '
        '<a class="value" href="../facts/b.html">50</a>'
        '<sup><a class="fact-ref" href="../facts/b.html" title="Fifty." '
        'aria-label="Fact: Fifty.">fact</a></sup>.'
    )
    assert view.chrome.page_title == "Ann Lee saw 50."


def test_long_quotations_are_cut_within_their_marks() -> None:
    long = source(
        "long", "He said: it is so very late that nobody will come any more today at all."
    )
    words = "it is so very late that nobody will come any more today at all."
    view = fact_page(fact("a", cite("long", 1, words), kind="quote", speaker="ann"), long)
    title = view.chrome.page_title
    assert title == "“it is so very late that nobody will come any more today at all.”"
    longer = fact("a", cite("long", 1, f"He said: {words}"), kind="quote", speaker="ann")
    assert fact_page(longer, long).chrome.page_title == (
        "“He said: it is so very late that nobody will come any more today\N{NO-BREAK SPACE}…”"
    )


def test_facts_that_name_each_other_do_not_go_round_in_circles() -> None:
    view = fact_page(
        fact("a", cite("s", 1, "60,000"), claim="As {fact}`b`."),
        fact("b", cite("s", 1, "50"), claim="As {fact}`a`."),
    )
    assert str(view.fact.headline) == "As."


def test_a_measure_is_said_in_words() -> None:
    one = cite("s", 1, "60,000")
    view = fact_page(
        fact("a", one, kind="count", claim="x", value="60000", unit="votes", measure="the-vote")
    )
    assert [str(row.value) for row in view.fields if row.name == "measure"] == ["The vote"]


def test_other_figures_of_the_same_measure_stand_beside() -> None:
    kind = {"kind": "count", "claim": "x", "unit": "votes", "measure": "m"}
    view = fact_page(
        fact("a", cite("s", 1, "60,000"), value="60000", **kind),
        fact("b", cite("s", 1, "60,000"), value="60000", **kind),
        fact("c", cite("s", 1, "50"), value="50", **kind),
    )
    assert re.findall(r'href="../facts/(.)\.html"', str(view.differing)) == ["a", "c"]


def test_corrections_and_accepted_warnings_are_open() -> None:
    made = fact(
        "a",
        cite("s", 1, "60,000"),
        corrections=(
            Correction(date("2020"), "Few voted.", "We misread."),
            Correction(date("2021"), "Some voted.", "We erred."),
        ),
        accept={"quote-short": "It is a name.", "quote-cut": "Never raised."},
    )
    records = (
        S,
        made,
        fact("b", cite("s", 1, "50"), corrections=(Correction(date("2020-06"), "x", "y"),)),
    )
    assert [c.was for c in fact_page(made).corrections] == ["Some voted.", "Few voted."]
    page_ = page_of("corrections.html", CorrectionsPage, *records)
    assert [(c.fact.id, c.date.words) for c in page_.corrections] == [
        ("a", "2021"),
        ("b", "June 2020"),
        ("a", "2020"),
    ]
    methodology = page_of("methodology.html", MethodologyPage, *records)
    assert [(a.code, a.because) for a in methodology.accepted] == [("quote-short", "It is a name.")]


def test_numbers_are_by_measure_then_by_unit() -> None:
    one = cite("s", 1, "50")
    view = page_of(
        "numbers.html",
        NumbersPage,
        S,
        fact("a", one, kind="count", claim="x", value="50", unit="people"),
        fact("b", one, kind="count", claim="x", value="60000", unit="votes", measure="the-vote"),
        fact("c", one, kind="count", claim="x", value="50", unit="votes", measure="the-vote"),
        fact("d", one, kind="count", claim="x", value="2", unit="votes", measure="other"),
        fact("e", one, kind="rank", claim="x", value="1", of="all"),
        fact("f", one),
    )
    assert view.count == 5
    assert [(m.title, m.differ, [c.id for c in m.facts], bool(m.chart)) for m in view.measures] == [
        ("Other", None, ["d"], False),
        (
            "The vote",
            "The source gives different figures: 60,000 votes; 50 votes. None of them says of when "
            "it is. Which of them is right, this site does not judge.",
            ["b", "c"],
            True,
        ),
        ("People", None, ["a"], False),
        ("Ranks", None, ["e"], False),
    ]


def test_the_timeline_is_by_year_and_ends_with_what_has_none() -> None:
    one = cite("s", 1, "50")
    dates = {"a": "2020-05", "b": "../2019", "c": "XXXX-01-20", "d": "2020", "e": "2020-05"}
    view = page_of(
        "timeline.html",
        TimelinePage,
        S,
        *(fact(name, one, kind="date", claim="x", date=when) for name, when in dates.items()),
        fact("f", one),
    )
    assert view.count == 5
    assert [
        (year.id, year.title, [(e.date.words, [c.id for c in e.facts]) for e in year.entries])
        for year in view.years
    ] == [
        ("Year-2019", "2019", [("2019 or earlier", ["b"])]),
        ("Year-2020", "2020", [("2020", ["d"]), ("May 2020", ["a", "e"])]),
        ("Year-unknown", "Year not given", [("20 January (year not given)", ["c"])]),
    ]


SITE = settings(
    base_url="https://a.example/b",
    publisher=Publisher("The desk", "https://desk.example", "desk@a.example"),
    report_email="desk@a.example",
)
PAGES: tuple[Record, ...] = (
    page("index", "x"),
    page("zed", "x", order=1),
    page("any", "x"),
    page("bar", "x"),
)


def test_the_navigation_lists_pages_in_their_order_and_then_the_lists() -> None:
    pages = pages_of(S, fact("a", cite("s", 1, "50")), *PAGES)
    entries = pages["any.html"].view.chrome.navigation
    assert [(e.href, e.current) for e in entries] == [
        ("zed.html", False),
        ("any.html", True),
        ("bar.html", False),
        ("facts.html", False),
        ("sources.html", False),
        ("methodology.html", False),
        ("corrections.html", False),
        ("search.html", False),
    ]
    assert pages["facts/a.html"].view.chrome.navigation[0].href == "../zed.html"


def test_the_frame_of_a_fact() -> None:
    chrome = pages_of(S, fact("a", cite("s", 1, "50")), settings=SITE)["facts/a.html"].view.chrome
    assert chrome.canonical == "https://a.example/b/facts/a.html"
    assert chrome.breadcrumbs == (
        Link("Home", "../index.html"),
        Link("Facts", "../facts.html"),
        Link("Claim of a."),
    )
    assert chrome.report is not None
    assert chrome.report.href == "mailto:desk@a.example?subject=The%20site%3A%20a"
    assert chrome.publisher is not None
    assert chrome.publisher.email == "mailto:desk@a.example"
    assert [(s.name, s.value) for s in chrome.settings] == [("a", "1"), ("b", "2")]
    assert (chrome.home, chrome.methodology) == ("../index.html", "../methodology.html")


def test_without_a_base_url_nothing_is_absolute() -> None:
    pages = pages_of(S, fact("a", cite("s", 1, "50")), *PAGES)
    assert {page.view.chrome.canonical for page in pages.values()} == {None}
    missing = pages["404.html"].view
    assert isinstance(missing, NotFoundPage)
    chrome = missing.chrome
    assert (chrome.home, chrome.navigation, chrome.stylesheets, chrome.icon) == (None, (), (), None)


def test_with_a_base_url_a_missing_page_has_links_with_whole_paths() -> None:
    """The host is whichever a reader asked: a copy that is put up for a look has another name."""
    chrome = pages_of(S, *PAGES, settings=SITE)["404.html"].view.chrome
    assert chrome.home == "/b/"
    assert chrome.stylesheets == ("/b/assets/style.1.css",)
    assert {entry.href.startswith("/b/") for entry in chrome.navigation} == {True}
    assert chrome.canonical is None


@pytest.mark.parametrize(
    ("records", "site", "hidden"),
    [
        ((S,), settings(noindex=True), {"index.html", "sources/s.html"}),
        ((source("s", "x", noindex=True),), settings(), {"sources/s.html"}),
        ((page("index", "x", noindex=True), S), settings(), {"index.html"}),
    ],
)
def test_what_search_engines_are_asked_to_leave_out(
    records: tuple[Record, ...], site: object, hidden: set[str]
) -> None:
    pages = pages_of(*records, settings=site)  # type: ignore[arg-type]  # settings are settings
    found = {path for path in ("index.html", "sources/s.html") if pages[path].view.chrome.noindex}
    assert found == hidden


def test_bars_grow_from_a_common_zero() -> None:
    def bar(number: str) -> Bar:
        return Bar(Link(number), Decimal(number), number, None, Link("s"), "line 1")

    drawing = chart([bar("-10"), bar("30"), bar("0")], "Title", "Chart-1")
    bars = re.findall(r'chart-bar" x="([^"]*)" y="[^"]*" width="([^"]*)"', drawing)
    assert bars == [("0%", "25%"), ("25%", "75%"), ("25%", "0%")]
    assert 'class="chart-axis" x1="25%"' in drawing
