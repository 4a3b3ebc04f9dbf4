"""The projects that `sitegen init` begins: the starter, and the same with five planted errors.

Their files lie in `starter/`, as they will be written, for people to read and edit. A name that
begins with `dot-` stands there for one that begins with a dot, which tools tend to leave out.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.config import DEFAULT_SCHEMAS
from sitegen.frozen import NamedTuple
from sitegen.schema.json_schema import schema_files

_FOLDER = Path(__file__).parent / "starter"
_DOT = "dot-"


class Slip(NamedTuple):
    """An error for a class to find: what stands in a file of the starter, and what instead.

    `code`: what the check says of it. `hint`: what it says to write.
    """

    path: str
    right: str
    wrong: str
    code: str
    hint: str


_FACTS = "content/facts/carroll.yaml"
SLIPS = (
    Slip(
        _FACTS,
        "speaker: john-latrobe",
        "speaker: charles-carroll",
        "speaker-mismatch",
        "speaker: john-latrobe",
    ),
    Slip(_FACTS, "value: 83\n", "value: 85\n", "number-mismatch", "value: 83"),
    Slip(
        _FACTS,
        "carrying in one hand a copy of the Declaration",
        "carrying in one hand a draft of the Declaration",
        "quote-mismatch",
        "the article has: carrying in one hand a copy of the Declaration of Independence",
    ),
    Slip(_FACTS, "lines: 17-18", "lines: 18-19", "quote-moved", "lines: 17-18"),
    Slip(_FACTS, "date: 1832\n", "date: 1832-11-14\n", "date-too-fine", "date: 1832"),
)
"""Each text, the right and the wrong one, stands in its file once."""


def starter() -> dict[str, bytes]:
    """A small fact sheet that is right in all parts, by path. Raises OSError if it is not there."""
    schemas = {f"{DEFAULT_SCHEMAS}/{name}": text for name, text in schema_files().items()}
    return dict(sorted({**_files(_FOLDER / "project"), **schemas}.items()))


def exercise() -> dict[str, bytes]:
    """The starter with the slips, and with a page that leads a class through finding them."""
    files = {**starter(), **_files(_FOLDER / "exercise")}
    for slip in SLIPS:
        files[slip.path] = files[slip.path].replace(slip.right.encode(), slip.wrong.encode(), 1)
    return dict(sorted(files.items()))


def _files(folder: Path) -> Mapping[str, bytes]:
    return dict(_below(folder, ""))


def _below(folder: Path, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.name.startswith("."):  # what a system leaves in folders
            continue
        dotted = entry.name.startswith(_DOT)
        path = prefix + (f".{entry.name.removeprefix(_DOT)}" if dotted else entry.name)
        if entry.is_dir():
            yield from _below(entry, f"{path}/")
        else:
            yield path, entry.read_bytes()
