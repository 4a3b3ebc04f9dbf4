"""`sitegen publish`, as it is typed: what it prints, what it asks, and how it ends."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.write import MANIFEST
from tests.cli.conftest import FACTS, PROJECT, Sitegen, write_project
from tests.documents import ROOT
from tests.publish.making import broken, standing

TITLE = PROJECT["content/site.yaml"]
TARGETS = """\
publish:
  copy:
    folder: ../www
"""
RENAMED = PROJECT[FACTS].replace("  good-day:\n", "  a-good-day:\n    formerly: [good-day]\n")
FEWER = PROJECT[FACTS][: PROJECT[FACTS].index("  good-day:")]
WRONG = PROJECT[FACTS].replace("exact: The bridge was opened", "exact: The bridge was closed")
DENIED = PROJECT[FACTS].replace("claim: The bridge was opened", "claim: The bridge was not opened")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", **{"content/site.yaml": TITLE + TARGETS})


@pytest.fixture
def www(tmp_path: Path) -> Path:
    return tmp_path / "www"


def edit(project: Path, facts: str) -> None:
    (project / FACTS).write_text(facts, encoding="utf-8")


def built(project: Path) -> dict[str, str]:
    return standing(project / "site")


def test_the_first_publication_uploads_everything_and_ends_with_the_place(
    sitegen: Sitegen, project: Path, www: Path
) -> None:
    ran = sitegen("-C", project, "publish")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[1] == f"{www}:"
    assert re.fullmatch(
        r"(\d+) files to upload \(\1 new, 0 changed, [\d.]+ kB\), 0 to delete, 0 there already\.",
        lines[-2],
    )
    assert lines[-1] == str(www)
    assert "uploading" in ran.err
    assert "no base_url is set" in ran.err
    assert standing(www) == built(project)
    assert broken(standing(www)) == set()


def test_the_second_does_nothing(sitegen: Sitegen, project: Path, www: Path) -> None:
    sitegen("-C", project, "publish")
    before = {path: path.stat().st_mtime_ns for path in www.rglob("*")}
    ran = sitegen("-C", project, "publish")
    assert ran.code == 0
    count = len(standing(www))
    assert f"Nothing to do: all {count} files stand there already." in ran.out
    assert {path: path.stat().st_mtime_ns for path in www.rglob("*")} == before


def test_an_edit_uploads_what_it_changes_and_deletes_what_it_ends(
    sitegen: Sitegen, project: Path, www: Path
) -> None:
    sitegen("-C", project, "publish")
    edit(project, FEWER)
    ran = sitegen("-C", project, "publish")
    assert ran.code == 0
    assert "  - facts/good-day.html" in ran.out
    assert "  ~ index.html" in ran.out
    assert standing(www) == built(project)


def test_a_renamed_fact_keeps_its_address(sitegen: Sitegen, project: Path, www: Path) -> None:
    sitegen("-C", project, "publish")
    edit(project, RENAMED)
    ran = sitegen("-C", project, "publish")
    assert "  + facts/a-good-day.html" in ran.out
    assert "  ~ facts/good-day.html" in ran.out
    assert "a-good-day.html" in (www / "facts/good-day.html").read_text(encoding="utf-8")


def test_a_dry_run_tells_the_same_and_touches_nothing(
    sitegen: Sitegen, project: Path, www: Path
) -> None:
    for option in ("--dry-run", "-n"):
        ran = sitegen("-C", project, "publish", option)
        assert ran.code == 0
        assert "  + index.html" in ran.out
        assert "0 there already." in ran.out.splitlines()[-1]
        assert not www.exists()


def test_a_site_whose_check_fails_is_not_published(
    sitegen: Sitegen, project: Path, www: Path
) -> None:
    sitegen("-C", project, "publish")
    before = standing(www)
    edit(project, WRONG)
    ran = sitegen("-C", project, "publish")
    assert ran.code == 1
    assert "error[quote-mismatch]" in ran.out
    assert "Nothing was published" in ran.err
    assert standing(www) == before


def test_warnings_stop_it_when_they_count_as_errors(
    sitegen: Sitegen, project: Path, www: Path
) -> None:
    edit(
        project,
        PROJECT[FACTS].replace("claim: The bridge was opened", "claim: The bridge was not opened"),
    )
    assert sitegen("-C", project, "publish", "--strict").code == 1
    assert not www.exists()
    assert sitegen("-C", project, "publish").code == 0


def test_a_file_of_the_site_that_is_edited_by_hand_is_made_again_before_it_is_published(
    sitegen: Sitegen, project: Path, www: Path
) -> None:
    sitegen("-C", project, "build")
    page = project / "site/index.html"
    page.write_text("not what was checked", encoding="utf-8")
    sitegen("-C", project, "publish")
    assert (www / "index.html").read_text(encoding="utf-8") != "not what was checked"


def test_many_deletions_are_not_made_unasked(sitegen: Sitegen, project: Path, www: Path) -> None:
    sitegen("-C", project, "publish")
    before = standing(www)
    edit(project, FEWER)
    ran = sitegen("-C", project, "publish", "--max-deletes", "0")
    assert ran.code == 3
    gone = before.keys() - built(project).keys()
    lost = [path for path in gone if not path.startswith(("assets/", "pagefind/"))]
    assert len(lost) == 1
    told = "1 address would be deleted, more than 0; nothing was published. "
    assert f"sitegen: {told}--max-deletes {len(lost)} or --yes allows it" in ran.err
    assert "hint: a fact that has a new id keeps its address with `formerly: [OLD-ID]`" in ran.err
    assert standing(www) == before
    assert sitegen("-C", project, "publish", "--max-deletes", str(len(lost))).code == 0
    assert standing(www) == built(project)


def test_yes_allows_them_all(sitegen: Sitegen, project: Path, www: Path) -> None:
    sitegen("-C", project, "publish")
    edit(project, FEWER)
    assert sitegen("-C", project, "publish", "--max-deletes", "0", "--yes").code == 0
    assert standing(www) == built(project)


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("Yes\n", 0), ("\n", 3), ("", 3)])
def test_at_a_terminal_it_asks(
    sitegen: Sitegen,
    project: Path,
    www: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    code: int,
) -> None:
    sitegen("-C", project, "publish")
    before = standing(www)
    edit(project, FEWER)
    typed = io.StringIO(answer)
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", typed)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    ran = sitegen("-C", project, "publish", "--max-deletes", "0", "--quiet")
    assert ran.code == code
    assert re.search(r"1 address would be deleted, more than 0\. Go on\? \[y/N\] ", ran.err)
    assert standing(www) == (built(project) if code == 0 else before)


def test_a_target_has_an_address_of_its_own(sitegen: Sitegen, project: Path, www: Path) -> None:
    site = f"{TITLE}base_url: https://example.org/\n{TARGETS}"
    (project / "content/site.yaml").write_text(
        f"{site}    base_url: https://test.example.org/below/\n", encoding="utf-8"
    )
    ran = sitegen("-C", project, "publish")
    assert ran.out.splitlines()[-1] == "https://test.example.org/below/"
    assert "https://test.example.org/below/" in (www / "sitemap.xml").read_text(encoding="utf-8")
    (project / "content/site.yaml").write_text(site, encoding="utf-8")
    ran = sitegen("-C", project, "publish")
    assert ran.out.splitlines()[-1] == "https://example.org/"
    assert "test.example.org" not in (www / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("site", "words", "code", "told"),
    [
        ("", [], 2, "sitegen: site.yaml names no place to publish to; add one, as in"),
        (
            f"{TARGETS}  live:\n    branch: gh-pages\n",
            [],
            2,
            "sitegen: which target? There are copy, live: sitegen publish copy",
        ),
        (
            TARGETS,
            ["cpy"],
            2,
            "sitegen: site.yaml has no target “cpy”\n  hint: did you mean “copy”?",
        ),
        (TARGETS, ["x"], 2, "sitegen: site.yaml has no target “x”\n  hint: there is copy"),
        (
            "publish:\n  copy:\n    folder: content\n",
            [],
            3,
            "content cannot be published to: the site is built from it",
        ),
        ("publish:\n  copy:\n    folder: site\n", [], 3, "site cannot be published to"),
    ],
)
def test_where_it_cannot_go_is_told_in_a_line(
    sitegen: Sitegen,
    project: Path,
    site: str,
    words: list[str],
    code: int,
    told: str,
) -> None:
    (project / "content/site.yaml").write_text(TITLE + site, encoding="utf-8")
    ran = sitegen("-C", project, "publish", *words)
    assert ran.code == code
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_a_site_yaml_that_cannot_be_read_is_a_content_error(
    sitegen: Sitegen, project: Path
) -> None:
    (project / "content/site.yaml").write_text(
        f"{TITLE}publish:\n  copy:\n    folder: a\n    rsync: b:/c\n", encoding="utf-8"
    )
    ran = sitegen("-C", project, "publish")
    assert ran.code == 1
    assert "a target is one place, and “folder” and “rsync” are two" in ran.out


def test_a_password_in_site_yaml_is_refused_and_not_shown(sitegen: Sitegen, project: Path) -> None:
    (project / "content/site.yaml").write_text(
        f"{TITLE}publish:\n  x: {{branch: gh-pages, remote: 'https://ada:hunter22@example.org/x'}}\n",
        encoding="utf-8",
    )
    for form in ("text", "json"):
        ran = sitegen("-C", project, "publish", "--format", form)
        assert ran.code == 1
        assert "an address with a password or token in it" in ran.out
        assert "hunter22" not in ran.out + ran.err
    for form in ("text", "json", "github", "sarif"):
        ran = sitegen("-C", project, "check", "--format", form)
        assert "hunter22" not in ran.out + ran.err


def test_what_breaks_off_is_told_with_what_to_do(
    sitegen: Sitegen, project: Path, www: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitegen("-C", project, "publish")
    edit(project, FEWER)

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device", "index.html")

    with monkeypatch.context() as patched:
        patched.setattr("sitegen.publish.folder.put", fails)
        ran = sitegen("-C", project, "publish")
    assert ran.code == 3
    assert "index.html: No space left on device" in ran.err
    assert "the next `sitegen publish` completes it" in ran.err
    assert sitegen("-C", project, "publish").code == 0
    assert standing(www) == built(project)


def test_the_manifest_there_is_that_of_the_site(sitegen: Sitegen, project: Path, www: Path) -> None:
    sitegen("-C", project, "publish")
    assert (www / MANIFEST).read_bytes() == (project / "site" / MANIFEST).read_bytes()


def test_a_pipeline_that_is_cancelled_leaves_no_key_behind(project: Path, tmp_path: Path) -> None:
    scratch, tools = tmp_path / "scratch", tmp_path / "tools"
    scratch.mkdir()
    tools.mkdir()
    rsync = tools / "rsync"
    rsync.write_text("#!/bin/sh\nkill -TERM $PPID\nexec sleep 60\n", encoding="utf-8")
    rsync.chmod(0o755)
    (project / "content/site.yaml").write_text(
        f"{TITLE}publish:\n  x: {{rsync: 'host.example:/x', key_env: DEPLOY_KEY}}\n", "utf-8"
    )
    variables = {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "TMPDIR": str(scratch),
        "DEPLOY_KEY": "a private key",
        "PYTHONPATH": str(ROOT),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "sitegen", "publish"],
        cwd=project,
        env=variables,
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert ran.returncode == 130
    assert list(scratch.iterdir()) == []
