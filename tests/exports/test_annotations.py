"""`data/annotations.jsonld` as a JSON-LD processor and the Web Annotation model read it."""

import json
from typing import Any
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model import Display
from tests.exports.contexts import AS, OA, RDF_VALUE, expanded
from tests.exports.making import BASE, files_of
from tests.factory import Record, cite, fact, redaction, source

TEXT = "“Yes,” said Ann Lee, “I think so.” They went home.\nNobody saw. Many came. 50 left.\n"
SOURCE = source("s", TEXT, url="https://news.example/é a", archive_url="https://archive.example/1")
HERE = f"{BASE}data/annotations.jsonld"


def collection(*records: Record, base_url: str | None = BASE) -> dict[str, Any]:
    content = files_of(*records, base_url=base_url)["data/annotations.jsonld"]
    found: dict[str, Any] = json.loads(content)
    return found


def annotations(*records: Record) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = collection(*records)["first"]["items"]
    return items


def test_a_citation_is_an_annotation_with_the_fact_as_body_and_the_words_as_target() -> None:
    (made,) = annotations(SOURCE, fact("a", cite("s", 2, "Many came"), claim="*Many* came."))
    assert made == {
        "id": f"{HERE}#a",
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {
                "type": "TextualBody",
                "value": "Many came.",
                "format": "text/plain",
                "language": "en",
                "purpose": "describing",
            },
            {
                "type": "SpecificResource",
                "source": f"{BASE}facts/a.html",
                "purpose": "linking",
            },
            {
                "type": "TextualBody",
                "value": "The cited passage: matches our copy of the source.",
                "format": "text/plain",
                "language": "en",
                "purpose": "assessing",
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": "https://news.example/%C3%A9%20a",
            "state": {"type": "TimeState", "cached": "https://archive.example/1"},
            "selector": {
                "type": "TextQuoteSelector",
                "exact": "Many came",
                "prefix": "Nobody saw. ",
                "suffix": ". 50 left.",
            },
        },
    }


def test_each_stretch_of_words_is_a_target_as_selectors_of_one_must_select_the_same() -> None:
    (made,) = annotations(SOURCE, fact("a", cite("s", 1, "Yes,", "I think so.")))
    assert [target["selector"]["exact"] for target in made["target"]] == ["Yes,", "I think so."]
    assert [target["selector"]["prefix"] for target in made["target"]] == [
        "“",
        "“Yes,” said Ann Lee, “",
    ]


def test_words_without_an_address_of_their_source_are_on_our_page_of_it() -> None:
    (made,) = annotations(source("s", TEXT), fact("a", cite("s", 2, "Many")))
    assert made["target"]["source"] == f"{BASE}sources/s.html"
    assert "state" not in made["target"]


def test_a_citation_without_words_has_the_whole_source_as_target_and_says_so() -> None:
    first, second = annotations(
        SOURCE, source("gone", None), fact("a", cite("s", 2), cite("gone", 1, "x"))
    )
    assert first["target"] == "https://news.example/%C3%A9%20a"
    assert first["body"][2]["value"] == "The cited passage: not checked."
    assert second["target"] == f"{BASE}sources/gone.html"
    assert second["id"] == f"{HERE}#a--2"


def test_a_citation_that_contradicts_says_so() -> None:
    _, made = annotations(
        SOURCE, fact("a", cite("s", 2, "Many"), cite("s", 1, "Yes", contradicts=True))
    )
    assert made["body"][2]["value"].endswith("A cited passage contradicts this.")


def test_words_of_a_text_that_is_not_all_shown_are_on_our_page_as_it_shows_them() -> None:
    altered = source(
        "s",
        TEXT,
        url="https://news.example/",
        archive_url="https://archive.example/1",
        redact=(redaction("Nobody", "[a name]"),),
    )
    (made,) = annotations(altered, fact("a", cite("s", 2, "saw.")))
    assert made["target"]["source"] == f"{BASE}sources/s.html"
    assert made["target"]["selector"]["prefix"] == "[a name] "
    assert "state" not in made["target"]


def test_what_an_excerpt_leaves_out_is_not_told_as_context() -> None:
    short = source("s", "One. Two. Three. Four. Five. Six.", display=Display.EXCERPT)
    (made,) = annotations(short, fact("a", cite("s", 1, "Four")))
    assert made["target"]["selector"]["prefix"] == "Three. "
    assert made["target"]["selector"]["suffix"] == ". Five."


def test_the_collection_has_one_page_that_holds_all() -> None:
    made = collection(SOURCE, fact("a", cite("s", 2, "Many"), cite("s", 1)))
    page = made["first"]
    assert (made["id"], made["type"], made["total"]) == (HERE, "AnnotationCollection", 2)
    assert (page["type"], page["startIndex"], len(page["items"])) == ("AnnotationPage", 0, 2)
    assert made["last"] == page["id"]
    assert page["partOf"] == made["id"]
    assert "@context" not in page


def test_a_collection_of_nothing_has_no_page() -> None:
    made = collection(SOURCE)
    assert made["total"] == 0
    assert not {"first", "last"} & set(made)


@pytest.mark.parametrize("base_url", [BASE, None])
def test_a_processor_finds_every_part_at_its_absolute_address(base_url: str | None) -> None:
    made = collection(SOURCE, fact("a", cite("s", 1, "Yes,", "so")), base_url=base_url)
    read_at = HERE if base_url else "file:///some%20where/data/annotations.jsonld"
    (found,) = expanded(made, read_at)
    assert found["@id"] == read_at
    assert found["@type"] == [f"{AS}OrderedCollection"]
    (entry,) = found[f"{AS}first"][0][f"{AS}items"][0]["@list"]
    assert entry["@id"] == f"{read_at}#a"
    assert entry["@type"] == [f"{OA}Annotation"]
    assert entry[f"{OA}motivatedBy"] == [{"@id": f"{OA}linking"}]
    words, page, _ = entry[f"{OA}hasBody"]
    assert words[RDF_VALUE] == [{"@value": "Claim of a."}]
    assert page[f"{OA}hasSource"] == [{"@id": urljoin(read_at, "../facts/a.html")}]
    for target in entry[f"{OA}hasTarget"]:
        (selector,) = target[f"{OA}hasSelector"]
        assert set(selector) == {"@type", f"{OA}exact", f"{OA}prefix", f"{OA}suffix"}


WORDS = st.text(st.sampled_from("ab .“”\U0001f600é"), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS.filter(lambda words: words.strip() == words), WORDS)
def test_the_words_stand_between_their_prefix_and_suffix(
    before: str, words: str, after: str
) -> None:
    line = f"{before}{words}{after}"
    (made,) = annotations(source("s", line), fact("a", cite("s", 1, words)))
    selector = made["target"]["selector"]
    assert selector["exact"] == words
    assert selector["prefix"] + words + selector["suffix"] in line
