"""The repository that holds a branch for a site: which one it is, and how it may be reached."""

import base64
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from sitegen.frozen import replace
from sitegen.model import BranchTarget
from sitegen.publish.branch import FATAL, BranchPublication
from sitegen.publish.commands import Program, secrets, told, variable
from sitegen.publish.failure import TargetError
from sitegen.write.paths import shown

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_OF_REPOSITORY = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
     "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE"}
)  # fmt: skip
_PASSWORD = re.compile(r"[a-z+]+://[^/@:]*:([^/@]+)@")
_USER = "x-access-token"  # the name that goes with a token; hosts look at the token alone


def open_branch(
    target: BranchTarget, project: Path, environment: Mapping[str, str], kept: Path
) -> BranchPublication:
    """A branch as a target. `kept` is where a repository is made for a project that has none.

    Raises TargetError where there is no git, no such remote, or no token.
    """
    git = Program("git", project, _without_repository(environment))
    doing = f"publishing to {target.name}"
    asked = git.run("rev-parse", "--git-dir", allowed=(0, FATAL), doing=doing)
    is_projects = asked.code == 0
    if not is_projects and "not a git repository" not in asked.complaint:
        raise TargetError(f"{doing} failed: {told(asked)}")
    if not is_projects:
        git.run("init", "--quiet", "--bare", str(kept), doing=doing)
        git = replace(git, environment={**git.environment, "GIT_DIR": str(kept)})
    address = _address(target, git, is_projects=is_projects)
    git = replace(git, secrets=secrets(*_password(address)))
    if target.token_env is not None:
        field = f"publish.{target.name}.token_env"
        git = _authorised(git, address, variable(target.token_env, environment, field))
    return BranchPublication(target, git, address, is_projects)


def _address(target: BranchTarget, git: Program, *, is_projects: bool) -> str:
    """The address that a remote stands for."""
    remote, doing = target.remote, f"publishing to {target.name}"
    asked = git.run("remote", "get-url", "--push", "--", remote, allowed=(0, 2, FATAL), doing=doing)
    if asked.code == 0:
        head = git.run("symbolic-ref", "--quiet", "--short", "HEAD", allowed=(0, 1), doing=doing)
        if head.line == target.branch:
            raise TargetError(
                f"{target.branch} is the branch that you are working on, not one for the site; "
                "nothing was published. Name another, such as gh-pages"
            )
        return asked.line
    if not set("/:\\") & set(remote):
        lacks = "has no such remote" if is_projects else "is in no git repository"
        raise TargetError(
            f"“{shown(remote)}” is the name of a remote repository, and the project {lacks}. "
            f"Add one (git remote add {shown(remote)} ADDRESS), or write the address itself in "
            f"publish.{target.name}.remote"
        )
    return remote


def _authorised(git: Program, address: str, token: str) -> Program:
    """Git with a token for one host, in its environment."""
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise TargetError(f"a token is sent to https addresses alone, and {shown(address)} is none")
    token = token.strip()
    login = base64.b64encode(f"{_USER}:{token}".encode()).decode()
    host = parts.netloc.rpartition("@")[2]
    key = f"http.{parts.scheme}://{host}/.extraHeader"
    # The first, empty one makes git forget headers that a configuration gives for this host.
    settings = ((key, ""), (key, f"Authorization: Basic {login}"))
    variables = dict(git.environment)
    before = int(variables.get("GIT_CONFIG_COUNT", "0"))
    for number, (name, value) in enumerate(settings, before):
        variables |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    variables["GIT_CONFIG_COUNT"] = str(before + len(settings))
    return replace(git, environment=variables, secrets=secrets(token, login, *_password(address)))


def _password(address: str) -> tuple[str, ...]:
    """The password in an address: git's own configuration may give one."""
    found = _PASSWORD.match(address)
    return (found[1],) if found else ()


def _without_repository(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment in which git looks for the repository itself, even when a hook runs us."""
    return {name: value for name, value in environment.items() if name not in _OF_REPOSITORY}
