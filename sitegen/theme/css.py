"""CSS as text: what may be left out of a sheet, and what a sheet must not leave open."""

import re
from collections.abc import Iterator

# One pass: strings, comments and addresses are stepped over whole, and each may end with the file.
# Each pattern begins with the characters that a token begins with, as Python's engine then leaps
# from one of them to the next instead of trying every alternative at every character.
_WHOLE = r"""(?<=/)\*(?:[^*]|\*(?!/))*(?:\*/)?
    |(?<=")(?:[^"\\\n]|\\.)*"?|(?<=')(?:[^'\\\n]|\\.)*'?
    |(?<=[uU])(?<!\w[uU])[rR][lL]\((?!\s*["'])[^)\n]*\)?"""
_BRACKETED = re.compile(rf"""[]["'(){{}}/uU](?:{_WHOLE}|(?<=[][(){{}}]))""", re.VERBOSE | re.DOTALL)
_LINES = re.compile(rf"""["'/uU\n](?:{_WHOLE}|(?<=\n)\s*)""", re.VERBOSE | re.DOTALL)
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_IN_WORDS = {"(": "parenthesis", "[": "bracket", "{": "block"}


def slim(css: str) -> str:
    """A style sheet without indentation, blank lines and the comments that have lines of their own.

    Whatever could part two tokens from each other stays.
    """
    pieces: list[str] = []
    at_line_start = True
    position = 0
    for token in _LINES.finditer(css):
        start, end = token.span()
        between = css[position:start].lstrip() if at_line_start else css[position:start]
        position = end
        if css[start] == "\n":
            between = between.rstrip()
            pieces.append(between)
            pieces.append("" if at_line_start and not between else "\n")
            at_line_start = True
            continue
        pieces.append(between)
        at_line_start = at_line_start and not between
        if not (at_line_start and css[start] == "/" and css.startswith("\n", end)):
            pieces.append(token[0])
            at_line_start = False
    pieces.append(css[position:].lstrip() if at_line_start else css[position:])
    return "".join(pieces)


def left_open(css: str) -> tuple[int, str] | None:
    """Where a sheet would run on into the next one that is joined to it, and why; else None."""
    opened: list[tuple[int, str]] = []
    for token in _BRACKETED.finditer(css):
        text = token[0]
        if text in _CLOSING:
            opened.append((token.start(), text))
        elif text in _OPENING:
            if not opened or opened[-1][1] != _OPENING[text]:
                kind = "brace" if text == "}" else "bracket"
                return token.start(), f"this {kind} closes nothing"
            opened.pop()
        elif text[0] == "/" and not (len(text) >= len("/**/") and text.endswith("*/")):
            return token.start(), "this comment has no end"
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
    for token in _BRACKETED.finditer(css):
        text = token[0]
        if text == "{":
            opened.append((css[position : token.start()], token.end()))
            position, innermost = token.end(), True
        elif text == "}":
            if opened and innermost:
                yield tuple(prelude for prelude, _ in opened), opened[-1][1], token.start()
            del opened[-1:]
            position, innermost = token.end(), False
