"""`check --fix`: the edits that diagnostics offer, made in the files that were read."""

import os
import re
from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath

from sitegen.diagnostics import Diagnostic, Edit
from sitegen.drafts.files import Rewrite, rewrite
from sitegen.drafts.text import EditedText
from sitegen.frozen import dataclass
from sitegen.snapshot import Refusal, Snapshot

_CONTENT = "content/"
_PINNED = "source-changed"
_KEY = re.compile(r"([\w-]+)[\"']?[ \t]*:[ \t]*[\"']?$")
_MOST_BEFORE = 100  # characters before a value in which its key is looked for


@dataclass(frozen=True, slots=True)
class Change:
    """An edit that was made: where (from 1), the value of which key, from what to what.

    `key` is empty where none stands before the value on its line.
    """

    path: str
    line: int
    column: int
    key: str
    was: str
    now: str


def fix(
    snapshot: Snapshot,
    diagnostics: Iterable[Diagnostic],
    accepted: Collection[str] = (),
    *,
    pins_only: bool = False,
) -> tuple[Change, ...]:
    """Make the safe edits of the diagnostics, and tell them in the order of these.

    Those that rest on the text of a changed source are made only for the ids in `accepted`.
    `pins_only`: no edits but those of the sources' digests. The edits of a diagnostic are made all
    or none; of two that overlap, the first. Raises OSError where a file cannot be changed, or is no
    longer what `snapshot` has read; a file is changed as a whole or not at all.
    """
    files = _Files(snapshot)
    changes: list[Change] = []
    for diagnostic in diagnostics:
        if _is_safe(diagnostic, accepted) and not (pins_only and diagnostic.code != _PINNED):
            changes += files.take(diagnostic.fixes)
    rewrite(files.rewrites())
    return tuple(changes)


def _is_safe(diagnostic: Diagnostic, accepted: Collection[str]) -> bool:
    return all(
        edit.span.path.startswith(_CONTENT)
        and (edit.accept_source is None or edit.accept_source in accepted)
        for edit in diagnostic.fixes
    )


class _Files:
    """The files that are to be changed, by where they lie once links are followed."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.files: dict[Path, EditedText] = {}

    def take(self, edits: tuple[Edit, ...]) -> list[Change]:
        """Take the edits of one diagnostic, all or none; gives those that were not taken before."""
        planned = []
        for edit in edits:
            file = self._file(edit.span.path)
            if file is None:
                return []
            splice = file.splice(edit)
            if not file.has_room_for(splice):
                return []
            planned.append((edit, file, splice))
        return [
            Change(
                edit.span.path,
                edit.span.line,
                edit.span.column,
                _key(file.before(splice, _MOST_BEFORE)),
                file.was(splice),
                splice.replacement,
            )
            for edit, file, splice in planned
            if file.take(splice)
        ]

    def _file(self, path: str) -> EditedText | None:
        """The text of a file; None where it could not be read, so that nothing is known of it."""
        real = Path(os.path.realpath(self.snapshot.root / PurePosixPath(path)))
        if real not in self.files:
            content = self.snapshot.read(path)
            if isinstance(content, Refusal):
                return None
            self.files[real] = EditedText(content)
        return self.files[real]

    def rewrites(self) -> list[Rewrite]:
        """What the files that get another content are to hold."""
        return [
            Rewrite(path, file.content, after)
            for path, file in sorted(self.files.items())
            if (after := file.edited()) != file.content
        ]


def _key(before: str) -> str:
    """The key whose value follows this part of a line."""
    found = _KEY.search(before)
    return found[1] if found else ""
