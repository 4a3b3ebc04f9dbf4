"""Where a site is published."""

from sitegen.frozen import dataclass

DEFAULT_REMOTE = "origin"


@dataclass(frozen=True, slots=True)
class FolderTarget:
    """A folder that this machine can write. `folder` is relative to the project, or absolute."""

    name: str
    folder: str
    base_url: str | None = None


@dataclass(frozen=True, slots=True)
class BranchTarget:
    """A branch of a git repository. `remote`: a remote of the project's own, or an address.

    `token_env` names the environment variable that holds a token for an https address.
    """

    name: str
    branch: str
    remote: str = DEFAULT_REMOTE
    token_env: str | None = None
    base_url: str | None = None


@dataclass(frozen=True, slots=True)
class RsyncTarget:
    """A folder of another machine, by rsync over ssh: [USER@]HOST:FOLDER.

    `key_env` names the environment variable that holds the text of a private key; `host_key` is
    the machine's public key, as in `ssh-ed25519 AAAA…`.
    """

    name: str
    rsync: str
    port: int | None = None
    key_env: str | None = None
    host_key: str | None = None
    base_url: str | None = None


Target = FolderTarget | BranchTarget | RsyncTarget
