"""The generators that are measured and compared: how each gets its project, and how it is run.

Every tool works on a folder of its own with a copy of the same content, so that an edit can be made
to each in turn. sitegen stands here twice: with a theme as plain as the peers' pages, and with the
one that everybody gets.
"""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import sitegen
from benchmarks.peers.eleventy import INSTALLED, write_eleventy_project
from benchmarks.peers.hugo import hugo_binary, write_hugo_project

PLAIN_THEME = Path(__file__).parents[1] / "theme" / "plain"
_DEFAULT_THEME = Path(__file__).parents[2] / "themes" / "default"
_OURS = {"PYTHONPATH": str(Path(sitegen.__file__).parents[1])}  # installed or not
_CLI = "node_modules/@11ty/eleventy/cmd.cjs"


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator. `write` makes its project in a new folder; `command` builds it into a folder.

    `facts`, `seeds` and `sources` say where its copies of the content lie, `template` which file
    makes the page of a fact; each below the project's folder. `caches` are what it keeps.
    """

    name: str
    write: Callable[[Path, Path], None]
    command: Callable[[Path, Path], list[str]]
    template: str
    facts: str = "content/facts"
    seeds: tuple[str, ...] = ("seeds",)
    sources: str = "content/sources.yaml"
    caches: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def environ(self) -> dict[str, str]:
        """The environment in which it runs."""
        return {**os.environ, **self.environment}


def sitegen_plain() -> Tool:
    """Our own, with pages as plain as the peers'."""
    return _ours("plain")


def sitegen_default() -> Tool:
    """Our own, as everybody gets it. The project has a copy of one template, to be edited."""
    return _ours("default")


def _ours(theme: str) -> Tool:
    return Tool(
        f"sitegen, {theme} theme",
        lambda project, folder: _write_sitegen(project, folder, theme),
        _sitegen,
        f"themes/{theme}/fact.html",
        caches=(".sitegen",),
        environment=_OURS,
    )


def hugo(collection: int = 100) -> Tool:
    """Hugo; `collection` is Go's GOGC: the higher, the less often it collects garbage."""
    binary = hugo_binary()
    return Tool(
        "Hugo" if collection == 100 else f"Hugo, GOGC={collection}",  # noqa: PLR2004 - Go's own
        write_hugo_project,
        lambda folder, out: [str(binary), "--quiet", "-s", str(folder), "-d", str(out)],
        "layouts/facts/page.html",
        facts="data/facts",
        seeds=("seeds", "static/data/texts"),
        sources="data/sources.yaml",
        caches=("resources",),
        environment={"GOGC": str(collection)},
    )


def eleventy(modules: Path = INSTALLED) -> Tool:
    """Eleventy, with the packages in a folder `node_modules`."""
    node = shutil.which("node")
    if node is None or not (modules / "@11ty").is_dir():
        raise FileNotFoundError(f"no node, or no Eleventy in {modules}: see benchmarks/peers")
    return Tool(
        "Eleventy",
        lambda project, folder: write_eleventy_project(project, folder, modules),
        lambda folder, out: [node, str(folder / _CLI), f"--output={os.path.relpath(out, folder)}"],
        "pages/facts.11ty.js",
    )


def _sitegen(folder: Path, out: Path) -> list[str]:
    command = [sys.executable, "-m", "sitegen", "-C", str(folder), "build", "-q", "--no-search"]
    return [*command, "-o", str(out)]


def _write_sitegen(project: Path, folder: Path, theme: str) -> None:
    for name in ("content", "seeds"):
        shutil.copytree(project / name, folder / name)
    settings = folder / "content" / "site.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}theme: {theme}\n", "utf-8")
    if theme == "plain":
        shutil.copytree(PLAIN_THEME, folder / "themes" / "plain")
    else:
        (folder / "themes" / "default").mkdir(parents=True)
        shutil.copy(_DEFAULT_THEME / "fact.html", folder / "themes" / "default")
