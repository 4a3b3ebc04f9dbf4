"""Reads the files of content/facts."""

from dataclasses import dataclass

from sitegen.diagnostics import Diagnostic, error, nearest_name
from sitegen.load.registers import bad_id
from sitegen.schema import (
    FACT_KINDS,
    FactEntry,
    FactsFile,
    FileSource,
    SkipEntry,
    SkipRecord,
    validate,
)
from sitegen.yamltree import Mapping, Node, Scalar, Sequence, span


@dataclass(frozen=True, slots=True)
class FactsRead:
    """What a file of facts holds. `unread`: the ids of facts that are not well-formed."""

    facts: tuple[FactEntry, ...]
    skips: tuple[SkipEntry, ...]
    unread: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def read_facts(root: Node, path: str) -> FactsRead:
    """The facts and skipped passages of one file, each judged by itself."""
    outline, problems = validate(FactsFile, _outline(root), path, what="a file of facts")
    diagnostics = list(problems)
    default = None
    if outline and outline.fields.source:
        default = FileSource(outline.fields.source, outline.places("source"))
    facts: list[FactEntry] = []
    skips: list[SkipEntry] = []
    written = _entries(root, "facts")
    for key, node in written:
        diagnostics += bad_id(key, path, kind="fact")
        shape = FACT_KINDS.get(_kind(node))
        if shape is None:
            diagnostics.append(_unknown_kind(key, node, path))
            continue
        kind = _kind(node)
        record, problems = validate(shape, node, path, key, what=_A_KIND.get(kind, f"a {kind}"))
        diagnostics += problems
        if record:
            facts.append(FactEntry(record, default))
    for node in _items(root, "skip"):
        skip, problems = validate(SkipRecord, node, path, what="a skipped passage")
        diagnostics += problems
        if skip:
            skips.append(SkipEntry(skip, default))
    unread = {key.text for key, _ in written} - {entry.record.id for entry in facts}
    return FactsRead(tuple(facts), tuple(skips), frozenset(unread), tuple(diagnostics))


_A_KIND = {"date": "a date fact"}


def _outline(root: Node) -> Node:
    """The file with its facts left empty: these are judged one by one, by kind."""
    if not isinstance(root, Mapping) or "facts" not in root.entries:
        return root
    key, facts = root.entries["facts"]
    if not isinstance(facts, Mapping):
        return root
    empty = Mapping({}, facts.flow, facts.line, facts.column, facts.end_line, facts.end_column)
    entries = {**root.entries, "facts": (key, empty)}
    return Mapping(entries, root.flow, root.line, root.column, root.end_line, root.end_column)


def _entries(root: Node, name: str) -> list[tuple[Scalar, Node]]:
    entry = root.entries.get(name) if isinstance(root, Mapping) else None
    return list(entry[1].entries.values()) if entry and isinstance(entry[1], Mapping) else []


def _items(root: Node, name: str) -> tuple[Node, ...]:
    entry = root.entries.get(name) if isinstance(root, Mapping) else None
    return entry[1].items if entry and isinstance(entry[1], Sequence) else ()


def _kind(node: Node) -> str:
    if isinstance(node, Mapping) and "kind" in node.entries:
        kind = node.entries["kind"][1]
        return kind.text if isinstance(kind, Scalar) else ""
    return ""


def _unknown_kind(key: Scalar, node: Node, path: str) -> Diagnostic:
    known = ", ".join(FACT_KINDS)
    if not isinstance(node, Mapping):
        return error("wrong-type", "expected a fact as a mapping", span(path, node))
    if "kind" not in node.entries:
        return error("missing-field", f"fact “{key.text}” needs “kind”: {known}", span(path, key))
    kind = node.entries["kind"][1]
    written = kind.text if isinstance(kind, Scalar) else "…"
    return error(
        "wrong-type",
        f"kind: “{written}” is not one of {known}",
        span(path, kind),
        hints=nearest_name(written, FACT_KINDS),
    )
