"""Reads the files of content/facts."""

from collections.abc import Iterable

from sitegen.diagnostics import Diagnostic, error, nearest_name
from sitegen.frozen import dataclass, field, replace
from sitegen.load.places import FileText
from sitegen.load.registers import bad_id, outlined, too_many
from sitegen.schema import (
    FACT_KINDS,
    FactEntry,
    FactsFile,
    FileSource,
    SkipEntry,
    SkipRecord,
    validate,
)
from sitegen.yamltree import Mapping, Node, Scalar, Sequence, shown, span


@dataclass(slots=True)
class FactsRead:
    """What a file of facts holds. `unread`: the ids of facts that are not well-formed.

    Not `listed`: there may be facts whose ids are not known.
    """

    facts: list[FactEntry] = field(default_factory=list)
    skips: list[SkipEntry] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    listed: bool = True


def read_facts(root: Node, file: FileText) -> FactsRead:
    """The facts and skipped passages of one file, each judged by itself."""
    read, path = FactsRead(), file.path
    outline, problems = validate(
        FactsFile, outlined(root, "facts", "skip"), path, what="a file of facts"
    )
    read.diagnostics += problems
    if not isinstance(root, Mapping):
        read.listed = False
        return read
    if not _holds(root, "facts") and not _holds(root, "skip") and not problems:
        place = span(path, next(iter(root.entries.values()))[0] if root.entries else root)
        message = "a file of facts needs “facts” or “skip”"
        read.diagnostics.append(error("missing-field", message, place))
    default = _default_source(root, path, sound=outline is not None)
    _read_facts(root, file, default, read)
    _read_skips(root, file, default, read)
    return read


def _default_source(root: Mapping, path: str, *, sound: bool) -> FileSource | None:
    """The source of the file; one without an id where an error may hide it."""
    entry = root.entries.get("source")
    if entry and isinstance(entry[1], Scalar) and not entry[1].is_null:
        return FileSource(entry[1].text, span(path, entry[1]))
    return None if sound else FileSource("", span(path, root))


def of_fact(fact: str, problems: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Problems as those of a fact."""
    return (replace(problem, fact=fact) for problem in problems)


def _read_facts(root: Mapping, file: FileText, default: FileSource | None, read: FactsRead) -> None:
    path = file.path
    entry = root.entries.get("facts")
    if entry is None or not isinstance(entry[1], Mapping):
        read.listed = not (root.partial or _holds(root, "facts"))
        return
    read.listed = not (entry[1].partial or "facts" in root.twice)
    for key, node in entry[1].entries.values():
        if too_many(read.diagnostics, path, key):
            read.listed = False
            return
        if problems := bad_id(key, path, kind="fact"):
            read.diagnostics += of_fact(key.text, problems)
        kind = _kind(node)
        if kind not in FACT_KINDS:
            read.diagnostics += of_fact(key.text, _wrong_kind(key, node, path))
            read.unread.add(key.text)
            continue
        what = _A_KIND.get(kind, f"a {kind}")
        record, wrong = validate(FACT_KINDS[kind], node, path, key, what=what)
        if record:
            read.facts.append(FactEntry(file.kept(record, key, node), default))
        else:
            read.diagnostics += of_fact(key.text, wrong)
            read.unread.add(key.text)


def _read_skips(root: Mapping, file: FileText, default: FileSource | None, read: FactsRead) -> None:
    path = file.path
    entry = root.entries.get("skip")
    if entry is None or not isinstance(entry[1], Sequence):
        return
    for node in entry[1].items:
        if too_many(read.diagnostics, path, node):
            return
        skip, problems = validate(SkipRecord, node, path, what="a skipped passage")
        read.diagnostics += problems
        if skip:
            read.skips.append(SkipEntry(file.kept(skip, None, node), default))


_A_KIND = {"date": "a date fact", "claim": "a claim fact"}


def _holds(root: Mapping, name: str) -> bool:
    """Whether the file has this field, and something in it."""
    entry = root.entries.get(name)
    return entry is not None and not (isinstance(entry[1], Scalar) and entry[1].is_null)


def _kind(node: Node) -> str:
    if isinstance(node, Mapping) and "kind" in node.entries:
        kind = node.entries["kind"][1]
        return kind.text if isinstance(kind, Scalar) else ""
    return ""


def _wrong_kind(key: Scalar, node: Node, path: str) -> list[Diagnostic]:
    """Why the kind of a fact, and so its shape, cannot be told; nothing where YAML has told it."""
    known = ", ".join(FACT_KINDS)
    if not isinstance(node, Mapping):
        empty = isinstance(node, Scalar) and node.is_null
        what = "nothing" if empty else "a list" if isinstance(node, Sequence) else "text"
        message = f"expected a fact as a mapping, found {what}"
        return [error("wrong-type", message, span(path, key if empty else node))]
    if not _holds(node, "kind"):
        if node.partial:
            return []
        for name, (misspelt, _) in node.entries.items():
            if name != "kind" and (hints := nearest_name(name, ["kind"])):
                message = f"a fact has no field {shown(name)}"
                return [error("unknown-field", message, span(path, misspelt), hints=hints)]
        place = node.entries["kind"][0] if "kind" in node.entries else key
        message = f"fact {shown(key.text)} needs “kind”: {known}"
        return [error("missing-field", message, span(path, place))]
    kind = node.entries["kind"][1]
    if not isinstance(kind, Scalar):
        return [error("wrong-type", f"kind: expected one of {known}", span(path, kind))]
    message = f"kind: {shown(kind.text)} is not one of {known}"
    hints = nearest_name(kind.text, FACT_KINDS)
    return [error("wrong-type", message, span(path, kind), hints=hints)]
