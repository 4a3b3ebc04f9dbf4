"""A sitegen project as a Hugo project over the same YAML files and articles."""

import shutil
from pathlib import Path

import yaml

_TEMPLATES = Path(__file__).parent / "hugo"


def write_hugo_project(project: Path, folder: Path) -> None:
    """Write the Hugo project of a sitegen project into a folder that does not exist yet."""
    shutil.copytree(_TEMPLATES, folder)
    shutil.copytree(project / "content" / "facts", folder / "data" / "facts")
    shutil.copy(project / "content" / "sources.yaml", folder / "data")
    sources = yaml.safe_load((project / "content" / "sources.yaml").read_text("utf-8"))["sources"]
    for source in sources.values():
        copy = folder / "assets" / source["text"]
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(project / source["text"], copy)
