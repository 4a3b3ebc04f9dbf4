"""What `schema` writes, and what it leaves alone."""

import os
from pathlib import Path

import pytest

from sitegen.schema.json_schema import MARK, schema_files
from tests.cli.conftest import Sitegen


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_schemas_are_written_beside_the_content_and_named(
    sitegen: Sitegen, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "content")
    ran = sitegen("schema")
    assert (ran.code, ran.err) == (0, "")
    assert contents(project / "schemas") == schema_files()
    written = {(project / "content" / line).resolve() for line in ran.out.splitlines()}
    assert written == set((project / "schemas").resolve().iterdir())


def test_a_folder_may_be_named_in_the_project(sitegen: Sitegen, project: Path) -> None:
    assert sitegen("-C", project, "schema", "-o", "editor/schemas").code == 0
    assert contents(project / "editor" / "schemas") == schema_files()


def test_without_a_project_a_folder_must_be_named(
    sitegen: Sitegen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert sitegen("schema").code == 2
    assert list(tmp_path.iterdir()) == []
    ran = sitegen("schema", "-o", "here")
    assert (ran.code, ran.out.splitlines()[0]) == (0, os.path.join("here", "site.json"))
    assert contents(tmp_path / "here") == schema_files()


def test_a_project_that_is_named_must_be_there(sitegen: Sitegen, tmp_path: Path) -> None:
    assert sitegen("-C", tmp_path / "none", "schema", "-o", "here").code == 2
    assert list(tmp_path.iterdir()) == []


def test_only_what_differs_is_written(sitegen: Sitegen, project: Path) -> None:
    sitegen("-C", project, "schema")
    older = project / "schemas" / "facts.json"
    older.write_text(f'{{"$comment": "{MARK}"}}\n', encoding="utf-8")
    kept = project / "schemas" / "site.json"
    before, other = kept.stat(), project / "schemas" / "notes.txt"
    other.write_text("mine\n", encoding="utf-8")
    assert sitegen("-C", project, "schema").code == 0
    assert contents(project / "schemas") == {**schema_files(), "notes.txt": b"mine\n"}
    assert (kept.stat().st_ino, kept.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_of_somebody_else_is_left_alone_and_nothing_is_written(
    sitegen: Sitegen, project: Path
) -> None:
    theirs = project / "schemas" / "topics.json"
    theirs.parent.mkdir()
    theirs.write_text("{}\n", encoding="utf-8")
    ran = sitegen("-C", project, "schema")
    assert (ran.code, ran.out) == (3, "")
    assert "topics.json is there, and `sitegen schema` has not written it" in ran.err
    assert contents(theirs.parent) == {"topics.json": b"{}\n"}


def test_a_link_is_not_written_through(sitegen: Sitegen, project: Path, tmp_path: Path) -> None:
    sitegen("-C", project, "schema", "-o", tmp_path / "elsewhere")
    target = tmp_path / "elsewhere" / "facts.json"
    target.write_text(f'{{"$comment": "{MARK}"}}\n', encoding="utf-8")
    before = target.read_bytes()
    (project / "schemas").mkdir()
    (project / "schemas" / "facts.json").symlink_to(target)
    assert sitegen("-C", project, "schema").code == 3
    assert target.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_the_world_s_fault(sitegen: Sitegen, project: Path) -> None:
    (project / "schemas").write_text("a file\n", encoding="utf-8")
    ran = sitegen("-C", project, "schema")
    assert (ran.code, ran.out) == (3, "")
    assert "schemas" in ran.err
