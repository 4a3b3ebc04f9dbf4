"""Files of facts as an earlier build read them, for those whose bytes are the same."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sitegen.digest import fingerprint
from sitegen.load.places import FileText

if TYPE_CHECKING:
    from sitegen.load.pickled import Read


class KeptFiles:
    """Finds what is kept, and gathers what is to be kept for the next build in `new`.

    `old` is what an earlier one has kept, and `program` a digest of the program. What comes from
    another program, or is damaged, is not there.
    """

    def __init__(self, old: Mapping[str, bytes], program: str) -> None:
        self._program = program.encode()
        self._old = old
        self.new: dict[str, bytes] = {}

    def read(self, file: FileText) -> "Read | None":
        """What a file of facts holds, if that is kept."""
        name = self._name(file)
        content = self._old.get(name)
        if content is None:
            return None
        from sitegen.load.pickled import unpickled  # and pickle, which small projects need not

        try:
            read = unpickled(content, file)
        except Exception:  # a pickle may raise anything
            return None
        self.new[name] = content
        return read

    def keep(self, file: FileText, read: bytes) -> None:
        """Keep what was read of a file, pickled."""
        self.new[self._name(file)] = read

    @property
    def differ(self) -> bool:
        """Whether there is something else to keep than before."""
        return self.new != self._old

    def _name(self, file: FileText) -> str:
        return fingerprint(self._program, file.path.encode(), file.content)
