"""The shape of a target of site.yaml's `publish`."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from sitegen.schema.forms import Form, Keywords, given, spelt, whenever
from sitegen.schema.scalars import Base, Text, wrong
from sitegen.schema.shapes import Reads, Shape, field
from sitegen.yamltree import shown

_LAST_PORT = 65535
# git check-ref-format, rules 1 to 10, of what a branch of a site may be called
_BRANCH = re.compile(r"(?!.*(?:\.\.|//|\.lock(?:/|$)|/\.))[A-Za-z0-9_][A-Za-z0-9._/-]*(?<![./])")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\]"
# A ~ would be taken as it is, as nothing there is read by a shell.
_RSYNC = re.compile(rf"(?:[A-Za-z0-9_][A-Za-z0-9._-]*@)?(?:{_HOST}):(?![:~])[^\x00-\x1f\x7f]+")
_HOST_KEY = re.compile(r"(?:ssh|ecdsa|sk)-[a-z0-9@.-]+ [A-Za-z0-9+/]+={0,2}")
# A token that stands for a name, as some hosts have it.
_TOKEN = re.compile(r"gh[a-z]_\w+|github_pat_\w+|glpat-\S+")
_AS_NAME = re.compile(rf"{_TOKEN.pattern}|\w{{30,}}")
_WEB = frozenset({"http", "https"})
_OWN: Mapping[str, tuple[str, ...]] = {
    "folder": (),
    "branch": ("remote", "token_env"),
    "rsync": ("port", "key_env", "host_key"),
}
"""The kinds of targets by the field that names the place, and the fields that a kind alone has."""


def _spelt(written: Any, pattern: re.Pattern[str], wanted: str) -> str:
    if not isinstance(written, str) or not pattern.fullmatch(written):
        told = shown(written) if isinstance(written, str) else "that"
        raise wrong(f"{told} is no {wanted}")
    return str(written)


def _branch(written: Any) -> str:
    return _spelt(written, _BRANCH, "name of a branch, such as gh-pages")


def _variable(written: Any) -> str:
    wanted = "name of an environment variable, such as DEPLOY_KEY; the secret itself stays there"
    named = isinstance(written, str) and _VARIABLE.fullmatch(written)
    if not named or _TOKEN.fullmatch(written):
        raise wrong(f"expected the {wanted}")  # the value may be a secret: it is not repeated
    return str(written)


def _rsync(written: Any) -> str:
    return _spelt(written, _RSYNC, "place for rsync, such as desk@example.org:/srv/www/facts")


def _host_key(written: Any) -> str:
    return _spelt(written, _HOST_KEY, "public key of a machine, such as ssh-ed25519 AAAAC3Nz…")


def _holds_secret(address: str) -> bool:
    """Whether an address has a password in it, or a token."""
    scheme, there, rest = address.strip().partition("://")
    if not there or scheme.lower() not in _WEB:
        return False
    host, _, _ = rest.partition("/")
    login, at, _ = host.rpartition("@")
    _, wide_at, _ = rest.rpartition("@")
    # A password may hold a /, which ends a host; a port is no password.
    parted = bool(wide_at) and ":" in host and not host.rpartition(":")[2].isdecimal()
    return parted or "?" in rest or bool(at and (":" in login or _AS_NAME.fullmatch(login)))


def _remote(written: Any) -> str:
    if isinstance(written, str) and _holds_secret(written):
        raise wrong(
            "an address with a password or token in it: take it out of the address, put it into an "
            "environment variable, and name that variable in token_env"
        )
    if not isinstance(written, str) or not written.strip() or written.startswith("-"):
        raise wrong("expected the name of a git remote, such as origin, or its address")
    if not written.isprintable():
        raise wrong("a remote has no line breaks and control characters")
    return str(written)


def _port(written: Any) -> int:
    number = int(written) if isinstance(written, str) and re.fullmatch("[0-9]{1,5}", written) else 0
    if not 1 <= number <= _LAST_PORT:
        raise wrong(f"expected a port from 1 to {_LAST_PORT}")
    return number


Branch = Annotated[
    str, Reads(_branch), spelt(_BRANCH.pattern, "gh-pages", wanted="the name of a branch")
]
Remote = Annotated[
    str, Reads(_remote), spelt(r"(?!-).*\S.*", "origin", wanted="a remote or its address")
]
Place = Annotated[
    str,
    Reads(_rsync),
    spelt(_RSYNC.pattern, "desk@example.org:/srv/www/facts", wanted="USER@HOST:FOLDER"),
]
Port = Annotated[int, Reads(_port), Form({"type": "integer", "minimum": 1, "maximum": _LAST_PORT})]
Variable = Annotated[
    str, Reads(_variable), spelt(_VARIABLE.pattern, "DEPLOY_KEY", wanted="a variable's name")
]
HostKey = Annotated[
    str,
    Reads(_host_key),
    spelt(_HOST_KEY.pattern, "ssh-ed25519 AAAAC3Nz", wanted="a machine's public key"),
]


class TargetRecord(Shape):
    """A place where the site is published."""

    folder: Text | None = field(
        None,
        description=(
            "A folder that this machine can write, such as a mounted share; relative to the "
            "project, or absolute."
        ),
    )
    branch: Branch | None = field(
        None, description="A branch of a git repository, which holds the site."
    )
    rsync: Place | None = field(
        None, description="A folder of another machine, by rsync over ssh: USER@HOST:FOLDER."
    )
    base_url: Base | None = field(
        None, description="The site's address there, where it is not the one above."
    )
    remote: Remote | None = field(
        None,
        description=(
            "Of a branch: a remote of the project's repository, or an address; origin unless given."
        ),
    )
    token_env: Variable | None = field(
        None,
        description=(
            "Of a branch: the environment variable that holds a token for an https address."
        ),
    )
    port: Port | None = field(None, description="Of rsync: the port of ssh, where it is not 22.")
    key_env: Variable | None = field(
        None,
        description="Of rsync: the environment variable that holds the text of a private key.",
    )
    host_key: HostKey | None = field(
        None,
        description="Of rsync: the machine's public key; then no other machine is believed.",
    )

    def judge(self) -> None:
        """One kind of target, with the fields of that kind."""
        given_kinds = [kind for kind in _OWN if getattr(self, kind) is not None]
        if not given_kinds:
            raise wrong("a target needs “folder”, “branch” or “rsync”", "missing-field")
        if len(given_kinds) > 1:
            names = " and ".join(f"“{kind}”" for kind in given_kinds)
            raise wrong(f"a target is one place, and {names} are two; make it two targets")
        (kind,) = given_kinds
        for other, own in _OWN.items():
            for name in own if other != kind else ():
                if getattr(self, name) is not None:
                    raise wrong(f"“{name}” belongs to “{other}”, and this target has “{kind}”")

    @classmethod
    def rules(cls) -> Iterator[Keywords]:
        """One kind of target, with the fields of that kind."""
        yield {"oneOf": [given(kind) for kind in _OWN]}
        for kind, names in _OWN.items():
            for name in names:
                yield whenever(given(name), given(kind))


def named(written: Any) -> Any:
    """What `publish` holds. Raises WrongError where it is a target and not a mapping of targets."""
    if isinstance(written, dict):
        for kind in _OWN:
            if isinstance(written.get(kind), str):
                raise wrong(f"a target has a name of your choice, as in pages: {{{kind}: …}}")
    return written
