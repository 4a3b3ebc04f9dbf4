"""A file that has one or more texts of each fact: put together, and cut into these again.

A fact's texts are the same as long as the ground of its page is. So a build need not make those
that the build before has written, where the file still holds these very bytes.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from sitegen.frozen import NamedTuple

Lengths = Sequence[Sequence[int]]
"""For each fact, in the order of the ids, the length of each of its texts, in bytes."""


class Parted(NamedTuple):
    """A file: `head` before all texts, `between` after each of them but the last, then `tail`.

    `texts` are those of each fact, in the order of the ids.
    """

    head: bytes
    texts: Sequence[Sequence[bytes]]
    between: bytes
    tail: bytes

    def pieces(self) -> Iterator[bytes]:
        """The file, piece by piece."""
        yield self.head
        between = b""
        for text in chain.from_iterable(self.texts):
            yield between
            yield text
            between = self.between
        yield self.tail

    @property
    def extents(self) -> "Extents":
        """Where its texts stand."""
        lengths = [[*map(len, texts)] for texts in self.texts]
        return Extents(len(self.head), len(self.between), lengths)


class Extents(NamedTuple):
    """Where the texts of a file stand: how long its parts are, in bytes."""

    head: int
    between: int
    texts: Lengths

    def cut(self, file: bytes) -> Iterator[tuple[bytes, ...]]:
        """The texts of each fact."""
        at = self.head
        for lengths in self.texts:
            found = []
            for length in lengths:
                found.append(file[at : at + length])
                at += length + self.between
            yield tuple(found)
