"""Finds the sentences that YAML cuts at a “ #” without a word."""

from collections.abc import Iterator

from sitegen import traps, yamltree
from sitegen.diagnostics import Diagnostic, Span, warning
from sitegen.yamltree import Node, Scalar, shown

# Fields that hold sentences, and fields that hold names. After any other value a comment is what it
# seems to be, and after a name only what is glued to its “#” is not: “Chanel #5”.
_SENTENCES = frozenset(
    {
        "because", "claim", "description", "exact", "inferred", "note", "prefix", "quote",
        "response", "suffix", "summary", "title", "unnamed", "via", "was",
    }
)  # fmt: skip
_NAMES = frozenset(
    {"aliases", "author", "licence", "name", "of", "publisher", "role", "shown_as", "unit"}
)
_SHORTEST_SENTENCE = 2  # words
_MOST_TOLD = 100

Keys = tuple[str, ...]


def cut_sentences(root: Node, text: str, path: str) -> list[Diagnostic]:
    """A `prose-cut` for each plain text of a prose field that a comment follows on its line.

    `text` is what the tree was read from, with LF line ends.
    """
    if " #" not in text and "\t#" not in text:
        return []
    lines = text.split("\n")
    found: list[Diagnostic] = []
    for keys, scalar in _scalars(root):
        name = keys[-1] if keys else ""
        if not scalar.plain or name not in _SENTENCES | _NAMES:
            continue
        comment = traps.cut_by_comment(lines[scalar.end_line - 1], scalar.end_column)
        if comment and _belongs_to(scalar.text, name, comment):
            if len(found) == _MOST_TOLD:
                message = f"{path} has more texts that a comment cuts; they are not listed"
                return [*found, warning("prose-cut", message, yamltree.span(path, scalar))]
            fact = keys[1] if keys[0] == "facts" and len(keys) > 1 else None
            found.append(_cut(scalar, comment, yamltree.span(path, scalar), fact))
    return found


def _belongs_to(text: str, name: str, comment: str) -> bool:
    """Whether a comment is probably the rest of the text before it."""
    if comment[1:2].isalnum():
        return True
    return name in _SENTENCES and len(text.split()) >= _SHORTEST_SENTENCE


def _cut(scalar: Scalar, comment: str, place: Span, fact: str | None) -> Diagnostic:
    words = scalar.text.split()
    what = f"cuts this text after {shown(words[-1])}" if words else "leaves nothing of this text"
    hint = f"if {shown(comment)} belongs to the text: {traps.BLOCK_HINT}"
    return warning(
        "prose-cut", f"“ #” begins a comment and {what}", place, fact=fact, hints=(hint,)
    )


def _scalars(root: Node) -> Iterator[tuple[Keys, Scalar]]:
    """Every scalar, with the keys that lead to it."""
    pending: list[tuple[Keys, Node]] = [((), root)]
    while pending:
        keys, node = pending.pop()
        if isinstance(node, Scalar):
            yield keys, node
        elif isinstance(node, yamltree.Sequence):
            pending += ((keys, item) for item in node.items)
        elif isinstance(node, yamltree.Mapping):
            pending += (((*keys, name), value) for name, (_, value) in node.entries.items())
