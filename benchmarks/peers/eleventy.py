"""A sitegen project as an Eleventy project over the same YAML files and articles."""

import shutil
from pathlib import Path

_TEMPLATES = Path(__file__).parent / "eleventy"
INSTALLED = _TEMPLATES / "node_modules"


def write_eleventy_project(project: Path, folder: Path, modules: Path = INSTALLED) -> None:
    """Write the Eleventy project of a sitegen project into a folder that does not exist yet.

    `modules` is where `npm ci` put the packages of `eleventy/package-lock.json`.
    """
    shutil.copytree(_TEMPLATES, folder, ignore=shutil.ignore_patterns("node_modules"))
    for name in ("content", "seeds"):
        shutil.copytree(project / name, folder / name)
    (folder / "node_modules").symlink_to(modules.resolve(), target_is_directory=True)
