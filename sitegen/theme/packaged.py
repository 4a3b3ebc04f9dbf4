"""The theme that comes with sitegen, wherever sitegen lies."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

NAME = "default"


def default_theme() -> Mapping[str, bytes]:
    """Its files by path below the theme. Raises OSError when they are not there to be read."""
    in_package = files("sitegen") / "themes" / NAME
    beside_package = Path(__file__).parents[2] / "themes" / NAME  # in a checkout
    folder = in_package if in_package.is_dir() else beside_package
    return dict(sorted(_files_below(folder, "")))


def _files_below(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files_below(entry, f"{prefix}{entry.name}/")
        elif not entry.name.startswith("."):
            yield f"{prefix}{entry.name}", entry.read_bytes()
