"""What a claim says of a number or a date that its citations do not bear out."""

from sitegen.frozen import NamedTuple
from sitegen.verify.sentences.stated import Stated

MOST_TOLD = 50
"""Problems of one text that are told; a text with more of them is of another kind."""


class Misstated(NamedTuple):
    """A number or date of a claim that does not hold, and how.

    `stated` is the nearest number in the source, `instead` what the source's words are.
    """

    start: int
    end: int
    text: str
    code: str
    is_error: bool
    message: str
    stated: Stated | None = None
    instead: str | None = None
