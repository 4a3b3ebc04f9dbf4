"""A branch of a git repository as a target, with real repositories."""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen.model import BranchTarget
from sitegen.publish import Publication, Site, TargetError, make_plan, open_target
from sitegen.write import MANIFEST
from tests.conftest import require_tool
from tests.publish.making import NEW, OLD, built, page, standing

TOKEN = "tok-5f1e-very-secret"  # noqa: S105 - made up
WRONG = "wrong-and-secret"
VARIABLE = "DEPLOY_TOKEN"
PAGES = BranchTarget("pages", "gh-pages")
ALONE = {
    "HOME": "/nowhere",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "PATH": os.environ["PATH"],
}


def git(folder: Path, *words: str) -> str:
    """What git prints."""
    done = subprocess.run(
        [require_tool("git"), *words],
        cwd=folder,
        env=ALONE,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with a commit, a branch `main` and a bare remote `origin` beside it."""
    project = tmp_path / "project"
    project.mkdir()
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git")
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "remote", "add", "origin", "../remote.git")
    (project / "README.md").write_text("a project", encoding="utf-8")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "first")
    return project


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Site, Site]:
    return built(tmp_path / "old", OLD), built(tmp_path / "new", NEW)


@contextmanager
def opened(project: Path, target: BranchTarget = PAGES, **variables: str) -> Iterator[Publication]:
    with open_target(target, project, [], {**ALONE, **variables}, interactive=False) as there:
        yield there


def publish(site: Site, project: Path, target: BranchTarget = PAGES, **variables: str) -> list[str]:
    """Publish a site; what was uploaded."""
    with opened(project, target, **variables) as there:
        plan = make_plan(site, there.survey(site))
        if not plan.is_empty:
            there.carry_out(site, plan, lambda _: None)
    return [upload.path for upload in plan.uploads]


def published(remote: Path, branch: str = "gh-pages") -> dict[str, str]:
    """What somebody gets who clones the branch."""
    clone = remote.parent / f"clone-{len(list(remote.parent.iterdir()))}"
    git(remote.parent, "clone", "--quiet", "--branch", branch, str(remote), str(clone))
    return standing(clone)


def test_the_branch_is_made_and_holds_the_site_and_then_the_next(
    project: Path, sites: tuple[Site, Site]
) -> None:
    remote = project.parent / "remote.git"
    old, new = sites
    assert set(publish(old, project)) == OLD.keys()
    assert published(remote) == OLD
    assert len(publish(new, project)) == 8
    assert published(remote) == NEW
    assert git(remote, "cat-file", "blob", f"gh-pages:{MANIFEST}") == new.manifest.decode().strip()
    assert git(remote, "rev-list", "--count", "gh-pages") == "2"


def test_nothing_is_committed_when_nothing_differs(project: Path, sites: tuple[Site, Site]) -> None:
    publish(sites[0], project)
    assert publish(sites[0], project) == []
    assert git(project.parent / "remote.git", "rev-list", "--count", "gh-pages") == "1"


def test_the_commit_says_what_it_was_made_from_and_by_whom(
    project: Path, sites: tuple[Site, Site]
) -> None:
    publish(sites[0], project)
    remote = project.parent / "remote.git"
    head = git(project, "rev-parse", "--short", "HEAD")
    assert git(remote, "log", "-1", "--format=%an <%ae>%n%B", "gh-pages").splitlines() == [
        "Ada <ada@example.org>",
        "Publish the site",
        "",
        f"Made from {head}.",
    ]


def test_the_project_itself_is_left_as_it_was(project: Path, sites: tuple[Site, Site]) -> None:
    publish(sites[0], project)
    assert git(project, "branch", "--format=%(refname:short)") == "main"
    assert git(project, "status", "--porcelain") == ""
    publish(sites[1], project)
    assert not (project / ".git/FETCH_HEAD").exists()
    assert (
        git(project, "for-each-ref", "--format=%(refname)") == "refs/heads/main\nrefs/sitegen/pages"
    )


def test_files_that_the_host_has_put_there_stay(project: Path, sites: tuple[Site, Site]) -> None:
    old, new = sites
    publish(old, project)
    clone = project.parent / "clone"
    git(project.parent, "clone", "--quiet", "--branch", "gh-pages", "remote.git", "clone")
    (clone / "CNAME").write_text("facts.example.org", encoding="utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "--message", "a domain")
    git(clone, "push", "--quiet")
    publish(new, project)
    assert published(project.parent / "remote.git") == {**NEW, "CNAME": "facts.example.org"}


def test_what_somebody_publishes_meanwhile_is_never_lost(
    project: Path, sites: tuple[Site, Site]
) -> None:
    old, new = sites
    publish(old, project)
    with opened(project) as mine:
        plan = make_plan(new, mine.survey(new))
        publish(built(project.parent / "third", {"index.html": "third"}), project)
        with pytest.raises(TargetError, match="somebody else has published meanwhile"):
            mine.carry_out(new, plan, lambda _: None)
    assert published(project.parent / "remote.git") == {"index.html": "third"}


def test_a_push_that_the_other_side_refuses_changes_nothing_and_the_next_completes_it(
    project: Path, sites: tuple[Site, Site]
) -> None:
    old, new = sites
    remote = project.parent / "remote.git"
    publish(old, project)
    hook = remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no pushes on Sundays >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with pytest.raises(TargetError, match="no pushes on Sundays"):
        publish(new, project)
    assert published(remote) == OLD
    hook.unlink()
    publish(new, project)
    assert published(remote) == NEW


def test_names_with_quotes_blanks_and_letters_of_all_kinds(project: Path, tmp_path: Path) -> None:
    odd = {'assets/a "b" c.0.css': "x", "assets/Überblick – 図.1.svg": "y", "index.html": page()}
    site = built(tmp_path / "odd", odd)
    publish(site, project)
    assert published(project.parent / "remote.git") == odd
    publish(built(tmp_path / "less", {"index.html": page()}), project)
    assert published(project.parent / "remote.git") == {"index.html": page()}


def test_a_project_in_no_repository_publishes_to_an_address(
    project: Path, sites: tuple[Site, Site]
) -> None:
    lonely = project.parent / "lonely"
    lonely.mkdir()
    target = BranchTarget("pages", "gh-pages", remote="../remote.git")
    publish(sites[0], lonely, target, GIT_CEILING_DIRECTORIES=str(project.parent))
    assert published(project.parent / "remote.git") == OLD


def test_a_shallow_clone_as_in_a_pipeline_will_do(project: Path, sites: tuple[Site, Site]) -> None:
    old, new = sites
    git(project, "push", "--quiet", "origin", "main")
    publish(old, project)
    remote = project.parent / "remote.git"
    git(project.parent, "clone", "--quiet", "--depth=1", remote.as_uri(), "shallow")
    publish(new, project.parent / "shallow")
    assert published(remote) == NEW
    assert git(remote, "rev-list", "--count", "gh-pages") == "2"


def test_git_in_a_hook_of_another_repository_does_not_mislead(
    project: Path, sites: tuple[Site, Site]
) -> None:
    publish(sites[0], project, GIT_DIR="/nowhere", GIT_WORK_TREE="/", GIT_INDEX_FILE="/nowhere")
    assert published(project.parent / "remote.git") == OLD


def test_where_git_knows_of_nobody_the_program_commits(
    project: Path, sites: tuple[Site, Site]
) -> None:
    git(project, "config", "user.useConfigOnly", "true")
    publish(sites[0], project, GIT_COMMITTER_NAME="", GIT_COMMITTER_EMAIL="")
    remote = project.parent / "remote.git"
    assert (
        git(remote, "log", "-1", "--format=%cn <%ce>", "gh-pages") == "sitegen <sitegen@localhost>"
    )


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (
            BranchTarget("pages", "main"),
            "main is the branch that you are working on, not one for the site",
        ),
        (
            BranchTarget("pages", "gh-pages", remote="upstream"),
            "“upstream” is the name of a remote repository, and the project has no such remote. "
            "Add one (git remote add upstream ADDRESS), or write the address itself in "
            "publish.pages.remote",
        ),
        (
            BranchTarget("pages", "gh-pages", remote="../not-there.git"),
            "asking for branch gh-pages of ../not-there.git failed: fatal:",
        ),
        (
            BranchTarget("pages", "gh-pages", token_env=VARIABLE),
            "the environment variable DEPLOY_TOKEN, which publish.pages.token_env names, is not "
            "set; nothing was published",
        ),
    ],
)
def test_what_cannot_be_reached_is_told_in_a_line(
    project: Path, sites: tuple[Site, Site], target: BranchTarget, told: str
) -> None:
    with pytest.raises(TargetError, match=f"^{re.escape(told)}"):
        publish(sites[0], project, target)


def test_a_branch_of_articles_and_facts_takes_no_site(
    project: Path, sites: tuple[Site, Site]
) -> None:
    (project / "sheet/content").mkdir(parents=True)
    (project / "sheet/content/site.yaml").write_text("title: T", encoding="utf-8")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "a sheet")
    git(project, "push", "--quiet", "origin", "main:sources")
    with pytest.raises(TargetError, match=r"it is a branch that sites are made from"):
        publish(sites[0], project, BranchTarget("pages", "sources"))


def test_a_branch_with_another_site_is_left_alone(project: Path, sites: tuple[Site, Site]) -> None:
    (project / "index.html").write_text("another site", encoding="utf-8")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "a site")
    git(project, "push", "--quiet", "origin", "main:gh-pages")
    with pytest.raises(TargetError, match=r"^index\.html stands there, and sitegen did not put"):
        publish(sites[0], project)


def test_without_git_that_is_said(project: Path, sites: tuple[Site, Site], tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="publishing to pages needs git, which is not here"):
        publish(sites[0], project, PATH=str(tmp_path))


def test_the_place_that_is_pushed_to_is_the_one_that_is_looked_at(
    project: Path, sites: tuple[Site, Site]
) -> None:
    publish(sites[0], project)
    git(project.parent, "init", "--quiet", "--bare", "other.git")
    git(project, "remote", "set-url", "--push", "origin", "../other.git")
    assert set(publish(sites[0], project)) == OLD.keys()
    assert published(project.parent / "other.git") == OLD


def test_a_remote_that_is_pushed_to_two_places_is_refused(
    project: Path, sites: tuple[Site, Site]
) -> None:
    for place in ("../remote.git", "../other.git"):
        git(project, "remote", "set-url", "--add", "--push", "origin", place)
    with pytest.raises(TargetError, match="“origin” is pushed to 2 places, and a target is one"):
        publish(sites[0], project)


def test_two_projects_of_one_repository_do_not_mix_their_commits(
    project: Path, sites: tuple[Site, Site]
) -> None:
    old, new = sites
    with opened(project, BranchTarget("pages", "one")) as first:
        plan = make_plan(old, first.survey(old))
        publish(new, project, BranchTarget("pages", "two"))
        first.carry_out(old, plan, lambda _: None)
    remote = project.parent / "remote.git"
    assert (published(remote, "one"), published(remote, "two")) == (OLD, NEW)


def test_a_tag_of_the_project_is_not_pushed(project: Path, sites: tuple[Site, Site]) -> None:
    git(project, "config", "push.followTags", "true")
    publish(sites[0], project)
    publish(sites[1], project)
    git(project, "tag", "--annotate", "--message", "x", "v1", "refs/sitegen/pages")
    publish(sites[0], project)
    assert git(project.parent / "remote.git", "tag") == ""


def test_ssh_is_not_waited_for_for_ever(project: Path, sites: tuple[Site, Site]) -> None:
    ssh = project.parent / "ssh"
    ssh.write_text('#!/bin/sh\necho "$@" >&2\nexit 1\n', encoding="utf-8")
    ssh.chmod(0o755)
    target = BranchTarget("pages", "gh-pages", "ssh://git@host.example/x.git")
    git(project, "config", "core.sshCommand", f"{ssh} -4")
    with pytest.raises(TargetError, match=r"-4 -o ConnectTimeout=30 .* -o BatchMode=yes"):
        publish(sites[0], project, target)


def test_a_lock_on_what_is_kept_for_the_next_run_is_in_nobodys_way(
    project: Path, sites: tuple[Site, Site]
) -> None:
    publish(sites[0], project)
    (project / ".git/refs/sitegen/pages.lock").touch()
    publish(sites[1], project)
    assert published(project.parent / "remote.git") == NEW


def test_a_place_that_would_be_asked_for_here_and_pushed_there_is_refused(
    project: Path, sites: tuple[Site, Site]
) -> None:
    base = project.parent.as_uri()
    git(project, "config", f"url.{base}/other.git.pushInsteadOf", f"{base}/remote.git")
    target = BranchTarget("pages", "gh-pages", f"{base}/remote.git")
    with pytest.raises(TargetError, match=r"lead .*/remote\.git on to .*/other\.git, where"):
        publish(sites[0], project, target)


def test_an_address_that_gits_settings_lead_on_twice_is_refused(
    project: Path, sites: tuple[Site, Site]
) -> None:
    base = project.parent.as_uri()
    git(project, "config", f"url.{base}/mirror/.insteadOf", f"{base}/")
    git(project, "remote", "set-url", "origin", f"{base}/remote.git")
    with pytest.raises(TargetError, match=r"lead .*mirror/remote\.git on to .*mirror/mirror"):
        publish(sites[0], project)
