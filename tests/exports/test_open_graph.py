"""What a link's preview is made of, and how pages lead to the feeds."""

import pytest

from sitegen.model import Correction
from tests.exports.making import BASE
from tests.factory import Record, cite, date, fact, page, person, settings, source
from tests.views.making import pages_of

RECORDS: tuple[Record, ...] = (
    source("s", "One. Two."),
    person("ann", "Ann Lee", role="a voter"),
    page("p", "Text.", title="A page", summary="What it is about."),
    fact("a", cite("s", 1, "One"), added="2024-03-01", corrections=(
        Correction(date("2024-05-06"), "x", "y"),)),
    fact("b", cite("s", 1, "One"), added="2024-03"),
    fact("c", cite("s", 1, "One"), added="2024-03-01"),
)  # fmt: skip


def metas(path: str, base_url: str | None = BASE, language: str = "en-GB") -> dict[str, str]:
    given = settings(base_url=base_url, language=language)
    chrome = pages_of(*RECORDS, settings=given)[path].view.chrome
    return {meta.property: meta.content for meta in chrome.open_graph}


def test_a_page_is_named_described_and_placed() -> None:
    assert metas("p.html") == {
        "og:title": "A page",
        "og:type": "article",
        "og:url": f"{BASE}p.html",
        "og:site_name": "The site",
        "og:description": "What it is about.",
        "og:locale": "en_GB",
    }


def test_the_kinds_of_pages() -> None:
    assert metas("index.html")["og:type"] == "website"
    assert metas("people/ann.html")["og:type"] == "profile"
    assert metas("facts.html")["og:type"] == "article"


def test_times_are_ours_and_only_where_the_editor_gave_a_day() -> None:
    times = {name: day for name, day in metas("facts/a.html").items() if "time" in name}
    assert times == {
        "article:published_time": "2024-03-01",
        "article:modified_time": "2024-05-06",
    }
    assert not any("time" in name for name in metas("facts/b.html"))
    assert "article:modified_time" not in metas("facts/c.html")


def test_without_an_address_a_page_has_no_url_and_a_language_is_no_locale() -> None:
    found = metas("p.html", base_url=None, language="en")
    assert not {"og:url", "og:locale"} & set(found)
    assert metas("p.html", language="zh-Hant-TW")["og:locale"] == "zh_TW"


def test_a_page_for_missing_addresses_has_no_preview() -> None:
    assert metas("404.html") == {}


@pytest.mark.parametrize(
    ("path", "hrefs"),
    [
        ("index.html", ["feed.xml", "feed.json"]),
        ("facts/a.html", ["../feed.xml", "../feed.json"]),
        ("404.html", ["/facts%20of/ours/feed.xml", "/facts%20of/ours/feed.json"]),
    ],
)
def test_every_page_leads_to_the_feeds(path: str, hrefs: list[str]) -> None:
    feeds = pages_of(*RECORDS, settings=settings(base_url=BASE))[path].view.chrome.feeds
    assert [feed.href for feed in feeds] == hrefs
    assert [feed.type for feed in feeds] == ["application/atom+xml", "application/feed+json"]


def test_no_page_leads_to_feeds_that_are_not_there() -> None:
    assert pages_of(*RECORDS)["index.html"].view.chrome.feeds == ()
    undated = pages_of(source("s", "One."), settings=settings(base_url=BASE))
    assert undated["index.html"].view.chrome.feeds == ()
