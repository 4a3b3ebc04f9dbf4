"""What a run is told from outside the content: where the project lies, and the environment."""

from collections.abc import Mapping
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
MOST_DELETES = 25
"""How many addresses a publication deletes without a question: more than a day's edits would."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The variables that are honoured.

    NO_COLOR (no-color.org), CI, TERM, GITHUB_WORKSPACE, SITEGEN_EDITOR.
    """

    plain: bool
    quiet_terminal: bool
    workspace: Path | None = None
    editor: str | None = None

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "Environment":
        """`plain`: no colours; `quiet_terminal`: no progress either.

        `workspace`: where GitHub's runner has checked the repository out. `editor`: what the
        preview's links open.
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
        )

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
