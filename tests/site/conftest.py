"""The demonstration's project, copied to where a test may change it, and its built site."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.cli import main

ROOT = Path(__file__).parents[2]

Sitegen = Callable[..., int]


def copy_project(target: Path) -> Path:
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, target / name)
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its site in `site/`; not to be changed."""
    root = copy_project(tmp_path_factory.mktemp("demonstration") / "project")
    assert main(["-C", str(root), "build", "-q"]) == 0
    return root
