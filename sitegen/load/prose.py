"""Finds the sentences that YAML cuts at a “ #” without a word."""

from collections.abc import Iterator

from sitegen import traps, yamltree
from sitegen.diagnostics import Diagnostic, warning
from sitegen.yamltree import Node, Scalar

# Fields that hold words. After any other value a comment is what it seems to be.
_PROSE = frozenset(
    {
        "because", "claim", "description", "exact", "inferred", "note", "prefix", "quote",
        "response", "suffix", "summary", "title", "unnamed", "via", "was",
    }
)  # fmt: skip
_SHORTEST_SENTENCE = 2  # words; a single word before a comment is rarely a cut sentence


def cut_sentences(root: Node, text: str, path: str) -> tuple[Diagnostic, ...]:
    """A `prose-cut` for each plain text of a prose field that a comment follows on its line."""
    if " #" not in text:
        return ()
    lines = text.split("\n")
    return tuple(
        warning(
            "prose-cut",
            f"“ #” begins a comment and cuts this text after “{scalar.text.split()[-1]}”",
            yamltree.span(path, scalar),
            hints=(f"if {comment.split()[0]} belongs to the text: {traps.BLOCK_HINT}",),
        )
        for name, scalar in _scalars(root)
        if name in _PROSE and scalar.plain and len(scalar.text.split()) >= _SHORTEST_SENTENCE
        if (comment := traps.cut_by_comment(lines[scalar.end_line - 1], scalar.end_column))
    )


def _scalars(root: Node) -> Iterator[tuple[str, Scalar]]:
    """Every scalar with the name of the field that it stands in."""
    pending: list[tuple[str, Node]] = [("", root)]
    while pending:
        name, node = pending.pop()
        if isinstance(node, Scalar):
            yield name, node
        elif isinstance(node, yamltree.Sequence):
            pending += ((name, item) for item in node.items)
        else:
            pending += ((field, value) for field, (_, value) in node.entries.items())
