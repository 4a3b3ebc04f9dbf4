"""Where the records of a file stand in it. Few places are ever asked for, as errors are few; the
tree that knows them all takes more memory than what the records say. So no record keeps it: it is
read once more, from the same bytes, when somebody asks.
"""

from functools import lru_cache
from struct import Struct

from sitegen import yamltree
from sitegen.diagnostics import Span
from sitegen.frozen import NamedTuple
from sitegen.load import texts
from sitegen.schema import NodePlaces, Record, ShapeT
from sitegen.yamltree import Mapping, Node, Scalar, Sequence

_MOST_TREES = 64  # of files whose places are told just now: the check goes over several in turn
_MOST_SPLIT = 2  # a file as it was and as it is
_EXTENTS = Struct("=8I")  # from where to where the key stands, then the record; packed for memory

_Start = tuple[int, int]


class FileText(NamedTuple):
    """A content file by its path and bytes."""

    path: str
    content: bytes

    def kept(self, record: Record[ShapeT], key: Scalar | None, node: Node) -> Record[ShapeT]:
        """A record of this file without its tree; `key` stands above it, if one does."""
        above = (0, 0, 0, 0) if key is None else _extent(key)
        places = RecordPlaces(self, _EXTENTS.pack(*above, *_extent(node)))
        return Record(record.id, record.fields, places)


class RecordPlaces:
    """Where the parts of a record stand. Implements `model.Places`.

    Two are equal where all parts stand at the same places of the same words.
    """

    __slots__ = ("_extents", "_file")

    def __init__(self, file: FileText, extents: bytes) -> None:
        self._file = file
        self._extents = extents

    def __call__(self, *path: str | int) -> Span:
        """The span of the value at `path`; of the record itself, the span of its key."""
        *above, line, column, _, _ = _EXTENTS.unpack(self._extents)
        if not path and above[0]:
            return Span(self._file.path, *above)
        key, node = _records(self._file)[line, column]
        return NodePlaces(self._file.path, key, node)(*path)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RecordPlaces):
            return NotImplemented
        same = self._extents == other._extents and self._file.path == other._file.path
        return same and self._lines() == other._lines()

    def __hash__(self) -> int:
        return hash((self._file.path, self._extents))

    def _lines(self) -> list[str]:
        """The lines of the file in which the record stands: they say where its parts are."""
        first, _, _, _, line, _, last, end = _EXTENTS.unpack(self._extents)
        lines = _split(self._file)
        # The parser sees the end of a record where the next begins, perhaps in its line.
        return [*lines[(first or line) - 1 : last - 1], lines[last - 1][: end - 1]]


def _extent(node: Node) -> tuple[int, int, int, int]:
    return node.line, node.column, node.end_line, node.end_column


@lru_cache(_MOST_SPLIT)
def _split(file: FileText) -> list[str]:
    return _text(file).split("\n")


@lru_cache(_MOST_TREES)
def _records(file: FileText) -> dict[_Start, tuple[Scalar | None, Node]]:
    """Each record of a file and the key above it, by the line and column where it begins."""
    found: dict[_Start, tuple[Scalar | None, Node]] = {}
    root, _ = yamltree.parse(_text(file), file.path)
    for _, held in root.entries.values() if isinstance(root, Mapping) else ():
        if isinstance(held, Mapping):
            for key, node in held.entries.values():
                found[node.line, node.column] = (key, node)
        elif isinstance(held, Sequence):
            for node in held.items:
                found[node.line, node.column] = (None, node)
    return found


def _text(file: FileText) -> str:
    text, _ = texts.content(file.content, file.path)
    return text or ""
