"""Redacts parsed prose: also words that emphasis, a line end or a link divide."""

from collections.abc import Iterator, Mapping

from sitegen.frozen import replace
from sitegen.linked import ProseKey
from sitegen.markdown import (
    Block,
    BlockQuote,
    Break,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Hyperlink,
    Image,
    Inline,
    Listing,
    Paragraph,
    Prose,
    Role,
    Text,
)
from sitegen.views.redaction.secrets import Cut, Secrets

_PLAIN = "plain"
_APART = "\uffff"  # stands for what is not part of the running words; nothing matches it


class ShownProse(Mapping[ProseKey, Prose]):
    """Every text as it may be published; each is redacted when a page asks for it."""

    def __init__(self, written: Mapping[ProseKey, Prose], secrets: Secrets) -> None:
        self._written = written
        self._secrets = secrets

    def __getitem__(self, key: ProseKey) -> Prose:
        return redacted_prose(self._written[key], self._secrets)

    def __iter__(self) -> Iterator[ProseKey]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


def redacted_prose(prose: Prose, secrets: Secrets) -> Prose:
    """The text as it may be published. Addresses of links are the business of whoever keeps them.

    Places stay those of the text as written.
    """
    return Prose(_blocks(prose.blocks, secrets))


def _blocks(blocks: tuple[Block, ...], secrets: Secrets) -> tuple[Block, ...]:
    return tuple(_block(block, secrets) for block in blocks)


def _block(block: Block, secrets: Secrets) -> Block:
    match block:
        case Paragraph() | Heading():
            words = list(_words(block.children))
            cuts = secrets.cuts("".join(words))
            if cuts:
                kept = _distributed(words, cuts)
                block = replace(block, children=_rebuilt(block.children, kept))
            return replace(block, children=_attributes(block.children, secrets))
        case Listing():
            return replace(block, entries=tuple(_blocks(e, secrets) for e in block.entries))
        case BlockQuote():
            return replace(block, children=_blocks(block.children, secrets))
        case CodeBlock():
            return CodeBlock(secrets.replaced(block.text))
        case _:
            return block


def _words(children: tuple[Inline, ...]) -> Iterator[str]:
    """The running words, one string for each node that is not a container."""
    for child in children:
        match child:
            case Text() | Code():
                yield child.text
            case Break():
                yield "\n"
            case Role():
                yield child.target if child.name == _PLAIN else _APART
            case Image():
                yield _APART
            case _:
                yield from _words(child.children)


def _distributed(words: list[str], cuts: tuple[Cut, ...]) -> Iterator[str]:
    """The strings without what is cut from their sequence; a cut is shown where it begins."""
    remaining = list(reversed(cuts))
    start = 0
    for word in words:
        end, at, parts = start + len(word), start, []
        while remaining and remaining[-1].start < end:
            cut = remaining[-1]
            parts.append(word[at - start : max(cut.start, start) - start])
            if cut.start >= start:
                parts.append(cut.shown)
            at = min(cut.end, end)
            if cut.end > end:
                break
            remaining.pop()
        parts.append(word[at - start :])
        yield "".join(parts)
        start = end


def _rebuilt(children: tuple[Inline, ...], kept: Iterator[str]) -> tuple[Inline, ...]:
    """The same nodes with the next words of `kept` in each, without those that lost all words."""
    rebuilt: list[Inline] = []
    for child in children:
        match child:
            case Text() | Code():
                rebuilt.append(replace(child, text=next(kept)))
            case Break():
                rebuilt.append(child if next(kept) else Text(""))
            case Role():
                words = next(kept)
                rebuilt.append(replace(child, target=words) if child.name == _PLAIN else child)
            case Image():
                next(kept)
                rebuilt.append(child)
            case _:
                inner = _rebuilt(child.children, kept)
                if inner:
                    rebuilt.append(replace(child, children=inner))
    return tuple(node for node in rebuilt if node != Text(""))


def _attributes(children: tuple[Inline, ...], secrets: Secrets) -> tuple[Inline, ...]:
    """The same nodes with titles and descriptions redacted."""
    cleaned: list[Inline] = []
    for child in children:
        match child:
            case Hyperlink():
                inner = _attributes(child.children, secrets)
                title = child.title and secrets.replaced(child.title)
                cleaned.append(replace(child, children=inner, title=title))
            case Image():
                title = child.title and secrets.replaced(child.title)
                cleaned.append(replace(child, alt=secrets.replaced(child.alt), title=title))
            case Emphasis():
                cleaned.append(replace(child, children=_attributes(child.children, secrets)))
            case _:
                cleaned.append(child)
    return tuple(cleaned)
