"""Words of an article as prose of ours: Markdown that shows them as they stand."""

import re

from sitegen.markdown import parse, plain_text

_MEANT = re.compile(r"[\\`*_\[\]<>{}&~|$#!^:+=-]")
_LISTED = re.compile(r"\A([0-9]{1,9})([.)])")


def as_prose(words: str) -> str | None:
    """Markdown that reads as some words on one line, marked only where it must be; or None."""
    if _reads_as(words, words):
        return words
    marked = _LISTED.sub(r"\1\\\2", _MEANT.sub(r"\\\g<0>", words))
    return marked if _reads_as(marked, words) else None


def _reads_as(text: str, words: str) -> bool:
    return plain_text(parse(text), lambda role: role.target) == words
