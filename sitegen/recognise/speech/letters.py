"""Letters that a text prints whole, from the salutation to the name that signs them.

Novels, biographies and records do: DEAR BOB,—It holds. … Yours ever, ADA LOVELACE. Nothing but the
name at the end tells whose words they are.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language
from sitegen.recognise.speech.turns import may_name
from sitegen.recognise.text.paragraphs import Paragraph

_SALUTATION = re.compile(r"[ \t*_]{0,8}((?:[^\W\d_][\w.'’]*+ ?){1,6})[*_]{0,3}(?:[,:;!—–]|--|$)")
_SIGNATURE = re.compile(
    r"[ \t*_]*(?:[^\W\d_][^.!?;:]*[,—–-] ?)?[ \t*_]*([^\W\d_][\w.'’ -]{2,40}?)[., \t*_]*"
)
_SALUTING = frozenset({"salutes", "alone"})
_LONGEST_SIGNATURE = 140  # characters
_FIRST_WORDS = 3  # among which the “dear” of “my very dear Bob” stands
_LONGEST = 40  # paragraphs of a letter
_MOST_NAMES = 5  # words of a signature


class Signature(NamedTuple):
    """What may be the name below a letter: its paragraph, its offsets there, and its words."""

    paragraph: int
    start: int
    end: int
    name: str


class Letter(NamedTuple):
    """The first paragraph of a letter, and what may sign it, in order."""

    first: int
    signatures: tuple[Signature, ...]


def letters(paragraphs: Sequence[Paragraph], language: Language) -> list[Letter]:
    """The letters of an article; none reaches over the salutation of another."""
    openings = [at for at, one in enumerate(paragraphs) if _salutes(one.text, language)]
    found = []
    for first, following in pairwise((*openings, len(paragraphs))):
        behind = range(first + 1, min(following, first + 1 + _LONGEST))
        signed = (_signature(at, paragraphs[at].text) for at in behind)
        found.append(Letter(first, tuple(one for one in signed if one)))
    return found


def _salutes(text: str, language: Language) -> bool:
    """Whether a paragraph begins with a salutation: My dear Bob,—It holds."""
    match = _SALUTATION.match(text)
    lows = match.group(1).lower().split() if match else []
    known = [language.addressing.get(low) for low in lows]
    # “Sir,” and “Dear Sir,” salute; “Sir Bob Hill, who …” tells of him.
    alone = bool(known) and all(meaning in _SALUTING for meaning in known)
    pairs = (language.addressing.get(f"{one} {two}") for one, two in pairwise(lows[:_FIRST_WORDS]))
    return alone or "salutes" in known[:_FIRST_WORDS] or "salutes" in pairs


def _signature(index: int, text: str) -> Signature | None:
    """The name that a paragraph consists of, maybe behind a complimentary close."""
    match = _SIGNATURE.fullmatch(text) if len(text) <= _LONGEST_SIGNATURE else None
    if match is None or not may_name(match.group(1)) or len(match.group(1).split()) > _MOST_NAMES:
        return None
    return Signature(index, *match.span(1), match.group(1))
