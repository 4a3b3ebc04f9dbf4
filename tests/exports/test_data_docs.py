"""What `docs/data.md` says of the files for programs is so."""

import csv
import io
import json
import os
import runpy
from pathlib import Path

import pytest

from sitegen import urls
from sitegen.views.exports import crawling, news
from tests.documents import ROOT, blocks, code, section
from tests.exports.making import files_of
from tests.exports.test_csl import SOURCES
from tests.exports.test_structured import TERMS
from tests.factory import Record, cite, fact, person, source

DATA = ROOT / "docs" / "data.md"
RECORDS: tuple[Record, ...] = (
    source("s", "60,000 voted.\n=1+1 said Ann Lee.", licence="CC0"),
    person("ann", "Ann Lee"),
    fact("a", cite("s", 1, "60,000"), kind="count", claim="x", value="60000", unit="votes"),
    fact("b", cite("s", 1, "60,000"), kind="count", claim="x", value="-5", unit="votes"),
    fact("c", cite("s", 2, "=1+1"), kind="quote", speaker="ann", added="2024"),
)


def test_every_file_is_listed_with_what_it_needs() -> None:
    rows = section(DATA, "The site for programs").rows
    listed = {path: needs for paths, _, needs in rows for path in code(paths)}
    made = files_of(*RECORDS, with_pages=True).keys() - urls.FOR_HOSTS
    whole = {path.replace("texts/s.", "texts/ID.") for path in made}
    assert set(listed) == whole | {urls.VERIFY}
    alone = files_of(*RECORDS, base_url=None, with_pages=True)
    left_out = {path for path, needs in listed.items() if "base_url" in needs}
    assert left_out == whole - {path.replace("texts/s.", "texts/ID.") for path in alone}


@pytest.mark.parametrize("heading", ["`data/facts.json`", "`data/facts.csv`"])
def test_the_examples_run(
    heading: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for path, content in files_of(*RECORDS).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    (example,) = (block for block in blocks(DATA) if block.heading == heading)
    (tmp_path / "example.py").write_text(example.text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    made = runpy.run_path(os.fspath(tmp_path / "example.py"))
    if "total" in made:
        assert made["total"] == 59995
    else:
        assert capsys.readouterr().out.splitlines()[0] == "a s 1 found"


def test_the_columns_that_are_named_are_there_and_cells_are_as_described() -> None:
    described = section(DATA, "`data/facts.csv`").words
    content = files_of(*RECORDS)["data/facts.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    named = {"source", "lines", "words", "further_citations", "value", "value_in_words"}
    assert named <= described & set(rows[0])
    assert {"'=1+1", "-5"} <= described
    assert rows[2]["words"] == "'=1+1"
    assert rows[1]["value"] == "-5"


def test_the_fields_of_a_source_are_those_that_are_described() -> None:
    rows = section(DATA, "`data/sources.csl.json`").rows
    described = {name for row in rows for name in code(row[0])}
    entries = json.loads(files_of(*SOURCES)["data/sources.csl.json"])
    made = {name for entry in entries for name in entry}
    assert made - described == {"id", "title", "language"}
    assert described <= made


def test_the_terms_of_the_pages_exist() -> None:
    rows = section(DATA, "In the pages").rows
    classes = {name for row in rows for name in code(row[1]) if name[0].isupper()}
    properties = {name for row in rows for name in code(row[1]) if name.isidentifier()} - classes
    assert classes <= set(TERMS)
    assert properties <= set[str]().union(*TERMS.values())


def test_the_limits_are_those_of_the_program() -> None:
    assert f"up to {news.MOST}." in section(DATA, "Feeds").text
    assert f"Above {crawling.MOST:,} pages" in section(DATA, "For crawlers").text
