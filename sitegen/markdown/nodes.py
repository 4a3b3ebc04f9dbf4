"""What Markdown means to the site: a tree of frozen nodes, each role and link with its place."""

from collections.abc import Iterator

from sitegen.frozen import NamedTuple, dataclass


class Place(NamedTuple):
    """Where something begins in the text that was parsed: line and column from 1, and its length.

    Columns and length count code points.
    """

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a written line within a paragraph; a `hard` one is kept."""

    hard: bool


@dataclass(frozen=True, slots=True)
class Code:
    """Words between backticks."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words; `strong` ones more so."""

    strong: bool
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link as written. Whoever renders it decides where it leads, and whether it may."""

    href: str
    title: str | None
    children: tuple["Inline", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; `alt` is plain text."""

    src: str
    alt: str
    title: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Role:
    """A MyST role: {name}`target`."""

    name: str
    target: str
    place: Place


Inline = Text | Break | Code | Emphasis | Hyperlink | Image | Role


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. A `tight` one is an entry of a list whose entries stand close together."""

    children: tuple[Inline, ...]
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6, as written."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; a numbered one counts from `start`, a bulleted one has None."""

    start: int | None
    entries: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A passage set off as quoted."""

    children: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Text shown as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a directive, `:name: value`."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Directive:
    """A MyST directive in a colon fence: its options, and the text after them, unread."""

    name: str
    argument: str
    options: tuple[Option, ...]
    body: str
    place: Place


Block = Paragraph | Heading | Listing | BlockQuote | CodeBlock | Rule | Directive


@dataclass(frozen=True, slots=True)
class Prose:
    """A parsed text."""

    blocks: tuple[Block, ...]

    @property
    def plain(self) -> str | None:
        """The words of a text that is one line of nothing but words; None for any other."""
        if len(self.blocks) == 1 and isinstance(self.blocks[0], Paragraph):
            children = self.blocks[0].children
            if len(children) == 1 and isinstance(children[0], Text):
                return children[0].text
        return None

    @property
    def references(self) -> Iterator[Role | Hyperlink | Image | Directive]:
        """Whatever points to something else, in the order of the text."""
        return _references(self.blocks)


def _references(blocks: tuple[Block, ...]) -> Iterator[Role | Hyperlink | Image | Directive]:
    for block in blocks:
        match block:
            case Directive():
                yield block
            case Paragraph() | Heading():
                yield from inline_references(block.children)
            case Listing():
                for entry in block.entries:
                    yield from _references(entry)
            case BlockQuote():
                yield from _references(block.children)
            case _:
                pass


def inline_references(children: tuple[Inline, ...]) -> Iterator[Role | Hyperlink | Image]:
    """Whatever in a run of words points to something else."""
    for child in children:
        match child:
            case Role() | Image():
                yield child
            case Hyperlink():
                yield child
                yield from inline_references(child.children)
            case Emphasis():
                yield from inline_references(child.children)
            case _:
                pass
