"""YAML as a tree of nodes that know their places, read strictly from parse events.

YAML 1.2 core without aliases, anchors, tags, merge keys and second documents: what an editor sees
is what is read. Scalars stay text; a schema decides later what type each is.
"""

from sitegen.yamltree.edits import lines_of, within
from sitegen.yamltree.invisible import code_point, hidden, is_joiner_between_letters
from sitegen.yamltree.nodes import NULLS, Mapping, Node, Refused, Scalar, Sequence, shown, span
from sitegen.yamltree.parse import (
    MAX_BYTES,
    hidden_characters,
    parse,
    plain_lines,
    too_large,
)
from sitegen.yamltree.reader import MAX_DEPTH, MAX_NODES

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NODES",
    "NULLS",
    "Mapping",
    "Node",
    "Refused",
    "Scalar",
    "Sequence",
    "code_point",
    "hidden",
    "hidden_characters",
    "is_joiner_between_letters",
    "lines_of",
    "parse",
    "plain_lines",
    "shown",
    "span",
    "too_large",
    "within",
]
