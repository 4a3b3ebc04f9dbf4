"""What a run is told from outside the content: where the project lies, and the environment."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sitegen.frozen import dataclass

SITE_FILE = Path("content", "site.yaml")
CACHE_FOLDER = ".sitegen"
INPUTS = ("content", "seeds", "themes")
"""The folders that a site is made from; none of them may be written as a site."""
DEFAULT_OUTPUT = "site"
DEFAULT_SCHEMAS = "schemas"
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
_KEY_BYTES = 32
MOST_DELETES = 25
"""How many addresses a publication deletes without a question: more than a day's edits would."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The variables that are honoured.

    NO_COLOR (no-color.org), CI, TERM, GITHUB_WORKSPACE, SITEGEN_EDITOR, XDG_CACHE_HOME.
    """

    plain: bool
    quiet_terminal: bool
    workspace: Path | None = None
    editor: str | None = None
    caches: Path | None = None

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "Environment":
        """`plain`: no colours; `quiet_terminal`: no progress either.

        `workspace`: where GitHub's runner has checked the repository out. `editor`: what the
        preview's links open. `caches`: where the account's are, if not in `~/.cache`.
        """
        no_colour = bool(variables.get("NO_COLOR"))
        in_ci = variables.get("CI", "").lower() not in {"", "0", "false"}
        dumb = variables.get("TERM") == "dumb"
        workspace = variables.get("GITHUB_WORKSPACE")
        return cls(
            plain=no_colour or dumb,
            quiet_terminal=no_colour or in_ci or dumb,
            workspace=Path(workspace) if workspace else None,
            editor=variables.get("SITEGEN_EDITOR") or None,
            caches=Path(caches) if (caches := variables.get("XDG_CACHE_HOME")) else None,
        )

    def own_key(self) -> bytes | None:
        """The account's own key, if it can have one: see `own_key`."""
        return own_key(self.caches)

    def folder_in_repository(self, project: Path) -> str | None:
        """The project's folder from the repository's root on, with `/` at its end.

        Empty where it is that root; None where no repository is known, or the project lies outside.
        """
        if self.workspace is None:
            return None
        try:
            folder = project.resolve().relative_to(self.workspace.resolve()).as_posix()
        except ValueError:
            return None
        return "" if folder == "." else f"{folder}/"


def find_project(start: Path) -> Path | None:
    """The nearest folder, from `start` upward, that holds content/site.yaml."""
    start = start.resolve()
    return next(
        (folder for folder in (start, *start.parents) if (folder / SITE_FILE).is_file()), None
    )


def own_key(caches: Path | None = None) -> bytes | None:
    """A secret of this account, by which it knows again what it has kept in a project's folder.

    It lies in the account's folder for caches (else `~/.cache`: XDG Base Directory Specification
    0.8) and is made when it is asked for first. None where there can be none, or where others may
    read it.
    """
    try:
        file = (caches or Path.home() / ".cache") / "sitegen" / "key"
        if not file.exists():
            _make_key(file)
        status = file.lstat()
        alone = stat.S_ISREG(status.st_mode) and not status.st_mode & 0o077
        if not alone or status.st_uid != os.getuid():
            return None
        key = file.read_bytes()
    except (OSError, RuntimeError, AttributeError):  # no home; no accounts, as on Windows
        return None
    return key if len(key) == _KEY_BYTES else None


def _make_key(file: Path) -> None:
    """Make a key, whole or not at all; who is second takes the first one's."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = file.with_name(f"key.{os.getpid()}.new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(os.urandom(_KEY_BYTES))
        with suppress(FileExistsError):
            os.link(fresh, file)
    finally:
        fresh.unlink()
