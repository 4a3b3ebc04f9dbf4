"""Finding the exact words of a selector in an article: exact first, then declared tiers, no score.

A matcher that is too loose is worse than none, so nothing here is approximate but the explanation
of why words were not found.
"""

from sitegen.anchor.locate import (
    Ambiguous,
    Elsewhere,
    Found,
    Missing,
    Moved,
    Near,
    Outcome,
    OutOfRange,
    locate,
)
from sitegen.anchor.normalise import normalised
from sitegen.anchor.text import ArticleText, split_lines

__all__ = [
    "Ambiguous",
    "ArticleText",
    "Elsewhere",
    "Found",
    "Missing",
    "Moved",
    "Near",
    "OutOfRange",
    "Outcome",
    "locate",
    "normalised",
    "split_lines",
]
