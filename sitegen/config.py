"""What a run is told from outside the content: where the project lies, and the environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SITE_FILE = Path("content", "site.yaml")
CACHE_FOLDER = ".sitegen"
DEFAULT_OUTPUT = "site"


@dataclass(frozen=True, slots=True)
class Environment:
    """The variables that are honoured: NO_COLOR (no-color.org), CI, TERM."""

    plain: bool
    quiet_terminal: bool

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "Environment":
        """`plain`: no colours; `quiet_terminal`: no progress either."""
        no_colour = bool(variables.get("NO_COLOR"))
        in_ci = variables.get("CI", "").lower() not in {"", "0", "false"}
        dumb = variables.get("TERM") == "dumb"
        return cls(plain=no_colour or dumb, quiet_terminal=no_colour or in_ci or dumb)


def find_project(start: Path) -> Path | None:
    """The nearest folder, from `start` upward, that holds content/site.yaml."""
    start = start.resolve()
    return next(
        (folder for folder in (start, *start.parents) if (folder / SITE_FILE).is_file()), None
    )
