"""The search page, and what of other pages is searched."""

import re

import pytest

from sitegen.model import Settings
from sitegen.views import PageView, search_documents, views
from sitegen.views.kinds import SearchPage
from sitegen.views.pages import search
from tests.factory import Record, cite, fact, page, person, source, topic
from tests.views.making import LOOK, pages_of, shown_of

S = source("s", "Ships & lamps.\n\nThe lamp is lit. “I go,” said Ada.", publisher="The Gazette")
ADA = person("ada", "Ada Finch", role="keeper")
RECORDS: tuple[Record, ...] = (
    S,
    ADA,
    person("p", "Bo", role="a boy", private=True),
    topic("lamps", "Lamps", summary="On **lamps**."),
    page("tale", "It is {fact}`lit`.\n\n:::{facts}\n:ids: lit\n:::\n", title="A tale"),
    fact("lit", cite("s", 3, "lamp is lit"), claim="The lamp is lit.", topics=("lamps",)),
    fact("an", cite("s", 3, "lamp is lit"), claim="A lamp & a fire were lit."),
    fact("go", cite("s", 3, "I go"), kind="quote", speaker="ada", people=("p",)),
)


def search_of(*records: Record, indexed: bool = False) -> SearchPage:
    made = {one.path: one for one in views(shown_of(*records), LOOK, indexed=indexed)}
    view = made["search.html"].view
    assert isinstance(view, SearchPage)
    return view


def documents(*records: Record, settings: Settings | None = None) -> dict[str, str]:
    made = pages_of(*records, settings=settings)
    return {path: raw.decode() for path, raw in search_documents(made.values())}


def fields(document: str) -> list[str]:
    return re.findall(r'data-pagefind-filter="([^"]*)"', document)


def test_every_page_is_listed_by_its_heading() -> None:
    view = search_of(*RECORDS)
    assert view.figures == "8 pages by their headings"
    assert {
        one.title: [(e.page.text, e.page.href, e.about) for e in one.entries]
        for one in view.sections
    } == {
        "Pages to read": [("A tale", "tale.html", None)],
        "Topics": [("Lamps", "topics/lamps.html", None)],
        "People": [("a boy", "people/p.html", None), ("Ada Finch", "people/ada.html", "keeper")],
        "Sources": [("Title of s", "sources/s.html", "The Gazette")],
        "Quotations": [("“I go”", "facts/go.html", "Ada Finch")],
        "Claims": [
            ("A lamp & a fire were lit.", "facts/an.html", None),
            ("The lamp is lit.", "facts/lit.html", None),
        ],
    }
    assert [one.count for one in view.sections] == [1, 1, 2, 1, 1, 2]


def test_too_many_facts_are_counted_and_stand_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_MOST_FACTS", 2)
    view = search_of(*RECORDS)
    claims = view.sections[-1]
    assert (claims.title, claims.count, claims.entries) == ("Claims", 2, ())
    assert claims.elsewhere is not None
    assert claims.elsewhere.href == "facts.html"
    assert view.sections[0].elsewhere is None
    assert view.figures == "8 pages by their headings"


def test_a_site_with_nothing_in_it() -> None:
    view = search_of()
    assert (view.sections, view.figures) == ((), "0 pages by their headings")


def test_only_with_an_index_is_there_a_box_and_a_policy_for_it() -> None:
    with_index, without = search_of(*RECORDS, indexed=True), search_of(*RECORDS)
    assert (with_index.bundle, without.bundle) == ("pagefind/", None)
    assert "script-src 'self' 'wasm-unsafe-eval';" in with_index.chrome.policy
    assert "script-src 'self';" in without.chrome.policy
    assert with_index.sections == without.sections


def test_no_other_page_changes_with_the_index() -> None:
    def others(*, indexed: bool) -> list[PageView]:
        made = views(shown_of(*RECORDS), LOOK, indexed=indexed)
        return [one for one in made if one.path != "search.html"]

    assert others(indexed=True) == others(indexed=False)


def test_lists_are_not_searched() -> None:
    assert sorted(documents(*RECORDS)) == [
        "facts/an.html",
        "facts/go.html",
        "facts/lit.html",
        "people/ada.html",
        "people/p.html",
        "sources/s.html",
        "tale.html",
        "topics/lamps.html",
    ]


def test_what_a_result_shows_and_is_chosen_by() -> None:
    made = documents(*RECORDS)
    matches = "matches our copy of the source"
    assert fields(made["facts/go.html"]) == [
        "kind:Quotation",
        "person:Ada Finch",
        "person:a boy",
        "source:Title of s",
        f"verdict:quoted words: {matches}",
    ]
    assert fields(made["facts/lit.html"])[1:] == [
        "topic:Lamps",
        "source:Title of s",
        f"verdict:cited passage: {matches}",
    ]
    assert 'data-pagefind-meta="speaker:Ada Finch"' in made["facts/go.html"]
    assert "speaker:" not in made["facts/lit.html"]
    assert fields(made["people/ada.html"]) == ["kind:Person", "person:Ada Finch"]
    assert fields(made["sources/s.html"]) == ["kind:Source", "source:Title of s"]
    assert fields(made["topics/lamps.html"]) == ["kind:Topic", "topic:Lamps"]
    assert fields(made["tale.html"]) == ["kind:Page"]


def test_a_fact_is_found_by_its_words_and_those_around_them() -> None:
    document = documents(*RECORDS)["facts/go.html"]
    assert "“I go,” said Ada." in document
    assert ">“I go”</h1>" in document
    assert ">A lamp &amp; a fire were lit.</h1>" in documents(*RECORDS)["facts/an.html"]


def test_a_source_is_found_by_line() -> None:
    document = documents(*RECORDS)["sources/s.html"]
    assert '<p id="L1">Ships &amp; lamps.</p>' in document
    assert 'id="L2"' not in document
    assert '<p id="L3">The <mark' in document


def test_names_that_are_html_stay_text() -> None:
    document = documents(S, person("x", 'A "<i>:,[b]'))["people/x.html"]
    assert 'data-pagefind-filter="person:A &quot;&lt;i&gt;:,[b]"' in document
    assert ">A &quot;&lt;i&gt;:,[b]</h1>" in document
