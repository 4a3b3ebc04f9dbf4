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
        if found.start() not in paired and not _is_doubled(text, found.start(), paired)
    )


def _is_doubled(text: str, offset: int, paired: Set[int]) -> bool:
    """Whether a mark is half of one that was typed as two: ''Yes,'' he said."""
    beside = (other for other in (offset - 1, offset + 1) if other in paired)
    return any(text[other] == text[offset] for other in beside)


def _is_single(text: str, offset: int) -> bool:
    """Whether a single mark is no apostrophe: before a sentence, or behind its full stop."""
    before, after = text[max(0, offset - 1) : offset], text[offset + 1 : offset + 2]
    return before in _STOPS or (before in _OPENING and after.isupper())
