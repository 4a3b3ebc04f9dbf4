"""The yardstick's own generator: what it finds in a made-up book, and what it writes about it."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"

BOOK = """\
CHAPTER ONE

"I walked to-
day," she said, "and I came home late--
too late."

"Yes," said Tom.

"No," cried Ann. "No, not so; no." Then all was still.

"I," he said, "know what I'll do, I know it, and I will."

He read the sign, "Baker's Inn," and the notice: "Closed for the winter."

"The first paragraph of a speech
that is long.

"Its second paragraph."

    "A verse begins here,
      And is indented,
    "And its second verse ends."

He wrote of all "the vagaries of the "Great Commoner," as they say," and stopped.

He left \u201cthe _café_ at noon,\u201d and wept. But why?" they asked.

"An open speech that nobody closes.

The end.
"""

# The words of each quotation, line by line; a quotation of several parts has several entries.
WHOLE = [
    ["I walked to-", "day,"],
    ["and I came home late--", "too late."],
    ["Yes,"],
    ["No,"],
    ["No, not so; no."],
    ["I,"],
    ["know what I'll do, I know it, and I will."],
    ["Baker's Inn,"],
    ["Closed for the winter."],
    ["The first paragraph of a speech", "that is long.", "Its second paragraph."],
    ["A verse begins here,", "And is indented,", "And its second verse ends."],
    ['the vagaries of the "Great Commoner," as they say,'],
    ["Great Commoner,"],
    ["the _café_ at noon,"],
    ["An open speech that nobody closes."],
]
INTERRUPTED = [
    ["I walked to-", "day,", "and I came home late--", "too late."],
    ["No,", "No, not so; no."],
    ["I,", "know what I'll do, I know it, and I will."],
]

Entry = dict[str, Any]


def generate(name: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(BENCHMARKS / name / "generate.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    books = tmp_path_factory.mktemp("books")
    for name in ("a-tale.txt", "un-conte-fr.txt", "README.txt"):
        (books / name).write_text(BOOK, encoding="utf-8")
    out = books / "out"
    made = generate("quotations", books, out)
    assert made.returncode == 0, made.stderr
    return out


def facts_of(project: Path) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for path in sorted((project / "content" / "facts").glob("*.yaml")):
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - strings only
        found |= loaded["facts"]
    return found


def truth_of(project: Path) -> dict[str, Entry]:
    read: dict[str, Any] = json.loads((project / "truth.json").read_text(encoding="utf-8"))
    assert read["inexpressible"] == []
    facts: dict[str, Entry] = read["facts"]
    return facts


def words_at(places: Sequence[Sequence[int]]) -> list[str]:
    lines = BOOK.split("\n")
    return [lines[line - 1][start:end] for line, start, end in places]


def without_marks(words: Sequence[str]) -> list[str]:
    return [each.removeprefix('"') for each in words]


@pytest.mark.parametrize(("letter", "expected"), [("q", WHOLE), ("i", INTERRUPTED)])
def test_every_quotation_is_found_where_it_stands(
    project: Path, letter: str, expected: list[list[str]]
) -> None:
    truth = truth_of(project)
    found = [
        without_marks(words_at(fact["places"]))
        for name, fact in truth.items()
        if re.fullmatch(rf"a-tale-{letter}\d+", name)
    ]
    assert found == expected
    assert len(truth) == len(WHOLE) + len(INTERRUPTED)


def test_the_yaml_holds_the_words_as_they_were_meant_to_be_typed(project: Path) -> None:
    truth = truth_of(project)
    facts = facts_of(project)
    assert list(facts) == list(truth)
    for name, fact in facts.items():
        exact = fact["cite"]["exact"]
        assert (exact if isinstance(exact, list) else [exact]) == truth[name]["exact"]


def test_a_typed_piece_differs_from_the_print_in_lines_and_marks_alone(project: Path) -> None:
    alike = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "\u0301": None})
    for fact in truth_of(project).values():
        typed = "".join(fact["exact"]).translate(alike).replace("é", "e").replace("-", "")
        printed = "".join(words_at(fact["places"])).translate(alike)
        plain = printed.replace("é", "e").replace("-", "")
        assert re.sub(r"\s", "", typed) == re.sub(r"\s", "", plain)


def test_words_that_stand_several_times_get_a_selector_that_tells_them_apart(
    tmp_path: Path,
) -> None:
    text = '"No," cried Ann. "No, not so; no." Then "No," again, and "Nobody," and "No," she said.'
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "b.txt").write_text("\n\n".join([text] * 30), encoding="utf-8")
    generate("quotations", tmp_path / "books", tmp_path / "out")
    places = [found.start() for found in re.finditer("No,", text)]
    facts, fields = facts_of(tmp_path / "out"), set()
    for name, fact in truth_of(tmp_path / "out").items():
        if fact["exact"] != ["No,"]:
            continue
        cite = facts[name]["cite"]
        _, start, end = fact["places"][0]
        fields |= set(cite) - {"lines", "exact"}
        if "occurrence" in cite:
            assert places[int(cite["occurrence"]) - 1] == start
        elif "prefix" in cite:
            prefix = straight(cite["prefix"])
            assert text[:start].endswith(prefix)
            assert text.count(f"{prefix}No,") == 1
        else:
            suffix = straight(cite["suffix"])
            assert text[end:].startswith(suffix)
            assert text.count(f"No,{suffix}") == 1
    assert fields == {"occurrence", "prefix", "suffix"}


def straight(words: str) -> str:
    return words.replace("“", '"').replace("”", '"')


def test_words_that_are_unique_get_no_selector(project: Path) -> None:
    facts = facts_of(project)
    for name in ("a-tale-q00003", "a-tale-q00008", "a-tale-i00001"):
        assert set(facts[name]["cite"]) == {"lines", "exact"}


def test_strays_are_reported(tmp_path: Path) -> None:
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "b.txt").write_text(BOOK, encoding="utf-8")
    made = generate("quotations", tmp_path / "books", tmp_path / "out")
    numbers = [
        number
        for number, line in enumerate(BOOK.split("\n"), 1)
        if "they asked" in line or "nobody closes" in line
    ]
    assert f"without a partner in lines: {', '.join(map(str, numbers))}" in made.stdout


@pytest.mark.parametrize("edition", ["curly", "broken"])
def test_another_edition_gives_the_same_quotations(tmp_path: Path, edition: str) -> None:
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "b.txt").write_text(BOOK, encoding="utf-8")
    generate("quotations", tmp_path / "books", tmp_path / "out", "--edition", edition)
    names = list(truth_of(tmp_path / "out"))
    first = [name for name in names if not name.startswith(f"b-{edition}")]
    assert [name.replace("b-", f"b-{edition}-", 1) for name in first] == names[len(first) :]
    assert len(first) == len(WHOLE) + len(INTERRUPTED)


def test_the_same_books_give_the_same_bytes_and_may_be_generated_over(
    project: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        made = generate("quotations", project.parent, tmp_path / "out")
        assert made.returncode == 0
    assert contents(tmp_path / "out") == contents(project)


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Mine.", encoding="utf-8")
    (tmp_path / "content").mkdir()
    made = generate("quotations", tmp_path, tmp_path)
    assert made.returncode == 2
    assert contents(tmp_path) == {"letter.txt": b"Mine."}
