"""Files of facts before it is their turn: taken from what is kept, or read in several processes.

Each file is read by itself, so that nothing depends on who reads it, or when.
"""

from collections.abc import Sequence

from sitegen.jobs import Jobs
from sitegen.load.files import facts_file
from sitegen.load.kept import KeptFiles
from sitegen.load.pickled import Read, pickled, unpickled
from sitegen.load.places import FileText

_IN_A_PIECE = 8  # files


def facts_files(
    files: Sequence[FileText], jobs: Jobs, kept: KeptFiles | None = None
) -> dict[str, Read]:
    """What each file of facts holds, by its path."""
    found: dict[str, Read] = {}
    left: list[FileText] = []
    for file in files:
        read = kept.read(file) if kept else None
        if read is None:
            left.append(file)
        else:
            found[file.path] = read
    starts = range(0, len(left), _IN_A_PIECE)
    pieces = [left[start : start + _IN_A_PIECE] for start in starts]
    for piece, made in zip(pieces, jobs.share_out(pieces, _made), strict=True):
        for file, one in zip(piece, made, strict=True):
            found[file.path] = unpickled(one, file) if isinstance(one, bytes) else one
            if kept:
                kept.keep(file, one if isinstance(one, bytes) else pickled(one))
    return found


def _made(piece: Sequence[FileText], process: int) -> list[Read] | list[bytes]:
    reads = [facts_file(*file) for file in piece]
    return reads if process == 0 else [*map(pickled, reads)]
