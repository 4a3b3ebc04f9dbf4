"""The feeds as a feed reader, an XML parser and RFC 4287 read them."""

import json
import re
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]  # the package has no types
import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from sitegen.model import Correction, Publisher
from sitegen.views.exports import news
from tests.exports.making import BASE, files_of
from tests.factory import Record, cite, date, fact, person, settings, source, topic

ATOM = "{http://www.w3.org/2005/Atom}"
SOURCE = source("s", "“Yes,” said Ann Lee.\n60,000 <b>people</b> & more voted.")
SETTINGS = settings(
    base_url=BASE,
    title="Votes & <more>",
    description="About votes.",
    licence="CC BY 4.0",
    language="en-GB",
    publisher=Publisher("The Desk", "https://desk.example/"),
)


def corrected(*dates: str) -> tuple[Correction, ...]:
    return tuple(Correction(date(day), f"It said {day} <i>.", "A slip & so.") for day in dates)


NEWS: tuple[Record, ...] = (
    SOURCE,
    person("ann", "Ann Lee"),
    topic("t", "Votes"),
    fact("new", cite("s", 2, "60,000"), added="2024-03-01", topics=("t",)),
    fact("old", cite("s", 1, "Yes,"), kind="quote", speaker="ann", added="2023-11",
         status="denied", corrections=corrected("2024-05-06", "2024-01-02", "2024-05-06")),
    fact("undated", cite("s", 2)),
)  # fmt: skip


def atom(*records: Record) -> ElementTree.Element:
    return ElementTree.fromstring(files_of(*records, settings_=SETTINGS)["feed.xml"])  # noqa: S314 (our own file)


def items(*records: Record) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files_of(*records, settings_=SETTINGS)["feed.json"])[
        "items"
    ]
    return found


def ids(entries: Sequence[dict[str, Any]]) -> list[str]:
    return [entry["id"].removeprefix(f"{BASE}facts/") for entry in entries]


def test_the_latest_comes_first_and_facts_without_a_date_not_at_all() -> None:
    found = items(*NEWS)
    assert ids(found) == [
        "old.html",
        "old.html#Correction-2024-05-06",
        "old.html#Correction-2024-05-06-2",
        "new.html",
        "old.html#Correction-2024-01-02",
    ]
    assert [entry["date_modified"][:10] for entry in found] == [
        "2024-05-06", "2024-05-06", "2024-05-06", "2024-03-01", "2024-01-02",
    ]  # fmt: skip
    assert found[0]["date_published"] == "2023-11-01T00:00:00Z"


def test_an_entry_has_the_words_the_source_and_the_verdict() -> None:
    added = next(entry for entry in items(*NEWS) if entry["id"].endswith("new.html"))
    assert added == {
        "id": f"{BASE}facts/new.html",
        "url": f"{BASE}facts/new.html",
        "title": "Claim of new.",
        "content_html": (
            "<p>Claim of new.</p>\n<blockquote><p>60,000</p></blockquote>\n"
            f'<p><a href="{BASE}sources/s.html#new">Title of s, line 2</a>. '
            "Cited passage: matches our copy of the source.</p>"
        ),
        "date_published": "2024-03-01T00:00:00Z",
        "date_modified": "2024-03-01T00:00:00Z",
        "tags": ["Votes"],
    }


def test_a_correction_says_what_stood_before_and_why() -> None:
    correction = items(*NEWS)[1]
    assert correction["title"] == "Correction: “Yes,”"
    content = correction["content_html"]
    assert "<p>Corrected (6 May 2024). Before: It said 2024-05-06 &lt;i&gt;.</p>" in content
    assert "<p>Because: A slip &amp; so.</p>" in content
    assert "<p>Speaker: Ann Lee</p>\n<p>Status: Denied</p>" in content


def test_a_renamed_fact_is_no_news() -> None:
    before = items(SOURCE, fact("a", cite("s", 2), added="2024"))
    after = items(SOURCE, fact("b", cite("s", 2), added="2024", formerly=("a",)))
    assert ids(before) == ids(after) == ["a.html"]
    assert after[0]["url"] == f"{BASE}facts/b.html"


def test_ids_differ_even_where_facts_claim_the_same_former_name() -> None:
    found = items(
        SOURCE,
        fact("a", cite("s", 2), added="2024"),
        fact("b", cite("s", 2), added="2024", formerly=("a",)),
        fact("c", cite("s", 2), added="2024", formerly=("x",)),
        fact("d", cite("s", 2), added="2024", formerly=("x",)),
    )
    assert ids(found) == ["a.html", "b.html", "c.html", "d.html"]
    chained = items(
        SOURCE,
        fact("c", cite("s", 2), added="2024", formerly=("x",)),
        fact("d", cite("s", 2), added="2024", formerly=("x",)),
        fact("e", cite("s", 2), added="2024", formerly=("c",)),
    )
    assert ids(chained) == ["c.html", "d.html", "e.html"]


def test_characters_that_html_forbids_are_replaced_in_both_feeds() -> None:
    correction = Correction(date("2024"), "a\x0bb", "c\ufffed")
    records = (SOURCE, fact("a", cite("s", 2), corrections=(correction,)))
    assert "Before: a\ufffdb</p>\n<p>Because: c\ufffdd</p>" in items(*records)[0]["content_html"]
    assert "Before: a\ufffdb</p>" in (atom(*records).findtext(f"{ATOM}entry/{ATOM}content") or "")


def test_a_fact_that_contradicting_words_stand_against_says_so() -> None:
    (entry,) = items(SOURCE, fact("a", cite("s", 1, "Yes", contradicts=True), added="2024"))
    assert entry["content_html"].endswith("A cited passage contradicts this.</p>")


def test_a_feed_holds_the_latest_entries_only() -> None:
    many = [fact(f"f{n:03}", cite("s", 2), added=f"2024-01-{n % 28 + 1:02}") for n in range(120)]
    found = items(SOURCE, *many)
    assert len(found) == news.MOST
    assert found[0]["date_published"].startswith("2024-01-28")


@pytest.mark.parametrize("day", ["XXXX-01-20", "../2024"])
def test_a_date_without_a_first_day_is_none(day: str) -> None:
    files = files_of(SOURCE, fact("a", cite("s", 2), added=day), settings_=SETTINGS)
    assert not {"feed.xml", "feed.json"} & set(files)


def test_without_an_address_or_without_dates_there_is_no_feed() -> None:
    feeds = {"feed.xml", "feed.json"}
    assert not feeds & set(files_of(*NEWS, base_url=None))
    assert not feeds & set(files_of(SOURCE, fact("a", cite("s", 2))))
    assert feeds <= set(files_of(*NEWS))


# real readers


def test_a_feed_reader_reads_the_atom_feed_without_complaint() -> None:
    read = feedparser.parse(files_of(*NEWS, settings_=SETTINGS)["feed.xml"])
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "Votes & <more>"
    assert read.feed.subtitle == "About votes."
    assert read.feed.id == f"{BASE}feed.xml"
    assert read.feed.author_detail == {"name": "The Desk", "href": "https://desk.example/"}
    assert read.feed.language == "en-GB"
    assert read.feed.updated == "2024-05-06T00:00:00Z"
    assert {(link.rel, link.href) for link in read.feed.links} == {
        ("self", f"{BASE}feed.xml"),
        ("alternate", BASE),
    }
    listed = items(*NEWS)
    assert [entry.id for entry in read.entries] == [entry["id"] for entry in listed]
    assert [entry.link for entry in read.entries] == [entry["url"] for entry in listed]
    assert all(entry.updated_parsed and entry.published_parsed for entry in read.entries)
    assert read.entries[3].tags[0].term == "Votes"
    assert read.entries[3].content[0].type == "text/html"
    assert "<blockquote><p>60,000</p></blockquote>" in read.entries[3].content[0].value


def test_the_atom_feed_has_what_rfc_4287_requires() -> None:
    feed = atom(*NEWS)
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert len(feed.findall(f"{ATOM}{name}")) == 1
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        for name in ("id", "title", "updated", "published", "content"):
            assert len(entry.findall(f"{ATOM}{name}")) == 1, name
        when = entry.findtext(f"{ATOM}updated") or ""
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", when)
    named = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(named)) == len(named) == 5
    alternate = [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='alternate']")]
    assert alternate == [BASE]


def test_the_json_feed_has_what_its_version_requires() -> None:
    feed = json.loads(files_of(*NEWS, settings_=SETTINGS)["feed.json"])
    assert {name: value for name, value in feed.items() if name != "items"} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Votes & <more>",
        "home_page_url": BASE,
        "feed_url": f"{BASE}feed.json",
        "description": "About votes.",
        "language": "en-GB",
        "authors": [{"name": "The Desk", "url": "https://desk.example/"}],
    }
    for entry in feed["items"]:
        assert all(isinstance(entry[name], str) for name in ("id", "url", "content_html"))


def test_a_site_without_a_publisher_is_its_own_author() -> None:
    files = files_of(SOURCE, fact("a", cite("s", 2), added="2024"))
    assert json.loads(files["feed.json"])["authors"] == [{"name": "The site"}]
    assert b"<author>\n<name>The site</name>\n</author>" in files["feed.xml"]


ANYTHING = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@profile(max_examples=60, deadline=None)
@given(ANYTHING, ANYTHING)
def test_whatever_the_words_the_feed_is_xml_that_gives_them_back(title: str, words: str) -> None:
    kept = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", title)
    given_ = settings(base_url=BASE, title=title)
    correction = Correction(date("2024"), words, words)
    entry = fact("a", cite("s", 2), added="2024", corrections=(correction,))
    feed = ElementTree.fromstring(files_of(SOURCE, entry, settings_=given_)["feed.xml"])  # noqa: S314 (our own file)
    assert feed.findtext(f"{ATOM}title") == kept
