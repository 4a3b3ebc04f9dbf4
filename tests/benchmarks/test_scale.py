"""The made project: every fact of it holds, and the same number gives the same bytes."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.scale.generate import LINES, main, write_project
from benchmarks.scale.statements import ARTICLE, KINDS
from sitegen.cli.main import main as sitegen

FACTS = 300  # with two articles for a measure, notes that name facts, Markdown in every form


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of some articles."""
    folder = tmp_path_factory.mktemp("scale") / "project"
    write_project(FACTS, folder)
    return folder


def test_nothing_is_wrong_with_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sitegen(["check", "-C", str(project), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["diagnostics"] == []
    assert told["summary"]["facts"] == FACTS
    assert told["summary"]["verdicts"]["found"] == FACTS


def test_articles_are_as_long_as_promised(project: Path) -> None:
    articles = sorted((project / "seeds").iterdir())
    assert len(articles) == FACTS // ARTICLE
    assert {file.read_text("utf-8").count("\n") for file in articles} == {LINES}


def test_half_of_the_facts_are_quotations(project: Path) -> None:
    kinds = [fact["kind"] for fact in facts(project).values()]
    assert kinds.count("quote") == FACTS // 2
    assert set(kinds) == set(KINDS) == {"quote", "count", "date", "rank", "claim"}


def test_texts_are_varied_and_some_have_markdown(project: Path) -> None:
    claims = [fact["claim"] for fact in facts(project).values() if "claim" in fact]
    notes = [fact["note"] for fact in facts(project).values() if "note" in fact]
    for sign in ("**", "](", "{person}"):
        assert 0 < sum(sign in claim for claim in claims) < len(claims) / 4
    assert any("{value}" in note for note in notes)
    quotes = [str(fact["cite"]["exact"]) for fact in facts(project).values() if "speaker" in fact]
    assert len(set(quotes)) > 0.95 * len(quotes)


def test_the_same_number_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    assert main([str(FACTS), str(tmp_path / "again")]) == 0
    for file in project.rglob("*"):
        if file.is_file():
            again = tmp_path / "again" / file.relative_to(project)
            assert again.read_bytes() == file.read_bytes()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada", "utf-8")
    with pytest.raises(SystemExit):
        main(["20", str(tmp_path)])
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def facts(project: Path) -> dict[str, dict[str, Any]]:
    """All facts of a project by id."""
    found: dict[str, dict[str, Any]] = {}
    for file in sorted((project / "content" / "facts").iterdir()):
        found.update(yaml.safe_load(file.read_text("utf-8"))["facts"])
    return found
