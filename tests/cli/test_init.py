"""`sitegen init`: a project that works at once, made where it was asked for, and words on it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen import __version__
from sitegen.cli.exits import Exit
from sitegen.drafts.projects import SLIPS
from sitegen.schema.json_schema import schema_files
from tests.cli.conftest import Sitegen, spawn
from tests.documents import ROOT
from tests.drafts.making import tree
from tests.site.reading import broken_links, read_site

WORKFLOW = ".github/workflows/fact-sheet.yml"
ARTICLE = "seeds/american-adventures-1917.txt"
COMMANDS = ["  sitegen check ", "  sitegen serve --open ", "  sitegen build "]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(words: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A command of a shell, which finds this very sitegen; it must succeed."""
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f'sitegen() {{ "$PYTHON" -m sitegen "$@"; }}; {words}'],  # noqa: S607 - bash of the PATH, as on a runner
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def on_this_machine() -> dict[str, str]:
    return {"PYTHON": sys.executable, "PYTHONPATH": str(Path(__file__).parents[2])}


# what is made


@pytest.mark.parametrize("words", [[], ["--exercise"]])
def test_it_says_what_it_made_and_what_to_do_next(
    here: Path, sitegen: Sitegen, words: list[str]
) -> None:
    ran = sitegen("init", "our lamp", *words)
    assert (ran.code, ran.err) == (Exit.FINE, "")
    count = len(tree(here / "our lamp"))
    assert ran.out.startswith("Made ")
    assert f" in our lamp: {count} files.\n" in ran.out
    assert "  cd 'our lamp'\n" in ran.out
    assert [word for word in COMMANDS if word not in ran.out] == []
    assert ("content/pages/exercise.md" in ran.out) == bool(words)


def test_quiet_prints_the_folder_alone(here: Path, sitegen: Sitegen) -> None:
    assert sitegen("init", "-q", "lamp") == (Exit.FINE, "lamp\n", "")
    assert (here / "lamp" / "content" / "site.yaml").is_file()


def test_this_very_folder_needs_no_cd(here: Path, sitegen: Sitegen) -> None:
    (here / "README.md").write_text("# Mine\n", encoding="utf-8")
    ran = sitegen("init", ".")
    assert ran.code == Exit.FINE
    assert "  cd " not in ran.out
    assert "README.md was there already, and is as it was.\n" in ran.out
    assert f": {len(tree(here)) - 1} files.\n" in ran.out
    assert (here / "README.md").read_text(encoding="utf-8") == "# Mine\n"


def test_a_new_project_builds_at_once_without_a_warning(here: Path, sitegen: Sitegen) -> None:
    sitegen("init", "lamp")
    built = sitegen("-C", "lamp", "-s", "build", "--no-search")
    assert (built.code, built.err) == (Exit.FINE, "")
    assert "warning" not in built.out
    assert sitegen("-C", "lamp", "coverage", "--fail-under", "100").code == Exit.FINE
    site = read_site(here / "lamp" / "site")
    assert broken_links(here / "lamp" / "site", site) == []


def test_its_schemas_are_those_that_the_program_writes(here: Path, sitegen: Sitegen) -> None:
    sitegen("init", "lamp")
    written = {path.name: path.read_bytes() for path in (here / "lamp" / "schemas").iterdir()}
    assert written == schema_files()


def test_every_content_file_names_its_schema(here: Path, sitegen: Sitegen) -> None:
    sitegen("init", "lamp")
    files = sorted((here / "lamp" / "content").rglob("*.yaml"))
    assert len(files) == 5
    for file in files:
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named is not None, file
        assert (file.parent / named[1]).resolve().is_file()


def test_the_exercise_is_mended_edit_by_edit_until_it_builds(here: Path, sitegen: Sitegen) -> None:
    sitegen("init", "--exercise", "lamp")
    first = sitegen("-C", "lamp", "check", "--format", "json")
    assert first.code == Exit.CONTENT
    assert first.json["summary"]["errors"] == 5
    assert first.json["summary"]["warnings"] == 0
    assert sitegen("-C", "lamp", "build").code == Exit.CONTENT
    assert not (here / "lamp" / "site").exists()
    for slip in SLIPS:
        file = here / "lamp" / slip.path
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(slip.wrong, slip.right), encoding="utf-8")
    built = sitegen("-C", "lamp", "-s", "build", "--no-search")
    assert (built.code, built.err) == (Exit.FINE, "")
    assert "exercise.html" in read_site(here / "lamp" / "site")


# where it is made


def test_a_folder_is_relative_to_the_given_project(here: Path, sitegen: Sitegen) -> None:
    (here / "desk").mkdir()
    assert sitegen("-C", "desk", "init", "lamp").code == Exit.FINE
    assert (here / "desk" / "lamp" / "content").is_dir()


def test_a_folder_is_relative_to_here_within_another_project(
    project: Path, monkeypatch: pytest.MonkeyPatch, sitegen: Sitegen
) -> None:
    (project / "desk").mkdir()
    monkeypatch.chdir(project / "desk")
    assert sitegen("init", "lamp").code == Exit.FINE
    assert (project / "desk" / "lamp" / "content").is_dir()
    assert sitegen("-C", project, "-s", "check").code == Exit.FINE


@pytest.mark.parametrize(
    "place", ["content/lamp", "seeds/lamp", "themes", "themes/lamp", "site", ".sitegen/lamp"]
)
def test_a_folder_that_another_project_uses_is_refused(
    project: Path, sitegen: Sitegen, place: str
) -> None:
    before = tree(project)
    ran = sitegen("-C", project, "init", place)
    assert ran.code == Exit.USAGE
    assert "belongs to another fact sheet; name a folder outside it" in ran.err
    assert ran.err.count("\n") == 1
    assert tree(project) == before


def test_a_link_into_the_content_of_a_project_is_refused_too(
    project: Path, here: Path, sitegen: Sitegen
) -> None:
    (here / "way").symlink_to(project / "content")
    before = tree(project)
    assert sitegen("init", "way/lamp").code == Exit.USAGE
    assert tree(project) == before


def test_a_project_is_told_of_instead_of_made_again(project: Path, sitegen: Sitegen) -> None:
    before = tree(project)
    ran = sitegen("-C", project, "init", ".")
    assert (ran.code, ran.out) == (Exit.WORLD, "")
    assert "there is a fact sheet in it already" in ran.err
    assert tree(project) == before


def test_what_is_in_the_way_is_named_in_one_line(here: Path, sitegen: Sitegen) -> None:
    (here / "lamp").mkdir()
    (here / "lamp" / "notes.txt").write_text("mine", encoding="utf-8")
    ran = sitegen("init", "lamp")
    assert (ran.code, ran.out) == (Exit.WORLD, "")
    assert ran.err.count("\n") == 1
    assert "lamp: it is not empty, it holds notes.txt; name a new folder" in ran.err
    assert tree(here) == {"lamp/notes.txt": b"mine"}


def test_without_a_folder_it_is_a_slip(sitegen: Sitegen) -> None:
    ran = sitegen("init")
    assert ran.code == Exit.USAGE
    assert "DIR" in ran.err


def test_it_runs_in_a_process_of_its_own(here: Path) -> None:
    done = spawn(["init", "lamp"], here)
    assert (done.returncode, done.stderr) == (Exit.FINE, "")


# what git and GitHub make of it


def steps(project: Path) -> dict[str, list[dict[str, Any]]]:
    workflow = yaml.safe_load((project / WORKFLOW).read_text(encoding="utf-8"))
    return {name: job["steps"] for name, job in workflow["jobs"].items()}


def test_a_clone_that_rewrites_line_ends_leaves_the_articles_alone(
    here: Path, sitegen: Sitegen
) -> None:
    sitegen("init", "lamp")
    wild = b"one\r\ntwo\rthree\nfour  "
    (here / "lamp" / "seeds" / "wild.txt").write_bytes(wild)
    git = "git -c user.name=A -c user.email=a@example.org -c core.autocrlf=true"
    shell(
        f"{git} init -q lamp; cd lamp; {git} add .; {git} commit -qm A; {git} clone -q . ../copy",
        here,
    )
    article = (here / "lamp" / ARTICLE).read_bytes()
    assert (here / "copy" / ARTICLE).read_bytes() == article
    assert (here / "copy" / "seeds" / "wild.txt").read_bytes() == wild
    (here / "copy" / "seeds" / "wild.txt").unlink()
    assert sitegen("-C", "copy", "-s", "check").code == Exit.FINE


def test_git_passes_over_what_is_built(here: Path, sitegen: Sitegen) -> None:
    sitegen("init", "lamp")
    before = set(tree(here / "lamp"))
    sitegen("-C", "lamp", "build", "--no-search")
    shell("git init -q .; git add .", here / "lamp")
    listed = shell("git ls-files", here / "lamp").stdout.splitlines()
    assert set(listed) == before


def test_the_commands_of_the_workflow_check_and_build(here: Path, sitegen: Sitegen) -> None:
    sitegen("init", "lamp")
    project = here / "lamp"
    given = {**on_this_machine(), "GITHUB_WORKSPACE": str(project), "CI": "true"}
    outputs = {"${{ steps.pages.outputs.base_url }}": "https://example.org/lamp"}
    ran = []
    for job in steps(project).values():
        for step in job:
            if "run" not in step or "pip install" in step["run"]:
                continue
            variables = {key: outputs[value] for key, value in step.get("env", {}).items()}
            shell(step["run"], project, **given, **variables)
            ran.append(step["run"].split()[1])
    assert ran == ["check", "build"]
    home = (project / "site" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://example.org/lamp/"' in home


def test_the_workflow_annotates_what_is_wrong(here: Path, sitegen: Sitegen) -> None:
    sitegen("init", "--exercise", "lamp")
    (command,) = (
        step["run"] for step in steps(here / "lamp")["check"] if "check" in step.get("run", "")
    )
    ran = sitegen("-C", "lamp", *command.split()[1:])
    assert ran.code == Exit.CONTENT
    assert ran.out.count("::error ") == 5


def test_the_workflow_may_do_no_more_than_it_must(here: Path, sitegen: Sitegen) -> None:
    sitegen("init", "lamp")
    text = (here / "lamp" / WORKFLOW).read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["check"]
    publish = workflow["jobs"]["publish"]
    assert publish["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert publish["concurrency"]["cancel-in-progress"] is False
    assert "refs/heads/main" in publish["if"]
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 10
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_the_workflow_installs_this_version_and_no_other_series(
    here: Path, sitegen: Sitegen
) -> None:
    sitegen("init", "lamp")
    workflow = yaml.safe_load((here / "lamp" / WORKFLOW).read_text(encoding="utf-8"))
    wanted = re.fullmatch(
        r"sitegen-factsheets\[search\]>=(\d+)\.(\d+),<(\d+)\.(\d+)", workflow["env"]["SITEGEN"]
    )
    assert wanted is not None
    least, limit = tuple(map(int, wanted.groups()[:2])), tuple(map(int, wanted.groups()[2:]))
    assert least <= tuple(map(int, __version__.split(".")[:2])) < limit


def test_an_editor_is_told_what_helps(here: Path, sitegen: Sitegen) -> None:
    sitegen("init", "lamp")
    text = (here / "lamp" / ".vscode" / "extensions.json").read_text(encoding="utf-8")
    assert "redhat.vscode-yaml" in json.loads(text)["recommendations"]


# what the documents say of it


def commands(document: Path) -> list[list[str]]:
    """The commands of a document's indented blocks, by word."""
    lines = document.read_text(encoding="utf-8").splitlines()
    return [line.split()[1:] for line in lines if line.startswith("    sitegen ")]


def test_the_manual_shows_what_it_prints(here: Path, sitegen: Sitegen) -> None:
    printed = sitegen("init", "lamp").out
    shown = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    block = "".join(f"    {line}\n" if line else "\n" for line in printed.splitlines())
    assert block in shown


def test_the_teacher_is_told_what_is_so(here: Path, sitegen: Sitegen) -> None:
    manual = ROOT / "docs" / "how-to" / "teach-with-the-exercise.md"
    text = " ".join(manual.read_text(encoding="utf-8").split())
    made, checked, built = commands(manual)
    assert sitegen(*made).code == Exit.FINE
    ran = sitegen(*checked, "--format", "json")
    assert ran.json["summary"]["facts"] == 11
    assert "Eleven facts were made" in text
    article = (here / "last-signer" / ARTICLE).read_text(encoding="utf-8")
    assert f"a passage of {len(article.splitlines())} lines" in text
    assert [slip.code for slip in SLIPS if f"[`{slip.code}`]" not in text] == []
    assert sitegen(*built).code == Exit.CONTENT
    page = (here / "last-signer" / "content" / "pages" / "exercise.md").read_text(encoding="utf-8")
    for heading in re.findall(r"\*([A-Z][a-z ]+)\*", text):
        assert f"## {heading}\n" in page
