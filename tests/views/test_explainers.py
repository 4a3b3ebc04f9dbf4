"""Explainer pages: roles become words with citation marks, directives become lists and charts."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sitegen.build import check
from sitegen.snapshot import Snapshot
from sitegen.views import redact, views
from sitegen.views.kinds import ExplainerPage
from tests.cases.reading import Case
from tests.factory import Record, cite, fact, page, person, settings, source, topic
from tests.views.making import LOOK, page_of, pages_of, words_of

RECORDS: tuple[Record, ...] = (
    source("s", "60,000 people voted. “It is late,” said Ann Lee on 4 May 2020. 50 stayed."),
    person("ann", "Ann Lee"),
    person("secret", "Cy Doe", role="a neighbour", private=True),
    topic("t", "The topic"),
    fact(
        "votes",
        cite("s", 1, "60,000 people"),
        kind="count",
        claim="60,000 voted, {person}`ann` said.",
        value="60000",
        unit="people",
        modifier="nearly",
    ),
    fact("stayed", cite("s", 1, "50"), kind="count", claim="Fifty.", value="50", unit="people"),
    fact("late", cite("s", 1, "It is late,"), kind="quote", speaker="ann", said="2020-05-04"),
    fact("bare", cite("s", 1, "voted"), note="n"),
)


def explainer(body: str) -> ExplainerPage:
    return page_of("p.html", ExplainerPage, *RECORDS, page("p", body))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{value}`votes` people", "nearly 60,0001 people"),
        ("{quote}`late` she said", "“It is late,”1 she said"),
        ("on {date}`late`", "on 4 May 20201"),
        ("as said {fact}`bare`.", "as said1."),
        ("as said\n{fact}`bare`.", "as said1."),
        ("{person}`ann` and {person}`secret`", "Ann Lee and a neighbour"),
        ("the {plain}`2020 <election>`", "the 2020 &lt;election&gt;"),
        (
            "{value}`votes` or {value}`stayed` or {value}`votes`",
            "nearly 60,0001 or 502 or nearly 60,0001",
        ),
    ],
)
def test_roles_become_words_and_marks(body: str, words: str) -> None:
    assert words_of(str(explainer(body).body)) == words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("On {date}`late` she said {quote}`late`", "On 4 May 2020 she said “It is late,”1"),
        ("{value}`votes` people {fact}`votes`.", "nearly 60,000 people1."),
        ("{value}`votes` and {quote}`late` {fact}`late`", "nearly 60,0001 and “It is late,”2"),
        ("On {date}`late`. She said {quote}`late`", "On 4 May 20201. She said “It is late,”1"),
        ("On {date}`late`\n\n{quote}`late`", "On 4 May 20201 “It is late,”1"),
        ("*On {date}`late`* she said {quote}`late`", "On 4 May 2020 she said “It is late,”1"),
    ],
)
def test_marks_of_one_fact_in_one_sentence_are_one(body: str, words: str) -> None:
    assert words_of(str(explainer(body).body)) == words


def test_a_marks_note_has_the_words_in_their_sentence_the_source_and_the_verdict() -> None:
    body = str(explainer("{value}`stayed`").body)
    assert words_of(body) == "501"
    note = re.search(r'<span class="cite-note" popover id="([^"]*)">(.*)</span></span>', body)
    assert note is not None
    assert f'popovertarget="{note[1]}"' in body
    assert '<span class="cite-words"><mark>50</mark> stayed.</span>' in note[2]
    assert "<cite>Title of s</cite>" in note[2]
    verdict = "matches our copy of the source, line\N{NO-BREAK SPACE}1"
    assert f'<a href="sources/s.html#stayed">{verdict}</a>' in note[2]
    assert '<a href="facts/stayed.html">The fact, and how it was checked</a>' in note[2]


STAYED = """\
source: letter
facts:
  stayed:
    kind: count
    claim: Fifty people stayed.
    value: 50
    unit: people
    as_of: 2020-05-04
    basis: {as_of: {inferred: The letter gives no year; its other dates are of 2020.}}
    cite: {lines: 1, exact: 50 people stayed}
"""


@pytest.mark.parametrize(
    ("role", "caveats"),
    [
        ("{value}`stayed`", []),
        ("{fact}`stayed`", []),
        ("{date}`stayed`", ["the date: inferred by us; not checked by a rule"]),
    ],
)
def test_a_note_says_when_the_words_do_not_state_the_date_in_the_prose(
    role: str, caveats: list[str], tmp_path: Path
) -> None:
    files: dict[str, str | None] = {
        "seeds/letter.txt": "On 4 May 50 people stayed, said Ada Lovelace.\n",
        "content/facts/a.yaml": STAYED,
        "content/pages/p.md": f"---\ntitle: P\n---\n\n{role}\n",
    }
    Case("views", "caveats", files, []).write(tmp_path)
    shown = redact(check(Snapshot(tmp_path)).linked)
    view = next(page.view for page in views(shown, LOOK) if page.path == "p.html")
    assert isinstance(view, ExplainerPage)
    body = str(view.body)
    assert re.findall(r'<span class="cite-caveat verdict">([^<]*)</span>', body) == caveats


def test_references_stand_in_the_order_of_their_numbers() -> None:
    found = explainer("{value}`stayed` and {fact}`votes`. Again {fact}`stayed`.").references
    assert [(r.number, r.id, r.fact.id) for r in found] == [
        (1, "Ref-1", "stayed"),
        (2, "Ref-2", "votes"),
    ]
    assert [[(link.text, link.href) for link in r.back] for r in found] == [
        [("1", "#Cite-1-1"), ("2", "#Cite-1-2")],
        [("1", "#Cite-2-1")],
    ]
    assert [r.evidence[0].highlight for r in found] == [
        "sources/s.html#stayed",
        "sources/s.html#votes",
    ]


def test_back_links_lead_to_marks_that_are_there() -> None:
    page_ = explainer("On {date}`late` {quote}`late` {fact}`late`. Then {fact}`late`.")
    ids = re.findall(r'class="cite-mark" id="([^"]*)"', str(page_.body))
    assert [link.href for link in page_.references[0].back] == [f"#{name}" for name in ids]


def test_links_are_relative_and_assets_have_their_published_names() -> None:
    from sitegen.model import Asset

    body = "[a](index.md) [b](sources/s.html#L1) [c](https://a.example/?a&b) ![m](assets/map.png)"
    records = (*RECORDS, Asset("map.png", b""), page("p", body))
    markup = str(page_of("p.html", ExplainerPage, *records).body)
    assert re.findall(r'(?:href|src)="([^"]*)"', markup) == [
        "index.html",
        "sources/s.html#L1",
        "https://a.example/?a&amp;b",
        "assets/map.4.png",
    ]


def directive(name: str, options: str) -> str:
    return str(explainer(f":::{{{name}}}\n{options}\n:::").body)


def test_a_list_of_facts() -> None:
    body = directive("facts", ":ids: late votes")
    assert body.startswith('<ul class="facts">')
    assert re.findall(r'<div class="(card [^"]*)">', body) == [
        "card kind-quote verdict-found",
        "card kind-count verdict-found",
    ]
    assert '<p class="card-by"><a href="people/ann.html">Ann Lee</a></p>' in body
    assert '<p class="card-value"><strong>nearly 60,000</strong> people</p>' in body
    assert '<a href="facts/late.html">“It is late,”</a>' in body


def test_no_link_stands_within_a_link() -> None:
    headline = '60,000 voted, <span class="person">Ann Lee</span> said.'
    assert f'<a href="facts/votes.html">{headline}</a>' in directive("facts", ":ids: votes")


def test_a_timeline() -> None:
    body = directive("timeline", ":kind: quote")
    assert body.startswith('<ol class="timeline">')
    assert '<p class="timeline-date"><time datetime="2020-05-04">4 May 2020</time></p>' in body


def test_facts_side_by_side() -> None:
    body = directive("compare", ":ids: late votes")
    assert body.startswith('<div class="compare">')
    assert body.count('<div class="card ') == 2


def test_a_chart_has_its_figures_in_a_table() -> None:
    figure = ElementTree.fromstring(directive("chart", ":kind: count"))  # noqa: S314 (our own)
    svg = figure.find("svg")
    assert svg is not None
    values = [tspan.text for tspan in svg.findall("text[@class='chart-value']/tspan")]
    assert values == ["50 people, not checked", "nearly 60,000 people, not checked"]
    assert [row.findtext("td") for row in figure.findall("table/tbody/tr")] == values


def test_two_charts_on_a_page_have_ids_of_their_own() -> None:
    chart = ":::{chart}\n:kind: count\n:::"
    ids = re.findall(r'id="([^"]*)"', str(explainer(f"{chart}\n\n{chart}").body))
    assert len(ids) == len(set(ids)) == 4


def test_the_home_page_is_the_page_called_index() -> None:
    view = page_of("index.html", ExplainerPage, *RECORDS, page("index", "Hello.", title="Hi"))
    assert (view.title, view.is_home, str(view.body)) == ("Hi", True, "<p>Hello.</p>\n")
    assert view.front is None


def test_without_one_the_home_page_shows_what_there_is() -> None:
    view = page_of(
        "index.html", ExplainerPage, *RECORDS, settings=settings(description="About votes.")
    )
    assert (view.title, view.summary, str(view.body)) == ("The site", "About votes.", "")
    assert view.front is not None
    shown = {card.id for section in view.front.sections for card in section.facts}
    assert shown == {"late", "bare", "stayed", "votes"}


def test_a_page_leads_to_its_topics_and_they_to_it() -> None:
    pages = pages_of(*RECORDS, page("p", "x", topics=("t",)))
    assert pages["p.html"].view.topics[0].href == "topics/t.html"  # type: ignore[union-attr]  # a page
    assert pages["topics/t.html"].view.pages[0].href == "../p.html"  # type: ignore[union-attr]  # a topic
