"""The people whom the drafts of other articles ask for, and whom people.yaml may lack as yet."""

import re
from collections.abc import Iterator

from sitegen import yamltree
from sitegen.drafts.add.registering import FACTS
from sitegen.snapshot import Snapshot
from sitegen.yamltree import Mapping, Scalar

_ENTRY = re.compile(r"^##     (name: .*+)$", re.MULTILINE)  # as sitegen.drafts.add.commented writes


def asked_for(snapshot: Snapshot) -> frozenset[str]:
    """Their names, from the comments at the top of files of drafts."""
    return frozenset(
        name
        for path in snapshot.files_below(FACTS)
        for content in (snapshot.read(path),)
        if isinstance(content, bytes)
        for name in _names(content.decode(errors="replace"))
    )


def _names(text: str) -> Iterator[str]:
    for entry in _ENTRY.finditer(text):
        read, _ = yamltree.parse(entry[1], FACTS)
        if isinstance(read, Mapping):
            named = [value for _, value in read.entries.values() if isinstance(value, Scalar)]
            yield from (value.text for value in named if value.text.strip())
