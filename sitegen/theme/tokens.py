"""The custom properties that a theme's style sheets give `:root`, in light and in dark."""

import re
from collections.abc import Iterable, Iterator

from sitegen.diagnostics import Span
from sitegen.frozen import NamedTuple, dataclass
from sitegen.theme.assets import Asset
from sitegen.theme.css import blocks

_DECLARATION = re.compile(r"--([A-Za-z0-9-]+)\s*:([^;{}]*)")
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*\*/")
_DARK = re.compile(r"@media\s[^{]*prefers-color-scheme:\s*dark")


class Token(NamedTuple):
    """A custom property: its value as written, and where it is given."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens by name, without `--`: those of all schemes, and what the dark one changes."""

    light: dict[str, Token]
    dark: dict[str, Token]

    def in_dark(self) -> dict[str, Token]:
        """All that holds in the dark scheme."""
        return self.light | self.dark


def tokens(sheets: Iterable[Asset]) -> Tokens:
    """The tokens of joined sheets: what is given later replaces what was given before.

    Only what always holds counts, or holds for a dark screen: no other media, no other element.
    """
    light: dict[str, Token] = {}
    dark: dict[str, Token] = {}
    for sheet in sheets:
        css = sheet.content.decode("utf-8-sig", "replace")
        for around, start, end in blocks(css):
            selectors = [_COMMENT.sub("", prelude).rpartition(";")[2].strip() for prelude in around]
            if selectors[-1:] != [":root"]:
                continue
            found = dict(_declared(sheet.origin, css, start, end))
            if len(selectors) == 1:
                light |= found
            elif len(selectors) == 2 and _DARK.match(selectors[0]):  # noqa: PLR2004 - a rule in a query
                dark |= found
    return Tokens(light, dark)


def _declared(path: str, css: str, start: int, end: int) -> Iterator[tuple[str, Token]]:
    """The custom properties in a block, each with the place of its value."""
    line = css.count("\n", 0, start) + 1
    position = start
    without = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), css[start:end])
    for declaration in _DECLARATION.finditer(without):
        value = declaration[2].strip()
        at = start + declaration.start(2) + len(declaration[2]) - len(declaration[2].lstrip())
        line += css.count("\n", position, at)
        position = at
        column = at - css.rfind("\n", 0, at)
        yield (
            declaration[1],
            Token(" ".join(value.split()), Span(path, line, column, line, column + len(value))),
        )
