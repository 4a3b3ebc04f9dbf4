"""Building: nothing is published unless all holds, and the same input gives the same bytes."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.cli import main
from tests.site.conftest import ROOT, copy_project
from tests.site.reading import tree

FIRST = "seeds/000_d7dad9e8aa4a4493.txt"
HOLLYWOOD = "content/facts/hollywoodlife-2021.yaml"


def build(project: Path, *words: str) -> int:
    return main(["-C", str(project), "build", *words])


def edit(project: Path, path: str, old: str, new: str) -> None:
    file = project / path
    text = file.read_bytes().decode()
    assert old in text, f"{path} has no “{old}”"
    file.write_bytes(text.replace(old, new, 1).encode())


SLIPS = [
    # what is changed: file, from, to                    the code and place of each diagnostic
    pytest.param(
        (FIRST, "only 60,000 people", "only 60,000 poople"),
        [
            ("content/sources.yaml", "sha256: 95f610d3", "source-changed"),
            (HOLLYWOOD, "exact: The campaign flopped", "quote-mismatch"),
        ],
        id="one letter of a cited word in an article",
    ),
    pytest.param(
        (HOLLYWOOD, "lines: 13\n      exact: The campaign", "lines: 11\n      exact: The campaign"),
        [(HOLLYWOOD, "lines: 11\n      exact: The camp", "quote-moved")],
        id="one line number",
    ),
    pytest.param(
        ("content/sources.yaml", "sha256: 95f610d3", "sha256: 95f610d4"),
        [("content/sources.yaml", "sha256: 95f610d4", "source-changed")],
        id="one hash",
    ),
    pytest.param(
        ("content/facts/inquisitr-2018.yaml", "speaker: john-legend", "speaker: john-legen"),
        [("content/facts/inquisitr-2018.yaml", "speaker: john-legen\n", "unknown-person")],
        id="one id",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), SLIPS)
def test_a_slip_is_told_at_its_place_and_the_old_site_stays(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    change: tuple[str, str, str],
    expected: list[tuple[str, str, str]],
) -> None:
    assert build(project, "-q") == 0
    before = tree(project / "site")
    edit(project, *change)
    capsys.readouterr()
    assert build(project) == 1
    told = re.findall(r"^(\S+?):(\d+):(\d+): error\[([a-z-]+)\]", capsys.readouterr().out, re.M)
    wanted = []
    for path, words, code in expected:
        text = (project / path).read_text(encoding="utf-8")
        at = text.index(words) + words.index(": ") + 2
        line = text.count("\n", 0, at) + 1
        column = at - text.rfind("\n", 0, at)
        wanted.append((path, str(line), str(column), code))
    assert sorted(told) == sorted(wanted)
    assert tree(project / "site") == before


def test_two_builds_give_the_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    surroundings = [
        {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia", "PYTHONHASHSEED": "2", "CI": "true"},
    ]
    trees = []
    for number, variables in enumerate(surroundings):
        project = copy_project(tmp_path / ("a" * (number + 1)) / "with a space")
        subprocess.run(
            [sys.executable, "-m", "sitegen", "-C", str(project), "build", "-q"],
            check=True,
            cwd=ROOT,
            env={**os.environ, **variables},
            capture_output=True,
        )
        trees.append(tree(project / "site"))
    assert trees[0] == trees[1]


def test_the_order_of_files_in_a_folder_does_not_matter(
    tmp_path: Path, demonstration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_project(tmp_path / "project")
    real: Callable[..., Iterator[os.DirEntry[str]]] = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: _Backwards(list(real(path))[::-1]))
    assert build(project, "-q") == 0
    monkeypatch.undo()
    assert tree(project / "site") == tree(demonstration / "site")


class _Backwards(list[os.DirEntry[str]]):
    def __enter__(self) -> "_Backwards":
        return self

    def __exit__(self, *_: object) -> None:
        pass


def remove_fact(project: Path) -> None:
    file = project / "content/facts/election-count-2020.yaml"
    text = file.read_text(encoding="utf-8")
    cut = re.sub(r"  kardashian-retweeted-harris:\n(?:    .*\n)+\n?", "", text)
    assert cut != text
    file.write_text(cut, encoding="utf-8")
    page = project / "content/pages/vote-2020.md"
    prose = page.read_text(encoding="utf-8")
    page.write_text(
        re.sub(
            r" She also retweeted[^.]*added\s\{fact\}`kardashian-retweeted-harris`\.", "", prose
        ),
        encoding="utf-8",
    )


def add_theme(project: Path) -> None:
    (project / "themes/default/assets").mkdir(parents=True)
    (project / "themes/default/styles").mkdir(parents=True, exist_ok=True)
    (project / "themes/default/styles/99-ours.css").write_text("mark { color: inherit }\n")


def retitle(project: Path) -> None:
    edit(project, "content/site.yaml", "title: Kanye", "title: Mr")


def reword(project: Path) -> None:
    edit(project, "content/facts/inquisitr-2018.yaml", "Johnson served 21", "Johnson had served 21")


def rename_page(project: Path) -> None:
    (project / "content/pages/vote-2020.md").rename(project / "content/pages/election-2020.md")
    edit(project, "content/pages/index.md", "vote-2020.html", "election-2020.html")


def edit_article(project: Path) -> None:
    edit(project, FIRST, "Source: Read Full Article", "Source: Read the Full Article")
    text = (project / FIRST).read_bytes()
    digest = hashlib.sha256(text).hexdigest()
    file = project / "content/sources.yaml"
    sources = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"sha256: 95f6\w+", f"sha256: {digest}", sources), encoding="utf-8")


def lose_a_page_by_hand(project: Path) -> None:
    (project / "site/facts/west-2020-votes.html").unlink()


def change_a_page_by_hand(project: Path) -> None:
    (project / "site/facts/west-2020-votes.html").write_text("mine")


CHANGES = [
    (reword, lose_a_page_by_hand),
    (retitle, change_a_page_by_hand),
    (remove_fact, edit_article),
    (rename_page, add_theme),
]


def test_incremental_builds_equal_clean_ones(project: Path, tmp_path: Path) -> None:
    assert build(project, "-q") == 0
    for number, changes in enumerate(CHANGES):
        names = [change.__name__ for change in changes]
        for change in changes:
            change(project)
        assert build(project, "-q") == 0, names
        clean = tmp_path / f"clean{number}"
        shutil.copytree(project, clean, ignore=shutil.ignore_patterns("site", ".s*"))
        assert build(clean, "-q") == 0
        assert tree(project / "site") == tree(clean / "site"), names


def test_a_page_of_a_deleted_fact_is_removed(project: Path) -> None:
    assert build(project, "-q") == 0
    gone = project / "site/facts/kardashian-retweeted-harris.html"
    assert gone.exists()
    remove_fact(project)
    assert build(project, "-q") == 0
    assert not gone.exists()


def figures(told: str) -> tuple[int, int]:
    match = re.search(r"(\d+) pages? written, (\d+) reused", told)
    assert match, told
    return int(match[1]), int(match[2])


def test_only_pages_whose_view_changed_are_rendered(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(project) == 0
    everything, none = figures(capsys.readouterr().out)
    assert none == 0
    assert build(project) == 0
    assert figures(capsys.readouterr().out) == (0, everything)
    reword(project)
    assert build(project) == 0
    few, others = figures(capsys.readouterr().out)
    assert 0 < few < everything / 3
    assert few + others == everything
    assert build(project, "--clean") == 0
    assert figures(capsys.readouterr().out) == (everything, 0)


def test_the_summary_ends_with_the_page_to_open(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "content")
    assert main(["build"]) == 0
    last = capsys.readouterr().out.rstrip("\n").split("\n")[-1]
    assert Path(last).is_file()
    assert Path(last).name == "index.html"
