"""An id for a new record, made of its words."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from sitegen.schema import reserved

_WORD = re.compile(r"[a-z0-9]+")
_MOST_WORDS = 4
_LONGEST = 60
_LETTERS = {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}


def proposed(
    parts: Iterable[str],
    is_empty: Callable[[str], bool],
    taken: Callable[[str], bool],
    kind: str = "fact",
) -> str:
    """An id of the first words that say something, unlike all that are taken."""
    folded = [word for part in parts for word in _words(part)]
    telling = [word for word in dict.fromkeys(folded) if not is_empty(word) and len(word) > 1]
    slug = ""
    for word in (telling or folded)[:_MOST_WORDS]:
        longer = f"{slug}-{word}" if slug else word[:_LONGEST]
        slug = longer if len(longer) <= _LONGEST else slug
    slug = slug or kind
    number = 1
    name = slug
    while taken(name) or reserved(name, kind=kind):
        number += 1
        name = f"{slug}-{number}"
    return name


def _words(text: str) -> list[str]:
    text = text.replace("’s ", " ").replace("'s ", " ").replace("’", "").replace("'", "")
    text = re.sub(r"(?<=\d),(?=\d)", "", text.lower())
    plain = unicodedata.normalize("NFKD", "".join(_LETTERS.get(c, c) for c in text))
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))
