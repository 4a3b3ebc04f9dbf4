"""Reads Markdown into nodes: CommonMark 0.31 without HTML, with MyST roles and colon fences.

A text without any character that Markdown gives a meaning never reaches the parser; most claims
are such texts, and the parser costs fifty times as much.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin

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
    Option,
    Paragraph,
    Place,
    Prose,
    Role,
    Rule,
    Text,
)

_DEEPEST = 100  # emphasis within emphasis; deeper marks are left out and their words stay
_LONGEST_LINK = 2_000  # characters; a longer address makes no link, however often it is referred to

# What can mean something within a line; then what can mean something where a block begins.
_MARKED = re.compile(r"[\\`*_\[\]<>&{\x00-\x1f\x7f-\xa0]|^(?:[-+#=~: ]|[0-9]{1,9}[.)])")
_ROLE = re.compile(r"\{([A-Za-z0-9_+:-]+)\}`([^`]*)`")
_DIRECTIVE = re.compile(r" *\{([A-Za-z0-9_+:-]+)\} *(.*)")
_OPTION = re.compile(r"( *):([A-Za-z0-9_-]+):(?= |$)(.*)")


def parse(text: str) -> Prose:
    """The nodes of a text. Anything that is not well-formed Markdown is plain text."""
    if is_plain(text):
        return Prose((Paragraph((Text(text),)),) if text else ())
    return Prose(_Reader(text).blocks())


def is_plain(text: str) -> bool:
    """Whether a text is a line of nothing but words, which is parsed in no time."""
    return not _MARKED.search(text) and text == text.strip()


@cache
def _parser() -> MarkdownIt:
    """The parser, made once: what it is set up with never changes."""
    parser = MarkdownIt("commonmark", {"html": False}).use(colon_fence_plugin)
    parser.disable(["html_block", "html_inline"])
    # Which links may stand is judged where they are resolved, so that a refusal can be reported.
    parser.validateLink = _is_short  # type: ignore[method-assign]  # its documented way
    parser.inline.ruler.before("backticks", "role", _role)
    for name, rule in (("link", link), ("image", image), ("autolink", autolink)):
        parser.inline.ruler.at(name, _with_position(rule))
    return parser


def _is_short(url: str) -> bool:
    return len(url) <= _LONGEST_LINK


def _role(state: StateInline, silent: bool) -> bool:
    match = _ROLE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("role", "", 0)
        token.info, token.content = match[1], match[2].replace("\n", " ").strip()
        token.meta = {"start": match.start(), "end": match.end()}
    state.pos = match.end()
    return True


def _with_position(rule: Any) -> Any:
    """A rule of the parser that also notes where in the text the token that it makes began."""

    def noting(state: StateInline, silent: bool) -> bool:
        start, made = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            opening = next(token for token in state.tokens[made:] if token.type in _POINTING)
            opening.meta = {"start": start, "end": state.pos}
        return True

    return noting


_POINTING = frozenset({"link_open", "image"})


class _Reader:
    """Turns the parser's tokens into nodes; lives only within one call of `parse`."""

    def __init__(self, text: str) -> None:
        # As the parser reads it (CommonMark 2.3 and 2.1).
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        self.lines = text.split("\n")
        self.tokens = _parser().parse(text)
        self.at = 0

    def blocks(self) -> tuple[Block, ...]:
        """The blocks up to the token that closes the one around them."""
        found: list[Block] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.nesting < 0:
                break
            found.append(self.block(token))
        return tuple(found)

    def block(self, token: Token) -> Block:
        match token.type:
            case "paragraph_open":
                return Paragraph(self.inline(), token.hidden)
            case "heading_open":
                return Heading(int(token.tag[1]), self.inline())
            case "bullet_list_open":
                return Listing(None, self.entries())
            case "ordered_list_open":
                return Listing(int(token.attrs.get("start", 1)), self.entries())
            case "blockquote_open":
                return BlockQuote(self.blocks())
            case "colon_fence":
                return self.directive(token)
            case "hr":
                return Rule()
            case "fence" | "code_block":
                return CodeBlock(token.content)
            case other:
                raise ValueError(f"the parser gave a block that nobody knows: {other}")

    def entries(self) -> tuple[tuple[Block, ...], ...]:
        found = []
        while self.tokens[self.at].nesting > 0:
            self.at += 1
            found.append(self.blocks())
        self.at += 1
        return tuple(found)

    def inline(self) -> tuple[Inline, ...]:
        """The inline nodes of a block; passes its closing token too."""
        token = self.tokens[self.at]
        self.at += 2
        places = _Places(token, self.lines)
        return _inline(iter(token.children or ()), places)

    def directive(self, token: Token) -> Directive:
        first = token.map[0] if token.map else 0
        opening = self.lines[first]
        column = opening.find(token.markup) + 1
        place = Place(first + 1, column, max(1, len(opening.rstrip()) - column + 1))
        match = _DIRECTIVE.fullmatch(token.info)
        name, argument = (match[1], match[2].strip()) if match else (token.info.strip(), "")
        lines = token.content.split("\n")
        options: list[Option] = []
        for number, line in enumerate(lines, start=first + 1):
            found = _OPTION.fullmatch(line)
            if found is None:
                break
            start = self.lines[number].find(":") + 1
            length = len(line.strip())
            options.append(Option(found[2], found[3].strip(), Place(number + 1, start, length)))
        return Directive(name, argument, tuple(options), "\n".join(lines[len(options) :]), place)


class _Places:
    """Where the characters of a block's inline text stand in the whole text.

    The parser strips each line of what belongs to the blocks around it, so a line of the inline
    text is looked for in its written line.
    """

    def __init__(self, token: Token, lines: list[str]) -> None:
        first, last = token.map or (0, 0)
        while first + 1 < last and not lines[first].strip():
            first += 1  # a line of nothing but a form feed is stripped off with its end
        self.first = first
        self.content = token.content.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.content)]
        self.lines = lines
        self.indents: dict[int, int] = {}

    def _indent(self, line: int, content: str) -> int:
        """How many characters the written line has before those of the inline text."""
        stripped = content.strip()
        return max(0, self.lines[line].find(stripped)) - content.find(stripped)

    def __call__(self, meta: dict[str, Any]) -> Place:
        start, end = int(meta["start"]), int(meta["end"])
        number = bisect_right(self.starts, start) - 1
        line = self.first + number
        if number not in self.indents:
            self.indents[number] = self._indent(line, self.content[number])
        column = start - self.starts[number] + self.indents[number] + 1
        return Place(
            line + 1, max(1, column), max(1, min(end, self.starts[number + 1] - 1) - start)
        )


def _inline(tokens: Iterator[Token], places: _Places, depth: int = 0) -> tuple[Inline, ...]:
    """The nodes up to the token that closes the one around them."""
    found: list[Inline] = []
    left_out = 0
    for token in tokens:
        if token.nesting < 0:
            if not left_out:
                break
            left_out -= 1
            continue
        if token.nesting == 0:
            found += _leaf(token, places)
            continue
        if depth == _DEEPEST:
            left_out += 1
            continue
        children = _inline(tokens, places, depth + 1)
        if token.type != "link_open":
            found.append(Emphasis(token.type == "strong_open", children))
            continue
        title = token.attrs.get("title")
        href = str(token.attrs["href"])
        found.append(Hyperlink(href, str(title) if title else None, children, places(token.meta)))
    return _joined(found)


def _leaf(token: Token, places: _Places) -> Iterator[Inline]:
    match token.type:
        case "text" | "text_special":
            if token.content:
                yield Text(token.content)
        case "softbreak" | "hardbreak":
            yield Break(token.type == "hardbreak")
        case "code_inline":
            yield Code(token.content)
        case "image":
            yield _image(token, places)
        case "role":
            yield Role(token.info, token.content, places(token.meta))
        case other:
            raise ValueError(f"the parser gave a token that nobody knows: {other}")


def _image(token: Token, places: _Places) -> Image:
    title = token.attrs.get("title")
    alt = _alternative(token.children or [])
    return Image(str(token.attrs["src"]), alt, str(title) if title else None, places(token.meta))


def _alternative(tokens: list[Token]) -> str:
    """The plain text of a picture's description (CommonMark 6.4)."""
    words = []
    for token in tokens:
        if token.type == "image":
            words.append(_alternative(token.children or []))
        elif token.type in {"softbreak", "hardbreak"}:
            words.append("\n")
        else:
            words.append(token.content)
    return "".join(words)


def _joined(nodes: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts as one, so that a text has one form."""
    merged: list[Inline] = []
    for node in nodes:
        last = merged[-1] if merged else None
        if isinstance(node, Text) and isinstance(last, Text):
            merged[-1] = Text(last.text + node.text)
        else:
            merged.append(node)
    return tuple(merged)
