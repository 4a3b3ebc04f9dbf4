"""Times of day as words and digits give them: 9:30, ten o’clock, a quarter to nine."""

import re

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
HOURS = 12
"""Those of a clock’s face."""
_MINUTES = 60
_MOST = 2  # numbers of a time of day: an hour, perhaps a minute


class Clock(NamedTuple):
    """An hour of twelve and its minutes: noon and midnight are the same."""

    hour: int
    minute: int


def clock(text: str, language: Language) -> Clock | None:
    """The time that a few words give; none where they give it in a way that is not known."""
    lows = _WORD.findall(text.lower())
    numbers = [int(found) for found in _DIGITS.findall(text)]
    numbers += [language.cardinals[low] for low in lows if low in language.cardinals]
    if not 1 <= len(numbers) <= _MOST:
        return None
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    parts = [language.fractions[low] for low in lows if low in language.fractions]
    if parts:
        past = _MINUTES // parts[0]
        before = any(language.clock.get(low) == "to" for low in lows)
        hour, minute = (hour - 1, _MINUTES - past) if before else (hour, past)
    return Clock(hour % HOURS, minute)
