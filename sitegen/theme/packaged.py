"""The themes that come with sitegen, wherever sitegen lies."""

from collections.abc import Iterator, Mapping
from pathlib import Path

NAME = "default"


def names() -> frozenset[str]:
    """What the themes are called. Raises OSError when they are not there to be read."""
    return frozenset(folder.name for folder in _themes().iterdir() if folder.is_dir())


def theme(name: str = NAME) -> Mapping[str, bytes]:
    """A theme's files by path below it. Raises OSError when they are not there to be read."""
    return dict(sorted(_files_below(_themes() / name, "")))


def _themes() -> Path:
    package = Path(__file__).parents[1]
    in_package = package / "themes"
    return in_package if in_package.is_dir() else package.parent / "themes"


def _files_below(folder: Path, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files_below(entry, f"{prefix}{entry.name}/")
        elif not entry.name.startswith("."):
            yield f"{prefix}{entry.name}", entry.read_bytes()
