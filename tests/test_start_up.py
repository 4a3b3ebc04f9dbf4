"""What a command imports: names, not times. Each is looked at in a process of its own."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.documents import ROOT

PROGRAM = """
import io, sys
from contextlib import redirect_stdout
from sitegen.cli import main
try:
    with redirect_stdout(io.StringIO()):
        main(sys.argv[1:])
except SystemExit:
    pass
print(*sys.modules)
"""


@cache
def imported(*words: str) -> frozenset[str]:
    """All modules that a command has imported at its end."""
    # -I: neither the environment nor the folder; so the program's own folder is named.
    place = f"import sys; sys.path.insert(0, {str(ROOT)!r})"
    ran = subprocess.run(
        [sys.executable, "-I", "-c", f"{place}\n{PROGRAM}", *words],
        capture_output=True,
        check=True,
        text=True,
    )
    return frozenset(ran.stdout.split())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with nothing in it but its name."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "content").mkdir()
    (folder / "content" / "site.yaml").write_text("title: The lamp\n", encoding="utf-8")
    return folder


def below(modules: frozenset[str], *names: str) -> set[str]:
    """Those of the modules that have these names, or lie in packages that have."""
    return {m for m in modules if any(m == name or m.startswith(f"{name}.") for name in names)}


def test_the_version_is_told_without_the_program() -> None:
    modules = imported("--version")
    rooms = {name.split(".")[1] for name in below(modules, "sitegen") if "." in name}
    assert rooms <= {"cli", "config", "frozen", "urls"}
    heavy = (
        "dataclasses",
        "inspect",
        "decimal",
        "hashlib",
        "json",
        "yaml",
        "jinja2",
        "markdown_it",
    )
    assert below(modules, *heavy) == set()


NEVER = ("pydantic", "pydantic_core", "asyncio", "concurrent", "multiprocessing", "socket", "email")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_run_imports_no_library_that_it_can_do_without(command: str, project: Path) -> None:
    words = ["--no-search", "-q", "-o", str(project / "site")] if command == "build" else ["-q"]
    modules = imported("-C", str(project), command, *words)
    assert below(modules, *NEVER, "sitegen.preview") == set()
    assert below(modules, "sitegen.verify")  # so the command did its work


def made_dearly(path: Path) -> set[str]:
    """The slow makers of classes that a module takes from Python's library."""
    slow = {"dataclasses": {"dataclass", "field", "replace"}, "typing": {"NamedTuple"}}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in slow
        for alias in node.names
        if alias.name in slow[node.module]
    }


# `frozen` itself, for type checkers; one class that works out parts of itself, and so has no slots;
# and what readers run without the program.
DEAR = {"frozen.py", "verify/speakers/tellings.py", "standalone/verify.py"}


def test_classes_are_made_by_frozen() -> None:
    sources = Path(ROOT, "sitegen")
    dear = {
        path.relative_to(sources).as_posix() for path in sources.rglob("*.py") if made_dearly(path)
    }
    assert dear <= DEAR
