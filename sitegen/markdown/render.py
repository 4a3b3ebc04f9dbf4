"""Turns nodes into HTML. What roles, directives and links become is up to whoever asks."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape

from sitegen.frozen import dataclass
from sitegen.markdown.nodes import (
    Block,
    BlockQuote,
    Break,
    Code,
    CodeBlock,
    Directive,
    Emphasis,
    Heading,
    Hyperlink,
    Image,
    Inline,
    Listing,
    Paragraph,
    Prose,
    Role,
    Rule,
    Text,
)

_HIGHEST, _LOWEST = 2, 6
_WORD = re.compile(r"[a-z0-9]+")


def _unknown(_: Image) -> tuple[int, int] | None:
    return None


@dataclass(frozen=True, slots=True)
class Renderer:
    """What the pointing nodes become, as finished HTML.

    `link` gives the address for a `Hyperlink`, or None where its words stand without a link;
    `image` the address for a picture, or None where its description stands instead; `size` its
    width and height in pixels, where they are known.
    """

    role: Callable[[Role], str]
    directive: Callable[[Directive], str]
    link: Callable[[Hyperlink], str | None]
    image: Callable[[Image], str | None]
    size: Callable[[Image], tuple[int, int] | None] = _unknown


def html(prose: Prose, renderer: Renderer) -> str:
    """The blocks of a text. Its highest headings are of the second level: the title is the first.

    Each heading has an id that begins with a capital letter, so that it collides with no fact's.
    """
    if (plain := prose.plain) is not None:
        return f"<p>{escape(plain)}</p>\n"
    highest = min((heading.level for heading in _headings(prose.blocks)), default=1)
    headings = _Headings(_HIGHEST - highest, iter(heading_ids(prose).values()))
    return "".join(_block(block, renderer, headings) for block in prose.blocks)


def inline_html(prose: Prose, renderer: Renderer) -> str:
    """A text as part of a line: its paragraphs follow each other, other blocks give their words."""
    if (plain := prose.plain) is not None:
        return escape(plain)
    return " ".join(_flat(block, renderer) for block in prose.blocks).strip()


def plain_text(prose: Prose, role: Callable[[Role], str]) -> str:
    """The words alone, in one line, not escaped. `role` gives the words of a role."""
    if (plain := prose.plain) is not None:
        return " ".join(plain.split())
    words = " ".join(_words(block, role) for block in prose.blocks)
    return " ".join(words.split())


def heading_ids(prose: Prose) -> Mapping[str, str]:
    """The headings' ids by the name that a link may use (`#the-vote`), in the order of the page."""
    found: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for block in _headings(prose.blocks):
        words = _inline_words(block.children, lambda role: role.target)
        slug = "-".join(_WORD.findall(words.lower())) or "section"
        name = slug
        while name in found:
            numbers[slug] = numbers.get(slug, 1) + 1
            name = f"{slug}-{numbers[slug]}"
        found[name] = f"H-{name}"
    return found


@dataclass(frozen=True, slots=True)
class _Headings:
    """How far a text's headings are moved down, and the ids that they take one after another."""

    shift: int
    ids: Iterator[str]


def _headings(blocks: tuple[Block, ...]) -> list[Heading]:
    found: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(block)
        elif isinstance(block, Listing):
            found += (heading for entry in block.entries for heading in _headings(entry))
        elif isinstance(block, BlockQuote):
            found += _headings(block.children)
    return found


def _block(block: Block, renderer: Renderer, headings: _Headings) -> str:
    match block:
        case Paragraph():
            inner = _inline(block.children, renderer)
            return inner if block.tight else f"<p>{inner}</p>\n"
        case Heading():
            level = min(block.level + headings.shift, _LOWEST)
            inner = _inline(block.children, renderer)
            return f'<h{level} id="{next(headings.ids)}">{inner}</h{level}>\n'
        case Listing():
            return _listing(block, renderer, headings)
        case BlockQuote():
            inner = "".join(_block(child, renderer, headings) for child in block.children)
            return f"<blockquote>\n{inner}</blockquote>\n"
        case CodeBlock():
            return f"<pre><code>{escape(block.text)}</code></pre>\n"
        case Rule():
            return "<hr>\n"
        case Directive():
            return renderer.directive(block)


def _listing(block: Listing, renderer: Renderer, headings: _Headings) -> str:
    entries = "".join(
        f"<li>{''.join(_block(child, renderer, headings) for child in entry)}</li>\n"
        for entry in block.entries
    )
    if block.start is None:
        return f"<ul>\n{entries}</ul>\n"
    start = "" if block.start == 1 else f' start="{block.start}"'
    return f"<ol{start}>\n{entries}</ol>\n"


def _inline(children: tuple[Inline, ...], renderer: Renderer) -> str:
    return "".join(_one(child, renderer) for child in children)


def _one(child: Inline, renderer: Renderer) -> str:
    match child:
        case Text():
            return escape(child.text)
        case Break():
            return "<br>\n" if child.hard else "\n"
        case Code():
            return f"<code>{escape(child.text)}</code>"
        case Emphasis():
            tag = "strong" if child.strong else "em"
            return f"<{tag}>{_inline(child.children, renderer)}</{tag}>"
        case Role():
            return renderer.role(child)
        case Hyperlink():
            return _hyperlink(child, renderer)
        case Image():
            return _image(child, renderer)


def _hyperlink(link: Hyperlink, renderer: Renderer) -> str:
    inner, href = _inline(link.children, renderer), renderer.link(link)
    return inner if href is None else f'<a href="{escape(href)}"{_title(link.title)}>{inner}</a>'


def _image(image: Image, renderer: Renderer) -> str:
    alt, src = escape(image.alt), renderer.image(image)
    if src is None:
        return alt
    known = renderer.size(image)
    size = f' width="{known[0]}" height="{known[1]}"' if known else ""
    return f'<img src="{escape(src)}" alt="{alt}"{size}{_title(image.title)}>'


def _title(title: str | None) -> str:
    return f' title="{escape(title)}"' if title else ""


def _flat(block: Block, renderer: Renderer) -> str:
    match block:
        case Paragraph() | Heading():
            return _inline(block.children, renderer)
        case Listing():
            return " ".join(_flat(child, renderer) for entry in block.entries for child in entry)
        case BlockQuote():
            return " ".join(_flat(child, renderer) for child in block.children)
        case CodeBlock():
            return f"<code>{escape(block.text.strip())}</code>"
        case _:
            return ""


def _words(block: Block, role: Callable[[Role], str]) -> str:
    match block:
        case Paragraph() | Heading():
            return _inline_words(block.children, role)
        case Listing():
            return " ".join(_words(child, role) for entry in block.entries for child in entry)
        case BlockQuote():
            return " ".join(_words(child, role) for child in block.children)
        case CodeBlock():
            return block.text
        case _:
            return ""


def _inline_words(children: tuple[Inline, ...], role: Callable[[Role], str]) -> str:
    words = []
    for child in children:
        match child:
            case Text() | Code():
                words.append(child.text)
            case Break():
                words.append(" ")
            case Role():
                words.append(role(child))
            case Image():
                words.append(child.alt)
            case _:
                words.append(_inline_words(child.children, role))
    return "".join(words)
