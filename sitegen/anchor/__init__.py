"""Finding the exact words of a selector in an article: exact first, then declared tiers, no score.

A matcher that is too loose is worse than none, so nothing here is approximate but the explanation
of why words were not found.
"""

from sitegen.anchor.edited import EditedOutcome, Misedited, locate_edited
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
from sitegen.anchor.normalise import clean, normalised
from sitegen.anchor.runs import FoundEdited, Replaced
from sitegen.anchor.text import ArticleText, split_lines

__all__ = [
    "Ambiguous",
    "ArticleText",
    "EditedOutcome",
    "Elsewhere",
    "Found",
    "FoundEdited",
    "Misedited",
    "Missing",
    "Moved",
    "Near",
    "OutOfRange",
    "Outcome",
    "Replaced",
    "clean",
    "locate",
    "locate_edited",
    "normalised",
    "split_lines",
]
