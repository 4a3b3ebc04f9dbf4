"""What others check their repositories with: the hook for pre-commit, and the action for GitHub.

Each is run here as its host runs it, on a project with an error and on one without.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen import __version__
from tests.cli.conftest import write_project
from tests.conftest import IN_CI, require_tool
from tests.documents import ROOT, Block, blocks, section

GUIDE = ROOT / "docs" / "how-to" / "check-in-your-repository.md"
BROKEN = {"content/site.yaml": "title: A small site\nnoindex: yes\n"}
NOTICED = {"content/people.yaml": "people:\n  ada:\n    name: Ada King\n"}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="only on systems with a shell for these")


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def run(*words: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words,
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "HOME": str(cwd), **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def a_command(folder: Path) -> Path:
    """The folder of a `sitegen` that runs this checkout's."""
    commands = folder / "sitegen" / "bin"
    commands.mkdir(parents=True)
    program = f"PYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m sitegen"
    (commands / "sitegen").write_text(f'#!/bin/sh\n{program} "$@"\n', encoding="utf-8")
    (commands / "sitegen").chmod(0o755)
    return commands


# the hook


HOOKS = {hook["id"]: hook for hook in read(ROOT / ".pre-commit-hooks.yaml")}


def test_the_hook_is_run_on_changes_of_what_a_check_reads_and_on_no_others() -> None:
    wanted = re.compile(HOOKS["sitegen-check"]["files"])
    read_by_it = (
        "content/site.yaml",
        "content/facts/old/letter.yaml",
        "seeds/letter.txt",
        "themes/own/theme.yaml",
        "sheets/lamp/content/pages/index.md",
    )
    assert [path for path in read_by_it if not wanted.search(path)] == []
    others = ("README.md", "site/index.html", "contents/site.yaml", "docs/seeds.txt")
    assert [path for path in others if wanted.search(path)] == []


@pytest.mark.parametrize(("changes", "code"), [({}, 0), (BROKEN, 1)], ids=["sound", "broken"])
def test_the_hook_passes_what_is_sound_and_stops_what_is_broken(
    changes: dict[str, str | bytes | None], code: int, tmp_path: Path
) -> None:
    write_project(tmp_path / "sheets" / "lamp", **changes)
    hook = HOOKS["sitegen-check"]
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    path = f"{a_command(tmp_path)}{os.pathsep}{os.environ['PATH']}"
    ran = run(*shlex.split(hook["entry"]), "-C", "sheets/lamp", "--strict", cwd=tmp_path, PATH=path)
    assert ran.returncode == code, ran.stdout + ran.stderr
    assert ("content/site.yaml:2:" in ran.stdout) == bool(code)


# the action


ACTION = read(ROOT / "action.yml")
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}


def step(name: str, cwd: Path, values: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs a step as GitHub does: in bash, its expressions worked out in the environment."""
    here = STEPS[name]
    variables = {
        key: re.sub(r"\$\{\{ (\S+) \}\}", lambda found: values[found[1]], text)
        for key, text in here["env"].items()
    }
    bash = (require_tool("bash"), "--noprofile", "--norc", "-e", "-o", "pipefail", "-c")
    github = {"GITHUB_WORKSPACE": str(cwd), "RUNNER_TEMP": values["temporary"]}
    return run(*bash, here["run"], cwd=cwd, **github, **variables)


def inputs(temporary: Path, **given: str) -> dict[str, str]:
    """What the expressions of the action stand for, with these inputs."""
    values = {f"inputs.{name}": value["default"] for name, value in ACTION["inputs"].items()}
    values.update({f"inputs.{name}": value for name, value in given.items()})
    return {
        **values,
        "steps.python.outputs.python-path": sys.executable,
        "github.action_path": str(ROOT),
        "temporary": str(temporary),
    }


def test_no_input_can_write_into_a_script() -> None:
    assert STEPS
    assert [name for name, here in STEPS.items() if "${{" in here["run"]] == []


def test_the_action_passes_what_is_sound(tmp_path: Path) -> None:
    a_command(tmp_path / "temporary")
    write_project(tmp_path / "work")
    ran = step("Check", tmp_path / "work", inputs(tmp_path / "temporary"))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "::error" not in ran.stdout


def test_the_action_annotates_the_lines_of_the_repository(tmp_path: Path) -> None:
    a_command(tmp_path / "temporary")
    write_project(tmp_path / "work" / "sheets" / "a lamp", **BROKEN)
    values = inputs(tmp_path / "temporary", project="sheets/a lamp")
    ran = step("Check", tmp_path / "work", values)
    assert ran.returncode == 1
    assert "::error file=sheets/a lamp/content/site.yaml,line=2," in ran.stdout


@pytest.mark.parametrize(("strict", "code"), [("false", 0), ("true", 1)])
def test_the_action_lets_warnings_fail_where_that_is_wanted(
    strict: str, code: int, tmp_path: Path
) -> None:
    a_command(tmp_path / "temporary")
    write_project(tmp_path / "work", **NOTICED)
    ran = step("Check", tmp_path / "work", inputs(tmp_path / "temporary", strict=strict))
    assert "::warning " in ran.stdout
    assert ran.returncode == code


@pytest.mark.parametrize("project", ["$(touch seen)", "; touch seen", "`touch seen`", "-h"])
def test_an_input_is_no_command(project: str, tmp_path: Path) -> None:
    a_command(tmp_path / "temporary")
    write_project(tmp_path / "work")
    ran = step("Check", tmp_path / "work", inputs(tmp_path / "temporary", project=project))
    assert ran.returncode == 2
    assert not (tmp_path / "work" / "seen").exists()


@pytest.mark.skipif(not IN_CI, reason="only on machines of CI: it installs from an index")
def test_the_action_installs_what_it_runs(tmp_path: Path) -> None:
    work = write_project(tmp_path / "work", **BROKEN)
    values = inputs(tmp_path / "temporary")
    installed = step("Install sitegen", work, values)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    ran = step("Check", work, values)
    assert ran.returncode == 1
    assert "::error file=content/site.yaml,line=2," in ran.stdout


# the guide


def examples(path: str) -> list[Any]:
    """The files of the guide that have this path."""
    return [yaml.safe_load(block.text) for block in blocks(GUIDE) if block.path == path]


def test_the_guide_names_hooks_that_there_are() -> None:
    named = [
        hook["id"]
        for block in blocks(GUIDE)
        if block.text.startswith("repos:")
        for repository in yaml.safe_load(block.text)["repos"]
        for hook in repository["hooks"]
    ]
    assert named
    assert set(named) <= set(HOOKS)


def test_the_guide_gives_the_action_inputs_that_it_has() -> None:
    (workflow,) = examples(".github/workflows/check.yml")
    *_, ours = workflow["jobs"]["check"]["steps"]
    assert ours["uses"] == f"OWNER/sitegen@v{__version__}"
    described = {row[0].strip("`") for row in section(GUIDE, "On GitHub").rows}
    assert set(ours["with"]) <= described == set(ACTION["inputs"])


def test_the_guide_names_this_version() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert set(re.findall(r"(?:==|\bv)(\d+\.\d+\.\d+)", text)) == {__version__}


def commands() -> list[Block]:
    return [block for block in blocks(GUIDE) if block.language == "sh"]


def test_the_commands_of_the_guide_run(tmp_path: Path) -> None:
    assert commands()
    write_project(tmp_path / "work")
    path = f"{a_command(tmp_path)}{os.pathsep}{os.environ['PATH']}"
    for block in commands():
        ran = run("sh", "-e", "-c", block.text, cwd=tmp_path / "work", PATH=path)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    assert yaml.safe_load((tmp_path / "work" / "check.sarif").read_text("utf-8"))["runs"]


# the workflows


WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_no_more_than_it_must(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    more = {
        name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job
    }
    allowed = {"publish": {"id-token": "write"}, "announce": {"contents": "write"}}
    assert more == (allowed if path.name == "release.yml" else {})
    for job in workflow["jobs"].values():
        for here in job.get("steps", ()):
            assert "${{" not in here.get("run", "")
            if here.get("uses", "").startswith("actions/checkout@"):
                assert here["with"] == {"persist-credentials": False}


def test_nothing_is_published_before_all_is_tested() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "release.yml")["jobs"]
    assert set(jobs["publish"]["needs"]) == {"everything", "try"}
    assert (jobs["try"]["needs"], jobs["announce"]["needs"]) == ("make", "publish")
    assert jobs["publish"]["environment"] == "release"
