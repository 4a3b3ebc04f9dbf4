"""What a build is asked for, and what becomes of it."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from sitegen import write
from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass, field
from sitegen.jobs import Jobs
from sitegen.report import Summary

Progress = Callable[[str, int, int], None]
"""Is told the stage that a build is in, and of how many pieces of its work how many are done.

A stage begins with (stage, 0, …). Where the number is not known beforehand, both are 0."""


def quietly(_stage: str, _done: int, _total: int) -> None:
    """For whom progress is nothing to tell."""


class Search(StrEnum):
    """What became of the search index."""

    WRITTEN = "written"
    REUSED = "reused"
    NOT_WANTED = "not wanted"
    NOT_INSTALLED = "not installed"
    FAILED = "failed"


def keyless() -> None:
    """For an account that has no key."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for. `output` is absolute; `clean`: forget what is remembered.

    `search`: with a search index, where the tool for it is installed; a preview needs none. `jobs`:
    how many processes may work; the site is the same for any number. `key` gives the account's own,
    by which it knows files that it kept; without one less is kept.
    """

    output: Path
    base_url: str | None = None
    theme: str | None = None
    clean: bool = False
    strict: bool = False
    search: bool = True
    jobs: Jobs = field(default_factory=Jobs)
    key: Callable[[], bytes | None] = keyless


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a build. `outcome` is None when nothing was published.

    `refused`: the output folder is not safe to write. `rendered` names the pages that were
    rendered; `reused` counts the others. `search_note` says why there is no search index although
    it was asked for.
    """

    summary: Summary
    diagnostics: tuple[Diagnostic, ...]
    outcome: write.Outcome | None = None
    refused: bool = False
    rendered: tuple[str, ...] = ()
    reused: int = 0
    search: Search = Search.NOT_WANTED
    search_note: str | None = None
