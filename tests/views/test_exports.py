"""The data that re-checks the site: what it holds, and that the script agrees with it."""

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from sitegen.model import Basis, BasisKind, Display
from sitegen.views import export_files
from tests.factory import Record, cite, date, fact, person, source, unnamed
from tests.views.making import shown_of

TEXT = "“Yes,” said Ann Lee on 4 May 2020, “I think so.” é\n60,000 people voted.\nMany more."


def exported(*records: Record, texts: dict[str, str] | None = None) -> dict[str, bytes]:
    given = texts or {}
    shown = shown_of(*records)
    return dict(export_files(shown, (), lambda path: given.get(path, "").encode()))


def first_fact(*records: Record) -> dict[str, Any]:
    facts: list[dict[str, Any]] = json.loads(exported(*records)["data/facts.json"])["facts"]
    return facts[0]


SOURCE = source("s", TEXT)
ANN = person("ann", "Ann Lee")


def test_a_quotation() -> None:
    quote = fact(
        "a",
        cite("s", 1, "Yes,", "I think so."),
        kind="quote",
        speaker="ann",
        said="2020-05-04",
        basis={"said": Basis(BasisKind.INFERRED, "Why.", ("a",))},
        topics=(),
    )
    assert first_fact(SOURCE, ANN, quote) == {
        "id": "a",
        "kind": "quote",
        "verdict": "found",
        "fields": {"speaker": "unchecked", "said": "unchecked"},
        "speaker": "ann",
        "said": "2020-05-04",
        "basis": {"said": {"inferred": "Why.", "from": ["a"]}},
        "status": "reported",
        "citations": [
            {
                "source": "s",
                "lines": "1",
                "exact": ["Yes,", "I think so."],
                "verdict": "found",
                "tier": "T0",
                "anchors": [
                    {"line": 1, "start": 1, "end": 5},
                    {"line": 1, "start": 36, "end": 47},
                ],
            }
        ],
    }


def test_a_figure_with_its_claim_in_plain_words() -> None:
    count = fact(
        "a",
        cite("s", (2, 3), "60,000 people voted.\nMany"),
        kind="count",
        claim="{value}`a` *people* voted.",
        value="60000",
        unit="votes",
        modifier="nearly",
        according_to=unnamed("an official"),
    )
    found = first_fact(SOURCE, count)
    assert found["claim"] == "nearly 60,000 people voted."
    assert (found["value"], found["number"], found["unit"]) == ("60000", 60000, "votes")
    assert found["according_to"] == {"unnamed": "an official"}
    assert found["citations"][0]["lines"] == "2-3"
    assert found["citations"][0]["exact"] == "60,000 people voted.\nMany"


def test_a_citation_without_words_and_one_that_contradicts() -> None:
    found = first_fact(SOURCE, fact("a", cite("s", 2), cite("s", 3, "Many", contradicts=True)))
    first, second = found["citations"]
    assert first == {
        "source": "s", "lines": "2", "exact": None, "verdict": "unchecked", "tier": None,
        "anchors": [],
    }  # fmt: skip
    assert second["relation"] == "contradicts"
    assert found["verdict"] == "unchecked"


def test_sources_with_their_hashes_and_texts() -> None:
    files_ = exported(
        source("full", "Text.", publisher="The Daily", published=date("2020"), licence="CC0"),
        source("part", "Text.", display=Display.EXCERPT),
        source("gone", None),
        texts={"seeds/full.txt": "Text."},
    )
    sources = {s["id"]: s for s in json.loads(files_["data/sources.json"])["sources"]}
    assert sources["full"]["text"] == "texts/full.txt"
    assert sources["full"]["published"] == "2020"
    assert {s["text"] for s in sources.values()} == {"texts/full.txt", None}
    assert all(len(s["sha256"]) == 64 for s in sources.values())
    assert {path for path in files_ if "texts" in path} == {"data/texts/full.txt"}
    assert files_["data/texts/full.txt"] == b"Text."


def test_the_bytes_are_plain_sorted_utf_8() -> None:
    one, two = fact("b", cite("s", 1, "é"), claim="É."), fact("a", cite("s", 2, "60,000"))
    content = exported(SOURCE, one, two)["data/facts.json"]
    assert content == exported(two, SOURCE, one)["data/facts.json"]
    assert content.decode().endswith("\n")
    assert "É." in content.decode()
    lines = content.decode().splitlines()
    assert len(lines) == 4
    for line in lines[1:-1]:
        record = json.loads(line.rstrip(","))
        assert list(record) == sorted(record)


def test_an_empty_fact_sheet_is_valid_data() -> None:
    assert json.loads(exported()["data/facts.json"]) == {"facts": []}


@pytest.mark.parametrize(("altered", "code"), [(False, 0), (True, 1)])
def test_the_script_agrees_unless_something_was_changed(
    tmp_path: Path, altered: bool, code: int
) -> None:
    records = (
        SOURCE,
        ANN,
        fact("a", cite("s", 1, "Yes,", "I think so."), kind="quote", speaker="ann"),
        fact("b", cite("s", (2, 3), "60,000 people voted.\nMany"), cite("s", 1)),
    )
    for path, content in exported(*records, texts={"seeds/s.txt": TEXT}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        changed = content.replace(b'"Yes,"', b'"No,"') if altered else content
        (tmp_path / path).write_bytes(changed)
    script = tmp_path / "data" / "verify.py"
    script.write_bytes(files("sitegen").joinpath("standalone", "verify.py").read_bytes())
    done = subprocess.run([sys.executable, "-I", script], capture_output=True, check=False)
    assert done.returncode == code, done
