"""Files of facts as an earlier build read them, for those whose bytes are the same."""

import json
from typing import TYPE_CHECKING

from sitegen.digest import fingerprint
from sitegen.load.places import FileText

if TYPE_CHECKING:
    from sitegen.load.pickled import Read


class KeptFiles:
    """Finds what is kept, and gathers what is to be kept for the next build.

    `content` is what an earlier one has kept, `program` a digest of the program. What is damaged,
    or comes from another program, is not there.
    """

    def __init__(self, content: bytes | None, program: str) -> None:
        self._program = program
        self._old = _parts(content or b"", program)
        self._new: dict[str, tuple[str, bytes]] = {}

    def read(self, file: FileText) -> "Read | None":
        """What a file of facts holds, if that is kept."""
        digest, content = self._old.get(file.path, ("", b""))
        if digest != fingerprint(file.content):
            return None
        from sitegen.load.pickled import unpickled  # and pickle, which small projects need not

        try:
            read = unpickled(content, file)
        except Exception:  # a pickle may raise anything
            return None
        self._new[file.path] = digest, content
        return read

    def keep(self, file: FileText, read: bytes) -> None:
        """Keep what was read of a file, pickled."""
        self._new[file.path] = fingerprint(file.content), read

    @property
    def differ(self) -> bool:
        """Whether there is something else to keep than before."""
        return self._new != self._old

    @property
    def content(self) -> bytes:
        """All that the next build may find."""
        lengths = [(path, digest, len(read)) for path, (digest, read) in self._new.items()]
        head = json.dumps([self._program, lengths]).encode()
        return b"\n".join((head, b"".join(read for _, read in self._new.values())))


def _parts(content: bytes, program: str) -> dict[str, tuple[str, bytes]]:
    """By path, the digest of a file and what was read of it."""
    head, _, reads = content.partition(b"\n")
    found: dict[str, tuple[str, bytes]] = {}
    try:
        made_by, lengths = json.loads(head)
        at = 0
        for path, digest, length in lengths if made_by == program else ():
            found[path] = digest, reads[at : at + length]
            at += length
    except (ValueError, TypeError, RecursionError):
        return {}
    return found
