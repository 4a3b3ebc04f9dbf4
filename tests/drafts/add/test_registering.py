"""Where an article goes, and that its three files are written all or none."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from sitegen.drafts.add import writing
from sitegen.drafts.splicing import Appended
from sitegen.drafts.written import write
from tests.drafts.add.making import SOURCES, add, empty, errors, files_of, told

TEXT = "The lamp was lit in May 1871.\n“It is bright,” said Ada Finch.\n"
STYLED = b"""\
# Ours, in our own way.\r
sources:\r
    old:   # the first\r
        text: 'seeds/old.txt'\r
        sha256: "a9691b9dd0b3d0ae9ac57d6e4cc2d4ba39fa2c5a5c4b5f2e2a5d3b7c5c3e2f10"\r
\r
    # nothing after this\r
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_other_byte_of_sources_stays(tmp_path: Path, file: Path) -> None:
    root = empty(tmp_path / "p")
    (root / SOURCES).write_bytes(STYLED)
    assert add(root, file, "--id", "a") == 0
    after = (root / SOURCES).read_bytes()
    assert after.startswith(STYLED.rstrip())
    added = after[len(STYLED) :].decode().split("\r\n")
    assert "\n" not in "".join(added)
    assert added[:3] == ["", "    a:", "        text: seeds/a.txt"]


def test_a_file_of_sources_with_an_error_is_left(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = empty(tmp_path / "p", sources="sources:\n  a: {\n")
    before = files_of(root)
    assert add(root, file, "--id", "b") == 2
    assert "mend that first" in capsys.readouterr().err
    assert files_of(root) == before


def test_the_same_text_is_registered_once(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = empty(tmp_path / "p")
    assert add(root, file, "--id", "a") == 0
    before = files_of(root)
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", " \r\n").encode())
    assert add(root, file, "--id", "b") == 2
    assert "registered already, as the source “a” (seeds/a.txt)" in capsys.readouterr().err
    assert files_of(root) == before


def test_a_normal_text_is_registered_where_it_lies(tmp_path: Path) -> None:
    root = empty(tmp_path / "p")
    (root / "seeds").mkdir()
    (root / "seeds/x.txt").write_text(TEXT, encoding="utf-8")
    assert add(root, root / "seeds/x.txt", "--id", "a") == 0
    assert "text: seeds/x.txt" in (root / SOURCES).read_text(encoding="utf-8")
    assert [path.name for path in (root / "seeds").iterdir()] == ["x.txt"]


def test_another_is_copied_and_stays(tmp_path: Path) -> None:
    root = empty(tmp_path / "p")
    (root / "seeds").mkdir()
    (root / "seeds/x.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert add(root, root / "seeds/x.txt", "--id", "x") == 2
    assert add(root, root / "seeds/x.txt", "--id", "a") == 0
    assert (root / "seeds/a.txt").read_text(encoding="utf-8") == TEXT
    assert b"\r\n" in (root / "seeds/x.txt").read_bytes()


def test_a_link_is_not_registered_where_it_lies(tmp_path: Path, file: Path) -> None:
    root = empty(tmp_path / "p")
    (root / "seeds").mkdir()
    (root / "seeds/x.txt").symlink_to(file)
    assert add(root, root / "seeds/x.txt", "--id", "a") == 0
    assert "text: seeds/a.txt" in (root / SOURCES).read_text(encoding="utf-8")


def test_what_is_piped_in_is_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = empty(tmp_path / "p")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    assert add(root, "-", "--url", "https://example.org/lamp", "-q") == 0
    assert capsys.readouterr().out == "content/facts/lamp-was-lit-may.yaml\n"
    assert "url: https://example.org/lamp" in (root / SOURCES).read_text(encoding="utf-8")


def test_an_id_that_is_made_is_unlike_all_others(tmp_path: Path) -> None:
    root = empty(tmp_path / "p")
    for name in ("one", "two"):
        (tmp_path / "lamp.txt").write_text(f"The lamp\n\nIt is {name}.\n", encoding="utf-8")
        assert add(root, tmp_path / "lamp.txt") == 0
    assert (root / "seeds/lamp.txt").is_file()
    assert (root / "seeds/lamp-2.txt").is_file()


@pytest.mark.parametrize("words", [["--id", "A b"], ["--id", "con"], ["--url", "nowhere"]])
def test_options_are_judged_as_the_check_would(
    tmp_path: Path, file: Path, words: list[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        add(empty(tmp_path / "p"), file, *words)


@pytest.mark.parametrize("path", ["content/facts/a.yaml", "seeds/a.txt"])
def test_nothing_is_overwritten(tmp_path: Path, file: Path, path: str) -> None:
    root = empty(tmp_path / "p")
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text("facts: {}\n", encoding="utf-8")
    before = files_of(root)
    assert add(root, file, "--id", "a") == 2
    assert files_of(root) == before


def test_where_the_site_shows_all_a_text_without_a_licence_is_shown_in_part(
    tmp_path: Path, file: Path
) -> None:
    root = empty(tmp_path / "p", site="title: A\ndisplay: full\n")
    assert add(root, file, "--id", "a") == 0
    assert errors(told(root)) == []
    assert "display: excerpt" in (root / SOURCES).read_text(encoding="utf-8")


def test_schemas_are_named_where_the_project_has_them(tmp_path: Path, file: Path) -> None:
    root = empty(tmp_path / "p")
    (root / "schemas").mkdir()
    for name in ("facts", "sources"):
        (root / f"schemas/{name}.json").write_text("{}", encoding="utf-8")
    assert add(root, file, "--id", "a") == 0
    named = [
        (root / path).read_text(encoding="utf-8").split("\n")[0]
        for path in (SOURCES, "content/facts/a.yaml")
    ]
    lead = "# yaml-language-server: $schema="
    assert named == [f"{lead}../schemas/sources.json", f"{lead}../../schemas/facts.json"]


@pytest.mark.parametrize("begun", [True, False])
@pytest.mark.parametrize("failing", [0, 1, 2])
def test_what_cannot_be_written_leaves_nothing(
    tmp_path: Path, file: Path, failing: int, begun: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = empty(tmp_path / "p", **({"sources": "sources: {}\n"} if begun else {}))
    before = files_of(root)
    written: list[str] = []

    def fails(folder: Path, made: Appended) -> None:
        if len(written) == failing:
            raise OSError(28, "No space left on device", made.path)
        written.append(made.path)
        write(folder, made)

    monkeypatch.setattr(writing, "write", fails)
    assert add(root, file, "--id", "a") == 3
    assert len(written) == failing
    assert files_of(root) == before


def test_a_read_only_register_leaves_nothing(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = empty(tmp_path / "p", sources="sources: {}\n")
    (root / SOURCES).chmod(0o444)
    before = files_of(root)
    assert add(root, file, "--id", "a") == 3
    assert "it is read-only, so nothing was changed" in capsys.readouterr().err
    assert files_of(root) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="only on accounts other than root")
@pytest.mark.parametrize("folder", ["content", "content/facts", "seeds"])
def test_a_read_only_folder_leaves_nothing(tmp_path: Path, file: Path, folder: str) -> None:
    root = empty(tmp_path / "p", **{"facts/own": "facts: {}\n"})
    (root / "seeds").mkdir()
    before = files_of(root)
    (root / folder).chmod(0o555)
    assert add(root, file, "--id", "a") == 3
    (root / folder).chmod(0o755)
    assert files_of(root) == before


def test_a_folder_that_cannot_be_made_leaves_nothing(tmp_path: Path, file: Path) -> None:
    root = empty(tmp_path / "p")
    (root / "content/facts").write_text("", encoding="utf-8")  # a file in the folder's place
    before = files_of(root)
    assert add(root, file, "--id", "a") in {2, 3}
    assert files_of(root) == before


@pytest.mark.parametrize("last", [1, 2])
def test_after_each_file_the_project_has_no_error_that_it_had_not(
    tmp_path: Path, file: Path, last: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = empty(tmp_path / "p", sources="sources: {}\n", **{"facts/own": "facts: {}\n"})
    assert errors(told(root)) == []
    every: list[Appended] = []
    monkeypatch.setattr("sitegen.cli.add.write_all", lambda _, files: every.extend(files))
    assert add(root, file, "--id", "a") == 0
    writing.write_all(root, every[:last])
    assert errors(told(root)) == []
