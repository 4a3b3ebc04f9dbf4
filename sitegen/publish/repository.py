"""The repository that holds a branch for a site: which one it is, and how it may be reached."""

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit

from sitegen.frozen import replace
from sitegen.model import BranchTarget
from sitegen.publish.branch import FATAL, BranchPublication, login_of, without_login
from sitegen.publish.commands import Program, secrets, ssh_settings, told, variable
from sitegen.publish.failure import TargetError
from sitegen.write.paths import shown

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_OF_REPOSITORY = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
     "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE"}
)  # fmt: skip
_LONGEST_NAME = 20  # characters; what is longer may be a token in a name's place
_USER = "x-access-token"  # the name that goes with a token; hosts look at the token alone


@contextmanager
def open_branch(
    target: BranchTarget,
    project: Path,
    environment: Mapping[str, str],
    kept: Path,
    *,
    interactive: bool,
) -> Iterator[BranchPublication]:
    """A branch as a target. `kept` is where a repository is made for a project that has none.

    Raises TargetError where there is no git, no such remote, or no token.
    """
    inherited = _without_repository(environment)
    inherited.pop(target.token_env or "", None)  # no hook of a repository needs to know it
    git = Program("git", project, inherited)
    doing = f"publishing to {target.name}"
    asked = git.run("rev-parse", "--git-dir", allowed=(0, FATAL), doing=doing)
    is_projects = asked.code == 0
    if not is_projects and "not a git repository" not in asked.complaint:
        raise TargetError(f"{doing} failed: {told(asked)}")
    if not is_projects:
        git.run("init", "--quiet", "--bare", str(kept), doing=doing)
        git = replace(git, environment={**git.environment, "GIT_DIR": str(kept)})
    address, others = _addresses(target, git, is_projects=is_projects)
    hidden = tuple(part for one in (address, *others) for part in _login(one))
    git = replace(git, secrets=secrets(*hidden))
    git = _patient(git, interactive=interactive)
    if target.token_env is not None:
        field = f"publish.{target.name}.token_env"
        token = variable(target.token_env, environment, field).strip()
        git = _authorised(git, address, token, hidden)
    # Another publication may use this repository too; each has a name of its own for its commits.
    reference = f"refs/sitegen/{target.name}-{token_hex(8)}"
    try:
        yield BranchPublication(target, git, address, is_projects, reference)
    finally:
        git.run("update-ref", "-d", reference, allowed=range(256), doing=doing)


def _addresses(
    target: BranchTarget, git: Program, *, is_projects: bool
) -> tuple[str, tuple[str, ...]]:
    """The address that a remote stands for when it is pushed to, and its others."""
    remote, doing = target.remote, f"publishing to {target.name}"
    words = ("remote", "get-url", "--all")
    allowed = (0, 2, FATAL)
    asked = git.run(*words, "--push", "--", remote, allowed=allowed, doing=doing)
    if asked.code == 0:
        head = git.run("symbolic-ref", "--quiet", "--short", "HEAD", allowed=(0, 1), doing=doing)
        if head.line == target.branch:
            raise TargetError(
                f"{target.branch} is the branch that you are working on, not one for the site; "
                "nothing was published. Name another, such as gh-pages"
            )
    elif set("/:\\") & set(remote):
        asked = git.run("ls-remote", "--get-url", "--", remote, doing=doing)
    else:
        lacks = "has no such remote" if is_projects else "is in no git repository"
        raise TargetError(
            f"“{shown(remote)}” is the name of a remote repository, and the project {lacks}. "
            f"Add one (git remote add {shown(remote)} ADDRESS), or write the address itself in "
            f"publish.{target.name}.remote"
        )
    address, *more = asked.line.splitlines()
    if more:
        raise TargetError(
            f"“{shown(remote)}” is pushed to {1 + len(more)} places, and a target is one; "
            f"write the address of one in publish.{target.name}.remote"
        )
    _refuse_detours(git, address, f"publish.{target.name}.remote", doing)
    fetched = git.run(*words, "--", remote, allowed=allowed, doing=doing).line.splitlines()
    return address, (remote, *fetched)


def _refuse_detours(git: Program, address: str, field: str, doing: str) -> None:
    """What is asked for in one place and pushed to another would be compared with a stranger."""
    led_on = [git.run("ls-remote", "--get-url", "--", address, doing=doing).line]
    rules = git.run(
        "config", "--get-regexp", r"^url\..*\.pushinsteadof$", allowed=(0, 1), doing=doing
    )
    for rule in rules.line.splitlines():
        name, _, prefix = rule.partition(" ")
        if address.startswith(prefix):
            led_on.append(name.removeprefix("url.").removesuffix(".pushinsteadof"))
    others = [shown(without_login(other)) for other in led_on if other != address]
    if others:
        raise TargetError(
            f"git’s settings (url.….insteadOf, pushInsteadOf) lead {shown(without_login(address))} "
            f"on to {' and '.join(others)}, where the site would not be looked for; write the "
            f"address itself in {field}"
        )


def _patient(git: Program, *, interactive: bool) -> Program:
    """Git whose ssh gives up on a machine that is silent, and asks only where somebody is there."""
    variables = git.environment
    if "GIT_SSH_COMMAND" in variables or "GIT_SSH" in variables:
        return git
    doing = "reading git's settings"
    ssh = git.run("config", "core.sshCommand", allowed=(0, 1), doing=doing).line or "ssh"
    options = " ".join(f"-o {setting}" for setting in ssh_settings(interactive=interactive))
    return replace(git, environment={**variables, "GIT_SSH_COMMAND": f"{ssh} {options}"})


def _authorised(git: Program, address: str, token: str, hidden: tuple[str, ...]) -> Program:
    """Git with a token for one host, in its environment."""
    try:
        parts = urlsplit(address)
    except ValueError as problem:
        raise TargetError(f"{shown(without_login(address))} is no address: {problem}") from problem
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        told = shown(without_login(address))
        raise TargetError(f"a token is sent to https addresses alone, and {told} is none")
    login = base64.b64encode(f"{_USER}:{token}".encode()).decode()
    host = parts.netloc.rpartition("@")[2]
    key = f"http.{parts.scheme}://{host}{parts.path}"
    settings = (
        # The empty one makes git forget headers that a configuration gives for this host.
        (f"{key}.extraHeader", ""),
        (f"{key}.extraHeader", f"Authorization: Basic {login}"),
        # Git would send the header wherever the host sends it on to.
        (f"{key}.followRedirects", "false"),
    )
    git = _with_settings(git, settings)
    return replace(git, secrets=secrets(token, login, *hidden))


def _with_settings(git: Program, settings: Sequence[tuple[str, str]]) -> Program:
    """Git with settings of ours in its environment, behind all others."""
    variables = dict(git.environment)
    before = _count(variables.get("GIT_CONFIG_COUNT", ""))
    for number, (name, value) in enumerate(settings, before):
        variables |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    variables["GIT_CONFIG_COUNT"] = str(before + len(settings))
    return replace(git, environment=variables)


def _count(text: str) -> int:
    """How many settings the environment has for git already."""
    if text and not text.isdecimal():
        raise TargetError(f"GIT_CONFIG_COUNT is no number: {shown(text)}")
    return int(text or "0")


def _login(address: str) -> tuple[str, ...]:
    """What is secret in an address that git's own configuration gives: its login, and the parts."""
    login = login_of(address)
    if not login:
        return ()
    if ":" not in login and len(login) < _LONGEST_NAME:
        return (f"{login}@",)  # a name, which may stand elsewhere too
    # What git complains of may begin in the middle of a password that has a / or an @ in it.
    return (login, *re.split("[:/@]", login))


def _without_repository(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment in which git looks for the repository itself, even when a hook runs us."""
    kept = {name: value for name, value in environment.items() if name not in _OF_REPOSITORY}
    return {**kept, "GIT_NO_REPLACE_OBJECTS": "1"}
