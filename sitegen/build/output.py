"""Whether a site may be written to its output folder, given what it is made from."""

import os
from collections.abc import Iterable
from pathlib import Path

from sitegen import write
from sitegen.config import INPUTS
from sitegen.diagnostics import Diagnostic
from sitegen.snapshot import Snapshot


def refusal(
    snapshot: Snapshot, output: Path, read: Iterable[str], live: write.Folder
) -> Diagnostic | None:
    """Why the folder is not safe to write, for a site that is made of these files; None if it is.

    `live` is what lies there. The folders that `INPUTS` names are forbidden ground as a whole, so
    of a file in one of them its folder will do, unless it is a link.
    """
    root = os.fspath(snapshot.root)
    inputs = dict.fromkeys(INPUTS)
    for path in read:
        folder, _, _ = path.rpartition("/")
        below = path.partition("/")[0] in INPUTS
        inputs[folder if below and not os.path.islink(f"{root}/{path}") else path] = None
    return write.refusal(output, snapshot.root, [snapshot.root / i for i in inputs], live)
