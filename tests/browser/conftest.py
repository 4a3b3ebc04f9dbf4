"""The demonstration's site in its two themes, for a browser."""

import shutil
from pathlib import Path

import pytest

from sitegen.cli import main
from tests.documents import ROOT


def build(project: Path, *options: str) -> Path:
    """The site of the fact sheet in this checkout, built in a folder of its own."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, project / name)
    assert main(["-C", str(project), "build", "--quiet", *options]) == 0
    return project / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site below a path with spaces."""
    return build(tmp_path_factory.mktemp("a project with spaces"))


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in the other theme that sitegen brings, without a search index."""
    project = tmp_path_factory.mktemp("another project")
    return build(project, "--theme", "dossier", "--no-search")
