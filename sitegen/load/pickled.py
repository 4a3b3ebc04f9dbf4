"""What was read of a file of facts as a pickle: for another process, and for the next build.

A pickle can do what it likes to the program that reads it, so only our own are read: from a process
that we began, or from a file that carries a digest made with this account's key (see `cache`).
Beside that it may name the classes of what is read and no others, so that a slip is no open door.
"""

import io
import pickle
import sys

from sitegen.load.files import FileRead
from sitegen.load.places import FileText
from sitegen.schema import FileRecords

Read = FileRead[FileRecords]

_PACKAGE = __name__.partition(".")[0]
_VALUES = ("diagnostics", "edtf", "load.files", "load.places", "markdown", "model", "schema")
_ROOMS = tuple(f"{_PACKAGE}.{room}" for room in _VALUES)
"""Where classes may come from. None of them does anything when a value is made."""


def pickled(read: Read) -> bytes:
    """What was read, without the file's own bytes."""
    stream = io.BytesIO()
    _Sending(stream, pickle.HIGHEST_PROTOCOL).dump(read)
    return stream.getvalue()


def unpickled(content: bytes, file: FileText) -> Read:
    """What was read of this file.

    Raises pickle.UnpicklingError, or whatever else Python raises there, where it is no such thing.
    """
    read = _Receiving(content, file).load()
    if not isinstance(read, FileRead):
        raise pickle.UnpicklingError("it is not what was read of a file")
    return read


class _Sending(pickle.Pickler):
    def persistent_id(self, value: object) -> str | None:
        return value.path if isinstance(value, FileText) else None


class _Receiving(pickle.Unpickler):
    def __init__(self, content: bytes, file: FileText) -> None:
        super().__init__(io.BytesIO(content))
        self._file = file

    def persistent_load(self, path: str) -> FileText:
        if path != self._file.path:
            raise pickle.UnpicklingError("it is of another file")
        return self._file

    def find_class(self, module: str, name: str) -> type:
        room = next((r for r in _ROOMS if module == r or module.startswith(f"{r}.")), None)
        found = room and getattr(sys.modules.get(module), name, None)
        # What a module has imported comes from elsewhere.
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no class of what is read")
        return found
