"""The files of a new source, written all or none."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sitegen.drafts.splicing import Appended
from sitegen.drafts.written import take_back, write


def write_all(root: Path, files: Sequence[Appended]) -> None:
    """Write files in order; where one cannot be written, those before it are taken back.

    After each of them the project is as sound as it was: an article that no source names yet, then
    a source without facts. Raises OSError.
    """
    done: list[Appended] = []
    made = [folder for one in files if not (folder := (root / one.path).parent).is_dir()]
    try:
        for one in files:
            write(root, one)
            done.append(one)
    except BaseException:
        for one in reversed(done):
            with suppress(OSError):  # somebody has changed it since; what failed first is told
                take_back(root, one)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
