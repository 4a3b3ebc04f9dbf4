"""`sitegen schema`: writes the schemas of the content files, for editors to check and complete."""

import argparse
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from sitegen import report
from sitegen.cli.exits import Exit
from sitegen.cli.paths import shown_path
from sitegen.config import DEFAULT_SCHEMAS, Environment
from sitegen.schema.json_schema import MARK, schema_files

_HEAD = 500  # bytes of a schema in which its mark stands


def run_schema(arguments: argparse.Namespace, project: Path, _: Environment) -> int:
    """Writes what differs, and prints the path of each; nothing where one is not of our making."""
    folder = Path(project, arguments.output or DEFAULT_SCHEMAS)
    files = {folder / name: content for name, content in schema_files().items()}
    for path in files:
        if not _is_ours(path):
            shown = report.printable(shown_path(path))
            reason = "is there, and `sitegen schema` has not written it; nothing was written"
            print(f"sitegen: {shown} {reason}", file=sys.stderr)
            return Exit.WORLD
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        if not path.exists() or path.read_bytes() != content:
            _replace(path, content)
        print(report.printable(shown_path(path)))
    return Exit.FINE


def _is_ours(path: Path) -> bool:
    """Whether a file may be written: there is none, or one that bears our mark."""
    if not os.path.lexists(path):
        return True
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return MARK.encode() in file.read(_HEAD)


def _replace(path: Path, content: bytes) -> None:
    """Give a file new content in one step: an editor that reads it sees the old one or the new."""
    file, name = tempfile.mkstemp(prefix=".sitegen-", dir=path.parent)
    try:
        with open(file, "wb") as stream:
            stream.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)
