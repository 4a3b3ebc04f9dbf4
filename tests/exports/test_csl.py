"""`data/sources.csl.json` by the rules of its schema, and as a citation processor renders it."""

import json
import warnings
from typing import Any

import jsonschema
import pytest
from citeproc import (  # type: ignore[import-untyped]  # the package has no types
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]  # as above
from hypothesis import given
from hypothesis import strategies as st

from sitegen.edtf import Edtf, parse
from sitegen.views.exports.csl import csl_date, csl_entry
from tests.exports.making import files_of
from tests.factory import date, source

_TEXT = {"type": "string", "minLength": 1}
_NAME = {
    "type": "object",
    "properties": {"family": _TEXT, "given": _TEXT, "literal": _TEXT},
    "additionalProperties": False,
    "minProperties": 1,
}
_PART = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": _PART, "minItems": 1, "maxItems": 2},
        "season": {"type": "integer", "minimum": 1, "maximum": 4},
        "circa": {"const": True},
        "literal": _TEXT,
    },
    "additionalProperties": False,
    "oneOf": [{"required": ["date-parts"]}, {"required": ["literal"]}],
}
_TEXTS = ("title", "container-title", "URL", "archive", "archive_location", "language")
SCHEMA = {  # the part of the schema of CSL-JSON 1.0.2 that we use, and stricter
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": _TEXT,
            "type": {"enum": ["article", "article-newspaper", "webpage"]},
            "author": {"type": "array", "items": _NAME, "minItems": 1},
            "issued": _DATE,
            "accessed": _DATE,
            **dict.fromkeys(_TEXTS, _TEXT),
        },
        "required": ["id", "type", "title"],
        "additionalProperties": False,
    },
}
SOURCES = (
    source(
        "web", "x", title="A & B", publisher="The Daily", author="Lee, Ann; News desk",
        published=date("2021-01-20"), retrieved=date("2022"), url="https://daily.example/a b",
        archive_url="https://archive.example/1", language="en-GB",
    ),
    source("paper", "x", publisher="The Weekly", author="Bo Ray", published=date("2018-04~")),
    source("bare", None),
    source("kept", "x", archive_url="https://archive.example/2", author=" ; "),
)  # fmt: skip


def entries() -> dict[str, dict[str, Any]]:
    return {e["id"]: e for e in json.loads(files_of(*SOURCES)["data/sources.csl.json"])}


def test_what_is_known_of_a_source_stands_in_its_entry() -> None:
    made = entries()
    assert made["web"] == {
        "id": "web",
        "type": "webpage",
        "title": "A & B",
        "container-title": "The Daily",
        "author": [{"family": "Lee", "given": "Ann"}, {"literal": "News desk"}],
        "issued": {"date-parts": [[2021, 1, 20]]},
        "accessed": {"date-parts": [[2022]]},
        "URL": "https://daily.example/a%20b",
        "archive": "archive.example",
        "archive_location": "https://archive.example/1",
        "language": "en-GB",
    }
    assert made["paper"]["type"] == "article-newspaper"
    assert made["paper"]["author"] == [{"literal": "Bo Ray"}]
    assert made["bare"] == {"id": "bare", "type": "article", "title": "Title of bare"}
    assert made["kept"]["URL"] == "https://archive.example/2"
    assert "author" not in made["kept"]


def test_the_file_holds_to_the_schema() -> None:
    jsonschema.validate(list(entries().values()), SCHEMA)
    assert json.loads(files_of()["data/sources.csl.json"]) == []


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("2018", {"date-parts": [[2018]]}),
        ("2018-04", {"date-parts": [[2018, 4]]}),
        ("2018-04-XX", {"date-parts": [[2018, 4]]}),
        ("2018-04-25", {"date-parts": [[2018, 4, 25]]}),
        ("2018?", {"date-parts": [[2018]], "circa": True}),
        ("2018-04~", {"date-parts": [[2018, 4]], "circa": True}),
        ("201X", {"date-parts": [[2010], [2019]]}),
        ("20XX", {"date-parts": [[2000], [2099]]}),
        ("2018-21", {"date-parts": [[2018]], "season": 1}),
        ("2018-24", {"date-parts": [[2018]], "season": 4}),
        ("2018-04/2019-05-06", {"date-parts": [[2018, 4], [2019, 5, 6]]}),
        ("2018/2019~", {"date-parts": [[2018], [2019]], "circa": True}),
        ("2018/201X", {"date-parts": [[2018], [2019]]}),
        ("2018-04/..", {"literal": "April 2018 or later"}),
        ("../2018", {"literal": "2018 or earlier"}),
        ("2018-21/2018-22", {"literal": "spring 2018 to summer 2018"}),
        ("XXXX-01-20", {"literal": "20 January (year not given)"}),
    ],
)
def test_a_date_is_given_in_parts_or_else_in_words(text: str, made: dict[str, Any]) -> None:
    assert csl_date(date(text)) == made


DATES = st.from_regex(
    r"(20[0-9X]X|20[0-9]{2}|XXXX)(-(0[1-9]|1[0-2]|2[1-4])(-(0[1-9]|[12][0-9]))?)?[?~%]?",
    fullmatch=True,
)


@given(st.one_of(DATES, st.builds("{}/{}".format, DATES, DATES)))
def test_every_date_holds_to_the_schema(text: str) -> None:
    read = parse(text)
    if isinstance(read, Edtf):
        jsonschema.validate(csl_date(read), _DATE)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_citation_processor_renders_every_entry() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # it warns of fields that it does not know
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        listed = [csl_entry(found) for found in SOURCES]
        bibliography = CitationStylesBibliography(style, CiteProcJSON(listed), formatter.plain)
        for entry in listed:
            bibliography.register(Citation([CitationItem(entry["id"])]))
        made = [str(rendered) for rendered in bibliography.bibliography()]
    assert len(made) == len(SOURCES)
    web = next(text for text in made if "A & B" in text)
    assert "Lee, A." in web
    assert "News desk" in web
    assert "2021" in web
    assert "https://daily.example/a%20b" in web
    paper = next(text for text in made if "Bo Ray" in text)
    assert "The Weekly" in paper
    assert "2018" in paper
