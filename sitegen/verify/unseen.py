"""Checks of prose: no invisible character is written in it as a code."""

import html
import re
from collections.abc import Iterator

from sitegen import yamltree
from sitegen.diagnostics import Diagnostic, error
from sitegen.markdown import Place
from sitegen.prose import Passage
from sitegen.verify.findings import Findings

_MOST_TOLD = 50
# CommonMark 0.31, section 2.5: entity and numeric character references.
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CODE = re.compile(r"`[^`\n]*`")
_FENCES = ("```", "~~~")


def prose_is_seen(findings: Findings) -> Iterator[Diagnostic]:
    """`quote-invisible-character`: `&#x202E;` in Markdown, which a page would show as nothing."""
    for passage in findings.prose:
        if "&" in passage.text:
            yield from _unseen(passage)


def _unseen(passage: Passage) -> Iterator[Diagnostic]:
    told = 0
    for number, line in _lines(passage.text):
        for match in _REFERENCE.finditer(line):
            stands_for = _hidden(line, match.start(), match.end(), match[0])
            if stands_for is None:
                continue
            yield error(
                "quote-invisible-character",
                f"{match[0]} is the invisible character {yamltree.code_point(stands_for)}",
                passage.span(Place(number, match.start() + 1, len(match[0]))),
                fact=passage.fact,
                hints=("delete it; to show how it is written, set it in backticks",),
            )
            told += 1
            if told == _MOST_TOLD:
                return


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a Markdown text with their numbers, their code blanked out."""
    fence = ""
    for number, line in enumerate(text.split("\n"), start=1):
        mark = line.strip()[:3]
        if mark in _FENCES and fence in {"", mark}:
            fence = "" if fence else mark
        elif not fence:
            yield number, _CODE.sub(lambda code: " " * len(code[0]), line)


def _hidden(line: str, start: int, end: int, reference: str) -> str | None:
    """The character that a reference stands for, if nobody sees it where it stands."""
    stands_for = html.unescape(reference)
    if len(stands_for) != 1:
        return None
    before, after = line[max(0, start - 1) : start], line[end : end + 1]
    hidden = yamltree.hidden(f"{before}{stands_for}{after}")
    return stands_for if any(at == len(before) for at in hidden) else None
