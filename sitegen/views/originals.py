"""The way to a citation's words where the source itself was published, and in an archive."""

from sitegen import urls
from sitegen.model import Anchor, Source

_WHOLE = 90  # characters of a stretch that an address holds in full; of a longer one, both ends
_END = 4  # words at either end
_MOST = 6  # stretches that one address leads to


Stretches = tuple[tuple[str, str | None], ...]
"""Cited words as an address holds them: each stretch whole, or its first and its last words."""


def original(source: Source, words: Stretches) -> str | None:
    """A link to the very words on the source's own page, where it has a public address."""
    return source.url and urls.text_fragment(source.url, words)


def archived(source: Source, words: Stretches) -> str | None:
    """The same in the archive that keeps the page."""
    return source.archive_url and urls.text_fragment(source.archive_url, words)


def stretches(lines: tuple[str, ...], anchors: tuple[Anchor, ...]) -> Stretches:
    """The cited words as far as an address should hold them."""
    texts = (lines[line - 1][start:end].split() for line, start, end in anchors[:_MOST])
    return tuple(_stretch(words) for words in texts if words)


def _stretch(words: list[str]) -> tuple[str, str | None]:
    whole = " ".join(words)
    if len(whole) <= _WHOLE or len(words) <= 2 * _END:
        return whole, None
    return " ".join(words[:_END]), " ".join(words[-_END:])
