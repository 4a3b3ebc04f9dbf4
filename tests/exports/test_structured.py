"""What the pages say in the terms of schema.org, as a JSON-LD processor reads it."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Correction, Publisher
from sitegen.views.exports.json_text import tight
from sitegen.views.exports.structured import script_block
from tests.exports.contexts import SCHEMA, expanded
from tests.exports.making import BASE
from tests.factory import Record, cite, date, fact, page, person, settings, source, topic, unnamed
from tests.views.making import pages_of

# The classes of schema.org that we use, each with its properties or those of its
# parents CreativeWork and Thing.
_THING = {"description", "identifier", "mainEntityOfPage", "name", "sameAs", "url",
          "alternateName", "disambiguatingDescription"}  # fmt: skip
_WORK = _THING | {
    "about", "archivedAt", "author", "citation", "correction", "dateCreated", "datePublished",
    "inLanguage", "isPartOf", "license", "publisher", "text",
}  # fmt: skip
TERMS = {
    "Article": _WORK,
    "BreadcrumbList": _THING | {"itemListElement"},
    "Claim": _WORK | {"appearance"},
    "CorrectionComment": _WORK,
    "CreativeWork": _WORK,
    "DataDownload": _WORK | {"contentUrl", "encodingFormat"},
    "Dataset": _WORK | {"distribution"},
    "ListItem": _THING | {"item", "position"},
    "Organization": _THING,
    "Person": _THING,
    "Quotation": _WORK | {"spokenByCharacter"},
    "WebSite": _WORK,
}
SOURCE = source(
    "s", "“Yes,” said Ann Lee.\n60,000 people.", publisher="The Daily", author="Bo Ray",
    published=date("2021-01-20"), url="https://daily.example/é", language="en",
    archive_url="https://archive.example/1",
)  # fmt: skip
ANN = person("ann", "Ann Lee", aliases=("Ann",), role="a voter", url="https://ann.example/",
             wikidata="Q42")  # fmt: skip
CY = person("cy", "Cy Doe", private=True, role="a neighbour", url="https://cy.example/")
QUOTE = fact("a", cite("s", 1, "Yes,"), kind="quote", speaker="ann", said="2018-09-07")
RECORDS: tuple[Record, ...] = (
    SOURCE,
    source("t", "Nobody came."),
    ANN,
    CY,
    topic("t", "Topic"),
    page("p", "Text."),
    QUOTE,
    fact("b", cite("s", 2, "60,000"), cite("t", 1, contradicts=True),
         claim="*Many* </script> came.", according_to="ann", people=("ann", "cy"),
         status="rumoured", corrections=(Correction(date("2024-05"), "few", "A slip."),)),
    fact("c", cite("s", 1, "Yes,"), kind="quote", speaker="cy", said="XXXX-09-07"),
    fact("d", cite("s", 1, "Yes,"), kind="quote", speaker=unnamed("a friend of Ann Lee")),
)  # fmt: skip


def unescaped(block: str) -> str:
    block = str(block)  # of Markup, `replace` would escape what it puts in
    for sign in "<>&\u2028\u2029":
        block = block.replace(f"\\u{ord(sign):04x}", sign)
    return block


def graphs(*records: Record, base_url: str | None = BASE) -> dict[str, list[dict[str, Any]]]:
    """By path, what each page says."""
    given_ = settings(
        base_url=base_url,
        licence="CC BY 4.0",
        publisher=Publisher("The Desk", "https://desk.example/"),
    )
    found: dict[str, list[dict[str, Any]]] = {}
    for path, made in pages_of(*records, settings=given_).items():
        block = made.view.chrome.structured
        document: dict[str, Any] = json.loads(block) if block else {}
        assert not block or unescaped(block) == tight(document)  # the order of names, no spaces
        assert document.get("@context", "https://schema.org") == "https://schema.org"
        found[path] = document.get("@graph", [])
    return found


def first(path: str, *records: Record) -> dict[str, Any]:
    return graphs(*(records or RECORDS))[path][0]


def test_a_quotation_is_what_its_source_attributes_to_somebody() -> None:
    assert first("facts/a.html") == {
        "@type": "Quotation",
        "@id": f"{BASE}facts/a.html#Fact",
        "mainEntityOfPage": f"{BASE}facts/a.html",
        "identifier": "a",
        "inLanguage": "en",
        "text": "Yes,",
        "description": "Quoted words: matches our copy of the source.",
        "dateCreated": "2018-09-07",
        "spokenByCharacter": {
            "@type": "Person", "@id": f"{BASE}people/ann.html#Person", "name": "Ann Lee",
        },
        "isPartOf": [
            {
                "@type": "Article",
                "@id": f"{BASE}sources/s.html#Source",
                "name": "Title of s",
                "publisher": {"@type": "Organization", "name": "The Daily"},
                "datePublished": "2021-01-20",
                "url": "https://daily.example/%C3%A9",
            }
        ],
    }  # fmt: skip


def test_a_claim_has_its_author_where_it_appears_and_what_stands_against_it() -> None:
    claim = first("facts/b.html")
    assert claim["@type"] == "Claim"
    assert claim["text"] == "Many </script> came."
    assert claim["author"]["name"] == "Ann Lee"
    assert [work["@id"] for work in claim["appearance"]] == [f"{BASE}sources/s.html#Source"]
    assert [work["@id"] for work in claim["citation"]] == [f"{BASE}sources/t.html#Source"]
    assert claim["description"].startswith("Rumoured. Cited passage: not checked. A cited passage")
    assert claim["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Before: few Because: A slip.",
            "datePublished": "2024-05",
        }
    ]


@pytest.mark.parametrize("path", ["facts/c.html", "facts/d.html"])
def test_nobody_is_named_who_has_no_name_on_the_site(path: str) -> None:
    quotation = first(path)
    assert "spokenByCharacter" not in quotation
    assert "dateCreated" not in quotation  # a day without a year is no date of ISO 8601


def test_a_person_is_known_by_addresses_elsewhere() -> None:
    assert first("people/ann.html") == {
        "@type": "Person",
        "@id": f"{BASE}people/ann.html#Person",
        "mainEntityOfPage": f"{BASE}people/ann.html",
        "name": "Ann Lee",
        "alternateName": ["Ann"],
        "disambiguatingDescription": "a voter",
        "sameAs": ["https://ann.example/", "https://www.wikidata.org/wiki/Q42"],
    }


def test_of_a_private_person_nothing_is_said() -> None:
    said = graphs(*RECORDS)
    assert [node["@type"] for node in said["people/cy.html"]] == ["BreadcrumbList"]
    assert "people/cy.html#Person" not in json.dumps(said)
    assert [node["name"] for node in said["facts/b.html"][0]["about"]] == ["Ann Lee"]


def test_a_source_is_a_work_of_its_own() -> None:
    assert first("sources/s.html") == {
        "@type": "Article",
        "@id": f"{BASE}sources/s.html#Source",
        "mainEntityOfPage": f"{BASE}sources/s.html",
        "name": "Title of s",
        "publisher": {"@type": "Organization", "name": "The Daily"},
        "author": "Bo Ray",
        "datePublished": "2021-01-20",
        "url": "https://daily.example/%C3%A9",
        "archivedAt": "https://archive.example/1",
        "inLanguage": "en",
    }


@pytest.mark.parametrize("written", [True, False])
def test_the_home_page_tells_of_the_site_and_its_data(written: bool) -> None:
    home = (page("index", "Text."),) if written else ()
    site, dataset = graphs(*RECORDS, *home)["index.html"]
    assert (site["@type"], site["name"], site["url"]) == ("WebSite", "The site", BASE)
    assert site["publisher"]["name"] == "The Desk"
    assert dataset["@type"] == "Dataset"
    assert 50 < len(dataset["description"]) < 5000
    assert [file["contentUrl"] for file in dataset["distribution"]] == [
        f"{BASE}data/{name}" for name in ("facts.json", "facts.csv", "annotations.jsonld")
    ]


def test_every_other_page_has_its_trail() -> None:
    trails = {
        path: [node for node in graph if node["@type"] == "BreadcrumbList"]
        for path, graph in graphs(*RECORDS).items()
    }
    assert {path for path, trail in trails.items() if not trail} == {"index.html", "404.html"}
    (trail,) = trails["facts/a.html"]
    steps = [(s["position"], s["name"], s["item"]) for s in trail["itemListElement"]]
    assert steps == [
        (1, "Home", BASE),
        (2, "Facts", f"{BASE}facts.html"),
        (3, "“Yes,”", f"{BASE}facts/a.html"),
    ]


def terms_of(node: Any) -> list[str]:
    """Every class with a property that is not its own, as schema.org has them."""
    if isinstance(node, list):
        return [wrong for part in node for wrong in terms_of(part)]
    if not isinstance(node, dict):
        return []
    wrong = []
    if "@type" in node:
        own = TERMS.get(node["@type"], set())
        wrong = [f"{node['@type']}.{name}" for name in node if name[0] != "@" and name not in own]
    return wrong + [inner for value in node.values() for inner in terms_of(value)]


@pytest.mark.parametrize("base_url", [BASE, None])
def test_pages_use_terms_that_exist_and_a_processor_reads_them(base_url: str | None) -> None:
    for path, graph in graphs(*RECORDS, base_url=base_url).items():
        assert terms_of(graph) == []
        address = f"{BASE}{path}" if base_url else f"file:///a%20b/{path}"
        found = expanded({"@context": "https://schema.org", "@graph": graph}, address)
        for node in found:
            assert all(kind.startswith(SCHEMA) for kind in node["@type"])
            if f"{SCHEMA}mainEntityOfPage" in node:
                assert node[f"{SCHEMA}mainEntityOfPage"] == [{"@id": address}]


class _Script(HTMLParser):
    """The text of the one script element of a page."""

    text = ""
    inside = False
    elements = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        self.inside = tag == "script"
        self.elements += 1

    def handle_endtag(self, _: str) -> None:
        self.inside = False

    def handle_data(self, text: str) -> None:
        if self.inside:
            self.text += text


@given(
    st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("</!->&\u2028scriptSCRIPT")))
)
@pytest.mark.parametrize("words", ["", "</script>", "<!--<script>", "]]>", "\u2028"])
def test_no_words_end_the_block_or_change_within_it(words: str, drawn: str) -> None:
    text = words + drawn
    block = script_block([{"@type": "Claim", "text": text}])
    reader = _Script()
    reader.feed(f"<script type='application/ld+json'>{block}</script><p>after</p>")
    reader.close()
    assert reader.elements == 2
    assert json.loads(reader.text)["@graph"][0]["text"] == text
    assert not set("<>&\u2028\u2029") & set(str(block))
