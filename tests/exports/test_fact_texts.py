"""Texts of facts are written without dictionaries in between, and are what these would give."""

import json
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model import Basis, BasisKind, Correction
from sitegen.views import Look, export_files
from sitegen.views.exports.fact_texts import FactTexts, fact_texts
from sitegen.views.exports.json_text import one_line, string
from sitegen.views.exports.told import Telling
from sitegen.views.exports.xml_text import _FORBIDDEN, allowed
from sitegen.views.wording.wording import Wording
from tests.exports.making import files_of
from tests.exports.test_whole import ALL
from tests.factory import Record, cite, date, fact, source
from tests.views.making import shown_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


def odd(first: str, second: str) -> tuple[Record, ...]:
    return (
        source("s", "60,000 came, and\n60,000 went.", publisher=first, url="https://a.example/"),
        fact(
            "a", cite("s", 1, "60,000"), cite("s", 2, "60,000", "went", contradicts=True),
            cite("s", 2), kind="count", claim="Many came.", value="60,000", unit=first, via=second,
            measure=second, modifier="about", formerly=(first, second), added="2024-01",
            corrections=(Correction(date("2024"), first, second),),
            basis={name: Basis(BasisKind.INFERRED, first) for name in ("value", "unit")},
        ),
    )  # fmt: skip


def records_of(content: bytes) -> list[str]:
    lines = content.decode().split("\n")
    assert lines[-1] == ""
    return [line.removesuffix(",") for line in lines[1:-2]]


def assert_as_an_encoder_writes(files: dict[str, bytes], facts: int, citations: int) -> None:
    for path, number in (("data/facts.json", facts), ("data/annotations.jsonld", citations)):
        records = records_of(files[path])
        assert len(records) == number
        assert [one_line(json.loads(record)) for record in records] == records


def test_records_are_as_an_encoder_writes_them() -> None:
    assert_as_an_encoder_writes(files_of(*ALL), 6, 7)


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_so_are_records_of_any_words(first: str, second: str) -> None:
    assert_as_an_encoder_writes(files_of(*odd(first, second)), 1, 3)


@given(st.text())
def test_a_text_is_as_the_encoder_writes_it(text: str) -> None:
    assert string(text) == one_line(text)


def test_a_file_is_the_same_in_chunks() -> None:
    shown = shown_of(*ALL)
    files = export_files(shown, (), lambda _: b"Text.")
    assert {path: b"".join(files.chunks(path)) for path in files} == dict(files)


def test_texts_that_somebody_else_made_are_taken() -> None:
    """And what is told of a fact is the same, whoever looks it up."""
    shown = shown_of(*ALL)
    first, second = (Telling(Wording(shown, Look())) for _ in range(2))
    assert all(first.of(name) == second.of(name) for name in shown.facts)
    made = {name: fact_texts(first.of(name)) for name in shown.facts}
    given_ = export_files(shown, (), lambda _: b"")
    given_.reuse(made.__getitem__)
    assert dict(given_) == dict(export_files(shown, (), lambda _: b""))


def test_each_fact_is_told_once_for_all_files_and_never_to_see_whether_one_is_there() -> None:
    shown = shown_of(*ALL)
    telling, told = Telling(Wording(shown, Look())), list[str]()

    def texts(name: str) -> FactTexts:
        told.append(name)
        return fact_texts(telling.of(name))

    files = export_files(shown, (), lambda _: b"")
    files.reuse(texts)
    assert [path in files for path in (*files, "data/other.json")] == [True] * len(files) + [False]
    assert not told
    assert dict(files).keys() == set(files)
    assert sorted(told) == sorted(shown.facts)


def test_what_can_be_printed_xml_allows() -> None:
    """So a text that can be printed needs no look at each of its characters."""
    printable = "".join(c for c in map(chr, range(sys.maxunicode + 1)) if c.isprintable())
    assert _FORBIDDEN.search(printable) is None
    assert allowed("a\x0b\n\ufffe") == "a\ufffd\n\ufffd"
