"""Paths as they are printed."""

import os
from pathlib import Path


def shown_path(path: Path) -> str:
    """A path as somebody in this folder would type it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, FileNotFoundError):  # elsewhere; or this folder has been deleted
        return os.path.normpath(path)
