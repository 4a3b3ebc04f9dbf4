"""The notes of a release, as `.ci/notes` cuts them from the changelog."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen import __version__
from tests.documents import ROOT

CHANGES = """\
# Changelog

## [Unreleased]

- Not yet.

## [1.2.0] - 2026-01-31

### Added

- A lamp.

## [1.2.0-rc.1] - 2026-01-01

- A candle.

## [1.1.0]

- A match.

## [1.0.0] - 2025-01-01

"""


def notes(folder: Path, version: str, *words: str) -> tuple[int, str, str]:
    """What the script answers in a project of this version."""
    (folder / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "notes", folder / ".ci")
    (folder / "sitegen").mkdir()
    (folder / "sitegen" / "__init__.py").write_text(f'"""It."""\n\n__version__ = "{version}"\n')
    (folder / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, folder / ".ci" / "notes", *words],
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr


def test_they_are_the_section_of_the_version(tmp_path: Path) -> None:
    assert notes(tmp_path, "1.2.0", "v1.2.0") == (0, "### Added\n\n- A lamp.\n", "")


@pytest.mark.parametrize(
    ("version", "tag", "reason"),
    [
        ("1.2.0", "v1.2.1", "the tag is v1.2.1, and the version of the program 1.2.0"),
        ("1.2.0", "1.2.0", "the tag is 1.2.0"),
        ("1.3.0", "v1.3.0", "has no section “## [1.3.0] - YYYY-MM-DD”"),
        ("1.1.0", "v1.1.0", "lacks the day"),
        ("1.0.0", "v1.0.0", "says nothing of 1.0.0"),
    ],
)
def test_a_tag_that_does_not_fit_is_refused(
    version: str, tag: str, reason: str, tmp_path: Path
) -> None:
    code, printed, told = notes(tmp_path, version, tag)
    assert (code, printed) == (1, "")
    assert reason in told


def test_the_script_knows_the_version_of_this_program() -> None:
    ran = subprocess.run(
        [sys.executable, ROOT / ".ci" / "notes", "v0"], capture_output=True, text=True, check=False
    )
    assert ran.stderr.endswith(f"the tag is v0, and the version of the program {__version__}\n")
