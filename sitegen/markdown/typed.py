"""The words of a text that its author typed: what no role has put there."""

from collections.abc import Iterator

from sitegen.frozen import NamedTuple
from sitegen.markdown.nodes import (
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

ROLE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for a role, code or a picture in typed words."""


class Typed(NamedTuple):
    """The words of one paragraph or heading as a reader sees them, a mark for each role.

    `roles` are the names of these; `quoted`: it stands in a passage that is set off as quoted.
    """

    text: str
    roles: tuple[str, ...]
    quoted: bool = False


def typed(prose: Prose) -> Iterator[Typed]:
    """The typed words of a text, a paragraph at a time; none of code and directives."""
    yield from _typed(prose.blocks, quoted=False)


def _typed(blocks: tuple[Block, ...], *, quoted: bool) -> Iterator[Typed]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                roles: list[str] = []
                text = "".join(_words(block.children, roles))
                yield Typed(text, tuple(roles), quoted)
            case Listing():
                for entry in block.entries:
                    yield from _typed(entry, quoted=quoted)
            case BlockQuote():
                yield from _typed(block.children, quoted=True)
            case _:
                pass


def _words(children: tuple[Inline, ...], roles: list[str]) -> Iterator[str]:
    for child in children:
        match child:
            case Text():
                yield child.text
            case Break():
                yield " "
            case Emphasis() | Hyperlink():
                yield from _words(child.children, roles)
            case Role():
                roles.append(child.name)
                yield ROLE
            case _:
                yield ROLE
