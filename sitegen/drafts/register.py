"""A record added to sources.yaml or people.yaml: in the file's own style, every other byte kept,
and read again before anybody gets it.
"""

from collections.abc import Mapping

from sitegen import yamltree
from sitegen.drafts.insertion import UnplaceableError, place_record
from sitegen.drafts.layout import Manner, Value
from sitegen.drafts.manner import manner_of, value_of
from sitegen.drafts.splicing import (
    SURE,
    Appended,
    NotAppended,
    given_plain,
    plain,
    root_of,
    spliced,
    unwritable,
)
from sitegen.drafts.text import EditedText
from sitegen.frozen import dataclass, replace
from sitegen.snapshot import Refusal, Snapshot

_BY_HAND = "add the record in your editor"


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record to be written: its file's name, which is a key too; its id; its fields in order."""

    register: str
    id: str
    fields: Mapping[str, Value]

    @property
    def path(self) -> str:
        """The file."""
        return f"content/{self.register}.yaml"


def register(snapshot: Snapshot, new: NewRecord) -> Appended | NotAppended:
    """The file with a record more; nothing is written. One that does not exist is begun."""
    refusal = unwritable(new.fields)
    if refusal:
        return refusal
    found = snapshot.read(new.path)
    if isinstance(found, Refusal) and found is not Refusal.MISSING:
        return NotAppended(f"{new.path} cannot be read: {found.value}")
    before = b"" if isinstance(found, Refusal) else found
    root = root_of(before, new.path)
    if isinstance(root, NotAppended):
        return root
    if value_of(value_of(root, new.register), new.id) is not None:
        return NotAppended(f"{new.path} has “{new.id}” already", "give this one another id")
    lines = yamltree.lines_of(before.decode())
    manner = manner_of(root, lines, Manner(), new.register)
    header = () if any(line.strip() for line in lines) else modeline(snapshot, new.path)
    for attempt in (manner, replace(SURE, ids=manner.ids, step=manner.step, dashes=manner.dashes)):
        try:
            insertion = place_record(root, lines, new.register, new.id, new.fields, attempt)
        except UnplaceableError as problem:
            return NotAppended(str(problem), _BY_HAND)
        above = replace(insertion, added=(*header, *insertion.added))
        after, line = spliced(EditedText(before), lines, above, len(header))
        if _holds(after, root, new):
            return Appended(new.path, None if isinstance(found, Refusal) else found, after, line)
    return NotAppended(
        f"{new.path} is written in a way that nothing can be added to safely", _BY_HAND
    )


def modeline(snapshot: Snapshot, path: str, schema: str | None = None) -> tuple[str, ...]:
    """The line that names a file's schema to an editor, where the project has the schemas.

    `schema` is its name; unless given, that of the file.
    """
    name = schema or path.rpartition("/")[2].removesuffix(".yaml")
    if isinstance(snapshot.read(f"schemas/{name}.json"), Refusal):
        return ()
    return (f"# yaml-language-server: $schema={'../' * path.count('/')}schemas/{name}.json",)


def _holds(after: bytes, root: yamltree.Node | None, new: NewRecord) -> bool:
    """Whether the new file reads as the old one with the record at its end, and nothing else."""
    read, problems = yamltree.parse(after.decode(), new.path)
    expected = plain(root) if root is not None else {}
    got = plain(read)
    if problems or not isinstance(expected, dict) or not isinstance(got, dict):
        return False
    records, theirs = expected.get(new.register) or {}, got.get(new.register)
    if not isinstance(records, dict) or not isinstance(theirs, dict):
        return False
    expected[new.register] = {**records, new.id: given_plain(new.fields)}
    return got == expected and list(theirs)[-1] == new.id
