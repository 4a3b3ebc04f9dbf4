"""The places of a record are those that the tree of its file had, though the tree is gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen import yamltree
from sitegen.load.places import FileText
from sitegen.schema import NodePlaces, Record, Shape
from sitegen.yamltree import Mapping, Node, Scalar, Sequence

CONTENT = Path(__file__).parents[2] / "content"
FILES = sorted(CONTENT.rglob("*.yaml"))
BEFORE = "people:\n  ada:\n    name: Ada Byrne\n  tom:\n    name: Tom Hill\n"


def records(text: str) -> Iterator[tuple[Scalar | None, Node]]:
    root, _ = yamltree.parse(text, "f.yaml")
    assert isinstance(root, Mapping)
    for _, held in root.entries.values():
        if isinstance(held, Mapping):
            yield from held.entries.values()
        elif isinstance(held, Sequence):
            yield from ((None, node) for node in held.items)


def paths(node: Node) -> Iterator[tuple[str | int, ...]]:
    yield ()
    below: list[tuple[str | int, Node]] = []
    if isinstance(node, Mapping):
        below = [(name, value) for name, (_, value) in node.entries.items()]
    elif isinstance(node, Sequence):
        below = list(enumerate(node.items))
    for step, part in below:
        yield from ((step, *rest) for rest in paths(part))


def kept(text: str) -> list[Record[Shape]]:
    file = FileText("f.yaml", text.encode())
    whole = ((NodePlaces(file.path, *one), one) for one in records(text))
    return [file.kept(Record("a", Shape(), places), *one) for places, one in whole]


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_every_place_is_that_of_the_tree(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for (key, node), record in zip(records(text), kept(text), strict=True):
        of_tree = NodePlaces("f.yaml", key, node)
        for path in (*paths(node), ("no such field",), ("cite", 99, "exact")):
            assert record.places(*path) == of_tree(*path)


@pytest.mark.parametrize(
    ("after", "same"),
    [
        (BEFORE, [True, True]),
        (BEFORE.replace("Ada", "Eda"), [False, True]),  # other words at the same place
        (BEFORE.replace("Ada Byrne", "Ada"), [False, True]),
        (BEFORE.replace("  tom:", "  tim:"), [True, False]),  # where the first ends
        (BEFORE.replace("  tom:", "  # A remark.\n  tom:"), [False, False]),
        (f"# A remark.\n{BEFORE}", [False, False]),  # the same words at another place
        (f"{BEFORE}# A remark.\n", [True, False]),  # the end of the last is now elsewhere
        (BEFORE.replace("\n", "\r\n"), [True, True]),  # line ends of another kind
    ],
)
def test_equal_places_tell_that_nothing_has_moved(after: str, same: list[bool]) -> None:
    now = kept(after)
    assert [
        one.places == other.places for one, other in zip(kept(BEFORE), now, strict=True)
    ] == same
