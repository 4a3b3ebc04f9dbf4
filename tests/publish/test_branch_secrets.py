"""What is secret of a branch: where it goes, and that it is shown nowhere."""

from pathlib import Path

import pytest

from sitegen.model import BranchTarget
from sitegen.publish import Site, TargetError
from tests.conftest import require_tool
from tests.publish.making import OLD
from tests.publish.servers import elsewhere, git_over_http
from tests.publish.test_branch import (
    TOKEN,
    VARIABLE,
    git,
    opened,
    project,
    publish,
    published,
    sites,
)

WRONG = "wrong-and-secret"

__all__ = ["project", "sites"]


def test_a_token_opens_the_door_and_is_shown_by_nobody(
    project: Path, sites: tuple[Site, Site], capfd: pytest.CaptureFixture[str]
) -> None:
    remote = project.parent / "remote.git"
    git(remote, "config", "http.receivepack", "true")
    with git_over_http(project.parent, require_tool("git"), TOKEN) as address:
        # What a checkout in a pipeline leaves: a header for the same host, which must not count.
        git(project, "config", f"http.{address}/.extraHeader", "Authorization: Basic b2xk")
        git(project, "remote", "set-url", "origin", f"{address}/remote.git")
        target = BranchTarget("pages", "gh-pages", token_env=VARIABLE)
        publish(sites[0], project, target, DEPLOY_TOKEN=f"{TOKEN}\n", GIT_TRACE="1")
        assert published(remote) == OLD
        with (
            opened(project, target, DEPLOY_TOKEN=WRONG) as there,
            pytest.raises(TargetError) as refused,
        ):
            there.survey(sites[0])
        shown = f"{there!r} {there.place} {refused.value}"
    printed = capfd.readouterr()
    for secret in (TOKEN, WRONG):
        assert secret not in f"{shown} {printed.out} {printed.err}"
    assert not any(
        TOKEN in path.read_text(encoding="utf-8", errors="replace")
        for path in project.rglob("*")
        if path.is_file()
    )


def test_a_token_is_not_sent_unencrypted(project: Path, sites: tuple[Site, Site]) -> None:
    target = BranchTarget("pages", "gh-pages", "http://example.org/x.git", VARIABLE)
    with pytest.raises(TargetError, match="a token is sent to https addresses alone"):
        publish(sites[0], project, target, DEPLOY_TOKEN=TOKEN)


def test_the_password_of_an_address_in_gits_own_settings_is_not_shown(
    project: Path, sites: tuple[Site, Site]
) -> None:
    git(project, "remote", "set-url", "origin", "http://ada:hunter22@127.0.0.1:1/x.git")
    with pytest.raises(TargetError) as refused:
        publish(sites[0], project)
    assert "hunter22" not in str(refused.value)
    assert "127.0.0.1:1/x.git" in str(refused.value)


def test_a_token_goes_to_no_host_that_its_own_sends_it_on_to(
    project: Path, sites: tuple[Site, Site]
) -> None:
    with elsewhere() as (address, asked):
        target = BranchTarget("pages", "gh-pages", f"{address}/x.git", VARIABLE)
        with pytest.raises(TargetError):
            publish(sites[0], project, target, DEPLOY_TOKEN=TOKEN)
    assert asked == ["/x.git/info/refs"]


@pytest.mark.parametrize(
    ("address", "secret"),
    [
        ("https://bot:pa/ssw0rd@127.0.0.1:1/x.git", "ssw0rd"),
        ("HTTPS://bot:hunter22@127.0.0.1:1/x.git", "hunter22"),
        ("http://bot:sec@ret22@127.0.0.1:1/x.git", "ret22"),
        ("http://ghp_0123456789abcdef@127.0.0.1:1/x.git", "ghp_0123456789abcdef"),
    ],
)
def test_no_login_of_an_address_in_gits_own_settings_is_shown(
    project: Path, sites: tuple[Site, Site], address: str, secret: str
) -> None:
    git(project, "remote", "set-url", "origin", address)
    with opened(project) as there:
        place = there.place
        with pytest.raises(TargetError) as refused:
            there.survey(sites[0])
    assert secret not in f"{place} {refused.value}"


def test_a_login_that_git_puts_into_an_address_is_not_shown(
    project: Path, sites: tuple[Site, Site]
) -> None:
    git(project, "config", "url.http://bot:hunter22@127.0.0.1:1/.insteadOf", "https://example.org/")
    target = BranchTarget("pages", "gh-pages", "https://example.org/x.git")
    with pytest.raises(TargetError) as refused:
        publish(sites[0], project, target, GIT_TRACE="1")
    assert "hunter22" not in str(refused.value)


def test_a_hook_of_the_project_does_not_see_the_token(
    project: Path, sites: tuple[Site, Site], tmp_path: Path
) -> None:
    git(project.parent / "remote.git", "config", "http.receivepack", "true")
    hook, seen = project / ".git/hooks/pre-push", tmp_path / "seen"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\necho "seen ${VARIABLE}" > {seen}\n', encoding="utf-8")
    hook.chmod(0o755)
    with git_over_http(project.parent, require_tool("git"), TOKEN) as address:
        target = BranchTarget("pages", "gh-pages", f"{address}/remote.git", VARIABLE)
        publish(sites[0], project, target, DEPLOY_TOKEN=TOKEN)
    assert seen.read_text(encoding="utf-8") == "seen \n"


def test_an_address_that_is_none_is_told(project: Path, sites: tuple[Site, Site]) -> None:
    target = BranchTarget("pages", "gh-pages", "https://[::1/x.git", VARIABLE)
    with pytest.raises(TargetError, match="is no address"):
        publish(sites[0], project, target, DEPLOY_TOKEN=TOKEN)
