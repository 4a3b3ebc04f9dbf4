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
from markdown_it import MarkdownIt
from packaging.metadata import Metadata
from trove_classifiers import classifiers

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


def test_the_wheel_holds_the_program_its_scripts_projects_and_themes_and_nothing_else(
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
    starter = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "sitegen/drafts/starter").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert browser
    assert starter
    assert names(wheel) == {*program, *themes, *browser, *starter, "sitegen/py.typed"}


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


def test_a_project_begun_with_the_wheel_alone_builds_without_a_warning(
    environment: Path, tmp_path: Path
) -> None:
    run(environment / "sitegen", "init", "lamp", cwd=tmp_path)
    assert (tmp_path / "lamp" / ".github" / "workflows" / "fact-sheet.yml").is_file()
    run(environment / "sitegen", "-s", "build", cwd=tmp_path / "lamp")


def test_the_sdist_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(built("sdist", ROOT, tmp_path / "sdist"), tmp_path / "unpacked")
    (checkout,) = (tmp_path / "unpacked").iterdir()
    tools = ("tests/conftest.py", ".ci/run", ".github/workflows/ci.yml", "action.yml")
    assert [path for path in tools if not (checkout / path).is_file()] == []
    assert built("wheel", checkout, tmp_path / "again").read_bytes() == wheel.read_bytes()


# what an index is told


def metadata(wheel: Path) -> Metadata:
    """What the wheel says of itself; an exception where an index would refuse it."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Metadata.from_email(archive.read(name), validate=True)


def test_an_index_takes_the_metadata(wheel: Path) -> None:
    told = metadata(wheel)
    assert (told.name, str(told.version)) == ("sitegen-factsheets", __version__)
    assert set(told.classifiers or ()) <= classifiers
    assert str(told.requires_python) == ">=3.11"
    assert set(told.provides_extra or ()) >= {"html", "search"}


def test_the_description_holds_no_link_that_an_index_would_break(wheel: Path) -> None:
    told = metadata(wheel)
    text = told.description or ""
    assert told.description_content_type == "text/markdown"
    assert text.startswith("# sitegen\n")
    tokens = MarkdownIt("commonmark").parse(text)
    inline = [part for token in tokens for part in token.children or ()]
    assert [part.content for part in (*tokens, *inline) if part.type.startswith("html")] == []
    assert [part.content for part in inline if part.type == "image"] == []
    targets = {str(part.attrs["href"]) for part in inline if part.type == "link_open"}
    assert {target for target in targets if not target.startswith(("https://", "#"))} == set()
    assert "](" not in "".join(part.content for part in inline if part.type == "text")


def test_type_checkers_see_the_types(environment: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from sitegen.diagnostics import Diagnostic, Severity\n\n"
        "def wrong(found: Diagnostic) -> bool:\n    return found.severity is Severity.ERROR\n\n"
        "reveal_type(wrong)\nwrong(1)\n",
        encoding="utf-8",
    )
    where = ("--cache-dir", tmp_path / "cache", "--python-executable", environment / "python")
    ran = subprocess.run(
        [os.fspath(word) for word in (sys.executable, "-m", "mypy", "--strict", *where, program)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 'Revealed type is "def (found: sitegen.diagnostics.Diagnostic) -> bool"' in ran.stdout
    assert "program.py:7: error: Argument 1" in ran.stdout
    assert "Found 1 error" in ran.stdout
