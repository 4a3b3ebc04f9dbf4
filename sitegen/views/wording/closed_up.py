"""Takes away the space before a citation mark, so that a mark never begins a line."""

from sitegen.frozen import replace
from sitegen.markdown import (
    Block,
    BlockQuote,
    Break,
    Emphasis,
    Heading,
    Hyperlink,
    Inline,
    Listing,
    Paragraph,
    Prose,
    Role,
    Text,
)


def closed_up(prose: Prose) -> Prose:
    """The same text with `{fact}` roles next to the words before them."""
    if prose.plain is not None or not any(
        isinstance(found, Role) and found.name == "fact" for found in prose.references
    ):
        return prose
    return Prose(tuple(map(_block, prose.blocks)))


def _block(block: Block) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, children=_inline(block.children))
        case Listing():
            return replace(block, entries=tuple(tuple(map(_block, e)) for e in block.entries))
        case BlockQuote():
            return replace(block, children=tuple(map(_block, block.children)))
        case _:
            return block


def _inline(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    closed: list[Inline] = []
    for child in children:
        if isinstance(child, Role) and child.name == "fact":
            _strip(closed)
        if isinstance(child, Emphasis | Hyperlink):
            closed.append(replace(child, children=_inline(child.children)))
        else:
            closed.append(child)
    return tuple(closed)


def _strip(before: list[Inline]) -> None:
    """Take the white space off the end of the nodes before a mark."""
    while before:
        last = before[-1]
        if isinstance(last, Break) and not last.hard:
            before.pop()
            continue
        if not isinstance(last, Text):
            return
        text = last.text.rstrip()
        if text:
            before[-1] = Text(text)
            return
        before.pop()
