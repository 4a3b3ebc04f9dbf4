"""A fact or a skipped passage added to a file of facts: in the file's own style, every other byte
kept, and read again before anybody gets it.
"""

from collections.abc import Iterator, Mapping

from sitegen import yamltree
from sitegen.drafts.insertion import UnplaceableError, place_record, place_skip
from sitegen.drafts.layout import Manner, Value, citation, cited
from sitegen.drafts.manner import manner_of, value_of
from sitegen.drafts.scalars import key
from sitegen.drafts.splicing import (
    SURE,
    Appended,
    NotAppended,
    Plain,
    given_plain,
    plain,
    root_of,
    spliced,
    unwritable,
)
from sitegen.drafts.text import EditedText
from sitegen.frozen import dataclass, replace
from sitegen.snapshot import Refusal, Snapshot, is_inside

FOLDER = "content/facts"
_ENDING = ".yaml"
_MODELINE = "# yaml-language-server:"


@dataclass(frozen=True, slots=True)
class NewFact:
    """A fact to be written: its id, and its fields in order. Each citation names its source."""

    id: str
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class NewSkip:
    """A passage to be left out: `source`, `lines`, `exact` and `because`."""

    fields: Mapping[str, Value]


def append(snapshot: Snapshot, path: str, new: NewFact | NewSkip) -> Appended | NotAppended:
    """A file of facts with a record more; nothing is written.

    A file that does not exist is begun in the manner of the others. Whoever reads the result gets
    every text exactly as given, and all that stood in the file as it was.
    """
    refusal = _refused(path) or unwritable(new.fields)
    if refusal:
        return refusal
    found = snapshot.read(path)
    if isinstance(found, Refusal) and found is not Refusal.MISSING:
        return NotAppended(f"{path} cannot be read: {found.value}")
    before = b"" if isinstance(found, Refusal) else found
    root = root_of(before, path)
    if isinstance(root, NotAppended):
        return root
    if isinstance(new, NewFact) and value_of(value_of(root, "facts"), new.id) is not None:
        return NotAppended(f"{path} has a fact “{new.id}” already", "give this one another id")
    lines = yamltree.lines_of(before.decode())
    manner = manner_of(root, lines, _of_others(snapshot, path, root))
    header = () if any(line.strip() for line in lines) else _header(snapshot, path)
    for attempt in (manner, replace(SURE, ids=manner.ids, step=manner.step, dashes=manner.dashes)):
        made = _appended(EditedText(before), root, lines, new, attempt, header)
        if isinstance(made, NotAppended):
            return made
        after, line = made
        if _holds(after, path, root, new):
            return Appended(path, None if isinstance(found, Refusal) else found, after, line)
    return NotAppended(
        f"{path} is written in a way that nothing can be added to safely",
        "add the record in your editor",
    )


def _refused(path: str) -> NotAppended | None:
    ours = is_inside(path) and path.startswith(f"{FOLDER}/") and path.endswith(_ENDING)
    # What cannot be printed, like a line's end or a mark that turns text round, misleads in lists.
    if ours and not any(part.startswith(".") for part in path.split("/")) and path.isprintable():
        return None
    return NotAppended(f"facts are kept in {FOLDER}/, in files that end in {_ENDING}")


def _of_others(snapshot: Snapshot, path: str, root: yamltree.Node | None) -> Manner:
    """The manner of the first other file that has facts, for a file that has none."""
    facts = value_of(root, "facts")
    if isinstance(facts, yamltree.Mapping) and facts.entries:
        return Manner()
    for other in _others(snapshot, path):
        text = _text(snapshot, other)
        read, problems = yamltree.parse(text, other)
        theirs = value_of(read, "facts")
        if not problems and isinstance(theirs, yamltree.Mapping) and theirs.entries:
            return manner_of(read, yamltree.lines_of(text), Manner())
    return Manner()


def _others(snapshot: Snapshot, path: str) -> Iterator[str]:
    for other in snapshot.files_below(FOLDER):
        if other != path and _refused(other) is None:
            yield other


def _text(snapshot: Snapshot, path: str) -> str:
    content = snapshot.read(path)
    return "" if isinstance(content, Refusal) else content.decode(errors="replace")


def _header(snapshot: Snapshot, path: str) -> tuple[str, ...]:
    """The line that names the schema to an editor, where another file of this folder has one."""
    folder = path.rpartition("/")[0]
    for other in _others(snapshot, path):
        first = yamltree.lines_of(_text(snapshot, other)[:1_000])[0]
        if first.startswith(_MODELINE) and other.rpartition("/")[0] == folder:
            return (first,)
    return ()


def _appended(
    text: EditedText,
    root: yamltree.Mapping | None,
    lines: tuple[str, ...],
    new: NewFact | NewSkip,
    manner: Manner,
    header: tuple[str, ...],
) -> tuple[bytes, int] | NotAppended:
    """The bytes of the file with the record, and the line where this begins."""
    default = value_of(root, "source")
    source = default.text if isinstance(default, yamltree.Scalar) and not default.is_null else None
    above: tuple[str, ...] = ()
    if root is None:
        source = _only_source(new)
        above = (*header, *((f"source: {key(source, manner.hand)}", "") if source else ()))
    try:
        if isinstance(new, NewFact):
            fields = cited(new.fields, source, manner)
            insertion = place_record(root, lines, "facts", new.id, fields, manner)
        else:
            fields = {**citation(new.fields, source, manner), "because": new.fields["because"]}
            insertion = place_skip(root, lines, fields, manner)
    except UnplaceableError as problem:
        return NotAppended(str(problem), "add the record in your editor")
    return spliced(text, lines, replace(insertion, added=(*above, *insertion.added)), len(above))


def _only_source(new: NewFact | NewSkip) -> str | None:
    """The source that all citations of a record name."""
    if isinstance(new, NewSkip):
        named = {new.fields.get("source")}
    else:
        cite = new.fields.get("cite", ())
        every = [cite] if isinstance(cite, Mapping) else cite
        named = {one.get("source") for one in every if isinstance(one, Mapping)}  # type: ignore[union-attr]  # citations are no text
    only = named.pop() if len(named) == 1 else None
    return only if isinstance(only, str) else None


def _holds(after: bytes, path: str, root: yamltree.Node | None, new: NewFact | NewSkip) -> bool:
    """Whether the new file reads as the old one with the record, and nothing else."""
    read, problems = yamltree.parse(after.decode(), path)
    if problems:
        return False
    expected = plain(root) if root is not None else {}
    got = plain(read)
    if not isinstance(expected, dict) or not isinstance(got, dict):
        return False
    source = got.get("source")
    if root is None and source is not None:
        expected["source"] = source
    if isinstance(new, NewFact):
        facts = expected.get("facts") or {}
        if not isinstance(facts, dict) or new.id in facts:
            return False
        expected["facts"] = {**facts, new.id: None}
        theirs = got.get("facts")
        if not isinstance(theirs, dict) or list(theirs)[-1:] != [new.id]:
            return False
        written, theirs[new.id] = theirs[new.id], None
        wanted = given_plain(cited(new.fields, None, Manner()))
    else:
        skips = expected.get("skip") or []
        theirs = got.get("skip")
        if not isinstance(skips, list) or not isinstance(theirs, list) or not theirs:
            return False
        expected["skip"] = skips
        written = theirs.pop()
        wanted = given_plain(new.fields)
    return got == expected and _with_source(written, source) == _with_source(wanted, source)


def _with_source(record: Plain, source: Plain) -> Plain:
    """A record whose citations all name their source, one citation or a list of them alike."""
    if not isinstance(record, dict):
        return record
    if "lines" in record:
        return {"source": source, **record}
    cite = record.get("cite")
    every = cite if isinstance(cite, list) else [cite]
    return {**record, "cite": [_with_source(one, source) for one in every]}
