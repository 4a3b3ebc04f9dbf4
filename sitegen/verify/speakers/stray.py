"""Quotation marks of a paragraph that pair with no other: then nobody can tell what is quoted."""

import re
from collections.abc import Set

_PLAIN = frozenset('“”„«»‹›‘"')
MARKS = _PLAIN | frozenset("'‘’")
_ALL_MARKS = re.compile(f"[{''.join(sorted(MARKS))}]")
_OPENING = _PLAIN | frozenset(" \t([—–-") | {""}
_STOPS = frozenset(".,!?…")


def has_stray(text: str, paired: Set[int]) -> bool:
    """Whether a mark has no partner; `paired` are the offsets of those that have one."""
    return any(
        found[0] in _PLAIN or _is_single(text, found.start())
        for found in _ALL_MARKS.finditer(text)
        if found.start() not in paired
    )


def _is_single(text: str, offset: int) -> bool:
    """Whether a single mark is no apostrophe: before a sentence, or behind its full stop."""
    before, after = text[max(0, offset - 1) : offset], text[offset + 1 : offset + 2]
    return before in _STOPS or (before in _OPENING and after.isupper())
