"""CSS as text: what may be left out of a sheet, and what a sheet must not leave open."""

import re
from collections.abc import Iterator

# One pass: strings, comments and addresses are stepped over whole, and each may end with the file.
_TOKEN = re.compile(
    r"""(?P<comment>/\*(?:[^*]|\*(?!/))*(?:\*/)?)
    |"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?
    |\burl\((?!\s*["'])[^)\n]*\)?
    |(?P<space>\s+)
    |(?P<bracket>[][(){}])""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_IN_WORDS = {"(": "parenthesis", "[": "bracket", "{": "block"}


def slim(css: str) -> str:
    """A style sheet without indentation, blank lines and the comments that have lines of their own.

    Whatever could part two tokens from each other stays.
    """
    pieces: list[str] = []
    at_line_start = True
    position = 0
    for token in _TOKEN.finditer(css):
        between = css[position : token.start()]
        pieces.append(between)
        at_line_start = at_line_start and not between
        position = token.end()
        if token["space"] is not None:
            if "\n" in token[0]:
                pieces.append("" if at_line_start else "\n")
                at_line_start = True
            elif not at_line_start:
                pieces.append(token[0])
        elif not (token["comment"] and at_line_start and css[position : position + 1] == "\n"):
            pieces.append(token[0])
            at_line_start = False
    pieces.append(css[position:])
    return "".join(pieces)


def left_open(css: str) -> tuple[int, str] | None:
    """Where a sheet would run on into the next one that is joined to it, and why; else None."""
    opened: list[tuple[int, str]] = []
    for token in _TOKEN.finditer(css):
        if token["comment"] and not (len(token[0]) >= len("/**/") and token[0].endswith("*/")):
            return token.start(), "this comment has no end"
        bracket = token["bracket"]
        if bracket in _CLOSING:
            opened.append((token.start(), bracket))
        elif bracket and not (opened and _CLOSING[opened[-1][1]] == bracket):
            kind = "brace" if bracket == "}" else "bracket"
            return token.start(), f"this {kind} closes nothing"
        elif bracket:
            opened.pop()
    if opened:
        at, bracket = opened[-1]
        return at, f"this {_IN_WORDS[bracket]} has no end"
    return None


def blocks(css: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Each innermost block in braces: what stands before it and before those around it, and its
    range of code points.
    """
    opened: list[tuple[str, int]] = []
    innermost = False
    position = 0  # where the prelude of the next block would begin
    for token in _TOKEN.finditer(css):
        if token["bracket"] == "{":
            opened.append((css[position : token.start()], token.end()))
            position, innermost = token.end(), True
        elif token["bracket"] == "}":
            if opened and innermost:
                yield tuple(prelude for prelude, _ in opened), opened[-1][1], token.start()
            del opened[-1:]
            position, innermost = token.end(), False
