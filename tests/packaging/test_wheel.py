"""The wheel, installed in an environment of its own away from the checkout, is all of sitegen.

Nothing is fetched: the new environment sees the dependencies of the one that runs the tests.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from sitegen import __version__
from tests.documents import ROOT

BINARIES = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; it must succeed, and sees nothing of this checkout."""
    variables = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [os.fspath(word) for word in command],
        cwd=cwd,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(kind: str, checkout: Path, folder: Path) -> Path:
    """The wheel or sdist of a checkout."""
    run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", folder, cwd=checkout)
    (made,) = folder.iterdir()
    return made


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of an environment in which the wheel is installed."""
    folder = tmp_path_factory.mktemp("environment")
    commands = folder / BINARIES
    if importlib.util.find_spec("pip"):  # ours will do, and a second one takes seconds to unpack
        run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
        pip: tuple[str | Path, ...] = (sys.executable, "-m", "pip", "--python", commands / "python")
    else:
        run(sys.executable, "-m", "venv", folder, cwd=folder)
        pip = (commands / "python", "-m", "pip")
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(run(commands / "python", "-c", ask, cwd=folder).strip())
    ours = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "dependencies.pth").write_text("\n".join(sorted(ours)), encoding="utf-8")
    return commands


def test_the_wheel_holds_the_program_its_scripts_and_the_themes_and_nothing_else(
    wheel: Path,
) -> None:
    program = {path.relative_to(ROOT).as_posix() for path in (ROOT / "sitegen").rglob("*.py")}
    themes = {
        f"sitegen/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "themes").rglob("*")
        if path.is_file()
    }
    browser = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "sitegen/preview/assets").iterdir()
    }
    assert browser
    assert names(wheel) == {*program, *themes, *browser, "sitegen/py.typed"}


def test_the_wheel_has_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (licence,) = (name for name in archive.namelist() if name.endswith("licenses/LICENSE"))
        assert archive.read(licence) == (ROOT / "LICENSE").read_bytes()


def test_the_command_answers_away_from_the_checkout(environment: Path, tmp_path: Path) -> None:
    assert run(environment / "sitegen", "--version", cwd=tmp_path) == f"sitegen {__version__}\n"
    place = run(environment / "python", "-c", "print(__import__('sitegen').__file__)", cwd=tmp_path)
    assert Path(place.strip()).is_relative_to(environment.parent)


def test_the_command_builds_a_project_with_the_theme_that_it_carries(
    environment: Path, tmp_path: Path
) -> None:
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    printed = run(environment / "sitegen", "build", cwd=tmp_path).splitlines()
    home = tmp_path / printed[-1]
    assert home == tmp_path / "site" / "index.html"
    assert 'rel="stylesheet"' in home.read_text(encoding="utf-8")
    run(environment / "sitegen", "build", "--theme", "dossier", "-o", "other", cwd=tmp_path)
    verified = run(environment / "python", "-I", "site/data/verify.py", cwd=tmp_path)
    assert verified


def test_the_sdist_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(built("sdist", ROOT, tmp_path / "sdist"), tmp_path / "unpacked")
    (checkout,) = (tmp_path / "unpacked").iterdir()
    assert (checkout / "tests" / "conftest.py").is_file()
    assert names(built("wheel", checkout, tmp_path / "again")) == names(wheel)
