"""Files of facts read in several processes: YAML is a good part of what a large check takes.

Each file is read by itself, so that nothing depends on who reads it. What another process has read
comes as a pickle, without the files' own bytes, which this process holds already.
"""

import io
import pickle
from collections.abc import Mapping, Sequence

from sitegen.jobs import Jobs
from sitegen.load.files import FileRead, facts_file
from sitegen.load.places import FileText
from sitegen.schema import FileRecords

_IN_A_PIECE = 8  # files

_Read = FileRead[FileRecords]


def facts_files(files: Sequence[FileText], jobs: Jobs) -> dict[str, _Read]:
    """What each file of facts holds, by its path."""
    starts = range(0, len(files), _IN_A_PIECE)
    pieces = [files[start : start + _IN_A_PIECE] for start in starts]
    known = {file.path: file for file in files}
    found: dict[str, _Read] = {}
    for piece, made in zip(pieces, jobs.share_out(pieces, _made), strict=True):
        reads = _received(made, known) if isinstance(made, bytes) else made
        found.update((file.path, read) for file, read in zip(piece, reads, strict=True))
    return found


def _made(piece: Sequence[FileText], process: int) -> list[_Read] | bytes:
    reads = [facts_file(*file) for file in piece]
    return reads if process == 0 else _sent(reads)


class _Sending(pickle.Pickler):
    def persistent_id(self, value: object) -> str | None:
        return value.path if isinstance(value, FileText) else None


class _Receiving(pickle.Unpickler):
    def __init__(self, content: bytes, files: Mapping[str, FileText]) -> None:
        super().__init__(io.BytesIO(content))
        self._files = files

    def persistent_load(self, path: str) -> FileText:
        return self._files[path]


def _sent(reads: list[_Read]) -> bytes:
    stream = io.BytesIO()
    _Sending(stream, pickle.HIGHEST_PROTOCOL).dump(reads)
    return stream.getvalue()


def _received(sent: bytes, files: Mapping[str, FileText]) -> list[_Read]:
    received: list[_Read] = _Receiving(sent, files).load()
    return received
