"""A record put into a content file: the new bytes, and what is needed to be sure of them."""

from collections.abc import Mapping

from sitegen import yamltree
from sitegen.drafts.insertion import Insertion
from sitegen.drafts.layout import Manner, Value
from sitegen.drafts.scalars import Hand
from sitegen.drafts.text import EditedText
from sitegen.frozen import dataclass, replace

SURE = replace(Manner(), flow_lists=False, flow_unnamed=False, hand=Hand(quoted=True, folded=False))
"""The plainest manner, where a file's own would not be read as it is meant."""

Plain = str | list["Plain"] | dict[str, "Plain"] | None


@dataclass(frozen=True, slots=True)
class Appended:
    """A file of facts with one record more, not written yet.

    `before` is None where the file does not exist. `line` is that of the new fact's id, or of the
    new passage's dash.
    """

    path: str
    before: bytes | None
    after: bytes
    line: int


@dataclass(frozen=True, slots=True)
class NotAppended:
    """Why nothing can be added to a file, as a sentence, and what to do instead."""

    reason: str
    hint: str = ""


def root_of(content: bytes, path: str) -> yamltree.Mapping | NotAppended | None:
    """The tree of a file; None of an empty one."""
    try:
        root, problems = yamltree.parse(content.decode(), path)
    except UnicodeDecodeError:
        return NotAppended(f"{path} is not UTF-8 text", "save it as UTF-8 first")
    if problems:
        return NotAppended(
            f"{path} has an error in its YAML: {problems[0].message}", "mend that first"
        )
    if root is None or isinstance(root, yamltree.Mapping):
        return root
    return NotAppended(f"{path} is no file of records: it does not begin with keys")


def unwritable(value: Value) -> NotAppended | None:
    """Why a text may not stand in a content file."""
    if isinstance(value, Mapping):
        return next(filter(None, map(unwritable, (*value, *value.values()))), None)
    if not isinstance(value, str | int):
        return next(filter(None, map(unwritable, value)), None)
    text = str(value)
    at = next(yamltree.hidden(text), None)
    if at is None:
        return None
    return NotAppended(
        f"the text holds an invisible character, {yamltree.code_point(text[at])}", "leave it out"
    )


def spliced(
    text: EditedText, lines: tuple[str, ...], insertion: Insertion, above: int
) -> tuple[bytes, int]:
    """The bytes with an insertion made, with the line ends of the lines around it."""
    whole = text.text
    if insertion.column is not None:  # amid a line, in braces
        at = text.starts[insertion.line - 1] + insertion.column - 1
        end = at + insertion.replaced
        ending = text.line_ends[min(insertion.line, len(text.line_ends)) - 1]
        added = ending.join(insertion.added)
        line = insertion.line + insertion.own
        return (whole[:at] + added + whole[end:]).encode(), line
    ending = text.line_ends[min(max(insertion.line, 1), len(text.line_ends)) - 1]
    if insertion.line < len(text.starts):
        at, before = text.starts[insertion.line], ""
    else:
        at, before = len(whole), ending if lines and lines[-1] else ""
    added = "".join(f"{line}{ending}" for line in insertion.added)
    return (whole[:at] + before + added + whole[at:]).encode(), (
        insertion.line + 1 + above + insertion.own
    )


def plain(node: yamltree.Node | None) -> Plain:
    """A tree as plain values: texts, however they are written, and None where nothing stands."""
    if isinstance(node, yamltree.Mapping):
        return {name: plain(value) for name, (_, value) in node.entries.items()}
    if isinstance(node, yamltree.Sequence):
        return [plain(part) for part in node.items]
    return None if not isinstance(node, yamltree.Scalar) or node.is_null else node.text


def given_plain(value: Value) -> Plain:
    """What is to be written as plain values, as `plain` gives what was read."""
    if isinstance(value, Mapping):
        return {name: given_plain(part) for name, part in value.items()}
    return str(value) if isinstance(value, str | int) else [given_plain(part) for part in value]
